"""The house rules as tests: who may import whom, where a thing is listed, how long it may be.

Each rule is a function that gives its violations, so that a second test can show it one and
see it caught. The contracts between packages stand in pyproject.toml.
"""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("db", "desktop", "forms", "resources")
FILE_LINES, FUNCTION_LINES = 300, 50
# Library -> the only package that may import it.
OWNERS = {
    "PySide6": "desktop",
    "shiboken6": "desktop",
    "reportlab": "forms",
    "PIL": "forms",
    "pypdfium2": "forms",
    "zxingcpp": "forms",
    "sqlite3": "db/store",
    "sqlcipher3": "db/store",
    "sqlite_utils": "db/store",
}
# Methods of Qt whose names are one word, so that their spelling does not tell them.
QT_WORDS = {"accept", "count", "data", "done", "event", "flags", "index", "paint", "reject"}
# Longer than allowed: path or path:function -> why, with the date it was granted. Best empty.
TOO_LONG = {
    "db/store/migrations/m0001.py": "2026-11-22: one text, written by a tool and frozen for ever",
    "db/store/migrations/m0002.py": "2026-11-30: one text, drafted by a tool",
}


def sources(*folders: str) -> Iterator[Path]:
    """Every Python file of these folders of the project."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def imported_names(source: str) -> Iterator[str]:
    """Modules that a file imports, by statement or by giving their name to a lazy gate."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and node.args:
            given = node.args[0]
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value


def foreign_imports(path: str, source: str) -> list[str]:
    """Libraries imported by a file outside the package that owns them."""
    tops = {name.split(".")[0] for name in imported_names(source)}
    return sorted(top for top in tops & OWNERS.keys() if not path.startswith(OWNERS[top] + "/"))


def lengths(path: str, source: str) -> Iterator[tuple[str, int, int]]:
    """What is measured in a file, its lines, and how many it may have."""
    yield path, len(source.splitlines()), FILE_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield f"{path}:{node.name}", lines, FUNCTION_LINES


def too_long(path: str, source: str) -> list[str]:
    """What in a file is longer than allowed and not excepted."""
    return [
        f"{name} has {lines} lines, {limit} are allowed"
        for name, lines, limit in lengths(path, source)
        if lines > limit and name not in TOO_LONG
    ]


def undocumented(files: dict[str, str]) -> list[str]:
    """Public definitions without a docstring in the files (path -> source) of a package.

    Special methods and methods of Qt (paintEvent, data) are described elsewhere; a method is
    described once where its name first has a meaning, not again in each subclass.
    """
    found = [
        pair for path, source in files.items() for pair in definitions(ast.parse(source), path)
    ]
    described = {name.split(":")[-1] for name, node in found if ast.get_docstring(node)}
    return [
        name
        for name, node in found
        if not ast.get_docstring(node)
        and not (name.count(":") == 2 and name.split(":")[-1] in described)
    ]


Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def definitions(node: ast.Module | ast.ClassDef, name: str) -> Iterator[tuple[str, Documented]]:
    """A module or class and everything public defined in it, each with its name."""
    yield name, node
    for inner in node.body:
        if isinstance(inner, ast.ClassDef) and not inner.name.startswith("_"):
            yield from definitions(inner, f"{name}:{inner.name}")
        elif isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
            of_qt = isinstance(node, ast.ClassDef) and (
                inner.name != inner.name.lower() or inner.name in QT_WORDS
            )
            is_overload = any(ast.unparse(mark) == "overload" for mark in inner.decorator_list)
            if not (inner.name.startswith("_") or of_qt or is_overload):
                yield f"{name}:{inner.name}", inner


def check_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of pyproject.toml on the packages in a folder."""
    code = "import sys; from importlinter import cli; sys.exit(cli.lint_imports(no_cache=True))"
    command = [sys.executable, "-P", "-c", code]
    env = {"PYTHONPATH": str(folder), "PATH": "", "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_imports_point_down() -> None:
    result = check_contracts(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture
def copied_house(tmp_path: Path) -> Path:
    """A copy of the sources that a test may spoil."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    only_code = shutil.ignore_patterns("*.ttf", "*.csv", "*.svg", "*.toml", "__pycache__")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=only_code)
    return tmp_path


