"""Garbage is looked for in the thread of the window only.

Python looks for cycles in whichever thread happens to allocate. A worker that finds widgets or
models in one would delete them in its own thread, and Qt crashes some time later.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

__all__ = ["Tidying", "collect_as_due"]

_EVERY_MS: Final = 1000


def collect_as_due() -> int | None:
    """Collect the oldest generation that is due by Python's own thresholds; which it was."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return generation
    return None


class Tidying(QTimer):
    """Switches automatic collection off for good and collects once a second instead."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.setInterval(_EVERY_MS)
        self.timeout.connect(collect_as_due)
