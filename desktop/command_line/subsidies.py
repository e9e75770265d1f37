"""The command subsidy: cases of a quarter, their claims, the pay sheet, example standards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from db.codes import code_list
from db.kinds import RecordId
from db.ledger import Candidate, Refused
from db.periods import Period
from desktop.command_line.answer import FINDINGS, Answer, problem_data
from desktop.command_line.parser import WrongUse
from desktop.command_line.session import Session


def subsidy(session: Session) -> Answer:
    """Do one of: candidates, claim, claims, advance, sheet, examples, start."""
    if session.args.action is None:
        raise WrongUse(f"subsidy 后面要写动作：{'、'.join(_ACTIONS)}。")
    return _ACTIONS[session.args.action](session)


def _candidates(session: Session) -> Answer:
    """List the closed cases of a quarter: payable or why not, grade, amount."""
    found = session.ledger.subsidies.candidates(_period(session))
    lines = [_candidate_line(one) for one in found] or ["这个季度没有结案的案件。"]
    return Answer({"candidates": [_candidate_data(one) for one in found]}, lines)


def _candidate_data(one: Candidate) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "name": one.name,
        "closed_on": one.closed_on.isoformat(),
        "payee": one.payee,
        "payee_name": one.payee_name,
        "eligible": one.eligible,
        "objections": list(one.objections),
        "grade": one.grade,
        "why": list(one.why),
        "amount": None if one.amount is None else str(one.amount),
        "most": None if one.most is None else str(one.most),
        "claim": one.claim,
        "state": one.state,
        "late": one.late,
    }


def _candidate_line(one: Candidate) -> str:
    told = f"{one.number}　{one.name}　{one.grade_label}"
    if one.state:
        return f"{told}　{one.claimed_in}{one.state_label}"
    if not one.eligible:
        return f"{told}　不能申报：{'；'.join(one.objections)}"
    return f"{told}　{one.amount} 元　{one.payee_name}（{'；'.join(one.why)}）"


def _claim(session: Session) -> Answer:
    """Make the claims of the named cases, or with --all of all that may be claimed."""
    period = _period(session)
    ids = [_located(session, text, "mediation_case") for text in session.args.ids]
    if session.args.all:
        found = session.ledger.subsidies.candidates(period)
        # Late cases may have been paid on paper before: they are named one by one.
        ids += [one.id for one in found if one.claimable and not one.late]
    if not ids:
        raise WrongUse("没有要申报的案件。请写案号，或用 --all 申报本季度结案的全部可申报案件。")
    return _changed(lambda: session.ledger.subsidies.claim(period, ids), "已申报")


def _claims(session: Session) -> Answer:
    """List the claims of a quarter, with --state only those in it."""
    states = () if session.args.state is None else (_state(session),)
    ids = session.ledger.subsidies.claims(_period(session), states)
    lines = [session.ledger.title("subsidy", one) for one in ids] or ["这个季度没有申报。"]
    return Answer({"claims": ids}, lines)


def _advance(session: Session) -> Answer:
    """Take claims a step further: --state 初审通过 --on DATE."""
    ids = [_located(session, text, "subsidy") for text in session.args.ids]
    if session.args.state is None or not ids:
        raise WrongUse("请写申报记录的编号和 --state，例如 --state 复核通过。")
    day = _day(session.args.on, session)
    state, reason = _state(session), session.args.reason
    if state == "1":
        raise WrongUse("--state 只能是初审通过、复核通过、已发放或不予发放。")
    advance = session.ledger.subsidies.advance
    return _changed(lambda: advance(ids, state, day, reason=reason or ""), "已改为下一步")


def _sheet(session: Session) -> Answer:
    """Give the pay sheet of a quarter, by mediator; printed with print subsidy_sheet."""
    states = ("1", "2", "3", "4") if session.args.all else ("3", "4")
    sheet = session.ledger.subsidies.sheet(_period(session), states)
    rows = [
        {
            "payee": row.payee,
            "name": row.name,
            "committee": row.committee,
            "counts": row.counts,
            "standards": [str(one) for one in row.standards],
            "amount": str(row.amount),
            "account": row.account,
        }
        for row in sheet.rows
    ]
    data = {
        "period": str(sheet.period),
        "rows": rows,
        "counts": sheet.counts,
        "total": str(sheet.total),
        "claims": list(sheet.claims),
    }
    lines = [
        f"{row.name}　{row.committee}　{_counts(row.counts)}　{row.amount} 元" for row in sheet.rows
    ]
    lines.append(f"合计　{_counts(sheet.counts)}　{sheet.total} 元")
    return Answer(data, lines)


def _counts(counts: dict[str, int]) -> str:
    return " ".join(f"{name}{number}" for name, number in counts.items())


def _examples(session: Session) -> Answer:
    """List the example places whose standards may be taken over."""
    found = session.ledger.subsidies.examples()
    data = [
        {
            "name": one.name,
            "label": one.label,
            "source": one.source,
            "note": one.note,
            "standards": len(one.standards),
        }
        for one in found
    ]
    return Answer({"examples": data}, [f"{one.label}　{one.source}　{one.note}" for one in found])


def _start(session: Session) -> Answer:
    """Add an example's standards and criteria, applying from --from."""
    known = {one.label for one in session.ledger.subsidies.examples()}
    known |= {one.name for one in session.ledger.subsidies.examples()}
    if session.args.example not in known:
        raise WrongUse("请写 --example，可用的有 subsidy examples 列出的各地。")
    since = getattr(session.args, "from")
    first = Period.containing(session.ledger.today, "quarter").first
    day = _day(since, session) if since else first
    start = session.ledger.subsidies.start
    return _changed(lambda: start(session.args.example, day), f"{day} 起执行，已加入")


_ACTIONS: dict[str, Callable[[Session], Answer]] = {
    "candidates": _candidates,
    "claim": _claim,
    "claims": _claims,
    "advance": _advance,
    "sheet": _sheet,
    "examples": _examples,
    "start": _start,
}


def _changed(change: Callable[[], Any], done: str) -> Answer:
    """Give what a change did, or why nothing was changed."""
    try:
        changes = change()
    except Refused as refused:
        problems = [problem_data(one) for one in refused.problems]
        told = ["没有改动：", *(f"  {one.message}" for one in refused.problems)]
        return Answer({"changed": [], "refused": problems}, told, FINDINGS)
    ids = [record_id for _, record_id, _ in changes.items]
    return Answer({"changed": ids, "refused": []}, [f"{done} {len(ids)} 条。"])


def _period(session: Session) -> Period:
    try:
        period = Period.parse(session.args.period or "")
        if period.kind != "quarter":
            raise ValueError("以案定补按季度办理。")
    except ValueError as wrong:
        raise WrongUse(f"请用 --period 写明季度，例如 2026Q3。{wrong}") from None
    return period


def _located(session: Session, text: str, wanted: str) -> RecordId:
    name, record_id = session.located(text)
    if name != wanted:
        raise WrongUse(f"“{text[:60]}”不是{session.record_type(wanted).label}，请核对编号。")
    return record_id


def _state(session: Session) -> str:
    code = code_list("subsidy_state").code_of(session.args.state)
    if code is None:
        raise WrongUse("--state 只能是申报、初审通过、复核通过、已发放或不予发放。")
    return code


def _day(text: str | None, session: Session) -> date:
    try:
        return date.fromisoformat(text) if text else session.ledger.today
    except ValueError:
        raise WrongUse("日期看不懂，请写成 2026-10-31。") from None
