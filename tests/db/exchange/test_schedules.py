"""Any order of editing, bundling, delivering, losing and repeating ends in agreement."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import exchange
from db.kinds import RecordId
from db.store import Store
from tests.conftest import FixedClock
from tests.db.exchange.world import (
    World,
    add_case,
    add_village,
    changes_in,
    edit,
    remove,
    totals,
)

OFFICES = st.integers(0, 1)
PICKS = st.integers(0, 50)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "case", "edit", "remove", "restore", "send", "take", "take", "receipt", "code"]
        ),
        OFFICES,
        PICKS,
    ),
    max_size=25,
)


@dataclass
class Schedule:
    """One run: two offices, their records, every bundle and receipt there ever was."""

    world: World
    offices: list[Store]
    records: list[list[RecordId]] = field(default_factory=lambda: [[], []])
    sent: list[list[tuple[Path, int]]] = field(default_factory=lambda: [[], []])
    receipts: list[list[exchange.Taken]] = field(default_factory=lambda: [[], []])
    applied: list[int] = field(default_factory=lambda: [0, 0])
    names: int = 0

    def step(self, what: str, who: int, pick: int) -> None:
        """Do one step, if it can be done now."""
        office, known = self.offices[who], self.records[who]
        one = known[pick % len(known)] if known else None
        self.names += 1
        if what == "add":
            known.append(add_village(office, f"村{self.names}"))
        elif what == "case":
            add_case(office, f"〔2026〕{self.names}", *(f"当事人{n}" for n in range(pick % 4)))
        elif what == "edit" and one and office.get("village", one):
            edit(office, "village", one, name=f"村{self.names}", number=f"{pick:03d}")
        elif what == "remove" and one:
            remove(office, "village", one)
        elif what == "restore" and one:
            with office.change() as scope:
                scope.restore("village", one)
        elif what == "send":
            self.send(who)
        elif what == "take" and self.sent[who]:
            self.deliver(who, pick)
        elif what in ("receipt", "code") and self.receipts[who]:
            taken = self.receipts[who][pick % len(self.receipts[who])]
            word = taken.receipt_code if what == "code" else str(taken.receipt)
            exchange.take_receipt(office, word)

    def send(self, who: int) -> None:
        """Make a bundle; it may be delivered now, later, often or never."""
        made = exchange.make_bundle(self.offices[who], self.world.county.code, self.world.stick)
        self.sent[who].append((made.file, made.changes))

    def deliver(self, who: int, pick: int) -> None:
        """Let the county look at a bundle and take it."""
        file, changes = self.sent[who][pick % len(self.sent[who])]
        seen = exchange.look(self.world.county, file)
        taken = exchange.take(self.world.county, file)
        assert taken.counts == seen.counts
        assert taken.counts.total == changes
        assert taken.counts.held == taken.counts.conflict == taken.counts.refused == 0
        self.applied[who] += taken.counts.applied
        self.receipts[who].append(taken)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(steps=STEPS)
def test_every_schedule_ends_in_agreement(steps: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder), FixedClock())
        run = Schedule(world, [world.office, world.other_office()])
        for what, who, pick in steps:
            run.step(what, who, pick)
        for who, office in enumerate(run.offices):
            run.send(who)
            run.deliver(who, -1)
            assert totals(world.county, office.code) == totals(office, office.code)
            assert run.applied[who] == changes_in(office)
        assert changes_in(world.county) == sum(run.applied)
        assert world.county.check() == []
        for store in (world.county, *run.offices):
            store.close()
