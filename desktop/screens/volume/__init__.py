"""A volume of several short cases: its form, and the volume itself to bind and print."""

from __future__ import annotations

from desktop.screens.volume.page import make_page

__all__ = ["make_page"]
