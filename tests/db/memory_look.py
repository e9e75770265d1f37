"""A ledger that lives in memory: what rules look at, without a store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from db.drafts import Draft
from db.kinds import RecordId
from db.records import record_type
from db.rules.parameters import Parameter
from db.rules.problem import Problem
from db.rules.terms import HOLIDAY, SETTING, Terms, terms_of
from forms.catalogue import paper_fault
from tests.examples import EXAMPLES

TODAY = date(2026, 3, 16)

OTHER_PEOPLE: tuple[dict[str, object], ...] = (
    {"姓名": "李惠民", "身份证号": "410199198203080240", "民族": "汉族", "文化程度": "高中"},
    {"姓名": "王建设", "身份证号": "410199198801170350", "民族": "汉族", "文化程度": "初中"},
    {"姓名": "孙明理", "身份证号": "410199197906210190", "民族": "汉族"},
)


class MemoryLook:
    """Records by type and id; answers what the protocol ``Look`` asks."""

    def __init__(self, today: date = TODAY) -> None:
        self.today = today
        self.records: dict[str, dict[RecordId, Any]] = {}
        self.example_ids: dict[str, RecordId] = {}

    @property
    def terms(self) -> Terms:
        """The shipped days off and numbers, and those kept here."""
        return terms_of(self.find(HOLIDAY), self.find(SETTING))

    def number(self, parameter: Parameter, on: date | None = None) -> int:
        """Give the number that holds on a day, without a day today."""
        return self.terms.number(parameter, on or self.today)

    def get(self, type_name: str, record_id: RecordId | None) -> Any:
        """Give the record, or None."""
        return self.records.get(type_name, {}).get(record_id) if record_id else None

    def find(self, type_name: str, **equal: object) -> Sequence[Any]:
        """Give the records whose fields equal these values."""
        return [
            record
            for record in self.records.get(type_name, {}).values()
            if all(getattr(record, name) == value for name, value in equal.items())
        ]

    def resolve(self, type_name: str, text: str) -> RecordId | None:
        """Give the id that an id, an official number or a title names."""
        kind = record_type(type_name)
        for record_id, record in self.records.get(type_name, {}).items():
            names = {record_id, self.title(type_name, record)}
            if kind.number:
                names.add(getattr(record, kind.number))
            if text in names:
                return record_id
        return None

    def paper_fault(self, paper: str, content: str) -> str | None:
        """Give what the forms find wrong with a paper's declaration."""
        return paper_fault(paper, content)

    def title(self, type_name: str, record: Any) -> str:
        """Give the first title field, through a link if it is one."""
        first = record_type(type_name).by_name[record_type(type_name).title[0]]
        return first.kind.show(getattr(record, first.name))

    def checked(
        self, type_name: str, given: dict[str, Any], record_id: RecordId | None = None
    ) -> tuple[Draft, list[Problem]]:
        """Give a draft of ``given`` and all its problems; nothing is kept.

        With ``record_id`` the draft stands for that record, which may be kept already.
        """
        draft = Draft.new(record_type(type_name))
        draft.id = record_id or draft.id
        unknown = draft.take(given)
        draft.derive()
        return draft, unknown + draft.problems(self)

    def add(self, type_name: str, given: dict[str, Any]) -> Any:
        """Keep a record; a problem of severity error is an AssertionError."""
        draft, problems = self.checked(type_name, given)
        errors = [problem for problem in problems if problem.severity == "error"]
        assert not errors, errors
        record = draft.build()
        self.records.setdefault(type_name, {})[draft.id] = record
        return record


def sample_look(
    without: str = "", instead: dict[str, dict[str, Any]] | None = None, today: date = TODAY
) -> MemoryLook:
    """Give a look with every example, except type ``without``, changed by ``instead``."""
    look = MemoryLook(today)
    changes = instead or {}
    for name, example in EXAMPLES.items():
        if name == "committee_term":
            for person in OTHER_PEOPLE:
                look.add("person", {**person, **changes.get(str(person["姓名"]), {})})
        if name != without:
            kept = look.add(name, {**example, **changes.get(name, {})})
            look.example_ids[name] = kept.id
        if name == "mediator" and without != "mediator":
            for code, who in enumerate(("陈国栋", "王建设")):
                look.add(
                    "mediator",
                    {
                        **example,
                        "姓名": who,
                        "专兼职": "兼职",
                        "调解员编码": f"41019900000020{code}",
                    },
                )
    return look
