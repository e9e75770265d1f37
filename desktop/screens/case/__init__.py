"""The case as a workspace: the steps of the paper register, each with its paper beside it."""

from __future__ import annotations

from desktop.screens.case.page import make_page

__all__ = ["make_page"]
