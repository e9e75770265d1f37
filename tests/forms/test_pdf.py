"""Drawing plans to PDF: exact text, something visible, the same bytes every time."""

# The libraries used to check with are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfbase import ttfonts

from forms.fonts import face_file, run_width, shipped_fonts, split_runs
from forms.pdf import draw_pdf
from forms.plan import Bookmark, Box, Item, Page, Picture, Plan, Rule, TextRun
from forms.reportlab_patches import embeddable_font, to_unicode_map

RARE = "䶮𬭎㛃𠅤𫖯𣗋𬀩𪟝"
SIZE = 20.0


@pytest.mark.parametrize("role", ["SONG", "HEI", "FANG", "KAI", "TITLE"])
def test_rare_names_are_read_back_exactly_by_pdfium(role: str) -> None:
    names = [f"张{char}" for char in RARE] + ["冯𮧵"]
    plan = _plan(*(item for row, name in enumerate(names) for item in _line(row, name, role)))
    assert _text(draw_pdf(plan)).split() == names


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_rare_names_are_read_back_exactly_by_poppler(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(draw_pdf(_plan(*_line(0, RARE, "SONG"))))
    shown = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout
    assert shown.decode("utf-8").strip() == RARE


@pytest.mark.parametrize("char", [*RARE, "𮧵", "☐", "☑", "☒"])
def test_every_rare_character_leaves_ink(char: str) -> None:
    image = _picture_of(draw_pdf(_plan(*_line(0, char, "FANG"))))
    # A character of 20 points holds 400 square points; strokes cover far more than 2 % of it.
    assert sum(value < 128 for value in image.tobytes()) > 8


def test_more_than_256_characters_of_a_face_are_read_back() -> None:
    chars = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 700))
    rows = [chars[start : start + 25] for start in range(0, len(chars), 25)]
    plan = _plan(*(item for row, part in enumerate(rows) for item in _line(row, part, "SONG")))
    assert "".join(_text(draw_pdf(plan)).split()) == chars


def test_the_same_plan_gives_the_same_bytes_under_any_hash_seed() -> None:
    program = (
        "import hashlib; from tests.forms.test_pdf import everything_on_a_page as page;"
        "from forms.pdf import draw_pdf;"
        "data = draw_pdf(page(), attachments={'乙': b'2', '甲': b'1'});"
        "print(hashlib.sha256(data).hexdigest())"
    )
    root = Path(__file__).parents[2]
    prints = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=root,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(prints) == 1


def test_papers_drawn_by_two_threads_do_not_disturb_each_other() -> None:
    plans = [
        _plan(*_line(0, "".join(chr(code) for code in range(start, start + 400)), "SONG"))
        for start in range(0x4E00, 0x4E00 + 8 * 400, 400)
    ]
    alone = [draw_pdf(plan) for plan in plans]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(draw_pdf, plans * 3))
    assert together == alone * 3


def test_title_language_and_bookmarks_are_in_the_file() -> None:
    page = Page(items=_line(0, "卷宗", "SONG"))
    volume = Plan((page, page), "卷宗", (Bookmark("封面", 0), Bookmark("李𬭎的申请书", 1, 1)))
    data = draw_pdf([volume, volume], title="张䶮、李𬭎纠纷")
    document = pdfium.PdfDocument(data)
    marks = [(mark.level, mark.get_title(), _page_index(mark)) for mark in document.get_toc()]
    assert marks == [
        (0, "封面", 0), (1, "李𬭎的申请书", 1), (0, "封面", 2), (1, "李𬭎的申请书", 3),
    ]  # fmt: skip
    assert document.get_metadata_value("Title") == "张䶮、李𬭎纠纷"
    assert b"/Lang (zh-CN)" in data


def test_no_invented_date_is_in_the_file() -> None:
    document = pdfium.PdfDocument(draw_pdf(everything_on_a_page()))
    assert document.get_metadata_value("Creator") == "司法所台账"
    assert document.get_metadata_value("CreationDate") == ""


def test_attachments_are_read_back() -> None:
    content = '{"姓名": "李𬭎"}'.encode()
    document = pdfium.PdfDocument(
        draw_pdf(everything_on_a_page(), attachments={"记录.json": content})
    )
    attached = document.get_attachment(0)
    assert document.count_attachments() == 1
    assert attached.get_name() == "记录.json"
    assert bytes(attached.get_data()) == content


def test_lines_boxes_and_pictures_stand_where_the_plan_says() -> None:
    image = _picture_of(draw_pdf(everything_on_a_page()))
    assert image.getpixel((100, 200)) == 0, "rule from (50, 200)"
    assert image.getpixel((60, 310)) == 128, "grey box at (50, 300)"
    assert image.getpixel((220, 330)) == 255, "empty box at (200, 300)"
    assert image.getpixel((200, 330)) == 0, "left border of the empty box"
    assert image.getpixel((420, 320)) == 0, "black picture at (400, 300)"
    assert image.getpixel((300, 500)) == 255, "nothing here"


