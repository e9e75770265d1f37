"""Papers on the screen and on the printer: the same as in the PDF file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.kinds import RecordId
from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.paint.plan_painter import PlanPainter, page_image
from desktop.paint.print_preview import PreviewPane
from desktop.paint.printer import print_plan
from desktop.printing import plan_paper
from desktop.theme import LARGE, Theme
from desktop.windows.papers_page import PapersPage, make_page
from forms.catalogue import papers_for
from forms.fonts import run_width, split_runs
from forms.pdf import draw_pdf
from forms.plan import Box, Item, MissingGlyph, Page, Plan, Rule, TextRun
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages

SCALE = 1.5
ROLES = ("SONG", "HEI", "FANG", "KAI", "TITLE")
WORDS = "申请人：赵小满，㐂𠮷䶮 410199 ☑ Agreement"

OpenPapers = Callable[..., PapersPage]


def sample_plan() -> Plan:
    """A page with every face, rare characters, lines and boxes."""
    items: list[Item] = []
    for line, role in enumerate(ROLES):
        x = 60.0
        for face, text in split_runs(WORDS, role):
            items.append(TextRun(x, 120 + line * 40, 15, face, text, 0.4))
            x += run_width([(face, text)], 15) + 0.4 * len(text)
    items += [Rule(60, 400, 520, 400), Rule(60, 410, 520, 410, 1.5)]
    items += [Box(60, 430, 200, 60, 0.8, 0.9), Box(300, 430, 200, 60)]
    return Plan((Page(items=tuple(items)),), "样张")


def grey(pdf: bytes, page: int = 0) -> QImage:
    """A page of a PDF file as PDFium shows it."""
    rendered: Any = pypdfium2.PdfDocument(pdf)[page]
    picture = rendered.render(scale=SCALE).to_pil().convert("L")
    raw = picture.tobytes()
    image = QImage(
        raw, picture.width, picture.height, picture.width, QImage.Format.Format_Grayscale8
    )
    return image.copy()


def difference(one: QImage, other: QImage) -> float:
    """The share of pixels that differ by more than a quarter of black."""
    first = one.convertToFormat(QImage.Format.Format_Grayscale8)
    second = other.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, high = min(first.width(), second.width()), min(first.height(), second.height())
    worse = 0
    for y in range(high):
        above: Any = first.constScanLine(y)
        below: Any = second.constScanLine(y)
        if above != below:
            pairs = zip(bytes(above)[:wide], bytes(below)[:wide], strict=True)
            worse += sum(abs(a - b) > 64 for a, b in pairs)
    return worse / (wide * high)


def test_the_painter_shows_what_the_pdf_shows() -> None:
    plan = sample_plan()
    painted = page_image(PlanPainter(), plan.pages[0], SCALE)
    assert difference(painted, grey(draw_pdf(plan))) < 0.002


def test_a_paper_moved_by_two_points_would_be_noticed() -> None:
    plan = sample_plan()
    moved = tuple(
        TextRun(i.x + 2, i.y, i.size, i.face, i.text, i.char_space)
        if isinstance(i, TextRun) else i for i in plan.pages[0].items
    )  # fmt: skip
    painted = page_image(PlanPainter(), Page(items=moved), SCALE)
    assert difference(painted, grey(draw_pdf(plan))) > 0.002


def test_the_printer_gets_what_the_pdf_shows(tmp_path: Path) -> None:
    plan = sample_plan()
    file = tmp_path / "printed.pdf"
    print_plan(plan, "", file=str(file))
    assert difference(grey(file.read_bytes()), grey(draw_pdf(plan))) < 0.004


def test_a_landscape_plan_is_printed_landscape(tmp_path: Path) -> None:
    plan = Plan((Page(841.89, 595.28, sample_plan().pages[0].items),), "横表")
    file = tmp_path / "wide.pdf"
    print_plan(plan, "", file=str(file))
    page = pypdfium2.PdfDocument(file.read_bytes())[0]
    assert (round(page.get_width()), round(page.get_height())) == (842, 595)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> PreviewPane:
    """A preview, shown."""
    made = PreviewPane(theme)
    qtbot.addWidget(made)
    made.resize(820, 560)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_preview_counts_pages_and_follows_the_scroll_bar(pane: PreviewPane) -> None:
    plan = sample_plan()
    pane.show_plan(Plan(plan.pages * 3, "三页"))
    assert "第 1 页 / 共 3 页" in [one.text() for one in pane.findChildren(QLabel)]
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    assert "第 3 页 / 共 3 页" in [one.text() for one in pane.findChildren(QLabel)]


def test_zooming_stays_at_the_place_on_the_page(pane: PreviewPane) -> None:
    pane.show_plan(Plan(sample_plan().pages * 4, "四页"))
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    pane.view.zoom_by(1)
    assert pane.view.zoom > 0
    assert abs(bar.value() / bar.maximum() - 0.5) < 0.05


def test_a_character_without_glyph_is_named_before_printing(pane: PreviewPane) -> None:
    plan = sample_plan()
    pane.show_plan(Plan(plan.pages, "缺字", missing=(MissingGlyph("姓名", "\U00030001"),)))
    assert any(
        "U+30001" in one.text() and "手写" in one.text() for one in pane.findChildren(QLabel)
    )


@pytest.fixture
def open_papers(make_page_of: MakePage, qtbot: QtBot) -> OpenPapers:
    """Open the papers of a record and wait for the preview."""

    def make(intent: Intent, **words: object) -> PapersPage:
        page = make_page_of(make_page, intent, **words)
        assert isinstance(page, PapersPage)
        qtbot.waitUntil(lambda: page.preview.plan is not None)
        return page

    return make


def one_case(ledger: Ledger) -> RecordId:
    """A case of the township."""
    return ledger.page(ListQuery("mediation_case"), 1, 20)[0].id


def test_a_record_offers_every_paper_of_its_type(open_papers: OpenPapers, office: Ledger) -> None:
    page = open_papers(Intent("papers", "mediation_case", one_case(office)))
    first = papers_for("mediation_case")[0].name
    plan = plan_paper(office, first, (one_case(office),))
    assert page.papers.shown == first
    assert page.preview.plan == plan


def test_looking_at_papers_uses_no_print_number(open_papers: OpenPapers, office: Ledger) -> None:
    before = office.papers.next_number()
    open_papers(Intent("papers", "mediation_case", one_case(office)))
    assert office.papers.next_number() == before


def test_saving_makes_a_numbered_print_on_record(
    open_papers: OpenPapers, office: Ledger, qtbot: QtBot, messages: RecordedMessages,
    doors: ClosedDoors, tmp_path: Path,
) -> None:  # fmt: skip
    case, file = one_case(office), tmp_path / "协议书.pdf"
    number = office.papers.next_number()
    page = open_papers(Intent("papers", "mediation_case", case, name="agreement"))
    messages.answers.append(file)
    page.save()
    qtbot.waitUntil(lambda: any("已保存" in said for said in doors.said))
    assert number in doors.said[-1]
    assert [job.number for job in office.papers.prints_of(case)] == [number]
    assert file.read_bytes().startswith(b"%PDF")


def test_not_choosing_a_file_uses_no_number(
    open_papers: OpenPapers, office: Ledger, messages: RecordedMessages
) -> None:
    page = open_papers(Intent("papers", "mediation_case", one_case(office)))
    before = office.papers.next_number()
    messages.answers.append(None)
    page.save()
    assert not page.desk.work.is_busy
    assert office.papers.next_number() == before


def test_ticked_papers_are_saved_into_one_file(
    open_papers: OpenPapers, office: Ledger, qtbot: QtBot, messages: RecordedMessages,
    doors: ClosedDoors, tmp_path: Path,
) -> None:  # fmt: skip
    file = tmp_path / "全部.pdf"
    page = open_papers(Intent("papers", "mediation_case", one_case(office)))
    for tick in page.papers.ticks.values():
        tick.setChecked(True)
    messages.answers.append(file)
    page.save()
    qtbot.waitUntil(lambda: any("已保存" in said for said in doors.said))
    made = office.papers.prints_of(one_case(office))
    assert len(made) == len(papers_for("mediation_case"))
    assert len(pypdfium2.PdfDocument(file.read_bytes())) == sum(job.pages for job in made)


def test_without_a_record_blank_forms_are_offered(open_papers: OpenPapers) -> None:
    page = open_papers(Intent("papers", "mediation_case"))
    assert page.blank.isChecked()


def test_without_a_printer_the_way_out_is_named(
    open_papers: OpenPapers, office: Ledger, messages: RecordedMessages
) -> None:
    page = open_papers(Intent("papers", "mediation_case", one_case(office)))
    page.preview.offer_printers((), "")
    page.print_papers()
    assert "另存 PDF" in messages.said[-1]
    assert not office.papers.prints_of(one_case(office))


def test_papers_fit_the_window_in_large_type(open_papers: OpenPapers, office: Ledger) -> None:
    intent = Intent("papers", "mediation_case", one_case(office))
    page = open_papers(intent, size=(1136, 600), dressed=Theme(dark=True, scale=LARGE))
    assert page.minimumSizeHint().width() <= 1136
