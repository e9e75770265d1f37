"""The cards of one draft in a scroll area: where each field is, and how to get there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from db.drafts import Draft
from db.rules.problem import Problem
from desktop.editors import EditorContext, FieldEditor
from desktop.record_form.entry import draft_at
from desktop.record_form.field_grid import Cell, label_width
from desktop.record_form.group_card import GroupCard
from desktop.record_form.row_list import RowList
from desktop.record_form.section import Section, sections_of

__all__ = ["FormSheet"]

_FIRST_SCREEN = 12
"""Fields built before the first paint; the rest follows, a card between two events."""


class FormSheet(QScrollArea):
    """All fields of a draft. Cards below the first screen are built a moment later.

    With sections of several steps only the cards of one step show at a time. ``changed``
    gives the cell a person has changed, ``step_shown`` the step gone to by itself.
    """

    changed = Signal(object)
    rows_changed = Signal()
    step_shown = Signal(str)

    def __init__(
        self, draft: Draft, context: EditorContext, sections: Sequence[Section] | None = None
    ) -> None:
        super().__init__()
        self.draft = draft
        self._context = context
        sections = sections_of(draft.type) if sections is None else sections
        self._step = sections[0].step if sections else ""
        self._cards: list[GroupCard] = []
        self._sections = list(sections)
        self._waiting = list(sections)
        self._label_px = {
            step: label_width(
                [f for s in sections if s.step == step for f in s.fields], context.theme
            )
            for step in dict.fromkeys(s.step for s in sections)
        }
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setProperty("role", "page")
        self._box = QVBoxLayout(self._body)
        self._box.setContentsMargins(0, 0, context.theme.px(8), context.theme.px(12))
        self._box.setSpacing(context.theme.px(10))
        self._box.addStretch(1)
        self.setWidget(self._body)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._build_one)

    def showEvent(self, event: QShowEvent) -> None:
        # Not before: each change of parent makes the style sheet look at every child again,
        # which for a hundred fields takes longer than making them.
        super().showEvent(event)
        while self._waiting and sum(1 for _ in self.cells()) < _FIRST_SCREEN:
            self._build_one()
        if self._waiting:
            self._later.start()

    @property
    def step(self) -> str:
        """Give the step whose cards show."""
        return self._step

    def show_step(self, step: str) -> None:
        """Show the cards of one step and put those of the others away."""
        self._step = step
        for section in [one for one in self._waiting if one.step == step and self.isVisible()]:
            self._build(section)
        for card in self._cards:
            card.put_away(card.section.step != step)
        self.verticalScrollBar().setValue(0)

    def first_cell(self, *, unfilled: bool = False) -> Cell | None:
        """Give the first cell of the step that shows; ``unfilled``: the first empty one."""
        cells = list(self._reachable())
        empty = (cell for cell in cells if not cell.is_filled)
        return (next(empty, None) if unfilled else None) or next(iter(cells), None)

    def _reachable(self) -> Iterator[Cell]:
        """Give the cells the cursor can go to: shown, in a card that is not put away."""
        for card in self._cards:
            if not card.is_away:
                yield from (cell for cell in card.cells() if cell.is_shown)

    def finish(self) -> None:
        """Build every card that still waits."""
        while self._waiting:
            self._build_one()

    @property
    def is_whole(self) -> bool:
        """Say whether every card has been built."""
        return not self._waiting

    @property
    def cards(self) -> Sequence[GroupCard]:
        """Give the cards built so far, in order."""
        return self._cards

    def cells(self) -> Iterator[Cell]:
        """Give the cells of the cards built so far, in the order they are filled in."""
        for one in self._cards:
            yield from one.cells()

    def cell_of(self, draft: Draft, name: str) -> Cell | None:
        """Give the cell of a field of the draft or of one of its rows."""
        self.finish()
        return next((c for c in self.cells() if c.draft is draft and c.field.name == name), None)

    def has_field(self, name: str) -> bool:
        """Say whether a field of the record has a place on this form."""
        return any(f.name == name for section in self._sections for f in section.fields)

    def cell_with(self, editor: FieldEditor) -> Cell | None:
        """Give the cell an editor stands in."""
        return next((cell for cell in self.cells() if cell.editor is editor), None)

    def neighbour(self, editor: FieldEditor, step: int, *, unfilled: bool = False) -> Cell | None:
        """Give the next (1) or previous (-1) cell that is shown, or None at the end.

        unfilled: going on, pass over what is filled in already or only worked out.
        """
        self.finish()
        cells = list(self._reachable())
        at = next((i for i, cell in enumerate(cells) if cell.editor is editor), None)
        if at is None or not 0 <= at + step < len(cells):
            return None
        rest = cells[at + 1 :] if step > 0 else cells[at - 1 :: -1]
        if unfilled and step > 0:
            rest = [cell for cell in rest if not (cell.is_filled or cell.field.computed)]
        return next(iter(rest), None)

    def step_block(self, present: QWidget | None, step: int) -> None:
        """Go to the first field of the next (1) or previous (-1) card or child row.

        An empty list of child rows counts as one: its button to add is gone to.
        """
        self.finish()
        near = [card for card in self._cards if not card.is_away]
        blocks = [block for card in near for block in card.blocks() if block]
        at = next((i for i, block in enumerate(blocks) if _holds(block, present)), 0)
        goal = blocks[min(max(at + step, 0), len(blocks) - 1)][0]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        self.bring(goal)

    def add_row(self, present: QWidget | None) -> bool:
        """Add a child row to the list the cursor is in, else the next one; False: there is none."""
        self.finish()
        lists = [rows for rows in self._row_lists() if rows.isVisible() and not rows.is_fixed]
        card = next((card for card in self._cards if _holds([card], present)), None)
        if card is not None:
            below = self._cards[self._cards.index(card) :]
            lists = [rows for one in below for rows in one.row_lists if rows in lists] or lists
            lists.sort(key=lambda rows: not _holds([rows], present))
        if lists:
            lists[0].add()
            # Once the new row has its height, so that as much as fits of it is seen.
            QTimer.singleShot(0, partial(self._bring_row, lists[0]))
        return bool(lists)

    def _bring_row(self, rows: RowList) -> None:
        self.bring(rows.rows[-1])
        self.bring(rows.rows[-1].cells[0].editor)

    def go_to(self, cell: Cell) -> None:
        """Put the cursor in a field and bring it into sight, its label with it."""
        self._turn_to(cell.editor)
        cell.editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.bring(cell.editor)

    def go_to_rows(self, name: str) -> None:
        """Put the cursor into the first child row of a field, making one if there is none."""
        self.finish()
        rows = next((r for r in self._row_lists() if r.field.name == name and not r.is_fixed), None)
        if rows is None:
            return
        self._turn_to(rows)
        if not rows.rows:
            rows.add()
        rows.first.setFocus()
        self.bring(rows.first)

    def _turn_to(self, widget: QWidget) -> None:
        """Show the step a widget belongs to, when another one shows."""
        card = next((card for card in self._cards if card.isAncestorOf(widget)), None)
        if card is not None and card.is_away:
            self.show_step(card.section.step)
            self.step_shown.emit(card.section.step)

    def bring(self, editor: QWidget) -> None:
        """Scroll until an editor is in sight, with room for the problem below it."""
        margin = self._context.theme.px(48)
        self.ensureWidgetVisible(editor, 0, margin)
        # Once more when the cards of a step that shows just now have been laid out.
        QTimer.singleShot(0, editor, partial(self.ensureWidgetVisible, editor, 0, margin))

    def reflow(self) -> None:
        """Show and hide fields by their conditions and name the rows again."""
        for card in self._cards:
            card.reflow()
            for rows in card.row_lists:
                rows.rename()

    def follow_rows(self) -> None:
        """Let every section show the child rows the draft has now."""
        for rows in self._row_lists():
            rows.follow()

    def show_problems(self, problems: Sequence[Problem]) -> list[Problem]:
        """Show each problem at its field; give those that have no field on the form."""
        self.finish()
        shown: dict[Cell | RowList, Problem] = {}
        homeless: list[Problem] = []
        for problem in problems:
            place = self.place_of(problem)
            if place is None:
                homeless.append(problem)
            elif place not in shown or _graver(problem, shown[place]):
                shown[place] = problem
        for place in (*self.cells(), *self._row_lists()):
            found = shown.get(place)
            severity, message = (found.severity, found.message) if found else ("", "")
            if isinstance(place, Cell):
                place.editor.set_problem(severity, message)
            else:
                place.set_problem(severity, message)
        self.reflow()
        return homeless

    def place_of(self, problem: Problem) -> Cell | RowList | None:
        """Give the cell or the child rows a problem speaks of."""
        found = draft_at(self.draft, problem.field)
        if found is None:
            return None
        draft, name = found
        lists = (r for r in self._row_lists() if r.draft is draft and r.field.name == name)
        return self.cell_of(draft, name) or next(lists, None)

    def topmost(self, problems: Iterable[Problem]) -> Cell | RowList | None:
        """Give the place that stands highest of those the problems speak of."""
        places = [place for problem in problems if (place := self.place_of(problem)) is not None]
        return min(places, key=self._height, default=None)

    def _height(self, place: Cell | RowList) -> tuple[int, int, int]:
        widget = place.editor if isinstance(place, Cell) else place.message
        cards = (i for i, card in enumerate(self._cards) if card.isAncestorOf(widget))
        point = widget.mapTo(self._body, QPoint())
        return next(cards, 0), point.y(), point.x()

    def _row_lists(self) -> Iterator[RowList]:
        for card in self._cards:
            yield from card.row_lists

    def _build_one(self) -> None:
        self._build(self._waiting[0])

    def _build(self, section: Section) -> None:
        self._waiting.remove(section)
        if not self._waiting:
            self._later.stop()
        width = self._label_px[section.step]
        card = GroupCard(self._body, self.draft, section, self._context, width)
        card.put_away(section.step != self._step)
        card.changed.connect(self.changed)
        card.rows_changed.connect(self.follow_rows)
        card.rows_changed.connect(self.rows_changed)
        # Steps are built as they are gone to; the cards stand in the order declared.
        order = self._sections.index
        at = sum(order(one.section) < order(section) for one in self._cards)
        self._cards.insert(at, card)
        self._box.insertWidget(at, card)


def _holds(widgets: Sequence[QWidget], inner: QWidget | None) -> bool:
    return inner is not None and any(w is inner or w.isAncestorOf(inner) for w in widgets)


def _graver(one: Problem, other: Problem) -> bool:
    order = ("error", "warning", "note")
    return order.index(one.severity) < order.index(other.severity)
