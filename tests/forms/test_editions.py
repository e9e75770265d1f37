"""An office's own edition of a paper: used when it is right, told in one sentence when it is not."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from forms.blocks import SWITCHES, PaperFault
from forms.catalogue import lay_out, paper_fault, paper_version, papers_for
from forms.declaration import paper_source
from forms.plan import TextRun
from forms.profiles import Profile, own_profile, shipped_profile
from tests.forms.examples import EXAMPLES
from tests.forms.reading import TODAY, text_of

SLIP = 'label = "移送回执"\ntype = "mediation_case"\n[[block]]\nkind = "line"\ntext = "{nothing}"\n'
RIGHT = SLIP.replace("{nothing}", "河阳县移送回执{source_unit;*}")


def office(**more: object) -> Profile:
    given: dict[str, object] = {"switches": {}, "editions": {}, **more}
    return own_profile("1", "河阳县样式", **given)  # pyright: ignore[reportArgumentType]


def test_an_edition_is_printed_in_place_of_the_shipped_paper() -> None:
    used = office(editions={"transfer_reply": RIGHT})
    cases = EXAMPLES["transfer_reply"]["typical"]
    assert text_of(lay_out("transfer_reply", cases, profile=used, today=TODAY)) == (
        "河阳县移送回执河阳县公安局枫桥派出所"
    )
    assert "终止调解函" in text_of(lay_out("termination_letter", cases, profile=used, today=TODAY))


def test_the_version_changes_with_the_edition() -> None:
    plain, own = office(), office(editions={"transfer_reply": RIGHT})
    assert paper_version("transfer_reply", plain) != paper_version("transfer_reply", own)
    assert paper_version("agreement", plain) == paper_version("agreement", own)


def test_the_version_of_a_paper_like_another_changes_with_the_other() -> None:
    other = paper_source("committee_registration").replace("届次", "第几届")
    own = office(editions={"committee_registration": other})
    assert paper_version("committee_filing", office()) != paper_version("committee_filing", own)
    assert "第几届" in text_of(
        lay_out("committee_filing", [], blank=True, profile=own, today=TODAY)
    )


def test_a_slip_in_an_edition_names_profile_paper_and_block() -> None:
    used = office(editions={"transfer_reply": SLIP})
    with pytest.raises(
        PaperFault, match=r"样式“河阳县样式”的 transfer_reply.toml block 1.*nothing"
    ):
        lay_out("transfer_reply", [], blank=True, profile=used, today=TODAY)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("移送回执", SLIP, "block 1.*没有字段“nothing”"),
        ("transfer_reply", "label = ", "不是正确的 TOML"),
        ("移送回执", RIGHT.replace("mediation_case", "person"), "没有字段|type"),
        ("移送回执", RIGHT + "many = true", "不认识|many"),
        ("没有这种", RIGHT, "没有“没有这种”这种文书"),
        ("移送回执", 'like = "no_such"\nlabel = "甲"\n', "不是一种文书"),
        ("移送回执", 'like = "committee_filing"\nlabel = "甲"\n', "照另一种文书"),
        ("移送回执", RIGHT.replace("[[", "[page]\nmargins = [0, 0, 300, 10]\n[["), "没有地方印字"),
        ("移送回执", RIGHT.replace("[[", "typefaces = 3\n[["), "typefaces 要写成表"),
        ("移送回执", RIGHT.replace("[[", "[typefaces]\nbody = { size = 0 }\n[["), "size 要在"),
        ("移送回执", RIGHT + 'face = "body"\nindent = inf\n', "数字太大"),
        (
            "移送回执",
            RIGHT + '[[block]]\nkind = "grid"\ncolumns = [20, 20]\nrows = [[{ label = "一" }]]\n',
            "没有正好占满 2 列",
        ),
    ],
)
def test_what_is_wrong_with_an_edition_is_told(name: str, content: str, complaint: str) -> None:
    fault = paper_fault(name, content)
    assert fault is not None
    assert re.search(complaint, fault), fault


@pytest.mark.parametrize("name", [paper.name for paper in papers_for()])
def test_the_shipped_text_is_a_right_edition(name: str) -> None:
    assert paper_fault(name, paper_source(name)) is None


@pytest.mark.parametrize("name", [paper.name for paper in papers_for()])
def test_a_spoiled_edition_is_refused_and_never_breaks_the_program(name: str) -> None:
    """Whatever is struck out or put in: a sentence, or an edition whose blank form prints."""
    chance = random.Random(name)
    source = paper_source(name)
    for _ in range(40):
        start = chance.randrange(len(source))
        put = chance.choice(["", "[", "{", '"', "= 3", "true", "[[block]]", "{;*}", "|or(", "\n"])
        text = source[:start] + put + source[start + chance.randrange(12) :]
        if paper_fault(name, text) is None:
            used = office(editions={name: text})
            assert lay_out(name, [], blank=True, profile=used, today=date(2026, 4, 2)).pages


def test_an_own_profile_overrides_switches_and_type_size() -> None:
    own = office(base="local", switches={"id_number": "no"}, body_size=14)
    assert own.switch_values["id_number"] == "no"
    assert own.switch_values["birth"] == shipped_profile("local").switch_values["birth"]
    text = text_of(lay_out("agreement", [], blank=True, profile=own, today=TODAY))
    assert "身份证号" not in text
    assert "出生年月" in text
    plan = lay_out("case_registration", [], blank=True, profile=own, today=TODAY)
    assert 14 in {one.size for one in plan.pages[0].items if isinstance(one, TextRun)}


@pytest.mark.parametrize("switch", [{"weather": "rain"}, {"birth": "year"}])
def test_an_unknown_switch_of_an_own_profile_is_refused(switch: dict[str, str]) -> None:
    with pytest.raises(PaperFault, match=r"样式“河阳县样式”"):
        office(switches=switch)


def test_every_switch_has_its_first_value_without_a_profile_saying_so() -> None:
    assert office().switch_values.keys() == SWITCHES.keys()
