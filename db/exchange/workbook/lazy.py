"""The one gate to openpyxl, which costs more to import than a bare window."""

from __future__ import annotations

import importlib
from typing import Any


def openpyxl(part: str = "") -> Any:
    """Give openpyxl or one of its modules (``styles``, ``utils``), imported now."""
    return importlib.import_module(f"openpyxl.{part}" if part else "openpyxl")


def safe_text(value: str) -> str:
    """Give text that Excel accepts in a cell: no control characters."""
    return "".join(sign for sign in value if sign in "\t\n" or ord(sign) >= 0x20)
