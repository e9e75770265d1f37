"""Finds the program's fields by their Chinese labels, and writes neutral cases in its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.acceptance.neutral import Deal, Party, Quarrel
from tests.acceptance.program import Program


@dataclass(frozen=True)
class Words:
    """How one record type is spoken of: label → field, and code label → code."""

    name: str
    fields: Mapping[str, Mapping[str, Any]]
    by_name: bool

    def __call__(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Give values under labels as the program takes them; empty ones are left out."""
        given: dict[str, Any] = {}
        for label, value in values.items():
            if value is None or value == "":
                continue
            found = self.fields[label]
            if self.by_name:
                given[found["name"]] = self._coded(found, value)
            else:
                given[label] = value
        return given

    def _coded(self, found: Mapping[str, Any], value: Any) -> Any:
        if not found["codes"] or not isinstance(value, str):
            return value
        known = {label: code for code, label in found["codes"].items()}
        return known.get(value.replace("房产宅基地", "房屋宅基地"), value)


class Dictionary:
    """The types of the program, asked of it once each."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._labels = {one["label"]: one["name"] for one in program("types").data["types"]}
        self._fields: dict[str, dict[str, Any]] = {}

    def name(self, label: str) -> str:
        """Give the name of a record type by its label."""
        return self._labels[label]

    def words(self, label: str, *, by_name: bool = False) -> Words:
        """Give the words of a record type by its label."""
        name = self.name(label)
        if name not in self._fields:
            listed = self._program("types", name).data["fields"]
            wanted = {"name", "label", "kind", "required", "group", "codes", "source"}
            assert all(wanted <= set(one) for one in listed)
            self._fields[name] = {one["label"]: one for one in listed}
        return Words(name, self._fields[name], by_name)


def yuan(cents: int | None) -> str | None:
    """Give an amount as a clerk types it."""
    return None if cents is None else f"{cents // 100}.{cents % 100:02d}"


def case_content(
    book: Dictionary, case: Quarrel, ids: Mapping[str, str], *, by_name: bool
) -> dict[str, Any]:
    """Give a case in the program's words: all by names and codes, or all by labels."""
    words = book.words("调解案件", by_name=by_name)
    result = {"settled": "调解成功", "failed": "调解不成功", "open": "有待继续调解"}[case.outcome]
    form = None if case.deal is None else ("书面协议" if case.deal.on_paper else "口头协议")
    content = words(
        {
            "案号": case.ref,
            "人民调解委员会": ids[case.body],
            "人民调解员": [ids[one] for one in case.mediators],
            "受理日期": case.came.isoformat(),
            "纠纷类型": case.topic,
            "案件来源": case.channel,
            "案件难度级别": case.weight,
            "纠纷简要情况": case.story,
            "涉案金额": yuan(case.claimed_cents),
            "调解日期": case.sat and case.sat.isoformat(),
            "结案日期": case.ended and case.ended.isoformat(),
            "调解结果": result,
            "协议形式": form,
            "卷号": case.ref,
            "卷名": case.volume,
            "立卷人": case.keeper,
            "立卷日期": case.kept_on and case.kept_on.isoformat(),
            "保管期限": case.kept_for,
            "备注": case.remark,
            "已作废": True if case.void else None,
            "作废原因": "重复登记" if case.void else None,
        }
    )
    parties = book.words("当事人", by_name=by_name)
    deals = book.words("调解协议", by_name=by_name)
    field = words.fields["当事人"]["name"] if by_name else "当事人"
    content[field] = [parties(_party(one)) for one in case.parties]
    if case.deal is not None and case.deal.registered:
        field = words.fields["调解协议"]["name"] if by_name else "调解协议"
        content[field] = [deals(_deal(case.deal))]
    return content


def _party(one: Party) -> dict[str, Any]:
    shared = {
        "当事人一方": "申请人" if one.claims else "被申请人",
        "姓名或名称": one.name,
        "联系方式": one.phone,
        "单位或住址": one.home,
        "本方当事人数量": one.heads,
    }
    if one.company:
        return shared | {
            "当事人类型": "法人",
            "统一社会信用代码": one.number,
            "法定代表人（负责人）": one.head,
            "法定代表人职务": one.head_post,
        }
    return shared | {
        "当事人类型": "自然人",
        "身份证号": one.number,
        "民族": one.nation,
        "职业或职务": one.job,
    }


def _deal(deal: Deal) -> dict[str, Any]:
    return {
        "协议编号": deal.ref,
        "协议形式": "书面协议" if deal.on_paper else "口头协议",
        "纠纷主要事实、争议事项": deal.facts,
        "协议内容": deal.clauses,
        "履行方式、时限": deal.manner,
        "协议涉及金额": yuan(deal.cents),
        "协议日期": deal.on.isoformat(),
        "协议份数": deal.copies,
        "协议履行情况": deal.performed,
    }
