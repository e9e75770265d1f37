"""Roles and faces: which font file draws which character, and how wide it is.

A *role* is what a paper asks for (SONG, HEI, FANG, KAI, TITLE); a *face* is one font file. A
role tries its faces in turn, so that a rare character of a name is drawn by another face and
never becomes a silent blank. `resources/fonts/fonts.toml` holds the map.

Needs neither ReportLab nor Qt; each file is opened when its first character is asked for.
"""

import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path

from db.faults import Fault
from forms.typeface import Typeface, TypefaceError, read_typeface
from resources import shipped_file

__all__ = [
    "FontFault", "FontSet", "char_width", "face_file", "glyph_of", "missing_characters",
    "read_font_set", "run_width", "shipped_fonts", "split_runs", "text_width",
    "window_families", "window_files",
]  # fmt: skip

BLANK = "　"


class FontFault(Fault):
    """A font named in the font map cannot be used."""

    def __init__(self, face: str, path: Path) -> None:
        """`face` is the entry of the font map, `path` the file it names."""
        super().__init__(
            f"字体“{face}”的文件无法使用：{path}。",
            "请在 fonts.toml 中改为一个可读取的 TrueType 字体（.ttf），或恢复软件自带的设置。",
        )
        self.face = face
        self.path = path


@dataclass(frozen=True)
class FontSet:
    """A font map in use: its files, the chain of every role, and what was looked up so far."""

    files: dict[str, Path]
    roles: dict[str, tuple[str, ...]]
    designs: dict[str, tuple[str, ...]]
    misdrawn: dict[str, str] = field(default_factory=dict[str, str])
    _typefaces: dict[str, Typeface] = field(default_factory=dict[str, Typeface], repr=False)
    _glyphs: dict[str, dict[str, tuple[str, float]]] = field(
        default_factory=dict[str, dict[str, tuple[str, float]]], repr=False
    )

    def typeface(self, face: str) -> Typeface:
        """The opened file of a face; `FontFault` when it cannot be used."""
        found = self._typefaces.get(face)
        if found is None:
            try:
                found = read_typeface(self.files[face])
            except (OSError, TypefaceError) as error:
                raise FontFault(face, self.files[face]) from error
            self._typefaces[face] = found
        return found

    def face_draws(self, face: str, char: str) -> bool:
        """Whether a face draws a character, and draws that character and no other."""
        return char not in self.misdrawn.get(face, "") and self.typeface(face).draws(char)

    def glyph_of(self, char: str, role: str) -> tuple[str, float]:
        """The face that draws a character and its width in 1/1000 em.

        `("", 0.0)` for a character that leaves no mark (see `is_unmarked`). A character no
        face can draw gets the role's first face and the width of a blank, 1000.
        """
        known = self._glyphs.setdefault(role, {})
        found = known.get(char)
        if found is None:
            found = known[char] = self._look_up(char, self.roles[role])
        return found

    def _look_up(self, char: str, chain: tuple[str, ...]) -> tuple[str, float]:
        if is_unmarked(char):
            return "", 0.0
        for face in chain:
            if self.face_draws(face, char):
                return face, self.typeface(face).width(char)
        return chain[0], 1000.0

    def draws(self, char: str, role: str) -> bool:
        """Whether a role can put a character on paper (or the character needs no mark)."""
        face = self.glyph_of(char, role)[0]
        return not face or self.face_draws(face, char)

    def name_faces(self, text: str, role: str) -> tuple[str, ...] | None:
        """The faces of the first design of a role that has every character of a name.

        None when no design has them all: then the name falls back by character.
        """
        marked = {char for char in text if not is_unmarked(char)}
        for face in self.roles[role]:
            design = self.designs.get(face, (face,))
            if all(any(self.face_draws(one, char) for one in design) for char in marked):
                return design
        return None

    def split_runs(self, text: str, role: str, *, as_name: bool) -> list[tuple[str, str]]:
        """See the function of the same name."""
        design = self.name_faces(text, role) if as_name else None
        placed: list[tuple[str, str]] = []
        for char in text:
            if design:
                face = next((one for one in design if self.face_draws(one, char)), "")
            else:
                face = self.glyph_of(char, role)[0]
            if face:
                placed.append((face, char if self.face_draws(face, char) else BLANK))
        return [
            (face, "".join(char for _, char in group))
            for face, group in groupby(placed, key=lambda pair: pair[0])
        ]


def is_unmarked(char: str) -> bool:
    """Whether a character leaves no mark on paper and takes no room.

    Controls, joiners and variation selectors: input methods and copied names contain them.
    """
    code = ord(char)
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return True
    return unicodedata.category(char) in {"Cc", "Cf"}


def read_font_set(path: Path) -> FontSet:
    """The font map of a TOML file; file names without a folder stand beside the shipped map.

    Raises `KeyError` or `tomllib.TOMLDecodeError` when the map itself is written wrongly.
    """
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    folder = shipped_file("fonts")
    return FontSet(
        files={face: folder / name for face, name in content["faces"].items()},
        roles={role: tuple(chain) for role, chain in content["roles"].items()},
        designs={face: tuple(parts) for face, parts in content["designs"].items()},
        misdrawn=content.get("misdrawn", {}),
    )


@cache
def shipped_fonts() -> FontSet:
    """The fonts in use: the map that stands with the program."""
    return read_font_set(shipped_file("fonts/fonts.toml"))


def face_file(face: str) -> Path:
    """The font file of a face, for painters that load it themselves."""
    return shipped_fonts().files[face]


def glyph_of(char: str, role: str) -> tuple[str, float]:
    """The face that draws a character in a role, and its width in 1/1000 em (cached)."""
    return shipped_fonts().glyph_of(char, role)


def split_runs(text: str, role: str, *, as_name: bool = False) -> list[tuple[str, str]]:
    """The text as (face, characters) runs in reading order, by the role's fallback chain.

    With `as_name` the whole text is drawn in the first design that has every character, so a
    name never mixes stroke weights. Characters without a mark are dropped; a character that no
    face can draw becomes a full blank (ask `missing_characters` and tell the user).
    """
    return shipped_fonts().split_runs(text, role, as_name=as_name)


def char_width(face: str, char: str) -> float:
    """The advance width of a character in a face, in 1/1000 em."""
    return shipped_fonts().typeface(face).width(char)


def run_width(runs: list[tuple[str, str]], size: float) -> float:
    """The width of runs of `split_runs` at a size, both in points."""
    widths = (char_width(face, char) for face, text in runs for char in text)
    return sum(widths) * size / 1000.0


def text_width(text: str, role: str, size: float) -> float:
    """The width of a text in a role at a size, both in points."""
    fonts = shipped_fonts()
    return sum(fonts.glyph_of(char, role)[1] for char in text) * size / 1000.0


def missing_characters(text: str, role: str) -> list[str]:
    """The characters no face of the role can draw, each once, in order of appearance."""
    fonts = shipped_fonts()
    return [char for char in dict.fromkeys(text) if not fonts.draws(char, role)]


def window_files() -> list[Path]:
    """The font files the window registers with Qt."""
    return [face_file(face) for face in _window_entry("faces")]


def window_families() -> list[str]:
    """The font families the window asks for, in order of fallback."""
    return _window_entry("families")


def _window_entry(name: str) -> list[str]:
    text = shipped_file("fonts/fonts.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["window"][name])
