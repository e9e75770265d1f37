"""Control totals and what the exchange finds when the ledger is checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.exchange import notes
from db.exchange.cards import partners
from db.store import Finding, Note, Store
from db.store.outgoing import live_totals
from db.store.waiting import told


def totals_of(store: Store, office: str) -> dict[str, dict[str, Any]]:
    """Give count and hash of an office's live records here, per record type."""
    return live_totals(store.handle, office)


def totals_agree(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Say whether two ledgers hold the same live records."""
    return dict(one) == dict(other)


def check(store: Store) -> list[Finding]:
    """Give what waits, differs or is suspicious in the exchange; [] when all is well."""
    found = [_alarm(note) for note in store.local.notes(notes.ALARM)]
    found += [_held(note) for note in store.local.notes(notes.HELD)]
    for card in partners(store):
        waiting = sum(1 for _ in told(store.handle, card.code))
        if waiting:
            message = (
                f"{card.name}有 {waiting} 项更改待处理，没有计入台账。"
                "请把回执交给该单位更正，或更新本机程序后再收一次。"
            )
            found.append(Finding("exchange", card.code, "warning", message))
        if notes.acknowledged(store, card.code).agree is False:
            message = f"{card.name}的最近一张回执表明双方数目不一致。请重新报送全部数据后再核对。"
            found.append(Finding("exchange", card.code, "warning", message))
    return found


def _alarm(note: Note) -> Finding:
    message = (
        f"{note.body['sender']}的数据包（{note.at:%Y-%m-%d} 收到）表明那台电脑的数据曾被复制或改动，"
        f"原文件保留在 {note.body['file']}。请与对方核对后联系技术支持。"
    )
    return Finding("exchange", note.name, "error", message)


def _held(note: Note) -> Finding:
    message = (
        f"{note.body['sender']}的 {note.body['number']} 号数据包还缺前面的更改，正等待中。"
        "请让该单位重新报送全部数据。"
    )
    return Finding("exchange", note.name, "warning", message)
