"""The county judges each office by that office's own days off and numbers."""

from datetime import date, datetime

from db.drafts import Draft
from db.ledger import Ledger
from db.ledger.review import review
from db.records import record_type
from db.rules.parameters import AGENTS_MOST
from db.store import Store
from tests.db.exchange.world import COUNTY, OFFICE, OTHER, World

TODAY = date(2026, 3, 16)


def put(store: Store, type_name: str, **content: object) -> Draft:
    """Save a record as it comes, without its checks."""
    draft = Draft.new(record_type(type_name))
    assert draft.take(content) == []
    with store.change() as scope:
        scope.save(draft)
    return draft


def allow(store: Store, agents: int) -> None:
    """Let a party have so many agents."""
    put(store, "rule_setting", parameter="agents_most", value=agents, source="示范办法")


def three_agents(store: Store) -> Draft:
    """Enter a case in which a party has three agents."""
    agents = [{"principal": "赵小满", "name": name} for name in ("周敏", "吴静", "郑明")]
    parties = [{"side": "1", "name": "赵小满"}, {"side": "2", "name": "郭顺河"}]
    committee = put(store, "committee", name="甲村人民调解委员会", kind="01").id
    return put(
        store, "mediation_case", accepted_on="2026-03-02", dispute_type="2", source="1",
        committee=committee, parties=parties, agents=agents,
    )  # fmt: skip


def test_each_office_is_judged_by_its_own_numbers(world: World) -> None:
    other = world.other_office()
    allow(world.office, 3)
    allow(other, 2)
    lenient, strict = three_agents(world.office), three_agents(other)
    world.round()
    world.round(other)

    numbers = {
        code: world.county.look(TODAY, code).number(AGENTS_MOST) for code in (OFFICE, OTHER, COUNTY)
    }
    assert numbers == {OFFICE: 3, OTHER: 2, COUNTY: AGENTS_MOST.shipped}
    found = {one.where for one in review(world.county, TODAY)}
    assert str(strict.id) in found
    assert str(lenient.id) not in found
    ledger = Ledger(world.county, lambda: datetime(2026, 3, 16, 9))  # noqa: DTZ001
    assert "K3" not in {one.rule for one in ledger.problems_of(lenient.id, "mediation_case")}
    assert "K3" in {one.rule for one in ledger.problems_of(strict.id, "mediation_case")}


def test_the_county_itself_counts_by_its_own_days_off(world: World) -> None:
    put(world.office, "holiday", day="2026-03-17", kind="休假")
    world.round()
    assert not world.county.look(TODAY).terms.calendar.is_day_off(date(2026, 3, 17))
    assert world.county.look(TODAY, OFFICE).terms.calendar.is_day_off(date(2026, 3, 17))
