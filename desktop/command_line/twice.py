"""Commands on what may be entered twice: duplicates, person merge, person split."""

from __future__ import annotations

from typing import Any

from db.kinds import RecordId
from db.ledger import Refused
from desktop.command_line.answer import FINDINGS, Answer, problem_data
from desktop.command_line.parser import WrongUse
from desktop.command_line.session import Session


def duplicates(session: Session) -> Answer:
    """List pairs of the whole ledger, or what is to be seen beside one case."""
    if session.args.id is not None:
        return _of_case(session)
    ledger = session.ledger
    pairs = [
        {
            "kind": one.kind,
            "why": one.why,
            "likeness": one.likeness or None,
            "one": _case(session, one.one),
            "other": _case(session, one.other),
        }
        for one in ledger.duplicates.pairs()
    ]
    people = [
        {
            "kind": "person",
            "why": one.why,
            "one": _person(session, one.one),
            "other": _person(session, one.other),
        }
        for one in ledger.people.probable()
    ]
    found: list[dict[str, Any]] = [*pairs, *people]
    lines = [f"{one['one']['title']} ／ {one['other']['title']}：{one['why']}" for one in found]
    data = {"pairs": found}
    return Answer(data, lines or ["没有发现疑似重复。"], FINDINGS if found else 0)


def _of_case(session: Session) -> Answer:
    name, record_id = session.located(session.args.id)
    if name != "mediation_case":
        raise WrongUse("duplicates 后面写案件的编号；人员用 person 命令合并。")
    found = session.ledger.duplicates.of_case(record_id)
    data = [
        {
            "kind": one.kind,
            "why": one.why,
            "who": one.who or None,
            "likeness": one.likeness or None,
            "one": _case(session, record_id),
            "other": _case(session, one.case),
        }
        for one in found
    ]
    lines = [f"{one.kind}　{one.who}{'　' if one.who else ''}{one.why}" for one in found]
    grave = any(one.kind == "D1" for one in found)
    return Answer({"pairs": data}, lines or ["没有发现疑似重复。"], FINDINGS if grave else 0)


def _case(session: Session, record_id: RecordId) -> dict[str, Any]:
    record = session.ledger.record(record_id, "mediation_case")
    title = session.ledger.title("mediation_case", record_id)
    return {"id": record_id, "number": record and record.number, "title": title}


def _person(session: Session, record_id: RecordId) -> dict[str, Any]:
    return {"id": record_id, "title": session.ledger.title("person", record_id)}


def person(session: Session) -> Answer:
    """Merge a person into another, or take a merged one apart again."""
    args = session.args
    if args.action not in ("merge", "split"):
        raise WrongUse(f"没有“person {args.action[:20]}”，可用的有 merge（合并）、split（拆开）。")
    ids = [_of_person(session, text) for text in (args.id, args.into) if text is not None]
    people = session.ledger.people
    try:
        if args.action == "split":
            people.split(ids[0], args.reason)
            return Answer({"split": ids[0]}, ["已拆开，两条登记都和合并前一样。"])
        if len(ids) < 2:
            raise WrongUse("合并要写两条人员：person merge 合并掉的 保留的 --reason 原因。")
        people.merge(ids[0], ids[1], args.reason)
    except Refused as refused:
        problems = [one for one in refused.problems if one.severity == "error"]
        data = {"refused": [problem_data(one) for one in problems]}
        return Answer(data, [one.message for one in problems], FINDINGS)
    kept = session.ledger.title("person", ids[1])
    return Answer(
        {"merged": ids[0], "into": ids[1]},
        [f"已合并到“{kept}”。原来的登记都在，随时可以用 person split 拆开。"],
    )


def _of_person(session: Session, text: str) -> RecordId:
    name, record_id = session.located(text)
    if name != "person":
        raise WrongUse(f"“{text[:40]}”不是人员，请写人员的编号（id 或身份证号）。")
    return record_id
