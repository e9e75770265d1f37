"""The demo ledger of the window: made once a day, then copied for each showing."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from desktop import VERSION

if TYPE_CHECKING:
    from db.ledger import Ledger
    from desktop.options import Options

__all__ = ["demo_ledger"]

NAME, CODE, OPERATOR = "清河镇司法所", "410199103", "周建民"
CASES = 3000


def demo_ledger(folder: Path, options: Options, *, cases: int = CASES) -> Ledger:
    """A fictional township in an empty folder, open to anybody.

    Making its 3,000 cases takes some seconds, so a finished one is kept in the user's
    cache for the day (dates are told from today); where it cannot be kept, it is made
    on the spot. A copied ledger notices that it is a copy by itself.
    """
    ledger_class: type[Ledger] = import_module("db.ledger").Ledger
    cache = platformdirs.user_cache_path("sifasuo", appauthor=False)
    kept = cache / f"demo-{VERSION}-{_edition()}-{cases}-{options.clock().date():%Y%m%d}"
    try:
        if not kept.is_dir():
            _keep(kept, options, cases)
        shutil.copytree(kept, folder, dirs_exist_ok=True)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        return _made(folder, options, cases)
    return ledger_class.open(folder, operator=OPERATOR, clock=options.clock)


def _keep(kept: Path, options: Options, cases: int) -> None:
    """Make the day's demo ledger beside its place, then move it there; drop older ones."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    part = kept.with_name(kept.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    _made(part, options, cases).close()
    for older in kept.parent.glob("demo-*"):
        if older != part:
            shutil.rmtree(older, ignore_errors=True)
    part.rename(kept)


def _made(folder: Path, options: Options, cases: int) -> Ledger:
    ledger_class: type[Ledger] = import_module("db.ledger").Ledger
    ledger = ledger_class.create(
        folder,
        clock=options.clock,
        kind="office",
        name=NAME,
        code=CODE,
        operator=OPERATOR,
        password=None,
    )
    import_module("db.ledger.demo").fill_demo(ledger, cases=cases)
    return ledger


def _edition() -> str:
    """A mark of the program's own files, so that a changed program makes a new demo."""
    newest = 0
    for package in ("store", "records", "ledger"):
        home = Path(str(import_module(f"db.{package}").__file__)).parent
        files = home.rglob("*.py")
        newest = max([newest, *(int(file.stat().st_mtime) for file in files)])
    return f"{newest:x}"
