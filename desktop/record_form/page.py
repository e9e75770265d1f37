"""The form page of any record type: head, tabs, cards, live paper at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from db.drafts import Draft
from db.kinds import Code
from desktop.editors import EditorContext
from desktop.look.widgets import column, panel, row
from desktop.moments import day_and_time
from desktop.page import Desk, Intent, Page
from desktop.record_form.entry import drafts_in
from desktop.record_form.expected import ExpectedNumbers
from desktop.record_form.extension import FormExtension
from desktop.record_form.form_area import FormArea
from desktop.record_form.header import Deed, FormHeader
from desktop.record_form.ledger import FormLedger
from desktop.record_form.record_tabs import RecordTabs
from desktop.shortcuts import Key

__all__ = ["PreviewSlot", "RecordPage"]

_ROOM_FOR_PREVIEW = 1080
_PREVIEW_WIDTH = 420
_PREVIEW_PAUSE_MS = 350


@dataclass(frozen=True, slots=True)
class PreviewSlot:
    """The pane at the right of the form, and what draws a draft on it."""

    pane: QWidget
    show: Callable[[Draft], object]


class RecordPage(Page):
    """One record being read or changed; what is typed is kept within a second."""

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        preview: PreviewSlot | None = None,
        extension: FormExtension | None = None,
    ) -> None:
        super().__init__(desk)
        self._extension = extension
        self._ledger: FormLedger = desk.ledger
        self._preview = preview
        self._preview_wanted = True
        self._saving = False
        self.menu_name = draft.type.name
        context = EditorContext(desk.theme, self._ledger, desk.doors.open_record)
        sections = None if extension is None else extension.sections
        self.form = FormArea(self._ledger, draft, context, sections)
        self._expected = ExpectedNumbers(self.form, self._ledger)
        self.header = FormHeader(desk.theme, draft.type.label, self._deeds(), self._more())
        self.header.back.clicked.connect(self._back)
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_PREVIEW_PAUSE_MS)
        self._drawing.timeout.connect(self._draw)
        self._lay_out()
        self.form.changed.connect(self._changed)
        self.form.kept.connect(self._kept)
        self.form.saved.connect(self._saved)
        self.form.end_reached.connect(self._go_on)
        if extension is not None:
            extension.join(self)
        self._changed()
        self._load_tabs()

    # What the window asks of a page ------------------------------------------------

    def keys(self) -> Sequence[Key]:
        """The keys of the form."""
        return (
            Key("Ctrl+S", "保存", self.save),
            Key("Ctrl+N", "新建", self.new),
            Key("Ctrl+Shift+N", "复制新建", self.copy),
            Key("Ctrl+P", "打印文书", self.print),
            Key("F4", "显示或隐藏预览", self.toggle_preview),
            Key("Ctrl+Tab", "到下一张页签", self.tabs.turn_on),
            Key("F6", "同上一条", self.same_as_above),
            Key("F7", "添加一项（当事人、委员等）", self.form.add_row),
            Key("Ctrl+PgDown", "到下一块", partial(self.form.step_block, 1)),
            Key("Ctrl+PgUp", "到上一块", partial(self.form.step_block, -1)),
            *(() if self._extension is None else self._extension.keys),
        )

    def can_leave(self) -> bool:
        """Always: what is not saved is kept as a draft, and the window says so."""
        self.form.keep_now()
        if self.form.session.touched:
            self.desk.doors.say("还没有保存，已存为草稿；下次打开时可以接着填。")
        return True

    def arrive(self) -> None:
        """Put the cursor into the first field."""
        self.form.begin()

    def is_settled(self) -> bool:
        """Every card is built and the paper beside them drawn."""
        return self.form.sheet.is_whole and not self._drawing.isActive()

    def step_back(self) -> bool:
        """Esc goes from another tab to the form first."""
        if self.tabs.is_form:
            return False
        self.tabs.show_form()
        return True

    def refresh(self, changes: object) -> None:
        """Show the record anew when somebody else changed it and nothing is being typed."""
        items: Sequence[tuple[str, str, str]] = getattr(changes, "items", ())
        own = {one.id for one in drafts_in(self.form.draft)}
        if items and not own & {record_id for _, record_id, _ in items}:
            return
        if self._saving or self.form.session.touched or not self.form.draft.stored:
            return
        self.form.show_draft(self.form.session.fresh(), touched=False)
        self._load_tabs()

    # What the buttons and keys do --------------------------------------------------

    def save(self) -> bool:
        """Save the record; problems are shown at their fields. Says whether it was saved."""
        self.tabs.show_form()
        self._saving = True
        try:
            saved = self.form.save()
        finally:
            self._saving = False
        if not saved:
            self._changed()
        return saved

    def new(self) -> None:
        """Begin another record of this type; this one is kept as a draft if not saved."""
        self.can_leave()
        self.desk.doors.replace(Intent("new", type_name=self.form.draft.type.name))

    def copy(self) -> None:
        """Begin another record with what may be copied of this one."""
        self.form.keep_now()
        self.form.show_draft(self.form.session.copied(), touched=True)
        self.tabs.show_form()
        self.header.say("已复制新建，姓名、证件号、日期、数字没有复制，请填写")
        self._load_tabs()

    def print(self) -> None:
        """Go to the papers of this record, saving it first."""
        draft = self.form.draft
        if self._extension is not None:
            self._extension.print()
        elif self._preview is None:
            self.header.say(f"{draft.type.label}没有单独的文书")
        elif (draft.stored and not self.form.session.touched) or self.save():
            self.desk.doors.open(Intent("papers", type_name=draft.type.name, record_id=draft.id))

    def same_as_above(self) -> None:
        """Fill the field with the cursor as in the record before."""
        if not self.form.same_as_above():
            self.header.say("这一栏没有可照抄的内容")

    def toggle_preview(self) -> None:
        """Show or hide the paper at the right."""
        if self._preview is not None:
            self._preview_wanted = not self._preview.pane.isVisible()
            self._preview.pane.setVisible(self._preview_wanted)
            self._drawing.start()

    def give_up(self) -> None:
        """Take back everything typed since the record was saved, after asking."""
        if not self.form.session.touched:
            self.header.say("没有未保存的修改")
        elif self.desk.messages.ask(
            self, "放弃没有保存的修改吗？", "填写的内容将恢复到上次保存时的样子。", yes="放弃修改"
        ):
            self._ledger.drop_kept(self.form.draft.id)
            self.form.session.touched = False
            self.form.show_draft(self.form.session.fresh(), touched=False)
            self.header.say("已恢复到上次保存时的内容")

    def remove(self) -> None:
        """Move the record to the waste bin, with a reason."""
        draft = self.form.draft
        if not draft.stored:
            self.header.say("这条记录还没有保存，直接返回即可")
            return
        reason = self.desk.messages.ask_text(self, "移到回收站的原因（记入修改历史）：")
        if reason is not None:
            self.form.session.touched = False
            self.desk.ledger.remove(draft.id, reason)
            self.desk.doors.say("已移到回收站，可在“设置”的回收站里恢复。")
            self.desk.doors.back()

    # How it comes to be ------------------------------------------------------------

    def _deeds(self) -> list[Deed]:
        deeds = [
            Deed("保存", "save", "Ctrl+S", self.save, "primary"),
            Deed("复制新建", "copy", "Ctrl+Shift+N", self.copy, folds=True),
        ]
        if self._preview is not None:
            deeds.append(Deed("打印文书", "printer", "Ctrl+P", self.print))
            deeds.append(Deed("预览", "panel-right", "F4", self.toggle_preview, "square"))
        return deeds if self._extension is None else [*deeds, *self._extension.deeds]

    def _more(self) -> list[Deed]:
        return [
            Deed("新建", "file-plus", "Ctrl+N", self.new),
            Deed("同上一条", "arrow-up", "F6", self.same_as_above),
            Deed("放弃修改", "undo-2", "", self.give_up),
            Deed("移到回收站", "trash-2", "", self.remove),
        ]

    def _lay_out(self) -> None:
        theme, extension = self.desk.theme, self._extension
        beside = row(theme, spacing=12)
        if extension is not None:
            beside.addWidget(extension.side)
            beside.addLayout(column(theme, extension.head, self.form, spacing=8), 1)
        else:
            beside.addWidget(self.form, 1)
        if self._preview is not None:
            self._preview.pane.setFixedWidth(theme.px(_PREVIEW_WIDTH))
            beside.addWidget(self._preview.pane)
        self.tabs = RecordTabs(theme, panel(beside), () if extension is None else extension.tabs)
        self.tabs.related.opened.connect(self.desk.doors.open_record)
        self.tabs.form_wanted.connect(self.form.begin)
        if extension is not None:
            self.tabs.turned.connect(extension.tab_shown)
        self.setLayout(column(theme, self.header, self.tabs, spacing=6, margins=(18, 10, 18, 0)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drawing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._preview is not None:
            roomy = event.size().width() >= self.desk.theme.px(_ROOM_FOR_PREVIEW)
            self._preview.pane.setVisible(roomy and self._preview_wanted)

    def _go_on(self) -> None:
        if self._extension is None or not self._extension.go_on():
            self.header.buttons["保存"].setFocus()

    def _draw(self) -> None:
        if self._extension is not None:
            self._extension.follow(self.form.draft)
        if self._preview is not None and self._preview.pane.isVisible():
            self._preview.show(self.form.draft)

    def _changed(self) -> None:
        """Bring the head of the page up to date with what is typed."""
        draft = self.form.draft
        title = self.form.session.title()
        self.header.show_title(title)
        self.header.show_state(*self._state(draft))
        if title != self.title:
            self.title = title
            self.desk.doors.retitle()
        self._drawing.start()

    def _state(self, draft: Draft) -> tuple[str, str]:
        if not draft.stored:
            return ("草稿", "")
        if self.form.session.touched:
            return ("修改未保存", "warn")
        for f in draft.type.fields:
            if f.name == "state" and isinstance(f.kind, Code) and draft.values.get(f.name):
                return (f.kind.show(draft.values[f.name]), "info")
        return ("已登记", "ok")

    def _kept(self) -> None:
        self.header.say(f"草稿已自动保存 {day_and_time()}")

    def _saved(self) -> None:
        self.header.say(f"已保存到台账 {day_and_time()}")
        self.desk.doors.say(f"已保存：{self.form.session.title()}")
        self._changed()
        self._load_tabs()

    def _load_tabs(self) -> None:
        self.tabs.load(self._ledger, self.form.draft)

    def _back(self) -> None:
        self.desk.doors.back()
