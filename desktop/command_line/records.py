"""Commands on records: types, add, change, remove, show, list, find, history, undo."""

from __future__ import annotations

import gc
from typing import Any, cast

from db.codes import code_list
from db.declare import Field, RecordType, kind_of
from db.kinds import Link, Links, RecordId, Rows
from db.ledger import Added, ListQuery, Refused, RefusedRow
from db.ledger.entry import has_error
from db.records import ALL_RECORD_TYPES, record_type
from db.rules.problem import Problem
from desktop.command_line.answer import FINDINGS, Answer, problem_data, problem_line
from desktop.command_line.parser import WrongUse
from desktop.command_line.session import Session, json_objects, open_text


def types(session: Session) -> Answer:
    """List record types, or the fields of one."""
    if session.args.type is None:
        data = [
            {"name": t.name, "label": t.label, "owner": _target(t.owner) if t.owner else None}
            for t in ALL_RECORD_TYPES
        ]
        return Answer({"types": data}, [f"{t.name}　{t.label}" for t in ALL_RECORD_TYPES])
    kind = session.record_type(session.args.type)
    fields = [field_data(f) for f in kind.fields]
    lines = [
        f"{f['name']}　{f['label']}　{f['kind']}{'　必填' if f['required'] else ''}" for f in fields
    ]
    return Answer({"type": kind.name, "label": kind.label, "fields": fields}, lines)


def field_data(f: Field) -> dict[str, Any]:
    """Give one field as the contract's JSON object; codes as code → label."""
    from_list = f.list_name
    codes: dict[str, str] | None = None
    if from_list is not None:
        codes = {e.code: e.label for e in code_list(from_list).choices()}
    condition = f.required_when
    return {
        "name": f.name,
        "label": f.label,
        "kind": f.kind.name,
        "required": f.required,
        "required_when": None
        if condition is None
        else {"field": condition.field, "values": list(condition.values)},
        "group": f.group.label,
        "merge": f.group.policy,
        "codes": codes,
        "target": _target(f),
        "owner": f.owner,
        "length": getattr(f.kind, "length", None),
        "source": f.source,
        "help": f.help,
    }


def _target(f: Field) -> str | None:
    return f.kind.target if isinstance(f.kind, Link | Links | Rows) else None


def add(session: Session) -> Answer:
    """Add records from one JSON object or JSON Lines."""
    kind = session.record_type(session.args.type)
    ledger = session.ledger
    added: list[RecordId] = []
    refused: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    lines: list[str] = []
    given = json_objects(open_text(session.args.file))
    # Drafts make hardly any cyclic garbage; looking for it costs a tenth of a long entry.
    gc.set_threshold(200_000, 50, 50)
    for result in ledger.add_many(kind.name, given, number=session.args.number):
        _note_result(result, kind, added=added, refused=refused, notes=notes, lines=lines)
    if not added and not refused:
        raise WrongUse("没有收到任何记录。请给出一个 JSON 对象，或每行一个对象。")
    lines.append(f"登记 {len(added)} 条，退回 {len(refused)} 条。")
    data = {"added": added, "refused": refused, "warnings": notes}
    return Answer(data, lines, FINDINGS if refused else 0)


def _note_result(
    result: Added | RefusedRow,
    kind: RecordType,
    *,
    added: list[RecordId],
    refused: list[dict[str, Any]],
    notes: list[dict[str, Any]],
    lines: list[str],
) -> None:
    problems = [problem_data(p) for p in result.problems]
    if isinstance(result, Added):
        added.append(result.id)
        if problems:
            notes.append({"line": result.line, "id": result.id, "problems": problems})
        return
    refused.append({"line": result.line, "problems": problems})
    lines.append(f"第 {result.line} 行没有登记：")
    lines += [problem_line(p, kind) for p in result.problems]


def change(session: Session) -> Answer:
    """Change the given fields of a record."""
    name, record_id = session.located(session.args.id)
    _, content = next(iter(json_objects(open_text(session.args.file))), (1, None))
    if content is None:
        raise WrongUse("没有收到要改的栏目。请给出一个 JSON 对象。")
    draft = session.ledger.draft(record_id, name)
    if draft is None:
        raise WrongUse("这条记录已不在台账里。")
    problems = [content] if isinstance(content, Problem) else draft.take(content)
    if not has_error(problems):
        try:
            session.ledger.save(draft, session.args.reason)
            problems = session.ledger.problems_of(record_id, name)
        except Refused as refused:
            problems = refused.problems
    data = {"id": record_id, "problems": [problem_data(p) for p in problems]}
    stopped = has_error(problems)
    kind = record_type(name)
    lines = ["没有修改：" if stopped else "已修改。", *(problem_line(p, kind) for p in problems)]
    told = any(p.severity != "note" for p in problems)
    return Answer(data, lines, FINDINGS if told else 0)


def remove(session: Session) -> Answer:
    """Move a record to the waste bin."""
    _, record_id = session.located(session.args.id)
    session.ledger.remove(record_id, session.args.reason)
    return Answer({"id": record_id}, ["已移入回收站。"])


def show(session: Session) -> Answer:
    """Show one record with its children, open problems and conflicts."""
    name, record_id = session.located(session.args.id)
    record = session.ledger.record(record_id, name)
    problems = session.ledger.problems_of(record_id, name)
    data = {
        **record_data(record),
        "problems": [problem_data(p) for p in problems],
        "conflicts": session.ledger.store.conflicts_of(name, record_id),
    }
    lines = _record_lines(session, record)
    return Answer(data, [*lines, *(problem_line(p, record_type(name)) for p in problems)])


