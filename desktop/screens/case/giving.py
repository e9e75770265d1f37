"""Giving the papers and the volume of a case out: prints, files, attachments; off the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.kinds import RecordId
from desktop.attaching import attach
from desktop.files import file_name, write_whole
from desktop.paint.printer import print_plan
from desktop.printing import Printed, print_paper
from desktop.volume import BoundVolume, bound_volume
from forms.pdf import draw_pdf
from forms.pdf_pages import PRINTED, SHOWN, pages_of_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from db.ledger import Changes, Ledger
    from desktop.page import Desk
    from desktop.record_form import RecordPage
    from desktop.work import Step
    from forms.plan import Plan

__all__ = ["CaseGiving"]

_PDF = "PDF 文件 (*.pdf)"
_ATTACHABLE = "图片和 PDF (*.jpg *.jpeg *.png *.bmp *.tif *.tiff *.pdf)"


@dataclass(frozen=True, slots=True)
class _Bound:
    """A bound volume and how its pages look on the screen."""

    volume: BoundVolume
    pages: Plan


class CaseGiving(QObject):
    """What leaves a case on paper or as a file. The case is saved before anything is made.

    ``done``: prints were made or attachments filed. ``bound``: the pages of a volume.
    """

    done = Signal()
    bound = Signal(object)

    def __init__(self, desk: Desk, page: RecordPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._public = False

    def give_public(self, public: bool) -> None:
        """Give out the publication copy from now on, or the true one again."""
        self._public = public

    def print_papers(self, names: Sequence[str], printer: str, copies: int) -> None:
        """Print these papers, each as a numbered print."""
        if self._has_printer(printer):
            self._make(names, partial(self._send, printer, copies))

    def save_papers(self, names: Sequence[str]) -> None:
        """Save these papers in one PDF file, as numbered prints."""
        if names and (file := self._file("")) is not None:
            self._make(names, partial(self._write, file))

    def bind(self) -> None:
        """Bind the whole volume into a file and show it."""
        if not self._is_saved() or (file := self._file("卷宗")) is None:
            return
        case, public = self._case, self._public

        def make(ledger: Ledger, _step: Step) -> _Bound:
            volume = bound_volume(ledger, case, public=public)
            write_whole(file, volume.pdf)
            return _Bound(volume, pages_of_pdf(volume.pdf, volume.title, SHOWN))

        self._desk.work.run(make, partial(self._tell_bound, file), self._failed)

    def print_volume(self, printer: str, copies: int) -> None:
        """Bind the whole volume and print every sheet of it, scans included."""
        if not self._has_printer(printer) or not self._is_saved():
            return
        case, public = self._case, self._public

        def make(ledger: Ledger, _step: Step) -> Plan:
            volume = bound_volume(ledger, case, public=public)
            return pages_of_pdf(volume.pdf, volume.title, PRINTED)

        self._desk.work.run(make, partial(self._send_volume, printer, copies), self._failed)

    def _send_volume(self, printer: str, copies: int, pages: Plan) -> None:
        print_plan(pages, printer, copies)
        self._desk.doors.say(f"整卷 {len(pages.pages)} 页已送打印机。")

    def _has_printer(self, printer: str) -> bool:
        if not printer:
            words = "本机没有安装打印机。", "请“另存 PDF”后到别的机器打印。"
            self._desk.messages.warn(self._page, *words)
        return bool(printer)

    def attach(self, item: str) -> None:
        """Ask for files and enter them as attachments under an item of the contents list."""
        if not self._is_saved():
            return
        files = self._desk.messages.open_files(self._page, "添加附件", _ATTACHABLE)
        if not files:
            return
        case = self._case

        def make(ledger: Ledger, _step: Step) -> tuple[int, list[Changes]]:
            changes: list[Changes] = []
            ledger.listeners.append(changes.append)
            return len(attach(ledger, case, files, item)), changes

        self._desk.work.run(make, self._attached, self._failed)

    @property
    def _case(self) -> RecordId:
        return RecordId(self._page.form.draft.id)

    def _is_saved(self) -> bool:
        """Save what was typed; False when it cannot be saved yet."""
        page = self._page
        return (page.form.draft.stored and not page.form.session.touched) or page.save()

    def _file(self, what: str) -> Path | None:
        words = " ".join(filter(None, (self._page.form.session.title(), what)))
        name = file_name(words, ".pdf")
        return self._desk.messages.save_file(self._page, "另存 PDF", name, _PDF)

    def _make(self, names: Sequence[str], then: Callable[[list[Printed]], object]) -> None:
        if not names or not self._is_saved():
            return
        case, public = self._case, self._public

        def make(ledger: Ledger, step: Step) -> list[Printed]:
            made: list[Printed] = []
            for number, name in enumerate(names):
                step(number, len(names))
                made.append(print_paper(ledger, name, [case], public=public))
            return made

        self._desk.work.run(make, then, self._failed)

    def _send(self, printer: str, copies: int, prints: Sequence[Printed]) -> None:
        for one in prints:
            print_plan(one.plan, printer, copies)
        self._say("已送打印机", prints)

    def _write(self, file: Path, prints: Sequence[Printed]) -> None:
        write_whole(file, draw_pdf([one.plan for one in prints]))
        self._say(f"已保存到 {file}", prints)

    def _say(self, what: str, prints: Sequence[Printed]) -> None:
        first, last = prints[0].number, prints[-1].number
        numbers = first if first == last else f"{first} 至 {last}"
        self._desk.doors.say(f"{what}，打印编号 {numbers}。")
        self.done.emit()

    def _tell_bound(self, file: Path, made: _Bound) -> None:
        volume = made.volume
        lacking = sum(gap.severity == "warning" for gap in volume.gaps)
        more = f"，还缺 {lacking} 项" if lacking else ""
        self._desk.doors.say(f"已装订 {volume.pages} 页到 {file}{more}。")
        if volume.warnings:
            self._desk.messages.warn(
                self._page, "整卷已装订，但有以下情况：", "\n".join(volume.warnings)
            )
        self.bound.emit(made.pages)

    def _attached(self, made: tuple[int, list[Changes]]) -> None:
        number, changes = made
        for one in changes:  # the worker's own connection told nobody in this window
            self._desk.changes.happened.emit(one)
        self._desk.doors.say(f"已添加 {number} 份附件。")
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        self._desk.messages.fault(self._page, error)
