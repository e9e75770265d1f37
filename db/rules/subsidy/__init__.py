"""以案定补: what a case is worth, whether it may be paid, and the checks of claims."""

from typing import Final

from db.rules.problem import Rule
from db.rules.subsidy import claims, settings

RULES: Final[tuple[Rule, ...]] = (*claims.RULES, *settings.RULES)
