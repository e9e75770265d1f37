"""From paper back to the file: scans are dropped here and go to their cases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget

from db.faults import Fault
from desktop.look.widgets import Banner, button, card, column, label, panel, row
from desktop.page import Desk, Intent, Page
from desktop.record_list.empty import EmptyNote
from desktop.scan_places import takes_scans
from desktop.scanning import (
    Choice,
    Filed,
    PageKey,
    Sorted,
    SortedPage,
    file_scans,
    scan_files,
    sort_scans,
)
from desktop.windows.scan_side import ScanSide
from desktop.windows.scan_table import ScanTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from db.ledger import Ledger
    from desktop.work import Step

__all__ = ["ScanPage", "make_page"]

_KINDS: Final = "扫描件 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;全部文件 (*)"
_EMPTY, _PAGES = range(2)


class ScanPage(Page):
    """The pages scanned, those that wait for a decision on top; one button files the rest."""

    title = "扫描归档"
    menu_name = "scans"

    def __init__(self, desk: Desk, case: str = "") -> None:
        super().__init__(desk)
        self.found = Sorted()
        self.choices: dict[PageKey, Choice] = {}
        self.words: dict[PageKey, str] = {}
        self.replacing: set[PageKey] = set()
        self._said = {tone: Banner(desk.theme, tone) for tone in ("ok", "warn", "danger")}
        self.table = ScanTable(desk.theme)
        self.empty = EmptyNote(desk.theme)
        self.side = ScanSide(desk, takes_scans(desk.ledger)[0])
        self._lay_out()
        self._connect()
        if case:
            self.side.choose_case(case)
        self._show()

    # What it looks like ---------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self.setAcceptDrops(True)
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(theme.px(4))
        self._busy.setAccessibleName("正在识别")
        self._busy.hide()
        self._count = label("", "muted")
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "clear")
        self._stack.addWidget(card(theme, self.empty, margins=(1, 1, 1, 1)))
        frame = card(theme, self.table, margins=(1, 1, 1, 1), spacing=0)
        pages = row(theme, frame, self.side, spacing=12)
        pages.setStretch(0, 1)
        self._stack.addWidget(panel(pages))
        self.empty.say(
            "把扫描件或文件夹拖到这里",
            "印有识别码的页会自己找到案件和位置；认不出的页由您指定，程序不猜。",
            "选择文件",
        )
        page = column(
            theme, self._head(), *self._said.values(), self._busy, self._stack, spacing=10,
            margins=(18, 14, 18, 12),
        )  # fmt: skip
        page.setStretch(page.count() - 1, 1)
        self.setLayout(page)

    def _head(self) -> QBoxLayout:
        theme = self.desk.theme
        self.files = button("选择文件", theme=theme, icon="file-input")
        self.folder = button("选择文件夹", theme=theme, icon="folder-open")
        self.file = button("归入案卷", "primary", theme=theme, icon="archive")
        return row(
            theme, label(self.title, "h1"), self._count, None, self.files, self.folder, self.file
        )

    def _connect(self) -> None:
        self.files.clicked.connect(self.choose_files)
        self.empty.wanted.connect(self.choose_files)
        self.folder.clicked.connect(self.choose_folder)
        self.file.clicked.connect(self.file_all)
        self.table.selectionModel().currentRowChanged.connect(self._show_side)
        self.table.opened.connect(self._open)
        self.side.put.connect(self._put)
        self.side.replace_wanted.connect(self._swap)

    # As the window asks ---------------------------------------------------------------

    def arrive(self) -> None:
        (self.table if self.found.all_pages else self.files).setFocus()

    def can_leave(self) -> bool:
        waiting = len(self.found.placed) + len(self.choices) + len(self.replacing)
        return not waiting or self.desk.messages.ask(
            self, f"有 {waiting} 页还没有归入案卷。", "离开后要重新选择这些扫描件。", yes="离开"
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take(paths)

    # Recognising ----------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for scans."""
        self.take(self.desk.messages.open_files(self, "选择扫描件", _KINDS))

    def choose_folder(self) -> None:
        """Ask for a folder of scans."""
        folder = self.desk.messages.open_folder(self, "选择放扫描件的文件夹")
        self.take([] if folder is None else [folder])

    def take(self, paths: Sequence[Path]) -> None:
        """Recognise these files and folders beside those shown already."""
        if not paths:
            return
        known = {one.file for one in self.found.all_pages}
        files = [one for one in scan_files(paths) if one not in known]
        before = self.found
        if not files:
            self._say("warn", "这里没有新的扫描件。请选择 PDF、JPEG、PNG 或 TIFF 文件。")
            return
        self._start()

        def sort(ledger: Ledger, step: Step) -> Sorted:
            return sort_scans(ledger, files, step, before)

        self.desk.work.run(sort, self._sorted, self._failed, self._stepped, key=f"scan {id(self)}")

    def _sorted(self, found: Sorted) -> None:
        self._end()
        self.found = self.found.and_also(found)
        self._show()
        self.table.setFocus()

    # Deciding -------------------------------------------------------------------------

    def _put(self, choice: Choice, words: str) -> None:
        for page in self.table.selected_pages(self.found):
            if page.place is None and page.picture is not None:
                self.choices[page.key], self.words[page.key] = choice, words
        self._show()

    def _swap(self) -> None:
        page = self.table.page
        if page is not None:
            self.replacing ^= {page.key}
            self._show()

    def _open(self, what: object) -> None:
        if isinstance(what, SortedPage) and what.place is not None:
            self.desk.doors.open_record(what.place.type_name, what.place.case)

    def _show(self) -> None:
        found = self.found
        self.table.show_pages(found, (self.choices, self.words, self.replacing))
        self._stack.setCurrentIndex(_PAGES if found.all_pages else _EMPTY)
        ready = len(found.placed) + len(self.choices) + len(self.replacing)
        waiting = len(found.unknown) - len(self.choices) + len(found.instead) - len(self.replacing)
        parts = [f"共 {len(found.all_pages)} 页", f"可归入 {ready} 页"]
        parts += [f"待决定 {waiting} 页"] if waiting else []
        parts += [f"早已归入 {len(found.already)} 页"] if found.already else []
        self._count.setText("，".join(parts) if found.all_pages else "")
        self.file.setEnabled(ready > 0)
        self._show_side()

    def _show_side(self, *_: object) -> None:
        page = self.table.page
        instead = page is not None and any(page is one for one in self.found.instead)
        waits = page is not None and page.place is None and page.picture is not None
        replaces = page.key in self.replacing if page is not None and instead else None
        self.side.show_page(page, waits=waits, replaces=replaces)

    # Filing ---------------------------------------------------------------------------

    def file_all(self) -> None:
        """File everything that has a place."""
        found, choices, replacing = self.found, dict(self.choices), set(self.replacing)
        self._start()

        def file(ledger: Ledger, step: Step) -> Filed:
            return file_scans(ledger, found, choices, replacing, step)

        self.desk.work.run(file, self._filed, self._failed, self._stepped)

    def _filed(self, filed: Filed) -> None:
        self._end()
        done = {page.key for page in [*filed.pages, *filed.already]}
        gone = done | {page.key for page in filed.refused}
        unknown = [one for one in self.found.unknown if one.key not in gone]
        self.found = Sorted(
            instead=[one for one in self.found.instead if one.key not in gone],
            unknown=[*filed.refused, *unknown],
        )
        self.choices = {key: one for key, one in self.choices.items() if key not in gone}
        self.replacing -= gone
        self._show()
        for change in filed.changes:  # the worker's own connection told nobody in this window
            self.desk.changes.happened.emit(change)
        if filed.refused:
            self._say(
                "warn", f"已归入 {len(filed.pages)} 页；{len(filed.refused)} 页没有归入，请看下表。"
            )
        else:
            self._say("ok", f"已归入 {len(filed.pages)} 页。纸质原件请照常入卷保存。")

    def _start(self) -> None:
        self._say("", "")
        self._busy.setRange(0, 0)
        self._busy.show()
        for one in (self.files, self.folder, self.file):
            one.setEnabled(False)

    def _stepped(self, done: int, total: int) -> None:
        if total > 1:  # of one file nobody knows how far it is: the bar goes on running
            self._busy.setRange(0, total)
            self._busy.setValue(done)

    def _end(self) -> None:
        self._busy.hide()
        self.files.setEnabled(True)
        self.folder.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._show()
        if not isinstance(error, Fault):
            raise error
        self._say("danger", f"{error.what}{error.advice}")

    def _say(self, tone: str, words: str) -> None:
        for name, banner in self._said.items():
            banner.say(words if name == tone else "")


def make_page(desk: Desk, intent: Intent) -> ScanPage:
    """The scans; opened from a case, that case is proposed for pages not recognised."""
    return ScanPage(desk, intent.record_id)
