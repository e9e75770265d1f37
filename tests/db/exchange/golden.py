"""Writes the golden bundle of this format; run once per released format, never again.

`python -m tests.db.exchange.golden` makes `tests/golden/bundles/format<N>/`: a bundle, the
sender's card, the receiver's keys, and the totals the receiver must come to.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from db.exchange import own_card
from db.exchange.bundle.layout import FORMAT
from tests.conftest import FixedClock
from tests.db.exchange.world import (
    World,
    add_case,
    add_village,
    card_of,
    changes_in,
    edit,
    remove,
    totals,
)

GOLDEN = Path(__file__).parents[2] / "golden" / "bundles"
SECRETS = ("age", "sign", "receipt")


def write(folder: Path) -> None:
    """Write the golden files of the current format into a new folder."""
    folder.mkdir(parents=True)
    with TemporaryDirectory() as place:
        world = World(Path(place), FixedClock())
        kept = add_village(world.office, "柳林村", number="001")
        gone = add_village(world.office, "石桥村")
        case = add_case(
            world.office, "〔2026〕001", "王小明", "李䶮", accepted_on="2026-01-05",
            dispute_type="邻里纠纷", summary="两家因宅基地滴水发生争执。",
        )  # fmt: skip
        edit(world.office, "village", kept, name="柳林新村")
        edit(world.office, "mediation_case", case, accepted_on="2026-01-06")
        remove(world.office, "village", gone)
        shutil.copy(world.bundle(), folder / "bundle.sfb")
        shutil.copy(card_of(world.office, world.stick), folder / "sender.json")
        own_card(world.county)
        secrets = {name: (world.county.secret(name) or b"").hex() for name in SECRETS}
        told = {
            "secrets": secrets,
            "changes": changes_in(world.office),
            "totals": totals(world.office),
        }
        text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(GOLDEN / f"format{FORMAT}")
