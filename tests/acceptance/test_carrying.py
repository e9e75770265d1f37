"""From the office to the county and back, on two command lines with a stick between them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.program import Program, assert_a_sentence, new_ledger

COUNTS = ("applied", "same", "held", "conflict", "refused")


@dataclass(frozen=True)
class Pair:
    """An office and its county that know one another, the stick, and bundles made so far."""

    office: Program
    county: Program
    stick: Path
    bundles: list[Path]
    receipts: list[Path]
    counts: list[dict[str, Any]]


def told(ran: Any) -> Any:
    assert ran.status == 0, (ran.err, ran.out)
    return ran.data


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Enrol the two, and carry three bundles with edits between them."""
    place = tmp_path_factory.mktemp("carried")
    stick = place / "优盘"
    stick.mkdir()
    county = new_ledger(place / "县", kind="county", name="清河县司法局", code="410199")
    office = new_ledger(place / "所")
    known = told(county("card", "--out", stick / "县.json"))["fingerprint"]
    told(office("card", "--out", stick / "所.json"))
    assert told(office("enrol", stick / "县.json"))["fingerprint"] == known
    told(county("enrol", stick / "所.json"))
    made = Pair(office, county, stick, [], [], [])
    villages = office.add("village", [{"name": f"{n}村", "kind": "1"} for n in "甲乙丙"])
    carry(made)
    told(office("change", villages[0], given='{"households": 321}'))
    carry(made)
    told(office("remove", villages[2], "--reason", "登记错了"))
    office.add("person", [{"name": "欧阳𬭎𫖯", "nation": "01"}])
    carry(made)
    return made


def carry(made: Pair) -> None:
    """Make a bundle, look, take, and bring the receipt back."""
    bundle = told(made.office("bundle", "make", "--to", "清河县司法局", "--out", made.stick))
    file = Path(bundle["file"])
    looked = told(made.county("bundle", "look", file))
    taken = told(made.county("bundle", "take", file))
    assert {one: looked[one] for one in COUNTS} == {one: taken[one] for one in COUNTS}
    assert sum(taken[one] for one in COUNTS) == bundle["changes"]
    assert taken["number"] == looked["number"] == bundle["number"]
    receipt = Path(taken["receipt"])
    brought = told(made.office("receipt", "take", receipt))
    assert brought["control_totals_agree"] is True
    assert brought["number"] == bundle["number"]
    made.bundles.append(file)
    made.receipts.append(receipt)
    made.counts.append(taken)


def state(program: Program) -> tuple[str, str]:
    """Give all villages and people as shown, to compare."""
    return program("list", "village").out, program("list", "person").out


def test_the_county_has_what_the_office_has(pair: Pair):
    assert state(pair.county) == state(pair.office)
    listed = pair.county("list", "village").data
    assert {one["name"] for one in listed["records"]} == {"甲村", "乙村"}
    assert next(one for one in listed["records"] if one["name"] == "甲村")["households"] == 321
    assert pair.county("check").data["findings"] == []
    assert pair.office("check").data["findings"] == []


def test_numbers_of_bundles_go_up(pair: Pair):
    assert [one["number"] for one in pair.counts] == [1, 2, 3]
    assert len({one.name for one in pair.bundles}) == 3


def test_taking_a_bundle_twice_changes_nothing(pair: Pair):
    before = state(pair.county)
    for file in pair.bundles:
        again = pair.county("bundle", "take", file)
        assert again.status == 0, again.err
        assert again.data["applied"] == 0
        assert again.data["same"] == sum(again.data[one] for one in COUNTS) > 0
    assert state(pair.county) == before


