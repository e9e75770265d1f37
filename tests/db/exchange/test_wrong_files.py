"""Files that are no bundles are told for what they are."""

import pytest

from db import exchange
from db.exchange.faults import FileMissing, IsAFolder, NotABundle, WrongKind
from db.faults import Fault
from tests.db.exchange.world import World


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04" + b"x" * 500, "压缩包"),
        ("姓名，年龄\n".encode() * 10, "文本文件"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xff\xfe\x00" * 40, "不是数据包"),
        (b"age-encryption.org/v1\n", "没有签名"),
    ],
)
def test_a_file_of_another_sort_is_named_for_what_it_is(
    world: World, content: bytes, says: str
) -> None:
    file = world.stick / "x.sfb"
    file.write_bytes(content)
    with pytest.raises(NotABundle, match=says):
        world.take(file)


def test_a_folder_a_missing_file_and_a_receipt_are_told_apart(world: World) -> None:
    with pytest.raises(IsAFolder):
        world.take(world.stick)
    with pytest.raises(FileMissing):
        world.take(world.stick / "没有.sfb")
    taken = world.take(world.bundle())
    with pytest.raises(WrongKind, match="回执"):
        exchange.take(world.office, taken.receipt)


def test_every_refusal_says_what_happened_and_what_to_do(world: World) -> None:
    file = world.stick / "x.sfb"
    file.write_bytes(b"x")
    with pytest.raises(Fault) as caught:
        world.take(file)
    assert caught.value.what.endswith("。")
    assert caught.value.advice.endswith("。")
