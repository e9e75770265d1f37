"""The county counts its offices side by side, each as the office counts itself."""

from db.periods import Period
from db.statistics import cases
from db.store import Store
from tests.db.exchange.world import OFFICE, OTHER, World, add_case


def closed_case(office: Store, number: str, result: str) -> None:
    """Add a closed case with two parties."""
    add_case(
        office, number, "王小明", "李小红", accepted_on="2026-01-05", closed_on="2026-02-10",
        result=result, dispute_type="邻里纠纷", source="依申请调解",
    )  # fmt: skip


def test_the_county_has_a_row_per_office_equal_to_the_offices_total(world: World) -> None:
    other = world.other_office()
    for number in range(3):
        closed_case(world.office, f"〔2026〕A{number}", "调解成功")
    closed_case(other, "〔2026〕B1", "调解不成功")
    world.round()
    world.round(other)
    period = Period.parse("2026")
    table = cases.compute(world.county, period)
    by_key = {row.key: [cell.value for cell in row.cells] for row in table.rows}
    for office in (world.office, other):
        own = cases.compute(office, period)
        total = next(row for row in own.rows if row.key == cases.ALL)
        assert by_key[office.code] == [cell.value for cell in total.cells]
    units = [row.key for row in table.rows if row.kind == "unit"]
    assert units == [OFFICE, OTHER]
    assert by_key[OFFICE][0] == 3
    assert by_key[cases.ALL][0] == 4
