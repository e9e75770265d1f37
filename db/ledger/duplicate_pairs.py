"""Every two cases of a ledger that may be one: the same dispute twice, the same terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise, product
from typing import Final, Literal

from db.codes import code_list
from db.kinds import RecordId
from db.ledger import alike_texts
from db.ledger.sameness import PARTICULARS, Who
from db.rules.parameters import SAME_DISPUTE_DAYS
from db.rules.terms import Terms
from db.store import Store, meeting
from db.store.likeness import Likeness

Step = Callable[[int, int], None]
PlainTerms = Callable[[Sequence[RecordId]], dict[RecordId, tuple[RecordId, str]]]

_MOST_ON_A_SIDE: Final = 6
_TEMPLATE: Final = 10
"""A text that more cases share is the office's own template and is told once."""
_MOST_COMPARED: Final = 5000
_CASE: Final = ("accepted_on", "dispute_type", "voided")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cases that may be one, and why; likeness: of their agreements, 1 is equal."""

    kind: Literal["D1", "D3"]
    one: RecordId
    other: RecordId
    why: str
    likeness: float = 0.0


@dataclass(slots=True)
class _Case:
    """What is needed of a case to tell whether another is the same dispute."""

    day: date
    kind: str
    sides: dict[str, list[Who]]


def pairs(store: Store, texts: Likeness, plain_terms: PlainTerms, step: Step) -> list[Pair]:
    """Give the pairs, the same dispute before the same terms."""
    found = list(_same_disputes(_cases(store), store.terms()))
    step(1, 3)
    texts.catch_up(step=lambda _done, _total: step(1, 3))
    known = {(one.one, one.other) for one in found}
    equal = list(_equal_terms(texts, plain_terms))
    step(2, 3)
    alike = _alike_terms(texts, plain_terms, {(one.one, one.other) for one in equal}, step)
    return found + [one for one in (*equal, *alike) if (one.one, one.other) not in known]


def _cases(store: Store) -> dict[RecordId, _Case]:
    cases: dict[RecordId, _Case] = {}
    for row, above in meeting.every_row(store.handle, "party", PARTICULARS, _CASE):
        day, kind = above.get("accepted_on"), above.get("dispute_type")
        who = Who.of(row.values)
        if day is None or kind is None or above.get("voided") or not who.side or not who.name:
            continue
        case = cases.setdefault(row.owner, _Case(day, kind, {}))
        case.sides.setdefault(who.side, []).append(who)
    return cases


def _same_disputes(cases: dict[RecordId, _Case], terms: Terms) -> Iterator[Pair]:
    """Cases of one kind, near in time, in which both sides meet again."""
    met: dict[tuple[str, ...], list[RecordId]] = {}
    for one, case in cases.items():
        for key in _keys(case):
            met.setdefault(key, []).append(one)
    told: set[tuple[RecordId, RecordId]] = set()
    for ids in met.values():
        if len(ids) < 2:
            continue
        for one, other in pairwise(sorted(ids, key=lambda c: cases[c].day)):
            days = terms.number(SAME_DISPUTE_DAYS, cases[other].day)
            near = (cases[other].day - cases[one].day).days <= days
            pair = _ordered(one, other)
            if near and pair not in told and _both_meet(cases[one], cases[other]):
                told.add(pair)
                label = code_list("dispute_type").label(cases[one].kind)
                yield Pair("D1", *pair, f"双方当事人相同，都是{label}，受理日期相近")


def _keys(case: _Case) -> set[tuple[str, ...]]:
    """One key per two people of different sides, by name and by number."""
    sides = [
        [word for who in people[:_MOST_ON_A_SIDE] for word in (who.name, who.number) if word]
        for people in case.sides.values()
    ]
    return {
        (case.kind, *sorted(two))
        for one, other in combinations(sides, 2)
        for two in product(one, other)
    }


def _both_meet(one: _Case, other: _Case) -> bool:
    others = [who for people in other.sides.values() for who in people]
    sides = [
        side for side, people in one.sides.items()
        if any(who.may_be(met) for who in people for met in others)
    ]  # fmt: skip
    return len(sides) > 1


def _equal_terms(texts: Likeness, plain_terms: PlainTerms) -> Iterator[Pair]:
    """Each agreement whose terms are those of an earlier one, beside that one."""
    for group in texts.groups(same=True):
        cases = dict.fromkeys(case for case, _ in plain_terms(group).values())
        first, *others = cases or [RecordId("")]
        why = "协议内容相同（不计姓名、数字、日期）"
        if len(others) > _TEMPLATE:
            others, why = others[:1], f"有 {len(cases)} 件{why}，像是套用同一份范文"
        for other in others:
            yield Pair("D3", *_ordered(first, other), why, 1.0)


def _alike_terms(
    texts: Likeness, plain_terms: PlainTerms, known: set[tuple[RecordId, RecordId]], step: Step
) -> Iterator[Pair]:
    """Agreements that share most keys and are nine tenths alike."""
    shared: dict[tuple[RecordId, RecordId], int] = {}
    for group in texts.groups(same=False):
        for two in combinations(group, 2):
            shared[two] = shared.get(two, 0) + 1
    likely = [two for two, times in shared.items() if times > 1][:_MOST_COMPARED]
    terms = plain_terms(list(dict.fromkeys(one for two in likely for one in two)))
    for at, (one, other) in enumerate(likely):
        step(2, 3) if at % 100 == 0 else None
        if one not in terms or other not in terms:
            continue
        (case, text), (other_case, other_text) = terms[one], terms[other]
        pair = _ordered(case, other_case)
        how = 0.0 if case == other_case or pair in known else alike_texts.likeness(text, other_text)
        if how:
            known.add(pair)
            yield Pair("D3", *pair, f"协议内容有 {how:.0%} 相同（不计姓名、数字、日期）", how)


def _ordered(one: RecordId, other: RecordId) -> tuple[RecordId, RecordId]:
    return (one, other) if one < other else (other, one)