VIOLATIONS = {
    "Imports point down": ("db/codes.py", "import forms.plan"),
    "Inside db": ("db/kinds/text.py", "import db.drafts"),
    "Inside forms": ("forms/plan.py", "import forms.pdf"),
    "Inside desktop": ("desktop/work.py", "import desktop.windows"),
    "Only desktop imports PySide6": ("forms/plan.py", "import PySide6.QtGui"),
    "Only forms imports ReportLab": ("desktop/__init__.py", "import reportlab"),
    "Only db.store imports sqlite3": ("db/drafts.py", "import sqlite3"),
    "desktop reaches data only through": ("desktop/app.py", "import db.store"),
    "The command line imports no Qt": ("desktop/command_line/answer.py", "import PySide6"),
    "Record modules do not import": ("db/records/person.py", "import db.records.village"),
    "Machinery imports no particular": ("db/declare.py", "import db.records.person"),
}


def test_every_import_contract_breaks_when_violated(copied_house: Path) -> None:
    for path, line in VIOLATIONS.values():
        with (copied_house / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    said = " ".join(check_contracts(copied_house).stdout.split())
    kept = [name for name in VIOLATIONS if not re.search(rf"{name}((?!KEPT).)*? BROKEN", said)]
    assert kept == [], said


def test_a_new_part_of_db_must_be_given_its_place(copied_house: Path) -> None:
    (copied_house / "db" / "novelty.py").write_text('"""New."""\n', encoding="utf-8")
    said = check_contracts(copied_house).stdout
    assert "novelty" in said
    assert "Contracts: " in said or "not exhaustive" in said.lower()


def test_libraries_stay_with_the_package_that_owns_them() -> None:
    found = {
        str(path.relative_to(ROOT)): names
        for path in sources(*PACKAGES)
        if (names := foreign_imports(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "import sqlite3",
        "from sqlite3 import Row",
        "lazy('sqlite_utils.db')",
        "def f():\n import sqlite3",
    ],
)
def test_an_import_of_sqlite_outside_the_store_is_caught(line: str) -> None:
    assert foreign_imports("db/ledger/door.py", line)
    assert not foreign_imports("db/store/opening.py", line)


def test_files_and_functions_stay_short() -> None:
    found = [
        line
        for path in [ROOT / "dev.py", *sources(*PACKAGES, "tests", "tools")]
        for line in too_long(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    ]
    assert found == []


def test_a_long_file_and_a_long_function_are_caught() -> None:
    source = "def f():\n" + "    pass\n" * 300
    assert [line.split()[0] for line in too_long("db/x.py", source)] == ["db/x.py", "db/x.py:f"]


def test_public_definitions_have_docstrings() -> None:
    found = [
        name
        for package in PACKAGES
        for name in undocumented(
            {
                path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
                for path in sources(package)
            }
        )
    ]
    assert found == []


def test_a_missing_docstring_is_caught() -> None:
    source = (
        '"""M."""\nclass A:\n    """A."""\n    def f(self): ...\n    def paintEvent(self): ...\n'
    )
    assert undocumented({"db/x.py": source, "db/y.py": ""}) == ["db/x.py:A:f", "db/y.py"]


def test_exceptions_of_length_are_still_needed() -> None:
    """An exception whose file became short again must go."""
    files = {name.split(":")[0] for name in TOO_LONG}
    measured = {
        name: lines > limit
        for path in files
        for name, lines, limit in lengths(path, (ROOT / path).read_text("utf-8"))
    }
    assert [name for name in TOO_LONG if not measured.get(name)] == []


def test_every_folder_of_code_is_a_package() -> None:
    """A folder without __init__.py loses to any installed package of the same name."""
    folders = {path.parent for path in sources(*PACKAGES, "tests", "tools")}
    assert [
        str(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()
    ] == []


def test_no_installed_distribution_takes_our_names() -> None:
    installed = packages_distributions()
    others = {name: installed.get(name, []) for name in (*PACKAGES, "tests", "tools")}
    assert {name: who for name, who in others.items() if set(who) - {"sifasuo"}} == {}
