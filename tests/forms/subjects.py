"""Example subjects for papers: invented people, one builder per record type.

Each builder gives nested plain values as `db.ledger.Subject` does and takes what matters to a
test as keywords. ID numbers have the area 410199, which no one lives in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from db.identity import id_number_fault
from tests.forms.words import FACTS, TERMS


@dataclass(frozen=True)
class Example:
    """A subject as forms see it."""

    type_name: str
    values: dict[str, Any]


def record(kind: str, title: str, /, **values: Any) -> dict[str, Any]:
    """The nested values of one record."""
    made = str(uuid5(NAMESPACE_OID, f"{kind} {title}"))
    return {"id": made, "type": kind, "title": title, **values}


def identity_number(born: date, order: int) -> str:
    """An identity number of the unused area with a right check digit."""
    body = f"410199{born:%Y%m%d}{order:03d}"
    return next(body + sign for sign in "0123456789X" if id_number_fault(body + sign) is None)


def person(name: str = "刘玉珍", **more: Any) -> dict[str, Any]:
    """A person with everything the rosters print."""
    values: dict[str, Any] = {
        "name": name,
        "sex": "2",
        "born_on": date(1972, 8, 15),
        "nation": "01",
        "politics": "01",
        "education": "60",
        "occupation": "村妇联主席",
        "phone": "13900000021",
        "address": "河阳县枫桥镇东河村3组",
        "id_number": identity_number(date(1972, 8, 15), 22),
        **more,
    }
    return record("person", name, **values)


def committee(**more: Any) -> dict[str, Any]:
    """A village committee."""
    values: dict[str, Any] = {
        "name": "枫桥镇东河村人民调解委员会",
        "kind": "01",
        "number": "TJ410199001",
        "short_code": "枫东",
        "founder": "枫桥镇东河村村民委员会",
        "founded_on": date(2011, 5, 6),
        "head": "陈国栋",
        "phone": "0371-60000021",
        "address": "枫桥镇东河村党群服务中心一楼",
        "postcode": "450199",
        "seal_in_use": "2011年5月启用",
        "place": "东河村调解室",
        "filing_event": "2",
        **more,
    }
    return record("committee", values["name"], **values)


def party(name: str, side: str = "1", **more: Any) -> dict[str, Any]:
    """A natural person as a party."""
    born = date(1968, 4, 19)
    values: dict[str, Any] = {
        "name": name,
        "side": side,
        "kind": "01",
        "sex": "2" if side == "1" else "1",
        "nation": "01",
        "born_on": born,
        "age": None,
        "id_number": identity_number(born, 31),
        "occupation": "务农",
        "contact": "13900000031",
        "address": "河阳县枫桥镇东河村3组27号",
        **more,
    }
    return record("party", name, **values)


def organisation(name: str, side: str = "2", **more: Any) -> dict[str, Any]:
    """An organisation as a party."""
    values: dict[str, Any] = {
        "kind": "02",
        "sex": None,
        "nation": None,
        "born_on": None,
        "id_number": None,
        "credit_code": "91410100MA00000000",
        "occupation": None,
        "legal_head": "周𣗋",
        "head_post": "总经理",
        "contact": "0371-60000055",
        "address": "河阳县产业集聚区纬三路8号",
        **more,
    }
    return party(name, side, **values)


def agreement(**more: Any) -> dict[str, Any]:
    """A written agreement."""
    values: dict[str, Any] = {
        "number": "（2026）枫东人调字第012号",
        "form": "2",
        "facts": FACTS,
        "terms": TERMS,
        "performance": "孙𬭎于签订本协议时当场支付赔偿款，2026年3月31日前拆除围墙。",
        "copies": 3,
        "agreed_on": date(2026, 3, 18),
        "amount": Decimal("1200.00"),
        **more,
    }
    return record("agreement", values["number"], **values)


def mediator(name: str = "刘玉珍", **more: Any) -> dict[str, Any]:
    """An engagement of a mediator."""
    values: dict[str, Any] = {
        "person": person(name),
        "committee": committee(),
        "number": "TJY41019900021",
        "post": "02",
        "full_part_time": "02",
        "origin": "01",
        "grade": None,
        "engaged_on": date(2024, 6, 1),
        "ends_on": date(2027, 5, 31),
        "letter_number": "枫东聘〔2024〕3号",
        "letter_on": date(2024, 6, 1),
        "card_number": "4101990021",
        "training_hours": Decimal("24.0"),
        **more,
    }
    return record("mediator", name, **values)


def case(**more: Any) -> dict[str, Any]:
    """A neighbours' dispute that was settled in writing."""
    values: dict[str, Any] = {
        "number": "（2026）枫东人调字第012号",
        "committee": committee(),
        "mediators": [mediator("刘玉珍"), mediator("陈国栋")],
        "accepted_on": date(2026, 3, 10),
        "registrar": "刘玉珍",
        "parties": [party("赵桂兰", "1"), party("孙𬭎", "2")],
        "agents": [],
        "source": "1",
        "dispute_type": "2",
        "summary": FACTS,
        "mediated_on": date(2026, 3, 12),
        "mediated_until": date(2026, 3, 18),
        "agreements": [agreement()],
        "volume_number": None,
        "volume_name": "赵桂兰与孙𬭎邻里纠纷",
        "filed_by": "刘玉珍",
        "filed_on": date(2026, 4, 2),
        "retention": "2",
        "remarks": None,
        **more,
    }
    return record("mediation_case", values["volume_name"], **values)


