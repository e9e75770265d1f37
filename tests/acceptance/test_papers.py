"""Every paper of the examined township: all values in full and in order, inside the margins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Examined
from tests.acceptance.neutral import Party, Quarrel, age_on, sex_of
from tests.acceptance.program import Program
from tests.acceptance.reading import (
    MM,
    dark_share,
    first_missing,
    ink_of,
    page_sizes,
    signs_of,
    without_page_numbers,
    words_by_poppler,
    words_of,
)
from tests.acceptance.township import RARE

CASE_MARGINS = (28, 26)
"""Left and right margin of case papers in mm (mediation-forms 2.1)."""


def printed(program: Program, paper: str, ids: list[str], out: Path, *more: str) -> Any:
    """Print a paper and give what the command told; nothing may be wrong with it."""
    ran = program("print", paper, *ids, "--out", out, *more)
    assert ran.status == 0, (ran.err, ran.out)
    assert ran.data["warnings"] == []
    assert ran.data["pages"] == len(page_sizes(out))
    return ran.data


def in_words(day: Any) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def cover_words(made: Examined, case: Quarrel) -> list[str]:
    body = made.township.body(case.body)
    names = [made.township.mediator(one).name for one in case.mediators]
    dates = [in_words(one) for one in (case.sat, case.kept_on) if one is not None]
    words = [body.name, "调解卷宗", "卷名：", case.volume, "卷号：", case.ref, "人民调解员："]
    words += [*names, "调解日期：", *dates[:1], "立卷人：", case.keeper, "立卷日期：", *dates[1:]]
    return [*words, "保管期限：", case.kept_for, "备注：", case.remark]


def registration_words(made: Examined, case: Quarrel) -> list[str]:
    people = [one.name for one in case.parties]
    topic = case.topic.replace("房产宅基地", "房屋宅基地")
    return [
        "人民调解受理登记表",
        in_words(case.came) + "，人民调解委员会依当事人申请（人民调解委员会主动调解），"
        "经当事人同意，调解",
        "、".join(people) if len(people) > 1 else people[0],
        "之间的纠纷。",
        "纠纷类型：" + topic,
        "案件来源：",
        "当事人申请",
        "人民调解委员会主动调解",
        "纠纷简要情况：" + case.story,
        "当事人（签名）",
        "登记人（签名）",
        made.township.body(case.body).name,
        in_words(case.came),
        "备注：此表由人民调解委员会填写",
    ]


def party_words(one: Party, case: Quarrel) -> list[str]:
    assert case.deal is not None
    if one.company:
        shown = [one.name, "职业或职务", one.head, one.head_post]
    else:
        age = str(age_on(one.number, case.deal.on))
        shown = [one.name, "性别" + sex_of(one.number), "民族" + one.nation, "年龄" + age]
        shown += ["职业或职务" + one.job]
    return ["当事人姓名", *shown, "联系方式" + one.phone, "单位或住址" + one.home]


def agreement_words(case: Quarrel) -> list[str]:
    deal = case.deal
    assert deal is not None
    return [
        "人民调解协议书",
        "编号" + deal.ref,
        *(word for one in case.parties for word in party_words(one, case)),
        "纠纷主要事实、争议事项：" + deal.facts,
        "经调解，自愿达成如下协议：" + deal.clauses,
        "履行方式、时限：" + deal.manner,
        f"本协议一式{deal.copies}份，当事人、人民调解委员会各持一份。",
        "当事人（签名盖章或按指印）",
        "人民调解员（签名）",
        "记录人（签名）",
        "（人民调解委员会印章）",
        in_words(deal.on),
    ]


def case_words(made: Examined, paper: str, case: Quarrel) -> list[str]:
    if paper == "case_cover":
        return cover_words(made, case)
    return registration_words(made, case) if paper == "case_registration" else agreement_words(case)


def cases_for(made: Examined, paper: str) -> list[Quarrel]:
    def has(case: Quarrel) -> bool:
        return case.deal is not None and case.deal.registered and case.deal.on_paper

    return [one for one in made.township.quarrels if paper != "agreement" or has(one)]


def assert_within(file: Path, left: float, right: float) -> None:
    """Hold that no sign stands outside the side margins or at the edge of the paper."""
    sizes = page_sizes(file)
    for sign in signs_of(file):
        width, height = sizes[sign.page]
        assert sign.left >= left * MM - 1, sign
        assert sign.right <= width - right * MM + 1, sign
        assert sign.bottom >= 8 * MM, sign
        assert sign.top <= height - 8 * MM, sign


@pytest.mark.parametrize("paper", ["case_cover", "case_registration", "agreement"])
def test_the_papers_of_all_cases_say_everything_in_order(
    examined: Examined, tmp_path: Path, paper: str
):
    cases = cases_for(examined, paper)
    assert len(cases) > 20
    out = tmp_path / "全部.pdf"
    printed(examined.program, paper, [examined.ids[one.ref] for one in cases], out)
    words = [word for one in cases for word in case_words(examined, paper, one)]
    assert first_missing(without_page_numbers(words_of(out)), words) is None
    assert_within(out, *CASE_MARGINS)


@pytest.mark.parametrize("paper", ["case_cover", "case_registration", "agreement"])
def test_another_reader_finds_every_value_too(examined: Examined, tmp_path: Path, paper: str):
    cases = cases_for(examined, paper)[:12]
    out = tmp_path / "部分.pdf"
    printed(examined.program, paper, [examined.ids[one.ref] for one in cases], out)
    text = without_page_numbers(words_by_poppler(out))
    words = [word for one in cases for word in case_words(examined, paper, one)]
    assert first_missing(text, words) is None


def test_rare_characters_have_ink_and_each_its_own(examined: Examined, tmp_path: Path):
    out = tmp_path / "生僻字.pdf"
    cases = [examined.ids[one.ref] for one in cases_for(examined, "case_registration")]
    printed(examined.program, "case_registration", cases, out)
    first = {sign.text: sign for sign in signs_of(out) if sign.text in RARE}
    assert set(first) == set(RARE)
    pictures = ink_of(out, first.values())
    for sign, picture in zip(first.values(), pictures, strict=True):
        assert 0.05 < dark_share(picture) < 0.9, sign
    # A box drawn for a missing glyph would be the same picture every time.
    assert len(set(pictures)) == len(RARE)


def test_a_reprint_is_the_same_to_the_byte(examined: Examined, tmp_path: Path):
    case = examined.ids[examined.township.quarrels[0].ref]
    numbers: set[str] = set()
    for paper in ("case_cover", "case_registration", "agreement"):
        data = printed(examined.program, paper, [case], tmp_path / f"{paper}.pdf")
        numbers.add(data["print_number"])
        again = examined.program("reprint", data["print_number"], "--out", tmp_path / "再打.pdf")
        assert again.status == 0, again.err
        assert (tmp_path / "再打.pdf").read_bytes() == (tmp_path / f"{paper}.pdf").read_bytes()
    assert len(numbers) == 3


def test_every_paper_prints_blank(examined: Examined, tmp_path: Path):
    papers = examined.program("papers").data["papers"]
    assert len(papers) >= 9
    for paper in papers:
        out = tmp_path / f"{paper['name']}.pdf"
        printed(examined.program, paper["name"], [], out, "--blank")
        assert paper["label"][:2] in words_of(out)
        assert_within(out, 10, 10)


BLANK_SENTENCES = {
    "case_cover": ["卷名：", "卷号：", "人民调解员：", "调解日期：", "立卷人：", "立卷日期：",
                   "保管期限：", "备注："],
    "case_registration": [
        "年月日，人民调解委员会依当事人申请（人民调解委员会主动调解），经当事人同意，调解",
        "之间的纠纷。", "纠纷类型：", "①当事人申请②人民调解委员会主动调解", "纠纷简要情况：",
        "当事人（签名）", "登记人（签名）", "备注：此表由人民调解委员会填写"],
    "agreement": ["编号", "当事人姓名", "性别", "民族", "年龄", "职业或职务", "联系方式",
                  "单位或住址", "当事人姓名", "纠纷主要事实、争议事项：",
                  "经调解，自愿达成如下协议：", "履行方式、时限：", "本协议一式",
                  "份，当事人、人民调解委员会各持一份。", "当事人（签名盖章或按指印）",
                  "人民调解员（签名）", "记录人（签名）", "（人民调解委员会印章）", "年月日"],
    "appointment_letter": ["聘书", "兹聘请", "同志为", "人民调解委员会（专职/兼职）人民调解员，"
                           "聘期自年月日至年月日。"],
}  # fmt: skip


@pytest.mark.parametrize("paper", BLANK_SENTENCES)
def test_a_blank_form_has_the_fixed_words_in_order(examined: Examined, tmp_path: Path, paper: str):
    out = tmp_path / "空白.pdf"
    printed(examined.program, paper, [], out, "--blank")
    assert first_missing(words_of(out), BLANK_SENTENCES[paper]) is None


def test_the_roster_names_every_mediator(examined: Examined, tmp_path: Path):
    out = tmp_path / "名册.pdf"
    mediators = examined.township.mediators
    printed(examined.program, "mediator_roster", [examined.ids[one.ref] for one in mediators], out)
    words: list[str] = []
    for at, one in enumerate(mediators, 1):
        words += [str(at), one.name, sex_of(one.number), one.nation]
    text = words_of(out)
    assert first_missing(text, words) is None
    assert all(one.phone in text for one in mediators)
    assert_within(out, 10, 10)


def test_an_appointment_letter_says_who_where_and_how_long(examined: Examined, tmp_path: Path):
    out = tmp_path / "聘书.pdf"
    mediators = examined.township.mediators
    ids = [examined.ids[one.ref] for one in mediators]
    printed(examined.program, "appointment_letter", ids, out)
    words: list[str] = []
    for at, one in enumerate(mediators, 1):
        post = "专职" if one.full_time else "兼职"
        body = examined.township.body(one.body).name
        words += [
            f"兹聘请{one.name}同志为{body}（{post}）人民调解员，"
            f"聘期自{in_words(one.since)}至{in_words(one.until)}。",
            f"清聘〔2023〕{at}号",
        ]
    assert first_missing(words_of(out), words) is None
