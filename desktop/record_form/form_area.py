"""The cards of a record with their banners: typing, checking, keeping and saving."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from db.drafts import Draft
from db.ledger import Refused
from db.rules.problem import Problem
from desktop.editors import EditorContext, FieldEditor
from desktop.look.tab_order import tab_stops
from desktop.look.widgets import column
from desktop.record_form.banners import FormBanners
from desktop.record_form.entry import add_required_rows
from desktop.record_form.field_grid import Cell, editor_around
from desktop.record_form.keeping import DraftKeeper
from desktop.record_form.ledger import FormLedger
from desktop.record_form.row_list import RowList
from desktop.record_form.section import Section
from desktop.record_form.session import FormSession
from desktop.record_form.sheet import FormSheet

__all__ = ["FormArea"]

_CHECK_PAUSE_MS = 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormArea(QWidget):
    """Edits one draft. Enter goes on to the next field, Shift+Enter back.

    sections: the cards, when they are not simply the field groups. With them Enter passes
    over what is filled in already; Tab stops at every field.

    ``changed``: something was typed or filled in. ``kept``: the draft was just kept.
    ``saved``: the record is in the ledger; its argument is what the ledger changed.
    ``sheet_changed``: the cards are other ones now, of this draft or of another.
    """

    changed = Signal()
    kept = Signal()
    saved = Signal(object)
    end_reached = Signal()
    sheet_changed = Signal()

    def __init__(
        self,
        ledger: FormLedger,
        draft: Draft,
        context: EditorContext,
        sections: Sequence[Section] | None = None,
    ) -> None:
        super().__init__()
        self._ledger, self._context, self._sections = ledger, context, sections
        self.banners = FormBanners(context.theme)
        self._keeper = DraftKeeper(self, self._keep)
        self._recheck = QTimer(self)
        self._recheck.setSingleShot(True)
        self._recheck.setInterval(_CHECK_PAUSE_MS)
        self._recheck.timeout.connect(self.check)
        self._box = column(context.theme, self.banners, spacing=8)
        self.setLayout(self._box)
        self.sheet: FormSheet
        self.session: FormSession
        self._show(draft, touched=False)
        self.banners.first_asked.connect(partial(self.go_to_first, "error"))
        self.banners.doubt_asked.connect(partial(self.go_to_first, "warning"))
        self.banners.answered.connect(self.save_as_answered)
        self.banners.left.connect(self.begin)
        self.banners.kept_wanted.connect(self.take_kept)
        self.banners.kept_unwanted.connect(self.drop_kept)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._offered = self.session.kept_before()
        if self._offered is not None:
            title = FormSession(ledger, self._offered.draft).title()
            self.banners.offer_kept(self._offered.kept_at, title)

    @property
    def draft(self) -> Draft:
        """Give the draft being edited."""
        return self.session.draft

    def begin(self) -> None:
        """Put the cursor where it was when the page was left, else into the first field."""
        if self._editor_of(QApplication.focusWidget()) is None:
            # The row it stood in may have been taken away since.
            (self._last.setFocus if self._last and isValid(self._last) else self.begin_step)()

    def begin_step(self) -> None:
        """Put the cursor into the first field of the step, the first empty one if steps are."""
        self.sheet.show_step(self.sheet.step)
        cell = self.sheet.first_cell(unfilled=self._sections is not None)
        # A step of empty lists has no field yet, only buttons to add to them.
        first = next(tab_stops(self.sheet), None) if cell is None else cell.editor
        if first is not None:
            first.setFocus()

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show the same draft in other sections; what was typed stays."""
        self.keep_now()
        self._sections = sections
        self._show(self.draft, touched=self.session.touched)
        self.changed.emit()

    def show_draft(self, draft: Draft, *, touched: bool) -> None:
        """Show another draft in place of this one; ``touched``: it is not saved yet."""
        self._keeper.keep_now()
        self._show(draft, touched=touched)
        self.changed.emit()

    def keep_now(self) -> None:
        """Take over what is being typed and keep it: the page is left."""
        self._settle()
        self._keeper.keep_now()

    def _settle(self) -> None:
        if (editor := self._editor_of(QApplication.focusWidget())) is not None:
            editor.settle()

    def check(self) -> list[Problem]:
        """Check everything and show it at the fields and in the banners."""
        self._recheck.stop()
        problems = self.session.check()
        self._show_values()
        homeless = self.sheet.show_problems(problems)
        kept = bool(self.session.errors) and self.session.keep()
        self.banners.show_problems(problems, homeless, kept=kept)
        return problems

    def save(self) -> bool:
        """Check and save; warnings are asked about once. Says whether it was saved."""
        self._settle()
        before = {(p.field, p.rule) for p in self.session.doubts if self.session.checked}
        self.check()
        if self.session.errors:
            self.go_to_first("error")
            return False
        doubts = {(p.field, p.rule) for p in self.session.doubts}
        if doubts <= before:
            return self.save_as_answered(self.banners.reason)
        return self.banners.ask()

    def save_as_answered(self, reason: str) -> bool:
        """Save with the answer given to the warnings. Says whether it was saved."""
        try:
            changes = self.session.save(reason)
        except Refused as refused:
            self.session.problems = refused.problems
            homeless = self.sheet.show_problems(refused.problems)
            self.banners.show_problems(refused.problems, homeless, kept=self.session.keep())
            return False
        self._keeper.forget()
        self._show_values()
        self.sheet.show_problems(())
        self.banners.show_problems((), (), kept=False)
        self.drop_offer()
        self.saved.emit(changes)
        return True

    def go_to_first(self, severity: str) -> None:
        """Put the cursor into the topmost field with such a problem."""
        place = self.sheet.topmost(p for p in self.session.problems if p.severity == severity)
        if isinstance(place, RowList):
            place.first.setFocus()
            self.sheet.bring(place.message)
        elif place is not None:
            self.sheet.go_to(place)

    def take_kept(self) -> None:
        """Go on with what was left unsaved; what is on the form now is kept, too."""
        if self._offered is not None:
            kept = self._offered
            self.drop_offer()
            self.show_draft(kept.draft, touched=True)
            self.begin()

    def drop_kept(self) -> None:
        """Forget what was left unsaved."""
        if self._offered is not None:
            self._ledger.drop_kept(self._offered.draft.id)
            self.drop_offer()
            self.begin()

    def drop_offer(self) -> None:
        """Offer no longer what was left unsaved."""
        self._offered = None
        self.banners.offer_kept(None)

    def step_block(self, step: int) -> None:
        """Put the cursor into the next (1) or previous (-1) card or child row."""
        self.sheet.step_block(QApplication.focusWidget(), step)

    def add_row(self) -> None:
        """Add a child row where the cursor is, or to the next list."""
        self.sheet.add_row(QApplication.focusWidget())

    def same_as_above(self) -> bool:
        """Fill the present field as in the row above or the record before; False if not."""
        editor = self._editor_of(QApplication.focusWidget())
        cell = self.sheet.cell_with(editor) if editor is not None else None
        value = cell and self.session.value_above(cell.draft, cell.field.name)
        if cell is None or value in (None, ()):
            return False
        cell.editor.set_value(value)
        self._changed(cell)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        editor = self._editor_of(focus)
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif editor is not None:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            skips = self._sections is not None
            cell = self.sheet.neighbour(editor, -1 if back else 1, unfilled=skips)
            if cell is not None:
                self.sheet.go_to(cell)
            elif not back:
                self.end_reached.emit()
        elif isinstance(focus, QAbstractButton):
            focus.click()

    def _show(self, draft: Draft, *, touched: bool) -> None:
        if not draft.stored and not touched:
            add_required_rows(draft)
        old = self.sheet if hasattr(self, "sheet") else None
        self.session = FormSession(self._ledger, draft)
        self.session.touched = touched
        self.sheet = FormSheet(draft, self._context, self._sections)
        self.sheet.changed.connect(self._changed)
        self.sheet.rows_changed.connect(self._rows_changed)
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
            self.banners.show_problems((), (), kept=False)
        self._last: FieldEditor | None = None
        self._box.addWidget(self.sheet, 1)
        if self.isVisible():
            self.sheet.show()
        self.sheet_changed.emit()

    def _changed(self, cell: Cell) -> None:
        wrong = self.session.give(cell.draft, cell.field.name, cell.editor.value)
        # A warning of the last full check stays until the next one has looked again.
        if wrong is None and not (self.session.checked and cell.editor.problem[0] == "warning"):
            cell.editor.set_problem("", "")
        for draft, name in self.session.follow():
            found = self.sheet.cell_of(draft, name)
            if found is not None:
                found.show_value()
        self.sheet.reflow()
        self._touch()

    def _rows_changed(self) -> None:
        self.session.touched = True
        self._touch()

    def _touch(self) -> None:
        self._keeper.touch()
        if self.session.checked:
            self._recheck.start()
        self.changed.emit()

    def _keep(self) -> None:
        if self.session.keep():
            self.kept.emit()

    def _show_values(self) -> None:
        for cell in self.sheet.cells():
            if not cell.editor.keys.hasFocus():
                cell.show_value()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        left, reached = self._editor_of(old), self._editor_of(new)
        if left is not None and left is not reached:
            self._leave(left)
        if reached is not None and reached is not left:
            self._last = reached
            self.sheet.bring(reached)

    def _leave(self, editor: FieldEditor) -> None:
        editor.settle()
        if (cell := self.sheet.cell_with(editor)) is None:
            return
        if (unread := cell.draft.unread.get(cell.field.name)) is not None:
            editor.set_problem("error", unread[1])
        self._keeper.keep_now()

    def _editor_of(self, widget: QWidget | None) -> FieldEditor | None:
        found = editor_around(widget)
        return found if found is not None and self.sheet.isAncestorOf(found) else None
