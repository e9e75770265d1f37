"""The bound volume from outside: real pages are those of the 卷内目录, scans stand in their places."""

# pypdfium2's signatures are known in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportOptionalMemberAccess=false

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.acceptance.conftest import Dossiered
from tests.acceptance.papers_in import document, photo
from tests.acceptance.program import Program
from tests.acceptance.reading import signs_of, squeezed

CATALOGUES = {
    "十三项（甲）": "人民调解申请书或人民调解受理登记表|人民调解当事人权利义务告知书|当事人身份证明|授权委托书|"
    "人民调解调查记录|人民调解证据材料|人民调解记录|人民调解协议书|收条或汇款单等履行凭证|人民调解回访记录|"
    "司法确认有关材料|卷宗情况说明|封底",
    "十三项（乙）": "人民调解申请书（人民调解受理登记表）|身份证明材料复印件|授权委托书（法定代理人证明材料）|"
    "委托（法定）代理人身份证明材料复印件|权利义务告知书|人民调解调查记录|相关证据材料|人民调解记录|"
    "人民调解协议书（人民调解口头协议登记表）|人民调解回访记录|有关凭证、司法确认有关材料|卷宗情况说明|封底",
    "全国九项": "人民调解申请书或人民调解受理登记表|人民调解调查记录|人民调解证据材料|人民调解记录|"
    "人民调解协议书或人民调解口头协议登记表|人民调解回访记录|司法确认有关材料|卷宗情况说明|封底",
}


@pytest.fixture(scope="module")
def profiles(dossiered: Dossiered) -> list[str]:
    """Make a profile of the office for each catalogue."""
    given = [
        {"样式名称": f"本所{name}", "依据的自带样式": "本地样式", "卷内目录": name}
        for name in CATALOGUES
    ]
    dossiered.made.program.add("paper_profile", given)
    return [one["样式名称"] for one in given]


