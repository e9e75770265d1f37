"""The work on one case: which step shows, what the strip tells, which paper stands beside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.look.tab_order import tab_stops
from desktop.look.widgets import button, panel, row
from desktop.record_form import PaperPreview, Section
from desktop.record_form.entry import draft_at
from desktop.screens.case.alike_tab import AlikeTab
from desktop.screens.case.beginning import choose_oral, choose_written, take_back
from desktop.screens.case.papers_tab import PapersTab
from desktop.screens.case.sections import oral_sections, step_sections
from desktop.screens.case.step_head import StepHead, next_lack, one_page
from desktop.screens.case.step_strip import StepStrip
from desktop.shortcuts import Key
from forms.catalogue import papers_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.drafts import Draft
    from db.duties.case_course import CourseStep
    from desktop.page import Desk
    from desktop.record_form import RecordPage
    from desktop.record_form.header import Deed
    from forms.catalogue import PaperInfo

__all__ = ["CaseWorkspace"]

_PAPERS, _ALIKE = "文书与卷宗", "查重"


class CaseWorkspace(QObject):
    """What a case adds to the generic form (`FormExtension`)."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__()
        self._desk = desk
        self._ledger = desk.ledger
        self._kind = draft.type
        self._page: RecordPage | None = None
        self._oral = desk.ledger.cases.is_oral(draft)
        self._course: dict[str, CourseStep] = {}
        self._offered: set[str] = set()
        steps = [(step.name, step.label) for step in desk.ledger.cases.steps]
        self.strip = StepStrip(desk.theme, steps)
        self.step_head = StepHead(desk.theme)
        self.preview = PaperPreview(desk, self._infos(desk.ledger.cases.papers(draft)))
        self.papers = PapersTab(desk)
        self.alike = AlikeTab(desk.theme)
        self.alike.opened.connect(partial(desk.doors.open_record, draft.type.name))
        self._ways = self._make_ways()
        self.strip.chosen.connect(self.show_step)
        self.step_head.field_wanted.connect(self.go_to)
        self.papers.field_wanted.connect(self.go_to)

    # As the form asks ---------------------------------------------------------------

    @property
    def sections(self) -> Sequence[Section]:
        """The short page of an oral case, or the steps of the dossier."""
        cases = self._ledger.cases
        if self._oral:
            return oral_sections(self._kind, cases.oral_page)
        return step_sections(self._kind, cases.steps)

    @property
    def side(self) -> QWidget:
        """The strip of steps."""
        return self.strip

    @property
    def head(self) -> QWidget:
        """What the step lacks."""
        return self.step_head

    @property
    def tabs(self) -> Sequence[tuple[str, QWidget]]:
        """The papers and the volume of the case, and cases like it."""
        return ((_PAPERS, self.papers), (_ALIKE, self.alike))

    @property
    def deeds(self) -> list[Deed]:
        """Nothing more: printing has its own tab."""
        return []

    @property
    def keys(self) -> Sequence[Key]:
        """To the other steps, to what is missing, to the short page and back."""
        return (
            Key("F8", "口头一页、书面全卷互换", self._other_way),
            Key("F9", "到下一处还缺的", self.go_to_lack),
            Key("Ctrl+Shift+S", "本案文书另存 PDF", self._save_papers),
            Key("Ctrl+B", "装订整卷", self._bind),
            Key("Alt+Down", "下一步", partial(self._turn, 1)),
            Key("Alt+Up", "上一步", partial(self._turn, -1)),
        )

    def join(self, page: RecordPage) -> None:
        """Follow the page's form from now on."""
        self._page = page
        page.form.sheet_changed.connect(self._sheet_made)
        self.follow(page.form.draft)
        if page.form.draft.stored and not self._oral:
            self._open_at_work(page)
        self._sheet_made()
        self.papers.join(page)

    def _open_at_work(self, page: RecordPage) -> None:
        """Show the step at which the case stands: somebody opens it to go on with it."""
        at = next((s for s in self._course.values() if s.state in {"late", "now"}), None)
        if at is not None:
            page.form.sheet.show_step(at.name)

    def follow(self, draft: Draft) -> None:
        """Tell anew how far the case has come, and offer the papers of the step."""
        for party in take_back(draft):
            self._show_again(party, "nation")
        course = self._ledger.cases.course(draft)
        self._course = {step.name: step for step in course}
        self.strip.show_course(course)
        self._show_head()
        self._offer_papers(draft)

    def tab_shown(self, words: str) -> None:
        """The papers of the case are wanted, or the cases like it."""
        if words == _PAPERS:
            self.papers.begin()
        elif words == _ALIKE and self._page is not None:
            self.alike.show_case(self._ledger, self._page.form.draft)

    def print(self) -> None:
        """Show the papers of the case, beside their volume."""
        if self._page is not None:
            self._page.tabs.show_tab(_PAPERS)

    def go_on(self) -> bool:
        """Go to the next step that is called for; False after the last one."""
        if self._page is None or self._oral:
            return False
        names = list(self.strip.buttons)
        at = names.index(self._page.form.sheet.step)
        for name in names[at + 1 :]:
            step = self._course.get(name)
            if step is None or step.state != "idle":
                self.show_step(name)
                return True
        return False

    # What is done here --------------------------------------------------------------

    def show_step(self, name: str) -> None:
        """Show the fields and the paper of a step."""
        if self._page is None:
            return
        if self._oral:
            self._show_way(oral=False)
        self._page.tabs.show_form()
        self._page.form.sheet.show_step(name)
        self._step_shown(name)
        self._page.form.begin_step()
        if next(tab_stops(self._page.form.sheet), None) is None:
            # A step with nothing to fill in: the cursor must not go to where Qt likes.
            self.strip.buttons[name].setFocus()

    def go_to(self, path: str) -> None:
        """Put the cursor into the field of this path, whichever step it belongs to."""
        if self._page is None:
            return
        self._page.tabs.show_form()
        form = self._page.form
        place = draft_at(form.draft, path)
        if self._oral and not form.sheet.has_field(path.partition("[")[0]):
            self._show_way(oral=False)
        cell = None if place is None else form.sheet.cell_of(*place)
        if cell is not None:
            form.sheet.go_to(cell)
        else:
            form.sheet.go_to_rows(path)

    def go_to_lack(self) -> None:
        """Put the cursor into the next thing that is missing, in this step first."""
        if self._page is None:
            return
        self.follow(self._page.form.draft)
        step = self._page.form.sheet.step
        path = next_lack(tuple(self._course.values()), step, self._offered)
        if path in self._offered:
            self._offered.clear()
        self._offered.add(path)
        if path:
            self.go_to(path)
        else:
            self._page.header.say("该填的都填了")

    def _save_papers(self) -> None:
        self.print()
        self.papers.save()

    def _bind(self) -> None:
        self.print()
        self.papers.bind()

    def _other_way(self) -> None:
        self.choose(oral=not self._oral)

    def _turn(self, by: int) -> None:
        if self._page is None:
            return
        names = list(self.strip.buttons)
        now = self._page.form.sheet.step
        at = names.index(now) + by if now in names else 0
        self.show_step(names[min(max(at, 0), len(names) - 1)])

    def _show_again(self, draft: Draft, name: str) -> None:
        sheet = None if self._page is None else self._page.form.sheet
        cell = None if sheet is None else sheet.cell_of(draft, name)
        if sheet is not None and cell is not None:
            cell.show_value()
            sheet.reflow()

    def _make_ways(self) -> tuple[QPushButton, QPushButton]:
        theme = self._desk.theme
        oral = button(
            "口头一页", "chip", theme=theme, checkable=True, tip="口头协议案件只填一页（F8）"
        )
        full = button(
            "书面全卷", "chip", theme=theme, checkable=True, tip="按步骤办理，打印全卷（F8）"
        )
        both = QButtonGroup(self)
        for one in (oral, full):
            both.addButton(one)
        (oral if self._oral else full).setChecked(True)
        oral.clicked.connect(partial(self.choose, oral=True))
        full.clicked.connect(partial(self.choose, oral=False))
        ways = row(theme, oral, full, spacing=4, margins=(0, 0, 0, 6))
        self.strip.add_on_top(panel(ways))
        return oral, full

    def choose(self, _checked: bool = False, *, oral: bool) -> None:
        """Go on with a new case as an oral or a written one; a stored one only shows so."""
        if self._page is None or oral == self._oral:
            return
        draft = self._page.form.draft
        if not draft.stored:
            if oral:
                choose_oral(draft, self._ledger.today)
            else:
                choose_written(draft)
        self._show_way(oral=oral)
        self._page.form.begin_step()

    def _show_way(self, *, oral: bool) -> None:
        self._oral = oral
        self._ways[0 if oral else 1].setChecked(True)
        if self._page is not None:
            self._page.form.show_sections(self.sections)

    def _sheet_made(self) -> None:
        if self._page is not None:
            sheet = self._page.form.sheet
            sheet.step_shown.connect(self._step_shown)
            self._step_shown(sheet.step)

    def _step_shown(self, name: str) -> None:
        self.strip.light(name)
        self._show_head()
        if self._page is not None:
            self._offer_papers(self._page.form.draft, turn=True)

    def _show_head(self) -> None:
        if self._page is None:
            return
        name = self._page.form.sheet.step
        shown = self._course.get(name) or one_page(tuple(self._course.values()))
        if shown is not None:
            self.step_head.show_step(shown)

    def _offer_papers(self, draft: Draft, *, turn: bool = False) -> None:
        """Offer every paper of the case; on a new step its own paper comes to the front."""
        papers = self._ledger.cases.papers(draft)
        step = None if self._page is None else self._course.get(self._page.form.sheet.step)
        own = papers if step is None else step.papers
        self.preview.offer(self._infos(papers), own[0] if own and turn else "")

    def _infos(self, names: Sequence[str]) -> list[PaperInfo]:
        known = {paper.name: paper for paper in papers_for(self._kind.name)}
        return [known[name] for name in names if name in known]