def test_a_receipt_taken_twice_changes_nothing(pair: Pair):
    for receipt in (pair.receipts[-1], pair.receipts[0]):
        again = pair.office("receipt", "take", receipt)
        assert again.status in (0, 1, 3)
        if again.status == 3:
            assert_a_sentence(again, (3,))


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut in the header": lambda c: c[:40],
    "cut in the middle": lambda c: c[: len(c) // 2],
    "cut by one byte": lambda c: c[:-1],
    "one byte more": lambda c: c + b"\n",
    "flipped in the header": lambda c: flipped(c, 60),
    "flipped in the sealed part": lambda c: flipped(c, len(c) // 2),
    "flipped in the signature": lambda c: flipped(c, len(c) - 20),
    "without a signature": lambda c: c[: c.rindex(b"\nSIGNATURE")],
    "another number": lambda c: re.sub(rb'"number":\d+', b'"number":9', c, count=1),
    "a workbook": lambda _: b"PK\x03\x04" + b"\x00" * 400,
}


SOMETIMES = ("cut in the header", "one byte more", "flipped in the header", "another number",
             "a workbook", "cut in the middle")  # fmt: skip


@pytest.mark.parametrize(
    "how",
    [pytest.param(one, marks=[pytest.mark.heavy] if one in SOMETIMES else []) for one in SPOILT],
)
def test_a_spoilt_bundle_is_refused_with_a_sentence(pair: Pair, tmp_path: Path, how: str):
    file = tmp_path / "坏.sfb"
    file.write_bytes(SPOILT[how](pair.bundles[0].read_bytes()))
    before = state(pair.county)
    for action in ("look", "take"):
        assert_a_sentence(pair.county("bundle", action, file), (3,))
    assert state(pair.county) == before


def test_a_bundle_of_a_stranger_is_refused(pair: Pair, tmp_path: Path):
    stranger = new_ledger(tmp_path / "外", name="外县司法所", code="410299101")
    told(stranger("enrol", pair.stick / "县.json"))
    stranger.add("village", [{"name": "外村", "kind": "1"}])
    file = told(stranger("bundle", "make", "--to", "410199", "--out", tmp_path))["file"]
    before = state(pair.county)
    assert_a_sentence(pair.county("bundle", "look", file), (3,))
    assert_a_sentence(pair.county("bundle", "take", file), (3,))
    assert state(pair.county) == before
    # And the stranger cannot read or take what is meant for the county.
    assert_a_sentence(stranger("bundle", "take", pair.bundles[0]), (3,))


def test_a_bundle_for_nobody_known_is_not_made(pair: Pair, tmp_path: Path):
    ran = pair.office("bundle", "make", "--to", "没有登记的单位", "--out", tmp_path)
    assert_a_sentence(ran, (2, 3))
    assert list(tmp_path.iterdir()) == []


def test_a_card_altered_on_the_way_is_refused(pair: Pair, tmp_path: Path):
    card = (pair.stick / "县.json").read_text(encoding="utf-8")
    (tmp_path / "假.json").write_text(card.replace("清河县", "清江县"), encoding="utf-8")
    fresh = new_ledger(tmp_path / "新", name="新司法所", code="410199109")
    assert_a_sentence(fresh("enrol", tmp_path / "假.json"), (2, 3))


def shell_lines_of_the_format(name: str) -> str:
    """Give the commands the document of the format tells, literally."""
    text = (Path(__file__).parents[2] / "db" / "exchange" / "FORMAT.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL)
    return next(one for one in blocks if name in one)


@pytest.mark.skipif(
    not all(shutil.which(one) for one in ("age", "zstd", "bash")), reason="needs age and zstd"
)
@pytest.mark.parametrize("whose", ["office", "county"])
def test_stock_tools_open_a_bundle_as_the_format_tells(pair: Pair, tmp_path: Path, whose: str):
    program: Program = getattr(pair, whose)
    told(program("keys", "--out", tmp_path / "key.txt"))
    assert (tmp_path / "key.txt").stat().st_mode & 0o077 == 0
    script = shell_lines_of_the_format("age -d")
    script = re.sub(r"^file=.*$", f"file='{pair.bundles[2]}'", script, flags=re.MULTILINE)
    subprocess.run(["bash", "-euc", script], cwd=tmp_path, check=True, timeout=60)
    lines = (tmp_path / "lines.jsonl").read_text(encoding="utf-8").splitlines()
    assert '"totals"' in lines[0]
    assert any("欧阳𬭎𫖯" in line for line in lines)


@pytest.mark.skipif(
    not all(shutil.which(one) for one in ("openssl", "xxd", "bash")), reason="needs openssl, xxd"
)
def test_stock_tools_verify_a_bundle_as_the_format_tells(pair: Pair, tmp_path: Path):
    key = re.search(r'"sign"\s*:\s*"([0-9a-f]+)"', (pair.stick / "所.json").read_text("utf-8"))
    assert key is not None
    before = shell_lines_of_the_format("age -d").split("tail -c +")[0]
    before = re.sub(r"^file=.*$", f"file='{pair.bundles[0]}'", before, flags=re.MULTILINE)
    script = f"{before}\nsign_key={key[1]}\n{shell_lines_of_the_format('openssl')}"
    done = subprocess.run(
        ["bash", "-euc", script], cwd=tmp_path, check=False, timeout=60, capture_output=True
    )
    assert b"Verified Successfully" in done.stdout, (done.stdout, done.stderr)


def test_the_laptop_of_another_machine_is_not_the_office(pair: Pair, tmp_path: Path):
    """A copied ledger on another machine goes on as a new writer, so nothing is counted twice."""
    shutil.copytree(pair.office.folder, tmp_path / "台账")
    (tmp_path / "machine").mkdir()
    copy = replace(pair.office, folder=tmp_path / "台账", machine=tmp_path / "machine")
    copy.add("village", [{"name": "丁村", "kind": "1"}])
    bundle = told(copy("bundle", "make", "--to", "清河县司法局", "--out", tmp_path))
    taken = pair.county("bundle", "take", bundle["file"])
    assert taken.status == 0, (taken.err, taken.out)
    assert taken.data["applied"] >= 1
