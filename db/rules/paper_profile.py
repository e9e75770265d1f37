"""Checks of 文书样式 and of the papers an office has written itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from db.records.paper_profile import PaperEdition, PaperProfile
from db.rules.problem import Look, Rule, rule

Found = Iterable[tuple[str, str]]

_OURS = "本软件默认（文书样式）"
_SHIPPED = ("全国统一样式", "本地样式", "national", "local")


@rule("W1", "paper_edition", "error", "文书语言说明（resources/papers/README.md）")
def edition_can_be_printed(edition: PaperEdition, look: Look) -> Found:
    """A paper of one's own is written rightly: it is compiled when it is entered."""
    fault = look.paper_fault(edition.paper, edition.content)
    if fault is not None:
        yield "content", fault


@rule("W2", "paper_profile", "error", _OURS)
def edition_once(profile: PaperProfile, look: Look) -> Found:  # noqa: ARG001
    """A profile has one edition of a paper."""
    named = Counter(one.paper for one in profile.editions)
    for paper, times in named.items():
        if times > 1:
            yield "editions", f"“{paper}”在本样式里写了 {times} 份，请只留一份。"


@rule("W3", "paper_profile", "warning", _OURS)
def one_in_use(profile: PaperProfile, look: Look) -> Found:
    """Only one profile is the office's default."""
    if not profile.in_use:
        return
    others = [one for one in look.find("paper_profile", in_use=True) if one.id != profile.id]
    if others:
        yield "in_use", f"“{others[0].name}”也是默认样式，请只留一个；都是时以后建的为准。"


@rule("W4", "paper_profile", "error", _OURS)
def name_is_free(profile: PaperProfile, look: Look) -> Found:  # noqa: ARG001
    """A profile is not called like a shipped one."""
    if profile.name in _SHIPPED:
        yield "name", f"“{profile.name}”是自带样式的名称，请换一个名称，如“本所样式”。"


@rule("W5", "paper_profile", "warning", _OURS)
def name_once(profile: PaperProfile, look: Look) -> Found:
    """Two profiles have two names."""
    if any(one.id != profile.id for one in look.find("paper_profile", name=profile.name)):
        yield "name", "已有同名的文书样式，打印时分不清，请换一个名称。"


RULES: Final[tuple[Rule, ...]] = (
    edition_can_be_printed,
    edition_once,
    one_in_use,
    name_is_free,
    name_once,
)
