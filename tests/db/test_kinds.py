"""How numbers are read as people and machines write them."""

from decimal import Decimal

import pytest

from db.kinds import MONEY, Count


@pytest.mark.parametrize(
    "given",
    ["1250", "1,250.00", "１，２５０", "1 250 元", "1250.", 1250, 1250.0, Decimal(1250)],
)
def test_money_is_read_in_every_usual_form(given: object) -> None:
    assert MONEY.read(given) == Decimal("1250.00")


@pytest.mark.parametrize(
    "given", ["1.250,00", "12,50", "1,2,5", "1_000", "1e3", "+5", ",5", "1250.0.0"]
)
def test_money_written_ambiguously_is_refused_and_not_guessed(given: str) -> None:
    with pytest.raises(ValueError, match="不是数字"):
        MONEY.read(given)


def test_a_sum_of_floats_that_is_no_amount_is_refused() -> None:
    with pytest.raises(ValueError, match="小数点后最多 2 位"):
        MONEY.read(0.1 + 0.2)


@pytest.mark.parametrize("given", ["-1", "-0.01", "99999999999", 1e300, float("nan")])
def test_money_out_of_range_is_refused_with_the_range(given: object) -> None:
    with pytest.raises(ValueError, match="应在 0 到"):
        MONEY.read(given)


@pytest.mark.parametrize("given", ["1,000", "１０００", 1000, 1000.0])
def test_a_count_is_read_in_every_usual_form(given: object) -> None:
    assert Count().read(given) == 1000


@pytest.mark.parametrize("given", ["1,00", "10,00", "1_000", "3.0"])
def test_a_count_written_ambiguously_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="不是整数"):
        Count().read(given)
