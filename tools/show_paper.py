"""Lays a paper out from example subjects and writes PDFs to look at.

python -m tools.show_paper agreement out/          every example of one paper
python -m tools.show_paper all out/
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from forms.catalogue import lay_out, papers_for
from forms.pdf import draw_pdf
from tests.forms.examples import EXAMPLES


def show(paper: str, folder: Path) -> None:
    """Write the filled examples and the blank form of a paper."""
    for label, subjects in {"blank": [], **EXAMPLES[paper]}.items():
        for profile in ("national", "local"):
            started = time.perf_counter()
            plan = lay_out(
                paper,
                subjects,
                blank=label == "blank",
                profile=profile,
                print_number="P2026-000012",
                today=date(2026, 4, 2),
            )
            content = draw_pdf(plan)
            spent = time.perf_counter() - started
            target = folder / f"{paper}-{label}-{profile}.pdf"
            target.write_bytes(content)
            missing = "".join(lack.char for lack in plan.missing)
            sys.stdout.write(f"{target} {len(plan.pages)} pages {spent:.3f} s {missing}\n")


if __name__ == "__main__":
    wanted, out = sys.argv[1], Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for info in papers_for():
        if wanted in ("all", info.name):
            show(info.name, out)
