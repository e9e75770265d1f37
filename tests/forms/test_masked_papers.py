"""No original name, number, telephone or address is left on any paper of a masked case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, cast

import pytest

from db.ledger import Subject
from db.ledger.masking import MARK, masked_together
from db.records import record_type
from forms.catalogue import lay_out, papers_for
from forms.plan import Box, Plan, TextRun
from tests.forms.reading import squeezed, text_of

TODAY = date(2026, 4, 2)
CASES = 300
SURNAMES = ("赵", "钱", "孙", "欧阳", "司马", "诸葛", "尉迟", "冯", "褚", "卫", "赵", "赵")
GIVEN = "磊婷浩琳鹏颖旭瑶晗煜昊萱梓睿璐宸"
VILLAGES = ("柳河村", "石桥村", "杏花岭村", "枣园社区", "八里屯")
FIRMS = ("宏达建材有限公司", "丰源贸易有限责任公司", "禾兴种植专业合作社", "顺发汽修厂")


@dataclass
class Told:
    """A generated case and every word that may not be left of it."""

    values: dict[str, Any]
    secrets: list[str] = field(default_factory=list[str])


class Maker:
    """Makes cases in which every kind of text tells names, numbers and addresses."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.secrets: list[str] = []
        self.village = self.rng.choice(VILLAGES)

    def secret(self, text: str) -> str:
        """A text that may not be left."""
        self.secrets.append(text)
        return text

    def name(self) -> str:
        """A person's name."""
        given = "".join(self.rng.sample(GIVEN, self.rng.choice((1, 2, 2))))
        if self.rng.random() < 0.08:
            return self.secret(f"阿{given}古丽·买{given}提")
        return self.secret(self.rng.choice(SURNAMES) + given)

    def digits(self, count: int) -> str:
        """So many digits."""
        return "".join(self.rng.choices("123456789", k=count))

    def phone(self) -> str:
        """A telephone number, mobile or not."""
        return self.secret(self.rng.choice(("138" + self.digits(8), "0371-6" + self.digits(7))))

    def address(self) -> str:
        """An address with group and house."""
        return self.secret(
            f"示范县青石镇{self.village}{self.rng.choice('一二三四')}组{self.digits(2)}号"
        )

    def born(self) -> date:
        """A birth day, which may not be told."""
        day = date(1950, 1, 1) + timedelta(days=self.rng.randrange(18000))
        self.secret(f"{day.year}年{day.month}月{day.day}日")
        self.secret(f"{day.year}年{day.month}月")
        return day

    def record(self, type_name: str, **values: Any) -> dict[str, Any]:
        """The nested values of a record."""
        kind = record_type(type_name)
        empty: dict[str, Any] = {f.name: [] if f in kind.row_fields else None for f in kind.fields}
        title = str(values.get(kind.title[0]) or "")
        return {"id": f"0195a000-0000-7000-8000-{self.rng.randrange(16**12):012x}", "type": type_name,
                "title": title, **empty, **values}  # fmt: skip

    def party(self, side: str) -> dict[str, Any]:
        """A party: a person, or now and then an organisation."""
        if self.rng.random() < 0.25:
            firm = self.secret(self.rng.choice(("青石镇", "")) + self.rng.choice(FIRMS))
            code = self.secret("91410199MA" + self.digits(8))
            return self.record("party", side=side, kind="02", name=firm, credit_code=code,
                               legal_head=self.name(), contact=self.phone(), address=self.address())  # fmt: skip
        born = self.born()
        number = self.secret(f"410199{born:%Y%m%d}{self.digits(4)}")
        return self.record("party", side=side, kind="01", name=self.name(), id_number=number, born_on=born,
                           sex="1", nation="01", contact=self.phone(), address=self.address())  # fmt: skip

    def tale(self, people: list[dict[str, Any]]) -> str:
        """A narrative that tells all there is to tell."""
        one, other = self.rng.sample(people, 2) if len(people) > 1 else (people[0], people[0])
        said = [
            f"{one['name']}与{other['name']}系邻居，{one['name']}住{one['address']}，电话{one['contact']}。",
            f"{other['name']}称其身份证号为{other['id_number'] or other['credit_code']}。",
            f"双方在{self.village}{self.rng.choice('五六七')}组因滴水争执，车牌{self.secret('豫A' + self.digits(5))}受损。",
            f"账号{self.secret('6222' + self.digits(15))}，协议见{self.number('人调字')}。",
        ]
        if one["born_on"]:
            said.append(f"{one['name']}，{one['born_on']:%Y年%-m月%-d日}出生。")
        self.rng.shuffle(said)
        return "".join(said)

    def number(self, words: str) -> str:
        """An official number."""
        return self.secret(f"（2026）柳{words}第{self.rng.randrange(10, 900)}号")

    def case(self) -> Told:
        """A case with everything filled in that papers print."""
        parties = [
            self.party(side) for side in ("1", "2", *self.rng.sample("12", self.rng.randrange(2)))
        ]
        person = self.record("person", name=self.name())
        mediator = self.record("mediator", person=person)
        mediator["title"] = f"{person['name']} 调委会"
        village = self.record("village", name=self.secret(self.village))
        committee = self.record(
            "committee",
            name=f"示范县青石镇{self.village}人民调解委员会",
            short_code="柳",
            village=village,
        )
        tell = lambda: self.tale(parties)  # noqa: E731 - the same narrative for every long text
        agreement = self.record(
            "agreement", number=self.number("人调协字"), form="2", facts=tell(), terms=tell(), performance=tell(),
            agreed_on=date(2026, 1, 20), recorder=self.name(), copies=3,
        )  # fmt: skip
        inquiry = self.record("inquiry", subject=self.name(), investigator=self.name(), content=tell(),
                              held_on=date(2026, 1, 16), participants=self.name(), place=f"{self.village}调解室")  # fmt: skip
        session = self.record("mediation_session", minutes=tell(), participants=self.name(), mediators=[mediator],
                              held_on=date(2026, 1, 20), recorder=self.name())  # fmt: skip
        visit = self.record("follow_up", person=parties[0]["name"], findings=tell(), visitor=self.name(),
                            reason=tell(), visited_on=date(2026, 2, 1), agreement_number=agreement["number"])  # fmt: skip
        notice = self.record("case_notice", kind="1", number=self.secret("柳受〔2026〕37号"), addressee=parties[0]["name"],
                             issued_on=date(2026, 1, 13), received_by=self.name(), reason_note=tell())  # fmt: skip
        exhibit = self.record("attachment", title=f"{parties[0]['name']}的照片", proves=tell(), item="07",
                              provided_by=parties[0]["name"], pages=2)  # fmt: skip
        agent = self.record("agent", principal=parties[0]["name"], name=self.name(), contact=self.phone(),
                            address=self.address(), kind="04", powers=("1",))  # fmt: skip
        number = self.number("人调字")
        values = self.record(
            "mediation_case", number=number, committee=committee, mediators=[mediator], parties=parties, agents=[agent],
            summary=tell(), requests=tell(), focus=tell(), minutes=tell(), remarks=tell(), volume_note=tell(),
            registrar=self.name(), recorder=self.name(), filed_by=self.name(), reviewed_by=self.name(),
            participants=f"{self.name()}（邻居）", place=f"{self.village}调解室", occurred_at=self.address(),
            village=village, accepted_on=date(2026, 1, 13), applied_on=date(2026, 1, 12), mediated_on=date(2026, 1, 20),
            dispute_type="2", source="1", result="1", form="2", closed_on=date(2026, 1, 20), handler_opinion=tell(),
            review_opinion=tell(), inquiries=[inquiry], sessions=[session], agreements=[agreement],
            follow_ups=[visit], notices=[notice], attachments=[exhibit], interpreter=self.name(), retention="2",
            volume_name=f"{parties[0]['name']}与{parties[1]['name']}邻里纠纷", termination_note=tell(),
        )  # fmt: skip
        values["title"] = f"{number} {values['volume_name']}"
        return Told(values, self.secrets)


