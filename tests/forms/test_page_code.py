"""The code of a page: what is written comes back, and nothing else ever does."""

from __future__ import annotations

import hashlib
import random
from typing import Any, cast
from uuid import UUID

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from db.drafts import new_id
from db.kinds import RecordId
from forms.blocks import PaperFault
from forms.catalogue import PaperRun, lay_out, lay_out_documents, papers_for
from forms.code_mark import FROM_EDGE, QUIET, SIDE
from forms.declaration import compile_paper, paper_source, shipped_paper
from forms.furniture import volume_number
from forms.page_code import (
    MOST_PAGES,
    NO_ROW,
    SIGNS,
    PageCode,
    code_of_page,
    paper_key,
    read_page_code,
    row_tail,
)
from forms.plan import Box, Page, TextRun
from forms.profiles import shipped_profile
from tests.forms.examples import EXAMPLES
from tests.forms.reading import TODAY, plan_of

ANY_ID = st.uuids().map(lambda one: RecordId(str(one)))
ANY_SIGNS = st.text(alphabet=SIGNS)
CODED = [
    one.name for one in papers_for() if shipped_paper(one.name, shipped_profile(None)).footer.code
]
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
A_CODE = code_of_page(str(UUID(int=7)), "agreement", str(UUID(int=9)), 2, 3).encoded()


@given(ANY_ID, st.text(max_size=40), st.none() | ANY_ID, st.data())
def test_a_code_comes_back_as_it_was_written(
    record: RecordId, paper: str, row: str | None, data: st.DataObject
) -> None:
    pages = data.draw(st.integers(1, MOST_PAGES))
    code = code_of_page(record, paper, row, data.draw(st.integers(1, pages)), pages)
    assert read_page_code(code.encoded()) == code


@given(ANY_ID)
def test_a_code_fits_a_small_symbol_that_may_lose_a_quarter(record: RecordId) -> None:
    text = code_of_page(record, "agreement", record, 1, 1).encoded()
    made = cast(Any, zxingcpp).create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    assert made.to_image(add_quiet_zones=False).shape == (29, 29)


def test_the_papers_have_different_keys() -> None:
    keys = {paper_key(paper.name) for paper in papers_for()}
    assert len(keys) == len(papers_for())


@given(st.text() | st.text(alphabet=ALPHANUMERIC, min_size=47, max_size=47))
def test_other_codes_are_nobodys_page(text: str) -> None:
    assert read_page_code(text) is None


def test_twenty_thousand_damaged_codes_never_name_another_page() -> None:
    chance = random.Random(1)
    for _ in range(20_000):
        signs = list(A_CODE)
        for place in chance.sample(range(len(signs)), chance.choice((1, 1, 2, 3, 8))):
            signs[place] = chance.choice(ALPHANUMERIC.replace(signs[place], ""))
        assert read_page_code("".join(signs)) is None


def test_another_version_or_a_longer_text_is_refused() -> None:
    assert read_page_code(A_CODE) is not None
    assert read_page_code("S2" + A_CODE[2:]) is None
    assert read_page_code(A_CODE + "0") is None
    assert read_page_code(A_CODE.lower()) is None


def _with_check(body: str) -> str:
    """A body with the check that belongs to it, whatever it says."""
    digest = hashlib.sha256(f"sifasuo page {body}".encode()).digest()
    number = int.from_bytes(digest[:4], "big") >> 2
    return body + "".join(SIGNS[number >> shift & 31] for shift in (25, 20, 15, 10, 5, 0))


def test_a_code_somebody_else_made_up_is_refused_even_with_a_right_check() -> None:
    body = A_CODE[:-6]
    assert _with_check(body) == A_CODE
    assert read_page_code(_with_check(body[:10] + "$" + body[11:])) is None
    assert read_page_code(_with_check(f"S1Z{body[3:]}")) is None
    assert read_page_code(_with_check(f"{body[:-4]}0000")) is None


