"""以案定补: what a settled case is paid by, how hard it was, and each claim."""

from db.records.subsidy.claim import Subsidy
from db.records.subsidy.criterion import GradingCriterion
from db.records.subsidy.standard import SubsidyStandard

__all__ = ["GradingCriterion", "Subsidy", "SubsidyStandard"]
