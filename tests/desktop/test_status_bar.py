"""The status bar: what waits to be reported, and when the last backup was."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.ledger import Standing
from tests.desktop.conftest import LedgerInMemory, MakeShell


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        (Standing(None, "", None, 3), ["3 处修改待上报（还没有导出过）", "还没有备份"]),
        (
            Standing(datetime(2025, 3, 1, 8, 30), "县局", datetime(2025, 3, 12, 9, 0), 0),  # noqa: DTZ001
            ["没有待上报的修改（上次导出 2025年3月12日 09:00）", "上次备份 2025年3月1日 08:30"],
        ),
    ],
)
def test_the_status_bar_says_what_waits_and_the_last_backup(
    make_shell: MakeShell, ledger: LedgerInMemory, qtbot: QtBot, stands: Standing, words: list[str]
) -> None:
    ledger.stands = stands
    shell = make_shell()

    def said() -> list[str]:
        return [one.text() for one in shell.status_bar.findChildren(QLabel) if one.text()]

    qtbot.waitUntil(lambda: set(words) <= set(said()))


def test_a_county_has_nothing_to_report(
    make_shell: MakeShell, ledger: LedgerInMemory, qtbot: QtBot
) -> None:
    ledger.kind = "county"
    shell = make_shell()
    bar = shell.status_bar
    qtbot.waitUntil(lambda: any("备份" in one.text() for one in bar.findChildren(QLabel)))
    assert not any("上报" in one.text() for one in bar.findChildren(QLabel))
