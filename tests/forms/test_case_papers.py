"""What stands on the papers of a case for particular cases: sessions, requests, sides, switches."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from forms.blocks import PaperFault
from forms.catalogue import PaperRun, lay_out, lay_out_documents
from forms.declaration import compile_paper
from forms.layout import Sheet
from forms.numbered_items import split_items
from forms.plan import Rule, TextRun
from forms.profiles import Profile, read_profile, shipped_profile
from tests.forms import case_subjects as course
from tests.forms import subjects as make
from tests.forms.examples import SIX
from tests.forms.reading import TODAY, found_in_order, plan_of, text_of
from tests.forms.subjects import subject

SHEET_END = Sheet().height - Sheet().bottom


def text(paper: str, profile: str | Profile | None = None, **more: Any) -> str:
    case = subject(course.full_case(**more))
    return text_of(lay_out(paper, [case], profile=profile, today=TODAY))


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("返还押金", ["返还押金"]),
        ("返还押金\n赔礼道歉", ["返还押金", "赔礼道歉"]),
        ("1、返还押金；2、赔礼道歉", ["返还押金；", "赔礼道歉"]),
        ("一、返还押金\n二、赔礼道歉", ["返还押金", "赔礼道歉"]),
        ("（1）返还押金；（2）赔礼道歉。", ["返还押金；", "赔礼道歉。"]),
        ("1.赔偿1.5万元，2.道歉", ["赔偿1.5万元，", "道歉"]),
        ("①返还押金②道歉", ["返还押金", "道歉"]),
        ("①返还押金；②道歉", ["返还押金；", "道歉"]),
        ("1、拆除第3、5号围墙\n恢复原状\n2、道歉", ["拆除第3、5号围墙恢复原状", "道歉"]),
        ("1、墙归3、5号院，7、9号院让路；2、道歉", ["墙归3、5号院，7、9号院让路；", "道歉"]),
        ("3、道歉", ["3、道歉"]),
        ("1.5万元押金应予返还", ["1.5万元押金应予返还"]),
        ("十一、其他", ["十一、其他"]),
    ],
)
def test_what_is_asked_for_is_split_into_its_items(written: str, items: list[str]) -> None:
    assert split_items(written) == items


def test_twelve_items_keep_their_order() -> None:
    numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    written = "\n".join(f"{number}、事项" for number in numbers)
    assert split_items(written) == ["事项"] * 12


def test_more_than_three_requests_go_on_with_their_numbers() -> None:
    asked = "\n".join(f"第{n}件事" for n in "甲乙丙丁戊")
    expected = ["当事人申请事项：1、第甲件事", "2、第乙件事", "4、第丁件事", "5、第戊件事"]
    assert found_in_order(text("application", requests=asked), expected) is None


def test_a_numbered_request_is_printed_with_one_number() -> None:
    assert "申请事项：1、请求孙𬭎拆除围墙，恢复通道；2、请求赔偿误工费" in text("application")


def test_each_side_of_an_application_has_its_own_label() -> None:
    expected = ["申请人姓名赵桂兰", "申请人姓名买买提", "被申请人姓名河阳县枫桥镇第三", "当事人姓名诸葛明月"]  # fmt: skip
    found = text("application", parties=SIX)
    assert found_in_order(found, expected) is None
    assert found.count("申请人（签名盖章或按指印）") == 2


def test_a_session_prints_when_it_began_and_ended() -> None:
    one = course.session(held_on=date(2026, 1, 20), starts_at=time(14, 30), ends_at=time(16, 0))
    assert "时间2026年1月20日14时30分至16时00分地点" in text("mediation_record", sessions=[one])


def test_a_case_without_sessions_prints_its_own_course() -> None:
    found = text("mediation_record", sessions=[], minutes="双方当场和解。", participants="李秀英")
    expected = ["时间2026年3月12日至2026年3月18日", "东河村人民调解室", "赵桂兰", "孙𬭎", "参加人李秀英",
                "调解记录：双方当场和解。", "1、调解成功✓；2、调解不成；3、有待继续调解", "2026年3月12日"]  # fmt: skip
    assert found_in_order(found, expected) is None


def test_the_only_session_takes_what_it_lacks_from_the_case() -> None:
    bare = course.session(held_on=None, minutes=None, result=None, place=None)
    found = text("mediation_record", sessions=[bare], minutes="双方当场和解。")
    assert found_in_order(found, ["2026年3月12日14时30分", "双方当场和解。", "成功✓"]) is None


def test_one_session_among_several_takes_nothing_from_the_case() -> None:
    first = course.session(result="3", minutes="第一次未果。")
    second = course.session(result=None, minutes=None)
    found = text("mediation_record", sessions=[first, second], minutes="不该出现")
    assert "不该出现" not in found
    assert found.count("✓") == 1
    assert found.count("人民调解委员会已将人民调解的相关规定告知各方当事人。") == 2


def test_parties_present_stand_in_place_of_all_parties() -> None:
    one = course.session(parties_present="赵桂兰、孙𬭎之子孙明")
    found = text("mediation_record", sessions=[one], parties=SIX)
    assert "当事人赵桂兰、孙𬭎之子孙明参加人" in found
    assert "诸葛明月" not in found


def test_every_page_of_a_record_but_the_last_is_signed_at_its_foot() -> None:
    for paper, sign in (("mediation_record", "当事人（签名"), ("inquiry_record", "被调查人（签名")):
        *pages, last = plan_of(paper, "long").pages
        for page in pages:
            runs = [one for one in page.items if isinstance(one, TextRun)]
            below = max(one.y for one in runs if one.y < SHEET_END)
            assert any(one.text.startswith(sign) for one in runs if one.y == below)
        words = "".join(one.text for one in last.items if isinstance(one, TextRun))
        assert "（签名）" in words


@pytest.mark.parametrize(
    ("paper", "first", "second"), [("inquiry_record", 14, 17), ("mediation_record", 11, 14)]
)
def test_a_blank_record_has_as_many_rules_as_the_printed_one(
    paper: str, first: int, second: int
) -> None:
    counts: list[int] = []
    for page in plan_of(paper, "blank").pages:
        rules = [one for one in page.items if isinstance(one, Rule)]
        counts.append(len([one for one in rules if one.x2 - one.x1 > 440]))
    # The first line of the record begins behind its label.
    assert counts[0] + 1 >= first
    assert counts[1] == second


def test_the_investigator_is_named_once_among_those_present() -> None:
    one = course.inquiry(investigator="刘玉珍", participants="刘玉珍、陈国栋")
    assert "参加人刘玉珍、陈国栋被调查人" in text("inquiry_record", inquiries=[one])


def test_oral_and_written_agreements_go_onto_their_own_papers() -> None:
    both = [
        make.agreement(number="书1号"),
        make.agreement(number="口2号", form="1"),
        make.agreement(number="未3号", form=None),
    ]
    written, oral = (text(one, agreements=both) for one in ("agreement", "oral_agreement"))
    assert "书1号" in written
    assert "未3号" in written
    assert "口2号" not in written
    assert "口2号" in oral
    assert "书1号" not in oral
    for word in ("本协议一式", "当事人（签名", "记录人"):
        assert word not in oral


def test_a_visit_takes_number_and_reason_from_the_case() -> None:
    found = text("follow_up_record")
    expected = ["调解协议编号（2026）枫东人调字第012号", "回访事由赵桂兰与孙𬭎邻里纠纷", "枫桥镇东河村人民调解委员会"]  # fmt: skip
    assert found_in_order(found, expected) is None


def test_the_list_of_exhibits_has_nothing_but_exhibits() -> None:
    found = text("evidence_list")
    assert "1宅字〔1987〕第1164号土地证" in found
    assert "复印件2赵桂兰" in found
    assert "收条" not in found


def test_the_notice_is_signed_by_every_party() -> None:
    assert text("rights_notice", parties=SIX).count("当事人（签名盖章或按指印）：") == 6


SWITCHED = [
    ("application", "birth", "month", "出生年月1968年4月", "年龄57"),
    ("oral_agreement", "id_number", "yes", "身份证号：410199", "\0"),
    ("oral_agreement", "agent", "yes", "委托代理人王㛃", "\0"),
    ("application", "agent", "yes", "委托代理人王㛃", "\0"),
    ("case_cover", "cover_date", "one", "调解日期：2026年3月12日立卷人", "至2026年3月18日"),
    ("back_cover", "back_cover_title", "no", "立卷人：刘玉珍", "案卷封底"),
    ("case_registration", "opening", "short", "本人民调解委员会经当事人同意", "依当事人申请（"),
]


@pytest.mark.parametrize(("paper", "switch", "value", "there", "gone"), SWITCHED)
def test_a_switch_changes_the_paper(
    paper: str, switch: str, value: str, there: str, gone: str
) -> None:
    agent = make.record("agent", "王㛃", name="王㛃", principal="孙𬭎", contact="13900000077")
    more: dict[str, Any] = {
        "agents": [agent],
        "agreements": [make.agreement(), make.agreement(form="1")],
    }
    switched = read_profile("switched", f'[switches]\n{switch} = "{value}"\n')
    found, before = text(paper, switched, **more), text(paper, "national", **more)
    assert there in found
    assert gone not in found
    assert there not in before or switch == "back_cover_title"
    assert gone in before or gone == "\0"


def test_a_shared_piece_asks_for_its_words() -> None:
    paper = 'label = "试"\ntype = "mediation_case"\n[[block]]\nkind = "include"\nfile = "{}"\n'
    for name, complaint in (("party", "还要在 words 里写"), ("ghost", "没有共用的文书片段")):
        with pytest.raises(PaperFault, match=complaint):
            compile_paper("test", paper.format(name), shipped_profile(None))


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ({"sessions": [], "minutes": "双方当场和解。"}, 1),
        ({"sessions": [], "minutes": None}, 0),
        ({"sessions": [course.session(), course.session()]}, 2),
    ],
)
def test_a_volume_has_the_record_of_a_case_that_has_minutes_but_no_sessions(
    more: dict[str, Any], count: int
) -> None:
    run = PaperRun(shipped_profile(None), TODAY)
    made = lay_out_documents("mediation_record", subject(course.full_case(**more)), run)
    assert len(made) == count


def test_names_that_need_two_lines_leave_no_third_one_empty() -> None:
    def rules_above_company(present: str) -> int:
        case = course.full_case(sessions=[course.session(parties_present=present)])
        page = lay_out("mediation_record", [subject(case)], today=TODAY).pages[0]
        runs = {one.text: one.y for one in page.items if isinstance(one, TextRun)}
        below = next(y for text, y in runs.items() if text.startswith("参加人"))
        rules = [one for one in page.items if isinstance(one, Rule) and one.y1 < below]
        return len(rules)

    assert rules_above_company("赵桂兰") == rules_above_company("赵桂兰、" * 10 + "孙明")
