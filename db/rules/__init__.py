"""All rules of the ledger, and the rules of one record type."""

from __future__ import annotations

from typing import Final

from db.rules import (
    agreement,
    case,
    case_consistency,
    committee,
    consultant,
    identity,
    mediator,
    place,
)
from db.rules.problem import Rule

ALL_RULES: Final[tuple[Rule, ...]] = (
    *case.RULES,
    *case_consistency.RULES,
    *agreement.RULES,
    *identity.RULES,
    *committee.RULES,
    *mediator.RULES,
    *consultant.RULES,
    *place.RULES,
)
"""Every rule, in the order findings are shown."""

_BY_TYPE: Final = {
    name: tuple(one for one in ALL_RULES if one.type_name == name)
    for name in {one.type_name for one in ALL_RULES}
}


def rules_for(type_name: str) -> tuple[Rule, ...]:
    """Give the rules that check records of this type, in the order they are listed."""
    return _BY_TYPE.get(type_name, ())
