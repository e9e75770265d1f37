"""What every test stands on: an offscreen screen, a home of its own, a fixed day, fixed ids."""

import os
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from db.ledger import Ledger

# Before anything imports Qt. `dev.py test` sets xcb for the tests of real windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2026, 3, 16, 9, 30, 0)  # noqa: DTZ001 - the office's wall clock, a Monday
"""The fixed moment tests live in."""


@pytest.fixture(scope="session", autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder for the run, so that no test touches the tester's own ledger or settings."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        patch.delenv("SIFASUO_PASSWORD_FILE", raising=False)
        yield home


@pytest.fixture
def now() -> datetime:
    """The fixed moment, for a part that takes a moment."""
    return NOW


class FixedClock:
    """A clock that stands still until it is moved: call it for the time."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> FixedClock:
    """A clock standing at NOW; set `clock.at` to move it."""
    return FixedClock()


@pytest.fixture
def fixed_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make new record ids count up: …0001, …0002, so that golden texts stay the same."""
    numbers = count(1)

    def next_id() -> UUID:
        return UUID(f"0195a000-0000-7000-8000-{next(numbers):012x}")

    monkeypatch.setattr("uuid_utils.uuid7", next_id)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites golden files; doing so is a commit of its own."""
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/golden from today's results"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests of real windows where there is only the offscreen screen."""
    if os.environ["QT_QPA_PLATFORM"] in ("offscreen", "minimal"):
        skip = pytest.mark.skip(reason="needs a real screen: QT_QPA_PLATFORM=xcb under Xvfb")
        for item in items:
            if item.get_closest_marker("window"):
                item.add_marker(skip)


@pytest.fixture
def office_ledger(tmp_path: Path, clock: FixedClock) -> Iterator[Ledger]:
    """An empty office ledger in a temporary folder, opened by 周建民."""
    made = Ledger.create(
        tmp_path / "ledger",
        kind="office",
        name="清河镇司法所",
        code="410199103",
        password=None,
        operator="周建民",
        clock=clock,
    )
    yield made
    made.close()
