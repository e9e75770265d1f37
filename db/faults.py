"""Faults: the world failed (disk, file, stick, seal); never the data, never our bug."""

from __future__ import annotations


class Fault(Exception):
    """Something outside the program failed; nothing was changed, nothing was lost.

    what: one Chinese sentence saying what happened. advice: one saying what to do.
    """

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what}{advice}")
        self.what = what
        self.advice = advice
