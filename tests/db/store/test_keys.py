"""The key file: passwords, roles, the printed recovery key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.store import (
    BadRecoveryKey,
    DamagedKeys,
    OperatorRefused,
    ReadOnlyRole,
    Store,
    UnknownOperator,
    WrongPassword,
    open_store,
    reset_password,
)
from db.store.keys import read_key_file, write_key_file
from db.store.recovery import new_recovery_secret, read_recovery_key, show_recovery_key
from tests.db.store.building import OPERATOR, case, case_draft, new_store, noon


@pytest.fixture
def protected(folder: Path) -> Store:
    """Give a closed ledger whose password is "春天"."""
    made = new_store(folder, "春天")
    made.close()
    return made


def test_the_right_password_opens(protected: Store) -> None:
    again = open_store(protected.folder, password="春天")
    assert (again.operator, again.role) == (OPERATOR, "所长")
    again.close()


def test_a_wrong_password_is_told_apart_from_damage(protected: Store) -> None:
    with pytest.raises(WrongPassword):
        open_store(protected.folder, password="秋天")


def test_an_operator_not_on_the_list_is_named(protected: Store) -> None:
    with pytest.raises(UnknownOperator, match="王五"):
        open_store(protected.folder, password="春天", operator="王五")


def test_the_data_key_is_nowhere_in_the_key_file(protected: Store) -> None:
    text = (protected.folder / "ledger.keys").read_text(encoding="utf-8")
    assert protected.handle.key.hex() not in text


def test_a_new_password_opens_and_the_old_one_does_not(protected: Store) -> None:
    again = open_store(protected.folder, password="春天")
    again.change_password(OPERATOR, "夏天")
    again.close()
    open_store(protected.folder, password="夏天").close()
    with pytest.raises(WrongPassword):
        open_store(protected.folder, password="春天")


def test_a_password_change_cut_off_leaves_the_old_password(protected: Store) -> None:
    again = open_store(protected.folder, password="春天")
    before = (protected.folder / "ledger.keys").read_bytes()
    again.change_password(OPERATOR, "夏天")
    again.close()
    # What a crash before the rename leaves: the old file, and the new one as .part.
    new = (protected.folder / "ledger.keys").read_bytes()
    (protected.folder / "ledger.keys.part").write_bytes(new[: len(new) // 2])
    (protected.folder / "ledger.keys").write_bytes(before)
    open_store(protected.folder, password="春天").close()


def test_an_added_operator_opens_with_an_own_password(protected: Store) -> None:
    again = open_store(protected.folder, password="春天")
    again.add_operator("王五", "经办人", "雨水")
    again.close()
    other = open_store(protected.folder, password="雨水", operator="王五")
    assert (other.operator, other.role) == ("王五", "经办人")
    other.close()


def test_a_reading_operator_changes_nothing(protected: Store) -> None:
    first = open_store(protected.folder, password="春天", now=noon)
    made = case(first)
    first.add_operator("王五", "只读", "雨水")
    first.close()
    reader = open_store(protected.folder, password="雨水", now=noon)
    with pytest.raises(ReadOnlyRole), reader.change() as scope:
        scope.save(case_draft("孙平"))
    with pytest.raises(ReadOnlyRole):
        reader.attachments.put(b"a scan")
    assert list(reader.attachments.folder.glob("*.bin")) == []
    assert reader.get("mediation_case", made.id) is not None
    reader.close()


def test_a_removed_operator_cannot_open_any_more(protected: Store) -> None:
    again = open_store(protected.folder, password="春天")
    again.add_operator("王五", "经办人", "雨水")
    again.remove_operator("王五")
    again.close()
    with pytest.raises(WrongPassword):
        open_store(protected.folder, password="雨水")


def test_the_last_head_cannot_be_removed(protected: Store) -> None:
    again = open_store(protected.folder, password="春天")
    with pytest.raises(OperatorRefused):
        again.remove_operator(OPERATOR)
    again.close()


def test_a_password_closes_the_open_slot(store: Store) -> None:
    store.add_operator("王五", "所长", "雨水")
    assert [one.name for one in store.operators()] == ["王五"]


def test_the_recovery_key_sets_a_new_password(protected: Store) -> None:
    assert protected.recovery_key is not None
    reset_password(protected.folder, protected.recovery_key.lower(), OPERATOR, "夏天")
    open_store(protected.folder, password="夏天").close()


def test_one_wrong_sign_in_the_recovery_key_is_noticed() -> None:
    shown = show_recovery_key(new_recovery_secret())
    wrong = ("A" if shown[0] != "A" else "B") + shown[1:]
    with pytest.raises(BadRecoveryKey):
        read_recovery_key(wrong)


def test_the_recovery_key_of_another_ledger_opens_nothing(protected: Store) -> None:
    other = show_recovery_key(new_recovery_secret())
    with pytest.raises(BadRecoveryKey):
        reset_password(protected.folder, other, OPERATOR, "夏天")


def test_misread_letters_of_the_recovery_key_are_forgiven() -> None:
    secret = bytes(20)
    shown = show_recovery_key(secret)
    assert read_recovery_key(shown.replace("0", "o").replace("1", "l")) == secret


def test_a_cut_off_key_file_is_called_damaged(protected: Store) -> None:
    file = protected.folder / "ledger.keys"
    file.write_bytes(file.read_bytes()[:50])
    with pytest.raises(DamagedKeys):
        open_store(protected.folder, password="春天")


def test_the_key_file_is_replaced_whole(protected: Store) -> None:
    write_key_file(protected.folder, read_key_file(protected.folder))
    content = json.loads((protected.folder / "ledger.keys").read_text(encoding="utf-8"))
    assert {slot["kind"] for slot in content["slots"]} == {"password", "recovery"}
    assert not (protected.folder / "ledger.keys.part").exists()