def test_text_stands_on_its_baseline_at_its_left_edge() -> None:
    data = draw_pdf(_plan(TextRun(100, 200, SIZE, "SONG", "国"), TextRun(300, 700, 10, "HEI", "x")))
    textpage = pdfium.PdfDocument(data)[0].get_textpage()
    # 国 hangs a little below its line and fills its em square almost; x stands on the line.
    left, bottom, right, top = textpage.get_charbox(0)
    assert (left, right) == pytest.approx((102, 118.5), abs=1)
    assert (841.89 - top, 841.89 - bottom) == pytest.approx((184, 201.5), abs=1)
    assert 841.89 - textpage.get_charbox(textpage.count_chars() - 1)[1] == pytest.approx(700, abs=1)


def test_a_volume_embeds_its_fonts_once() -> None:
    plan = everything_on_a_page()
    assert len(draw_pdf([plan] * 5)) < 2 * len(draw_pdf(plan))


def test_no_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="no pages"):
        draw_pdf(Plan((), "空"))


def test_no_font_is_left_outside_the_file() -> None:
    data = draw_pdf(everything_on_a_page())
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor") > 0


def test_reportlab_still_writes_astral_characters_wrongly_and_we_do_not() -> None:
    assert "<2CB4E>" in _untouched_ttfonts().makeToUnicodeCMap("F", [0, ord("𬭎")])
    assert "<D872DF4E>" in to_unicode_map("F", [0, ord("𬭎")])


def test_reportlab_still_writes_blocks_over_the_limit_and_we_do_not() -> None:
    subset = list(range(0x4E00, 0x4F00))
    assert "256 beginbfchar" in _untouched_ttfonts().makeToUnicodeCMap("F", subset)
    sizes = [int(size) for size in re.findall(r"(\d+) beginbfchar", to_unicode_map("F", subset))]
    assert sizes == [100, 100, 56]


def test_our_map_of_characters_is_the_one_reportlab_uses() -> None:
    draw_pdf(everything_on_a_page())
    assert vars(ttfonts)["makeToUnicodeCMap"] is to_unicode_map


def test_reportlab_still_copies_the_outlines_for_each_subset_and_we_do_not() -> None:
    path = str(face_file("SYM"))
    theirs = ttfonts.TTFont("copied", path, shapable=False).face
    ours = embeddable_font("mapped", shipped_fonts().typeface("SYM")).face
    assert isinstance(theirs.get_table("glyf"), bytes)
    assert not isinstance(ours.get_table("glyf"), bytes)
    assert ours.makeSubset([0, 0x2611]) == theirs.makeSubset([0, 0x2611])


def test_a_paper_carries_only_the_characters_it_shows() -> None:
    data = draw_pdf(_plan(*_line(0, "☑", "SONG")))
    assert max(int(code) for code in re.findall(rb"/LastChar (\d+)", data)) == 32
    assert b"ASCII85" not in data


def everything_on_a_page() -> Plan:
    """A page with every kind of item; another process draws it too."""
    drawn = io.BytesIO()
    Image.new("L", (4, 4), 0).save(drawn, "PNG")
    items: tuple[Item, ...] = (
        *_line(0, "人民调解协议书", "TITLE"),
        *_line(1, f"申请人李𬭎，{RARE}等☑", "FANG"),
        Rule(50, 200, 300, 200, 2.0),
        Rule(50, 220, 300, 220, 2.0),
        Box(50, 300, 100, 60, line=0, fill=128 / 255),
        Box(200, 300, 100, 60, line=2.0),
        Picture(400, 300, 80, 60, drawn.getvalue()),
        TextRun(50, 500, 12, "SONG", "拉开", 6.0),
    )
    return _plan(*items, title="一页")


def _plan(*items: Item, title: str = "测试") -> Plan:
    return Plan((Page(items=items),), title)


def _line(row: int, text: str, role: str) -> tuple[TextRun, ...]:
    x = 40.0
    found: list[TextRun] = []
    for face, part in split_runs(text, role, as_name=True):
        found.append(TextRun(x, 60 + row * 1.4 * SIZE, SIZE, face, part))
        x += run_width([(face, part)], SIZE)
    return tuple(found)


def _text(data: bytes) -> str:
    page = pdfium.PdfDocument(data)[0]
    return page.get_textpage().get_text_bounded()


def _picture_of(data: bytes) -> Image.Image:
    """The first page as grey pixels, one to the point."""
    return pdfium.PdfDocument(data)[0].render(scale=1, grayscale=True).to_pil().convert("L")


def _page_index(mark: pdfium.PdfBookmark) -> int | None:
    target = mark.get_dest()
    return target.get_index() if target else None


def _untouched_ttfonts() -> ModuleType:
    """ReportLab's font module as it comes, without our replacements."""
    source = importlib.util.find_spec("reportlab.pdfbase.ttfonts")
    assert source
    assert source.loader
    module = importlib.util.module_from_spec(source)
    source.loader.exec_module(module)
    return module
