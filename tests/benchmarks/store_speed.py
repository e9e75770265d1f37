"""Speed of the store, as ratios to raw sqlite3 writing the same rows and log rows.

Run ``python -m tests.benchmarks.store_speed [cases in the big ledger]``. Raw is the
standard library's sqlite3, unencrypted, WAL and FULL as the ledger, ``executemany`` of
the finished tuples in the same batches; it writes no search index. It is measured
twice: into bare tables and into tables with the ledger's indexes.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from db.drafts import Draft
from db.records import record_type
from db.store import ListQuery, Store, create_store
from db.store.lists import sort_fields

BATCH = 500
ENTRY = 10_000
_SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英建国志华文玉兰红梅春"
_WORDS = "双方因宅基地边界排水相邻通行土地承包流转婚姻赡养抚养债务劳务合同损害赔偿发生争执经多次协商未果申请调解"


def main() -> None:
    """Measure and print everything."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SIFASUO_MACHINE_DIR"] = str(Path(folder) / "machine")
        store = new_store(Path(folder) / "ledger")
        drafts = [case_draft(number) for number in range(ENTRY)]
        took = timed(lambda: save_in_batches(store, drafts))
        bare, full = raw_seconds(store, Path(folder), indexes=False), raw_seconds(
            store, Path(folder), indexes=True
        )  # fmt: skip
        print(f"entry of {ENTRY} cases: {took:.2f} s, {ENTRY / took:.0f} cases/s")
        print(f"raw sqlite3, bare tables: {bare:.2f} s, ratio {took / bare:.2f} (hold: <= 5)")
        print(f"raw sqlite3, same indexes: {full:.2f} s, ratio {took / full:.2f}")
        for start in range(ENTRY, many, 5000):
            batch = [case_draft(n) for n in range(start, min(start + 5000, many))]
            save_in_batches(store, batch, 5000)
        print(f"reading at {many} cases")
        measure_reading(store)
        measure_saving(store, many)
        store.close()


