"""Conformance: every declaration, rule and example keeps the promises of the design."""

import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable
from typing import Any, get_args, get_type_hints

import pytest

import db.records as records_package
import db.rules as rules_package
from db.codes import code_list, code_list_names
from db.declare import Field, RecordType
from db.drafts import Draft
from db.kinds import Code, Codes, Link, Links, Rows
from db.records import ALL_RECORD_TYPES, record_type
from db.rules import ALL_RULES, rules_for
from db.rules.parameters import ALL_PARAMETERS, Parameter
from db.rules.problem import Rule
from forms.blocks import SWITCHES
from tests.examples import EXAMPLES

NAMES = {kind.name for kind in ALL_RECORD_TYPES}
each_type = pytest.mark.parametrize("kind", ALL_RECORD_TYPES, ids=lambda kind: kind.name)


def targets(kind: RecordType) -> list[tuple[Field, str]]:
    return [(f, f.kind.target) for f in kind.fields if isinstance(f.kind, Link | Links | Rows)]


def modules_under(package: Any) -> list[str]:
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [module.name for module in found]


@each_type
def test_links_and_rows_name_a_record_type(kind: RecordType) -> None:
    assert [f.name for f, target in targets(kind) if target not in NAMES] == []


@each_type
def test_rows_are_owned_by_the_type_that_has_them(kind: RecordType) -> None:
    for f in kind.row_fields:
        assert isinstance(f.kind, Rows)
        owner = record_type(f.kind.target).owner
        assert owner is not None
        assert isinstance(owner.kind, Link)
        assert owner.kind.target == kind.name


@each_type
def test_an_owned_type_is_a_row_of_its_owner_and_not_in_the_menu(kind: RecordType) -> None:
    if kind.owner is None:
        assert kind.menu
        return
    assert isinstance(kind.owner.kind, Link)
    owner = record_type(kind.owner.kind.target)
    held = [f.kind.target for f in owner.row_fields if isinstance(f.kind, Rows)]
    assert kind.name in held
    assert not kind.menu


@each_type
def test_code_lists_are_shipped(kind: RecordType) -> None:
    lists = {f.list_name for f in kind.fields if f.list_name}

    assert lists <= set(code_list_names())


@each_type
def test_labels_and_names_are_unique(kind: RecordType) -> None:
    words = Counter(f.label for f in kind.fields)
    words.update(f.name for f in kind.fields)
    words.update(word for f in kind.fields for word in f.also)

    assert [word for word, times in words.items() if times > 1] == []


@each_type
def test_a_list_has_one_to_ten_columns(kind: RecordType) -> None:
    assert 1 <= len(kind.list_fields) <= 10


@each_type
def test_title_number_and_rank_are_fields(kind: RecordType) -> None:
    assert kind.title
    assert {*kind.title, kind.number or kind.title[0], kind.rank or kind.title[0]} <= set(
        kind.by_name
    )


@each_type
def test_what_lists_sort_by_is_a_column(kind: RecordType) -> None:
    if kind.rank is not None:
        assert kind.by_name[kind.rank].in_list


@each_type
def test_conditions_name_fields_and_values_of_them(kind: RecordType) -> None:
    for f in kind.fields:
        asked_of = [f.shown_when, f.required_when]
        for condition in asked_of:
            if condition is None:
                continue
            asked_of.append(condition.also)
            asked = kind.by_name[condition.field]
            if isinstance(asked.kind, Code | Codes):
                known = {entry.code for entry in code_list(asked.kind.list_name).entries}
                assert set(condition.values) <= {None, *known}


@each_type
def test_a_field_that_may_be_empty_is_typed_so(kind: RecordType) -> None:
    module = importlib.import_module(kind.cls.__module__)
    hints = get_type_hints(declared_class(kind), vars(module))
    for f in kind.fields:
        may_be_none = type(None) in get_args(hints[f.name])
        plural = isinstance(f.kind, Codes | Links | Rows)
        assert may_be_none == (not f.required and not plural), f.name


def declared_class(kind: RecordType) -> Any:
    """A stand-in with the annotations as written, which the made class no longer has."""
    tree = inspect.getsource(importlib.import_module(kind.cls.__module__))
    body = tree.split(f"class {kind.cls.__name__}:")[1].split("\n@record")[0]
    lines = [line.strip() for line in body.splitlines() if line.startswith("    ")]
    hints = {
        line.split(":")[0]: line.split(":", 1)[1].split(" = ")[0].strip()
        for line in lines
        if ": " in line and line.split(":")[0].isidentifier() and (" = " in line)
    }
    return type(kind.cls.__name__, (), {"__annotations__": hints})


