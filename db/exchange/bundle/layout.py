"""The layout of a bundle file: plain header, sealed part, signature; see FORMAT.md."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from importlib import import_module
from typing import Any, Literal, cast

from db.exchange.faults import (
    CutOff,
    DamagedHeader,
    DamagedInside,
    EmptyFile,
    HasMore,
    NewerFormat,
    NotABundle,
    TooLarge,
)
from db.exchange.sealing import SUITE, sign
from db.store.changes import canonical

MAGIC = b"SIFASUO BUNDLE\n"
FORMAT = 1
SIGNATURE = b"\nSIGNATURE "
TRAILER_BYTES = len(SIGNATURE) + 128 + 1
PROGRAM = "0.1.0"
"""Version of the program, for the manifest; ``desktop.VERSION`` is the same."""

LONGEST_HEADER = 65_536
LARGEST_SEALED = 512 * 1024 * 1024
LONGEST_LINE = 8 * 1024 * 1024
LARGEST_UNPACKED = 1024 * 1024 * 1024
"""Caps against bombs: ten years of a large office are 30 MB sealed, 90 MB unpacked."""
_PIECE = 256 * 1024
_LEVEL = 9

Kind = Literal["regular", "receipt"]


@dataclass(frozen=True, slots=True)
class Header:
    """The plain header: who sends what to whom, nothing about people.

    key: short name of the signing key. heads: writer → hash of its newest transaction.
    """

    kind: Kind
    sender_code: str
    sender_name: str
    receivers: tuple[str, ...]
    number: int
    key: str
    heads: dict[str, str] = field(default_factory=dict[str, str])
    format: int = FORMAT
    suite: int = SUITE
    sealed_bytes: int = 0
    sealed_sha256: str = ""

    def address(self) -> dict[str, Any]:
        """Give what the manifest repeats, so that nobody can wrap it anew."""
        return {
            "kind": self.kind,
            "sender": {"code": self.sender_code, "name": self.sender_name},
            "receivers": list(self.receivers),
            "number": self.number,
            "key": self.key,
            "heads": self.heads,
        }

    def line(self) -> bytes:
        """Give the header line."""
        words = {
            **self.address(),
            "format": self.format,
            "suite": self.suite,
            "sealed_bytes": self.sealed_bytes,
            "sealed_sha256": self.sealed_sha256,
        }
        return canonical(words).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The first line inside: what the bundle holds and what it rests on.

    ranges: writer → first and last transaction and change, hash before, hash at the end.
    needs: vector that must be there before; needs_bundle: number of the bundle that
    brought it. after: vector once applied. totals: the sender's live rows per type.
    """

    address: dict[str, Any]
    ledger: str
    level: int
    minimum_reader: int
    program: str
    clock: str
    reason: str = ""
    changes: int = 0
    transactions: int = 0
    tables: dict[str, int] = field(default_factory=dict[str, int])
    ranges: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    needs: dict[str, int] = field(default_factory=dict[str, int])
    needs_bundle: int = 0
    after: dict[str, int] = field(default_factory=dict[str, int])
    totals: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    receipt: dict[str, Any] = field(default_factory=dict[str, Any])

    def line(self) -> str:
        """Give the manifest line."""
        return canonical(asdict(self))


@dataclass(frozen=True, slots=True)
class Parts:
    """A file taken apart: header, sealed part, what is signed, the signature."""

    header: Header
    sealed: bytes
    signed: bytes
    signature: str

    @property
    def id(self) -> str:
        """Give the bundle's id: 128 bits of SHA-256 over all that is signed."""
        return hashlib.sha256(self.signed).hexdigest()[:32]


def assemble(header: Header, sealed: bytes, seed: bytes) -> bytes:
    """Give the whole file: header with size and hash, sealed part, signature."""
    words = asdict(header)
    words["sealed_bytes"] = len(sealed)
    words["sealed_sha256"] = hashlib.sha256(sealed).hexdigest()
    signed = MAGIC + Header(**words).line() + sealed
    return signed + SIGNATURE + sign(seed, signed).encode() + b"\n"


def take_apart(raw: bytes) -> Parts:
    """Take a file apart by its own header; a Fault for whatever does not fit."""
    if not raw:
        raise EmptyFile
    if not raw.startswith(MAGIC):
        if MAGIC.startswith(raw):
            raise CutOff
        raise NotABundle(_looks_like(raw))
    end = raw.find(b"\n", len(MAGIC), len(MAGIC) + LONGEST_HEADER)
    if end < 0:
        raise CutOff if len(raw) < len(MAGIC) + LONGEST_HEADER else DamagedHeader
    header = _read_header(raw[len(MAGIC) : end])
    start = end + 1
    stop = start + header.sealed_bytes
    if len(raw) < stop + TRAILER_BYTES:
        raise CutOff
    if len(raw) > stop + TRAILER_BYTES:
        raise HasMore
    trailer = raw[stop:]
    signature = trailer[len(SIGNATURE) : -1]
    if not trailer.startswith(SIGNATURE) or not trailer.endswith(b"\n"):
        signature = b""
    text = signature.decode("ascii", "replace")
    return Parts(header, raw[start:stop], raw[:stop], text)