def measure_reading(store: Store) -> None:
    """Print the times of lists and searches, each the median of some repetitions."""
    plain = store.query("mediation_case")
    rowids = store.rowids(plain)
    count = len(rowids)
    middle, tail = rowids[count // 2 : count // 2 + 60], rowids[-60:]
    show("first page of 50", lambda: store.page(plain, 50, 0), 0.1)
    show("page at half", lambda: store.page(plain, 50, count // 2), 0.1)
    show("last page", lambda: store.page(plain, 50, count - 50), 0.1)
    show("count", lambda: store.count(plain), 0.1)
    show("whole order", lambda: store.rowids(plain), 0.1)
    show("60 rows by number", lambda: store.rows_by_rowid(plain, middle), 0.05)
    show("60 last rows by number", lambda: store.rows_by_rowid(plain, tail), 0.05)
    for name in sorted(sort_fields(store.handle.tables["mediation_case"])):
        by = ListQuery("mediation_case", sort=name)
        show(f"first page by {name}", lambda by=by: store.page(by, 50, 0), 0.1)
        show(f"order by {name}", lambda by=by: store.rowids(by), 0.1)
    for text in (
        "王",
        "建国",
        "王建国",
        "wjg",
        "zengwei",
        "8136",
        "宅基地边界",
        "青山民调字",
        "2020",
    ):
        show(f"find {text}", lambda text=text: store.find_text(text), 0.1)
        searched = ListQuery("mediation_case", search=text)
        show(f"list searched {text}", lambda q=searched: store.page(q, 50, 0), 0.1)


def measure_saving(store: Store, many: int) -> None:
    """Print the time of saving one case and of changing one."""
    new = [case_draft(many + n) for n in range(60)]
    took = [timed(lambda d=d: save(store, [d])) for d in new]
    print(f"save one case: median {statistics.median(took) * 1000:.1f} ms")
    for draft in new:
        draft.give("summary", "情况有变化")
    took = [timed(lambda d=d: save(store, [d])) for d in new]
    print(f"change one case: median {statistics.median(took) * 1000:.1f} ms")


def show(label: str, run: Callable[[], object], most: float) -> None:
    """Print the median time of five runs, and whether it holds."""
    run()
    took = statistics.median(timed(run) for _ in range(5))
    verdict = "" if took <= most else f"  ABOVE {most * 1000:.0f} ms"
    print(f"  {label}: {took * 1000:.2f} ms{verdict}")


def new_store(folder: Path) -> Store:
    """Give a new ledger with a village, a committee, people and mediators."""
    store = create_store(
        folder, kind="office", name="青山司法所", code="410199001", password=None, operator="李惠民"
    )
    village = given("village", {"name": "青山村", "kind": "1"})
    committee = given("committee", {"name": "青山村人民调解委员会", "kind": "01"})
    save(store, [village, committee])
    people = [given("person", {"name": name}) for name in ("周明", "吴芳", "郑强", "韩梅")]
    save(store, people)
    links = {"committee": committee.id, "engaged_on": "2015-01-01"}
    mediators = [given("mediator", {"person": p.id, **links}) for p in people]
    save(store, mediators)
    _LINKS["committee"] = [committee.id]
    _LINKS["village"] = [village.id]
    _LINKS["mediators"] = [m.id for m in mediators]
    return store


_LINKS: dict[str, list[Any]] = {}


def case_draft(number: int) -> Draft:
    """Give an unsaved case with two parties and an agreement, the same for a number."""
    dice = random.Random(number)
    day = date(2014, 1, 1) + timedelta(days=dice.randrange(4300))
    parties = [_party(dice, side) for side in ("1", "2")]
    words = "".join(dice.choice(_WORDS) for _ in range(80))
    return given(
        "mediation_case",
        {
            "number": f"（{day.year}）青山民调字第{number}号",
            "committee": _LINKS["committee"][0],
            "mediators": [dice.choice(_LINKS["mediators"])],
            "accepted_on": day.isoformat(),
            "mediated_on": day.isoformat(),
            "closed_on": (day + timedelta(days=dice.randrange(30))).isoformat(),
            "source": "1",
            "dispute_type": dice.choice(("1", "2", "3", "4", "5")),
            "village": _LINKS["village"][0],
            "summary": words,
            "people_involved": 2,
            "amount": str(dice.randrange(100_000)),
            "result": "1",
            "form": "2",
            "state": "03",
            "volume_name": f"{parties[0]['name']}与{parties[1]['name']}纠纷",
            "parties": parties,
            "agreements": [
                {
                    "number": f"青山民调协字第{number}号",
                    "form": "2",
                    "facts": words,
                    "terms": words[:40],
                    "agreed_on": day.isoformat(),
                    "amount": str(dice.randrange(100_000)),
                }
            ],
        },
    )


def _party(dice: random.Random, side: str) -> dict[str, object]:
    name = dice.choice(_SURNAMES) + dice.choice(_GIVEN) + dice.choice(_GIVEN)
    return {
        "side": side,
        "kind": "01",
        "name": name,
        "id_number": _id_number(dice),
        "contact": f"138{dice.randrange(10**8):08d}",
        "address": f"示范县青山镇青山村{dice.randrange(20)}组",
        "sex": "1",
        "people_on_side": 1,
    }


def _id_number(dice: random.Random) -> str:
    born = date(1950, 1, 1) + timedelta(days=dice.randrange(18_000))
    body = f"410199{born:%Y%m%d}{dice.randrange(1000):03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(s) * w for s, w in zip(body, weights, strict=True)) % 11]


def given(type_name: str, content: dict[str, Any]) -> Draft:
    """Give a draft of this content; fails when the content is not sound."""
    draft = Draft.new(record_type(type_name))
    problems = draft.take(content)
    unread = [draft.unread, *(row.unread for rows in draft.rows.values() for row in rows)]
    if problems or any(unread):
        raise ValueError(f"{problems} {unread}")
    return draft


def save(store: Store, drafts: list[Draft]) -> None:
    """Save drafts in one transaction."""
    with store.change() as scope:
        for draft in drafts:
            scope.save(draft)


def save_in_batches(store: Store, drafts: list[Draft], size: int = BATCH) -> None:
    """Save drafts, ``size`` per transaction."""
    for start in range(0, len(drafts), size):
        save(store, drafts[start : start + size])


def raw_seconds(store: Store, folder: Path, *, indexes: bool) -> float:
    """Give the time raw sqlite3 takes to write the same rows and log rows."""
    names = ("mediation_case", "party", "agreement")
    log = store.select("SELECT writer, n, tx, type, uid, act, body FROM change ORDER BY n")
    rows = {name: store.select(f'SELECT * FROM "{name}" ORDER BY id') for name in names}  # noqa: S608
    file = folder / f"raw{indexes}.db"
    con = sqlite3.connect(file, isolation_level=None)
    con.execute("PRAGMA journal_mode = WAL")
    con.execute("PRAGMA synchronous = FULL")
    con.execute("PRAGMA cache_size = -65536")
    for sql in _schema(store, names, indexes=indexes):
        con.execute(sql)
    took = timed(lambda: _write_raw(con, rows, log))
    con.close()
    return took


def _schema(store: Store, names: tuple[str, ...], *, indexes: bool) -> list[str]:
    kinds = "('table', 'index')" if indexes else "('table')"
    found = store.select(
        f"SELECT sql FROM sqlite_schema WHERE type IN {kinds} AND sql IS NOT NULL"  # noqa: S608
        " AND tbl_name IN (?, ?, ?, 'change') ORDER BY type DESC",
        names,
    )
    return [str(row[0]) for row in found]


def _write_raw(con: sqlite3.Connection, rows: dict[str, Any], log: list[Any]) -> None:
    per_case = {"mediation_case": 1, "party": 2, "agreement": 1}
    log_sql = "INSERT INTO change(writer, n, tx, type, uid, act, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
    for start in range(0, ENTRY, BATCH):
        con.execute("BEGIN IMMEDIATE")
        for name, each in per_case.items():
            part = rows[name][start * each : (start + BATCH) * each]
            marks = ",".join("?" * len(part[0]))
            con.executemany(f'INSERT INTO "{name}" VALUES ({marks})', part)  # noqa: S608
        con.executemany(log_sql, log[start * 4 : (start + BATCH) * 4])
        con.execute("COMMIT")


def timed(run: Callable[[], object]) -> float:
    """Give the seconds a call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
