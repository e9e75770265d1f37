"""The start of the program: what it was asked for, what it loads, and how it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import platformdirs
import pytest

from db.ledger import Ledger
from desktop.input_method import mend_input_method
from desktop.one_window import OneWindow
from desktop.options import Options, WrongOption, asks_for_a_command, read_options
from desktop.page import Intent
from desktop.preferences import (
    Preferences,
    default_ledger,
    log_folder,
    read_preferences,
    write_preferences,
)
from desktop.smoke import intent_of

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, password_file: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Start the program as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    if password_file:
        env["SIFASUO_PASSWORD_FILE"] = str(password_file)
    command = [sys.executable, "-P", "-m", "desktop", *arguments]
    return subprocess.run(
        command, env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty ledger with the password "long enough"."""
    made = tmp_path / "ledger"
    Ledger.create(
        made, kind="office", name="清河镇司法所", code="410199103", operator="周建民",
        password="long enough",
    ).close()  # fmt: skip
    return made


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], False),
        (["--ledger", "types"], False),
        (["--ledger=x", "--demo", "--smoke", "a.png"], False),
        (["types"], True),
        (["--ledger", "x", "list", "person"], True),
        (["--help"], True),
        (["--json", "--ledger", "x"], True),
    ],
)
def test_a_command_word_is_told_from_the_value_of_an_option(
    arguments: list[str], command: bool
) -> None:
    assert asks_for_a_command(arguments) is command


def test_options_are_read_in_both_spellings() -> None:
    given = ["--ledger=a/b", "--now", "2026-10-31T09:00", "--large", "--page", "list:person"]
    assert read_options(given) == Options(
        ledger=Path("a/b"),
        now=datetime.fromisoformat("2026-10-31T09:00"),
        large=True,
        page="list:person",
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--bogus"], "--bogus"), (["--now", "neulich"], "neulich"), (["--ledger"], "--ledger")],
)
def test_wrong_options_are_named(arguments: list[str], words: str) -> None:
    with pytest.raises(WrongOption, match=words):
        read_options(arguments)


def test_a_page_is_named_by_type_and_id() -> None:
    assert intent_of("record:person:01") == Intent("record", type_name="person", record_id="01")
    assert intent_of("search:赵") == Intent("search", name="赵")
    assert intent_of("") == Intent("workbench")


def test_the_folders_are_those_of_the_command_line() -> None:
    assert default_ledger() == platformdirs.user_data_path("sifasuo") / "ledger"
    assert log_folder() == platformdirs.user_log_path("sifasuo")


def test_preferences_are_kept_and_nonsense_is_not_read() -> None:
    write_preferences(Preferences(dark=True, last_ledger="x"))
    assert read_preferences() == Preferences(dark=True, last_ledger="x")
    file = next(platformdirs.user_config_path("sifasuo").glob("*.json"))
    file.write_text('{"dark": "very", "large": true, "colour": 7}', encoding="utf-8")
    assert read_preferences() == Preferences(large=True)
    file.write_text("[", encoding="utf-8")
    assert read_preferences() == Preferences()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="input methods of Linux")
def test_fcitx_is_spoken_to_by_ibus() -> None:
    fcitx, none = {"XMODIFIERS": "@im=fcitx"}, {"LANG": "zh_CN.UTF-8"}
    mend_input_method(fcitx)
    mend_input_method(none)
    assert fcitx["QT_IM_MODULE"] == "ibus"
    assert "QT_IM_MODULE" not in none


def test_one_ledger_has_one_window(tmp_path: Path) -> None:
    first, second, other = OneWindow(tmp_path), OneWindow(tmp_path), OneWindow(tmp_path / "..")
    assert first.take()
    assert not second.take()
    assert other.take()
    first.release()
    assert second.take()
    second.release()
    other.release()


def test_the_second_start_brings_the_first_window_to_the_front(tmp_path: Path) -> None:
    first = OneWindow(tmp_path)
    assert first.take()
    assert not OneWindow(tmp_path).raise_other()
    first.listen()
    assert OneWindow(tmp_path).raise_other()
    first.release()


def test_a_picture_of_the_workbench_needs_no_hand(folder: Path, tmp_path: Path) -> None:
    password, picture = tmp_path / "password.txt", tmp_path / "first.png"
    password.write_text("long enough\nand more", encoding="utf-8")
    done = run("--ledger", str(folder), "--smoke", str(picture), password_file=password)
    assert (done.returncode, done.stdout.count(" ms")) == (0, 1), done.stderr
    assert picture.stat().st_size > 20_000


@pytest.mark.parametrize(
    ("made", "password", "words"),
    [(True, None, "密码"), (True, "wrong one", "密码不对"), (False, None, "没有台账")],
)
def test_a_ledger_that_does_not_open_is_said_in_a_sentence(
    folder: Path, tmp_path: Path, made: bool, password: str | None, words: str
) -> None:
    file = tmp_path / "password.txt"
    file.write_text(password or "", encoding="utf-8")
    there = folder if made else tmp_path / "elsewhere"
    named = file if password else None
    done = run("--ledger", str(there), "--smoke", str(tmp_path / "x.png"), password_file=named)
    assert done.returncode == 3
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_heavy_is_loaded_before_the_first_paint(folder: Path, tmp_path: Path) -> None:
    password = tmp_path / "password.txt"
    password.write_text("long enough", encoding="utf-8")
    probe = (
        "import sys\n"
        "import desktop.smoke as smoke\n"
        "heavy = ('sqlite_utils', 'reportlab', 'pypinyin', 'openpyxl', 'PIL', 'pypdfium2',"
        " 'zxingcpp', 'desktop.command_line')\n"
        "painted = smoke.Smoke._painted\n"
        "def look(self):\n"
        "    print('loaded:', [name for name in heavy if name in sys.modules])\n"
        "    painted(self)\n"
        "smoke.Smoke._painted = look\n"
        "from desktop.__main__ import main\n"
        f"sys.exit(main(['--ledger', {str(folder)!r}, '--smoke', {str(tmp_path / 'x.png')!r}]))\n"
    )
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
        "SIFASUO_PASSWORD_FILE": str(password),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-P", "-c", probe], env=env, capture_output=True, text=True, check=False
    )
    assert "loaded: []" in done.stdout, done.stdout + done.stderr


def test_a_command_loads_no_qt() -> None:
    probe = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "status = main(['types'])\n"
        "sys.exit(9 if any(name.startswith('PySide6') for name in sys.modules) else status)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", probe], env=env, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
