"""Papers an office takes in, made here: photos of every make, PDF files lying, turned and large."""

# pypdfium2's and Pillow's signatures are known in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas


def photo(
    path: Path, size: tuple[int, int] = (1240, 1754), mode: str = "RGB", *, turned: int = 0
) -> Path:
    """Write a grainy picture whose displayed upper left corner has a black square."""
    sheet = Image.effect_noise(size, 50.0).point([160 + at // 3 for at in range(256)])
    ImageDraw.Draw(sheet).rectangle((0, 0, size[0] // 4, size[1] // 4), fill=0)
    sheet = sheet.convert(mode)
    if turned:
        exif = Image.Exif()
        exif[274] = turned
        sheet.save(path, exif=exif)
    else:
        sheet.save(path)
    return path


def document(
    path: Path, pages: int, mark: str, size: tuple[float, float] = (595, 842), turned: int = 0
) -> Path:
    """Write a PDF that says on each page which it is, near the corner shown upper left."""
    wide, high = size[::-1] if turned in (90, 270) else size
    canvas = Canvas(str(path), pagesize=size)
    for number in range(1, pages + 1):
        canvas.saveState()
        shown = {
            0: (60, high - 90),
            180: (wide - 60, 90),
            90: (90, 60),
            270: (high - 90, wide - 60),
        }
        canvas.translate(*shown[turned])
        canvas.rotate(turned)
        canvas.drawString(0, 0, f"{mark}{number}")
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    if turned:
        file = pypdfium2.PdfDocument(path)
        for page in file:
            page.set_rotation(turned)
        file.save(path.with_suffix(".turned"))
        file.close()
        path.with_suffix(".turned").replace(path)
    return path