@pytest.mark.parametrize(("page", "pages"), [(0, 1), (2, 1), (1, 1024)])
def test_an_impossible_page_is_not_written(page: int, pages: int) -> None:
    with pytest.raises(ValueError, match="page"):
        PageCode(RecordId(str(UUID(int=7))), paper_key("x"), NO_ROW, page, pages).encoded()


def test_rows_made_in_the_same_moment_are_told_apart() -> None:
    assert len({row_tail(new_id()) for _ in range(200)}) == 200
    assert row_tail(str(UUID(int=1 << 60))) != NO_ROW


def _boxes(page: Page) -> list[Box]:
    return [one for one in page.items if isinstance(one, Box) and one.fill == 0.0]


@pytest.mark.parametrize("paper", CODED)
def test_every_page_of_a_signed_paper_carries_its_code_in_free_room(paper: str) -> None:
    sheet = shipped_paper(paper, shipped_profile(None)).sheet
    for label in EXAMPLES[paper]:
        for page in plan_of(paper, label).pages:
            boxes = _boxes(page)
            left, top = min(one.x for one in boxes), min(one.y for one in boxes)
            right, bottom = left + SIDE, top + SIDE
            assert max(one.x + one.width for one in boxes) == pytest.approx(right, abs=0.02)
            assert left >= sheet.left - 0.01
            assert right <= page.width - sheet.right
            assert bottom <= page.height - FROM_EDGE + 0.02
            assert top - QUIET >= page.height - sheet.bottom
            for run in page.items:
                if isinstance(run, TextRun) and run.y > top - QUIET:
                    assert run.x >= right + QUIET - 0.02 or run.x < left - QUIET - run.size


@pytest.mark.parametrize("paper", CODED)
def test_a_blank_form_has_no_code(paper: str) -> None:
    assert not any(_boxes(page) for page in plan_of(paper, "blank").pages)


@pytest.mark.parametrize(
    "page", ["code = true\nmargins = [20, 20, 20, 20]", "code = true\nframe = true"]
)
def test_a_paper_without_room_for_a_code_is_refused(page: str) -> None:
    source = paper_source("agreement").replace("[page]\ncode = true", f"[page]\n{page}")
    with pytest.raises(PaperFault, match="code"):
        compile_paper("x", source, shipped_profile(None))


def test_a_roster_takes_no_code() -> None:
    source = paper_source("mediator_roster").replace("[page]", "[page]\ncode = true")
    source = source.replace("22, 20, 18, 18", "22, 30, 18, 18")
    with pytest.raises(PaperFault, match="many"):
        compile_paper("x", source, shipped_profile(None))


@pytest.mark.parametrize("paper", CODED)
def test_a_page_in_a_volume_carries_its_code_clear_of_the_volumes_number(paper: str) -> None:
    run = PaperRun(shipped_profile(None), TODAY)
    documents = lay_out_documents(paper, EXAMPLES[paper]["typical"][0], run)
    assert documents
    for document in documents:
        for number, page in enumerate(document.pages, 1):
            boxes = _boxes(page)
            left, top = min(one.x for one in boxes), min(one.y for one in boxes)
            for foot in (number, 998, 999):
                for run_of_text in volume_number(foot, document.sheet):
                    assert isinstance(run_of_text, TextRun)
                    beside = (
                        run_of_text.x > left + SIDE + QUIET
                        or run_of_text.x + 70 < left - QUIET
                        or run_of_text.y < top - QUIET
                    )
                    assert beside


def test_a_copy_for_others_carries_no_code() -> None:
    subject = EXAMPLES["agreement"]["typical"][0]
    run = PaperRun(shipped_profile(None), TODAY, coded=False)
    (document,) = lay_out_documents("agreement", subject, run)
    plan = lay_out("agreement", [subject], mark="公开", today=TODAY)
    assert not any(_boxes(page) for page in (*document.pages, *plan.pages))
