"""The keys of a window: one registry, so that no key ever has two meanings at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

__all__ = ["Key", "KeyClash", "Shortcuts"]

_TWINS = {"Ctrl+Return": "Ctrl+Enter"}


@dataclass(frozen=True, slots=True)
class Key:
    """A key and what it does: `Key("Ctrl+S", "保存", page.save)`."""

    sequence: str
    label: str
    action: Callable[[], object]


class KeyClash(ValueError):
    """Two actions claim one key on one page; Qt would then run neither."""


class Shortcuts(QObject):
    """The keys of one window: a few of its own, and those of the page on top."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._own: dict[str, Key] = {}
        self._page: dict[str, Key] = {}
        self._made: dict[str, QShortcut] = {}

    def claim_for_window(self, keys: Sequence[Key]) -> None:
        """Give the window keys that work on every page. Raises `KeyClash`."""
        self._own = _by_sequence(keys, {})
        self._enable()

    def claim_for_page(self, keys: Sequence[Key]) -> None:
        """Give the page on top its keys, in place of those of the page before.

        Raises `KeyClash` when the page claims a key twice or one of the window's.
        """
        self._page = _by_sequence(keys, self._own)
        self._enable()

    def all_keys(self) -> list[Key]:
        """The keys that work now, the page's first, for the help page."""
        return [*self._page.values(), *self._own.values()]

    def press(self, sequence: str) -> bool:
        """Do what a key does now; False when it does nothing here."""
        name = _normal(sequence)
        key = self._page.get(name) or self._own.get(name)
        if key:
            key.action()
        return key is not None

    def _enable(self) -> None:
        # A key nobody claims is switched off, so that the editor below may have it (F4, F6).
        claimed = {**self._own, **self._page}
        for name in claimed:
            if name not in self._made:
                shortcut = QShortcut(self._window)
                both = [name, _TWINS[name]] if name in _TWINS else [name]
                shortcut.setKeys([QKeySequence(one) for one in both])
                shortcut.activated.connect(partial(self.press, name))
                self._made[name] = shortcut
        for name, shortcut in self._made.items():
            shortcut.setEnabled(name in claimed)


def _by_sequence(keys: Sequence[Key], taken: dict[str, Key]) -> dict[str, Key]:
    found: dict[str, Key] = {}
    for key in keys:
        name = _normal(key.sequence)
        other = found.get(name) or taken.get(name)
        if other:
            raise KeyClash(f"{name}: {other.label} / {key.label}")
        found[name] = key
    return found


def _normal(sequence: str) -> str:
    name = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.PortableText)
    return {twin: name for name, twin in _TWINS.items()}.get(name, name)
