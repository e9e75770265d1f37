"""Plans on a printer of this machine: vectors, at the printer's own resolution."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from db.faults import Fault
from desktop.paint.plan_painter import PlanPainter

if TYPE_CHECKING:  # Also tells PyInstaller to pack the module that is loaded on first use.
    from PySide6 import QtPrintSupport as QtPrintSupport  # noqa: PLC0414 - re-exported

    from forms.plan import Page, Plan


__all__ = ["PrinterRefused", "default_printer", "print_plan", "printer_names"]

_POINTS_PER_INCH = 72.0


class PrinterRefused(Fault):
    """The printer took nothing, or stopped within the job."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"打印机“{name}”没有接受打印。",
            "请检查打印机是否开机、缺纸或被停用；也可先“另存 PDF”再打印。",
        )


def _support() -> Any:
    """QtPrintSupport, imported when something is first printed (the one lazy gate here)."""
    return importlib.import_module("PySide6.QtPrintSupport")


def printer_names() -> list[str]:
    """The printers this machine knows, as the system names them."""
    return list(_support().QPrinterInfo.availablePrinterNames())


def default_printer() -> str:
    """The system's default printer, or "" when it has none."""
    return str(_support().QPrinterInfo.defaultPrinterName())


def print_plan(plan: Plan, printer_name: str, copies: int = 1, *, file: str = "") -> None:
    """Print every page of a plan; raises `PrinterRefused`.

    file: write what the printer would be sent as a PDF file instead (used by tests).
    """
    support = _support()
    printer = support.QPrinter(support.QPrinter.PrinterMode.HighResolution)
    if file:
        printer.setOutputFormat(support.QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(file)
    else:
        printer.setPrinterName(printer_name)
    printer.setCopyCount(copies)
    printer.setDocName(plan.title)
    printer.setFullPage(True)
    printer.setPageLayout(_layout(plan.pages[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused(printer_name)
    pages = PlanPainter(finest_line=0.0)
    for number, page in enumerate(plan.pages):
        if number:
            printer.setPageLayout(_layout(page))
            if not printer.newPage():
                painter.end()
                raise PrinterRefused(printer_name)
        pages.paint(painter, page, printer.resolution() / _POINTS_PER_INCH)
    if not painter.end():
        raise PrinterRefused(printer_name)


def _layout(page: Page) -> QPageLayout:
    """The sheet a page is printed on: its size without margins, the plan has its own."""
    portrait = page.width <= page.height
    short, long = sorted((page.width, page.height))
    size = QPageSize(
        QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    turn = QPageLayout.Orientation.Portrait if portrait else QPageLayout.Orientation.Landscape
    layout = QPageLayout(size, turn, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
