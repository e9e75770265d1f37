"""Official numbers: issued in their order, each once, and what became of them told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from db.kinds import RecordId
from db.ledger import Added, Ledger
from db.numbering import Pattern, pattern_fault
from db.store.engine import DatabaseError
from db.store.numbers import Block, Issue, NumberBook
from tests.conftest import FixedClock
from tests.db.filled import BASE, TERMS, case, change, committee, save

FIRST, SECOND = "（2026）枫人调字第1号", "（2026）枫人调字第2号"


@pytest.fixture
def ledger(office_ledger: Ledger) -> Ledger:
    committee(office_ledger)
    return office_ledger


def number(ledger: Ledger, **given: Any) -> str | None:
    return case(ledger, **given).values.get("number")


def test_a_new_case_gets_the_next_number_of_its_committee_and_year(ledger: Ledger) -> None:
    committee(ledger, name="柳河村人民调解委员会", short_code=None)
    assert [number(ledger), number(ledger)] == [FIRST, SECOND]
    assert number(ledger, accepted_on="2025-12-31") == "（2025）枫人调字第1号"
    assert number(ledger, committee="柳河村人民调解委员会") == "（2026）柳河村人调字第1号"


def test_a_number_typed_by_hand_stays_and_counts_as_used(ledger: Ledger) -> None:
    assert number(ledger, number="(2026)枫人调字第 037 号") == "(2026)枫人调字第 037 号"
    assert number(ledger) == "（2026）枫人调字第38号"


def test_a_typed_number_that_was_a_slip_and_put_right_does_not_carry_on(ledger: Ledger) -> None:
    wrong = case(ledger, number="（2026）枫人调字第9999号")
    change(ledger, wrong.id, number=FIRST)
    assert number(ledger) == SECOND


def test_a_number_is_not_given_again_when_its_record_was_removed(ledger: Ledger) -> None:
    ledger.remove(case(ledger).id, "登记重复")
    assert number(ledger) == SECOND


def test_a_number_is_not_given_again_after_undo(ledger: Ledger) -> None:
    case(ledger)
    ledger.undo()
    assert number(ledger) == SECOND


def test_a_number_typed_over_by_hand_is_not_given_again(ledger: Ledger) -> None:
    change(ledger, case(ledger).id, number="甲字1号")
    assert number(ledger) == SECOND


def test_imported_numbers_count_as_used_and_imports_get_none(ledger: Ledger) -> None:
    results = list(ledger.add_many("case", [(1, {**BASE, "number": FIRST}), (2, BASE)]))
    assert all(isinstance(one, Added) for one in results)
    assert number(ledger) == SECOND
    assert ledger.record(results[1].id).number is None  # type: ignore[union-attr]


def test_an_import_gets_numbers_when_asked_for(ledger: Ledger) -> None:
    given: list[Any] = [(1, {**BASE, "number": SECOND}), (2, BASE), (3, BASE)]
    results = [one for one in ledger.add_many("case", given, number=True) if isinstance(one, Added)]
    numbers = [ledger.record(one.id).number for one in results]
    assert numbers == [SECOND, "（2026）枫人调字第3号", "（2026）枫人调字第4号"]


def test_a_refused_application_gets_a_notice_number_but_no_case_number(ledger: Ledger) -> None:
    notice = {"kind": "不予受理通知书", "issued_on": "2026-03-03", "addressee": "赵小满"}
    saved = case(ledger, refusal_reason="02", refused_on="2026-03-03", notices=[notice])
    assert saved.values.get("number") is None
    assert saved.rows["notices"][0].values["number"] == "枫不〔2026〕1号"
    accepted = change(ledger, saved.id, refusal_reason=None, refused_on=None)
    assert accepted.values["number"] == FIRST


def test_an_agreement_gets_its_number_with_its_content(ledger: Ledger) -> None:
    saved = case(ledger, agreements=[{"form": "2"}])
    row = saved.rows["agreements"][0]
    assert row.values.get("number") is None
    given = [{"id": row.id, "terms": TERMS, "agreed_on": "2027-01-03"}]
    again = change(ledger, saved.id, agreements=given)
    assert again.rows["agreements"][0].values["number"] == "（2027）枫人调协字第1号"


def test_an_old_record_without_a_number_keeps_none_when_edited(ledger: Ledger) -> None:
    [added] = ledger.add_many("case", [(1, {**BASE, "accepted_on": "2019-05-05"})])
    assert isinstance(added, Added)
    assert change(ledger, added.id, remarks="补录").values.get("number") is None


def test_what_is_expected_is_what_is_given(ledger: Ledger) -> None:
    draft = ledger.new_draft("case")
    letters = [{"kind": "1"}, {"kind": "1"}]
    draft.take({**BASE, "agreements": [{"terms": TERMS}], "notices": letters})
    ledger.check(draft)
    expected = ledger.numbers.expected(draft)
    assert draft.values.get("number") is None
    ledger.save(draft)
    assert expected == {
        "number": draft.values["number"],
        "agreements[0].number": draft.rows["agreements"][0].values["number"],
        "notices[0].number": "枫受〔2026〕1号",
        "notices[1].number": "枫受〔2026〕2号",
    }


def test_a_hint_knows_what_was_imported_and_writes_nothing(ledger: Ledger) -> None:
    list(ledger.add_many("case", [(1, {**BASE, "number": SECOND})]))
    draft = ledger.new_draft("case")
    draft.take(BASE)
    ledger.check(draft)
    before = ledger.store.select("SELECT count(*) FROM issued_number")
    assert ledger.numbers.expected(draft) == {"number": "（2026）枫人调字第3号"}
    assert ledger.store.select("SELECT count(*) FROM issued_number") == before


def test_an_office_numbers_by_its_own_rule_while_it_holds(ledger: Ledger) -> None:
    pattern = "枫桥{年}调{月}-{序号}"
    save(ledger, "numbering", kind="案号", pattern=pattern, digits=4, first=21, since="2026-03-01")
    assert number(ledger) == "枫桥2026调03-0021"
    assert number(ledger, accepted_on="2026-04-02") == "枫桥2026调04-0022"
    assert number(ledger, accepted_on="2026-02-28") == FIRST


def test_the_rule_of_a_committee_comes_before_that_for_all(ledger: Ledger) -> None:
    save(ledger, "numbering", kind="案号", pattern="本{年}第{序号}号", committee=BASE["committee"])
    save(ledger, "numbering", kind="案号", pattern="全{年}第{序号}号")
    committee(ledger, name="柳河村人民调解委员会", short_code="柳")
    assert number(ledger) == "本2026第1号"
    assert number(ledger, committee="柳河村人民调解委员会") == "全2026第1号"


def test_committees_that_share_a_pattern_share_its_row(ledger: Ledger) -> None:
    save(ledger, "numbering", kind="案号", pattern="（{年}）第{序号}号")
    committee(ledger, name="柳河村人民调解委员会", short_code="柳")
    assert number(ledger) == "（2026）第1号"
    assert number(ledger, committee="柳河村人民调解委员会") == "（2026）第2号"


def test_a_row_that_goes_on_over_the_years_does_not_begin_again(ledger: Ledger) -> None:
    save(ledger, "numbering", kind="案号", pattern="{年}枫总{序号}", yearly="否")
    later = number(ledger, accepted_on="2027-01-01")
    assert [later, number(ledger)] == ["2027枫总1", "2026枫总2"]


def test_agreements_may_bear_the_number_of_their_case(ledger: Ledger) -> None:
    save(ledger, "numbering", kind="协议编号", same_as_case="是")
    saved = case(ledger, agreements=[{"terms": TERMS}, {"terms": "二、另行约定。"}])
    assert [one.values["number"] for one in saved.rows["agreements"]] == [FIRST, f"{FIRST}之二"]


def test_a_volume_gets_its_own_number_on_filing_where_a_rule_says_so(ledger: Ledger) -> None:
    save(ledger, "numbering", kind="卷号", pattern="{年}年{代字}卷{序号}")
    saved = case(ledger)
    assert saved.values.get("volume_number") is None
    filed = change(ledger, saved.id, filed_on="2026-05-01")
    assert filed.values["volume_number"] == "2026年枫卷1"


def test_two_connections_at_once_never_give_the_same(ledger: Ledger) -> None:
    def enter(_: int) -> list[str]:
        own = ledger.second()
        try:
            return [str(number(own)) for _ in range(12)]
        finally:
            own.close()

    with ThreadPoolExecutor(2) as pool:
        numbers = [one for some in pool.map(enter, range(2)) for one in some]
    assert sorted(numbers) == sorted(f"（2026）枫人调字第{n}号" for n in range(1, 25))


def test_a_save_that_fails_uses_no_number(ledger: Ledger) -> None:
    draft = ledger.new_draft("case")
    draft.take(BASE)
    draft.id = save(ledger, "village", name="枫桥村", kind="行政村").id
    draft.rows["parties"][0].id = draft.rows["parties"][1].id
    with pytest.raises(DatabaseError):
        ledger.save(draft)
    assert draft.values.get("number") is None
    assert number(ledger) == FIRST


def test_the_office_leaves_a_lent_block_alone(ledger: Ledger) -> None:
    case(ledger)
    lend(ledger, 3, 5)
    case(ledger, number="（2026）枫人调字第4号")  # come back from the laptop
    assert number(ledger) == SECOND
    assert number(ledger) == "（2026）枫人调字第6号"


def test_the_file_itself_refuses_to_give_a_number_twice(ledger: Ledger) -> None:
    first = case(ledger)
    book = NumberBook(ledger.store.handle)
    again = Issue(
        place="mediation_case.number", kind="01", committee=None, year=2026, series="x",
        sequence=1, number=FIRST, id=ledger.new_draft("case").id,
    )  # fmt: skip
    assert ledger.record(first.id).number == FIRST
    with ledger.store.handle.writing(), pytest.raises(DatabaseError):
        book.issue(again)


def test_a_laptop_numbers_from_its_block_and_else_not_at_all(
    tmp_path: Path, clock: FixedClock
) -> None:
    laptop = Ledger.create(
        tmp_path / "laptop", kind="laptop", name="一号机", code="410199103",
        password=None, operator="周建民", clock=clock,
    )  # fmt: skip
    committee(laptop)
    assert number(laptop) is None
    lend(laptop, 7, 8)
    assert [number(laptop) for _ in range(3)] == [
        "（2026）枫人调字第7号", "（2026）枫人调字第8号", None,
    ]  # fmt: skip
    laptop.close()


def lend(ledger: Ledger, first: int, last: int) -> None:
    series = Pattern("（{年}）{代字}人调字第{序号}号").series(2026, "枫")
    NumberBook(ledger.store.handle).lend(
        Block(place="mediation_case.number", kind="01", committee=None, year=2026,
              series=series.key, first=first, last=last, lent_to="一号机")
    )  # fmt: skip


def test_a_number_of_a_removed_record_typed_again_is_doubted(ledger: Ledger) -> None:
    ledger.remove(case(ledger).id, "登记重复")
    draft = ledger.new_draft("case")
    draft.take({**BASE, "number": "(2026)枫人调字第1号"})
    assert [p.severity for p in ledger.check(draft) if p.rule == "F-NUMBER"] == ["warning"]


def test_a_number_of_the_first_level_counts_as_used(ledger: Ledger) -> None:
    case(ledger, number=FIRST)
    forget(ledger)
    assert number(ledger) == SECOND


def forget(ledger: Ledger) -> None:
    """Make the file as one that has just come from the first level."""
    with ledger.store.handle.writing():
        ledger.store.handle.run("DELETE FROM issued_number")
        ledger.store.handle.run("DELETE FROM fact WHERE name = 'numbers_seen'")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("（{年份}）第{序号}号", "{年份}"),
        ("{年}第号", "{序号}"),
        ("{序号}{序号}", "{序号}"),
        ("{年第{序号}号", "花括号"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_told_with_what_is_allowed(
    pattern: str, words: str
) -> None:
    fault = pattern_fault(pattern)
    assert fault is not None
    assert words in fault


def test_cases_without_a_village_are_numbered_on_where_the_pattern_names_it(ledger: Ledger) -> None:
    save(ledger, "numbering", kind="01", pattern="（{年}）{村}民调字第{序号}号")
    assert [number(ledger), number(ledger)] == ["（2026）民调字第1号", "（2026）民调字第2号"]
    save(ledger, "village", name="枫桥村", kind="行政村")
    assert number(ledger, village="枫桥村") == "（2026）枫桥村民调字第3号"


def test_a_month_beside_the_running_number_is_not_taken_for_a_part_of_it(ledger: Ledger) -> None:
    save(ledger, "numbering", kind="01", pattern="{年}-{序号}{月}")
    assert [number(ledger), number(ledger)] == ["2026-103", "2026-203"]
    assert number(ledger, accepted_on="2026-01-05") == "2026-301"


def test_signs_of_a_pattern_are_taken_as_they_are() -> None:
    series = Pattern("({年})调.字+第{序号}号").series(2026, "")
    assert series.sequence_of("（2026）调.字+第12号") == 12
    assert series.sequence_of("（2026）调x字+第12号") is None


def test_a_number_of_a_record_of_another_year_is_another_series(ledger: Ledger) -> None:
    saved: RecordId = case(ledger, accepted_on="2025-06-01").id
    assert ledger.record(saved).number == "（2025）枫人调字第1号"
    assert [one.last_number for one in ledger.numbers.gaps(2025)] == ["（2025）枫人调字第1号"]
