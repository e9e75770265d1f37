"""What became of the numbers of a year: used, voided, removed, never used, used twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.codes import code_list
from db.kinds import RecordId
from db.ledger.number_schemes import PLACES, Scheme, committee_code, schemes_of_year
from db.numbering import CODE, Pattern, Series
from db.store import Store
from db.store.numbers import Bearer, NumberBook, Used

ALL_COMMITTEES = "各调委会"
_LISTED_ONE_BY_ONE = 50


@dataclass(frozen=True, slots=True)
class Gap:
    """A running number no valid record bears, and why; ``until``: the last of a long run."""

    sequence: int
    until: int
    number: str
    why: str
    id: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A number that several valid records bear."""

    sequence: int
    number: str
    ids: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesReport:
    """One series of a year.

    issued: running numbers ever given or typed; used: those a valid record bears now.
    """

    kind: str
    label: str
    type_name: str
    committee: str
    pattern: str
    first: int
    last: int
    last_number: str
    issued: int
    used: int
    gaps: tuple[Gap, ...]
    duplicates: tuple[Duplicate, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A series with what is needed to write its numbers."""

    scheme: Scheme
    pattern: Pattern
    series: Series
    committee: str
    code: str


def gaps(store: Store, book: NumberBook, year: int) -> list[SeriesReport]:
    """Give every series that has numbers in a year, kinds in order, then committees."""
    reports = (_report(book, row, year) for row in _series(store, year))
    return [one for one in reports if one is not None]


def _series(store: Store, year: int) -> Iterator[_Row]:
    met: set[tuple[str, str]] = set()
    committees = [(one.id, one.name) for one in store.find("committee")]
    committees.sort(key=lambda one: one[1])
    for kind in PLACES:
        for committee, name in committees:
            code = committee_code(store, committee)
            for scheme in schemes_of_year(store, kind, committee, year):
                if scheme.pattern is None:
                    continue
                series = scheme.pattern.series(year, code)
                if (scheme.place, series.key) not in met:
                    met.add((scheme.place, series.key))
                    whose = name if CODE in scheme.pattern.text else ALL_COMMITTEES
                    yield _Row(scheme, scheme.pattern, series, whose, code)


def _report(book: NumberBook, row: _Row, year: int) -> SeriesReport | None:
    place, reader = row.scheme.place, row.series.reader()
    taken: dict[int, list[Used]] = {}
    for one in book.used(place, row.series.prefix):
        if (found := reader.fullmatch(one.key)) is not None:
            taken.setdefault(int(found["n"]), []).append(one)
    if not taken:
        return None
    bearers = book.bearers(place, [one.id for users in taken.values() for one in users])
    bearing = {n: _bearing(row.series, n, users, bearers) for n, users in taken.items()}
    valid = {n: ids for n, ids in bearing.items() if ids}
    lent = [range(b.first, b.last + 1) for b in book.blocks(place, row.series.key)]
    last = max(taken)
    return SeriesReport(
        kind=row.scheme.kind,
        label=code_list("numbering_kind").label(row.scheme.kind),
        type_name=PLACES[row.scheme.kind][0],
        committee=row.committee,
        pattern=row.pattern.text,
        first=min(taken),
        last=last,
        last_number=taken[last][0].number,
        issued=len(taken),
        used=len(valid),
        gaps=tuple(_gaps(row, year, lent, taken=taken, valid=valid, bearers=bearers)),
        duplicates=tuple(
            Duplicate(n, taken[n][0].number, ids)
            for n, ids in sorted(valid.items())
            if len(ids) > 1
        ),
    )


def _bearing(
    series: Series, n: int, users: list[Used], bearers: dict[RecordId, Bearer]
) -> tuple[RecordId, ...]:
    """The valid records that bear a running number now."""
    found = {
        one.id: None
        for one in users
        if (now := bearers.get(one.id)) is not None
        and now.live
        and not now.voided
        and series.sequence_of(now.number) == n
    }
    return tuple(found)


def _gaps(
    row: _Row,
    year: int,
    lent: list[range],
    *,
    taken: dict[int, list[Used]],
    valid: dict[int, tuple[RecordId, ...]],
    bearers: dict[RecordId, Bearer],
) -> Iterator[Gap]:
    known = sorted(taken)
    for n, following in zip(known, [*known[1:], known[-1]], strict=True):
        if n not in valid:
            why, who = _why(row.series, n, taken[n], bearers)
            yield Gap(n, n, taken[n][0].number, why, who)
        yield from _unused(row, year, range(n + 1, following), lent)


def _unused(row: _Row, year: int, run: range, lent: list[range]) -> Iterator[Gap]:
    """Running numbers nobody ever used; a long run is told as one."""
    if len(run) > _LISTED_ONE_BY_ONE:
        yield Gap(run[0], run[-1], _written(row, year, run[0]), "未使用")
        return
    for n in run:
        why = "借出未用" if any(n in one for one in lent) else "未使用"
        yield Gap(n, n, _written(row, year, n), why)


def _written(row: _Row, year: int, n: int) -> str:
    shown = row.pattern.text.replace("{月}", "××").replace("{村}", "××")
    pattern = Pattern(shown, row.pattern.digits)
    return pattern.number(n, year=year, month=1, code=row.code)


def _why(
    series: Series, n: int, users: list[Used], bearers: dict[RecordId, Bearer]
) -> tuple[str, RecordId]:
    """Why a number that was used is not any more, and by which record."""
    for one in users:
        now = bearers.get(one.id)
        if now is not None and now.live and series.sequence_of(now.number) == n:
            return "已作废", one.id
    for one in users:
        now = bearers.get(one.id)
        if now is None or not now.live:
            return "已删除", one.id
    return "已改号", users[0].id
