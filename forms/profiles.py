"""Profiles: what an office's papers do differently, as switches and typefaces."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from forms.blocks import SWITCHES, PaperFault
from resources import shipped_file

__all__ = ["Profile", "own_profile", "profile_names", "read_profile", "shipped_profile"]

DEFAULT = "national"


@dataclass(frozen=True)
class Profile:
    """A profile ready for use; `digest` changes with anything written in it but editions.

    `editions`: paper name and TOML text of the papers the profile prints in its own way.
    """

    name: str
    label: str
    switches: tuple[tuple[str, str], ...]
    typefaces: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    digest: str = ""
    editions: tuple[tuple[str, str], ...] = ()

    def edition(self, paper: str) -> str | None:
        """The TOML text of the profile's own edition of a paper, None for the shipped one."""
        return dict(self.editions).get(paper)

    @property
    def switch_values(self) -> dict[str, str]:
        """Every switch with its value."""
        return {name: values[0] for name, values in SWITCHES.items()} | dict(self.switches)

    @property
    def typeface_tables(self) -> dict[str, dict[str, Any]]:
        """The typefaces the profile sets, over those of the papers."""
        return {name: dict(words) for name, words in self.typefaces}


def read_profile(name: str, content: str) -> Profile:
    """The profile written in a TOML text; `PaperFault` says what is wrong with it."""
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise PaperFault(f"{name}.toml", f"不是正确的 TOML（{error}）") from error
    unknown = set(table) - {"label", "switches", "typefaces"}
    if unknown:
        raise PaperFault(f"{name}.toml", f"不认识的写法“{'、'.join(sorted(unknown))}”")
    switches = cast(Mapping[str, object], table.get("switches", {}))
    _check_switches(f"{name}.toml", switches)
    typefaces = cast(Mapping[str, Mapping[str, Any]], table.get("typefaces", {}))
    return Profile(
        name,
        str(table.get("label", name)),
        tuple(sorted((switch, str(value)) for switch, value in switches.items())),
        tuple(sorted((face, tuple(sorted(words.items()))) for face, words in typefaces.items())),
        hashlib.sha256(content.encode("utf-8")).hexdigest(),
    )


def _check_switches(where: str, switches: Mapping[str, object]) -> None:
    for switch, value in switches.items():
        if switch not in SWITCHES:
            raise PaperFault(where, f"没有开关“{switch}”，可用的有：{'、'.join(SWITCHES)}")
        if value not in SWITCHES[switch]:
            allowed = "、".join(SWITCHES[switch])
            raise PaperFault(where, f"开关“{switch}”只能是：{allowed}")


def own_profile(
    name: str,
    label: str,
    *,
    base: str | None = None,
    switches: Mapping[str, str],
    body_size: float | None = None,
    editions: Mapping[str, str],
) -> Profile:
    """A profile an office has made: a shipped one with other switches, type size and papers.

    `editions`: paper name to TOML text. Raises `PaperFault` for an unknown switch or value.
    """
    _check_switches(f"样式“{label}”", switches)
    shipped = shipped_profile(base)
    faces = shipped.typeface_tables
    if body_size is not None:
        faces["body"] = {**faces.get("body", {}), "size": body_size}
    merged = tuple(sorted((dict(shipped.switches) | dict(switches)).items()))
    typefaces = tuple(sorted((face, tuple(sorted(words.items()))) for face, words in faces.items()))
    digest = hashlib.sha256(repr((merged, typefaces)).encode("utf-8")).hexdigest()
    return Profile(name, label, merged, typefaces, digest, tuple(sorted(editions.items())))


def profile_names() -> dict[str, str]:
    """The shipped profiles: name to label."""
    folder = shipped_file("papers/profiles")
    names = sorted((path.stem for path in folder.glob("*.toml")), key=lambda one: one != DEFAULT)
    return {name: shipped_profile(name).label for name in names}


@cache
def shipped_profile(name: str | None) -> Profile:
    """The shipped profile of this name, the national one for None; `PaperFault` if unknown."""
    try:
        path = shipped_file(f"papers/profiles/{name or DEFAULT}.toml")
    except (FileNotFoundError, ValueError) as error:
        raise PaperFault(
            f"样式“{name}”", "没有这种样式，可用 national（全国）或 local（本地）"
        ) from error
    return read_profile(path.stem, path.read_text(encoding="utf-8"))
