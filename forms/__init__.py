"""Paper: the forms an office prints. Knows pages and records, not windows or SQL."""

import importlib
from types import ModuleType

__all__ = ["heavy_module"]


def heavy_module(name: str) -> ModuleType:
    """A module that is imported on first use: the one lazy gate of this package.

    ReportLab costs about 100 ms to import, and the window must be painted before anything is
    printed, so only modules reached through this function import it at their top.
    """
    return importlib.import_module(name)
