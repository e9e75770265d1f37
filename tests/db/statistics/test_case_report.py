"""RM-1: the worked example of the domain notes, its periods, balances and traces."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from db.kinds import RecordId
from db.ledger import Added, Ledger
from db.periods import Period

MONTH = Period.parse("2026-02")


def add(ledger: Ledger, type_name: str, content: dict[str, Any]) -> str:
    """Add one record and give its id."""
    [result] = ledger.add_many(type_name, [(1, content)])
    assert isinstance(result, Added), result
    return result.id


def parties(first: int, second: int) -> list[dict[str, Any]]:
    """Give the two sides of a case, each with so many people."""
    return [
        {"side": "1", "name": "赵小满", "people_on_side": first},
        {"side": "2", "name": "郭顺河", "people_on_side": second},
    ]


def case(kind: str, source: str, level: str, **words: Any) -> dict[str, Any]:
    """Give a case of February 2026 with the parts that matter."""
    sides = words.pop("sides", (1, 1))
    agreement = words.pop("agreement", None)
    content = {
        "committee": "甲村人民调解委员会",
        "accepted_on": "2026-02-02",
        "dispute_type": kind,
        "source": source,
        "difficulty": level,
        "parties": parties(*sides),
        **words,
    }
    if agreement:
        form, amount = agreement
        content["agreements"] = [{"form": form, "amount": amount, "terms": "各自让步。"}]
    return content


@pytest.fixture
def worked(office_ledger: Ledger) -> Ledger:
    """The seven records of statistics-and-codes 2.1, in committee 甲村 (01)."""
    add(office_ledger, "committee", {"name": "甲村人民调解委员会", "kind": "01", "number": "A1"})
    closed = {"closed_on": "2026-02-10"}
    for content in (
        case("1", "2", "1", result="1", agreement=("1", "0"), **closed),
        case("2", "1", "2", result="1", agreement=("2", "1250.00"), **closed),
        case("17", "5", "4", result="1", agreement=("2", "30000.00"), sides=(1, 6), **closed),
        case("10", "6", "3", result="2", sides=(4, 1), **closed),
        case("2", "2", "1", result="3"),
        case("6", "1", "1", result="1", agreement=("1", "499.99"), voided=True,
             void_reason="重复登记", **closed),
        case("7", "1", "1", result="1", agreement=("1", "100.00"), sides=(2, 2),
             closed_on="2026-03-01"),
    ):  # fmt: skip
        add(office_ledger, "mediation_case", content)
    return office_ledger


def cells(ledger: Ledger, period: Period, label: str = "甲村人民调解委员会") -> dict[str, Any]:
    """Give the non-zero cells of a row, by column key."""
    table = ledger.report("RM-1", period)
    row = next(row for row in table.rows if row.label == label)
    pairs = zip(table.columns, row.cells, strict=True)
    return {column.key: cell.value for column, cell in pairs if cell.value}


def test_the_worked_example_comes_out_cell_by_cell(worked: Ledger):
    assert cells(worked, MONTH) == {
        "1": 4, "2": 16, "3": 3, "4": 2, "5": Decimal("3.13"), "6": 4, "12": 1, "13": 1, "14": 2,
        "17": 1, "18": 1, "20": 1, "21": 1, "29": 1, "36": 1, "38": 1, "39": 2,
    }  # fmt: skip


def test_the_amount_is_rounded_half_up_once_at_the_very_end(worked: Ledger):
    quarter = cells(worked, Period.parse("2026Q1"))
    assert quarter["5"] == Decimal("3.14")  # 31 350.00 元, not 3.13 + 0.01


@pytest.mark.parametrize("text", ["2026Q1", "2026H1", "2026"])
def test_longer_periods_take_in_the_case_of_march(worked: Ledger, text: str):
    assert cells(worked, Period.parse(text))["1"] == 5


def test_an_empty_month_prints_zeros(worked: Ledger):
    table = worked.report("RM-1", Period.parse("2026-04"))
    assert {cell.text for cell in table.rows[0].cells} == {"0", "0.00", ""}


def test_the_errors_of_the_balance_hold_in_the_worked_example(worked: Ledger):
    table = worked.report("RM-1", MONTH)
    assert [b.rule for b in table.balance if not b.holds] == []


def test_a_form_without_success_breaks_no_rule_but_a_missing_type_total_would(worked: Ledger):
    table = worked.report("RM-1", MONTH)
    rules = {b.rule for b in table.balance}
    assert rules == {f"B{n}" for n in range(1, 13)}


def test_a_case_with_one_party_breaks_the_rule_of_two_sides(worked: Ledger):
    lonely = [{"side": "1", "name": "钱一"}]
    for _ in range(9):
        add(worked, "mediation_case",
            case("3", "1", "1", result="2", closed_on="2026-02-12", parties=lonely))  # fmt: skip
    [broken] = [b for b in worked.report("RM-1", MONTH).balance if not b.holds]
    assert (broken.rule, broken.severity) == ("B11", "warning")
    assert "合计" in broken.broken


def test_a_removed_committee_keeps_its_row_while_its_cases_count(worked: Ledger):
    committee = worked.locate("A1")
    assert committee is not None
    worked.remove(committee[1], "撤销")
    assert cells(worked, MONTH, "（已删除的调委会）")["6"] == 4


def test_the_township_committee_is_the_own_level(worked: Ledger):
    add(worked, "committee", {"name": "清河镇人民调解委员会", "kind": "03"})
    add(worked, "mediation_case",
        case("1", "1", "1", committee="清河镇人民调解委员会", result="2", closed_on="2026-02-11"))  # fmt: skip
    assert cells(worked, MONTH, "本级上报总计")["1"] == 1
    assert cells(worked, MONTH, "下级上报总计")["1"] == 4
    assert cells(worked, MONTH, "合计")["1"] == 5


@pytest.mark.parametrize("column", ["1", "3", "14", "36", "39"])
def test_a_cell_counts_exactly_the_records_it_opens(worked: Ledger, column: str):
    table = worked.report("RM-1", MONTH)
    for row in table.rows:
        found = table.cell(row.key, column)
        assert found is not None
        assert found[2] == len(worked.trace("RM-1", MONTH, row.key, column))


def test_party_rows_without_a_number_count_one_each(worked: Ledger):
    people = [{"side": "1", "name": name} for name in ("钱一", "钱二", "钱三")]
    people.append({"side": "2", "name": "孙四"})
    add(worked, "mediation_case",
        case("3", "1", "1", result="2", closed_on="2026-02-12", parties=people))  # fmt: skip
    assert cells(worked, MONTH)["2"] == 20


def test_a_case_without_closing_date_counts_by_its_day_of_mediation(worked: Ledger):
    add(worked, "mediation_case", case("4", "1", "1", result="1", mediated_on="2026-02-20"))
    assert cells(worked, MONTH)["23"] == 1


def test_a_removed_case_is_not_counted(worked: Ledger):
    hit = worked.trace("RM-1", MONTH, "all", "36")[0]
    worked.remove(hit[1], "重复")
    assert "36" not in cells(worked, MONTH)


def test_prevented_harm_is_counted_in_cases_and_people(worked: Ledger):
    add(worked, "mediation_case",
        case("2", "1", "2", result="1", averted=["2"], averted_people=3, closed_on="2026-02-13"))  # fmt: skip
    found = cells(worked, MONTH)
    assert (found["48"], found["49"]) == (1, 3)


def test_the_amount_in_dispute_is_not_the_amount_agreed(worked: Ledger):
    add(worked, "mediation_case",
        case("4", "1", "1", result="1", form="1", amount="50000", closed_on="2026-02-14"))  # fmt: skip
    found = cells(worked, MONTH)
    assert (found["38"], found["5"]) == (2, Decimal("3.13"))


def test_any_agreement_taken_to_court_counts_as_judicial_confirmation(worked: Ledger):
    agreements = [
        {"form": "2", "confirmation": "0"},
        {"form": "2", "amount": "100", "confirmation": "2"},
    ]
    add(worked, "mediation_case",
        case("4", "1", "1", result="1", agreements=agreements, closed_on="2026-02-14"))  # fmt: skip
    found = cells(worked, MONTH)
    assert (found["39"], found["41"]) == (3, 1)


def test_the_cases_of_a_removed_township_committee_open_where_they_are_counted(worked: Ledger):
    township = add(worked, "committee", {"name": "清河镇人民调解委员会", "kind": "03"})
    add(worked, "mediation_case",
        case("1", "1", "1", committee=township, result="2", closed_on="2026-02-11"))  # fmt: skip
    worked.remove(RecordId(township), "重复登记")
    assert cells(worked, MONTH, "本级上报总计")["1"] == 1
    assert len(worked.trace("RM-1", MONTH, "own", "1")) == 1


@pytest.mark.parametrize(
    ("told", "people"),
    [((6, None), 6), ((2, 2), 2), ((1, 1), 2), ((3, 2), 5), ((3, 2, None), 6), ((None, None), 2)],
)
def test_the_people_of_a_side_are_told_once_or_row_by_row(
    worked: Ledger, told: tuple[int | None, ...], people: int
):
    before = cells(worked, MONTH)["2"]
    rows = [
        {"side": "1", "name": f"钱{n}", "people_on_side": told_n} for n, told_n in enumerate(told)
    ]
    add(worked, "mediation_case",
        case("3", "1", "1", result="2", closed_on="2026-02-12",
             parties=[*rows, {"side": "2", "name": "孙四"}]))  # fmt: skip
    assert cells(worked, MONTH)["2"] == before + people + 1
