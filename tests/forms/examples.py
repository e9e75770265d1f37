"""Which subjects each paper is tried with: typical, many parties, very long, rare names."""

from __future__ import annotations

from tests.forms import subjects as make
from tests.forms.subjects import Example, subject

LONG = (make.FACTS * 30)[:3000]
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
    make.party("诸葛明月", "3", address="河南省河阳县枫桥镇东河村民委员会第十七村民小组新村路128号院3号楼2单元501室"),
]
RARE = [
    make.party(name, str(1 + number % 2), legal_head=None)
    for number, name in enumerate(make.RARE_NAMES)
]

_CASES: dict[str, list[Example]] = {
    "typical": [subject(make.case())],
    "six": [subject(make.case(parties=SIX))],
    "long": [
        subject(
            make.case(summary=LONG, agreements=[make.agreement(facts=LONG, terms=make.TERMS * 3)])
        )
    ],
    "rare": [subject(make.case(parties=RARE, volume_name="张䶮等与李𬭎等合同纠纷"))],
}

EXAMPLES: dict[str, dict[str, list[Example]]] = {
    "agreement": _CASES,
    "case_cover": _CASES,
    "case_registration": _CASES,
}
"""Paper name to label to subjects."""
