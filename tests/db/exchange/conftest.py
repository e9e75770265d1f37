"""Fixtures of the exchange."""

from pathlib import Path

import pytest

from tests.conftest import FixedClock
from tests.db.exchange.world import World


@pytest.fixture
def world(tmp_path: Path, clock: FixedClock) -> World:
    """A county, one office, and a stick."""
    return World(tmp_path, clock)
