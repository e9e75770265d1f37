"""Pinyin keys: all initials, every reading of the surname, rare characters, speed rules."""

import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import pinyin_dict

from db.pinyin import MOST_FULL, MOST_INITIALS, READINGS_FILE, name_keys
from resources import shipped_file
from tools.build_pinyin import built_file, plain

SURNAMES = [
    ("单小明", "sxm", "shanxiaoming"), ("解小明", "xxm", "xiexiaoming"),
    ("仇小明", "qxm", "qiuxiaoming"), ("曾国藩", "zgf", "zengguofan"),
    ("翟志刚", "zzg", "zhaizhigang"), ("查小明", "zxm", "zhaxiaoming"),
    ("盖叫天", "gjt", "gejiaotian"), ("朴小明", "pxm", "piaoxiaoming"),
    ("区小明", "oxm", "ouxiaoming"), ("尉迟恭", "ycg", "yuchigong"),
    ("万俟卨", "mqx", "moqixie"), ("单于文", "cyw", "chanyuwen"), ("任小明", "rxm", "renxiaoming"),
    ("华小明", "hxm", "huaxiaoming"), ("员小明", "yxm", "yunxiaoming"),
    ("秘小明", "bxm", "bixiaoming"), ("冼小明", "xxm", "xianxiaoming"),
    ("折小明", "sxm", "shexiaoming"),
    ("种小明", "cxm", "chongxiaoming"), ("缪小明", "mxm", "miaoxiaoming"),
    ("覃小明", "qxm", "qinxiaoming"), ("覃小明", "txm", "tanxiaoming"),
    ("召小明", "sxm", "shaoxiaoming"), ("乐小明", "yxm", "yuexiaoming"),
    ("繁小明", "pxm", "poxiaoming"), ("祭小明", "zxm", "zhaixiaoming"),
    ("长孙无忌", "zswj", "zhangsunwuji"), ("澹台小明", "ttxm", "tantaixiaoming"),
    ("乐正小明", "yzxm", "yuezhengxiaoming"),
    ("贠小明", "yxm", "yunxiaoming"), ("黑小明", "hxm", "hexiaoming"),
    ("谌小明", "sxm", "shenxiaoming"), ("谌小明", "cxm", "chenxiaoming"),
    ("费小明", "bxm", "bixiaoming"), ("厘小明", "xxm", "xixiaoming"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "initials", "full"), SURNAMES)
def test_the_surnames_own_reading_is_always_among_the_keys(
    name: str, initials: str, full: str
) -> None:
    assert {initials, full} <= name_keys(name)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("张建国", {"zjg", "zhangjianguo"}),
        ("翟志刚", {"zzg", "dzg", "zhaizhigang", "dizhigang"}),
        ("解乐", {"xl", "xy", "jl", "jy", "xiele", "jiele"}),
        ("吕布", {"lb", "lvbu"}),
        ("䶮𬭎㛃", {"yhj", "yanhongjie"}),
        ("𠅤𫖯", {"xf", "xifu"}),
        ("𣗋𬀩", {"dw", "dangwei"}),
        ("\uff21bc12", {"abc12"}),
        ("A张", {"az", "azhang"}),
        ("", set[str]()),
        (" ·、", set[str]()),
    ],
)
def test_keys_of_a_name(name: str, keys: set[str]) -> None:
    assert name_keys(name) == keys


def test_separation_dots_and_spaces_are_left_out() -> None:
    assert name_keys("阿 里·木") == name_keys("阿里木")


def test_an_organisation_is_found_by_its_first_twelve_characters() -> None:
    name = "阳光小区人民调解工作委员会第二分会"
    assert "ygxqrmtjgzwy" in name_keys(name)
    assert max(len(key) for key in name_keys(name) if len(key) <= 17) == 12


def test_every_reading_of_a_surname_survives_a_given_name_of_many_readings() -> None:
    initials = {key[0] for key in name_keys("单行长") if len(key) == 3}
    assert initials == {"s", "d", "c"}


names = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.sampled_from("单解仇曾行长重乐都会和藏尉迟万俟·ab1 𠅤"),
    ),
    max_size=20,
)


@given(names)
def test_keys_are_few_plain_and_of_equal_initials(name: str) -> None:
    keys = name_keys(name)
    assert len(keys) <= MOST_INITIALS + MOST_FULL
    assert all(key.isascii() and key.isalnum() and key == key.lower() for key in keys)


@given(st.lists(st.sampled_from("单解仇曾翟查盖朴区张王建国明乐行长重"), min_size=3, max_size=3))
def test_a_name_of_three_characters_has_three_letters(signs: list[str]) -> None:
    keys = name_keys("".join(signs))
    likeliest = "".join(pinyin_dict.pinyin_dict[ord(s)].split(",")[0][0] for s in signs[1:])
    endings = {key[1:] for key in keys if len(key) == 3}
    assert "".join(map(plain, likeliest)) in endings


def test_every_character_pypinyin_knows_has_a_key() -> None:
    missing = [point for point in pinyin_dict.pinyin_dict if not name_keys(chr(point))]
    assert missing == []


def test_the_shipped_table_is_the_one_the_tool_builds() -> None:
    shipped = shipped_file(READINGS_FILE).read_bytes()
    assert zlib.decompress(shipped) == zlib.decompress(built_file())


def test_the_program_makes_keys_without_pypinyin() -> None:
    code = (
        "import sys, db.pinyin; assert 'zgf' in db.pinyin.name_keys('曾国藩');"
        "sys.exit('pypinyin' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=root, check=True)
