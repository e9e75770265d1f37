"""Golden plans: exactly what stands where on every paper, so that a change shows itself.

Rewrite them with `pytest tests/forms --update-golden` and look at the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.catalogue import papers_for
from tests.forms.reading import plan_of

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
PAPERS = [paper.name for paper in papers_for()]
CASES = [
    *((paper, label, "national") for paper in PAPERS for label in ("blank", "typical")),
    ("agreement", "blank", "local"),
    ("agreement", "six", "local"),
    ("agreement", "rare", "national"),
    ("case_registration", "six", "national"),
    *((paper, "blank", "local") for paper in ("application", "oral_agreement")),
    ("application", "six", "local"),
    ("oral_agreement", "rare", "local"),
    *((paper, "long", "national") for paper in ("inquiry_record", "mediation_record")),
    ("mediation_record", "six", "national"),
    ("rights_notice", "six", "national"),
]


@pytest.mark.parametrize(("paper", "label", "profile"), CASES)
def test_a_paper_is_laid_out_as_before(
    paper: str, label: str, profile: str, *, update_golden: bool
) -> None:
    path = GOLDEN / f"{paper}-{label}-{profile}.json"
    plan = plan_of(paper, label, profile).to_json()
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plan, encoding="utf-8")
    assert path.is_file(), "no golden plan yet: run pytest tests/forms --update-golden"
    assert plan == path.read_text(encoding="utf-8")


def test_no_golden_plan_is_left_over() -> None:
    expected = {f"{paper}-{label}-{profile}.json" for paper, label, profile in CASES}
    assert {path.name for path in GOLDEN.glob("*.json")} == expected
