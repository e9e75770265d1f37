"""The steps of a mediation case in the order of the paper register, as data.

Which fields a clerk fills in at a step, and which papers belong to it. Source: mediation
forms, section 10 (life cycle of a case and what it prints).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

__all__ = ["CASE_STEPS", "Block", "CaseStep"]


@dataclass(frozen=True, slots=True)
class Block:
    """Fields that stand together under one heading.

    rows: field of child rows → the fields of the rows filled in here, () for all of them.
    fixed: child rows are only completed here, not made or removed. folds: the other fields
    of the rows are here too, for the rare case.
    """

    label: str
    fields: tuple[str, ...]
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    fixed: bool = False
    folds: bool = False


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One step: its English name, its label, its blocks of fields, its papers in order."""

    name: str
    label: str
    blocks: tuple[Block, ...]
    papers: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Give the names of the case's fields of this step."""
        return tuple(name for block in self.blocks for name in block.fields)


_AGREED: Final = (
    "number", "form", "facts", "terms", "performance", "methods", "due_on", "amount", "agreed_on",
    "copies", "parties_signed_on", "mediator_signed_on", "sealed_on", "effective_on", "recorder",
    "remarks",
)  # fmt: skip
_PARTY: Final = (
    "side", "kind", "name", "id_number", "credit_code", "sex", "nation", "born_on", "age",
    "occupation", "contact", "address", "legal_head", "head_post",
)  # fmt: skip
_AGENT: Final = (
    "principal", "name", "kind", "relation", "id_number", "sex", "nation", "contact", "address",
    "workplace", "powers", "other_powers", "until",
)  # fmt: skip
_EXHIBIT: Final = (
    "item", "title", "pages", "original", "proves", "provided_by", "taken_on", "remarks",
)  # fmt: skip
"""Not where a scan belongs and what its file is: the program fills those in."""
_PERFORMED: Final = ("performance_state", "performed_on", "performance_note")
_CONFIRMED: Final = (
    "confirmation", "confirms_status", "confirmation_asked_on", "confirmation_court",
    "ruling_number", "ruled_on",
)  # fmt: skip

CASE_STEPS: Final[tuple[CaseStep, ...]] = (
    CaseStep(
        "register",
        "登记、申请",
        (
            Block("当事人", ("parties",), {"parties": _PARTY}, folds=True),
            Block(
                "纠纷情况",
                ("dispute_type", "difficulty", "summary", "requests", "focus", "occurred_on",
                 "village", "occurred_at", "people_involved", "amount", "special_groups",
                 "migrant"),
            ),
            Block(
                "案件来源",
                ("source", "applied_on", "source_unit", "source_letter", "source_letter_on",
                 "source_reply_on", "assigned_by"),
            ),
            Block("代理人", ("agents",), {"agents": _AGENT}, folds=True),
        ),
        ("application", "power_of_attorney"),
    ),
    CaseStep(
        "accept",
        "受理、告知",
        (
            Block(
                "受理",
                ("committee", "accepted_on", "mediators", "registrar", "number", "room",
                 "across_committees", "county_code"),
            ),
            Block(
                "告知与审查",
                ("rights_told_on", "parties_agree", "settled_elsewhere", "fee", "refusal_reason",
                 "refused_on", "refusal_note"),
            ),
            Block(
                "风险与防范",
                ("forecast", "precautions", "reported_on", "reported_to", "death", "injured"),
            ),
            Block("通知函件", ("notices",)),
        ),
        ("case_registration", "rights_notice", "acceptance_notice", "refusal_notice"),
    ),
    CaseStep(
        "inquire",
        "调查、证据",
        (
            Block("调查记录", ("inquiries",)),
            Block("证据和附件", ("attachments",), {"attachments": _EXHIBIT}),
        ),
        ("inquiry_record", "evidence_list"),
    ),
    CaseStep(
        "mediate",
        "调解",
        (
            Block("各次调解记录", ("sessions",)),
            Block(
                "调解过程",
                ("mediated_on", "mediated_until", "place", "participants", "participants_agreed",
                 "interpreter", "recorder", "extended_until", "extension_agreed_on",
                 "extension_reason", "minutes"),
            ),
            Block(
                "调解结果",
                ("result", "closed_on", "state", "termination_reason", "terminated_on",
                 "remedies_told_on", "termination_note", "withdrawal_reason", "withdrawn_on",
                 "handed_to", "handed_on", "handed_letter", "handed_reason"),
            ),
        ),
        ("mediation_record", "termination_letter", "transfer_reply"),
    ),
    CaseStep(
        "agree",
        "协议",
        (Block("调解协议", ("form", "agreements"), {"agreements": _AGREED}),),
        ("agreement", "oral_agreement"),
    ),
    CaseStep(
        "perform",
        "履行",
        (Block("协议履行", ("agreements",), {"agreements": _PERFORMED}, fixed=True),),
    ),
    CaseStep(
        "visit",
        "回访",
        (Block("回访记录", ("follow_ups", "satisfaction")),),
        ("follow_up_record",),
    ),
    CaseStep(
        "confirm",
        "司法确认",
        (Block("司法确认", ("agreements",), {"agreements": _CONFIRMED}, fixed=True),),
        ("confirmation_application",),
    ),
    CaseStep(
        "file",
        "立卷归档",
        (
            Block(
                "立卷",
                ("volume_name", "volume_number", "filed_by", "filed_on", "reviewed_by",
                 "retention", "volume_note"),
            ),
            Block(
                "结案报告",
                ("handler_opinion", "handler_opinion_on", "review_opinion", "review_opinion_on",
                 "averted", "averted_people", "remarks"),
            ),
            Block("作废", ("voided", "void_reason")),
        ),
        ("case_cover", "case_catalogue", "closing_report", "volume_statement", "back_cover"),
    ),
)  # fmt: skip
"""Every step, in order; each field of a case stands in one of them (agreements in three)."""

ORAL_PAGE: Final[tuple[Block, ...]] = (
    Block(
        "受理",
        ("committee", "mediators", "accepted_on", "source", "dispute_type", "village"),
    ),
    Block(
        "当事人",
        ("parties",),
        {"parties": ("side", "name", "id_number", "sex", "nation", "age", "occupation", "contact",
                     "address")},
        folds=True,
    ),
    Block(
        "纠纷与口头协议",
        ("summary", "result", "agreements"),
        {"agreements": ("terms", "performance", "agreed_on", "amount", "performance_state")},
        folds=True,
    ),
)  # fmt: skip
"""What an oral case needs, on one page: 人民调解口头协议登记表 and the register's own columns.

Source: mediation forms 3.9 (the oral register asks for what the written agreement asks).
"""

ORAL_PAPERS: Final = ("oral_agreement", "case_registration", "follow_up_record", "case_cover")
