"""Entering records: from a draft of the window, or from many JSON objects at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from db.declare import RecordType
from db.drafts import Draft, IdMaker, new_id
from db.kinds import RecordId
from db.rules.problem import Look, Problem
from db.store import Store
from db.store.numbers import NumberBook

if TYPE_CHECKING:
    from db.ledger.numbers import Numbers

FIRST_BATCH, LARGEST_BATCH = 250, 2000
"""Records per transaction of a long entry: each has twice as many as the one before.

A crash loses at most one transaction, as a tail; a long entry pays for few of them.
"""


class Refused(Exception):
    """The record was not saved, because these problems forbid it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("；".join(p.message for p in problems if p.severity == "error"))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Added:
    """One record that went in; ``problems`` are the warnings it went in with."""

    line: int
    id: RecordId
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One given object that did not go in, with every reason."""

    line: int
    problems: list[Problem]


Given = tuple[int, Mapping[str, object] | Problem]
"""Line number, and the object of that line or why it could not be read."""


def add_many(
    store: Store,
    kind: RecordType,
    given: Iterable[Given],
    *,
    look: Look,
    batch: str = "",
    make_id: IdMaker = new_id,
    giver: Numbers | None = None,
) -> Iterator[Added | RefusedRow]:
    """Add records in order, many to a transaction; give what became of each.

    giver: what issues the numbers the records do not bring; without it they stay empty.

    Results of a batch are given only after its transaction is on disk, so whoever
    reads "added" may rely on it. A crash leaves exactly a prefix of the input.
    """
    source = iter(given)
    numbers = NumbersInUse(store, kind)
    size = FIRST_BATCH
    while chunk := list(islice(source, size)):
        size = min(size * 2, LARGEST_BATCH)
        results: list[Added | RefusedRow] = []
        with store.change(reason="", batch=batch) as scope:
            for line, content in chunk:
                if isinstance(content, Problem):
                    results.append(RefusedRow(line, [content]))
                    continue
                draft, problems = read_draft(store, kind, content, look=look, make_id=make_id)
                if has_error(problems):
                    results.append(RefusedRow(line, problems))
                else:
                    problems += numbers.clash(draft)
                    if giver is not None:
                        giver.give(draft)
                    scope.save(draft)
                    results.append(Added(line, draft.id, problems))
        yield from results


class NumbersInUse:
    """The official numbers of a type in use, read once for a long entry.

    A number used twice is admitted and told, never refused: uniqueness is no
    constraint on data that machines exchange (exchange design, section 1).
    """

    def __init__(self, store: Store, kind: RecordType) -> None:
        self._store = store
        self._kind = kind
        self._used: set[str] | None = None

    def clash(self, draft: Draft) -> list[Problem]:
        """Give a warning when the draft's number is in use; note the number as used."""
        name = self._kind.number
        text = None if name is None else draft.values.get(name)
        if name is None or not text:
            return []
        if self._used is None:
            self._used = self._store.texts_of(self._kind.name, name)
        if text not in self._used:
            self._used.add(str(text))
            return []
        return [number_in_use(self._kind, str(text))]


def number_in_use(kind: RecordType, text: str) -> Problem:
    """Give the warning that an official number stands on another record already."""
    name = kind.number or ""
    message = f"{kind.by_name[name].label}“{text}”已用在另一条{kind.label}上，请核对后改号。"
    return Problem(name, "F-NUMBER", "warning", message)


def number_once_used(kind: RecordType, text: str) -> Problem:
    """Give the warning that a number was used by a record that is gone or has another now."""
    name = kind.number or ""
    message = f"{kind.by_name[name].label}“{text}”以前用过（那条记录已移除或改号），一个号只用一次，请核对后改号。"
    return Problem(name, "F-NUMBER", "warning", message)


def check(store: Store, draft: Draft, today: date) -> list[Problem]:
    """Derive what follows and give every finding, a number in use among them."""
    draft.derive()
    problems = draft.problems(store.look(today))
    name = draft.type.number or ""
    number = draft.values.get(name)
    if number and number != draft.before.get(name):
        found = store.find(draft.type.name, **{name: number})
        if any(one.id != draft.id for one in found):
            problems.append(number_in_use(draft.type, str(number)))
        elif NumberBook(store.handle).used_before(
            f"{draft.type.name}.{name}", str(number), draft.id
        ):
            problems.append(number_once_used(draft.type, str(number)))
    return problems


def refuse_errors(problems: list[Problem]) -> None:
    """Raise Refused when any of the problems forbids saving."""
    if has_error(problems):
        raise Refused(problems)


def read_draft(
    store: Store,
    kind: RecordType,
    content: Mapping[str, object],
    *,
    look: Look,
    make_id: IdMaker = new_id,
) -> tuple[Draft, list[Problem]]:
    """Make a draft of a JSON object and give it with everything found wrong."""
    draft = Draft.new(kind, make_id)
    problems: list[Problem] = []
    wished = content.get("id")
    if wished is not None:
        if not _is_id(wished):
            message = "记录标识（id）不是有效的 UUID，请去掉这一栏，由程序生成。"
            problems.append(Problem("id", "F-ID", "error", message))
        elif store.type_of(RecordId(str(wished))) is not None:
            message = (
                "台账里已有这个标识（id）的记录，或它在回收站里；修改请用 change 命令，"
                "另登一条请去掉这一栏。"
            )
            problems.append(Problem("id", "F-ID", "error", message))
        else:
            draft.id = RecordId(str(wished))
    problems += draft.take(content)
    draft.derive()
    return draft, problems + draft.problems(look)


def has_error(problems: Iterable[Problem]) -> bool:
    """Say whether any of the problems forbids saving."""
    return any(p.severity == "error" for p in problems)


def _is_id(text: object) -> bool:
    try:
        return isinstance(text, str) and str(UUID(text)) == text
    except ValueError:
        return False
