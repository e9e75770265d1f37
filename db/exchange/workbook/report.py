"""A ReportTable as an .xlsx file: headings merged as on paper, numbers as numbers."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from db.exchange.workbook.lazy import openpyxl, safe_text
from db.statistics.table import ReportTable, heading_runs

_EPOCH = datetime.fromisoformat("2000-01-01")
"""Fixed document times, so that the same table gives the same bytes."""


def write_report(table: ReportTable) -> bytes:
    """Give the bytes of an .xlsx file with one sheet, ready to print landscape."""
    book = openpyxl().Workbook()
    sheet = book.active
    sheet.title = safe_text(table.name)[:31]
    width = len(table.columns) + 1
    _line(sheet, 1, width, table.title, size=16)
    _line(sheet, 2, width, table.period_label, size=11)
    sheet.cell(3, 1, f"填报单位（盖章）：{table.unit_name}")
    depth = max((len(c.path) for c in table.columns), default=0)
    top = 4
    _headings(sheet, table, top, depth)
    first = top + depth + 3
    for number, row in enumerate(table.rows):
        sheet.cell(first + number, 1, safe_text(row.label)).data_type = "s"
        for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True), 2):
            made = sheet.cell(first + number, place, cell.value)
            made.number_format = "0." + "0" * column.places if column.places else "0"
    last = first + len(table.rows)
    for number, note in enumerate((*table.footnotes, "　　".join(table.foot))):
        sheet.cell(last + 1 + number, 1, safe_text(note))
    _dress(sheet, top, last - 1, width, first)
    return _bytes(book)


def _line(sheet: Any, row: int, width: int, text: str, *, size: int) -> None:
    styles = openpyxl("styles")
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    cell = sheet.cell(row, 1, safe_text(text))
    cell.font = styles.Font(size=size, bold=size > 12)
    cell.alignment = styles.Alignment(horizontal="center", vertical="center")


def _headings(sheet: Any, table: ReportTable, top: int, depth: int) -> None:
    """Write the heading tree, then the unit row, then the number row."""
    sheet.cell(top, 1, table.first_heading)
    sheet.merge_cells(start_row=top, start_column=1, end_row=top + depth + 1, end_column=1)
    for level in range(depth):
        for start, end in heading_runs(table.columns, level):
            sheet.cell(top + level, start + 2, table.columns[start].path[level])
            if end > start:
                sheet.merge_cells(
                    start_row=top + level,
                    start_column=start + 2,
                    end_row=top + level,
                    end_column=end + 2,
                )
    for place, column in enumerate(table.columns, 2):
        begin = top + len(column.path)
        sheet.cell(begin, place, column.label)
        if begin < top + depth:
            sheet.merge_cells(
                start_row=begin, start_column=place, end_row=top + depth, end_column=place
            )
        sheet.cell(top + depth + 1, place, column.unit)
        sheet.cell(top + depth + 2, place, int(column.key) if column.key.isdigit() else column.key)
    sheet.cell(top + depth + 2, 1, "甲")


def _dress(sheet: Any, top: int, bottom: int, width: int, first: int) -> None:
    styles = openpyxl("styles")
    thin = styles.Side(style="thin")
    border = styles.Border(left=thin, right=thin, top=thin, bottom=thin)
    for row in sheet.iter_rows(min_row=top, max_row=bottom, max_col=width):
        for cell in row:
            cell.border = border
            cell.alignment = styles.Alignment(
                horizontal="center", vertical="center", wrap_text=True
            )
    sheet.column_dimensions["A"].width = 32
    for place in range(2, width + 1):
        letter = openpyxl("utils").get_column_letter(place)
        sheet.column_dimensions[letter].width = 8
    sheet.freeze_panes = sheet.cell(first, 2)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = openpyxl("worksheet.properties").PageSetupProperties(
        fitToPage=True
    )


def _bytes(book: Any) -> bytes:
    book.properties.created = _EPOCH
    book.properties.modified = _EPOCH
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
