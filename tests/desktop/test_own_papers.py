"""A profile made in an office, carried to the county in a bundle: the county prints alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from db.kinds import RecordId
from db.ledger import Ledger
from db.ledger.profiles import begin_edition, new_profile, use_profile
from desktop.own_papers import (
    UnknownProfile,
    check_paper,
    own_edition,
    profile_for,
    profiles_on_offer,
)
from desktop.printing import plan_paper, print_paper
from desktop.volume import bound_volume
from forms.blocks import PaperFault
from forms.plan import TextRun
from tests.conftest import NOW
from tests.db.exchange.world import COUNTY, OFFICE, OTHER, World

OWN = 'label = "受理通知书"\ntype = "mediation_case"\n[[block]]\nkind = "line"\ntext = "甲县{number;*}"\n'
SLIP = OWN.replace("number", "weather")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, lambda: NOW)


def ledger_of(world: World, code: str) -> Ledger:
    made = Ledger(world.office if code == OFFICE else world.county, lambda: NOW)
    made.check_papers_by(check_paper)
    return made


def add(ledger: Ledger, type_name: str, **values: Any) -> RecordId:
    draft = ledger.new_draft(type_name)
    assert draft.take(values) == []
    ledger.save(draft)
    return draft.id


def filled_office(world: World, content: str = OWN) -> tuple[Ledger, RecordId, RecordId]:
    office = ledger_of(world, OFFICE)
    committee = add(office, "committee", name="甲村人民调解委员会", kind="01")
    case = add(
        office, "mediation_case", committee=committee, number="甲001", accepted_on="2026-03-02",
        dispute_type="2", source="1", parties=[{"side": "1", "name": "张䶮"}],
    )  # fmt: skip
    office.check_papers_by(lambda _paper, _content: None)
    profile = add(
        office, "paper_profile", name="甲县样式", based_on="2", in_use="是", opening="2",
        body_size="14", editions=[{"paper": "受理通知书", "content": content}],
    )  # fmt: skip
    office.check_papers_by(check_paper)
    return office, case, profile


@pytest.mark.parametrize("paper", ["acceptance_notice", "case_registration", "agreement"])
@pytest.mark.parametrize("by_name", [False, True])
def test_the_county_prints_a_record_as_its_office_does(
    world: World, paper: str, *, by_name: bool
) -> None:
    office, case, _ = filled_office(world)
    world.round()
    county = ledger_of(world, COUNTY)
    asked = "甲县样式" if by_name else None
    theirs = plan_paper(county, paper, [case], profile=asked)
    assert theirs.to_json() == plan_paper(office, paper, [case], profile=asked).to_json()
    plain = plan_paper(office, paper, [case], profile="national")
    assert theirs.to_json() != plain.to_json()


def test_the_profile_of_one_office_is_not_the_default_of_another_or_the_county(
    world: World,
) -> None:
    filled_office(world)
    world.round()
    county = ledger_of(world, COUNTY)
    assert county.papers.default_profile() is None
    assert profile_for(county).name == "national"
    [own] = [one for one in profiles_on_offer(county) if one.own]
    assert own.label == f"甲县样式（{OFFICE}）"
    assert not own.in_use


def test_profiles_of_one_name_from_two_offices_are_told_apart(world: World) -> None:
    filled_office(world)
    world.round()
    other = Ledger(world.other_office(), lambda: NOW)
    add(other, "paper_profile", name="甲县样式", based_on="1")
    world.round(other.store)
    county = ledger_of(world, COUNTY)
    assert profile_for(county, f"甲县样式（{OTHER}）").label == "甲县样式"
    with pytest.raises(UnknownProfile, match="有 2 种样式都叫“甲县样式”"):
        profile_for(county, "甲县样式")


def test_a_slip_that_came_in_a_bundle_is_told_when_printing(world: World) -> None:
    _, case, _ = filled_office(world, SLIP)
    world.round()
    with pytest.raises(PaperFault, match=r"样式“甲县样式”的 acceptance_notice.toml block 1"):
        plan_paper(ledger_of(world, COUNTY), "acceptance_notice", [case])


def test_a_print_keeps_the_version_of_the_edition_it_was_made_with(world: World) -> None:
    office, case, profile = filled_office(world)
    number = print_paper(office, "acceptance_notice", [case]).number
    first = office.papers.kept(number)
    draft = office.draft(profile, "paper_profile")
    assert draft is not None
    draft.rows["editions"][0].give("content", OWN.replace("甲县", "乙县"))
    office.save(draft)
    second = office.papers.kept(print_paper(office, "acceptance_notice", [case]).number)
    assert first is not None
    assert second is not None
    assert first.version != second.version
    assert first.profile == second.profile == profile


def test_an_edition_begins_with_the_shipped_text_and_prints_the_same(world: World) -> None:
    office, case, _ = filled_office(world)
    before = plan_paper(office, "case_cover", [case], profile="national").to_json()
    profile = new_profile(office, "本所样式")
    use_profile(office, profile)
    name, content = own_edition("调解卷宗封面")
    assert begin_edition(office, profile, "调解卷宗封面", content, same=(name, "调解卷宗封面"))
    assert not begin_edition(office, profile, name, content, same=(name, "调解卷宗封面"))
    assert plan_paper(office, "case_cover", [case]).to_json() == before


def test_only_one_profile_is_in_use_after_choosing(world: World) -> None:
    office, _, first = filled_office(world)
    second = new_profile(office, "乙县样式", "local")
    use_profile(office, second)
    used = {one.id: one.in_use for one in office.papers.profiles()}
    assert used == {first: False, second: True}
    use_profile(office, None)
    assert office.papers.default_profile() is None


def test_a_worker_has_the_check_of_papers_too(world: World) -> None:
    office, _, _ = filled_office(world)
    second = office.second()
    draft = second.new_draft("paper_profile")
    draft.take({"name": "乙", "based_on": "1", "editions": [{"paper": "聘书", "content": SLIP}]})
    assert [p.rule for p in second.check(draft) if p.severity == "error"] == ["W1"]
    second.close()


def test_the_body_is_as_large_as_the_profile_says(world: World) -> None:
    office, case, _ = filled_office(world)
    plan = plan_paper(office, "case_registration", [case])
    sizes = {item.size for item in plan.pages[0].items if isinstance(item, TextRun)}
    assert 14 in sizes


def test_a_volume_is_bound_in_the_profile_of_the_office(world: World) -> None:
    office, case, _ = filled_office(world)
    assert "本人民调解委员会经当事人同意" in text_in(bound_volume(office, case).pdf)
    plain = bound_volume(office, case, profile="national")
    assert "本人民调解委员会经当事人同意" not in text_in(plain.pdf)


def text_in(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())
