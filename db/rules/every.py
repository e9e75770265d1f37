"""Every rule, written out: the reader sees the order, and none is forgotten."""

from __future__ import annotations

from typing import Final

from db.rules import (
    agreement,
    case,
    case_consistency,
    case_dates,
    committee,
    consultant,
    holiday,
    identity,
    mediator,
    numbering,
    paper_profile,
    place,
    rule_setting,
    subsidy,
    volume,
)
from db.rules.problem import Rule

ALL_RULES: Final[tuple[Rule, ...]] = (
    *case.RULES,
    *case_dates.RULES,
    *case_consistency.RULES,
    *agreement.RULES,
    *identity.RULES,
    *committee.RULES,
    *mediator.RULES,
    *consultant.RULES,
    *holiday.RULES,
    *rule_setting.RULES,
    *place.RULES,
    *paper_profile.RULES,
    *subsidy.RULES,
    *numbering.RULES,
    *volume.RULES,
)
"""Every rule, in the order findings are shown."""
