"""The examined ledger: the sixty cases, entered once for all tests by commands."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.acceptance.dossier_words import Content, Form
from tests.acceptance.dossiers import the_dossiers
from tests.acceptance.mapping import Dictionary, case_content
from tests.acceptance.neutral import Mediator
from tests.acceptance.program import Program, new_ledger
from tests.acceptance.township import Township, the_township


@dataclass(frozen=True)
class Examined:
    """The examiner's township, the program that holds it, and the ids it gave."""

    program: Program
    book: Dictionary
    township: Township
    ids: dict[str, str]


@dataclass(frozen=True)
class Dossiered:
    """The whole case files as the examiner wrote them, and their ids in the program."""

    made: Examined
    cases: list[Content]
    ids: list[str]

    def form(self, case: Content, profile: str) -> Form:
        """Give what a paper of a case takes from elsewhere."""
        ref = {given: own for own, given in self.made.ids.items()}
        mediators = [self.made.township.mediator(ref[one]).name for one in case["人民调解员"]]
        body = self.made.township.body(ref[case["人民调解委员会"]]).name
        return Form(profile == "local", body, tuple(mediators))


@pytest.fixture(scope="session")
def examined(tmp_path_factory: pytest.TempPathFactory) -> Examined:
    """Enter the whole township by commands, cases half by labels and half by names."""
    program = new_ledger(tmp_path_factory.mktemp("examined"))
    made = Examined(program, Dictionary(program), the_township(), {})
    _enter_bodies(made)
    _enter_mediators(made)
    for by_name in (False, True):
        chosen = [case for at, case in enumerate(made.township.quarrels) if bool(at % 2) is by_name]
        given = [case_content(made.book, one, made.ids, by_name=by_name) for one in chosen]
        added = program.add("mediation_case" if by_name else "case", given)
        made.ids.update(zip((one.ref for one in chosen), added, strict=True))
    return made


def _enter_bodies(made: Examined) -> None:
    villages = made.book.words("村（社区）")
    bodies = made.book.words("人民调解委员会")
    township = made.township
    made.ids.update(
        zip(
            township.villages,
            made.program.add(
                villages.name,
                [
                    villages(
                        {"村（社区）名称": one, "类别": "行政村" if one[-1] == "村" else "城市社区"}
                    )
                    for one in township.villages
                ],
            ),
            strict=True,
        )
    )
    given = [
        bodies(
            {
                "调委会名称": one.name,
                "调委会类型": one.kind,
                "行专调委会类型": one.trade,
                "调委会编码": f"410199000000{at:02d}",
                "所在村（社区）": one.village,
                "成立日期": one.founded.isoformat(),
                "状态": None if one.ended is None else "已撤销",
                "撤销日期": one.ended and one.ended.isoformat(),
                "联系电话": f"0371-6123450{at}",
                "设立单位": one.name.replace("人民调解委员会", ""),
            }
        )
        for at, one in enumerate(township.bodies)
    ]
    added = made.program.add(bodies.name, given)
    made.ids.update(zip((one.ref for one in township.bodies), added, strict=True))


def _enter_mediators(made: Examined) -> None:
    people = made.book.words("人员", by_name=True)
    posts = made.book.words("人民调解员")
    mediators = made.township.mediators
    persons = made.program.add(people.name, [people(_person(one)) for one in mediators])
    given = [
        posts(
            {
                "人员": person,
                "所属人民调解委员会": made.ids[one.body],
                "调委会职位": "主任" if one.full_time else "调委会委员",
                "专兼职": "专职" if one.full_time else "兼职",
                "产生方式": "推选",
                "聘用起始日期": one.since.isoformat(),
                "聘用截止日期": one.until.isoformat(),
                "聘书编号": f"清聘〔2023〕{at + 1}号",
                "聘书日期": one.since.isoformat(),
            }
        )
        for at, (one, person) in enumerate(zip(mediators, persons, strict=True))
    ]
    added = made.program.add(posts.name, given)
    for one, person, post in zip(mediators, persons, added, strict=True):
        made.ids[one.ref] = post
        made.ids[one.number] = person


def _person(one: Mediator) -> dict[str, object]:
    return {
        "姓名": one.name,
        "身份证号": one.number,
        "民族": one.nation,
        "政治面貌": "中国共产党党员",
        "文化程度": "大学专科毕业",
        "联系电话": one.phone,
    }


@pytest.fixture(scope="session")
def dossiered(tmp_path_factory: pytest.TempPathFactory) -> Dossiered:
    """Enter the sixty whole case files by labels, in a ledger of their own."""
    program = new_ledger(tmp_path_factory.mktemp("dossiers"))
    made = Examined(program, Dictionary(program), the_township(size=0), {})
    _enter_bodies(made)
    _enter_mediators(made)
    own: dict[str, list[str]] = {}
    for one in made.township.mediators:
        if made.township.body(one.body).ended is None:
            own.setdefault(made.ids[one.body], []).append(made.ids[one.ref])
    cases = the_dossiers(own)
    return Dossiered(made, cases, program.add("case", cases))
