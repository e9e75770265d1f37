"""dev.py: which calls need a screen, when .venv is made anew, what is said without a screen."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import dev
from desktop.options import asks_for_a_command

SCRIPT = Path(dev.__file__)
SET_UP = "正在准备运行环境"


@pytest.mark.parametrize(
    "line", ["", "--demo", "--demo --smoke p.png", "--ledger some/folder", "--ledger=x"]
)
def test_these_calls_open_the_window(line: str) -> None:
    assert dev.needs_window(line.split())


@pytest.mark.parametrize(
    "line", ["types", "--ledger some/folder list case", "--json due --on 2026-01-01", "--help"]
)
def test_these_calls_need_no_screen(line: str) -> None:
    assert not dev.needs_window(line.split())


@pytest.mark.parametrize("option", [*dev.VALUED, "--demo", "--large", "--dark", "--json", "-h"])
def test_the_program_sees_the_same_calls_as_calls_of_the_window(option: str) -> None:
    for line in ([option], [option, "types"], [option, "x", "types"], [f"{option}=x"]):
        assert dev.needs_window(line) is not asks_for_a_command(line)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project around dev.py: no libraries, a program that says its arguments, half a .venv."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copy(SCRIPT, folder)
    for lock in dev.LOCKS:
        (folder / lock).write_text("# nothing\n", encoding="utf-8")
    (folder / "desktop").mkdir()
    (folder / "desktop" / "__init__.py").touch()
    program = "import sys; print(*sys.argv[1:]); sys.exit(3)"
    (folder / "desktop" / "__main__.py").write_text(program, encoding="utf-8")
    (folder / ".venv" / "half").mkdir(parents=True)
    assert SET_UP in start(folder).stdout
    return folder


def start(project: Path) -> subprocess.CompletedProcess[str]:
    """Call a command of the program through dev.py, from another folder."""
    command = [sys.executable, str(project / "dev.py"), "run", "types", "--json"]
    return subprocess.run(
        command, cwd=project.parent, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_arguments_go_in_and_the_exit_status_comes_out(project: Path) -> None:
    done = start(project)
    assert (done.stdout.splitlines()[-1], done.returncode) == ("types --json", 3)


def test_a_ready_environment_is_left_alone(project: Path) -> None:
    began = time.monotonic()
    assert SET_UP not in start(project).stdout
    assert time.monotonic() - began < 2


def test_a_half_made_environment_is_made_anew(project: Path) -> None:
    assert not (project / ".venv" / "half").exists()
    assert start(project).returncode == 3


def test_another_python_gets_an_environment_of_its_own(project: Path) -> None:
    left = project / ".venv" / "python3.10"
    left.touch()
    (project / ".venv" / ".stamp").write_text("3.10\nabc", encoding="utf-8")
    assert SET_UP in start(project).stdout
    assert not left.exists()


def test_a_changed_lock_is_installed_into_the_same_environment(project: Path) -> None:
    kept = project / ".venv" / "kept"
    kept.touch()
    (project / dev.LOCKS[0]).write_text("# nothing either\n", encoding="utf-8")
    assert SET_UP in start(project).stdout
    assert kept.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_screen_the_window_says_what_to_do() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, str(SCRIPT), "run"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "没有找到屏幕" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_use_is_told_the_two_commands() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "walk"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "dev.py run" in done.stdout
