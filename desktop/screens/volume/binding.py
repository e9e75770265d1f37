"""Binding a volume of several cases: what it lacks, its pages, as a file or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.kinds import RecordId
from desktop.look.widgets import button, card, column, label, row
from desktop.paint.print_preview import PreviewPane
from desktop.paint.printer import default_printer, printer_names
from desktop.record_form.header import Deed
from desktop.record_form.section import sections_of
from desktop.screens.case.giving import CaseGiving
from desktop.shortcuts import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.drafts import Draft
    from desktop.page import Desk
    from desktop.record_form import RecordPage, Section

__all__ = ["VolumeBinding"]

_WHOLE, _BIND = "整卷", "装订整卷"
_NAMED: Final = 12
"""So many missing things are named."""


class VolumeBinding(QObject):
    """What a volume adds to the generic form (`FormExtension`): a tab that binds it."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__()
        self._desk = desk
        self._kind = draft.type
        self._page: RecordPage | None = None
        self._giving: CaseGiving | None = None
        self._side, self._head = QWidget(), QWidget()
        for one in (self._side, self._head):
            one.hide()
        theme = desk.theme
        self.bind_button = button("装订整卷", "primary", theme=theme, icon="archive", tip="Ctrl+B")
        self.print_button = button("打印整卷", theme=theme, icon="printer")
        self.preview = PreviewPane(theme, buttons=False)
        self.state = label("", "muted", wrap=True)
        lacking = card(
            theme, label("卷宗", "h2"), self.state, None, row(theme, self.bind_button),
            row(theme, self.print_button), margins=(14, 10, 14, 12),
        )  # fmt: skip
        lacking.setFixedWidth(theme.px(292))
        pages = card(theme, self.preview, margins=(1, 1, 1, 1), spacing=0)
        body = row(theme, lacking, pages, spacing=12)
        body.setStretch(1, 1)
        self.tab = QWidget()
        self.tab.setLayout(column(theme, body, margins=(0, 0, 0, 10)))

    @property
    def sections(self) -> Sequence[Section]:
        """The field groups as they are declared."""
        return sections_of(self._kind)

    @property
    def side(self) -> QWidget:
        """Nothing."""
        return self._side

    @property
    def head(self) -> QWidget:
        """Nothing."""
        return self._head

    @property
    def tabs(self) -> Sequence[tuple[str, QWidget]]:
        """The volume as it is bound."""
        return ((_WHOLE, self.tab),)

    @property
    def deeds(self) -> list[Deed]:
        """To bind the volume."""
        return [Deed(_BIND, "archive", "Ctrl+B", self.bind)]

    @property
    def keys(self) -> Sequence[Key]:
        """To bind the volume."""
        return (Key("Ctrl+B", _BIND, self.bind),)

    def join(self, page: RecordPage) -> None:
        """Bind the volume of this page from now on."""
        self._page = page
        self._giving = CaseGiving(self._desk, page)
        self._giving.bound.connect(self.preview.show_plan)
        self.bind_button.clicked.connect(self.bind)
        self.print_button.clicked.connect(self._print)

    def follow(self, draft: Draft) -> None:
        """Nothing to follow: what is missing is looked up when the tab shows."""
        del draft

    def tab_shown(self, words: str) -> None:
        """Say what the volume lacks, and offer the printers of this machine."""
        if words != _WHOLE or self._page is None:
            return
        self.preview.offer_printers(printer_names(), default_printer())
        draft = self._page.form.draft
        if not draft.stored:
            self.state.setText("保存后可以装订。")
            return
        gaps = self._desk.ledger.volumes.gaps(RecordId(draft.id))
        must = [gap.what for gap in gaps if gap.severity == "warning"]
        more = "" if len(must) <= _NAMED else f"\n……共 {len(must)} 项"
        named = "\n".join(must[:_NAMED])
        self.state.setText(f"还缺 {len(must)} 项：\n{named}{more}" if must else "必须件已齐")

    def print(self) -> None:
        """Show the volume."""
        if self._page is not None:
            self._page.tabs.show_tab(_WHOLE)
            self.bind_button.setFocus()

    def go_on(self) -> bool:
        """There are no steps."""
        return False

    def bind(self) -> None:
        """Bind the volume into a file and show its pages."""
        self.print()
        if self._giving is not None:
            self._giving.bind()

    def _print(self) -> None:
        if self._giving is not None:
            self._giving.print_volume(self.preview.printer, self.preview.copies)
