"""Sixty random cases over all papers of a case: every value is there, nothing is outside."""

# The library used to read with is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from forms.catalogue import lay_out
from forms.declaration import shipped_paper
from forms.fonts import run_width
from forms.pdf import draw_pdf
from forms.plan import Plan, Rule, TextRun
from forms.profiles import shipped_profile
from tests.forms.case_values import values_of
from tests.forms.random_cases import random_case
from tests.forms.reading import TODAY, found_in_order, squeezed
from tests.forms.subjects import subject
from tests.forms.test_papers import WORDING

PAPERS = (
    "case_cover", "application", "case_registration", "rights_notice", "inquiry_record",
    "evidence_list", "mediation_record", "agreement", "oral_agreement", "follow_up_record",
    "volume_statement", "back_cover",
)  # fmt: skip
SEEDS = [
    *range(15), *(pytest.param(seed, marks=pytest.mark.heavy) for seed in range(15, 60)),
]  # fmt: skip
SIGNATURES = ("签名", "印章", "年", "月", "日", "人民调解委员会", "本协议一式", "备注：此表")
Row = dict[str, Any]


def profile_of(seed: int) -> str:
    return "local" if seed % 2 else "national"


@cache
def case_of(seed: int) -> Row:
    return random_case(seed)


@cache
def plans_of(seed: int) -> dict[str, Plan]:
    one = subject(case_of(seed))
    profile = profile_of(seed)
    return {name: lay_out(name, [one], profile=profile, today=TODAY) for name in PAPERS}


def whole(plans: dict[str, Plan]) -> bytes:
    pages = tuple(page for plan in plans.values() for page in plan.pages)
    return draw_pdf(Plan(pages, "全部文书"))


def by_paper(plans: dict[str, Plan], pages: list[str]) -> dict[str, str]:
    """The text of each paper without page numbers and without the signatures of its pages."""
    texts: dict[str, str] = {}
    for name, plan in plans.items():
        own, pages = pages[: len(plan.pages)], pages[len(plan.pages) :]
        texts[name] = "".join(_without_foot(squeezed(page)) for page in own)
    return texts


def _without_foot(text: str) -> str:
    text = re.sub(r"(—\d+—)?(识别码.*?\d+/\d+)?$", "", text)
    return re.sub(r"((当事人（签名盖章或按指印）)+|被调查人（签名）)$", "", text)


def texts_by_pdfium(plans: dict[str, Plan]) -> list[str]:
    document = pypdfium2.PdfDocument(whole(plans))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def by_pdfium(plans: dict[str, Plan], _folder: Path) -> dict[str, str]:
    return by_paper(plans, texts_by_pdfium(plans))


def by_poppler(plans: dict[str, Plan], folder: Path) -> dict[str, str]:
    file = folder / "case.pdf"
    file.write_bytes(whole(plans))
    found = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    return by_paper(plans, found.stdout.decode("utf-8").split("\f")[:-1])


READERS = [
    by_pdfium,
    pytest.param(
        by_poppler,
        marks=pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler"),
    ),
]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_value_stands_in_the_text_of_its_paper(
    seed: int, reader: Any, tmp_path: Path
) -> None:
    plans = plans_of(seed)
    texts = reader(plans, tmp_path)
    for name, value in values_of(case_of(seed), local=profile_of(seed) == "local"):
        assert squeezed(value) in texts[name], (name, value)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_of_the_form_stands_in_order(seed: int) -> None:
    plans = plans_of(seed)
    texts = [squeezed(page) for page in texts_by_pdfium(plans)]
    for name, plan in plans.items():
        own, texts = texts[: len(plan.pages)], texts[len(plan.pages) :]
        words = WORDING[name].split("|")
        if profile_of(seed) == "local":
            words = ["出生年月" if one == "年龄" and name != "case_cover" else one for one in words]
        assert found_in_order("".join(own), words) is None, (name, words)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_glyph_is_missing_and_nothing_stands_outside_the_margins(seed: int) -> None:
    for name, plan in plans_of(seed).items():
        assert plan.missing == ()
        sheet = shipped_paper(name, shipped_profile(profile_of(seed))).sheet
        bottom = sheet.height - sheet.bottom
        for page in plan.pages:
            for item in page.items:
                if isinstance(item, TextRun):
                    width = run_width([(item.face, item.text)], item.size)
                    end = item.x + width + item.char_space * (len(item.text) - 1)
                    assert sheet.left - 0.1 <= item.x
                    assert end <= sheet.width - sheet.right + item.size / 2 + 0.1, (name, item)
                    # Page number and page code stand below the text.
                    is_foot = item.y > bottom + 5
                    assert sheet.top < item.y < bottom + 0.1 or is_foot, (name, item)
                elif isinstance(item, Rule):
                    assert sheet.left - 0.1 <= min(item.x1, item.x2)
                    assert max(item.x1, item.x2) <= sheet.width - sheet.right + 0.1
                    assert max(item.y1, item.y2) <= bottom + 0.1


@pytest.mark.parametrize("seed", SEEDS)
def test_no_page_carries_signatures_alone(seed: int) -> None:
    for name, plan in plans_of(seed).items():
        if name in {"case_cover", "evidence_list", "back_cover"}:
            continue
        sheet = shipped_paper(name, shipped_profile(profile_of(seed))).sheet
        bottom = sheet.height - sheet.bottom
        for page in plan.pages:
            runs = [one for one in page.items if isinstance(one, TextRun) and one.y < bottom]
            lines = {round(one.y) for one in runs if not _of_signature(one.text)}
            ruled = [one for one in page.items if isinstance(one, Rule) and one.x2 - one.x1 > 440]
            assert lines or len(ruled) > 5, (name, [one.text for one in runs])


def _of_signature(text: str) -> bool:
    return any(word in text for word in SIGNATURES) or re.fullmatch(r"[— \d]*", text) is not None
