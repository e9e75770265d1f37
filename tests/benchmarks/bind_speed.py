"""How long a case volume takes to bind: 12 documents and 30 scanned pages, from the ledger.

    python -m tests.benchmarks.bind_speed

The ratio is to drawing the laid out pages alone, without scans, in the same run: what the scans,
the list of contents and the numbers add. Seconds are those of the wall, as a person waits them.

Limit: 3 seconds for the volume, as bound from the ledger with its attachments decrypted.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from db.kinds import RecordId
from db.ledger import Ledger
from desktop.attaching import attach
from desktop.volume import bound_volume
from forms.catalogue import lay_out
from forms.pdf import draw_pdf
from tests.desktop.volume_world import photo, scanned_pdf, the_case, written

ROUNDS = 7
LIMIT = 3.0
PHOTOS, PDF_PAGES = 20, 10
PAPERS = ("case_cover", "case_catalogue", "case_registration", "agreement")
ITEMS = ("03", "03", "04", "05", "07", "07", "07", "08", "10", "12")
MOMENT = datetime(2026, 3, 16, 9, 30)  # noqa: DTZ001 - the office's wall clock


def main() -> int:
    """Print times and the ratio; 1 when the limit is broken."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["SIFASUO_MACHINE_DIR"] = f"{place}/machine"
        ledger = Ledger.create(
            Path(place) / "ledger", kind="office", name="青石司法所", code="410199001",
            password=None, operator="李惠民", clock=lambda: MOMENT,
        )  # fmt: skip
        case = the_case(ledger)
        fill(ledger, case, Path(place))
        made = bound_volume(ledger, case)
        documents = sum(len(line.item.pieces) for line in made.lines)
        scanned = sum(piece.scanned for line in made.lines for piece in line.item.pieces)
        print(
            f"{documents} documents, {made.pages} pages, {scanned} of them scanned,"
            f" {len(made.pdf):,} bytes"
        )
        papers = median(lambda: drawn(ledger, case))
        volume = median(lambda: bound_volume(ledger, case))
        ledger.close()
    print(f"papers alone   {papers * 1000:8.1f} ms")
    print(f"whole volume   {volume * 1000:8.1f} ms  {volume / papers:6.1f} times the papers")
    broken = volume > LIMIT or documents < 12 or scanned < PHOTOS + PDF_PAGES
    print("LIMIT BROKEN" if broken else "within the limits")
    return int(broken)


def fill(ledger: Ledger, case: RecordId, folder: Path) -> None:
    """Attach twenty photos and ten pages of PDF, spread over ten documents and more."""
    photos = [photo((1654, 2339) if n % 4 else (2339, 1654), mark=str(n)) for n in range(PHOTOS)]
    for number, content in enumerate(photos):
        (file,) = written(folder, **{f"photo{number}_jpg": content})
        attach(ledger, case, [file], ITEMS[number % len(ITEMS)])
    for number in range(2):
        (file,) = written(folder, **{f"file{number}_pdf": scanned_pdf(PDF_PAGES // 2)})
        attach(ledger, case, [file], "07")


def drawn(ledger: Ledger, case: RecordId) -> bytes:
    """The papers that are laid out for the case, as one PDF without scans."""
    subject = ledger.subject(case)
    assert subject is not None
    return draw_pdf([lay_out(name, [subject], today=ledger.today) for name in PAPERS])


def median(job: Callable[[], object]) -> float:
    """The median of the seconds a job takes."""
    times: list[float] = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        job()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
