"""What the navigation offers: record types by their group, then the pages of the office."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from desktop.page import Intent
from resources import shipped_file

if TYPE_CHECKING:
    from db.declare import RecordType

__all__ = ["NavEntry", "NavGroup", "kind_words", "menu_of"]

_SCANS: Final = "attachments"
"""The child rows that scanned pages are kept as."""

_KINDS: Final = {
    "office": "业务台账系统",
    "laptop": "业务台账系统 · 便携机",
    "county": "业务台账系统 · 县（区）",
}


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One entry: name (type name or page), words, icon, and where it leads."""

    name: str
    label: str
    icon: str
    intent: Intent


@dataclass(frozen=True, slots=True)
class NavGroup:
    """Entries under one heading; without a label they stand at the top."""

    label: str
    entries: tuple[NavEntry, ...]
    closed: bool = False


def kind_words(kind: str) -> str:
    """What kind of ledger this is, as written below the name of its office."""
    return _KINDS.get(kind, "")


def menu_of(types: Sequence[RecordType]) -> tuple[NavGroup, ...]:
    """The groups of the navigation: by `menu` of the record types, in their order."""
    shapes: dict[str, Any] = tomllib.loads(
        shipped_file("icons/menu.toml").read_text(encoding="utf-8")
    )
    icons: dict[str, str] = shapes["icons"]
    other: str = shapes["other"]
    pages: dict[str, dict[str, str]] = shapes["pages"]

    def page(name: str, words: str) -> NavEntry:
        return NavEntry(name, words, icons.get(name, other), Intent(name))

    groups: dict[str, list[NavEntry]] = {}
    for kind in types:
        if kind.menu:
            own = pages.get(kind.name)
            entry = NavEntry(
                kind.name,
                own["label"] if own else kind.short_label,
                own["icon"] if own else icons.get(kind.name, other),
                Intent(own["page"]) if own else Intent("list", type_name=kind.name),
            )
            groups.setdefault(kind.menu, []).append(entry)
            if _SCANS in kind.by_name:
                groups[kind.menu].append(page("scans", "扫描归档"))
    return (
        NavGroup("", (page("workbench", "工作台"),)),
        *(
            NavGroup(menu, tuple(entries), menu in shapes["closed"])
            for menu, entries in groups.items()
        ),
        NavGroup(
            "汇总",
            (page("reports", "统计报表"), page("bundles", "数据包收发"), page("settings", "设置")),
        ),
    )
