"""A case with everything a volume can hold, and scans drawn here: no real paper is used."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from db.kinds import RecordId
from db.ledger import Ledger
from desktop.attaching import attach
from tests.db.store.building import saved_examples


def the_case(ledger: Ledger) -> RecordId:
    """Give the case of the examples, saved with all it links to."""
    drafts = saved_examples(ledger.store)
    return next(one for one, draft in drafts.items() if draft.type.name == "mediation_case")


def photo(size: tuple[int, int] = (1240, 1754), *, mode: str = "RGB", mark: str = "1") -> bytes:
    """Give a JPEG: a grey sheet with a black bar along its top and grain like a camera's."""
    return picture(size, mode=mode, mark=mark, kind="JPEG")


@cache
def picture(
    size: tuple[int, int], *, mode: str = "RGB", mark: str = "1", kind: str = "PNG"
) -> bytes:
    """Give a picture file of a kind that Pillow writes."""
    sheet = Image.effect_noise(size, 40.0).convert(mode)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 0, size[0], size[1] // 20), fill=0)
    draw.text((size[0] // 3, size[1] // 3), f"scan {mark}", fill=0, font_size=size[0] // 10)
    made = io.BytesIO()
    sheet.save(made, kind, **({"quality": 80} if kind == "JPEG" else {}))
    return made.getvalue()


def scanned_pdf(
    pages: int, *, size: tuple[float, float] = (595.28, 841.89), turn: int = 0, mark: str = "pdf"
) -> bytes:
    """Give a PDF whose pages carry their words as text, so that they can be read back."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    for number in range(1, pages + 1):
        canvas.setFillGray(0.93)
        canvas.rect(0, 0, *size, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(size[0] / 4, size[1] - 60, f"{mark} page {number}")
        if turn:
            canvas.setPageRotation(turn)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def written(folder: Path, **files: bytes) -> list[Path]:
    """Write files into a folder; the name's underscore stands for the dot."""
    paths: list[Path] = []
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content)
        paths.append(path)
    return paths


def a_full_case(ledger: Ledger, folder: Path) -> RecordId:
    """Give a case with photos, lying and standing, and PDFs of every shape."""
    case_id = the_case(ledger)
    files: dict[str, dict[str, bytes]] = {
        "03": {"identity_jpg": photo(mark="id"), "wide_jpg": photo((1754, 1240))},
        "07": {
            "contract_pdf": scanned_pdf(3, mark="contract"),
            "lying_pdf": scanned_pdf(1, size=(841.89, 595.28), mark="lying"),
            "turned_pdf": scanned_pdf(1, size=(595.28, 595.28), turn=90, mark="turned"),
            "large_pdf": scanned_pdf(1, size=(1190.0, 1684.0), mark="large"),
        },
        "10": {"receipt_png": picture((1000, 700))},
    }
    for item, some in files.items():
        attach(ledger, case_id, written(folder, **some), item)
    return case_id