def words_of(plan: Plan) -> str:
    """Every text the plan paints, and its title, without blanks."""
    runs = [one.text for page in plan.pages for one in page.items if isinstance(one, TextRun)]
    marks = [mark.title for mark in plan.bookmarks]
    return squeezed("".join([*runs, plan.title, *marks]))


def plans_of(
    values: dict[str, Any], profiles: tuple[str, ...] = ("national", "local")
) -> list[Plan]:
    [subject] = masked_together([Subject("mediation_case", values)])
    papers = [paper.name for paper in papers_for("mediation_case")]
    return [
        lay_out(name, [subject], profile=profile, mark=MARK, today=TODAY)
        for name in papers
        for profile in profiles
    ]


def left_of(told: Told, text: str) -> list[str]:
    return [secret for secret in told.secrets if squeezed(secret) in text]


@pytest.mark.parametrize("block", range(10))
def test_no_secret_is_left_on_any_paper(block: int) -> None:
    for seed in range(block * CASES // 10, (block + 1) * CASES // 10):
        told = Maker(seed).case()
        profile = "local" if seed % 5 == 0 else "national"
        for plan in plans_of(told.values, (profile,)):
            assert left_of(told, words_of(plan)) == [], (seed, plan.title)


def strings_in(value: object) -> list[str]:
    """Every text in nested values."""
    if isinstance(value, dict):
        return [
            text for one in cast("dict[str, object]", value).values() for text in strings_in(one)
        ]
    if isinstance(value, list):
        return [text for one in cast("list[object]", value) for text in strings_in(one)]
    return [value] if isinstance(value, str) else []


def test_no_secret_is_left_in_any_value_printed_or_not() -> None:
    for seed in range(CASES):
        told = Maker(seed).case()
        [subject] = masked_together([Subject("mediation_case", told.values)])
        assert left_of(told, squeezed("\n".join(strings_in(subject.values)))) == [], seed


def test_no_secret_is_left_in_the_text_of_the_pdf() -> None:
    for seed in range(4):
        told = Maker(seed).case()
        for plan in plans_of(told.values):
            text = text_of(plan)
            assert left_of(told, text) == []
            assert MARK in text
            assert "打印编号" not in text


def test_the_true_papers_tell_what_the_masked_ones_hide() -> None:
    told = Maker(1).case()
    subject = Subject("mediation_case", told.values)
    papers = [paper.name for paper in papers_for("mediation_case")]
    text = "".join(words_of(lay_out(name, [subject], today=TODAY)) for name in papers)
    assert len(left_of(told, text)) > 15


def test_a_masked_page_bears_no_code_that_leads_to_the_record() -> None:
    [subject] = masked_together([Subject("mediation_case", Maker(2).case().values)])
    true = lay_out("agreement", [subject], today=TODAY)
    public = lay_out("agreement", [subject], mark=MARK, today=TODAY)
    assert dark(true) > 100
    assert dark(public) == 0


def dark(plan: Plan) -> int:
    """How many filled boxes there are: the modules of a page code."""
    boxes = [one for page in plan.pages for one in page.items if isinstance(one, Box)]
    return sum(one.fill == 0.0 for one in boxes)
