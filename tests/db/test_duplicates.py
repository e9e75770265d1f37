"""What may have been entered twice is shown beside a case, with why; nothing is merged."""

from __future__ import annotations

from typing import Any

import pytest

from db.drafts import Draft
from db.ledger import Ledger
from tests.db.filled import BASE, TERMS, case, change, committee

ZHAO = {"name": "赵小满", "id_number": "410199196909300138"}
GUO = {"name": "郭顺河", "born_on": "1970-05-06"}
LONG = "一、被申请人于2026年4月1日前将越界的院墙拆除并恢复原状，费用由被申请人承担。二、双方今后不再追究。"


@pytest.fixture
def ledger(office_ledger: Ledger) -> Ledger:
    committee(office_ledger)
    return office_ledger


def drafted(ledger: Ledger, **given: Any) -> Draft:
    draft = ledger.new_draft("case")
    assert draft.take({**BASE, **given}) == []
    return draft


def kinds(ledger: Ledger, **given: Any) -> list[str]:
    draft = drafted(ledger, **given)
    return sorted({p.rule for p in ledger.check(draft) if p.rule in ("D1", "D2", "D3")})


def sides(first: dict[str, str], second: dict[str, str]) -> list[dict[str, str]]:
    return [{"side": "1", **first}, {"side": "2", **second}]


def test_the_same_parties_and_kind_within_ninety_days_are_told(ledger: Ledger) -> None:
    known = case(ledger)
    draft = drafted(ledger, accepted_on="2026-05-31")
    [problem] = [p for p in ledger.check(draft) if p.rule == "D1"]
    assert problem.severity == "warning"
    assert known.values["number"] in problem.message
    assert kinds(ledger, accepted_on="2026-06-01") == ["D2"]
    assert kinds(ledger, dispute_type="损害赔偿纠纷") == ["D2"]


def test_parties_that_changed_sides_are_the_same(ledger: Ledger) -> None:
    case(ledger)
    assert kinds(ledger, parties=sides(GUO, ZHAO)) == ["D1"]


def test_one_common_party_is_no_repeated_dispute(ledger: Ledger) -> None:
    case(ledger)
    assert kinds(ledger, parties=sides(ZHAO, {"name": "钱守信"})) == ["D2"]


def test_another_person_of_the_same_name_is_not_taken_for_the_same(ledger: Ledger) -> None:
    case(ledger)
    other = {"name": "赵小满", "id_number": "410199198203080240"}
    assert kinds(ledger, parties=sides(other, {"name": "郭顺河", "born_on": "1971-01-01"})) == []


def test_an_identity_number_of_fifteen_digits_is_that_of_eighteen(ledger: Ledger) -> None:
    case(ledger)
    old = {"name": "赵小满", "id_number": "410199690930013"}
    assert kinds(ledger, parties=sides(old, GUO)) == ["D1"]


def test_organisations_are_met_by_code_or_name(ledger: Ledger) -> None:
    works = {"kind": "02", "name": "青石建材有限公司", "credit_code": "91410199MA0000001B"}
    case(ledger, parties=sides(ZHAO, works))
    renamed = {**works, "name": "青石新建材有限公司"}
    assert kinds(ledger, parties=sides(ZHAO, renamed)) == ["D1"]
    assert kinds(ledger, parties=sides(ZHAO, {"kind": "02", "name": works["name"]})) == ["D1"]


def test_a_person_met_in_other_cases_is_told_with_date_role_and_result(ledger: Ledger) -> None:
    case(ledger, parties=sides(GUO, ZHAO), accepted_on="2020-01-02", result="2",
         termination_reason="01", mediated_on="2020-01-05")  # fmt: skip
    draft = drafted(ledger)
    found = [p for p in ledger.check(draft) if p.rule == "D2"]
    assert [p.field for p in found] == ["parties[0].name", "parties[1].name"]
    assert found[0].severity == "note"
    assert all(w in found[0].message for w in ("赵小满", "2020-01-02", "被申请人", "不成功"))


def test_an_agent_met_before_is_told_as_such(ledger: Ledger) -> None:
    agent = {"principal": "郭顺河", **ZHAO}
    case(ledger, parties=sides({"name": "吴静"}, GUO), agents=[agent], accepted_on="2020-01-02")
    found = [p for p in ledger.check(drafted(ledger)) if p.rule == "D2" and "赵" in p.message]
    assert "代理人" in found[0].message


def test_terms_equal_but_for_names_numbers_and_dates_are_told(ledger: Ledger) -> None:
    case(ledger, agreements=[{"terms": f"赵小满于2026年4月1日前{LONG}"}])
    parties = sides({"name": "吴静"}, {"name": "钱守信"})
    again = [{"terms": f"吴静于2025年11月21日前{LONG.replace('2026年4月1日', '2025年1月11日')}"}]
    draft = drafted(ledger, parties=parties, agreements=again)
    [problem] = [p for p in ledger.check(draft) if p.rule == "D3"]
    assert (problem.field, problem.severity) == ("agreements[0].terms", "note")
    assert "相同" in problem.message


