"""Code lists: what a code is called, what a text means, which codes a day offers."""

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType

from resources import shipped_file

_OWN_COLUMNS = frozenset({"code", "label", "valid_from", "valid_to", "source", "note", "alias"})
_LONGEST_SPELLING = 200
"""No label is nearly as long; a longer text is refused unread."""
_MOST_PARTS_IN_A_LABEL = 8
_PARTING_SIGNS = "、,，;；/|\n\t 　"


@cache
def code_list(name: str) -> "CodeList":
    """Give the shipped code list `name`, read once; `UnknownCodeListError` if there is none."""
    try:
        path = shipped_file(f"codes/{name}.csv")
    except (FileNotFoundError, ValueError) as fault:
        raise UnknownCodeListError(name) from fault
    with path.open(encoding="utf-8", newline="") as file:
        return CodeList(name, tuple(_entry(row) for row in csv.DictReader(file)))


def code_list_names() -> tuple[str, ...]:
    """Give the names of all shipped code lists, in alphabetical order."""
    return tuple(sorted(path.stem for path in shipped_file("codes").glob("*.csv")))


def _entry(row: Mapping[str, str]) -> "CodeEntry":
    return CodeEntry(
        row["code"],
        row["label"],
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        source=row["source"],
        note=row["note"],
        aliases=tuple(text for text in row.get("alias", "").split("|") if text),
        more=MappingProxyType({k: v for k, v in row.items() if k not in _OWN_COLUMNS and v}),
    )


def _sameness(text: str) -> str:
    """The text without what people type differently: width of signs, spaces, case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


class UnknownCodeListError(LookupError):
    """A declaration names a code list that is not shipped: the program is wrong."""

    def __init__(self, name: str) -> None:
        super().__init__(f"程序里没有代码表“{name}”，请检查 resources/codes 中的文件名。")


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One value of a code list; `valid_from` and `valid_to` are both included."""

    code: str
    label: str
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    """The list's further columns that are not empty, e.g. `group`, `parent`, `short`."""

    def is_valid_on(self, day: date) -> bool:
        """Whether the code may be chosen for something that happened on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True)
class CodeList:
    """All values of one list, in the order of the document they come from."""

    name: str
    entries: tuple[CodeEntry, ...]
    _by_code: Mapping[str, CodeEntry] = field(init=False, repr=False, compare=False)
    _meanings: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index codes and spellings; `ValueError` when one spelling has two meanings."""
        meanings: dict[str, str] = {}
        for entry in self.entries:
            for text in (entry.code, entry.label, *entry.aliases):
                if meanings.setdefault(_sameness(text), entry.code) != entry.code:
                    raise ValueError(f"代码表“{self.name}”中“{text}”有两种含义，请改正该表。")
        object.__setattr__(self, "_meanings", meanings)
        object.__setattr__(self, "_by_code", {entry.code: entry for entry in self.entries})

    def entry(self, code: str) -> CodeEntry | None:
        """Give the entry of `code`, ended or not; None if the list never had it."""
        return self._by_code.get(code)

    def label(self, code: str) -> str:
        """Give the label, also of an ended code; an unknown code is shown as it is."""
        entry = self._by_code.get(code)
        return entry.label if entry else code

    def code_of(self, text: str) -> str | None:
        """Give the code that a code, label or other spelling means; None if unknown.

        A leading zero may be missing: spreadsheets drop it.
        """
        if len(text) > _LONGEST_SPELLING:
            return None
        key = _sameness(text)
        found = self._meanings.get(key)
        if found is None and key.isdecimal() and len(key) == 1:
            return self._meanings.get("0" + key)
        return found

    def codes_of(self, text: str) -> tuple[str, ...] | None:
        """Give the codes of several labels in one text; None if a part is unknown.

        Labels may themselves contain 、 (修理、重做、更换), so at each place the longest
        run of parts that the list knows is taken.
        """
        parts = _parts(text)
        codes: list[str] = []
        at = 0
        while at < len(parts):
            for end in range(min(len(parts), at + _MOST_PARTS_IN_A_LABEL), at, -1):
                run = text[parts[at][0] : parts[end - 1][1]]
                if (code := self.code_of(run)) is not None:
                    codes.append(code)
                    at = end
                    break
            else:
                return None
        return tuple(dict.fromkeys(codes))

    def valid_on(self, day: date, code: str) -> bool:
        """Whether the list has `code` and it could be chosen on `day`."""
        entry = self._by_code.get(code)
        return entry is not None and entry.is_valid_on(day)

    def choices(self, on: date | None = None) -> tuple[CodeEntry, ...]:
        """Give the entries that can be chosen on a day; without a day, all of them."""
        return tuple(entry for entry in self.entries if on is None or entry.is_valid_on(on))

    def everyday_choices(self, on: date | None = None) -> tuple[CodeEntry, ...]:
        """Give the choices to offer first; all choices when the list marks none."""
        choices = self.choices(on)
        return tuple(entry for entry in choices if "everyday" in entry.more) or choices


def _parts(text: str) -> list[tuple[int, int]]:
    """Start and end of each stretch of `text` between parting signs."""
    parts: list[tuple[int, int]] = []
    start = None
    for at, sign in enumerate(text + "、"):
        if sign in _PARTING_SIGNS:
            if start is not None:
                parts.append((start, at))
            start = None
        elif start is None:
            start = at
    return parts
