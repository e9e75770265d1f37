"""The text of a paper: as shipped or as a profile has written it, whole with what it is like."""

from __future__ import annotations

import hashlib
import tomllib
from typing import Any, cast

from forms.blocks import PaperFault
from forms.blocks.composed import included_names, included_source
from forms.profiles import Profile
from resources import shipped_file

__all__ = ["paper_digest", "paper_names", "paper_source", "whole_table"]


def paper_names() -> list[str]:
    """The names of the shipped papers."""
    return sorted(path.stem for path in shipped_file("papers").glob("*.toml"))


def paper_source(name: str) -> str:
    """The TOML text of a shipped paper; `KeyError` when there is none of this name."""
    try:
        return shipped_file(f"papers/{name}.toml").read_text(encoding="utf-8")
    except (FileNotFoundError, ValueError, IsADirectoryError) as error:
        raise KeyError(name) from error


def whole_table(content: str, where: str, profile: Profile) -> dict[str, Any]:
    """The words of a paper, those of the paper it is `like` behind its own.

    A title that prints the other paper's label prints this one's. Raises `PaperFault`.
    """
    table = _read(content, where)
    if "like" not in table:
        return table
    name = str(table.pop("like"))
    try:
        base = _read(_content(name, profile), where)
    except KeyError as error:
        raise PaperFault(where, f"like 写的“{name}”不是一种文书") from error
    if "like" in base:
        raise PaperFault(where, f"like 写的“{name}”自己也照另一种文书，请照那一种")
    blocks = base.get("block")
    for block in cast(list[object], blocks) if isinstance(blocks, list) else []:
        words = cast(dict[str, Any], block) if isinstance(block, dict) else {}
        if words.get("kind") == "title" and words.get("text") == base.get("label"):
            words["text"] = table.get("label")
    return base | table


def paper_digest(name: str, profile: Profile) -> str:
    """A hash of everything that decides how the paper is printed, except the program."""
    content = _content(name, profile)
    table = whole_table(content, name, profile)
    like = _read(content, name).get("like")
    parts = [content, profile.name, profile.digest]
    parts += [included_source(one) for one in included_names(table)]
    parts += [_content(str(like), profile)] if like else []
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:16]


def _content(name: str, profile: Profile) -> str:
    return profile.edition(name) or paper_source(name)


def _read(content: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PaperFault(where, f"不是正确的 TOML（{error}）") from error
