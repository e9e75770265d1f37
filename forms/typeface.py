"""One TrueType file, read only as far as laying out needs: which characters, how wide.

ReportLab's own reader expands every table when a font is opened (64 ms for the body face,
156 ms for the rare one); this one maps the file and looks characters up where they stand, so
opening costs about a millisecond and a plan can be made without importing ReportLab at all.

Source: OpenType specification, tables head, hhea, hmtx, maxp, loca and cmap (formats 4 and 12).
"""

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Typeface", "TypefaceError", "read_typeface"]

_UNICODE_TABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


class TypefaceError(ValueError):
    """The file is not a TrueType font this program can print with."""


@dataclass(frozen=True, slots=True)
class _Segments:
    """Runs of characters: `starts` in order, and for each its end and its first glyph."""

    starts: Sequence[int]
    ends: Sequence[int]
    glyphs: Sequence[int]


@dataclass(frozen=True, slots=True)
class Typeface:
    """A TrueType file opened for looking characters up."""

    path: Path
    data: mmap.mmap
    units_per_em: int
    width_count: int
    widths_at: int
    outlines_at: int
    long_outlines: bool
    segments: _Segments

    def glyph(self, char: str) -> int:
        """The number of the glyph that draws a character, 0 when the file has none."""
        code = ord(char)
        segments = self.segments
        index = bisect_right(segments.starts, code) - 1
        if index < 0 or code > segments.ends[index]:
            return 0
        return segments.glyphs[index] + code - segments.starts[index]

    def draws(self, char: str) -> bool:
        """Whether the file has a visible outline for a character (a space needs none).

        Some fonts map characters to empty glyphs (AR PL UKai has 47 such hanzi): those would
        be printed as a silent blank, so they count as absent.
        """
        glyph = self.glyph(char)
        return glyph != 0 and (char.isspace() or self._has_outline(glyph))

    def width(self, char: str) -> float:
        """The advance width of a character in 1/1000 em."""
        index = min(self.glyph(char), self.width_count - 1)
        (advance,) = struct.unpack_from(">H", self.data, self.widths_at + 4 * index)
        return advance * 1000.0 / self.units_per_em

    def _has_outline(self, glyph: int) -> bool:
        if self.long_outlines:
            start, end = struct.unpack_from(">LL", self.data, self.outlines_at + 4 * glyph)
        else:
            start, end = struct.unpack_from(">HH", self.data, self.outlines_at + 2 * glyph)
        return end > start


def read_typeface(path: Path) -> Typeface:
    """Open a TrueType file.

    Raises `OSError` when it cannot be read and `TypefaceError` when it is no TrueType font
    with glyf outlines and a Unicode character map.
    """
    with path.open("rb") as file:
        try:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:
            raise TypefaceError(f"empty file: {path}") from error
    try:
        return _typeface(path, data)
    except (struct.error, IndexError) as error:
        raise TypefaceError(f"damaged font: {path}") from error


def _typeface(path: Path, data: mmap.mmap) -> Typeface:
    if data[:4] not in (b"\0\1\0\0", b"true"):
        raise TypefaceError(f"no TrueType outlines: {path}")
    tables = _tables(data)
    missing = {b"head", b"hhea", b"hmtx", b"loca", b"glyf", b"cmap"} - tables.keys()
    if missing:
        raise TypefaceError(f"tables missing {sorted(missing)}: {path}")
    (units,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    (outline_format,) = struct.unpack_from(">h", data, tables[b"head"] + 50)
    (width_count,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    return Typeface(
        path=path,
        data=data,
        units_per_em=units,
        width_count=width_count,
        widths_at=tables[b"hmtx"],
        outlines_at=tables[b"loca"],
        long_outlines=outline_format == 1,
        segments=_character_map(data, tables[b"cmap"]),
    )


def _tables(data: mmap.mmap) -> dict[bytes, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = struct.iter_unpack(">4sLLL", data[12 : 12 + 16 * count])
    return {tag: offset for tag, _, offset, _ in records}


def _character_map(data: mmap.mmap, at: int) -> _Segments:
    (count,) = struct.unpack_from(">H", data, at + 2)
    records = struct.iter_unpack(">HHL", data[at + 4 : at + 4 + 8 * count])
    offsets = {(platform, encoding): at + offset for platform, encoding, offset in records}
    for key in _UNICODE_TABLES:
        if key in offsets:
            (form,) = struct.unpack_from(">H", data, offsets[key])
            if form == 12:
                return _wide_segments(data, offsets[key])
            if form == 4:
                return _narrow_segments(data, offsets[key])
    raise TypefaceError("no Unicode character map")


def _wide_segments(data: mmap.mmap, at: int) -> _Segments:
    (count,) = struct.unpack_from(">L", data, at + 12)
    values = _big_endian("I", data[at + 16 : at + 16 + 12 * count])
    return _Segments(values[0::3], values[1::3], values[2::3])


def _narrow_segments(data: mmap.mmap, at: int) -> _Segments:
    (double,) = struct.unpack_from(">H", data, at + 6)
    count = double // 2
    ends, starts, deltas, ranges = (
        _big_endian("H", data[at + place : at + place + double])
        for place in (14, 16 + double, 16 + 2 * double, 16 + 3 * double)
    )
    found: list[tuple[int, int]] = []
    for index in range(count):
        for code in range(starts[index], ends[index] + 1):
            glyph = code
            if ranges[index]:
                skip = ranges[index] + 2 * (code - starts[index])
                place = at + 16 + 3 * double + 2 * index + skip
                (glyph,) = struct.unpack_from(">H", data, place)
            if glyph or not ranges[index]:
                found.append((code, (glyph + deltas[index]) & 0xFFFF))
    codes = [code for code, _ in found]
    return _Segments(codes, codes, [glyph for _, glyph in found])


def _big_endian(typecode: str, data: bytes) -> Sequence[int]:
    values = array(typecode, data)
    if sys.byteorder == "little":
        values.byteswap()
    return values
