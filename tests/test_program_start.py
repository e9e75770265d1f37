"""The program as people start it: a process of its own on a screen, with a picture to show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def smoke(picture: Path, platform: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Open the window on a demo ledger, let it save its first screen, and end."""
    command = [sys.executable, "-P", "-m", "desktop", "--demo", "--smoke", str(picture), *more]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform}
    return subprocess.run(
        command, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def assert_shown(done: subprocess.CompletedProcess[str], picture: Path) -> None:
    """Check that the program ended well, without a complaint of Qt, and that it painted."""
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "qt." not in done.stderr, done.stderr
    # An empty window of this size packs to some 5 kB.
    assert picture.stat().st_size > 20_000


def test_the_workbench_is_shown_without_a_screen(tmp_path: Path) -> None:
    picture = tmp_path / "first.png"
    assert_shown(smoke(picture, "offscreen"), picture)


@pytest.mark.heavy
@pytest.mark.parametrize(
    "page",
    ["list:mediation_case", "search:赵", "reports", "report:RM-1", "papers", "bundles", "settings"],
)
def test_every_page_is_shown_and_settles(tmp_path: Path, page: str) -> None:
    picture = tmp_path / "page.png"
    assert_shown(smoke(picture, "offscreen", "--page", page), picture)


@pytest.mark.window
def test_the_workbench_is_shown_on_a_real_screen(tmp_path: Path) -> None:
    picture = tmp_path / "first.png"
    assert_shown(smoke(picture, "xcb"), picture)
