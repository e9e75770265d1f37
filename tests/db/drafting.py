"""A draft as a test wants it: from a few fields, or an example with some put in."""

from typing import Any

from db.drafts import Draft
from db.records import record_type
from tests.db.memory_look import sample_look
from tests.examples import EXAMPLES

Given = dict[str, Any]


def example_with(type_name: str, given: dict[str, Any]) -> dict[str, Any]:
    """The example of a type with some fields given otherwise, by their English names."""
    kind = record_type(type_name)
    kept = {
        key: value
        for key, value in EXAMPLES[type_name].items()
        if (field := kind.field_named(key)) is None or field.name not in given
    }
    return {**kept, **given}


def draft_of(type_name: str, given: Given) -> Draft:
    """A new draft that was given these fields."""
    draft = Draft.new(record_type(type_name))
    draft.take(given)
    return draft


def problem_of(type_name: str, **given: Any) -> dict[str, str]:
    """The message of each field the example has trouble with once ``given`` is put in."""
    look = sample_look()
    _, problems = look.checked(
        type_name, example_with(type_name, given), look.example_ids[type_name]
    )
    return {problem.field: problem.message for problem in problems}
