"""Operators: who may open a ledger, each by a slot of the key file."""

from __future__ import annotations

from pathlib import Path

from db.store import keys
from db.store.faults import OperatorRefused, UnknownOperator


def add(folder: Path, key: bytes, name: str, password: str, role: str) -> None:
    """Give an operator a slot; OperatorRefused for an unknown role or a known name."""
    found = keys.read_key_file(folder)
    if any(s.operator == name and s.kind == "password" for s in found.slots):
        raise OperatorRefused(f"操作员“{name}”已经登记。", "要改密码请用修改密码。")
    for known in keys.ROLES:
        if role == known:
            keys.write_key_file(folder, keys.with_password(found, key, name, password, known))
            return
    raise OperatorRefused(f"没有“{role}”这种角色。", "请从经办人、所长、只读中选择。")


def prove(folder: Path, name: str, password: str | None) -> None:
    """Raise WrongPassword when this does not open the operator's slot."""
    keys.unlock(keys.read_key_file(folder), password, name)


def change_password(folder: Path, key: bytes, name: str, password: str) -> None:
    """Write the new slot in place of the old one; UnknownOperator when there is none."""
    found = keys.read_key_file(folder)
    if name not in [one.name for one in found.operators()]:
        raise UnknownOperator(name)
    keys.write_key_file(folder, keys.with_password(found, key, name, password))


def remove(folder: Path, name: str) -> None:
    """Take an operator's slot away; the last 所长 stays."""
    found = keys.read_key_file(folder)
    keys.write_key_file(folder, keys.without_operator(found, name))