@pytest.fixture(scope="module")
def full(dossiered: Dossiered, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a confirmed case with thirty pages of scans of every make."""
    at = next(
        one
        for one, case in enumerate(dossiered.cases)
        if "确认法院" in case.get("调解协议", [{}])[0] and "调查记录" in case and "代理人" in case
    )
    place = tmp_path_factory.mktemp("scans")
    taken = {
        "03": [photo(place / "id.jpg"), photo(place / "lying.jpg", (1754, 1240)),
               photo(place / "phone.jpg", (1754, 1240), turned=6),
               photo(place / "grey.png", (800, 1100), "L"), photo(place / "ink.png", mode="1"),
               photo(place / "print.jpg", mode="CMYK")],
        "07": [document(place / "plain.pdf", 8, "PLAIN"), document(place / "a3.pdf", 2, "LARGE", (842, 1191)),
               document(place / "wide.pdf", 2, "WIDE", (842, 595)),
               document(place / "t90.pdf", 2, "QUARTER", (842, 595), 90),
               document(place / "t180.pdf", 2, "HALF", turned=180)],
        "10": [document(place / "paid.pdf", 4, "PAID")],
        "12": [document(place / "court.pdf", 4, "COURT")],
    }  # fmt: skip
    for item, files in taken.items():
        ran = dossiered.made.program("attach", dossiered.ids[at], *files, "--item", item)
        assert ran.status == 0, ran.err
    return dossiered.ids[at]


def bound(program: Program, case: str, out: Path, profile: str) -> tuple[Any, list[str]]:
    """Bind a volume; give what was told and the squeezed text of each real page."""
    ran = program("volume", case, "--out", out, "--profile", profile)
    assert ran.status in (0, 1), ran.err
    file = pypdfium2.PdfDocument(out)
    texts = [squeezed(page.get_textpage().get_text_range()) for page in file]
    file.close()
    assert ran.data["pages"] == len(texts)
    return ran.data, texts


def assert_numbers_agree(out: Path, told: Any, texts: list[str]) -> None:
    """Hold that printed numbers count on, and that items begin where the catalogue says."""
    front = told["unnumbered"]
    shown = [re.findall(r"—(\d+)—", text)[-1:] for text in texts]
    inner = len(texts) - front - 1
    assert shown == [[]] * front + [[str(at + 1)] for at in range(inner)] + [[]]
    file = pypdfium2.PdfDocument(out)
    marks = {one.get_title(): one.get_dest().get_index() for one in file.get_toc() if not one.level}
    file.close()
    contents = "".join(texts[:front])
    for item in told["items"]:
        if item["pages"] and item["first_page"]:
            first, last = item["first_page"], item["first_page"] + item["pages"] - 1
            assert marks[item["title"]] == front + first - 1
            assert f"{item['title']}{first}" + (f"-{last}" if last > first else "") in contents


@pytest.mark.parametrize("at", range(3))
def test_a_volume_of_each_catalogue_is_what_its_contents_say(
    dossiered: Dossiered, full: str, profiles: list[str], tmp_path: Path, at: int
):
    out = tmp_path / "卷.pdf"
    told, texts = bound(dossiered.made.program, full, out, profiles[at])
    assert "|".join(one["title"] for one in told["items"]) == list(CATALOGUES.values())[at]
    assert_numbers_agree(out, told, texts)
    for mark in ("PLAIN8", "LARGE2", "WIDE1", "QUARTER2", "HALF1", "PAID4", "COURT4"):
        assert sum(mark in text for text in texts) == 1
    checked = shutil.which("qpdf")
    if checked:
        subprocess.run([checked, "--check", str(out)], check=True, capture_output=True)


def test_a_turned_page_stands_upright_on_its_sheet(
    dossiered: Dossiered, full: str, profiles: list[str], tmp_path: Path
):
    out = tmp_path / "卷.pdf"
    _, texts = bound(dossiered.made.program, full, out, profiles[0])
    for mark in ("QUARTER1", "HALF2"):
        page = next(at for at, text in enumerate(texts) if mark in text)
        signs = [one for one in signs_of(out) if one.page == page][: len(mark)]
        assert "".join(one.text for one in signs) == mark
        assert signs[0].left < 150
        assert signs[0].bottom > 600
        assert all(one.left < two.left for one, two in pairwise(signs))


def test_a_whole_volume_with_thirty_scans_is_quick(dossiered: Dossiered, full: str, tmp_path: Path):
    out = tmp_path / "卷.pdf"
    began = time.monotonic()
    ran = dossiered.made.program("volume", full, "--out", out)
    assert time.monotonic() - began < 6  # 3 s are promised; this machine may be shared
    assert len([one for one in ran.data["items"] if one["pages"]]) >= 10


@pytest.mark.heavy
def test_all_volumes_are_what_their_contents_say(
    dossiered: Dossiered, profiles: list[str], tmp_path: Path
):
    for at, case in enumerate(dossiered.ids):
        out = tmp_path / "卷.pdf"
        told, texts = bound(dossiered.made.program, case, out, profiles[at % 3])
        assert_numbers_agree(out, told, texts)


def test_several_oral_cases_make_one_volume(dossiered: Dossiered, tmp_path: Path):
    program = dossiered.made.program
    oral: dict[str, list[str]] = {}
    for ref, case in zip(dossiered.ids, dossiered.cases, strict=True):
        if case.get("协议形式") == "口头协议":
            oral.setdefault(case["人民调解委员会"], []).append(ref)
    body, cases = max(oral.items(), key=lambda item: len(item[1]))
    assert len(cases) >= 2
    given = {"name": "口头调解案件合卷", "committee": body, "kind": "2", "cases": cases,
             "number": "（2025）合卷第1号", "filed_by": "许春兰", "filed_on": "2025-12-31",
             "retention": "1"}  # fmt: skip
    added = program("add", "volume", "-", given=json.dumps(given, ensure_ascii=False))
    assert added.status == 0, added.out
    told, texts = bound(program, added.data["added"][0], tmp_path / "合卷.pdf", "national")
    assert sum("人民调解口头协议登记表编号" in text for text in texts) == len(cases)
    assert told["pages"] == len(texts)
