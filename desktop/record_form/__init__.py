"""The generic form page of any record type, made from its declaration."""

from __future__ import annotations

from desktop.record_form.draft_subject import plan_of_draft, subject_of_draft
from desktop.record_form.extension import FormExtension
from desktop.record_form.opening import RecordGone, draft_for
from desktop.record_form.page import PreviewSlot, RecordPage
from desktop.record_form.paper_preview import PaperPreview
from desktop.record_form.section import RowShape, Section

__all__ = [
    "FormExtension", "PaperPreview", "PreviewSlot", "RecordGone", "RecordPage", "RowShape", "Section",
    "draft_for", "plan_of_draft", "subject_of_draft",
]  # fmt: skip
