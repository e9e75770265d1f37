"""How long the window takes to its first paint, against a bare Qt window in the same run.

    python -m tests.benchmarks.start_speed [rounds]

Each round starts every kind once, one after the other, so that the load of the machine falls
on all alike; the least of each counts. Wall time is from before the process is made until the
first paint has returned; processor time is of the whole process until then.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "sqlite_utils", "reportlab", "pypinyin", "openpyxl", "PIL", "pypdfium2", "zxingcpp",
)  # fmt: skip
KINDS = ("bare", "shell", "open", "password")
MOST = {"shell": 2.0, "open": 2.5, "password": 2.5}
SAID = {
    "bare": "bare QMainWindow with a label",
    "shell": "our window, its first page empty",
    "open": "workbench of a ledger without password",
    "password": "workbench of a ledger with password (Argon2id on a thread)",
}
PASSWORD = "benchmark-password"


def bare(report: Callable[[], None]) -> None:
    """A window of Qt and nothing else: the physical limit."""
    core: Any = import_module("PySide6.QtCore")
    widgets: Any = import_module("PySide6.QtWidgets")
    app = widgets.QApplication([])

    class Window(widgets.QMainWindow):
        """Reports when it has been painted."""

        def paintEvent(self, event: object) -> None:  # noqa: N802 - the name Qt gives it
            widgets.QMainWindow.paintEvent(self, event)
            core.QTimer.singleShot(0, report)

    window = Window()
    window.setCentralWidget(widgets.QLabel("司法所 工作台"))
    window.resize(1366, 700)
    window.show()
    app.exec()


def ours(folder: Path, kind: str, report: Callable[[], None]) -> None:
    """The program as it starts for a user, up to its first paint."""
    # As desktop.__main__ does, which cannot be asked to report.
    gc.disable()
    options = import_module("desktop.options").read_options(["--ledger", str(folder)])
    early = import_module("desktop.opening").begin_opening(options)
    app: Any = import_module("desktop.app")
    if kind == "shell":
        app.PAGES = {**app.PAGES, "workbench": __name__}
    shell = import_module("desktop.windows.shell").Shell
    made = shell.__init__

    def make(self: Any, *given: object, **named: object) -> None:
        made(self, *given, **named)
        self.painted.connect(report)

    shell.__init__ = make
    app.start(options, time.time(), early)


def make_page(desk: object, _intent: object) -> object:
    """An empty page in place of the workbench."""
    return import_module("desktop.page").Page(desk)


def child(kind: str, folder: Path) -> None:
    """Run one kind in this process and print milliseconds: wall, processor, heavy modules."""
    started = float(os.environ["STARTED"])

    def report() -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        wall = (time.time() - started) * 1000
        heavy = [name for name in HEAVY if name in sys.modules]
        print(f"{wall:.0f} {(used.ru_utime + used.ru_stime) * 1000:.0f} {','.join(heavy)}")
        sys.stdout.flush()
        # Closing down is not what is measured.
        os._exit(0)

    if kind == "bare":
        bare(report)
    else:
        ours(folder, kind, report)


def measure(kind: str, folder: Path, home: Path) -> tuple[int, int, str]:
    """Start one kind: wall ms, processor ms, heavy modules loaded by then."""
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "HOME": str(home),
        "SIFASUO_PASSWORD_FILE": str(home / "password.txt"),
    }
    # With it every start would compile our modules again.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env["STARTED"] = repr(time.time())
    command = [sys.executable, "-m", "tests.benchmarks.start_speed", "--child", kind, str(folder)]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    wall, used, *heavy = done.stdout.split()
    return int(wall), int(used), " ".join(heavy)


def make_ledgers(folder: Path) -> dict[str, Path]:
    """Two ledgers with a few records, one open and one with a password."""
    ledger = import_module("db.ledger").Ledger
    fill = import_module("db.ledger.demo").fill_demo
    (folder / "password.txt").write_text(PASSWORD, encoding="utf-8")
    made: dict[str, Path] = {}
    for name, password in (("open", None), ("password", PASSWORD)):
        made[name] = folder / name
        one = ledger.create(
            made[name], kind="office", name="清河镇司法所", code="410199103",
            operator="周建民", password=password,
        )  # fmt: skip
        fill(one, cases=60)
        one.close()
    return made


def main(rounds: int) -> int:
    """Print the table; 1 when a ratio is over its limit or something heavy was loaded."""
    best: dict[str, tuple[int, int]] = {}
    loaded: set[str] = set()
    with TemporaryDirectory() as name:
        home = Path(name)
        ledgers = make_ledgers(home)
        for kind in KINDS:
            measure(kind, ledgers.get(kind, ledgers["open"]), home)
        for _ in range(rounds):
            for kind in KINDS:
                wall, used, heavy = measure(kind, ledgers.get(kind, ledgers["open"]), home)
                before = best.get(kind, (wall, used))
                best[kind] = (min(wall, before[0]), min(used, before[1]))
                loaded |= set(heavy.split(",")) - {""}
    over = False
    for kind in KINDS:
        ratios = [mine / bare for mine, bare in zip(best[kind], best["bare"], strict=True)]
        over |= kind in MOST and ratios[0] > MOST[kind]
        most = f"  (≤ {MOST[kind]})" if kind in MOST else ""
        wall, used = best[kind]
        print(f"{wall:5} ms wall {ratios[0]:5.2f} ×{most:9} "
              f"{used:5} ms processor {ratios[1]:5.2f} ×  {SAID[kind]}")  # fmt: skip
    print(f"heavy modules before the first paint: {', '.join(sorted(loaded)) or 'none'}")
    return 1 if over or loaded else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]))
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
