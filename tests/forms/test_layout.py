"""Lines, tables and pages: no forbidden line ends, nothing lost, nothing outside."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.layout import (
    Cell,
    Sheet,
    Span,
    Strip,
    Style,
    break_lines,
    gap,
    kept_together,
    paginate,
    place_line,
    set_text,
    table_strips,
    text_strips,
)
from forms.layout.kinsoku import NO_END, NO_START
from forms.plan import Rule, TextRun
from tests.forms.words import FACTS

BODY = Style("FANG", 12, 30)
WORDS = st.sampled_from(
    ["调解", "当事人", "，", "。", "”，", "）", "（", "《", "“", "、", "——", "……", "2026", "3.50",
     "410199196804190315", "ABC", " ", "　", "孙𬭎", "100%", "；", "〔1987〕", "？”", "：“"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=120).map("".join)
PIECES = [
    "调解员查看现场",
    "双方各执一词",
    "，",
    "。",
    "”，",
    "（",
    "）",
    "《",
    "》、",
    "2026年3月",
    "——",
    "“",
]
MEASURES = st.integers(min_value=240, max_value=500)


def lines_of(text: str, measure: float, indent: float = 24.0) -> list[str]:
    set_ = set_text([Span(text)], BODY)
    return ["".join(set_.chars[a.start : a.end]) for a in break_lines(set_, measure, indent)]


@given(TEXTS, MEASURES)
def test_the_lines_put_together_are_the_text(text: str, measure: int) -> None:
    assert "".join(lines_of(text, measure)) == text


@given(TEXTS, MEASURES)
def test_no_line_begins_with_a_closing_mark(text: str, measure: int) -> None:
    for before, line in pairwise(lines_of(text, measure)):
        if line.strip(" 　") and not _all_stuck(before):
            assert line[0] not in NO_START


@given(TEXTS, MEASURES)
def test_no_line_ends_with_an_opening_mark(text: str, measure: int) -> None:
    for line in lines_of(text, measure)[:-1]:
        if not _all_stuck(line):
            assert line.rstrip(" 　")[-1:] not in NO_END or line[-1] in " 　"


def dense_paragraph(seed: int) -> str:
    """A paragraph full of punctuation, where marks fall on many line ends."""
    choose = random.Random(seed)
    return "".join(choose.choice("甲乙丙丁") + choose.choice(PIECES) for _ in range(120))


@pytest.mark.parametrize("measure", [200.0, 251.0, 300.0, 442.0])
def test_300_paragraphs_dense_with_marks_have_no_forbidden_line_end(measure: float) -> None:
    for seed in range(75):
        for before, line in pairwise(lines_of(dense_paragraph(seed), measure)):
            assert line[0] not in NO_START
            assert before[-1] not in NO_END


def _all_stuck(line: str) -> bool:
    """Whether a line is nothing but marks that must not be parted: then one must be."""
    return all(char in NO_START | NO_END | set("—… 　") or char.isascii() for char in line[1:])


@given(TEXTS, MEASURES)
def test_no_line_is_wider_than_the_measure(text: str, measure: int) -> None:
    set_ = set_text([Span(text)], BODY)
    for line in break_lines(set_, measure, 24.0):
        assert line.width <= line.room + 0.02
        for item in place_line(set_, line, BODY, 0.0, 20.0):
            if isinstance(item, TextRun):
                assert _end(item) <= line.room + BODY.size / 2 + 0.1


def _end(run: TextRun) -> float:
    width = set_text([Span(run.text, role=_role(run.face))], Style("SONG", run.size)).width
    return run.x + width + run.char_space * (len(run.text) - 1)


def _role(face: str) -> str:
    return face if face in {"SONG", "HEI", "FANG", "KAI", "TITLE"} else "FANG"


@given(st.lists(st.sampled_from(["赔偿", "1234567.89", "《民法典》", "ABC-12"]), max_size=80))
def test_numbers_and_words_are_not_split(words: list[str]) -> None:
    text = "于".join(words)
    lines = lines_of(text, 300.0)
    for before, after in pairwise(lines):
        assert not (before[-1].isascii() and after[0].isascii())


def test_a_word_longer_than_a_line_is_split() -> None:
    lines = lines_of("http://" + "a" * 200, 200.0)
    assert len(lines) > 3


def test_a_dash_and_an_ellipsis_stay_whole() -> None:
    for count in range(30, 40):
        for mark in ("——", "……"):
            lines = lines_of("字" * count + mark + "字" * 30, 400.0, 0.0)
            assert any(mark in line for line in lines)


def test_a_justified_line_ends_at_the_margin() -> None:
    text = set_text([Span(FACTS)], BODY)
    line = break_lines(text, 400.0)[0]
    runs = [one for one in place_line(text, line, BODY, 0.0, 20.0) if isinstance(one, TextRun)]
    assert abs(_end(runs[-1]) - 400.0) < 6.2


def test_two_marks_that_meet_are_squeezed_by_half_a_character() -> None:
    apart = set_text([Span("说："), Span("甲")], BODY)
    together = set_text([Span("说：“甲")], BODY)
    plain = break_lines(apart, 400.0)[0].width
    assert break_lines(together, 400.0)[0].width < plain + 12


def test_laying_out_takes_time_in_proportion_to_the_text() -> None:
    def seconds(count: int) -> float:
        text = (FACTS * 150)[:count]
        started = time.process_time()
        text_strips([Span(text)], BODY, 442.0, indent=24)
        return time.process_time() - started

    seconds(3_000)
    short = min(seconds(3_000) for _ in range(3))
    long = min(seconds(20_000) for _ in range(3))
    assert long < 1.0
    assert long < short * 20


def test_a_gap_is_ruled_over_its_width() -> None:
    text = set_text([Span("姓名"), gap(100.0, ruled=True)], BODY)
    line = break_lines(text, 400.0)[0]
    (rule,) = [one for one in place_line(text, line, BODY, 0.0, 20.0) if isinstance(one, Rule)]
    assert rule.x2 - rule.x1 == 100.0


def test_a_kept_group_moves_to_the_next_page_as_a_whole() -> None:
    sheet = Sheet(400, 400, 50, 50, 50, 50)
    strips = [Strip(100.0), Strip(100.0), *kept_together([Strip(60.0), Strip(60.0)])]
    strips = [
        Strip(one.height, (Rule(0, 0, 10, number),), keep=one.keep)
        for number, one in enumerate(strips)
    ]
    pages, _ = paginate(strips, sheet)
    assert [len(page.items) for page in pages] == [2, 2]


def test_a_group_taller_than_a_page_is_divided() -> None:
    sheet = Sheet(400, 400, 50, 50, 50, 50)
    pages, _ = paginate(kept_together([Strip(100.0, (Rule(0, 0, 1, 1),))] * 7), sheet)
    assert len(pages) == 3


def test_a_table_repeats_its_head_on_every_page() -> None:
    rows = [[Cell((Span("姓名"),))], *([Cell((Span("赵桂兰"),))] for _ in range(60))]
    pages, _ = paginate(table_strips(rows, [200.0], head_rows=1), Sheet())
    assert len(pages) > 1
    for page in pages:
        texts = [one.text for one in page.items if isinstance(one, TextRun)]
        assert texts[0] == "姓名"


def test_a_row_higher_than_a_page_goes_on_over_pages() -> None:
    style = Style("SONG", 10.5, 15)
    rows = [[Cell((Span("内容"),), style), Cell((Span(FACTS * 12),), style)]]
    pages, _ = paginate(table_strips(rows, [60.0, 300.0]), Sheet())
    text = "".join(one.text for page in pages for one in page.items if isinstance(one, TextRun))
    assert len(pages) > 1
    assert text.replace("内容", "") == FACTS * 12


def test_cells_that_do_not_fill_a_row_are_refused() -> None:
    with pytest.raises(ValueError, match="row 1"):
        table_strips([[Cell((Span("甲"),))]], [50.0, 50.0])
