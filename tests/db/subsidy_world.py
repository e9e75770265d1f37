"""A small township whose cases are paid by the case: committees, mediators, random cases."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from db.kinds import RecordId
from db.ledger import Added, Ledger

Given = dict[str, Any]

STANDARDS: tuple[Given, ...] = (
    {"grade": "1", "level": "0", "amount": "50", "valid_from": "2025-01-01"},
    {"grade": "2", "level": "1", "amount": "80", "valid_from": "2025-01-01"},
    {"grade": "2", "level": "2", "amount": "100", "valid_from": "2025-01-01"},
    {"grade": "2", "level": "0", "amount": "60", "valid_from": "2025-01-01"},
    {
        "grade": "3",
        "level": "0",
        "amount": "150",
        "valid_from": "2025-01-01",
        "valid_until": "2025-12-31",
    },
    {"grade": "3", "level": "0", "amount": "180", "valid_from": "2026-01-01"},
    {"grade": "4", "level": "0", "amount": "300", "valid_from": "2025-01-01", "most": "400"},
    {
        "grade": "4",
        "level": "0",
        "mediator_grade": "01",
        "amount": "500",
        "valid_from": "2025-01-01",
    },
    {"grade": "5", "level": "0", "amount": "30", "valid_from": "2025-10-01"},
    {"grade": "6", "level": "0", "amount": "40", "valid_from": "2025-01-01", "unsuccessful": "是"},
)
CRITERIA: tuple[Given, ...] = (
    {"grade": "4", "measure": "01", "least": 10},
    {"grade": "4", "measure": "02", "least": 100_000},
    {"grade": "4", "measure": "03", "least": 80_000},
    {"grade": "4", "measure": "04", "least": 5, "dispute_types": ["10"]},
    {"grade": "4", "measure": "05", "least": 3, "dispute_types": ["6", "11"]},
    {"grade": "4", "measure": "06"},
    {"grade": "4", "measure": "07", "forecasts": ["3", "4", "5"]},
    {"grade": "4", "measure": "08", "averted": ["2", "3", "4"]},
    {"grade": "4", "measure": "09"},
    {"grade": "3", "measure": "10", "difficulties": ["4"]},
    {"grade": "1", "measure": "10", "difficulties": ["1"]},
    {"grade": "6", "measure": "08", "averted": ["1", "2", "3", "4"]},
    {"grade": "4", "measure": "10", "difficulties": ["2"], "active": "否"},
)
IDENTITY: Given = {"item": "03", "title": "身份证复印件", "pages": 2}
"""The one required piece of a volume that no printed form is."""
KINDS = ("01", "03", "06")
PEOPLE: tuple[Given, ...] = (
    {"grade": "03"},
    {"grade": "01"},
    {"grade": "02", "official": True},
    {"grade": "02", "engaged_on": "2025-12-01"},
    {"grade": "02", "number": None},
    {"grade": "02", "ends_on": "2025-10-31"},
)
"""Two mediators per committee; what is unlike the usual of each."""


def add(ledger: Ledger, type_name: str, content: Given) -> RecordId:
    """Add one record and give its id; a refusal fails the test."""
    (done,) = ledger.add_many(type_name, [(1, content)])
    assert isinstance(done, Added), done
    return done.id


class SubsidyWorld:
    """The ledger, and what was given to it, by id."""

    def __init__(self, ledger: Ledger, *, paying: bool = True) -> None:
        self.ledger = ledger
        self.cases: dict[RecordId, Given] = {}
        self.mediators: dict[RecordId, Given] = {}
        self.committees: list[RecordId] = []
        village = add(ledger, "village", {"name": "柳河村", "kind": "行政村"})
        for place, kind in enumerate(KINDS):
            self.committees.append(self._committee(village, place, kind))
        for place, more in enumerate(PEOPLE):
            self._mediator(place, more)
        for type_name, records in (
            ("subsidy_standard", STANDARDS),
            ("grading_criterion", CRITERIA),
        ):
            for one in records if paying else ():
                add(ledger, type_name, one)

    def _committee(self, village: RecordId, place: int, kind: str) -> RecordId:
        trade = {"trade_kind": "99"} if kind == "06" else {}
        content = {
            "name": f"第{place}调委会",
            "kind": kind,
            "number": f"C{place}",
            "village": village,
        }
        return add(self.ledger, "committee", {**content, **trade})

    def _mediator(self, place: int, more: Given) -> None:
        person: Given = {"name": f"调解员{place}", "born_on": "1970-01-01"}
        if more.get("official"):
            person["occupation_identity"] = "01"
        content: Given = {
            "person": add(self.ledger, "person", person),
            "committee": self.committees[place // 2],
            "number": f"M{place}",
            "origin": "02",
            "engaged_on": "2025-01-01",
            **{name: value for name, value in more.items() if name != "official"},
        }
        made = add(self.ledger, "mediator", content)
        self.mediators[made] = {**content, "official": bool(more.get("official")), "place": place}

    def of_committee(self, place: int) -> list[RecordId]:
        """Give the mediators of a committee."""
        return [one for one, given in self.mediators.items() if given["place"] // 2 == place]

    def add_case(self, **changes: Any) -> RecordId:
        """Add a case of the first committee that may be paid, changed as said."""
        number = len(self.cases) + 1
        day = changes.get("closed_on", "2026-01-20")
        given: Given = {
            "number": f"（2026）人调字第{number:03d}号",
            "committee": self.committees[0],
            "mediators": self.of_committee(0)[:1],
            "accepted_on": day,
            "source": "1",
            "dispute_type": "2",
            "summary": "院墙滴水，发生争执。",
            "people_involved": 2,
            "rights_told_on": day,
            "mediated_on": day,
            "closed_on": day,
            "minutes": "经过劝导，双方和解。",
            "result": "1",
            "form": "2",
            "parties": [{"side": "1", "name": "赵长河"}, {"side": "2", "name": "钱守信"}],
            "agreements": [agreement(day)],
            "attachments": [IDENTITY],
            "filed_on": "2026-03-01",
            **changes,
        }
        given = {name: value for name, value in given.items() if value is not None}
        made = add(self.ledger, "mediation_case", given)
        self.cases[made] = given
        return made

    def add_random(self, rng: Random) -> RecordId:
        """Add a case with everything that grading and paying look at drawn by lot."""
        place = rng.randrange(3)
        mediators = rng.sample(self.of_committee(place), rng.choice((1, 1, 2)))
        day = (date(2025, 7, 1) + timedelta(days=rng.randrange(250))).isoformat()
        form = rng.choice("1222")
        worth = rng.choice((None, 500, 20_000, 79_999, 80_000, 99_999, 100_000, 300_000))
        failed = rng.random() < 0.12
        papers = [agreement(day, form=form, rng=rng) for _ in range(rng.choice((0, 1, 1, 1, 1, 2)))]
        return self.add_case(
            committee=self.committees[place],
            mediators=mediators,
            closed_on=day,
            dispute_type=rng.choice(("2", "6", "10", "11")),
            source=rng.choices(("1", "6"), (20, 1))[0],
            assigned_by="县领导" if rng.random() < 0.04 else None,
            difficulty=rng.choice((None, "1", "2", "2", "3", "4")),
            forecast=rng.choices(("1", "2", "3", "4"), (30, 1, 1, 1))[0],
            averted=[rng.choice("1234")] if rng.random() < 0.1 else None,
            people_involved=rng.choice((None, 2, 4, 5, 9, 10, 12)),
            amount=None if worth is None else f"{worth}.00",
            death="是" if rng.random() < 0.03 else None,
            injured=rng.choice((None, None, 2, 3)),
            result="2" if failed else "1",
            form=None if failed else form,
            agreements=None if failed else papers,
            summary="院墙滴水。" if rng.random() < 0.97 else None,
            rights_told_on=day if rng.random() < 0.97 else None,
            minutes="双方和解。" if rng.random() < 0.97 else None,
            attachments=[IDENTITY] if rng.random() < 0.97 else None,
            volume_note="原件已退还当事人。" if rng.random() < (0.85 if failed else 0.03) else None,
            filed_on="2026-03-10" if rng.random() < 0.9 else None,
            voided="是" if rng.random() < 0.03 else None,
            void_reason="重复登记",
        )


def agreement(day: str, *, form: str = "2", rng: Random | None = None) -> Given:
    """Give an agreement that was performed; with ``rng``, one that perhaps was not."""
    lucky = rng is None or rng.random() < 0.88
    made: Given = {
        "form": form,
        "terms": "一、改建滴水檐。",
        "agreed_on": day,
        "performance_state": "1" if lucky else "99",
        "amount": "1250.00" if rng is None else rng.choice(("0", "40000.00", "80000.00")),
    }
    if form == "2":
        made |= {"parties_signed_on": day, "mediator_signed_on": day}
        if rng is None or rng.random() < 0.96:
            made["sealed_on"] = day
    return made
