"""The number a new record will get is shown in the empty field, and only there."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.theme import Theme
from tests.desktop.form_ledger import FormLedgerInMemory
from tests.desktop.form_pages import editor, form_page


def test_an_empty_number_shows_what_saving_will_give(qtbot: QtBot, theme: Theme) -> None:
    ledger = FormLedgerInMemory()
    ledger.expected = {"number": "（2026）枫人调字第1号"}
    page = form_page(qtbot, theme, ledger, ledger.new_draft("mediation_case"))
    line = editor(page, "number").keys
    assert isinstance(line, QLineEdit)
    qtbot.waitUntil(lambda: line.placeholderText() == "（2026）枫人调字第1号（保存时编号）")
    ledger.expected = {}
    editor(page, "room").edited.emit()
    qtbot.waitUntil(lambda: not line.placeholderText())
    assert line.text() == ""
