"""An office's own numbers: which hold on a day, what they change, what they cannot change."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from db.codes import code_list
from db.drafts import Draft
from db.kinds import RecordId
from db.ledger import Added, Ledger
from db.records import record_type
from db.rules.parameters import (
    ALL_PARAMETERS,
    FILING_DAYS,
    MEMBERS_LEAST,
    TERM_REMINDER,
    VOLUME_DAYS,
    Parameter,
)
from db.rules.terms import Terms, terms_of
from tests.db.memory_look import sample_look
from tests.examples import EXAMPLES
from tools.list_parameters import listed

ROOT = Path(__file__).parents[2]
PARTIES = [{"side": "1", "name": "赵小满"}, {"side": "2", "name": "郭顺河"}]
Add = Callable[..., RecordId]


@pytest.fixture
def add(office_ledger: Ledger) -> Add:
    """Add one record and give its id."""

    def enter(type_name: str, **content: Any) -> RecordId:
        [result] = office_ledger.add_many(type_name, [(1, content)])
        assert isinstance(result, Added), result
        return result.id

    return enter


def setting(
    parameter: Parameter, value: int | None, since: str = "", *, made: int = 1, source: str = ""
) -> SimpleNamespace:
    """A setting as the store gives it; ``made`` orders the ids as time does."""
    day = date.fromisoformat(since) if since else None
    return SimpleNamespace(
        id=f"01{made:04}", parameter=parameter.name, value=value, valid_from=day, source=source
    )


def terms(*settings: SimpleNamespace) -> Terms:
    """Terms of an office with these settings."""
    return terms_of((), settings)


def test_without_a_setting_the_shipped_number_holds() -> None:
    day = date(2026, 3, 16)
    assert all(terms().number(one, day) == one.shipped for one in ALL_PARAMETERS)
    assert terms().source(FILING_DAYS, day) == FILING_DAYS.source


def test_a_setting_holds_from_its_day_on() -> None:
    own = terms(setting(FILING_DAYS, 10, "2026-01-01"), setting(FILING_DAYS, 15, "2026-07-01"))
    days = ("2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01")
    found = [own.number(FILING_DAYS, date.fromisoformat(day)) for day in days]
    assert found == [30, 10, 10, 15]
    assert own.span(FILING_DAYS) == (10, 30)


def test_a_setting_without_a_day_holds_until_one_with_a_day() -> None:
    own = terms(setting(FILING_DAYS, 20, "2026-01-01"), setting(FILING_DAYS, 10, made=2))
    assert own.number(FILING_DAYS, date(1990, 1, 1)) == 10
    assert own.number(FILING_DAYS, date(2026, 1, 1)) == 20


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_for_one_day_the_one_made_later_holds_in_whatever_order_they_arrive(
    *, turned: bool
) -> None:
    both = [setting(FILING_DAYS, 10, made=1), setting(FILING_DAYS, 20, made=2)]
    own = terms(*(reversed(both) if turned else both))
    assert own.number(FILING_DAYS, date(2026, 3, 16)) == 20


def test_a_number_that_a_statute_fixes_stays_even_when_a_file_brings_another() -> None:
    own = terms(setting(MEMBERS_LEAST, 1))
    assert own.number(MEMBERS_LEAST, date(2026, 3, 16)) == MEMBERS_LEAST.shipped


def test_what_a_newer_program_sent_or_nobody_filled_in_changes_nothing() -> None:
    strange = setting(FILING_DAYS, 5)
    strange.parameter = "not_known_here"
    own = terms(strange, setting(FILING_DAYS, None))
    assert own == terms()


def test_the_list_of_numbers_is_that_of_the_rules() -> None:
    shipped = ROOT / "resources/codes/rule_parameter.csv"
    assert shipped.read_text("utf-8") == listed()
    codes = [entry.code for entry in code_list("rule_parameter").entries]
    assert codes == [one.name for one in ALL_PARAMETERS if not one.by_law]


def test_nothing_reads_a_shipped_number_past_the_offices_own() -> None:
    readers = {
        str(file.relative_to(ROOT))
        for folder in ("db", "forms", "desktop")
        for file in (ROOT / folder).rglob("*.py")
        if re.search(r"\b(?:[A-Z_]{4,}|parameter|one)\.shipped\b", file.read_text("utf-8"))
    }
    assert readers == {"db/rules/terms.py"}


def test_every_number_is_asked_for_somewhere() -> None:
    text = "".join(
        file.read_text("utf-8")
        for file in (ROOT / "db").rglob("*.py")
        if file.name != "parameters.py"
    )
    made = (ROOT / "db/rules/parameters.py").read_text("utf-8")
    names = re.findall(r"^([A-Z_]+): Final = Parameter\(", made, re.MULTILINE)
    assert len(names) == len(ALL_PARAMETERS)
    assert [name for name in names if not re.search(rf"\b{name}\b", text)] == []


def test_the_form_shows_the_shipped_number_and_its_unit_beside_the_choice() -> None:
    draft = Draft.new(record_type("rule_setting"))
    draft.give("parameter", "年度培训学时")
    draft.derive()
    assert (draft.values["shipped"], draft.values["unit"]) == (20, "学时")
    draft.give("parameter", "短期卷宗保管年限")
    draft.derive()
    assert (draft.values["shipped"], draft.values["unit"]) == (30, "年")
    draft.give("parameter", "")
    draft.derive()
    assert "shipped" not in draft.values


def test_a_number_of_the_law_is_not_on_offer() -> None:
    draft = Draft.new(record_type("rule_setting"))
    assert draft.give("parameter", MEMBERS_LEAST.label) is not None


def test_a_finding_tells_the_offices_number() -> None:
    look = sample_look()

    def findings() -> list[str]:
        given = {**EXAMPLES["mediator"], "training_hours": "18"}
        _, problems = look.checked("mediator", given, look.example_ids["mediator"])
        return [problem.message for problem in problems if problem.rule == "C15"]

    assert findings() == ["年度培训学时为 18.0，少于 20 学时，请安排补训。"]
    look.add("rule_setting", {"参数": "年度培训学时", "本所数值": 24, "依据": "示范县办法"})
    assert findings() == ["年度培训学时为 18.0，少于 24 学时，请安排补训。"]
    look.add("rule_setting", {"参数": "年度培训学时", "本所数值": 0, "起用日期": "2026-01-01"})
    assert findings() == []


def test_a_rule_whose_source_is_a_number_shows_the_offices_document(
    office_ledger: Ledger, add: Add
) -> None:
    days = {"changed_on": "2026-01-05", "filed_on": "2026-01-20"}
    committee = add("committee", name="甲村人民调解委员会", kind="01", **days)

    def told() -> list[tuple[str, str]]:
        found = office_ledger.problems_of(committee, "committee")
        return [(one.source, one.message) for one in found if one.rule == "C12"]

    assert told() == []
    add("rule_setting", parameter="filing_days", value=10, source="示范县备案办法第三条")
    [(source, message)] = told()
    assert source == "示范县备案办法第三条"
    assert message.startswith("变动后 10 日内应备案")


def test_a_duty_tells_who_set_its_days(office_ledger: Ledger, add: Add) -> None:
    committee = add("committee", name="甲村人民调解委员会", kind="01")
    case = {"committee": committee, "dispute_type": "2", "parties": PARTIES}
    case |= {"source": "5", "source_letter_on": "2026-03-02"}
    add("mediation_case", accepted_on="2026-03-02", **case)

    def reply() -> tuple[date, str]:
        [item] = [one for one in office_ledger.due(date(2026, 3, 9)) if one.kind == "移送回复"]
        return item.until, item.source

    assert reply() == (date(2026, 4, 1), "移送（委托）函；收函后30日内为本软件默认")
    own = add("rule_setting", parameter="reply_days", value=10, source="诉调对接办法第八条")
    assert reply() == (date(2026, 3, 12), "移送（委托）函；收函后10日内（诉调对接办法第八条）")
    office_ledger.remove(own, "登记错误")
    assert reply()[0] == date(2026, 4, 1)


def test_the_course_of_a_case_is_counted_by_the_offices_number(
    office_ledger: Ledger, add: Add
) -> None:
    add("rule_setting", parameter="mediation_days", value=20, source="示范办法")
    draft = office_ledger.new_draft("mediation_case")
    draft.take({"accepted_on": "2026-03-02"})
    dues = [due.until for step in office_ledger.cases.course(draft) for due in step.dues]
    assert date(2026, 3, 23) in dues


def test_a_volume_is_kept_as_long_as_the_office_says(office_ledger: Ledger, add: Add) -> None:
    committee = add("committee", name="甲村人民调解委员会", kind="01")
    filed = {"filed_on": "2026-03-06", "filed_by": "周敏", "retention": "1"}
    case = add(
        "mediation_case", accepted_on="2026-03-02", dispute_type="2", source="1",
        committee=committee, parties=PARTIES, **filed,
    )  # fmt: skip

    def kept() -> date | None:
        parts = office_ledger.volumes.parts(case)
        assert parts is not None
        return parts.keep_until

    assert kept() == date(2056, 12, 31)
    add("rule_setting", parameter="retention_short", value=15, source="示范县档案办法")
    assert kept() == date(2041, 12, 31)


def test_one_look_sees_a_number_set_meanwhile(office_ledger: Ledger, add: Add) -> None:
    look = office_ledger.store.look(date(2026, 3, 16))
    assert look.number(TERM_REMINDER) == 90
    assert look.terms is look.terms
    add("rule_setting", parameter="term_reminder", value=60, source="示范办法")
    assert look.number(TERM_REMINDER) == 60
    add("rule_setting", parameter="volume_days", value=9, valid_from="2026-03-17", source="办法")
    assert look.number(VOLUME_DAYS) == VOLUME_DAYS.shipped
    assert look.number(VOLUME_DAYS, date(2026, 3, 17)) == 9
