"""The one way to shipped files, from the source tree and from the packed program."""

import sys
from pathlib import Path

import pytest

from resources import shipped_file


def test_a_shipped_file_is_found_by_its_name() -> None:
    assert shipped_file("fonts/fonts.toml").read_text(encoding="utf-8").startswith("#")


def test_a_folder_is_found_too() -> None:
    assert shipped_file("fonts").is_dir()


@pytest.mark.parametrize("name", ["../pyproject.toml", "fonts/../../dev.py", "/etc/hosts"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a shipped file"):
        shipped_file(name)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/none\.ttf"):
        shipped_file("fonts/none.ttf")


def test_the_packed_program_looks_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "resources" / "codes.csv"
    packed.parent.mkdir()
    packed.write_text("编码,名称", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert shipped_file("codes.csv") == packed
