"""The three lists of contents: names as the sources have them, and a place for everything."""

from __future__ import annotations

import pytest

from db.codes import code_list
from forms.blocks import PaperFault
from forms.declaration import paper_names
from forms.volume_items import printed_items, read_volume, shipped_volume, volume_names

# Mediation forms 3.2.
NATIONAL = "人民调解申请书或人民调解受理登记表|人民调解调查记录|人民调解证据材料|人民调解记录|人民调解协议书或人民调解口头协议登记表|人民调解回访记录|司法确认有关材料|卷宗情况说明|封底"
A = (
    "人民调解申请书或人民调解受理登记表 必须|人民调解当事人权利义务告知书 必须|当事人身份证明 必须|授权委托书 按需|人民调解调查记录 按需|人民调解证据材料 按需"
    "|人民调解记录 必须|人民调解协议书 必须|收条或汇款单等履行凭证 按需|人民调解回访记录 按需|司法确认有关材料 按需|卷宗情况说明 按需|封底 必须"
)
B = (
    "人民调解申请书（人民调解受理登记表）|身份证明材料复印件|授权委托书（法定代理人证明材料）|委托（法定）代理人身份证明材料复印件|权利义务告知书|人民调解调查记录"
    "|相关证据材料|人民调解记录|人民调解协议书（人民调解口头协议登记表）|人民调解回访记录|有关凭证、司法确认有关材料|卷宗情况说明|封底"
)
EXPECTED = {"national": NATIONAL, "A": A, "B": B}
each_volume = pytest.mark.parametrize("name", EXPECTED)


@each_volume
def test_the_printed_names_are_those_of_the_sources(name: str) -> None:
    rows = printed_items({"catalogue": name, "catalogue_remarks": "printed"})
    assert [f"{one['title']} {one['remark']}".strip() for one in rows] == EXPECTED[name].split("|")
    assert [one["number"] for one in rows] == [str(n) for n in range(1, len(rows) + 1)]


def test_the_remarks_are_left_out_where_the_office_wants_none() -> None:
    rows = printed_items({"catalogue": "A", "catalogue_remarks": "empty"})
    assert {one["remark"] for one in rows} == {""}


def test_every_value_of_the_switch_has_a_volume() -> None:
    assert set(volume_names()) == set(EXPECTED)


@each_volume
def test_every_kind_of_attachment_has_one_place(name: str) -> None:
    codes = [code for item in shipped_volume(name).items for code in item.codes]
    assert sorted(codes) == [one.code for one in code_list("volume_item").entries]


@each_volume
def test_the_three_volumes_hold_the_same_papers(name: str) -> None:
    assert set(shipped_volume(name).paper_names()) == set(shipped_volume("A").paper_names())


@each_volume
def test_every_paper_of_a_volume_is_shipped(name: str) -> None:
    assert [one for one in shipped_volume(name).paper_names() if one not in paper_names()] == []


@each_volume
def test_only_the_back_cover_closes_the_volume(name: str) -> None:
    assert [item.name for item in shipped_volume(name).items if item.last] == ["封底"]


def test_what_must_be_there_is_marked_so_in_the_list() -> None:
    items = shipped_volume("A").items
    assert [item.remark == "必须" for item in items] == [item.required for item in items]


def test_an_unknown_code_stands_with_the_statement() -> None:
    assert shipped_volume("A").item_of_code("77").name == "卷宗情况说明"


@pytest.mark.parametrize(
    "content",
    [
        "not toml",
        'type = "mediation_case"\nlabel = "x"\ncover = "a"',
        'type = "mediation_case"\nlabel = "x"\ncover = "a"\ncatalogue = "b"\n'
        '[[item]]\nname = "n"\ncolour = "red"',
        'type = "mediation_case"\nlabel = "x"\ncover = "a"\ncatalogue = "b"\n'
        '[[item]]\nname = "n"\n[[item.paper]]\nname = "p"\nwhen = ["has:nothing"]',
    ],
)
def test_a_slip_in_a_volume_names_its_file(content: str) -> None:
    with pytest.raises(PaperFault, match=r"volumes/mine\.toml"):
        read_volume("mine", content)
