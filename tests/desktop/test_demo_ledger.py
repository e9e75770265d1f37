"""The demo ledger is made once a day and copied for each showing."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from db.ledger import ListQuery
from desktop.demo_ledger import demo_ledger
from desktop.options import read_options

CASES = ListQuery("mediation_case")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user's cache, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Path(platformdirs.user_cache_path("sifasuo", appauthor=False))


def test_a_second_showing_has_the_same_township_and_its_own_changes(cache: Path, tmp_path: Path):
    first = demo_ledger(tmp_path / "one", read_options([]), cases=4)
    first.remove(first.page(CASES, 1, 0)[0].id, "试用")
    kept = list(cache.iterdir())
    second = demo_ledger(tmp_path / "two", read_options([]), cases=4)
    assert (first.count(CASES), second.count(CASES)) == (3, 4)
    assert list(cache.iterdir()) == kept
    assert first.store.writer != second.store.writer
    first.close()
    second.close()


def test_where_nothing_can_be_kept_the_demo_is_made_on_the_spot(cache: Path, tmp_path: Path):
    cache.parent.mkdir(parents=True)
    cache.write_text("a file in the way")
    made = demo_ledger(tmp_path / "one", read_options([]), cases=2)
    assert made.count(CASES) == 2
    made.close()
