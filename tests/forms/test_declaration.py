"""What is written wrongly in a paper or profile is named with its file and its block."""

from __future__ import annotations

from datetime import date

import pytest

from forms.blocks import BLOCK_KINDS, PaperFault
from forms.catalogue import lay_out
from forms.declaration import compile_paper, paper_names, paper_source, shipped_paper
from forms.profiles import profile_names, read_profile, shipped_profile
from resources import shipped_file

HEAD = 'label = "试"\ntype = "mediation_case"\n'


def compiled(body: str, head: str = HEAD) -> None:
    compile_paper("trial", head + body, shipped_profile(None))


@pytest.mark.parametrize("name", paper_names())
def test_every_shipped_paper_compiles_under_every_profile(name: str) -> None:
    for profile in profile_names():
        assert shipped_paper(name, shipped_profile(profile)).parts


@pytest.mark.parametrize("name", paper_names())
def test_every_shipped_paper_says_where_its_wording_comes_from(name: str) -> None:
    assert paper_source(name).startswith("# ")


@pytest.mark.parametrize(
    ("body", "place", "complaint"),
    [
        ('[[block]]\nkind = "line"\ntext = "{nothing}"', "trial.toml block 1", "没有字段"),
        ('[[block]]\nkind = "poem"', "trial.toml block 1", "没有“poem”这种块"),
        ('[[block]]\nkind = "line"', "（line）", "缺少“text”"),
        ('[[block]]\nkind = "line"\ntext = 3', "（line）", "要写文字"),
        ('[[block]]\nkind = "line"\ntext = ""\ncolour = "red"', "（line）", "不认识的写法“colour”"),
        ('[[block]]\nkind = "line"\ntext = ""\nface = "gothic"', "（line）", "没有字体“gothic”"),
        ('[[block]]\nkind = "line"\ntext = ""\nalign = "top"', "（line）", "align"),
        ('[[block]]\nkind = "line"\ntext = ""\nwhen = ["maybe"]', "（line）", "没有条件“maybe”"),
        ('[[block]]\nkind = "line"\ntext = ""\nwhen = ["has:no"]', "（line）", "没有字段“no”"),
        ('[[block]]\nkind = "line"\ntext = ""\nwhen = ["switch:no=a"]', "（line）", "没有开关“no”"),
        ('[[block]]\nkind = "each"\nover = "number"', "（each）", "不是多行内容"),
        ('[[block]]\nkind = "grid"\ncolumns = ["*"]', "（grid）", "heights"),
        ('[[block]]\nkind = "space"\nmm = "wide"', "（space）", "要写数字"),
        ("[page]\nmargins = [1, 2]", "trial.toml page", "四个毫米数"),
        ('[page]\nfooter = "left"', "trial.toml page", "footer"),
        ('[typefaces]\nbody = { role = "COMIC" }', "typefaces.body", "没有字体角色"),
        ("=", "trial.toml", "不是正确的 TOML"),
    ],
)
def test_a_slip_in_a_paper_is_named_with_its_place(body: str, place: str, complaint: str) -> None:
    with pytest.raises(PaperFault) as caught:
        compiled(body)
    assert place in str(caught.value)
    assert complaint in str(caught.value)


def test_a_slip_inside_a_repeated_block_names_both_blocks() -> None:
    body = (
        '[[block]]\nkind = "each"\nover = "parties"\n[[block.block]]\nkind = "line"\ntext = "{no}"'
    )
    with pytest.raises(PaperFault, match=r"block 1 （each） block 1 （line）"):
        compiled(body)


def test_an_unknown_record_type_is_named() -> None:
    with pytest.raises(PaperFault, match="没有记录类型“ghost”"):
        compiled("", 'label = "试"\ntype = "ghost"\n')


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('[switches]\nno = "a"', "没有开关“no”"),
        ('[switches]\nbirth = "year"', "只能是：age、month"),
        ("wide = 1", "不认识的写法“wide”"),
        ("=", "不是正确的 TOML"),
    ],
)
def test_a_slip_in_a_profile_is_named(content: str, complaint: str) -> None:
    with pytest.raises(PaperFault, match=complaint):
        read_profile("office", content)


def test_an_unknown_profile_is_refused_with_a_sentence() -> None:
    with pytest.raises(PaperFault, match="没有这种样式"):
        lay_out("agreement", [], blank=True, profile="../fonts", today=date(2026, 4, 2))


def test_a_profile_can_set_a_larger_body() -> None:
    large = read_profile("large", "[typefaces.body]\nsize = 14\n")
    plan = lay_out("agreement", [], blank=True, profile=large, today=date(2026, 4, 2))
    assert any(getattr(one, "size", 0) == 14 for page in plan.pages for one in page.items)


def test_every_block_kind_is_described_in_the_manual() -> None:
    manual = shipped_manual()
    for kind in BLOCK_KINDS:
        assert f"`{kind}`" in manual


def shipped_manual() -> str:
    return shipped_file("papers/README.md").read_text(encoding="utf-8")
