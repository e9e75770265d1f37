"""The first page: tiles, what is due, the last months, what is still missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy

from desktop.look.charts import Bars, Series
from desktop.look.tile import NumberTile
from desktop.look.widgets import (
    Banner,
    Card,
    button,
    card,
    column,
    label,
    panel,
    row,
    scrolled,
)
from desktop.moments import day_and_time
from desktop.page import Desk, Intent, Page
from desktop.shortcuts import Key
from desktop.windows.due_list import DueList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.duties.workbench import DueItem, Gap, Workbench
    from db.ledger import ListQuery
    from desktop.theme import Theme

__all__ = ["WorkbenchPage", "make_page"]

_TILES: Final = 4
_GAPS: Final = 6


class _GapButton(QPushButton):
    """What is missing at the left, how often at the right; opens the list of it."""

    def __init__(self, theme: Theme, gap: Gap) -> None:
        super().__init__()
        words, number = label(gap.label, "muted"), label(f"{gap.number} {gap.unit}", "muted")
        for part in (words, number):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("kind", "gap")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayout(row(theme, words, None, number, margins=(4, 0, 6, 0)))
        self.setAccessibleName(f"{gap.label}，{gap.number} {gap.unit}")
        self.setEnabled(gap.open is not None)


class WorkbenchPage(Page):
    """Paints its frame at once and fills it when the event loop comes round."""

    title = "工作台"
    menu_name = "workbench"

    filled = Signal(object)
    """The numbers stand on the page; the `Workbench`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._stale = True
        self._kept: Banner | None = None
        self._entries: tuple[str, ...] = ()
        self._tile_lists: list[ListQuery | None] = [None] * _TILES
        self._fill_soon = QTimer(self)
        self._fill_soon.setSingleShot(True)
        self._fill_soon.timeout.connect(self._fill)
        self._date = label("", "muted")
        # What waits for the first query is made then: each widget costs the first paint.
        self._buttons = row(theme, spacing=10)
        self._gaps = column(theme, spacing=1)
        self._tiles = [NumberTile(theme) for _ in range(_TILES)]
        for at, tile in enumerate(self._tiles):
            tile.opened.connect(partial(self._open_tile, at))
        self._bars = Bars(theme, "近六个月受理与办结")
        self._bars.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._no_gaps = label("正在清点…", "muted")
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self.desk.theme
        head = row(theme, label("工作台", "h1"), self._date, None, self._buttons, spacing=10)
        tiles = row(theme, *self._tiles, spacing=12)
        for at in range(_TILES):
            tiles.setStretch(at, 1)
        right = column(theme, self._months_card(), self._gaps_card(), spacing=12)
        right.setStretch(0, 1)
        body = row(theme, self._due_card(), panel(right), spacing=12)
        body.setStretch(0, 63)
        body.setStretch(1, 37)
        page = column(theme, head, tiles, body, spacing=12, margins=(18, 14, 18, 12))
        page.setStretch(2, 1)
        self._page = page
        inside = panel(page, "page")
        self.setLayout(column(theme, scrolled(inside), spacing=0))

    def _due_card(self) -> Card:
        theme = self.desk.theme
        self._due = DueList(theme)
        self._due.setMinimumHeight(theme.px(200))
        self._due.opened.connect(self.desk.doors.open_record)
        self._due_hint = label("", "small")
        head = row(
            theme, label("到期提醒", "h2"), self._due_hint, None, spacing=8, margins=(14, 0, 8, 0)
        )
        return card(theme, head, self._due, margins=(1, 10, 1, 8), spacing=6)

    def _months_card(self) -> Card:
        theme = self.desk.theme
        reports = button("查看报表", "link", theme=theme)
        reports.clicked.connect(partial(self.desk.doors.open, Intent("reports")))
        head = row(theme, label("近六个月受理与办结", "h2"), None, reports)
        return card(theme, head, self._bars, spacing=2)

    def _gaps_card(self) -> Card:
        theme = self.desk.theme
        head = row(theme, label("资料待补", "h2"), None, label("点开逐条补录", "small"))
        return card(theme, head, self._no_gaps, self._gaps, margins=(14, 12, 10, 8), spacing=1)

    def _offer_drafts(self) -> None:
        """Say what was typed and never saved, after a crash above all; made only if needed."""
        kept = self.desk.ledger.kept_drafts()
        if self._kept is None and kept:
            go_on = button("接着填", "link", theme=self.desk.theme)
            go_on.clicked.connect(self._take_up)
            self._kept = Banner(self.desk.theme, "info", go_on)
            self._page.insertWidget(1, self._kept)
        if self._kept is not None:
            labels = {kind.name: kind.label for kind in self.desk.ledger.types()}
            told = [f"{labels[one.type_name]}（{day_and_time(one.at)}）" for one in kept[:3]]
            more = f"等 {len(kept)} 份" if len(kept) > len(told) else ""
            self._kept.say(f"没有保存的草稿还留着：{'、'.join(told)}{more}。" if kept else "")

    def _take_up(self) -> None:
        """Open the newest draft's form, which offers to go on with it."""
        for newest in self.desk.ledger.kept_drafts()[:1]:
            if newest.body.get("stored"):
                self.desk.doors.open_record(newest.type_name, newest.id)
            else:
                self.desk.doors.open_new(newest.type_name)

    def keys(self) -> list[Key]:
        return [Key("Ctrl+N", "登记", self._register)]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._stale:
            # The window paints before the first query, and a hidden page does not query.
            self._fill_soon.start(0)

    def arrive(self) -> None:
        self._due.setFocus()
        if not self._stale:
            self._offer_drafts()

    def refresh(self, changes: object) -> None:
        del changes  # whatever changed may be counted here
        self._stale = True
        self.update()

    def _fill(self) -> None:
        self._stale = False
        shown = self.desk.ledger.workbench()
        self._date.setText(shown.date_label)
        self._fill_entries(shown.entries)
        self._fill_tiles(shown)
        self._due.items.show_items(shown.due, self.desk.ledger.today)
        hint = "按期限排序，回车打开" if shown.due else "没有到期的事项"
        self._due_hint.setText(hint)
        if shown.due:
            self._due.selectRow(0)
        series = (
            Series("受理", tuple(month.accepted for month in shown.months)),
            Series("办结", tuple(month.closed for month in shown.months)),
        )
        self._bars.show_series([month.label for month in shown.months], series)
        self._fill_gaps(shown.gaps[:_GAPS])
        self._offer_drafts()
        self.desk.doors.show_due(_due_by_type(shown.due))
        self.filled.emit(shown)

    def _fill_entries(self, entries: tuple[str, ...]) -> None:
        names = {kind.name: kind.label for kind in self.desk.ledger.types()}
        known = tuple(name for name in entries if name in names)
        if known == self._entries:
            return
        self._entries = known
        _clear(self._buttons)
        for at, name in enumerate(known):
            look, tip = ("", "") if at else ("primary", "Ctrl+N")
            words = f"登记{names[name]}"
            made = button(words, look, theme=self.desk.theme, icon="plus", tip=tip)
            made.clicked.connect(partial(self.desk.doors.open_new, name))
            self._buttons.addWidget(made)

    def _fill_tiles(self, shown: Workbench) -> None:
        for at, frame in enumerate(self._tiles):
            frame.setVisible(at < len(shown.tiles))
        for at, (frame, tile) in enumerate(zip(self._tiles, shown.tiles, strict=False)):
            self._tile_lists[at] = tile.open
            frame.show_number(tile.label, tile.number, tile.unit, tile.note)
            frame.show_tone(tile.icon, tile.tone, opens=tile.open is not None)

    def _fill_gaps(self, gaps: tuple[Gap, ...]) -> None:
        self._no_gaps.setText("没有待补的资料")
        self._no_gaps.setVisible(not gaps)
        _clear(self._gaps)
        for gap in gaps:
            made = _GapButton(self.desk.theme, gap)
            made.clicked.connect(partial(self._open_list, gap.open))
            self._gaps.addWidget(made)

    def _register(self) -> None:
        if self._entries:
            self.desk.doors.open_new(self._entries[0])

    def _open_tile(self, at: int) -> None:
        self._open_list(self._tile_lists[at])

    def _open_list(self, query: ListQuery | None) -> None:
        if query is not None:
            intent = Intent(
                "list", type_name=query.type_name, where=tuple(query.where), name=query.search
            )
            self.desk.doors.open(intent)


def _clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.deleteLater()


def _due_by_type(due: Iterable[DueItem]) -> dict[str, tuple[int, int]]:
    """How many things of each record type are due within the week, and overdue."""
    found: dict[str, tuple[int, int]] = {}
    for item in due:
        if item.state != "later":
            near, late = found.get(item.type_name, (0, 0))
            found[item.type_name] = (near + 1, late + (item.state == "overdue"))
    return found


def make_page(desk: Desk, _intent: Intent) -> WorkbenchPage:
    """The workbench; it needs nothing from the intent."""
    return WorkbenchPage(desk)
