"""How the fictional office numbers and prints: its own rules beside the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from resources import shipped_file

_PATTERNS = (
    ("01", "（{年}）{代字}人调字第{序号}号"),
    ("03", "（{年}）{代字}人协字第{序号}号"),
    ("08", "清司聘〔{年}〕{序号}号"),
)
"""As the numbers of the demo's cases, agreements and letters are written, so they go on."""
_COVER = "case_cover"


def numbering_contents() -> Iterator[dict[str, Any]]:
    """Give the patterns the numbers of the demo follow."""
    for kind, pattern in _PATTERNS:
        yield {"kind": kind, "pattern": pattern, "digits": 3, "yearly": True}


def profile_contents() -> Iterator[dict[str, Any]]:
    """Give a way of printing with a paper of the office's own, not in use."""
    content = shipped_file(f"papers/{_COVER}.toml").read_text(encoding="utf-8")
    edition = {"paper": "调解卷宗封面", "content": content, "note": "照自带文书抄录，尚未改动"}
    yield {"name": "清河县样式（演示）", "based_on": "1", "editions": [edition]}
