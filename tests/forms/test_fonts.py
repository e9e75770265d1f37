"""Roles, faces and fallback: every name can be printed, and none prints as a silent blank."""

# The libraries used to check with are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase.ttfonts import TTFont

from forms.fonts import (
    FontFault,
    FontSet,
    face_file,
    missing_characters,
    read_font_set,
    shipped_fonts,
    split_runs,
    text_width,
    window_families,
    window_files,
)  # fmt: skip
from resources import shipped_file

RARE = "䶮𬭎㛃𠅤𫖯𣗋𬀩𪟝𮧵"
ROLES = ("SONG", "HEI", "FANG", "KAI", "TITLE")
NAMES = (
    "张䶮",
    "李𬭎",
    "王㛃",
    "赵𠅤",
    "孙𫖯",
    "周𣗋",
    "吴𬀩",
    "郑𪟝",
    "冯𮧵",
    "陈堃",
    "买买提·𮧵",
)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_draws_the_rare_characters_of_names(role: str) -> None:
    assert missing_characters(RARE + "堃昉玥翀旻喆赟垚珺璟旸", role) == []


@pytest.mark.parametrize("role", ROLES)
def test_every_role_draws_the_marks_of_forms(role: str) -> None:
    assert missing_characters("☐☑☒✓✗√×□■○①⑳〇㎡℃№“”‘’——……《》〔〕￥％", role) == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_drawn_in_one_design(role: str, name: str) -> None:
    faces = {face for face, _ in split_runs(name, role, as_name=True)}
    designs = [set(design) for design in shipped_fonts().designs.values()]
    assert len(faces) == 1 or any(faces <= design for design in designs)


def test_text_that_is_no_name_changes_face_only_where_it_must() -> None:
    assert split_runs("调解员陈堃到场", "FANG") == [
        ("FANG", "调解员陈"),
        ("FANG_FILL", "堃"),
        ("FANG", "到场"),
    ]


@pytest.mark.parametrize("role", ROLES)
def test_runs_give_the_text_back_in_order(role: str) -> None:
    text = f"2024年3月5日，{RARE}等（No. 1）☑同意"
    assert "".join(part for _, part in split_runs(text, role)) == text


def test_a_character_no_font_has_becomes_a_blank_and_is_reported() -> None:
    text = "张\U000f1234三"
    assert split_runs(text, "SONG") == [("SONG", "张　三")]
    assert missing_characters(text, "SONG") == ["\U000f1234"]


@pytest.mark.parametrize("role", ROLES)
def test_digits_have_one_width_so_that_numbers_align(role: str) -> None:
    assert len({text_width(digit, role, 10) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("role", ROLES)
def test_dashes_join(role: str) -> None:
    assert text_width("——", role, 10) == 20


def test_variation_selectors_and_joiners_take_no_room() -> None:
    text = "葛\U000e0100\u200b洪"
    assert split_runs(text, "SONG", as_name=True) == [("SONG", "葛洪")]
    assert text_width(text, "SONG", 10) == text_width("葛洪", "SONG", 10) == 20
    assert missing_characters(text, "SONG") == []


def test_a_glyph_without_outline_counts_as_missing(tmp_path: Path) -> None:
    files = shipped_fonts().files | {"KAI": _font_with_blank(tmp_path, blank="䶮", drawn="一")}
    font_set = FontSet(files, shipped_fonts().roles, {})
    assert font_set.glyph_of("一", "KAI")[0] == "KAI"
    assert font_set.glyph_of("䶮", "KAI")[0] == "SONG"
    assert font_set.glyph_of(" ", "KAI")[0] == "KAI"


def test_a_face_is_opened_when_its_first_character_is_asked_for() -> None:
    font_set = FontSet(shipped_fonts().files, shipped_fonts().roles, {})
    font_set.split_runs("申请人", "FANG", as_name=False)
    assert set(font_set._typefaces) == {"FANG"}  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize("face", ["FANG", "SYM", "HAN_COMMON"])
def test_widths_and_coverage_agree_with_reportlab(face: str) -> None:
    typeface = shipped_fonts().typeface(face)
    theirs = TTFont(f"check-{face}", str(typeface.path), shapable=False).face
    # ReportLab adds a no-break space that the file need not have.
    codes = [code for code in theirs.charToGlyph if 0x20 <= code < 0xFFFF and code != 0xA0]
    assert [typeface.glyph(chr(code)) for code in codes] == [
        theirs.charToGlyph[code] for code in codes
    ]
    assert [typeface.width(chr(code)) for code in codes] == pytest.approx(
        [theirs.charWidths[code] for code in codes]
    )


def test_a_site_font_that_is_no_font_is_a_fault_the_user_can_mend(tmp_path: Path) -> None:
    wrong = tmp_path / "仿宋.ttf"
    wrong.write_bytes("这不是字体".encode())
    font_set = FontSet({"FANG": wrong}, {"FANG": ("FANG",)}, {})
    with pytest.raises(FontFault, match=r"无法使用.*fonts\.toml"):
        font_set.glyph_of("一", "FANG")


def test_a_site_may_name_its_own_font_by_full_path(tmp_path: Path) -> None:
    own = _font_with_blank(tmp_path, blank="二", drawn="一")
    text = shipped_file("fonts/fonts.toml").read_text(encoding="utf-8")
    map_file = tmp_path / "fonts.toml"
    map_file.write_text(text.replace("SifasuoFang.ttf", own.as_posix()), encoding="utf-8")
    font_set = read_font_set(map_file)
    assert font_set.split_runs("一二", "FANG", as_name=False) == [("FANG", "一"), ("SONG", "二")]


def test_font_files_are_those_of_the_lock() -> None:
    lock = json.loads(shipped_file("fonts/fonts.lock.json").read_text(encoding="utf-8"))
    assert set(lock) == set(shipped_fonts().files)
    for face, entry in lock.items():
        data = face_file(face).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], face


def test_the_window_is_given_families_for_all_its_files() -> None:
    lock = json.loads(shipped_file("fonts/fonts.lock.json").read_text(encoding="utf-8"))
    by_file = {entry["file"]: entry["family"] for entry in lock.values()}
    families = {by_file[path.name] for path in window_files()}
    assert families == set(window_families())


def test_laying_out_needs_no_reportlab() -> None:
    program = (
        "import sys, forms.plan, forms.pdf; from forms.fonts import text_width;"
        "assert text_width('张𬭎', 'FANG', 10) == 20.0; print('reportlab' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "False"


def _font_with_blank(folder: Path, *, blank: str, drawn: str) -> Path:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 800))
    pen.lineTo((900, 0))
    pen.closePath()
    empty = TTGlyphPen(None).glyph()
    glyphs = {".notdef": empty, "space": empty, "blank": empty, "drawn": pen.glyph()}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({0x20: "space", ord(blank): "blank", ord(drawn): "drawn"})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Blank", "styleName": "Regular", "psName": "Blank"})
    builder.setupOS2()
    builder.setupPost()
    path = folder / "blank.ttf"
    builder.save(path)
    return path


def test_money_in_the_official_face_has_a_yuan_sign() -> None:
    # The 仿宋 file draws a dollar for ￥; what it draws wrongly another face draws.
    assert [face for face, _ in split_runs("￥", "FANG")] == ["SONG"]
    assert [face for face, _ in split_runs("￥", "FANG", as_name=True)] != ["FANG"]