def member(name: str, post: str = "02", **more: Any) -> dict[str, Any]:
    """A member of a committee's term."""
    values: dict[str, Any] = {
        "person": person(name),
        "post": post,
        "full_part_time": "02",
        "origin": "01",
        "since": date(2024, 6, 1),
        **more,
    }
    return record("committee_member", name, **values)


def term(**more: Any) -> dict[str, Any]:
    """The current term of a committee with five members."""
    names = ["陈国栋", "刘玉珍", "马志强", "王㛃", "李秀英"]
    values: dict[str, Any] = {
        "committee": committee(),
        "ordinal": 5,
        "starts_on": date(2024, 6, 1),
        "ends_on": date(2027, 5, 31),
        "election_way": "02",
        "elected_on": date(2024, 5, 20),
        "members": [
            member(name, {0: "03", 1: "04"}.get(place, "02")) for place, name in enumerate(names)
        ],
        **more,
    }
    return record("committee_term", "东河村调委会第5届", **values)


def village(name: str = "东河村") -> dict[str, Any]:
    """A village."""
    return record("village", name, name=name, kind="1", number="410199101201")


def consultant(name: str = "吴𬀩", **more: Any) -> dict[str, Any]:
    """A legal consultant."""
    values: dict[str, Any] = {
        "person": person(name, sex="1"),
        "kind": "01",
        "firm": "河南枫桥律师事务所",
        "licence": "14101202010000001",
        "phone": "13900000066",
        **more,
    }
    return record("consultant", name, **values)


def contract(**more: Any) -> dict[str, Any]:
    """A consultant's contract with two villages."""
    values: dict[str, Any] = {
        "number": "枫法顾〔2026〕2号",
        "kind": "2",
        "consultant": consultant(),
        "villages": [village("东河村"), village("西塘社区")],
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2026, 12, 31),
        "chat_group": "东河村法律服务群",
        **more,
    }
    return record("consultant_contract", values["number"], **values)


def log(day: int = 12, **more: Any) -> dict[str, Any]:
    """One service of a consultant."""
    values: dict[str, Any] = {
        "number": f"RZ2026-03{day:02d}",
        "consultant": consultant(),
        "village": village(),
        "served_on": date(2026, 3, day),
        "starts_at": time(9, 0),
        "ends_at": time(11, 30),
        "minutes": 150,
        "way": "01",
        "kind": "01",
        "place": "东河村公共法律服务工作室",
        "target": "赵桂兰等",
        "people": 4,
        "target_kinds": ("01",),
        "content": "村民咨询宅基地通道被占用后如何主张相邻权，以及证据怎样保存。",
        "outcome": "说明民法典第二百八十八条、第二百九十一条的规定，建议先由村调委会调解。",
        "mediator": mediator(),
        "related": "（2026）枫东人调字第012号",
        **more,
    }
    return record("service_log", f"2026-03-{day:02d}", **values)


def place(name: str = "枫桥镇东河村公共法律服务工作室", **more: Any) -> dict[str, Any]:
    """A public legal service room."""
    values: dict[str, Any] = {
        "name": name,
        "level": "2",
        "village": village(),
        "host": "06",
        "address": "枫桥镇东河村党群服务中心一楼",
        "street_level": True,
        "area": Decimal("28.50"),
        "head": "陈国栋",
        "phone": "0371-60000021",
        "staff": [person("刘玉珍"), person("王㛃")],
        "law_firm": "河南枫桥律师事务所",
        "open_hours": "工作日8:30—17:30",
        "built_on": date(2018, 11, 20),
        "plate": True,
        "board": True,
        **more,
    }
    return record("legal_service_place", name, **values)


def subject(values: dict[str, Any]) -> Example:
    """The subject of a record's nested values."""
    return Example(values["type"], values)
