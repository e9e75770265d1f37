"""Cards: who may trust whom, and what is refused."""

import json
from pathlib import Path

import pytest

from db import exchange
from db.exchange.faults import BadCard, CardRefused, IsAFolder, UnknownPartner
from tests.db.exchange.world import COUNTY, OFFICE, World, card_of


def test_both_sides_read_the_same_fingerprint(world: World) -> None:
    seen = exchange.partners(world.county)[0]
    assert seen.fingerprint == exchange.own_card(world.office).fingerprint
    assert [len(group) for group in seen.fingerprint.split()] == [5, 5, 5, 5, 5]


def test_the_same_card_may_be_enrolled_again(world: World) -> None:
    again = exchange.enrol(world.county, card_of(world.office, world.stick))
    assert again.code == OFFICE
    assert len(exchange.partners(world.county)) == 1


def test_a_card_with_another_key_under_a_known_code_is_refused(world: World) -> None:
    impostor = world.make(OFFICE, folder="冒充")
    with pytest.raises(CardRefused, match="钥匙不同"):
        exchange.enrol(world.county, card_of(impostor, world.stick))
    assert exchange.partners(world.county)[0].ledger == world.office.fact("ledger")


def test_an_altered_card_is_refused(world: World) -> None:
    file = card_of(world.office, world.stick)
    words = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**words, "name": "别的所"}), encoding="utf-8")
    with pytest.raises(BadCard, match="签名不符"):
        exchange.enrol(world.county, file)


@pytest.mark.parametrize(
    "content", ["{}", "[1]", "一段文字", '{"what":"sifasuo card"}', "[" * 9000]
)
def test_a_file_that_is_no_card_is_refused(world: World, content: str) -> None:
    file = world.stick / "x.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadCard):
        exchange.enrol(world.county, file)


def test_a_folder_is_no_card(world: World) -> None:
    with pytest.raises(IsAFolder):
        exchange.enrol(world.county, world.stick)


def test_an_office_does_not_enrol_itself_nor_another_office(world: World) -> None:
    with pytest.raises(CardRefused, match="自己"):
        exchange.enrol(world.office, card_of(world.office, world.stick))
    other = world.other_office()
    with pytest.raises(CardRefused, match="同级"):
        exchange.enrol(world.office, card_of(other, world.stick))


def test_a_bundle_for_nobody_known_names_who_is_known(world: World, tmp_path: Path) -> None:
    with pytest.raises(UnknownPartner, match=COUNTY):
        exchange.make_bundle(world.office, "邻县", tmp_path)
