"""The look: every colour can be read, every length follows the scale, every icon is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot

import desktop
from desktop.look.fonts import window_font
from desktop.look.tokens import DARK, LIGHT
from desktop.look.widgets import Banner, Pill, button
from desktop.theme import LARGE, Theme
from resources import shipped_file


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours. Source: WCAG 2.2, relative luminance."""

    def luminance(text: str) -> float:
        colour = QColor(text)
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        light = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def drawn(text: str, font: QFont) -> bytes:
    """The pixels of a character."""
    picture = QImage(40, 40, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(2, 34, text)
    painter.end()
    return bytes(picture.constBits())


def test_light_and_dark_have_the_same_tokens() -> None:
    assert list(LIGHT) == list(DARK)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "surface"), ("text", "bg"), ("text", "row_selected"), ("text2", "surface"),
        ("text2", "bg"), ("text3", "surface"), ("on_primary", "primary"), ("primary", "surface"),
        ("danger", "surface"), ("warn", "surface"), ("ok", "surface"), ("danger", "danger_soft"),
        ("warn", "warn_soft"), ("ok", "ok_soft"), ("info", "info_soft"), ("nav_text", "nav"),
        ("nav_on", "nav_selected"), ("on_badge", "badge"), ("danger", "row_selected"),
        ("warn", "row_selected"), ("primary", "primary_soft"),
    ],
)  # fmt: skip
def test_ink_can_be_read_on_its_ground(tokens: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


def test_one_scale_drives_every_length() -> None:
    assert [Theme(scale=LARGE).px(n) for n in (4, 14, 100)] == [5, 18, 125]


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_is_complete(dark: bool) -> None:
    theme = Theme(dark=dark)
    sheet = theme.qss()
    assert "$" not in sheet
    for file in re.findall(r"url\(([^)]*)\)", sheet):
        assert Path(file).exists(), file


def test_an_icon_is_drawn_in_its_colour() -> None:
    picture = Theme().pixmap("check", "danger", 16).toImage()
    assert picture.width() == 16
    inked = [
        picture.pixelColor(x, y)
        for x in range(16)
        for y in range(16)
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert {colour.name().upper() for colour in inked} == {LIGHT["danger"]}


def test_an_icon_that_was_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        Theme().icon("no-such-icon")


def test_every_icon_named_in_the_program_is_shipped() -> None:
    shipped = {file.stem for file in shipped_file("icons").glob("*.svg")}
    code = [file.read_text(encoding="utf-8") for file in Path(desktop.__path__[0]).rglob("*.py")]
    named = {name for text in code for name in re.findall(r'icon="([a-z0-9-]+)"', text)}
    named |= {name for text in code for name in re.findall(r'\.icon\("([a-z0-9-]+)"', text)}
    menu = tomllib.loads(shipped_file("icons/menu.toml").read_text(encoding="utf-8"))
    named |= {menu["other"], *menu["icons"].values()}
    assert len(named) > 20
    assert named - shipped == set()


def test_chinese_is_drawn_without_any_font_of_the_machine() -> None:
    ours = set(window_font(14).families())
    assert ours <= set(QFontDatabase.families())
    assert QFontMetrics(window_font(20)).horizontalAdvance("司") == 20


def test_rare_characters_of_names_are_drawn() -> None:
    """GB 18030-2022 level 3, two of them beyond the Basic Multilingual Plane."""
    blank = drawn("\U000e0100", window_font(32))
    for char in "䶮𬭎㛃𠅤𫖯𣗋𬀩":
        assert drawn(char, window_font(32)) not in (blank, drawn("\uffff", window_font(32))), char


def test_a_button_without_words_is_named_by_its_tip(theme: Theme, qtbot: QtBot) -> None:
    made = button("", "bare", theme=theme, icon="bell", tip="提醒")
    qtbot.addWidget(made)
    assert made.accessibleName() == "提醒"


def test_a_banner_shows_only_while_it_says_something(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme, "danger")
    qtbot.addWidget(banner)
    banner.say("还有 2 处需要更正。")
    assert banner.isVisible()
    assert banner.accessibleName() == "还有 2 处需要更正。"
    banner.say("")
    assert not banner.isVisible()


def test_a_pill_takes_the_room_its_word_needs(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill(theme, "待签协议", "warn")
    qtbot.addWidget(pill)
    short = pill.width()
    pill.show_state("调解不成功并引导起诉", "danger")
    assert pill.width() > short > 0
    pill.show_state("")
    assert pill.width() == 0
