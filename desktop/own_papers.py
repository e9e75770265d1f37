"""The ways of printing on offer: the shipped ones and those the office has made; no Qt.

The ledger knows records, the forms know papers; here the one is turned into the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from db.faults import Fault
from db.kinds import RecordId

if TYPE_CHECKING:
    from db.ledger import Ledger
    from db.ledger.profiles import OwnProfile
    from forms.profiles import Profile

__all__ = [
    "ProfileChoice", "UnknownProfile", "check_paper", "own_edition", "profile_for",
    "profiles_on_offer",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """A way of printing to choose: `key` is what to ask for, `own` that it is a record."""

    key: str
    label: str
    own: bool
    in_use: bool = False


class UnknownProfile(Fault):
    """There is no profile, or more than one, of the name that was asked for."""

    def __init__(self, asked: str, choices: Sequence[ProfileChoice]) -> None:
        known = "、".join(one.label if one.own else f"{one.key}（{one.label}）" for one in choices)
        same = [
            one
            for one in choices
            if one.own and (one.label == asked or one.label.startswith(f"{asked}（"))
        ]
        if len(same) > 1:
            names = "、".join(f"{one.label} {one.key}" for one in same)
            super().__init__(
                f"有 {len(same)} 种样式都叫“{asked[:40]}”。", f"请写带单位的名称或编号：{names}。"
            )
        else:
            super().__init__(f"没有“{asked[:40]}”这种样式，", f"可用的有 {known}。")


def profiles_on_offer(ledger: Ledger) -> list[ProfileChoice]:
    """Give every way of printing: the shipped ones first, then those of the ledger."""
    shipped = import_module("forms.profiles").profile_names()
    choices = [ProfileChoice(name, label, own=False) for name, label in shipped.items()]
    for one in ledger.papers.profiles():
        label = one.name if one.office == ledger.code else f"{one.name}（{one.office}）"
        in_use = one.in_use and one.office == ledger.code
        choices.append(ProfileChoice(one.id, label, own=True, in_use=in_use))
    return choices


def profile_for(
    ledger: Ledger,
    asked: str | None = None,
    *,
    type_name: str | None = None,
    ids: Sequence[RecordId] = (),
) -> Profile:
    """Give the profile to print with, ready for `forms`.

    asked: key, label or name; None: the one in use at the office the first record came
    from, else the shipped national one. Raises UnknownProfile, and PaperFault for a profile
    that is written wrongly.
    """
    profiles = import_module("forms.profiles")
    if not asked:
        own = ledger.papers.default_profile(type_name, ids[0] if ids else None)
        return profiles.shipped_profile(None) if own is None else _ready(own)
    shipped = {**profiles.profile_names()}
    for name, label in shipped.items():
        if asked in (name, label):
            return profiles.shipped_profile(name)
    known = ledger.papers.profiles()
    found = [one for one in known if one.id == asked]
    found = found or [one for one in known if one.name == asked]
    found = found or [one for one in known if f"{one.name}（{one.office}）" == asked]
    if len(found) != 1:
        raise UnknownProfile(asked, profiles_on_offer(ledger))
    return _ready(found[0])


def _ready(own: OwnProfile) -> Profile:
    editions: dict[str, str] = {}
    for paper, content in own.editions:
        name = _paper_name(paper)
        if name is not None:
            editions[name] = content
    profile: Profile = import_module("forms.profiles").own_profile(
        own.id,
        own.name,
        base=own.base,
        switches=dict(own.switches),
        body_size=own.body_size,
        editions=editions,
    )
    return profile


def _paper_name(word: str) -> str | None:
    try:
        return import_module("forms.catalogue").paper_named(word).name
    except KeyError:
        return None


def check_paper(paper: str, content: str) -> str | None:
    """Give what is wrong with a paper of the office's own, or None; handed to the ledger."""
    return import_module("forms.catalogue").paper_fault(paper, content)


def own_edition(word: str, profile: Profile | None = None) -> tuple[str, str]:
    """Give name and declaration of a paper, to begin an edition of one's own from.

    `KeyError` when there is no such paper.
    """
    name: str = import_module("forms.catalogue").paper_named(word).name
    own = None if profile is None else profile.edition(name)
    return name, own or import_module("forms.declaration").paper_source(name)
