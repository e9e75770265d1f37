"""The change log as values: changes, transactions, their canonical lines and hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from db.kinds import RecordId

Act = Literal["born", "edit", "life"]
Done = Literal["added", "changed", "removed", "restored"]

BIRTH = "#born"
"""Key of a draft's heads under which the birth stands, head of every untouched unit."""
LIFE = "#life"
"""The merge unit of being removed or not."""
PLACE = "#place"
"""The merge unit of a child row's place among its siblings."""
NO_HASH = b"\x00" * 32
"""What the first transaction of a writer names as its predecessor."""

FARTHEST_AHEAD_MS = 24 * 3600 * 1000
"""A received clock further ahead than this does not move ours (exchange design, 4)."""

_encode = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


def canonical(value: object) -> str:
    """Give canonical JSON: sorted keys, no spaces, characters as they are."""
    return _encode(value)


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log: what happened to one record.

    n: number within its writer. body: canonical JSON (see the contract in
    ``ARCHITECTURE.md``): values of a birth, units of an edit, dead or not.
    """

    n: int
    type: str
    id: RecordId
    act: Act
    body: str

    def line(self) -> str:
        """Give the canonical line that is hashed and sent."""
        return (
            f'{{"act":"{self.act}","body":{self.body},"id":"{self.id}","n":{self.n},'
            f'"type":{_encode(self.type)}}}'
        )

    @staticmethod
    def of_line(line: str) -> Change:
        """Read a line back; ValueError when it is not one."""
        try:
            given: dict[str, Any] = json.loads(line)
            body = canonical(given["body"])
            act: Any = given["act"]
            if act not in ("born", "edit", "life"):
                raise ValueError(act)
            return Change(int(given["n"]), str(given["type"]), RecordId(given["id"]), act, body)
        except (KeyError, TypeError) as wrong:
            raise ValueError(line[:80]) from wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """The header of changes written together by one writer.

    writer: hex of the writer id. first, last: numbers of its changes. hlc: hybrid
    clock. wall: clock reading when written. level: schema level of the bodies.
    prev, hash: the writer's chain; not part of the header line itself.
    """

    writer: str
    no: int
    first: int
    last: int
    hlc: int
    wall: str
    user: str
    device: str
    reason: str
    batch: str
    source: str
    level: int
    prev: bytes = NO_HASH
    hash: bytes = b""

    def line(self) -> str:
        """Give the canonical header line that is hashed and sent."""
        return canonical({name: getattr(self, name) for name in _HEADER})

    @staticmethod
    def of_line(line: str, prev: bytes, own_hash: bytes) -> Transaction:
        """Read a header line back; ValueError when it is not one."""
        try:
            given: dict[str, Any] = json.loads(line)
            words = {name: _HEADER[name](given[name]) for name in _HEADER}
        except (KeyError, TypeError) as wrong:
            raise ValueError(line[:80]) from wrong
        return Transaction(**words, prev=prev, hash=own_hash)

    def hash_of(self, lines: Iterable[str]) -> bytes:
        """Give SHA-256(prev ‖ header line ‖ change lines): the link of the chain."""
        return chained(self.prev, self.line(), lines)


_HEADER: dict[str, type] = {
    "writer": str, "no": int, "first": int, "last": int, "hlc": int, "wall": str, "user": str,
    "device": str, "reason": str, "batch": str, "source": str, "level": int,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changes:
    """What a scope did, for lists and forms to refresh: (type, id, what was done)."""

    reason: str = ""
    items: tuple[tuple[str, RecordId, Done], ...] = ()
    batch: str = ""


def chained(prev: bytes, header: str, lines: Iterable[str]) -> bytes:
    """Give the hash of a transaction, from its predecessor's on."""
    digest = hashlib.sha256(prev)
    digest.update(header.encode())
    digest.update("".join(lines).encode())
    return digest.digest()


def next_stamp(last: int, now_ms: int) -> int:
    """Give the next hybrid stamp (milliseconds << 16 | counter), always growing."""
    return max(now_ms << 16, last + 1)


def received_stamp(last: int, received: int, now_ms: int) -> int:
    """Give our stamp after seeing another's; a far-ahead clock does not move ours."""
    if received >> 16 > now_ms + FARTHEST_AHEAD_MS:
        return last
    return max(last, received)


def change_id(writer: str, n: int) -> str:
    """Give a change's id as parents name it: writer hex, colon, number."""
    return f"{writer}:{n}"
