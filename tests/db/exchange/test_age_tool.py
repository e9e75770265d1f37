"""The emergency drill: the stock tools open a bundle as FORMAT.md says."""

import json
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from db import exchange
from db.exchange.faults import StickFailed
from tests.db.exchange.world import World, add_case

needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, ("age", "zstd", "sh", "openssl", "xxd"))),
    reason="the tools age, zstd, openssl and xxd are not installed",
)
FORMAT = Path(exchange.__file__ or "").with_name("FORMAT.md")


def shell_lines(which: int) -> str:
    """Give the shell lines of FORMAT.md."""
    return re.findall(r"```sh\n(.*?)```", FORMAT.read_text(encoding="utf-8"), re.DOTALL)[which]


@needs_tools
@pytest.mark.parametrize("reader", ["county", "office"])
def test_the_documented_lines_open_a_bundle(world: World, reader: str) -> None:
    add_case(world.office, "〔2026〕001", "王小明", "李䶮")
    exchange.write_age_key(getattr(world, reader), world.stick / "key.txt")
    script = shell_lines(0).replace("410199103_20260316_1.sfb", world.bundle().name)
    subprocess.run(["sh", "-euc", script], cwd=world.stick, check=True)
    text = (world.stick / "lines.jsonl").read_text(encoding="utf-8")
    manifest, header, case, *parties = map(json.loads, text.splitlines())
    assert manifest["changes"] == 3
    assert header["first"] == 1
    assert case["body"]["values"]["number"] == "〔2026〕001"
    assert [one["body"]["values"]["name"] for one in parties] == ["王小明", "李䶮"]


@needs_tools
def test_the_documented_lines_verify_the_signature(world: World) -> None:
    key = exchange.own_card(world.office).keys.sign
    first = (
        shell_lines(0).split("tail -c")[0].replace("410199103_20260316_1.sfb", world.bundle().name)
    )
    script = f"{first}sign_key={key}\n{shell_lines(1)}"
    done = subprocess.run(
        ["sh", "-euc", script], cwd=world.stick, check=True, capture_output=True, text=True
    )
    assert "Success" in done.stdout


def test_the_key_file_is_for_its_owner_only_and_never_overwrites(world: World) -> None:
    file = world.stick / "key.txt"
    exchange.write_age_key(world.county, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text(encoding="utf-8").splitlines()[-1].startswith("AGE-SECRET-KEY-1")
    with pytest.raises(StickFailed, match="已经存在"):
        exchange.write_age_key(world.county, file)
