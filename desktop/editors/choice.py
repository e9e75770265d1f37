"""One thing that can be chosen from a list, and which of many match what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from db.codes import code_list
from db.kinds import half_width
from db.pinyin import name_keys

__all__ = ["Choice", "code_choices", "matching"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a list offers: the key chosen, the words shown, a grey note, spellings found by."""

    key: object
    title: str
    note: str = ""
    spellings: tuple[str, ...] = ()


@cache
def code_choices(list_name: str, today: date) -> tuple[Choice, ...]:
    """Give the codes valid today as choices, everyday ones first, with their numbers."""
    codes = code_list(list_name)
    first = codes.everyday_choices(today)
    rest = tuple(entry for entry in codes.choices(today) if entry not in first)
    return tuple(
        Choice(entry.code, entry.label, entry.code, entry.aliases) for entry in (*first, *rest)
    )


def matching(choices: Sequence[Choice], text: str) -> list[Choice]:
    """Give the choices that a text may mean, best first; all of them for no text.

    A number, characters of the words, or pinyin initials (``lljf`` for 邻里纠纷). The
    exact number comes first, then words that begin so.
    """
    wanted = half_width(text).strip().lower()
    if not wanted:
        return list(choices)
    ranked = ((rank, place, c) for place, c in enumerate(choices) if (rank := _rank(c, wanted)))
    return [c for _, _, c in sorted(ranked, key=_first_two)]


def _first_two(ranked: tuple[int, int, Choice]) -> tuple[int, int]:
    return ranked[:2]


def _rank(choice: Choice, wanted: str) -> int:
    """1 for the best match, greater for weaker ones, 0 for none."""
    number = choice.note.lower()
    words = (choice.title.lower(), *(spelling.lower() for spelling in choice.spellings))
    if wanted in (number, number.lstrip("0")) or wanted in words:
        return 1
    if any(word.startswith(wanted) for word in words):
        return 2
    if wanted.isascii():
        if number.startswith(wanted):
            return 3
        return 4 if _begins(_keys_of(choice.title), wanted) else 0
    return 5 if any(wanted in word for word in words) else 0


def _begins(keys: Iterable[str], wanted: str) -> bool:
    return any(key.startswith(wanted) for key in keys)


@cache
def _keys_of(title: str) -> frozenset[str]:
    return name_keys(title)
