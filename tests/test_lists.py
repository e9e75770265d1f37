"""Lists are written out, not found by scanning folders; so nothing in a folder may be forgotten."""

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

from packaging.requirements import Requirement

import db.records
import db.rules
import db.statistics
from db.codes import code_list, code_list_names
from db.declare import record_type_of
from db.records import ALL_RECORD_TYPES
from db.rules import ALL_RULES
from db.rules.problem import Rule
from db.statistics import ALL_REPORTS
from forms.catalogue import papers_for
from forms.profiles import profile_names

ROOT = Path(__file__).resolve().parent.parent


def forgotten(
    package: ModuleType, listed: Iterable[object], belongs: Callable[[object], bool]
) -> list[str]:
    """What the modules of a package define that belongs into its list and is not in it."""
    ids = {id(one) for one in listed}
    prefix = f"{package.__name__}."
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(package.__path__, prefix)
    ]
    return sorted(
        f"{module.__name__}.{name}"
        for module in modules
        for name, value in vars(module).items()
        if belongs(value) and id(value) not in ids
    )


def is_record_class(value: object) -> bool:
    """Whether this is a class made by @record."""
    if not isinstance(value, type):
        return False
    try:
        record_type_of(value)
    except (AttributeError, KeyError, TypeError):
        return False
    return True


def is_rule(value: object) -> bool:
    """Whether this is a rule."""
    return isinstance(value, Rule)


def is_report(value: object) -> bool:
    """Whether this is a report, seen by what it is used for."""
    return type(value) is type(ALL_REPORTS[0])


def test_every_record_type_is_listed() -> None:
    classes = [one.cls for one in ALL_RECORD_TYPES]
    assert forgotten(db.records, classes, is_record_class) == []


def test_every_rule_is_listed() -> None:
    assert forgotten(db.rules, ALL_RULES, is_rule) == []


def test_every_report_is_listed() -> None:
    assert forgotten(db.statistics, ALL_REPORTS, is_report) == []


def test_a_forgotten_record_type_is_caught() -> None:
    first, *others = [one.cls for one in ALL_RECORD_TYPES]
    found = forgotten(db.records, others, is_record_class)
    assert {name.split(".")[-1] for name in found} == {first.__name__}


def test_a_forgotten_rule_is_caught() -> None:
    assert forgotten(db.rules, ALL_RULES[1:], is_rule) != []


def test_every_record_type_has_a_name_of_its_own() -> None:
    names = [word for one in ALL_RECORD_TYPES for word in (one.name, one.label)]
    assert sorted(names) == sorted(set(names))


def test_the_package_carries_every_folder_of_resources() -> None:
    """What build.spec does not name is not there when the built program starts."""
    spec = (ROOT / "build.spec").read_text("utf-8")
    data = re.search(r"^DATA = \[(.*?)\]", spec, re.MULTILINE | re.DOTALL)
    assert data is not None
    folders = [path for path in (ROOT / "resources").iterdir() if path.is_dir()]
    shipped = sorted(path.name for path in folders if path.name != "__pycache__")
    assert sorted(re.findall(r'"([^"]+)"', data[1])) == shipped


def shipped(folder: str) -> set[str]:
    """Names of the files in a folder of resources but its manual."""
    files = (ROOT / "resources" / folder).iterdir()
    return {path.name for path in files if path.is_file()} - {"README.md"}


def test_every_paper_file_compiles_and_is_on_offer() -> None:
    assert {f"{paper.name}.toml" for paper in papers_for()} == shipped("papers")


def test_every_profile_file_is_on_offer() -> None:
    assert {f"{name}.toml" for name in profile_names()} == shipped("papers/profiles")


def test_every_code_list_file_loads() -> None:
    filled = {f"{name}.csv" for name in code_list_names() if code_list(name).entries}
    assert filled == shipped("codes")


def locked(name: str) -> dict[str, Requirement]:
    """The requirements of a lock file, by project name."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    requirements = [Requirement(line) for line in lines if line and line[0] not in "#-"]
    return {one.name.lower().replace("_", "-"): one for one in requirements}


def wanted() -> dict[str, list[Requirement]]:
    """What pyproject.toml asks for, by the lock file that must answer it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtime, dev = project["dependencies"], project["optional-dependencies"]["dev"]
    return {
        "requirements.lock": [Requirement(line) for line in runtime],
        "requirements-dev.lock": [Requirement(line) for line in dev],
    }


def test_the_locks_hold_what_the_project_asks_for() -> None:
    for lock, requirements in wanted().items():
        pins = locked(lock)
        for requirement in requirements:
            pin = pins[requirement.name.lower().replace("_", "-")].specifier
            exact = next(iter(pin)).version
            assert pin == requirement.specifier or requirement.specifier.contains(exact)


def test_only_qt_is_left_to_the_machine() -> None:
    pins = locked("requirements.lock") | locked("requirements-dev.lock")
    ranges = [name for name, one in pins.items() if not str(one.specifier).startswith("==")]
    assert ranges == ["pyside6-essentials"]
