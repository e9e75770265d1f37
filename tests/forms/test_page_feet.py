"""What stands at the foot of every page but the last, and rules that fill the pages."""

from __future__ import annotations

import pytest

from forms.layout import Sheet, Strip, paginate
from forms.plan import Page, Rule

SHEET = Sheet(400, 400, 50, 50, 50, 50)
FOOT = Strip(0.0, foot=(Strip(40.0, (Rule(0, 0, 99, 0),)),))
FILLER = Strip(20.0, (Rule(0, 0, 1, 0),), fills=True, least_pages=2)
TAIL = [Strip(50.0, (Rule(0, 0, 7, 0),), keep=True), Strip(50.0, (Rule(0, 0, 8, 0),))]


def lines(count: int) -> list[Strip]:
    return [Strip(20.0, (Rule(0, 0, 5, 0),)) for _ in range(count)]


def pages_of(*strips: Strip) -> list[Page]:
    return paginate(strips, SHEET)[0]


def drawn(page: Page) -> str:
    """L for a line of text, . for a filling rule, T for the tail, F for the foot."""
    signs = {5: "L", 1: ".", 7: "T", 8: "T", 99: "F"}
    rules = [one for one in page.items if isinstance(one, Rule)]
    return "".join(signs[round(one.x2 - one.x1)] for one in rules)


def test_the_foot_stands_on_every_page_but_the_last() -> None:
    pages = pages_of(FOOT, *lines(30))
    assert [drawn(page)[-1] for page in pages] == ["F", "F", "L"]


def test_the_foot_stands_at_the_bottom_of_the_page_and_nothing_runs_into_it() -> None:
    for page in pages_of(FOOT, *lines(30))[:-1]:
        *others, foot = [one for one in page.items if isinstance(one, Rule)]
        assert foot.y1 == pytest.approx(310)
        assert max(one.y1 for one in others) + 20 <= 310


def test_rules_fill_the_first_page_and_the_last_one_above_the_signatures() -> None:
    assert [drawn(page) for page in pages_of(FOOT, *lines(3), FILLER, *TAIL)] == [
        "LLL" + "." * 10 + "F",
        "." * 10 + "TT",
    ]


def test_a_text_that_ends_on_the_second_page_needs_no_third() -> None:
    pages = pages_of(FOOT, *lines(13 + 4), FILLER, *TAIL)
    assert [drawn(page) for page in pages] == ["L" * 13 + "F", "LLLL" + "." * 6 + "TT"]


@pytest.mark.parametrize("count", range(1, 80))
def test_the_signatures_follow_a_line_of_a_text_that_goes_over_the_first_page(count: int) -> None:
    pages = [drawn(page) for page in pages_of(FOOT, *lines(count), FILLER, *TAIL)]
    assert len(pages) >= 2
    assert all(page.endswith("F") for page in pages[:-1])
    assert pages[-1].endswith("TT")
    assert "L" in pages[-1] or count <= 13
    assert "".join(pages).count("L") == count


def test_a_foot_that_would_take_the_page_is_cut_short() -> None:
    many = Strip(0.0, foot=(Strip(40.0, (Rule(0, 0, 99, 0),)),) * 9)
    assert drawn(pages_of(many, *lines(20))[0]).count("F") == 3


def test_signatures_higher_than_a_page_go_on_over_pages() -> None:
    pages = pages_of(FOOT, *lines(3), FILLER, *TAIL * 5)
    assert sum(drawn(page).count("T") for page in pages) == 10
