"""Failure cases 20-23 of the exchange design: copies, restored backups, clashes."""

import shutil

import pytest

from db import exchange
from db.store import open_store, restore_backup
from db.store.receiving import Rewritten
from tests.db.exchange.world import (
    OFFICE,
    World,
    add_village,
    close_up,
    five,
    open_up,
    totals,
)


def test_a_restored_backup_exports_under_a_new_writer_and_nothing_is_lost(world: World) -> None:
    add_village(world.office, "柳林村")
    backup = world.office.backup()
    add_village(world.office, "石桥村")
    world.take(world.bundle())
    restore_backup(backup.file, world.folder / "恢复的司法所")
    restored = open_store(world.folder / "恢复的司法所", now=world.clock)
    assert restored.writer != world.office.writer
    new = add_village(restored, "双塔村")
    taken = world.take(world.bundle(restored))
    assert five(taken.counts) == (1, 1, 0, 0, 0)
    assert taken.totals_agree is None
    assert world.county.get("village", new).name == "双塔村"
    assert totals(world.county)["village"]["count"] == 3


def test_after_a_restore_the_receipt_says_that_the_county_has_more(world: World) -> None:
    backup = world.office.backup()
    add_village(world.office, "石桥村")
    world.take(world.bundle())
    restore_backup(backup.file, world.folder / "恢复的司法所")
    restored = open_store(world.folder / "恢复的司法所", now=world.clock)
    add_village(restored, "双塔村")
    taken = world.take(world.bundle(restored))
    assert exchange.take_receipt(restored, str(taken.receipt)).control_totals_agree is False


def test_a_copied_folder_becomes_another_writer_and_both_are_taken(world: World) -> None:
    add_village(world.office, "柳林村")
    world.office.close()
    shutil.copytree(world.folder / OFFICE, world.folder / "复制")
    world.office = open_store(world.folder / OFFICE, now=world.clock)
    copy = open_store(world.folder / "复制", now=world.clock)
    add_village(world.office, "石桥村")
    add_village(copy, "双塔村")
    assert five(world.take(world.bundle()).counts) == (2, 0, 0, 0, 0)
    assert five(world.take(world.bundle(copy)).counts) == (1, 1, 0, 0, 0)
    assert totals(world.county)["village"]["count"] == 3


@pytest.mark.parametrize("first_sent", [0, 1])
def test_the_same_number_with_another_content_raises_the_alarm(
    world: World, first_sent: int
) -> None:
    add_village(world.office, "柳林村")
    if first_sent:
        add_village(world.office, "石桥村")
    world.take(world.bundle())
    add_village(world.office, "双塔村")
    file = world.bundle()
    header, lines = open_up(world.office, file)
    lines[2]["body"]["values"]["name"] = "改过的村"
    before = totals(world.county)
    forged = close_up(world.office, world.county, header, lines, world.stick / "x.sfb")
    with pytest.raises(Rewritten, match="这台电脑的数据曾被复制或改动"):
        world.take(forged)
    assert totals(world.county) == before
    assert [f.severity for f in exchange.check(world.county)] == ["error"]
    assert list((world.county.folder / "inbox").glob("alarm-*.sfb"))


def test_looking_at_a_clash_raises_the_alarm_too(world: World) -> None:
    add_village(world.office, "柳林村")
    file = world.bundle()
    world.take(file)
    header, lines = open_up(world.office, file)
    lines[2]["body"]["values"]["name"] = "改过的村"
    with pytest.raises(Rewritten):
        exchange.look(
            world.county, close_up(world.office, world.county, header, lines, world.stick / "x.sfb")
        )
