"""kill -9 amid commits: reopening gives exactly a prefix, and check finds nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.store import Store, open_store
from tests.db.store.building import new_store, noon

CASES = 400
BATCH = 5

# The child says a number only after the transaction with that case is on disk.
CHILD = f"""
import sys
from pathlib import Path
from db.store import open_store
from tests.db.store.building import case_draft
store = open_store(Path(sys.argv[1]))
for start in range(0, {CASES}, {BATCH}):
    with store.change(batch="crash") as scope:
        for number in range(start, start + {BATCH}):
            scope.save(case_draft("赵长河", "钱有余", summary=f"第{{number:04d}}件"))
    print(start + {BATCH}, flush=True)
"""


def killed_amid_work(folder: Path, dice: random.Random) -> int:
    """Let a child enter cases, kill it after some transactions; give what it had told."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = 0
    for _ in range(dice.randrange(1, 12)):
        told = int(child.stdout.readline())
    # Somewhere inside the next transaction, not always at the same step of it.
    for _ in range(dice.randrange(20_000)):
        pass
    assert child.poll() is None, "the child must be at work when it is killed"
    os.kill(child.pid, signal.SIGKILL)
    rest = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    return int(rest[-1]) if rest else told


def assert_a_prefix(store: Store, told: int) -> None:
    """Everything told is there, nothing is half there, nothing is out of order."""
    numbers = [row[0] for row in store.select("SELECT summary FROM mediation_case ORDER BY id")]
    assert numbers == [f"第{at:04d}件" for at in range(len(numbers))]
    assert len(numbers) >= told
    assert len(numbers) % BATCH == 0
    assert store.select("SELECT count(*) FROM party") == [(2 * len(numbers),)]
    assert len(store.find_text("赵长河", 500)) == min(500, len(numbers))
    assert store.check() == []


def one_round(place: Path, seed: int) -> None:
    """Make a ledger, kill its writer, and look at what is left."""
    folder = place / f"ledger{seed}"
    made = new_store(folder)
    writer = made.writer
    made.close()
    told = killed_amid_work(folder, random.Random(seed))
    again = open_store(folder, now=noon)
    assert again.writer == writer
    assert_a_prefix(again, told)
    again.close()


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_entry_leaves_exactly_a_prefix(tmp_path: Path, seed: int) -> None:
    one_round(tmp_path, seed)


@pytest.mark.heavy
def test_many_killed_entries_leave_exactly_a_prefix(tmp_path: Path) -> None:
    for seed in range(100, 160):
        one_round(tmp_path, seed)
