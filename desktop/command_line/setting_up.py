"""Commands that set a ledger up: init, demo, operators."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from db.faults import Fault
from db.ledger import Ledger
from desktop.command_line.answer import Answer
from desktop.command_line.parser import WrongUse
from desktop.command_line.session import Session, first_line

FIRST_OPERATOR = "所长"
"""The operator a new ledger has when no ``--operator`` is given."""


def init(session: Session) -> Answer:
    """Make a new ledger; an office or laptop may enrol at once with ``--county-card``."""
    args = session.args
    name, code = str(args.name).strip(), str(args.code).strip()
    if not name or len(name) > 60 or not name.isprintable():
        raise WrongUse("--name 要写单位名称，1 到 60 个字，不含控制字符。")
    if not (code.isascii() and code.isalnum() and len(code) <= 20):
        raise WrongUse("--code 要写单位代码，只用数字和字母，最多 20 位。")
    if args.county_card and args.kind == "county":
        raise WrongUse("县局台账不需要 --county-card，请去掉。")
    password = session.password(ask="为新台账设一个口令：")
    if not password:
        raise WrongUse("新台账要有口令：用 --password-file 指定口令文件，或在终端里输入。")
    ledger = session.use(
        Ledger.create(
            session.folder,
            kind=args.kind,
            name=name,
            code=code,
            password=password,
            operator=args.operator or FIRST_OPERATOR,
            clock=session.clock,
        )
    )
    card = ledger.carry.own_card()
    data = {
        "ledger": str(session.folder),
        "kind": ledger.kind,
        "writer": ledger.store.writer,
        "fingerprint": card.fingerprint,
        "recovery_key": ledger.store.recovery_key,
    }
    lines = [
        f"已建立{_KIND[ledger.kind]}台账：{session.folder}",
        f"单位指纹：{card.fingerprint}（与对方电话核对）",
        f"恢复密钥：{ledger.store.recovery_key}（只显示这一次，请抄写并封存）",
    ]
    if args.county_card:
        county = ledger.carry.enrol(Path(args.county_card))
        data["county"] = county.name
        lines.append(f"已登记县局名片：{county.name}，指纹 {county.fingerprint}")
    return Answer(data, lines)


_KIND = {"office": "司法所", "laptop": "便携", "county": "县局"}


def demo(session: Session) -> Answer:
    """Make a ledger of a fictional township with every record type filled."""
    args = session.args
    if not 0 <= args.cases <= 200_000:
        raise WrongUse("--cases 应在 0 到 200000 之间。")
    ledger = session.use(
        Ledger.create(
            session.folder,
            kind="office",
            name="清河镇司法所",
            code="410199103",
            password=session.password(),
            operator=args.operator or FIRST_OPERATOR,
            clock=session.clock,
        )
    )
    fill_demo = import_module("db.ledger.demo").fill_demo
    counts: dict[str, int] = fill_demo(ledger, cases=args.cases, seed=args.seed)
    lines = [f"演示台账（全部虚构）：{session.folder}"]
    lines += [f"  {ledger_type}：{n}" for ledger_type, n in counts.items()]
    return Answer({"ledger": str(session.folder), "counts": counts}, lines)


def operators(session: Session) -> Answer:
    """List who may open the ledger and as what."""
    found = session.ledger.store.operators()
    data = [{"name": one.name, "role": one.role} for one in found]
    return Answer({"operators": data}, [f"{one.name}　{one.role}" for one in found])


def operator(session: Session) -> Answer:
    """Add or remove an operator, or change a password."""
    args = session.args
    store = session.ledger.store
    name = str(args.name or session.ledger.operator)
    if args.action == "remove":
        store.remove_operator(name)
    elif args.action in ("add", "password"):
        if not args.new_password_file:
            raise WrongUse("请用 --new-password-file 指定新口令文件（第一行是口令）。")
        password = first_line(Path(args.new_password_file))
        if not password:
            raise Fault("新口令是空的。", "请在口令文件第一行写上口令后再试。")
        if args.action == "add":
            store.add_operator(name, args.role, password)
        else:
            store.change_password(name, password)
    else:
        raise WrongUse("operator 后面写 add、remove 或 password。")
    return operators(session)
