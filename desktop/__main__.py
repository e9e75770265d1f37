"""The program's start: a command when one is named, else the window."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Sequence
from importlib import import_module

from desktop.opening import begin_opening
from desktop.options import WrongOption, asks_for_a_command, read_options

__all__ = ["main"]

_WRONG_USE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or the window until it is closed; the exit status."""
    started = time.time()
    arguments = list(sys.argv[1:] if argv is None else argv)
    # Commands must not load Qt, nor the window the commands: only one of the two is imported.
    if asks_for_a_command(arguments):
        return int(import_module("desktop.command_line").main(arguments))
    try:
        options = read_options(arguments)
    except WrongOption as wrong:
        print(wrong, file=sys.stderr)
        return _WRONG_USE
    # Nothing of what is loaded until the first paint is ever garbage; looking for some in it
    # costs a tenth of the start. The program then looks in its own thread (desktop.tidying).
    gc.disable()
    early = begin_opening(options)
    return int(import_module("desktop.app").start(options, started, early))


if __name__ == "__main__":
    sys.exit(main())
