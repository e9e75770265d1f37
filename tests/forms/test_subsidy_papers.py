"""The papers of subsidies: a row per mediator, subtotals per page, totals in capitals."""

from __future__ import annotations

import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from db.records import record_type
from forms.chinese_money import chinese_money
from forms.filters import read_call
from forms.pdf import draw_pdf
from forms.plan import Plan, TextRun
from forms.templates import read_template
from forms.values import Env, Scope, View, read_path
from tests.forms.examples import EXAMPLES
from tests.forms.reading import TODAY, found_in_order, plan_of, squeezed, text_of
from tests.forms.subsidy_subjects import FORTY, TYPICAL

HEAD = "序号|调解员姓名|所属调委会|案件数（件）|一般|疑难|重大|口头|补贴标准|金额（元）|开户行及账号|领取人签名|备注"
SUM = sum((one.values["amount"] for one in FORTY), Decimal(0))


def lines_of(plan: Plan, number: int) -> list[str]:
    """The texts of a page by line, from the top."""
    lines: dict[float, list[TextRun]] = {}
    for item in plan.pages[number].items:
        if isinstance(item, TextRun):
            lines.setdefault(round(item.y, 1), []).append(item)
    return [
        "|".join(run.text for run in sorted(runs, key=lambda run: run.x))
        for _, runs in sorted(lines.items())
    ]


def figures(plan: Plan, word: str) -> list[list[str]]:
    """The numbers of every row that begins with a word, page by page."""
    return [
        re.findall(r"[\d,]+(?:\.\d\d)?", line.removeprefix(word))
        for number in range(len(plan.pages))
        for line in lines_of(plan, number)
        if line.startswith(word)
    ]


def test_a_mediator_has_one_row_with_the_cases_by_grade() -> None:
    text = [line for line in lines_of(plan_of("subsidy_sheet", "typical"), 0) if "刘玉珍" in line]

    assert len(text) == 1
    assert text[0].split("|")[:3] == ["1", "刘玉珍", "枫桥镇东河村人民调解委员会"]
    assert text[0].split("|")[3:9] == ["2", "0", "0", "1", "80.00、30.00", "190.00"]


def test_forty_mediators_fill_pages_that_all_have_the_head() -> None:
    plan = plan_of("subsidy_sheet", "long")

    assert len(plan.pages) == 5
    for number in range(5):
        page = "".join(lines_of(plan, number))
        assert (page.count("调解员姓名"), page.count("本页小计")) == (1, 1)


def test_the_subtotals_of_the_pages_add_up_to_the_total() -> None:
    plan = plan_of("subsidy_sheet", "long")
    subtotals, totals = figures(plan, "本页小计"), figures(plan, "合计")

    assert (len(subtotals), len(totals)) == (5, 1)
    for place in range(5):
        sums = [Decimal(row[place].replace(",", "")) for row in subtotals]
        assert sum(sums) == Decimal(totals[0][place].replace(",", ""))
    assert Decimal(totals[0][4].replace(",", "")) == SUM
    assert chinese_money(SUM) in text_of(plan)


def test_one_page_has_no_subtotal() -> None:
    assert figures(plan_of("subsidy_sheet", "typical"), "本页小计") == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_both_readers_give_the_head_in_its_order(tmp_path: Path) -> None:
    plan = plan_of("subsidy_sheet", "typical")
    (tmp_path / "sheet.pdf").write_bytes(draw_pdf(plan))
    read = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "sheet.pdf"), "-"],
        capture_output=True,
        check=True,
    )

    for text in (text_of(plan), squeezed(read.stdout.decode())):
        assert found_in_order(text, [*HEAD.split("|"), "合计", "制表人："]) is None


def test_a_refused_claim_is_not_on_the_pay_sheet() -> None:
    refused = {**TYPICAL[1].values, "state": "9"}
    claims = [TYPICAL[0], type(TYPICAL[0])("subsidy", refused)]
    EXAMPLES["subsidy_sheet"]["refused"] = claims
    try:
        plan = plan_of("subsidy_sheet", "refused")
    finally:
        del EXAMPLES["subsidy_sheet"]["refused"]

    assert "陈国栋" not in text_of(plan)
    assert figures(plan, "合计")[0][:5] == ["1", "0", "0", "0", "80.00"]


def test_two_quarters_are_two_sheets() -> None:
    other = [{**one.values, "quarter": 2} for one in TYPICAL[:2]]
    EXAMPLES["subsidy_sheet"]["two"] = [*TYPICAL, *(type(TYPICAL[0])("subsidy", v) for v in other)]
    try:
        plan = plan_of("subsidy_sheet", "two")
    finally:
        del EXAMPLES["subsidy_sheet"]["two"]

    assert len(plan.pages) == 2
    assert figures(plan, "合计")[1][4] == "380.00"


def test_the_application_takes_one_page_with_long_reasons() -> None:
    assert len(plan_of("subsidy_application", "long").pages) == 1


def test_one_per_gives_the_first_of_those_that_agree() -> None:
    kind = record_type("subsidy")
    slot = next(read_template("{subjects|one_per(payee.id)|of(title)}", Scope(None, kind)).slots())

    view = View({"subjects": [one.values for one in TYPICAL]}, Env(TODAY))

    assert slot.value(view) == ["1", "2", "5"]


def test_where_takes_any_of_several_values() -> None:
    kind = record_type("subsidy")
    outer = Scope(None, kind)
    inner = Scope(None, kind, outer)
    path = read_path("^subjects", inner)
    call = read_call("where(payee.id=@subjects.payee.id)", path, inner)
    everything = View({"subjects": [one.values for one in TYPICAL]}, Env(TODAY))
    below = everything.within({"subjects": [TYPICAL[0].values, TYPICAL[1].values]}, 1)

    found = call(path.value(below), below)

    assert len(cast(list[object], found)) == 4