def record_data(record: Any) -> dict[str, Any]:
    """Give a record as JSON: field name → value as stored; child rows as lists."""
    kind = kind_of(record)
    data: dict[str, Any] = {"id": record.id, "type": kind.name}
    for f in kind.fields:
        value = getattr(record, f.name)
        if isinstance(f.kind, Rows):
            data[f.name] = [record_data(row) for row in cast(tuple[Any, ...], value)]
        else:
            data[f.name] = f.kind.wire(value)
    return data


def _record_lines(session: Session, record: Any, indent: str = "") -> list[str]:
    kind = kind_of(record)
    lines: list[str] = []
    for f in kind.fields:
        value = getattr(record, f.name)
        if value in (None, ()) or f.owner:
            continue
        if isinstance(f.kind, Rows):
            for number, row in enumerate(cast(tuple[Any, ...], value), 1):
                lines.append(f"{indent}{f.label} {number}")
                lines += _record_lines(session, row, indent + "  ")
        elif isinstance(f.kind, Link | Links):
            ids = (value,) if isinstance(f.kind, Link) else value
            titles = "、".join(session.ledger.title(f.kind.target, one) for one in ids)
            lines.append(f"{indent}{f.label}：{titles}")
        else:
            lines.append(f"{indent}{f.label}：{f.kind.show(value)}")
    return lines


def list_records(session: Session) -> Answer:
    """List the records of a type, filtered, searched and sorted."""
    args = session.args
    kind = session.record_type(args.type)
    _in_bounds(args.limit, args.offset)
    query = ListQuery(
        kind.name,
        where=tuple(_where(session, kind, one) for one in args.where),
        search=args.search,
        sort=_sort_field(kind, args.sort),
        descending=str(args.sort or "").startswith("-"),
    )
    total = session.ledger.count(query)
    records: list[dict[str, Any]] = []
    lines = [f"共 {total} 条"]
    for row in session.ledger.page(query, args.limit, args.offset):
        record = session.ledger.record(row.id, kind.name)
        records.append(record_data(record))
        lines.append(f"{row.id[:13]}　{session.ledger.title(kind.name, row.id)}")
    return Answer({"total": total, "records": records}, lines)


MOST = 1_000_000_000
"""Rows a --limit or --offset may name: more than any ledger has."""


def _in_bounds(*numbers: int) -> None:
    if not all(0 <= number <= MOST for number in numbers):
        raise WrongUse(f"--limit 和 --offset 应在 0 到 {MOST:,} 之间。")


def _where(session: Session, kind: RecordType, text: str) -> tuple[str, object]:
    name, equals, value = text.partition("=")
    f = kind.field_named(name.strip())
    if f is None or not equals or not f.kind.column:
        raise WrongUse(
            f"--where “{text[:60]}”写法不对，应为 栏目=值；用 types {kind.name} 查看栏目。"
        )
    try:
        read = f.kind.read(value)
    except ValueError as wrong:
        raise WrongUse(f"--where 的“{f.label}”：{wrong}") from None
    if isinstance(f.kind, Link) and read is not None:
        read = session.ledger.store.look(session.ledger.today).resolve(f.kind.target, str(read))
        if read is None:
            raise WrongUse(f"台账里找不到“{value[:40]}”。请核对编号或名称。")
    return f.name, read


def _sort_field(kind: RecordType, text: str | None) -> str | None:
    if not text:
        return None
    f = kind.field_named(text.lstrip("-"))
    if f is None or not f.kind.column:
        raise WrongUse(f"不能按“{text[:40]}”排序，用 types {kind.name} 查看栏目。")
    return f.name


def find(session: Session) -> Answer:
    """Search everything: characters, pinyin, initials, ends of numbers."""
    _in_bounds(session.args.limit)
    hits = session.ledger.find(session.args.text, session.args.limit)
    data = [{"type": h.type_name, "id": h.id, "title": h.title, "why": h.why} for h in hits]
    lines = [f"{h.id[:13]}　{h.title}　{h.why}" for h in hits] or ["没有找到。"]
    return Answer({"hits": data}, lines)


def history(session: Session) -> Answer:
    """Show who changed which field when, from what, why, by which import."""
    _, record_id = session.located(session.args.id)
    entries = session.ledger.history(record_id)
    data = [
        {
            "when": e.when,
            "who": e.who,
            "device": e.device,
            "act": e.act,
            "field": e.field,
            "label": e.label,
            "before": e.before,
            "after": e.after,
            "reason": e.reason,
            "batch": e.batch,
            "source": e.source,
        }
        for e in entries
    ]
    lines = [f"{e.when}　{e.who}　{e.label}：{e.before} → {e.after}　{e.reason}" for e in entries]
    return Answer({"changes": data}, lines)


def undo(session: Session) -> Answer:
    """Take back the last step, or one import batch."""
    result = session.ledger.undo(session.args.batch)
    data = {"reversed": result.reversed, "kept": result.kept, "failed": result.failed}
    counts = f"撤销 {len(result.reversed)} 项，保留 {len(result.kept)} 项，未能撤销 {len(result.failed)} 项。"
    return Answer(data, [counts], FINDINGS if result.kept or result.failed else 0)
