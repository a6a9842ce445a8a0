"""The steps of the schema by their names, in order, and the ledger in which a store keeps them.

Apart from ``migrations``, which makes them: that takes sqlite-utils, whose import costs more than
all else that opens a store, and a store that has had every step needs none of it. Must stay in
step: ``migrations`` (a test compares).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

SET = "kcsp_desktop"
STEPS = ("0001_first", "0002_room", "0003_life", "0004_memory")
LEDGER = "_sqlite_migrations"


def taken(conn: sqlite3.Connection) -> set[str] | None:
    """Return the steps a store has had; ``None``: the file is somebody else's."""
    tables = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return set()
    if LEDGER not in tables:
        return None
    ledger = conn.execute(f"SELECT migration_set, name FROM {LEDGER}").fetchall()
    if tables == {LEDGER} and not ledger:
        return set()  # its making was cut short, or goes on in another window
    return {row[1] for row in ledger if row[0] == SET} or None
