"""Bundles made and taken as rows of a table, and receipts in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.windows.plain_table import PlainColumn, PlainRow

if TYPE_CHECKING:
    from db.exchange import BundleNote, ReceiptTaken

__all__ = ["COLUMNS", "history_row", "receipt_words"]

COLUMNS: Final = (
    PlainColumn("时间", 136, 0),
    PlainColumn("方向", 66, 0, pill=True),
    PlainColumn("单位", 110, 5),
    PlainColumn("编号", 54, 0),
    PlainColumn("变更", 58, 0),
    PlainColumn("状态", 96, 3),
)
"""The columns of the history."""


def receipt_words(taken: ReceiptTaken) -> tuple[str, str]:
    """What a receipt proves, with its tone."""
    words = f"第 {taken.number} 号数据包对方已收到。{taken.note}"
    if taken.control_totals_agree is None:
        return "ok", f"{words}电话回执码只证明收到，数目以回执文件为准。"
    if taken.control_totals_agree:
        return ("warn" if taken.refused else "ok"), f"{words}双方数目一致。"
    return "warn", f"{words}双方数目不一致，请与对方核对后重新报送。"


def history_row(note: BundleNote) -> PlainRow:
    """The row of a bundle made or taken."""
    made = note.direction == "made"
    return PlainRow(
        (
            f"{note.at:%Y-%m-%d %H:%M}",
            "发出" if made else "收到",
            note.partner,
            str(note.number),
            str(note.changes),
            note.state,
        ),
        "info" if made else "ok",
        note,
    )