def test_terms_that_are_nearly_the_same_are_told_within_a_kind(ledger: Ledger) -> None:
    case(ledger, agreements=[{"terms": LONG}])
    near = [{"terms": LONG.replace("不再追究", "互不追究")}]
    parties = sides({"name": "吴静"}, {"name": "钱守信"})
    assert kinds(ledger, parties=parties, agreements=near) == ["D3"]
    assert kinds(ledger, parties=parties, agreements=near, dispute_type="04") == []
    far = [{"terms": "一、申请人撤回全部请求，被申请人当场赔礼道歉，双方握手言和，纠纷就此了结。"}]
    assert kinds(ledger, parties=parties, agreements=far) == []


def test_a_case_is_not_its_own_duplicate(ledger: Ledger) -> None:
    saved = case(ledger, agreements=[{"terms": LONG}])
    assert ledger.duplicates.of_case(saved.id) == []


def test_removed_and_voided_cases_are_not_shown(ledger: Ledger) -> None:
    gone, void = (case(ledger, agreements=[{"terms": LONG}]) for _ in range(2))
    ledger.remove(gone.id, "登记重复")
    change(ledger, void.id, voided="是", void_reason="登记有误")
    assert kinds(ledger, agreements=[{"terms": LONG}]) == ["D2"]


def test_an_edited_text_is_compared_as_it_is_now(ledger: Ledger) -> None:
    saved = case(ledger, agreements=[{"terms": LONG}])
    row = saved.rows["agreements"][0]
    change(ledger, saved.id, agreements=[{"id": row.id, "terms": TERMS}])
    parties = sides({"name": "吴静"}, {"name": "钱守信"})
    assert kinds(ledger, parties=parties, agreements=[{"terms": LONG}]) == []
    assert kinds(ledger, parties=parties, agreements=[{"terms": TERMS}]) == ["D3"]
    case(ledger, parties=parties, agreements=[{"terms": LONG}])
    assert ledger.duplicates.pairs() == []


def test_the_whole_ledger_is_searched_for_pairs(ledger: Ledger) -> None:
    one = case(ledger, agreements=[{"terms": LONG}])
    two = case(ledger, accepted_on="2026-03-20")
    other = sides({"name": "吴静"}, {"name": "钱守信"})
    three = case(ledger, parties=other, agreements=[{"terms": LONG}])
    near = LONG.replace("不再追究", "互不追究")
    four = case(ledger, parties=sides({"name": "孙"}, {"name": "周"}), agreements=[{"terms": near}])
    found = {(p.kind, frozenset((p.one, p.other))) for p in ledger.duplicates.pairs()}
    assert ("D1", frozenset((one.id, two.id))) in found
    assert ("D3", frozenset((one.id, three.id))) in found
    assert {p for k, p in found if k == "D3" and four.id in p}
    assert len([1 for k, _ in found if k == "D1"]) == 1


def test_a_pair_said_to_be_two_is_not_shown_again(ledger: Ledger) -> None:
    one, two = case(ledger), case(ledger)
    ledger.duplicates.dismiss(one.id, two.id)
    assert ledger.duplicates.pairs() == []
    assert ledger.duplicates.of_case(one.id) == []
    ledger.duplicates.undismiss(two.id, one.id)
    assert [p.kind for p in ledger.duplicates.pairs()] == ["D1"]


def test_entering_many_looks_for_no_duplicates(ledger: Ledger) -> None:
    results = list(ledger.add_many("case", [(1, BASE), (2, BASE)]))
    assert [p.rule for one in results for p in one.problems if p.rule.startswith("D")] == []
    assert len(ledger.duplicates.pairs()) == 1


def test_a_person_of_very_many_cases_is_not_said_to_be_in_fewer(ledger: Ledger) -> None:
    parties: list[dict[str, str]] = [{**BASE["parties"][0]}, {"side": "2", "name": "钱守信"}]
    for month in range(1, 13):
        case(ledger, parties=parties, accepted_on=f"2025-{month:02d}-01", dispute_type="合同纠纷")
    for day in range(1, 4):
        case(ledger, parties=parties, accepted_on=f"2024-01-{day:02d}", dispute_type="损害赔偿纠纷")
    draft = ledger.new_draft("mediation_case")
    draft.take(BASE)
    [told] = [one.message for one in ledger.check(draft) if one.rule == "D2"]
    assert told.startswith("赵小满另在 12 件以上案件中出现过")
