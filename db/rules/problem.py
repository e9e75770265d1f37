"""One finding of a field check or a rule, and what a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, Protocol

from db.kinds import RecordId
from db.rules.parameters import Parameter
from db.rules.terms import Terms

Severity = Literal["error", "warning", "note"]
"""error: the law or the data forbid it; warning: answerable with a reason; note: a hint."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: which field, by which rule, how grave, what and what next."""

    field: str
    rule: str
    severity: Severity
    message: str
    source: str = ""

    def under(self, path: str) -> Problem:
        """Give the same finding seen from the owner: ``parties[1].name``."""
        return replace(self, field=f"{path}.{self.field}" if self.field else path)


class Look(Protocol):
    """What a rule may see of the ledger beside the record itself."""

    @property
    def today(self) -> date:
        """The day the check is made on."""
        ...

    @property
    def terms(self) -> Terms:
        """The days off and numbers of the office; made when first asked for."""
        ...

    def number(self, parameter: Parameter, on: date | None = None) -> int:
        """Give the number that holds on a day, without a day today; the office's own first.

        on: the day a period begins, or the last day for what shows before it.
        """
        ...

    def get(self, type_name: str, record_id: RecordId | None) -> Any:
        """Give the live record of this type and id, or None."""
        ...

    def find(self, type_name: str, **equal: object) -> Sequence[Any]:
        """Give live records of a type whose fields equal these values."""
        ...

    def resolve(self, type_name: str, text: str) -> RecordId | None:
        """Give the id that ``text`` names: id, its unique start, official number, title."""
        ...

    def paper_fault(self, paper: str, content: str) -> str | None:
        """Give what is wrong with the declaration of a paper, or None.

        Told by whoever prints, who stands above the ledger and hands it the check.
        """
        ...


@dataclass(frozen=True, slots=True)
class Rule:
    """A check over several fields or records, with its number and source.

    ``check(record, look)`` yields (field, message) for each finding. It runs only on
    records whose own fields are all sound, so it may trust required fields. parameter:
    the number whose source is the source of the rule.
    """

    number: str
    type_name: str
    severity: Severity
    source: str
    check: Callable[[Any, Look], Iterable[tuple[str, str]]]
    parameter: Parameter | None = None

    def source_told(self, look: Look) -> str:
        """Give the source to show: the office's own when its own number holds."""
        if self.parameter is None:
            return self.source
        return look.terms.source(self.parameter, look.today)

    def problems(self, record: Any, look: Look) -> list[Problem]:
        """Give the findings of this rule on one record."""
        return [
            Problem(field, self.number, self.severity, message, self.source_told(look))
            for field, message in self.check(record, look)
        ]


def rule(
    number: str, type_name: str, severity: Severity, source: str | Parameter
) -> Callable[[Callable[[Any, Look], Iterable[tuple[str, str]]]], Rule]:
    """Make a function a Rule: ``@rule("C1", "committee_term", "error", "《…》第八条")``.

    A rule that compares with one number, and has no source but that number's, names it.
    """

    def make(check: Callable[[Any, Look], Iterable[tuple[str, str]]]) -> Rule:
        if isinstance(source, Parameter):
            return Rule(number, type_name, severity, source.source, check, source)
        return Rule(number, type_name, severity, source, check)

    return make
