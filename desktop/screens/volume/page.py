"""The page of one volume: the generic form, with the bound volume joined to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.record_form import RecordPage, draft_for
from desktop.screens.volume.binding import VolumeBinding

if TYPE_CHECKING:
    from desktop.page import Desk, Intent, Page

__all__ = ["make_page"]


def make_page(desk: Desk, intent: Intent) -> Page:
    """Give the form of a stored volume, or of a new one, with the tab that binds it.

    Raises `RecordGone` when the volume is not in the ledger.
    """
    draft = draft_for(desk, intent)
    binding = VolumeBinding(desk, draft)
    page = RecordPage(desk, draft, None, binding)
    binding.setParent(page)
    return page
