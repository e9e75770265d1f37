"""The exchange as two people at two terminals would do it."""

import json
from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import CommandLine
from tests.examples import EXAMPLES

VILLAGES = "\n".join(
    json.dumps(
        {**EXAMPLES["village"], "村(社区)名称": name, "统计用区划代码": number}, ensure_ascii=False
    )
    for name, number in (("柳林村", "901"), ("石桥村", "902"))
)


@pytest.fixture
def both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[CommandLine, CommandLine]:
    """An office and a county made by `init`, enrolled with each other."""
    password = tmp_path / "password"
    password.write_text("一个够长的口令", encoding="utf-8")
    monkeypatch.setenv("SIFASUO_PASSWORD_FILE", str(password))
    office, county = (CommandLine(tmp_path / name, capsys) for name in ("office", "county"))
    words = ("--name", "安和县司法局", "--code", "410199")
    assert county("init", "--kind", "county", *words).status == 0
    county("card", "--out", str(tmp_path / "county.json"))
    words = ("--name", "清河镇司法所", "--code", "410199103")
    card = ("--county-card", str(tmp_path / "county.json"))
    assert office("init", "--kind", "office", *words, *card).status == 0
    shown = office("card", "--out", str(tmp_path / "office.json")).data["fingerprint"]
    assert county("enrol", str(tmp_path / "office.json")).data["fingerprint"] == shown
    return office, county


def test_records_go_to_the_county_and_the_receipt_comes_back(
    both: tuple[CommandLine, CommandLine], tmp_path: Path
) -> None:
    office, county = both
    added = office("add", "village", given=VILLAGES).data["added"]
    made = office("bundle", "make", "--to", "安和县司法局", "--out", str(tmp_path)).data
    assert (made["number"], made["changes"]) == (1, 2)
    seen = county("bundle", "look", made["file"]).data
    assert (seen["applied"], seen["total"], seen["from"]) == (2, 2, "清河镇司法所")
    assert [one["id"] for one in seen["records"]] == added
    assert county("list", "village").data["total"] == 0
    taken = county("bundle", "take", made["file"])
    assert (taken.status, taken.data["applied"], taken.data["batch"]) == (
        0,
        2,
        "bundle:410199103:1",
    )
    assert county("list", "village").data["total"] == 2
    again = county("bundle", "take", made["file"]).data
    assert (again["applied"], again["same"]) == (0, 2)
    told = office("receipt", "take", taken.data["receipt"])
    assert (told.status, told.data["number"], told.data["control_totals_agree"]) == (0, 1, True)
    assert county("check").data["findings"] == []
    everything = office("bundle", "make", "--to", "410199", "--out", str(tmp_path), "--all").data
    assert everything["changes"] == 2


def test_wrong_files_get_status_three_and_a_sentence(
    both: tuple[CommandLine, CommandLine], tmp_path: Path
) -> None:
    _, county = both
    for content in (b"", b"text", b"PK\x03\x04xx"):
        file = tmp_path / "x.sfb"
        file.write_bytes(content)
        ran = county("bundle", "take", str(file))
        assert (ran.status, ran.out) == (3, "")
        assert ran.err.strip().endswith("。")
    assert county("bundle", "take", str(tmp_path / "missing.sfb")).status == 3
    assert county("bundle", "take", str(tmp_path)).status == 3
    assert county("receipt", "take", "0000-0000-0000").status == 3


def test_the_emergency_key_is_written_for_its_owner(
    both: tuple[CommandLine, CommandLine], tmp_path: Path
) -> None:
    _, county = both
    file = tmp_path / "key.txt"
    assert county("keys", "--out", str(file)).status == 0
    assert file.read_text(encoding="utf-8").splitlines()[-1].startswith("AGE-SECRET-KEY-1")
