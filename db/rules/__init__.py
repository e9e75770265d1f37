"""All rules of the ledger, and the rules of one record type.

The rules are imported when a record is first checked: painting the first screen needs
none of them, and they are a tenth of what opening a ledger imports.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.rules.every import ALL_RULES
    from db.rules.problem import Rule

__all__ = ["ALL_RULES", "rules_for"]


@cache
def rules_for(type_name: str) -> tuple[Rule, ...]:
    """Give the rules that check records of this type, in the order they are listed."""
    every: tuple[Rule, ...] = import_module("db.rules.every").ALL_RULES
    return tuple(rule for rule in every if rule.type_name == type_name)


def __getattr__(name: str) -> Any:
    """Give ALL_RULES, importing every rule now (PEP 562)."""
    if name != "ALL_RULES":
        raise AttributeError(name)
    return import_module("db.rules.every").ALL_RULES
