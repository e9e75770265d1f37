"""What the tests of forms share: the switch that rewrites golden plans."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/golden/papers from today's plans",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    # Given only when tests/forms is named on the command line; see pytest's initial conftests.
    return bool(request.config.getoption("--update-golden", default=False))
