"""Which subjects each paper is tried with: typical, many parties, very long, rare names."""

from __future__ import annotations

from tests.forms import around
from tests.forms import case_subjects as course
from tests.forms import subjects as make
from tests.forms.subjects import Example, subject
from tests.forms.subsidy_subjects import FORTY, TYPICAL
from tests.forms.words import FACTS, RARE_NAMES, TERMS

LONG = (FACTS * 30)[:3000]
SIX = [
    make.party("赵桂兰", "1"),
    make.party("买买提·艾合买提", "1", nation="05", occupation="个体工商户"),
    make.organisation("河阳县枫桥镇第三农机服务专业合作社联合社", "2"),
    make.party("孙𬭎", "2"),
    make.organisation(
        "河南省黄淮海现代农业科技发展集团有限公司枫桥镇东河村项目部",
        "2",
        legal_head="欧阳震华",
        head_post="项目部负责人兼安全生产委员会办公室主任",
    ),
    make.party(
        "诸葛明月",
        "3",
        address="河南省河阳县枫桥镇东河村民委员会第十七村民小组新村路128号院3号楼2单元501室",
    ),
]
RARE = [
    make.party(name, str(1 + number % 2), legal_head=None) for number, name in enumerate(RARE_NAMES)
]

_CASES: dict[str, list[Example]] = {
    "typical": [subject(make.case())],
    "six": [subject(make.case(parties=SIX))],
    "long": [
        subject(make.case(summary=LONG, agreements=[make.agreement(facts=LONG, terms=TERMS * 3)]))
    ],
    "rare": [subject(make.case(parties=RARE, volume_name="张䶮等与李𬭎等合同纠纷"))],
}

_ORAL = make.agreement(number="（2026）枫东人调口字第003号", form="1", copies=None)
_COURSE: dict[str, list[Example]] = {
    "typical": [subject(course.full_case(agreements=[make.agreement(), _ORAL]))],
    "six": [subject(course.full_case(parties=SIX, agreements=[make.agreement(), _ORAL]))],
    "long": [
        subject(
            course.full_case(
                summary=LONG,
                volume_note=LONG,
                requests=f"{FACTS}\n{TERMS}",
                inquiries=[course.inquiry(content=LONG)],
                sessions=[course.session(minutes=LONG, result="3")],
                follow_ups=[course.follow_up(findings=LONG)],
                attachments=[course.exhibit(f"证据{n}", proves=FACTS) for n in range(20)],
                agreements=[make.agreement(form="1", facts=LONG, terms=TERMS * 3)],
            )
        )
    ],
    "rare": [
        subject(
            course.full_case(
                parties=RARE,
                volume_name="张䶮等与李𬭎等合同纠纷",
                agreements=[make.agreement(form="1")],
                inquiries=[course.inquiry(subject="、".join(RARE_NAMES))],
                sessions=[course.session(parties_present="、".join(RARE_NAMES))],
                follow_ups=[course.follow_up(person="、".join(RARE_NAMES))],
                filed_by=RARE_NAMES[1],
                reviewed_by=RARE_NAMES[2],
            )
        )
    ],
}

_LONG_NAME = "枫桥镇东河村、西塘村、南岭村、北坡村联合物业管理区域性行业性专业性人民调解委员会"

_MEDIATORS: dict[str, list[Example]] = {
    "typical": [
        subject(make.mediator(name, post="03" if name == "陈国栋" else "02"))
        for name in ("刘玉珍", "陈国栋", "马志强", "王㛃")
    ],
    "long": [
        subject(
            make.mediator(
                f"{name}{place}", committee=make.committee(name=_LONG_NAME), full_part_time="01"
            )
        )
        for place, name in enumerate(RARE_NAMES * 9)
    ],
}
_LOGS: dict[str, list[Example]] = {
    "typical": [
        subject(make.log(day, kind=kind))
        for day, kind in ((3, "01"), (12, "04"), (19, "05"), (26, "01"))
    ],
    "long": [
        subject(make.log(9, content=LONG, outcome=FACTS * 4, consultant=make.consultant("王㛃")))
    ],
}

_TERMS_OF_OFFICE: dict[str, list[Example]] = {
    "typical": [subject(make.term())],
    "long": [
        subject(
            make.term(
                committee=make.committee(
                    name=_LONG_NAME,
                    founder_opinion=FACTS[:120],
                    office_opinion="同意备案。",
                ),
                members=[make.member(f"{name}{n}") for n, name in enumerate(RARE_NAMES * 4)],
            )
        )
    ],
}

EXAMPLES: dict[str, dict[str, list[Example]]] = {
    **around.EXAMPLES,
    "agreement": _CASES,
    "case_cover": _CASES,
    "case_catalogue": _CASES,
    "case_registration": _CASES,
    "application": _COURSE,
    "rights_notice": _COURSE,
    "inquiry_record": _COURSE,
    "evidence_list": _COURSE,
    "mediation_record": _COURSE,
    "oral_agreement": _COURSE,
    "follow_up_record": _COURSE,
    "volume_statement": _COURSE,
    "back_cover": _COURSE,
    "mediator_roster": _MEDIATORS,
    "appointment_letter": {label: some[:1] for label, some in _MEDIATORS.items()},
    "committee_registration": _TERMS_OF_OFFICE,
    "committee_filing": _TERMS_OF_OFFICE,
    "service_log_cover": {label: some[:1] for label, some in _LOGS.items()},
    "service_log_page": {"typical": _LOGS["typical"][:1], "long": _LOGS["long"]},
    "service_log_month": _LOGS,
    "consultant_roster": {
        "typical": [subject(make.contract(number=f"枫法顾〔2026〕{n}号")) for n in range(1, 4)],
        "long": [
            subject(
                make.contract(
                    number=f"枫法顾〔2026〕{n}号",
                    consultant=make.consultant(name, firm="河南黄淮海（枫桥）律师事务所河阳县分所"),
                    remarks="合同期满前六十日商议续聘",
                )
            )
            for n, name in enumerate(RARE_NAMES * 7)
        ],
    },
    "subsidy_application": {"typical": TYPICAL[:1], "long": FORTY[:1]},
    "subsidy_list": {"typical": TYPICAL, "long": FORTY},
    "subsidy_sheet": {"typical": TYPICAL, "long": FORTY},
    "place_roster": {
        "typical": [
            subject(make.place("枫桥镇公共法律服务工作站", level="1", village=None)),
            subject(make.place()),
            subject(
                make.place("枫桥镇西塘社区公共法律服务工作室", village=make.village("西塘社区"))
            ),
        ],
        "long": [
            subject(make.place(f"枫桥镇第{n}村公共法律服务工作室", staff=[make.person(name)]))
            for n, name in enumerate(RARE_NAMES * 6)
        ],
    },
}
"""Paper name to label to subjects."""
