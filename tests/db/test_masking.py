"""What a copy for publication says: consistent other names, no number, no exact address."""

from __future__ import annotations

from typing import Any

import pytest

from db.ledger import Ledger, Subject
from db.ledger.aliases import is_organisation, organisation_aliases, person_aliases, surname_of
from db.ledger.masked_texts import address, by_form, official_number, people_in
from db.ledger.masking import masked_together
from tests.db.filled import BASE, case, committee


@pytest.fixture
def ledger(office_ledger: Ledger) -> Ledger:
    committee(office_ledger)
    return office_ledger


def masked_case(ledger: Ledger, **given: Any) -> dict[str, Any]:
    subject = ledger.subject(case(ledger, **given).id)
    assert isinstance(subject, Subject)
    [made] = masked_together([subject])
    return made.values


def test_people_of_one_surname_are_told_apart() -> None:
    names = ["赵长河", "欧阳修文", "赵小满", "钱守信", "欧阳明", "阿依古丽·买买提", "John Smith"]
    assert person_aliases(names) == {
        "赵长河": "赵某甲", "赵小满": "赵某乙", "钱守信": "钱某", "欧阳修文": "欧阳某甲",
        "欧阳明": "欧阳某乙", "阿依古丽·买买提": "阿某", "John Smith": "某",
    }  # fmt: skip


def test_a_name_of_two_signs_has_a_surname_of_one() -> None:
    assert surname_of("欧阳") == "欧"


def test_organisations_are_named_by_their_ending_and_short_forms_with_them() -> None:
    names = ["青石镇宏达建材有限公司", "安和县丰源贸易公司", "丰收种植专业合作社", "东关小学"]
    told = organisation_aliases(names)
    assert (
        told["青石镇宏达建材有限公司"] == told["宏达建材有限公司"] == told["宏达建材"] == "某公司甲"
    )
    assert told["宏达建材公司"] == "某公司甲"
    assert told["安和县丰源贸易公司"] == "某公司乙"
    assert told["丰收种植专业合作社"] == "某合作社"
    assert told["东关小学"] == "某学校"


def test_a_person_is_not_taken_for_an_organisation() -> None:
    assert not is_organisation("王建社")
    assert is_organisation("青石镇宏达建材有限公司")


@pytest.mark.parametrize(
    ("said", "masked_text"),
    [
        ("电话13800000201，", "电话***********，"),
        ("电话138 0000 0201", "电话*** **** ****"),
        ("座机0371-61234588", "座机****-********"),
        ("身份证410199196909300138", "身份证******************"),
        ("身份证 4101 9919 6909 3001 38", "身份证 **** **** **** **** **"),
        ("卡号6222 0212 3456 7890 123", "卡号**** **** **** **** ***"),
        ("豫A12345号小客车", "豫******号小客车"),
        ("住柳河村三组5号", "住柳河村某组某号"),
        ("住3号楼2单元401室", "住某号楼某单元某室"),
        ("1969年9月30日出生", "1969年出生"),
        ("出生日期：1969-09-30", "出生日期：1969年"),
        ("按（2026）柳人调字第3号协议", "按（2026）某人调字第某号协议"),
        ("柳受〔2026〕3号通知书", "某受〔2026〕某号通知书"),
        ("（2026）豫0199民特12号裁定", "（2026）某民特字第某号裁定"),
    ],
)
def test_numbers_in_a_text_are_found_by_their_form(said: str, masked_text: str) -> None:
    assert by_form(said) == masked_text


@pytest.mark.parametrize(
    "said",
    [
        "赔偿1250000元，分3次付清。",
        "2026年2月10日前支付12500.50元。",
        "2026-02-10前付清",
        "第3号令第十二条",
        "约定3月5号付款",
        "电话12348咨询",
    ],
)
def test_what_is_no_number_of_a_person_stays(said: str) -> None:
    assert by_form(said) == said


def test_an_address_is_told_down_to_the_township() -> None:
    assert address("示范县青石镇柳河村三组5号") == "示范县青石镇某村某组某号"
    assert address("示范县青石镇工业路8号") == "示范县青石镇某路某号"
    assert address("幸福小区3号楼") == "某社区某号"


def test_an_official_number_keeps_its_year_only() -> None:
    assert official_number("（2026）枫人调协字第12号") == "（2026）某人调协字第某号"
    assert official_number("枫桥2026调03-0021") == "（2026）某字第某号"


def test_people_in_a_list_of_those_present_are_found() -> None:
    assert list(people_in("刘德厚（邻居）、王建设，村干部")) == ["刘德厚", "王建设"]


def test_a_name_is_the_same_other_name_wherever_it_stands(ledger: Ledger) -> None:
    minutes = "赵小满：他家滴水。\n郭 顺河：我改。赵小满父亲在场，小满的母亲也在。"
    terms = "郭顺河赔偿赵小满1250元。"
    values = masked_case(ledger, minutes=minutes, agreements=[{"terms": terms}])
    assert values["minutes"] == "赵某：他家滴水。\n郭某：我改。赵某父亲在场，某的母亲也在。"
    assert values["agreements"][0]["terms"] == "郭某赔偿赵某1250元。"
    assert values["volume_name"] == "赵某与郭某邻里纠纷"
    assert [party["name"] for party in values["parties"]] == ["赵某", "郭某"]


def test_a_given_name_that_is_a_word_is_left_alone(ledger: Ledger) -> None:
    parties = [{"side": "1", "name": "王建设"}, BASE["parties"][1]]
    values = masked_case(ledger, parties=parties, summary="王建设建设房屋时，其子建设帮忙。")
    assert values["summary"] == "王某建设房屋时，其子某帮忙。"


def test_a_birth_day_is_told_as_its_year_and_the_bytes_of_exhibits_are_not_named(
    ledger: Ledger,
) -> None:
    exhibit = {"title": "赵小满的身份证", "sha256": "ab" * 32, "provided_by": "赵小满"}
    values = masked_case(ledger, attachments=[exhibit], remarks="郭顺河，1970.05.06生。")
    assert type(values["parties"][0]["born_on"]).__name__ == "YearOnly"
    assert values["remarks"] == "郭某，1970年生。"
    [row] = values["attachments"]
    assert (row["title"], row["sha256"]) == ("赵某的身份证", None)


def test_the_true_subject_stays_as_it_is(ledger: Ledger) -> None:
    subject = ledger.subject(case(ledger).id)
    assert subject is not None
    masked_together([subject])
    assert subject.values["parties"][0]["name"] == "赵小满"
