"""Read a whole store into a record, and how to connect without touching the file.

Must stay in step: ``rows`` (rows to values), ``difference`` (the tables and their order).
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.record import Record
from kcsp_desktop.store import rows
from kcsp_desktop.store.difference import PARENTS_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.store.difference import Ranks

UNREADABLE = (sqlite3.Error, ValueError, KeyError, TypeError, IndexError)
"""What reading a damaged store raises: SQLite's own, or values that are none of ours."""


def connected_for_reading(path: Path) -> sqlite3.Connection:
    """Connect so that not a byte of ``path`` is written, and no file beside it is made.

    A store that nobody has open is read as it lies (``immutable``): SQLite would otherwise make
    files beside it, and could not open it in a place that cannot be written to. A writer's log
    (``-wal``) is there for as long as it has the store open. Raises ``sqlite3.Error``.
    """
    journals = (path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-journal"))
    quiet = not any(journal.exists() for journal in journals)
    uri = f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if quiet else ''}"
    conn = sqlite3.connect(uri, uri=True)
    conn.row_factory = sqlite3.Row
    return conn


def read(conn: sqlite3.Connection) -> tuple[Record, Ranks]:
    """Return everything as it was at one moment, and the rank of every row."""
    conn.execute("BEGIN")
    try:
        tables = {
            table: conn.execute(f"SELECT * FROM {table} ORDER BY rank").fetchall()
            for table in PARENTS_FIRST
        }
    finally:
        conn.rollback()
    known = {table: {row["id"]: row["rank"] for row in found} for table, found in tables.items()}
    record = Record(
        bodies=tuple(rows.body_from(row) for row in tables["bodies"]),
        organisations=tuple(rows.organisation_from(row) for row in tables["organisations"]),
        people=tuple(rows.person_from(row) for row in tables["people"]),
        meetings=_meetings(tables),
        abbreviations=tuple(rows.abbreviation_from(row) for row in tables["abbreviations"]),
        entries=tuple(rows.entry_from(row) for row in tables["entries"]),
    )
    return record, known


def _meetings(tables: dict[str, list[Any]]) -> tuple[Meeting, ...]:
    blocks = _by(tables["blocks"], "item_id")
    items = _by(tables["items"], "meeting_id")
    parts = {
        name: _by(tables[name], "meeting_id")
        for name in ("sections", "attendance", "actions", "declarations")
    }
    return tuple(
        rows.meeting_from(
            row,
            (rows.section_from(one) for one in parts["sections"].get(row["id"], ())),
            (
                rows.item_from(one, (rows.block_from(b) for b in blocks.get(one["id"], ())))
                for one in items.get(row["id"], ())
            ),
            (rows.attendance_from(one) for one in parts["attendance"].get(row["id"], ())),
            (rows.action_from(one) for one in parts["actions"].get(row["id"], ())),
            (rows.declaration_from(one) for one in parts["declarations"].get(row["id"], ())),
        )
        for row in tables["meetings"]
    )


def _by(found: Iterable[Any], name: str) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = {}
    for row in found:
        out.setdefault(row[name], []).append(row)
    return out
