"""All record types of the ledger, in menu order, and how to name one."""

from __future__ import annotations

from typing import Final

from db.declare import RecordType, record_type_of
from db.records.committee import Committee, CommitteeMember, CommitteeTerm
from db.records.consultant import Consultant
from db.records.consultant_contract import ConsultantContract
from db.records.holiday import Holiday
from db.records.legal_service_place import LegalServicePlace
from db.records.mediation_case import (
    Agent,
    Agreement,
    Attachment,
    CaseNotice,
    FollowUp,
    Inquiry,
    MediationCase,
    MediationSession,
    Party,
)
from db.records.mediator import Mediator, MediatorTraining
from db.records.numbering import Numbering
from db.records.office import Office, OfficeAward, OfficeFund, OfficeRule, OfficeTraining
from db.records.paper_profile import PaperEdition, PaperProfile
from db.records.person import Person
from db.records.rule_setting import RuleSetting
from db.records.service_log import ServiceLog
from db.records.subsidy import GradingCriterion, Subsidy, SubsidyStandard
from db.records.village import Village
from db.records.volume import Volume

ALL_RECORD_TYPES: Final[tuple[RecordType, ...]] = tuple(
    record_type_of(cls)
    for cls in (
        MediationCase,
        Party,
        Agent,
        Inquiry,
        MediationSession,
        Agreement,
        FollowUp,
        CaseNotice,
        Attachment,
        Volume,
        Committee,
        CommitteeTerm,
        CommitteeMember,
        Mediator,
        MediatorTraining,
        Subsidy,
        LegalServicePlace,
        Consultant,
        ConsultantContract,
        ServiceLog,
        Village,
        Person,
        SubsidyStandard,
        GradingCriterion,
        Holiday,
        RuleSetting,
        PaperProfile,
        PaperEdition,
        Numbering,
        Office,
        OfficeFund,
        OfficeAward,
        OfficeRule,
        OfficeTraining,
    )
)
"""Every record type, the child rows after their owner, in menu order."""

_SHORT_NAMES: Final = {
    "case": "mediation_case",
    "station": "legal_service_place",
    "contract": "consultant_contract",
    "term": "committee_term",
    "member": "committee_member",
    "log": "service_log",
    "setting": "rule_setting",
    "session": "mediation_session",
    "notice": "case_notice",
    "profile": "paper_profile",
}
_BY_NAME: Final = {kind.name: kind for kind in ALL_RECORD_TYPES}
_BY_WORD: Final = {
    **{kind.label: kind for kind in ALL_RECORD_TYPES},
    **{short: _BY_NAME[name] for short, name in _SHORT_NAMES.items()},
    **_BY_NAME,
}


def record_type(name: str) -> RecordType:
    """Give the record type of this English name, short name or Chinese label.

    KeyError when there is none.
    """
    return _BY_WORD[name]
