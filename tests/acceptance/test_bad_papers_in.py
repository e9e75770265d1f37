"""Files that are no papers: `attach` and `scan` say so, and the ledger stays as it was."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.acceptance.conftest import Dossiered
from tests.acceptance.papers_in import document, photo
from tests.acceptance.program import assert_a_sentence


def locked(place: Path) -> bytes:
    """Give a PDF that asks for a password."""
    plain = document(place / "plain.pdf", 1, "X")
    words = [
        "qpdf",
        "--encrypt",
        "geheim",
        "owner",
        "256",
        "--",
        str(plain),
        str(place / "locked.pdf"),
    ]
    subprocess.run(words, check=True)
    return (place / "locked.pdf").read_bytes()


def half_a_photo(place: Path) -> bytes:
    return photo(place / "whole.jpg").read_bytes()[:60_000]


def half_a_document(place: Path) -> bytes:
    return document(place / "whole.pdf", 3, "X").read_bytes()[:900]


NO_PAPERS: dict[str, Callable[[Path], bytes]] = {
    "空.jpg": lambda _: b"",
    "空.pdf": lambda _: b"",
    "半张.jpg": half_a_photo,
    "半份.pdf": half_a_document,
    "文字.pdf": lambda _: "这是一段文字".encode(),
    "零.jpg": lambda _: bytes(4000),
    "头.png": lambda _: b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
    "口令.pdf": locked,
}


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=[pytest.mark.heavy] if at % 3 else []) for at, one in enumerate(NO_PAPERS)]
)  # fmt: skip
def test_what_is_no_paper_is_refused_in_a_sentence(dossiered: Dossiered, tmp_path: Path, name: str):
    if name == "口令.pdf" and shutil.which("qpdf") is None:
        pytest.skip("needs qpdf to lock a PDF")
    program, case = dossiered.made.program, dossiered.ids[0]
    before = program("show", case).data["attachments"]
    (tmp_path / name).write_bytes(NO_PAPERS[name](tmp_path))
    assert_a_sentence(program("attach", case, tmp_path / name, "--item", "07"), (2, 3))
    scanned = program("scan", tmp_path / name, "--case", case, "--item", "07")
    assert scanned.status == 1
    assert scanned.data["placed"] == []
    assert [one["why"] for one in scanned.data["unknown"]] != [""]
    assert program("show", case).data["attachments"] == before


def test_a_speck_of_a_picture_is_asked_about(dossiered: Dossiered, tmp_path: Path):
    Image.new("L", (1, 1), 200).save(tmp_path / "点.png")
    ran = dossiered.made.program("scan", tmp_path / "点.png")
    assert ran.status == 1
    assert len(ran.data["unknown"]) == 1
