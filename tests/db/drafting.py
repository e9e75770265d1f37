"""A draft as a test wants it: from a few fields, or an example with some put in."""

from typing import Any

from db.drafts import Draft
from db.records import record_type
from tests.db.memory_look import sample_look
from tests.examples import EXAMPLES

Given = dict[str, Any]


def draft_of(type_name: str, given: Given) -> Draft:
    """A new draft that was given these fields."""
    draft = Draft.new(record_type(type_name))
    draft.take(given)
    return draft


def problem_of(type_name: str, **given: Any) -> dict[str, str]:
    """The message of each field the example has trouble with once ``given`` is put in."""
    look = sample_look()
    _, problems = look.checked(
        type_name, {**EXAMPLES[type_name], **given}, look.example_ids[type_name]
    )
    return {problem.field: problem.message for problem in problems}
