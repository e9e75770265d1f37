"""What a particular kind of record may add to its form: steps, a side strip, further tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db.drafts import Draft
    from desktop.record_form.header import Deed
    from desktop.record_form.page import RecordPage
    from desktop.record_form.section import Section
    from desktop.shortcuts import Key

__all__ = ["FormExtension"]


class FormExtension(Protocol):
    """Stands beside the generic form; it shows and asks, the form saves and keeps."""

    @property
    def sections(self) -> Sequence[Section]:
        """The cards of the form, by step."""
        ...

    @property
    def side(self) -> QWidget:
        """What stands at the left of the form."""
        ...

    @property
    def head(self) -> QWidget:
        """What stands above the cards."""
        ...

    @property
    def tabs(self) -> Sequence[tuple[str, QWidget]]:
        """Further tabs: words and content."""
        ...

    @property
    def deeds(self) -> list[Deed]:
        """Further buttons at the head of the page."""
        ...

    @property
    def keys(self) -> Sequence[Key]:
        """Further keys."""
        ...

    def join(self, page: RecordPage) -> None:
        """Take up the work on this page; called once, when the page is made."""
        ...

    def follow(self, draft: Draft) -> None:
        """The draft has changed, or was saved; called at most a few times a second."""
        ...

    def tab_shown(self, words: str) -> None:
        """One of the extension's own tabs has come to the front."""
        ...

    def print(self) -> None:
        """The papers of the record are wanted."""
        ...

    def go_on(self) -> bool:
        """Enter went past the last field that shows; False: there is no further step."""
        ...
