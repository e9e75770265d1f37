"""All rules of the ledger, and the rules of one record type."""

from __future__ import annotations

from typing import Final

from db.rules.problem import Rule

ALL_RULES: Final[tuple[Rule, ...]] = ()

_BY_TYPE: Final = {
    name: tuple(rule for rule in ALL_RULES if rule.type_name == name)
    for name in {rule.type_name for rule in ALL_RULES}
}


def rules_for(type_name: str) -> tuple[Rule, ...]:
    """Give the rules that check records of this type, in the order they are listed."""
    return _BY_TYPE.get(type_name, ())
