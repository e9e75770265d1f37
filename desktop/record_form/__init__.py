"""The generic form page of any record type, made from its declaration."""

from __future__ import annotations

from desktop.record_form.draft_subject import subject_of_draft
from desktop.record_form.page import PreviewSlot, RecordPage

__all__ = ["PreviewSlot", "RecordPage", "subject_of_draft"]
