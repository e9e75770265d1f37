"""What may have been entered twice: shown with why, never merged by the machine.

D1: the same parties quarrel over the same within 90 days. D2: a person of the case is in
other cases. D3: the terms of an agreement are those of another case, names and numbers aside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final, Literal

from db.codes import code_list
from db.drafts import Draft
from db.kinds import RecordId
from db.ledger import alike_texts, duplicate_pairs
from db.ledger.duplicate_pairs import Pair, Step
from db.ledger.sameness import PARTICULARS, Who
from db.rules.parameters import SAME_DISPUTE_DAYS
from db.rules.problem import Problem
from db.store import Span, Store, meeting
from db.store.likeness import Likeness
from db.store.meeting import Met

Kind = Literal["D1", "D2", "D3"]
DISMISSED: Final = "not_duplicate"
_SAVED_AT_ONCE: Final = 40
_TOLD: Final = 3
_CANDIDATES: Final = 12
_CASE_FIELDS: Final = ("number", "accepted_on", "dispute_type", "result", "voided", "volume_name")
_AGENT_PARTICULARS: Final = ("name", "id_number", "born_on")
_OURS: Final = "一案一号核对（本软件）"


@dataclass(frozen=True, slots=True)
class Found:
    """Another case, and why it is shown beside this one.

    who: the person met there (D2); likeness: of the agreements (D3), 1 is equal. field: the
    place in this case it concerns.
    """

    kind: Kind
    case: RecordId
    number: str
    day: date | None
    why: str
    field: str
    who: str = ""
    likeness: float = 0.0


def quietly(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


class Duplicates:
    """Looks for what may be entered twice, in a draft or in the whole ledger."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def texts(self) -> Likeness:
        """Give the keys of the terms of all agreements."""
        return Likeness(self._store.handle, "agreement", self._text_keys)

    def problems(self, draft: Draft) -> list[Problem]:
        """Give what is worth a look at before a case is saved; nothing for other types."""
        if draft.type.name != "mediation_case":
            return []
        found = self.of(draft)
        made = [
            Problem("parties", "D1", "warning", f"{one.why}，请核对是否重复登记。", _OURS)
            for one in found
            if one.kind == "D1"
        ]
        told = {one.case for one in found if one.kind == "D1"}
        by_who: dict[tuple[str, str], list[Found]] = {}
        for one in found:
            if one.kind == "D2" and one.case not in told:
                by_who.setdefault((one.field, one.who), []).append(one)
        for (field, who), met in by_who.items():
            listed = "；".join(one.why for one in met[:_TOLD])
            more = "以上" if len(met) >= _CANDIDATES else ""
            message = f"{who}另在 {len(met)} 件{more}案件中出现过：{listed}。"
            made.append(Problem(field, "D2", "note", message, _OURS))
        made += [
            Problem(one.field, "D3", "note", f"{one.why}，请核对。", _OURS)
            for one in found
            if one.kind == "D3"
        ]
        return made

    def of(self, draft: Draft) -> list[Found]:
        """Give the other cases to be seen beside this one, dismissed ones left out."""
        found = self._same_dispute(draft) + self._same_person(draft) + self._same_terms(draft)
        return [one for one in found if not self._is_dismissed(draft.id, one.case)]

    def of_case(self, case: RecordId) -> list[Found]:
        """Give the other cases to be seen beside a stored one."""
        draft = self._store.draft("mediation_case", case)
        return [] if draft is None else self.of(draft)

    def pairs(self, step: Step = quietly) -> list[Pair]:
        """Give every two cases of the ledger that may be one; takes a while in a long ledger.

        step: told how far it is; it may raise to call the search off.
        """
        found = duplicate_pairs.pairs(self._store, self.texts, self.plain_terms, step)
        return [one for one in found if not self._is_dismissed(one.one, one.other)]

    def dismiss(self, one: RecordId, other: RecordId) -> None:
        """Remember that two cases were looked at and are two."""
        self._store.local.put_note(DISMISSED, _pair_name(one, other), {})

    def undismiss(self, one: RecordId, other: RecordId) -> None:
        """Forget that two cases were said to be two."""
        self._store.local.drop_note(DISMISSED, _pair_name(one, other))

    def _is_dismissed(self, one: RecordId, other: RecordId) -> bool:
        return self._store.local.note(DISMISSED, _pair_name(one, other)) is not None

    # D1 and D2 ------------------------------------------------------------------------

    def _same_dispute(self, draft: Draft) -> list[Found]:
        accepted, kind = draft.values.get("accepted_on"), draft.values.get("dispute_type")
        people = _people(draft.rows.get("parties", ()))
        if accepted is None or kind is None or len({who.side for who in people}) < 2:
            return []
        days = timedelta(days=self._store.terms().number(SAME_DISPUTE_DAYS, accepted))
        near = (("accepted_on", Span(accepted - days, accepted + days)), ("dispute_type", kind))
        met: dict[RecordId, set[str]] = {}
        for who in people:
            for row in self._rows(who, "party", strict=False, owner=near):
                if row.owner != draft.id and who.may_be(Who.of(row.values)):
                    met.setdefault(row.owner, set()).add(who.side)
        both = [case for case, sides in met.items() if len(sides) > 1]
        cases = self._cases(both)
        label = code_list("dispute_type").label(str(kind))
        return [
            Found("D1", one, _number(values), values.get("accepted_on"),
                  f"与{_named(values)}双方当事人相同，都是{label}", "parties")
            for one, values in cases.items()
            if not values.get("voided")
        ]  # fmt: skip

    def _same_person(self, draft: Draft) -> list[Found]:
        found: list[Found] = []
        for place, row in enumerate(draft.rows.get("parties", ())):
            who = Who.of(row.values)
            roles: dict[RecordId, str] = {}
            for type_name in ("party", "agent"):
                for met in self._rows(who, type_name, strict=True):
                    if met.owner != draft.id and who.is_same(Who.of(met.values)):
                        roles.setdefault(met.owner, _role(type_name, met.values))
            cases = self._cases(list(roles)[:_CANDIDATES])
            met_cases = sorted(cases.items(), key=lambda one: str(one[1].get("accepted_on")))
            for one, values in reversed(met_cases):
                why = f"{_named(values)}（{roles[one]}，{_result(values)}）"
                field = f"parties[{place}].name"
                found.append(
                    Found(
                        "D2",
                        one,
                        _number(values),
                        values.get("accepted_on"),
                        why,
                        field,
                        row.values.get("name", ""),
                    )
                )
        return found

    def _rows(
        self,
        who: Who,
        type_name: str,
        *,
        strict: bool,
        owner: Iterable[tuple[str, object]] = (),
    ) -> list[Met]:
        """Rows that may mean the same; strict: a name alone is not enough."""
        fields = PARTICULARS if type_name == "party" else _AGENT_PARTICULARS
        look: Callable[..., list[Met]] = meeting.rows_with_key
        handle = self._store.handle
        found: list[Met] = []
        for number in who.numbers:
            key = meeting.key_of_number(number)
            if key:
                found += look(handle, type_name, key, fields, owner=owner)
        key = meeting.key_of_name(who.name)
        if key is not None and not (strict and who.natural and who.born is None):
            equal = (("born_on", who.born),) if strict and who.natural else ()
            found += look(handle, type_name, key, fields, equal=equal, owner=owner)
        return found

    def _cases(self, ids: Sequence[RecordId]) -> dict[RecordId, dict[str, Any]]:
        return meeting.values_of(self._store.handle, "mediation_case", ids, _CASE_FIELDS)

    # D3 -------------------------------------------------------------------------------

    def _same_terms(self, draft: Draft) -> list[Found]:
        wanted = [
            (place, row)
            for place, row in enumerate(draft.rows.get("agreements", ()))
            if len(str(row.values.get("terms") or "")) >= alike_texts.SHORTEST
        ]
        if not wanted or not self.texts.catch_up(_SAVED_AT_ONCE):
            return []
        names = _names(draft)
        found: list[Found] = []
        for place, row in wanted:
            text = alike_texts.plain(str(row.values["terms"]), names)
            keys = alike_texts.keys(text)
            alike = self.texts.alike(keys, row.id, _CANDIDATES) if keys else []
            for other, how in self._compared(text, alike).items():
                if other != draft.id and len(found) < _TOLD:
                    found += self._terms_found(other, how, draft, place)
        return found

    def _terms_found(self, other: RecordId, how: float, draft: Draft, place: int) -> list[Found]:
        values = self._cases([other]).get(other)
        same_type = values and values.get("dispute_type") == draft.values.get("dispute_type")
        if values is None or values.get("voided") or not (how == 1.0 or same_type):
            return []
        words = "相同" if how == 1.0 else f"有 {how:.0%} 相同"
        why = f"协议内容与{_named(values)}的协议{words}（不计姓名、数字、日期）"
        field = f"agreements[{place}].terms"
        return [Found("D3", other, _number(values), values.get("accepted_on"), why, field, "", how)]

    def _compared(self, text: str, ids: Sequence[RecordId]) -> dict[RecordId, float]:
        """Case → how alike its agreement is, the most alike first."""
        made = self.plain_terms(ids)
        best: dict[RecordId, float] = {}
        for case, other in made.values():
            how = alike_texts.likeness(text, other)
            if how > best.get(case, 0.0):
                best[case] = how
        return dict(sorted(best.items(), key=lambda one: -one[1]))

    def plain_terms(self, ids: Sequence[RecordId]) -> dict[RecordId, tuple[RecordId, str]]:
        """Give agreement → (case, terms without names and numbers) of live agreements."""
        handle = self._store.handle
        rows = meeting.values_of(handle, "agreement", ids, ("case", "terms"))
        cases = [values["case"] for values in rows.values()]
        live = meeting.values_of(handle, "mediation_case", cases, ("number",))
        names: dict[RecordId, list[str]] = {}
        for type_name in ("party", "agent"):
            for met in meeting.rows_of_owners(handle, type_name, list(live), ("name",)):
                names.setdefault(met.owner, []).append(str(met.values.get("name") or ""))
        return {
            one: (values["case"], alike_texts.plain(values["terms"], names.get(values["case"], ())))
            for one, values in rows.items()
            if values.get("terms") and values["case"] in live
        }

    def _text_keys(self, ids: Sequence[RecordId]) -> dict[RecordId, Iterable[str]]:
        return {one: alike_texts.keys(text) for one, (_, text) in self.plain_terms(ids).items()}


def _people(rows: Iterable[Draft]) -> list[Who]:
    return [Who.of(row.values) for row in rows if row.values.get("name")]


def _names(draft: Draft) -> list[str]:
    rows = (*draft.rows.get("parties", ()), *draft.rows.get("agents", ()))
    return [str(row.values.get("name") or "") for row in rows]


def _pair_name(one: RecordId, other: RecordId) -> str:
    return " ".join(sorted((one, other)))


def _number(values: dict[str, Any]) -> str:
    return str(values.get("number") or values.get("volume_name") or "未编号案件")


def _named(values: dict[str, Any]) -> str:
    day = values.get("accepted_on")
    return _number(values) + (f"（{day.isoformat()} 受理）" if isinstance(day, date) else "")


def _role(type_name: str, values: dict[str, Any]) -> str:
    if type_name == "agent":
        return "代理人"
    side = values.get("side")
    return code_list("party_side").label(str(side)) if side else "当事人"


def _result(values: dict[str, Any]) -> str:
    if values.get("voided"):
        return "已作废"
    result = values.get("result")
    return code_list("mediation_result").label(str(result)) if result else "办理中"
