"""The list of a record type: filters, table, what to do with the selected rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget

from db.ledger import Changes, ListQuery
from desktop.look.widgets import button, card, column, label, row
from desktop.page import Desk, Intent, Page
from desktop.record_list.columns import DUE, columns_of, own_order, state_field, types_shown
from desktop.record_list.empty import EmptyNote
from desktop.record_list.facts import ListFacts, facts_of
from desktop.record_list.filters import Filters
from desktop.record_list.foot import Foot
from desktop.record_list.giving_out import RowsOut, ids_of, shown_rows
from desktop.record_list.rows import RowsModel
from desktop.record_list.table import Table, excel_text
from desktop.shortcuts import Key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from db.declare import RecordType
    from db.ledger import Ledger
    from desktop.work import Step

__all__ = ["ListPage"]

_COPIED_AT_ONCE: Final = 512
"""Up to so many rows are on the clipboard when the key is released; more come by a worker."""
_FACTS_AFTER_MS: Final = 60
_SELECTION_KEPT: Final = 200
"""More selected rows than this are not looked for again after a change."""


class ListPage(Page):
    """The list of any record type, made from its declaration."""

    def __init__(self, desk: Desk, kind: RecordType, intent: Intent) -> None:
        super().__init__(desk)
        self.kind = kind
        self.title = kind.label
        self.menu_name = kind.name
        self._sort, self._descending = own_order(kind)
        state = state_field(kind)
        self.rows = RowsModel(desk.ledger, desk.work, columns_of(kind, due=True))
        self.rows.setParent(self)
        self.table = Table(desk.theme, self.rows, (state.list_name or "") if state else "")
        self.table.setAccessibleName(f"{kind.label}列表")
        self.table.leave_out({DUE})
        self.filters = Filters(desk.theme, kind)
        self.filters.preset(intent.where, intent.name)
        self.foot = Foot(desk.theme)
        self.empty = EmptyNote(desk.theme)
        self._out = RowsOut(desk, kind)
        self._total = 0
        self._loaded = False
        self._kept: tuple[list[int], int | None, int] | None = None
        # Counting per state takes a core for a while: the rows are painted first.
        self._facts_soon = QTimer(self)
        self._facts_soon.setSingleShot(True)
        self._facts_soon.setInterval(_FACTS_AFTER_MS)
        self._facts_soon.timeout.connect(self._ask_facts)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self._count = label("", "muted")
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "clear")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        body = card(theme, self.filters, self._stack, self.foot, margins=(1, 1, 1, 1), spacing=0)
        body.body.setStretch(1, 1)
        self.setLayout(column(theme, self._head(), body, spacing=12, margins=(18, 14, 18, 12)))

    def _head(self) -> QBoxLayout:
        theme = self.desk.theme
        new = button("新建", "primary", theme=theme, icon="plus", tip="新建（Ctrl+N）")
        export = button("导出", theme=theme, icon="download", tip="把本列表存成 Excel 文件")
        prints = button("打印", theme=theme, icon="printer", tip="打印（Ctrl+P）")
        new.clicked.connect(self._open_new)
        export.clicked.connect(self.export_all)
        prints.clicked.connect(self.print_selected)
        return row(theme, label(self.kind.label, "h1"), self._count, None, new, export, prints)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.rows.loaded.connect(self._show_count)
        self.rows.loaded.connect(self.table.measure)
        self.rows.ordered.connect(self._restore)
        self.table.opened.connect(self._open)
        self.table.sort_wanted.connect(self._sort_by)
        self.table.copy_wanted.connect(self._copy)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self.table.columns_changed.connect(self._show_columns)
        self.foot.print_wanted.connect(self.print_selected)
        self.foot.export_wanted.connect(self._export_selected)
        self.foot.columns_chosen.connect(self.table.choose_columns)
        self.empty.wanted.connect(self._fill_emptiness)

    # As the window asks ------------------------------------------------------------

    def keys(self) -> list[Key]:
        return [
            Key("Ctrl+N", f"新建{self.kind.label}", self._open_new),
            Key("F3", "在列表中查找", self._focus_search),
            Key("Ctrl+P", "打印", self.print_selected),
        ]

    def arrive(self) -> None:
        if not self._loaded:
            self._loaded = True
            self._read()
        if not self.filters.search.hasFocus():
            self.table.setFocus()

    def step_back(self) -> bool:
        if self.filters.search.text():
            self.filters.search.clear()
            return True
        if not self.filters.is_clear:
            self.filters.clear()
            return True
        return False

    def refresh(self, changes: object) -> None:
        if self._loaded and (not isinstance(changes, Changes) or self._touches(changes)):
            self._keep()
            self.rows.reload()
            self._facts_soon.start()

    def _touches(self, changes: Changes) -> bool:
        near = types_shown(self.kind)
        return any(item[0] in near for item in changes.items)

    # Reading -------------------------------------------------------------------------

    def is_settled(self) -> bool:
        """Whether everything the list shows has been read."""
        return not self._facts_soon.isActive() and not self.desk.work.is_busy

    @property
    def query(self) -> ListQuery:
        """What the list shows now."""
        return ListQuery(
            self.kind.name,
            where=self.filters.where(),
            search=self.filters.search.text().strip(),
            sort=self._sort,
            descending=self._descending,
        )

    def _read(self, *, facts: bool = True) -> None:
        self.rows.show_query(self.query)
        self.table.scrollToTop()
        self._show_order()
        if facts:
            self._facts_soon.start()

    def _filter(self) -> None:
        self._read()

    def _ask_facts(self) -> None:
        kind = self.kind
        query = replace(self.query, where=self.filters.where(without_state=True))

        def facts(ledger: Ledger, _step: Step) -> ListFacts:
            return facts_of(ledger, kind, query)

        self.desk.work.run(facts, self._take_facts, key=f"facts {id(self)}")

    def _take_facts(self, facts: ListFacts) -> None:
        self.filters.show_states(facts.states)
        if facts.years:
            self.filters.show_years(*facts.years)
        self.rows.show_due(facts.due)
        self.table.leave_out(set() if facts.due else {DUE})
        self._total = facts.total
        self._show_count()

    def _show_count(self) -> None:
        number = self.rows.rowCount()
        if self.filters.is_clear:
            self._count.setText(f"共 {number} 条")
        else:
            of = f"（共 {self._total} 条）" if self._total else ""
            self._count.setText(f"找到 {number} 条{of}")
        self._stack.setCurrentIndex(0 if number else 1)
        if not number and self.filters.is_clear:
            self.empty.say(
                f"还没有{self.kind.label}",
                "按“新建”或 Ctrl+N 登记第一条；已有的表格可以在命令行用 import 一次导入。",
                f"新建{self.kind.label}",
            )
        elif not number:
            self.empty.say("没有符合条件的记录", "换一个词，或清除筛选（Esc）看全部。", "清除筛选")

    def _fill_emptiness(self) -> None:
        if self.filters.is_clear:
            self._open_new()
        else:
            self.filters.clear()

    # Order, selection, place -----------------------------------------------------------

    def _sort_by(self, at: int) -> None:
        column = self.rows.columns[at]
        if not column.sortable:
            self._show_order()
            return
        same = column.name == self._sort
        self._descending = not self._descending if same else column.name == self.kind.rank
        self._sort = column.name
        self._read(facts=False)

    def _show_order(self) -> None:
        names = [column.name for column in self.rows.columns]
        at = names.index(self._sort) if self._sort in names else -1
        self.table.show_order(at, descending=self._descending)

    def _keep(self) -> None:
        """Remember selection, current row and place before the rows are read again."""
        places = self.table.selected_places()
        selected = self.rows.rowids_at(places) if len(places) <= _SELECTION_KEPT else []
        current = self.rows.rowids_at([self.table.currentIndex().row()])
        bar = self.table.verticalScrollBar().value()
        self._kept = (selected, current[0] if current else None, bar)

    def _restore(self) -> None:
        if self._kept is None:
            return
        selected, current, bar = self._kept
        self._kept = None
        place = None if current is None else self.rows.place_of(current)
        if place is not None:
            self.table.go_to(place)
        found = (self.rows.place_of(rowid) for rowid in selected)
        self.table.select_places([at for at in found if at is not None])
        self.table.verticalScrollBar().setValue(bar)

    def _show_selected(self, *_: object) -> None:
        self.foot.show_selected(self.table.selected_count())

    def _show_columns(self) -> None:
        self.foot.show_columns(self.table.possible_columns, self.table.shown_columns)

    # What is done with rows ---------------------------------------------------------------

    def _open_new(self) -> None:
        self.desk.doors.open_new(self.kind.name)

    def _focus_search(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def _open(self, place: int) -> None:
        found = self.rows.row(place)
        if found is not None:
            self.desk.doors.open_record(self.kind.name, found.id)

    def _selected_rowids(self) -> list[int]:
        return self.rows.rowids_at(self.table.selected_places())

    def _copy(self) -> None:
        rowids, columns, query = self._selected_rowids(), self.table.shown_columns, self.query
        if len(rowids) <= _COPIED_AT_ONCE:
            self._put_on_clipboard(shown_rows(self.desk.ledger, query, rowids, columns))
            return

        def read(ledger: Ledger, step: Step) -> list[list[str]]:
            return shown_rows(ledger, query, rowids, columns, step)

        self.desk.work.run(read, self._put_on_clipboard, key=f"copy {id(self)}")

    def _put_on_clipboard(self, rows: list[list[str]]) -> None:
        QGuiApplication.clipboard().setText(excel_text(None, rows))
        self.desk.doors.say(f"已复制 {len(rows)} 行，可以粘贴到 Excel。")

    def print_selected(self) -> None:
        """Show the papers of the selected records, or of the whole type."""
        ids = ids_of(self.desk.ledger, self.query, self._selected_rowids())
        where = (("id", ids),) if ids else ()
        one = ids[0] if len(ids) == 1 else ""
        self.desk.doors.open(Intent("papers", self.kind.name, record_id=one, where=where))

    def export_all(self) -> None:
        """Ask for a file and write every row of the list as shown."""
        self._out.ask_and_write(self.query, None, self.table.shown_columns)

    def _export_selected(self) -> None:
        self._out.ask_and_write(self.query, self._selected_rowids(), self.table.shown_columns)
