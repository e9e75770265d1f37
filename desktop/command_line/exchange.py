"""Commands of the exchange: card, enrol, bundle, receipt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.answer import FINDINGS, Answer
from desktop.command_line.parser import WrongUse, not_yet
from desktop.command_line.session import Session

if TYPE_CHECKING:
    from db.exchange import Counts

SHOWN = 40
"""Records a person is shown of a bundle; the JSON answer has them all."""


def card(session: Session) -> Answer:
    """Write this ledger's public card."""
    made = session.ledger.carry.write_card(Path(session.args.out))
    data = {"file": session.args.out, "fingerprint": made.fingerprint, "name": made.name}
    return Answer(data, [f"名片已写到 {session.args.out}，指纹 {made.fingerprint}。"])


def enrol(session: Session) -> Answer:
    """Take another ledger's card in."""
    taken = session.ledger.carry.enrol(Path(session.args.file))
    data = {"fingerprint": taken.fingerprint, "name": taken.name, "code": taken.code}
    return Answer(data, [f"已登记 {taken.name}，指纹 {taken.fingerprint}，请与对方电话核对。"])


def keys(session: Session) -> Answer:
    """Write this ledger's own age identity, for opening bundles without the program."""
    session.ledger.carry.write_age_key(Path(session.args.out))
    return Answer(
        {"file": session.args.out},
        [f"应急钥匙已写到 {session.args.out}，它能打开发给本单位的一切数据包，用后请立即销毁。"],
    )


def bundle(session: Session) -> Answer:
    """Make, look at or take a bundle."""
    args = session.args
    if args.action == "make":
        return _make(session)
    if args.action not in ("look", "take"):
        raise WrongUse("bundle 后面写 make、look 或 take。")
    if not args.file:
        raise WrongUse(f"请写出数据包文件：bundle {args.action} 文件。")
    file = Path(args.file)
    return _look(session, file) if args.action == "look" else _take(session, file)


def _make(session: Session) -> Answer:
    args = session.args
    if not args.to or not args.out:
        raise WrongUse("写法：bundle make --to 接收单位 --out 文件夹。")
    made = session.ledger.carry.make(args.to, Path(args.out), everything=args.all)
    data = {"file": str(made.file), "number": made.number, "changes": made.changes}
    return Answer(
        data, [f"数据包已写到 {made.file}，编号 {made.number}，{made.changes} 项变更。可以拔出。"]
    )


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "applied": counts.applied,
        "same": counts.same,
        "held": counts.held,
        "conflict": counts.conflict,
        "refused": counts.refused,
    }


def _sentence(counts: Counts) -> str:
    return (
        f"新增或修改 {counts.applied}，相同 {counts.same}，等待 {counts.held}，"
        f"冲突 {counts.conflict}，拒收 {counts.refused}，合计 {counts.total}。"
    )


_OUTCOME = {
    "applied": "新增或修改",
    "same": "相同",
    "held": "等待",
    "conflict": "冲突",
    "refused": "拒收",
}


def _status(counts: Counts) -> int:
    return FINDINGS if counts.held or counts.conflict or counts.refused else 0


def _look(session: Session, file: Path) -> Answer:
    seen = session.ledger.carry.look(file)
    data = {
        **_counts(seen.counts),
        "from": seen.sender,
        "number": seen.number,
        "total": seen.counts.total,
        "records": [
            {"type": r.type_name, "id": r.id, "title": r.title, "outcome": r.outcome, "why": r.why}
            for r in seen.records
        ],
    }
    lines = [f"来自 {seen.sender}，编号 {seen.number}。", _sentence(seen.counts)]
    shown = seen.records[:SHOWN]
    lines += [f"  {_OUTCOME[r.outcome]}　{r.title}　{r.why}" for r in shown]
    if len(shown) < len(seen.records):
        lines.append(f"  ……共 {len(seen.records)} 条记录，加 --json 列出全部。")
    return Answer(data, lines, _status(seen.counts))


def _take(session: Session, file: Path) -> Answer:
    taken = session.ledger.carry.take(file)
    data = {
        **_counts(taken.counts),
        "from": taken.sender,
        "number": taken.number,
        "total": taken.counts.total,
        "batch": taken.batch,
        "receipt": str(taken.receipt),
        "receipt_code": taken.receipt_code,
    }
    lines = [_sentence(taken.counts), f"回执：{taken.receipt}，电话回执码 {taken.receipt_code}。"]
    if taken.already:
        lines.insert(0, taken.already)
    if taken.totals_agree is False:
        lines.append("收取后双方数目不一致，请把回执交给对方核对。")
    lines += [f"原先等待的 {one.number} 号数据包也已收取。" for one in taken.also]
    return Answer(data, lines, _status(taken.counts))


def receipt(session: Session) -> Answer:
    """Take the receiver's receipt, as a file or a code read by telephone."""
    if session.args.action != "take":
        raise WrongUse("写法：receipt take 回执文件或回执码。")
    taken = session.ledger.carry.take_receipt(session.args.file)
    data = {
        "number": taken.number,
        "control_totals_agree": taken.control_totals_agree,
        "note": taken.note,
        "refused": list(taken.refused),
    }
    agree = taken.control_totals_agree
    tail = "双方数目一致。" if agree else "双方数目不一致，请核对后重新报送全部数据。"
    if agree is None:
        tail = "电话回执码只证明已收到，数目待回执文件核对。"
    lines = [f"已收到 {taken.number} 号数据包的回执。{tail}"]
    lines += [taken.note] if taken.note else []
    lines += [
        f"  没有收下：{one.get('type')} {one.get('id')}　{one.get('why')}" for one in taken.refused
    ]
    return Answer(data, lines, FINDINGS if agree is False or taken.refused else 0)


def conflicts(session: Session) -> Answer:
    """List the conflicts; settling them comes with the exchange between laptops."""
    if session.args.command == "settle":
        return not_yet("冲突处理（settle）")
    found = session.ledger.store.conflicts()
    return Answer({"conflicts": found}, [str(one) for one in found] or ["没有冲突。"])
