"""Two hundred printed pages through the examiner's own scanner: placed rightly, or asked about."""

# pypdfium2's and Pillow's signatures are known in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageEnhance, ImageFilter

from tests.acceptance.conftest import Dossiered
from tests.acceptance.test_dossiers import HAVE
from tests.acceptance.test_papers import printed

SIGNED = (
    "application", "case_registration", "rights_notice", "inquiry_record", "mediation_record",
    "agreement", "oral_agreement", "follow_up_record", "confirmation_application",
    "power_of_attorney", "acceptance_notice", "refusal_notice", "transfer_reply", "closing_report",
)  # fmt: skip


def through_the_scanner(page: Any, dice: Random) -> Image.Image:
    """Give a page as a cheap scanner gives it: 200 dpi, askew, grey, grainy, unevenly lit."""
    grey = page.render(scale=200 / 72, grayscale=True).to_pil().convert("L")
    grey = grey.rotate(
        dice.uniform(-3, 3), Image.Resampling.BILINEAR, fillcolor=dice.randrange(225, 256)
    )
    grey = ImageEnhance.Contrast(grey).enhance(dice.uniform(0.55, 1.0))
    grey = grey.filter(ImageFilter.GaussianBlur(dice.uniform(0, 0.9)))
    grain = Image.effect_noise(grey.size, dice.uniform(5, 25))
    return Image.blend(grey, grain, dice.uniform(0.03, 0.14))


def scans(
    made: Dossiered, place: Path, papers: tuple[str, ...], each: int
) -> dict[str, tuple[str, str, int]]:
    """Print the signed papers, scan pages of them in random order; file → (paper, case, page)."""
    dice = Random(99)
    pages: list[tuple[str, str, int, Any]] = []
    for paper in papers:
        wanted = HAVE.get(paper, lambda _: True)
        cases = [one for one, case in zip(made.ids, made.cases, strict=True) if wanted(case)]
        found: list[tuple[str, str, int, Any]] = []
        for case in dice.sample(cases, min(each // 2, len(cases))):
            out = place / f"{paper}-{case}.pdf"
            printed(
                made.made.program,
                paper,
                [case],
                out,
                "--profile",
                dice.choice(["national", "local"]),
            )
            file = pypdfium2.PdfDocument(out)
            found += [(paper, case, at, page) for at, page in enumerate(file, 1)]
        pages += dice.sample(found, min(each, len(found)))
    dice.shuffle(pages)
    folder = place / "扫描"
    folder.mkdir()
    told: dict[str, tuple[str, str, int]] = {}
    for at, (paper, case, number, page) in enumerate(pages):
        name = f"{at:04d}.jpg"
        through_the_scanner(page, dice).save(folder / name, quality=dice.randrange(45, 85))
        told[name] = (paper, case, number)
    return told


SWEEPS = [
    pytest.param(SIGNED[4:7], 2, id="a few"),
    pytest.param(SIGNED, 18, id="two hundred pages", marks=pytest.mark.heavy),
]


@pytest.mark.parametrize(("papers", "each"), SWEEPS)
def test_scanned_pages_find_their_cases_and_none_a_wrong_one(
    dossiered: Dossiered, tmp_path: Path, papers: tuple[str, ...], each: int
):
    told = scans(dossiered, tmp_path, papers, each)
    ran = dossiered.made.program("scan", tmp_path / "扫描", "--dry-run")
    assert ran.status in (0, 1), ran.err
    placed = {Path(one["file"]).name: one for one in ran.data["placed"]}
    for name, one in placed.items():
        assert (one["paper"], one["case"]) == told[name][:2]
        if one["paper"] in SIGNED[:3]:  # one document for each case
            assert one["page_no"] == told[name][2]
    assert len(placed) >= 0.99 * len(told), ran.data["unknown"]
    assert len(told) >= (190 if each > 2 else 6)