@each_type
def test_groups_of_one_name_are_one_group(kind: RecordType) -> None:
    names = Counter(group.name for group in kind.groups)

    assert [name for name, times in names.items() if times > 1] == []


@each_type
def test_defaults_can_be_read(kind: RecordType) -> None:
    draft = Draft.new(kind)

    assert set(draft.values) == {f.name for f in kind.fields if f.default is not None}


@each_type
def test_every_type_has_an_example(kind: RecordType) -> None:
    if kind.owner is not None:
        assert isinstance(kind.owner.kind, Link)
        owner = record_type(kind.owner.kind.target)
        held = next(f for f in owner.row_fields if vars_target(f) == kind.name)
        example = EXAMPLES[owner.name]
        assert any(owner.field_named(key) is held and example[key] for key in example)
    else:
        assert kind.name in EXAMPLES


def vars_target(f: Field) -> str:
    return f.kind.target if isinstance(f.kind, Rows) else ""


def test_every_module_of_records_is_listed() -> None:
    listed = {kind.cls.__module__ for kind in ALL_RECORD_TYPES}

    declaring = {
        name
        for name in modules_under(records_package)
        if "@record(" in inspect.getsource(importlib.import_module(name))
    }
    assert declaring == listed


def test_every_rule_made_is_listed() -> None:
    made: list[Rule] = []
    for name in modules_under(rules_package):
        values = vars(importlib.import_module(name)).values()
        made += [value for value in values if isinstance(value, Rule)]

    assert [rule for rule in made if rule not in ALL_RULES] == []


def test_every_parameter_made_is_listed() -> None:
    made = vars(importlib.import_module("db.rules.parameters")).values()

    assert [one for one in made if isinstance(one, Parameter) and one not in ALL_PARAMETERS] == []


def test_every_parameter_names_its_source() -> None:
    assert all(one.source and one.unit and one.label for one in ALL_PARAMETERS)


def test_every_rule_names_a_type_and_its_source() -> None:
    assert all(rule.source for rule in ALL_RULES)
    assert {rule.type_name for rule in ALL_RULES} <= NAMES


def test_a_rule_number_is_used_once_for_a_type() -> None:
    numbers = Counter((rule.number, rule.type_name) for rule in ALL_RULES)

    assert [number for number, times in numbers.items() if times > 1] == []


def test_rules_are_found_by_type() -> None:
    assert sum(len(rules_for(name)) for name in NAMES) == len(ALL_RULES)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("case", "mediation_case"),
        ("station", "legal_service_place"),
        ("contract", "consultant_contract"),
        ("term", "committee_term"),
        ("调解案件", "mediation_case"),
        ("人员", "person"),
    ],
)
def test_a_type_is_found_by_its_short_name_and_label(word: str, name: str) -> None:
    assert record_type(word).name == name


def test_an_unknown_type_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        record_type("horoscope")


def test_a_profile_has_a_field_for_every_switch_with_its_values() -> None:
    fields = record_type("paper_profile").by_name
    for switch, values in SWITCHES.items():
        entries = code_list(fields[switch].list_name or "").entries
        assert {entry.more["value"] for entry in entries} == set(values), switch


DOMAIN_LABELS = {
    "party": "姓名 性别 民族 出生日期 身份证号 职业或职务 联系方式 单位或住址 本方当事人数量",
    "mediation_case": "纠纷类型 案件来源 受理日期 纠纷简要情况 调解结果 协议形式 案号 卷名 卷号 立卷人 "
    "立卷日期 保管期限 当事人申请事项 登记人 参加人 调解地点 涉及人数 涉案金额 案件预测",
    "agreement": "纠纷主要事实、争议事项 履行方式、时限 协议日期 协议履行情况 履行方式 编号",
    "village": "村(居)民小组数 户数 户籍人口 常住人口 驻村民警 “两委”换届日期 状态",
}


@pytest.mark.parametrize("type_name", DOMAIN_LABELS)
def test_the_labels_of_the_forms_name_fields(type_name: str) -> None:
    find: Callable[[str], Field | None] = record_type(type_name).field_named

    assert [label for label in DOMAIN_LABELS[type_name].split() if find(label) is None] == []
