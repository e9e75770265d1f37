"""Which fonts are built from what: sources, character sets and recipes as data.

Everything comes from package registries (npm, Debian), in exact versions, so that anyone can
rebuild the same files. Their licences stand in resources/fonts/LICENSES.
"""

import bz2
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PACKAGES", "RECIPES", "CharacterSet", "Package", "Recipe", "common_hanzi"]

SERIF = "@expo-google-fonts/noto-serif-sc"
SANS = "@expo-google-fonts/noto-sans-sc"
WENKAI = "fonts-lxgw-wenkai"
HANAZONO = "fonts-hanazono"
FANDOL = "texlive-lang-chinese"
UNIHAN = "unicode-data"

GOOGLE_LICENCE = "SIL Open Font License 1.1, see LICENSES"
OWN_LICENCE = "Part of this program, see LICENSES"


@dataclass(frozen=True)
class Package:
    """A package of a registry: `registry` is "npm" or "apt"."""

    registry: str
    name: str
    version: str


@dataclass(frozen=True)
class Recipe:
    """How one face is made.

    `characters` names a set of `CharacterSet`; `source` is a path inside the unpacked package,
    empty for the font drawn by ourselves. `steps` is told in the lock file; `changes` names
    changes of outlines (see `font_changes`).
    """

    face: str
    file: str
    family: str
    package: str
    source: str
    characters: str
    licence: str
    steps: str = "subset; hinting and layout tables dropped; renamed; times fixed"
    bold: bool = False
    changes: tuple[str, ...] = ()


PACKAGES = (
    Package("npm", SERIF, "0.4.3"),
    Package("npm", SANS, "0.4.3"),
    Package("apt", WENKAI, "1.250+repack-1"),
    Package("apt", HANAZONO, "20170904-2.1"),
    Package("apt", FANDOL, "2022.20230122-1"),
    Package("apt", UNIHAN, "15.0.0-1"),
)

_TRUETYPE = "usr/share/fonts/truetype"
_FANDOL_FILE = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf"

RECIPES = (
    Recipe(
        "SONG", "SifasuoSong.ttf", "Sifasuo Song",
        SERIF, "package/400Regular/NotoSerifSC_400Regular.ttf", "all", GOOGLE_LICENCE,
        changes=("full-width-dash", "digits-of-one-width"),
    ),
    Recipe(
        "HEI", "SifasuoHei.ttf", "Sifasuo Hei",
        SANS, "package/500Medium/NotoSansSC_500Medium.ttf", "common", GOOGLE_LICENCE,
        changes=("full-width-dash",),
    ),
    Recipe(
        "FANG", "SifasuoFang.ttf", "Sifasuo Fang",
        FANDOL, _FANDOL_FILE, "no-latin", "GNU GPL 3 with font exception, see LICENSES",
        steps="CFF outlines to quadratic (cu2qu, error 1.0 unit); subset; layout tables dropped; "
        "renamed; times fixed",
        changes=("raised",),
    ),
    Recipe(
        "FANG_FILL", "SifasuoFangFill.ttf", "Sifasuo Fang Fill",
        SERIF, "package/300Light/NotoSerifSC_300Light.ttf", "common-not-fang", GOOGLE_LICENCE,
        changes=("smaller-hanzi", "digits-of-one-width"),
    ),
    Recipe(
        "KAI", "SifasuoKai.ttf", "Sifasuo Kai",
        WENKAI, f"{_TRUETYPE}/lxgw-wenkai/LXGWWenKai-Light.ttf", "common-no-quotes", GOOGLE_LICENCE,
    ),
    Recipe(
        "TITLE", "SifasuoTitle.ttf", "Sifasuo Title",
        SERIF, "package/700Bold/NotoSerifSC_700Bold.ttf", "common", GOOGLE_LICENCE,
        changes=("full-width-dash", "digits-of-one-width"),
    ),
    Recipe(
        "SYM", "SifasuoSymbols.ttf", "Sifasuo Symbols",
        "", "", "symbols", OWN_LICENCE, steps="drawn by tools/symbol_font.py",
    ),
    Recipe(
        "HAN", "SifasuoHan.ttf", "Sifasuo Han",
        HANAZONO, f"{_TRUETYPE}/hanazono/HanaMinB.ttf", "beyond-16-bit",
        "Hanazono Font License, see LICENSES",
    ),
    Recipe(
        "HAN_COMMON", "SifasuoHanCommon.ttf", "Sifasuo Han Common",
        HANAZONO, f"{_TRUETYPE}/hanazono/HanaMinA.ttf", "common-names",
        "Hanazono Font License, see LICENSES",
    ),
    Recipe(
        "UI", "SifasuoUI-Regular.ttf", "Sifasuo UI",
        SANS, "package/400Regular/NotoSansSC_400Regular.ttf", "common", GOOGLE_LICENCE,
        changes=("full-width-dash",),
    ),
    Recipe(
        "UI_BOLD", "SifasuoUI-Bold.ttf", "Sifasuo UI",
        SANS, "package/700Bold/NotoSansSC_700Bold.ttf", "common", GOOGLE_LICENCE, bold=True,
        changes=("full-width-dash",),
    ),
    Recipe(
        "UI_MORE", "SifasuoUIMore.ttf", "Sifasuo UI More",
        SANS, "package/400Regular/NotoSansSC_400Regular.ttf", "rest", GOOGLE_LICENCE,
    ),
)  # fmt: skip


