"""Kept plans come back exactly."""

import pytest

from forms.keeping import packed, unpacked
from forms.plan import Bookmark, Box, MissingGlyph, Page, Picture, Plan, Rule, TextRun


def _plan() -> Plan:
    items = (
        TextRun(79.4, 104.923, 12.0, "FANG", "张䶮𬭎", -0.125),
        Rule(1.0, 2.0, 3.0, 2.0, 0.75),
        Box(1.0, 2.0, 30.0, 40.0, 0.0, 0.9),
        Picture(5.0, 6.0, 7.0, 8.0, b"\x89PNG\x00\xff"),
    )
    return Plan((Page(595.28, 841.89, items),), "协议书", (Bookmark("一", 0, 1),),
                (MissingGlyph("姓名", "𰻝"),))  # fmt: skip


def test_a_kept_plan_comes_back_equal():
    assert unpacked(packed(_plan())) == _plan()


def test_bytes_that_are_no_plan_are_refused():
    with pytest.raises(ValueError, match="not a kept plan"):
        unpacked(b"nothing")
