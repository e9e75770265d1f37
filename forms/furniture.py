"""Head and foot of the pages: page number, number of the print, code of the page."""

from __future__ import annotations

from forms.declaration import Footer
from forms.fonts import split_runs, text_width
from forms.layout import Sheet
from forms.layout.pages import Furniture
from forms.plan import Box, Item, TextRun

__all__ = ["page_furniture", "volume_number"]

# 一字线 stands 7 mm below the text. Source: GB/T 9704-2012, 7.5.
BELOW = 7 * 72 / 25.4
OUTER_SIZE = 14.0
CENTRE_SIZE = 9.0
PRINT_SIZE = 8.0
# Digits of this size stay within the lowest 10 mm, and 5 mm from the edge printers leave white.
SCAN_BELOW = 14.5


def page_furniture(
    sheet: Sheet,
    footer: Footer,
    print_number: str = "",
    code: Furniture | None = None,
    mark: str = "",
) -> Furniture:
    """The foot of every page: its number, and opposite it the print number.

    The page number stands at the outer edge, one character in from it, so that it stays free
    of the binding, or in the middle; the print number keeps to the inner edge. `code` gives
    the page's code, which stands below both. `mark` stands in place of the print number.
    """

    def items(number: int, count: int) -> list[Item]:
        y = _foot(sheet)
        right_hand = number % 2 == 1
        found: list[Item] = _frame(sheet) if footer.frame else []
        if footer.form != "none" and (footer.always or count > 1):
            found += _page_number(sheet, footer, (number, count), y)
        if mark or print_number:
            text = mark or f"打印编号 {print_number}"
            x = sheet.left
            if footer.form != "outer" or not right_hand:
                x = sheet.width - sheet.right - text_width(text, "SONG", PRINT_SIZE)
            found += _runs(text, PRINT_SIZE, x, y)
        if code is not None:
            found += code(number, count)
        return found

    return items


def volume_number(number: int, sheet: Sheet, *, scanned: bool = False) -> list[Item]:
    """The number of a page in its volume, where a paper has its own: at the outer edge.

    On a scanned page it stands in the white margin below the picture.
    """
    y = sheet.height - SCAN_BELOW if scanned else _foot(sheet)
    return _page_number(sheet, Footer("outer", always=True), (number, number), y)


def public_mark(mark: str, sheet: Sheet) -> list[Item]:
    """What says in the middle of the foot that a page of a volume is a copy to be published."""
    width = text_width(mark, "SONG", PRINT_SIZE)
    return _runs(mark, PRINT_SIZE, round((sheet.width - width) / 2, 2), _foot(sheet))


def _foot(sheet: Sheet) -> float:
    return round(sheet.height - sheet.bottom + min(BELOW + 5.0, sheet.bottom * 0.6), 2)


def _frame(sheet: Sheet) -> list[Item]:
    """A strong and a fine line around the page, half way into the margins."""
    items: list[Item] = []
    for inset, line in ((0.5, 2.5), (0.58, 0.6)):
        x, y = sheet.left * inset, sheet.top * inset
        width = sheet.width - x - sheet.right * inset
        height = sheet.height - y - sheet.bottom * inset
        items.append(Box(round(x, 2), round(y, 2), round(width, 2), round(height, 2), line))
    return items


def _page_number(sheet: Sheet, footer: Footer, numbers: tuple[int, int], y: float) -> list[Item]:
    number, count = numbers
    if footer.form == "centre":
        text = f"第 {number} 页 共 {count} 页"
        width = text_width(text, "SONG", CENTRE_SIZE)
        return _runs(text, CENTRE_SIZE, sheet.left + (sheet.measure - width) / 2, y)
    text = f"— {number} —"
    x = sheet.left + OUTER_SIZE
    if number % 2 == 1:
        width = text_width(text, "SONG", OUTER_SIZE)
        x = sheet.width - sheet.right - OUTER_SIZE - width
    return _runs(text, OUTER_SIZE, x, y)


def _runs(text: str, size: float, x: float, y: float) -> list[Item]:
    items: list[Item] = []
    for face, part in split_runs(text, "SONG"):
        items.append(TextRun(round(x, 2), y, size, face, part))
        x += text_width(part, "SONG", size)
    return items
