"""Prints the text of the first migration from the declarations, to be frozen once.

Run ``python -m tools.draft_migration > db/store/migrations/m0001.py`` before the first
release only. Later changes of the schema are new steps, which ``tools/draft_step.py``
drafts; the tests compare what the steps make with what is declared.
"""

from __future__ import annotations

import sys

from db.records import ALL_RECORD_TYPES
from db.store import ddl
from db.store.schema import tables_of

_HEAD = '''"""The first level of a ledger file. Frozen: a released step is never edited.

Drafted by ``tools/draft_migration.py`` from the declarations of version 0.1.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
'''


def draft() -> str:
    """Give the module text of the first migration."""
    tables = tables_of(ALL_RECORD_TYPES)
    statements = [*ddl.LOG_TABLES, *ddl.LOCAL_TABLES, *ddl.business_tables(tables)]
    parts = [f'    """{statement}""",\n' for statement in statements]
    return _HEAD + "".join(parts) + ")\n"


if __name__ == "__main__":
    sys.stdout.write(draft())