def pack(lines: Iterable[str]) -> bytes:
    """Give lines as one zstd frame with its size and check sum; the same lines, same bytes."""
    content = "".join(f"{line}\n" for line in lines).encode()
    zstd: Any = import_module("zstandard")
    packed: bytes = zstd.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(content)
    return packed


def unpack(
    packed: bytes, *, longest_line: int = LONGEST_LINE, most: int = LARGEST_UNPACKED
) -> Iterator[str]:
    """Give the lines of a zstd frame piece by piece; TooLarge, DamagedInside."""
    zstd: Any = import_module("zstandard")
    total, rest = 0, b""
    with zstd.ZstdDecompressor(max_window_size=2**27).stream_reader(packed) as reader:
        while piece := _piece(zstd, reader):
            total += len(piece)
            *whole, rest = (rest + piece).split(b"\n")
            if total > most or max(map(len, (*whole, rest))) > longest_line:
                raise TooLarge
            yield from map(_text, whole)
    if rest:
        raise DamagedInside("最后一行不完整")


def read_manifest(line: str, upgrade: Callable[[dict[str, Any]], dict[str, Any]]) -> Manifest:
    """Read the manifest line; fields unknown here are left out, DamagedInside otherwise."""
    try:
        given = upgrade(json.loads(line))
        names = Manifest.__slots__
        manifest = Manifest(**{name: given[name] for name in names if name in given})
    except (ValueError, TypeError, KeyError, RecursionError) as wrong:
        raise DamagedInside("清单读不出来") from wrong
    if not _is_sound(manifest):
        raise DamagedInside("清单读不出来")
    return manifest


def _read_header(line: bytes) -> Header:
    try:
        given: Any = json.loads(line.decode())
        words = cast(dict[str, Any], given)
        if int(words["format"]) > FORMAT or int(words["suite"]) != SUITE:
            raise NewerFormat
        header = Header(
            kind=words["kind"],
            sender_code=words["sender"]["code"],
            sender_name=words["sender"]["name"],
            receivers=tuple(words["receivers"]),
            number=words["number"],
            key=words["key"],
            heads=words["heads"],
            sealed_bytes=words["sealed_bytes"],
            sealed_sha256=words["sealed_sha256"],
        )
        sound = (
            header.kind in ("regular", "receipt")
            and _are(str, (*words["sender"].values(), *words["receivers"], words["key"]))
            and _are(int, (words["number"], words["sealed_bytes"]))
            and _are(str, words["heads"].values())
            and header.line() == line + b"\n"
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise DamagedHeader from wrong
    if not sound or header.sealed_bytes < 0:
        raise DamagedHeader
    if header.sealed_bytes > LARGEST_SEALED:
        raise TooLarge
    return header


def _are(kind: type, values: Iterable[Any]) -> bool:
    return all(type(one) is kind for one in values)


def _is_sound(manifest: Manifest) -> bool:
    """Say whether every entry of a manifest has its type."""
    for name in Manifest.__slots__:
        value = getattr(manifest, name)
        wanted = {"level": int, "minimum_reader": int, "changes": int, "transactions": int,
                  "needs_bundle": int, "ledger": str, "program": str, "clock": str,
                  "reason": str}.get(name, dict)  # fmt: skip
        if type(value) is not wanted:
            return False
    vectors = (manifest.needs, manifest.after, manifest.tables)
    return all(type(n) is int for one in vectors for n in one.values())


def _piece(zstd: Any, reader: Any) -> bytes:
    try:
        piece: bytes = reader.read(_PIECE)
    except (zstd.ZstdError, MemoryError) as wrong:
        raise DamagedInside("压缩内容读不出来") from wrong
    return piece


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as wrong:
        raise DamagedInside("不是 UTF-8 文字") from wrong


def _looks_like(raw: bytes) -> str:
    known = ((b"PK\x03\x04", "压缩包或 Office 文档"), (b"%PDF", "PDF 文档"),
             (b"SQLite format 3", "数据库文件"), (b"age-encryption.org", "没有签名的加密文件"),
             (b"\xd0\xcf\x11\xe0", "旧版 Office 文档"))  # fmt: skip
    for start, name in known:
        if raw.startswith(start):
            return name
    try:
        raw[:1000].decode()
    except UnicodeDecodeError:
        return ""
    return "文本文件"