def common_hanzi(unihan: Path) -> frozenset[int]:
    """The 8,105 characters of 通用规范汉字表, from the field kTGH of Unihan."""
    path = unihan / "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
    lines = bz2.decompress(path.read_bytes()).decode("utf-8").splitlines()
    found = (line.split("\t") for line in lines if "\tkTGH\t" in line)
    return frozenset(int(code.removeprefix("U+"), 16) for code, _, _ in found)


def _span(*spans: tuple[int, int]) -> frozenset[int]:
    return frozenset(code for first, last in spans for code in range(first, last + 1))


# Latin with accents, Greek, Cyrillic, punctuation, arrows, numbers in circles, kana, full width.
_MARKS_AND_LETTERS = _span(
    (0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x3FF), (0x400, 0x45F), (0x2000, 0x20CF),
    (0x2100, 0x23FF), (0x2460, 0x27FF), (0x3000, 0x30FF), (0x3105, 0x312F), (0x3200, 0x33FF),
    (0xFE10, 0xFE6F), (0xFF00, 0xFFEF),
)  # fmt: skip
HANZI = _span((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2EBEF))
# Drawn by SYM, so that boxes look the same in every role.
PUNCTUATION = _MARKS_AND_LETTERS - _span((0x2610, 0x2612), (0x2713, 0x2714), (0x2717, 0x2718))
# The Latin letters and digits of FandolFang are bold slabs; FANG_FILL draws them.
LATIN = _span((0x21, 0x7E), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F))
# Half as wide as a Chinese quotation mark in WenKai, so SONG draws them instead.
NARROW_QUOTES = _span((0x2018, 0x2019), (0x201C, 0x201D))
NAME_MARKS = _span((0x20, 0x20), (0xB7, 0xB7), (0x2022, 0x2022), (0x3000, 0x3000))


@dataclass(frozen=True)
class CharacterSet:
    """The character sets the recipes name; `fang` is what the finished FANG draws."""

    common: frozenset[int]
    fang: frozenset[int]

    def named(self, name: str) -> frozenset[int]:
        """The code points of a set by its name in a recipe."""
        sets: dict[str, Callable[[], frozenset[int]]] = {
            "all": lambda: HANZI | PUNCTUATION,
            "no-latin": lambda: (HANZI | PUNCTUATION) - LATIN,
            "common": lambda: self.common | PUNCTUATION,
            "common-no-quotes": lambda: (self.common | PUNCTUATION) - NARROW_QUOTES,
            "rest": lambda: HANZI - self.common,
            "common-not-fang": lambda: (self.common - self.fang) | LATIN | _span((0x20, 0x20)),
            "common-names": lambda: self.common | NAME_MARKS,
            # The spaces give it a 16 bit map as well, without which Windows may refuse the file.
            "beyond-16-bit": lambda: _span((0x20, 0x20), (0x3000, 0x3000), (0x20000, 0x2EBEF)),
        }
        return sets[name]()
