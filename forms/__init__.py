"""Paper: the forms an office prints. Knows pages and records, not windows or SQL."""

import importlib
from types import ModuleType

__all__ = ["heavy_module"]


def heavy_module(name: str) -> ModuleType:
    """A module that is imported on first use: the one lazy gate of this package.

    ReportLab and pikepdf together cost about 150 ms to import, and the window must be painted
    before anything is printed, so no module of this package imports them at its top.
    """
    return importlib.import_module(name)
