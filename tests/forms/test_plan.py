"""The plan as JSON, which golden tests compare."""

import json
from dataclasses import replace

from forms.plan import Bookmark, Box, MissingGlyph, Page, Picture, Plan, Rule, TextRun

RUN = TextRun(56.04, 70.26, 10.5, "SONG", "张𬭎")


def _plan(run: TextRun) -> Plan:
    items = (run, Rule(1, 2, 3, 4), Box(1, 2, 3, 4, fill=0.9), Picture(1, 2, 3, 4, b"png"))
    return Plan(
        (Page(items=items),), "登记表", (Bookmark("封面", 0),), (MissingGlyph("name", "?"),)
    )


def test_json_names_every_item_with_positions_to_a_tenth() -> None:
    content = json.loads(_plan(RUN).to_json())
    assert content == {
        "title": "登记表",
        "bookmarks": [["封面", 0, 0]],
        "missing": [["name", "?"]],
        "pages": [
            {
                "size": [595.3, 841.9],
                "items": [
                    ["text", 56.0, 70.3, "SONG", 10.5, 0.0, "张𬭎"],
                    ["rule", 1.0, 2.0, 3.0, 4.0, 0.5],
                    ["box", 1.0, 2.0, 3.0, 4.0, 0.5, 0.9],
                    ["picture", 1.0, 2.0, 3.0, 4.0, 3],
                ],
            }
        ],
    }


def test_differences_too_small_to_see_do_not_change_the_json() -> None:
    assert _plan(replace(RUN, x=56.01)).to_json() == _plan(RUN).to_json()
    assert _plan(replace(RUN, x=-0.01)).to_json() == _plan(replace(RUN, x=0.0)).to_json()


def test_a_moved_text_changes_one_line_of_the_json() -> None:
    before, after = _plan(RUN).to_json(), _plan(replace(RUN, x=57.0)).to_json()
    changed = set(before.splitlines()) ^ set(after.splitlines())
    assert len(changed) == 2
