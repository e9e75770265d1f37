"""The filters of the paper language, by what they print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from db.records import record_type
from forms.chinese_money import chinese_money
from forms.templates import read_template
from forms.values import Env, Scope, View
from tests.forms import subjects as make

TODAY = date(2026, 4, 2)


def printed(text: str, values: dict[str, Any], *, blank: bool = False) -> str:
    scope = Scope(record_type(values["type"]))
    return read_template(text, scope).text(View({} if blank else values, Env(TODAY, blank)))


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("10", "壹拾元整"),
        ("1200", "壹仟贰佰元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("100000000", "壹亿元整"),
        ("100010001", "壹亿零壹万零壹元整"),
        ("9999999999.99", "玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_an_amount_is_written_in_capitals(amount: str, words: str) -> None:
    assert chinese_money(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{accepted_on|date_cn}", "2026年3月10日"),
        ("{accepted_on|month_cn}", "2026年3月"),
        ("{accepted_on|date_dot}", "2026.03.10"),
        ("{accepted_on|month_dot}", "2026.03"),
        ("{accepted_on|year}", "2026"),
        ("{accepted_on}", "2026年3月10日"),
        ("{mediated_on|until(mediated_until)}", "2026.03.12—2026.03.18"),
        ("{parties.name|first}", "赵桂兰"),
        ("{parties.name|last}", "孙𬭎"),
        ("{parties.name|others}", "孙𬭎"),
        ("{parties.name|join(；)}", "赵桂兰；孙𬭎"),
        ("{parties.name}", "赵桂兰、孙𬭎"),
        ("{parties|count}", "2"),
        ("{parties|where(side=2)|of(name)}", "孙𬭎"),
        ("{parties|where(side!=2)|count}", "1"),
        ("{parties.sex|distinct}", "女、男"),
        ("{agreements|sum(copies)}", "3"),
        ("{agreements.amount|first|money}", "1,200.00"),
        ("{agreements.amount|first|money_cn}", "壹仟贰佰元整"),
        ("{volume_number|or(number)}", "（2026）枫东人调字第012号"),
        ("{committee.name|without(人民调解委员会)}", "枫桥镇东河村"),
        ("{committee.founder|with(committee.head)}", "枫桥镇东河村村民委员会、陈国栋"),
        ("{dispute_type}", "邻里纠纷"),
        ("{retention|boxes}", "☐短期　☑长期　☐永久"),
        ("{@today|date_cn}", "2026年4月2日"),
        ("{mediators.person.name}", "刘玉珍、陈国栋"),
    ],
)
def test_a_filter_prints(text: str, expected: str) -> None:
    assert printed(text, make.case()) == expected


def test_age_counts_full_years_on_the_first_day_that_is_known() -> None:
    party = make.party("甲", born_on=date(2000, 4, 2))
    assert printed("{born_on|age}", party) == "26"
    case = make.case(mediated_on=None, accepted_on=date(2026, 4, 1))
    scope = Scope(record_type("mediation_case")).within(record_type("party"))
    view = View(case, Env(TODAY)).within(party, 1)
    assert read_template("{born_on|age(^mediated_on,^accepted_on)}", scope).text(view) == "25"


def test_minutes_are_printed_as_hours() -> None:
    assert printed("{minutes|hours}", make.log(minutes=150)) == "2.5"
    assert printed("{minutes|hours}", make.log(minutes=120)) == "2"
    assert printed("{minutes|hours}", make.log(minutes=100)) == "1.67"
    assert printed("{minutes|hours}", make.log(minutes=600)) == "10"


@pytest.mark.parametrize(
    "text", ["{parties|count}", "{agreements|sum(copies)}", "{@today|date_cn}", "{accepted_on}"]
)
def test_a_blank_form_prints_no_values(text: str) -> None:
    assert printed(text, make.case(), blank=True) == ""


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{nothing}", "没有字段“nothing”"),
        ("{committee.nothing}", "没有字段“nothing”"),
        ("{accepted_on.year}", "没有下一级"),
        ("{^number}", "层数太多"),
        ("{number|shout}", "没有过滤器“shout”"),
        ("{number|where(a=1)}", "只能用在记录上"),
        ("{parties|where(nothing=1)}", "没有字段“nothing”"),
        ("{number|without}", "参数个数不对"),
        ("{number|join(、}", "缺少右括号"),
        ("{number;wide}", "看不懂空白"),
        ("{number", "花括号不成对"),
    ],
)
def test_a_slip_in_a_line_is_named(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_template(text, Scope(record_type("mediation_case")))
