"""Bespoke screens, for the few record types whose work is a process and not a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["SCREENS"]

SCREENS: Final[Mapping[str, str]] = {
    "mediation_case": "desktop.screens.case",
    "volume": "desktop.screens.volume",
}
"""Record type → the module whose `make_page(desk, intent)` gives its page."""
