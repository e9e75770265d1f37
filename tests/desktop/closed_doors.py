"""Doors that lead nowhere but remember who knocked: pages are tried without a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.page import Intent
from desktop.shortcuts import Key

__all__ = ["ClosedDoors"]


@dataclass
class ClosedDoors:
    """opened: where the page wanted to go; said: what it said in the status bar."""

    opened: list[Intent] = field(default_factory=list[Intent])
    said: list[str] = field(default_factory=list[str])
    looks: list[tuple[bool, bool]] = field(default_factory=list[tuple[bool, bool]])

    def open(self, intent: Intent) -> None:
        """Remember the intent."""
        self.opened.append(intent)

    def open_record(self, type_name: str, record_id: str) -> None:
        """Remember a record."""
        self.open(Intent("record", type_name=type_name, record_id=record_id))

    def open_list(self, type_name: str, where: tuple[tuple[str, object], ...] = ()) -> None:
        """Remember a list."""
        self.open(Intent("list", type_name=type_name, where=where))

    def open_new(self, type_name: str) -> None:
        """Remember a form."""
        self.open(Intent("new", type_name=type_name))

    def open_report(self, name: str) -> None:
        """Remember a report."""
        self.open(Intent("report", name=name))

    def open_bundles(self) -> None:
        """Remember the bundles."""
        self.open(Intent("bundles"))

    def back(self) -> None:
        """Remember that the page wanted to be left."""
        self.open(Intent("back"))

    def replace(self, intent: Intent) -> None:
        """Remember the intent."""
        self.open(intent)

    def retitle(self) -> None:
        """Nothing to see from outside."""

    def say(self, text: str) -> None:
        """Remember what was said."""
        self.said.append(text)

    def change_look(self, dark: bool, large: bool) -> None:
        """Remember the look asked for."""
        self.looks.append((dark, large))

    def show_due(self, due: Mapping[str, tuple[int, int]]) -> None:
        """Nothing to see from outside."""

    def keys_here(self) -> Sequence[Key]:
        """No window, no keys."""
        return ()
