"""The store: the last written record, and ``save``, which writes the difference to a new one.

How this works: values are frozen, so a part that is the same object has not changed. ``save``
walks both records, and only lists that differ become rows that are compared and written, in one
transaction with the former rows kept in ``history``. The store knows no threads: it belongs to
the one that opened it.
"""

from __future__ import annotations

import getpass
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.store.ranks import ranks
from kcsp_desktop.store.rows import Row, groups, rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database

    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.store.lock import WriterLock

PARENTS_FIRST = (
    "bodies", "organisations", "people", "meetings", "sections", "items", "blocks", "attendance",
    "actions",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a commit was: the store's revision and the UTC time."""

    revision: int
    at: str


class Store:
    """One open store. ``read_only`` says why nothing can be written; empty: it can."""

    def __init__(
        self,
        db: Database,
        record: Record,
        known_ranks: dict[str, dict[str, float]],
        lock: WriterLock | None,
        read_only: str = "",
    ) -> None:
        """Made by ``opening.open_store``."""
        self._db = db
        self.record = record
        self.read_only = read_only
        self._ranks = known_ranks
        self._lock = lock
        self._who = _login()

    def save(self, record: Record, run: str = "") -> Saved:
        """Write ``record`` in one transaction; former rows are kept once per ``run``.

        Raises ``KcspError`` and leaves both the file and the held record as they were.
        """
        if self.read_only:
            raise KcspError("This store is open for reading only.", self.read_only)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        changed = tuple(_changed(self.record, record))
        new_ranks: dict[str, dict[str, float]] = {}
        try:
            self._db.execute("BEGIN IMMEDIATE")
            with self._db.atomic():
                self._write(changed, new_ranks, run or at, at)
                revision = self._count()
            self._db.conn.commit()
        except sqlite3.Error as error:
            if self._db.conn.in_transaction:
                self._db.conn.rollback()
            raise KcspError(*_sentence(error)) from error
        self.record = record
        for table, given in new_ranks.items():
            self._ranks[table] = {**self._ranks.get(table, {}), **given}
        return Saved(revision=revision, at=at)

    def _write(
        self,
        changed: tuple[tuple[str, str, object, object], ...],
        new_ranks: dict[str, dict[str, float]],
        run: str,
        at: str,
    ) -> None:
        gone: dict[str, dict[str, Row]] = {table: {} for table in PARENTS_FIRST}
        put: dict[str, list[tuple[Row, Row | None]]] = {table: [] for table in PARENTS_FIRST}
        for table, owner, before, after in changed:
            old = {row["id"]: row for row in rows_of(table, owner, before or ())}
            new = {row["id"]: row for row in rows_of(table, owner, after or ())}
            known = self._ranks.get(table, {})
            given = ranks(list(new), {one: known[one] for one in new if one in known})
            new_ranks.setdefault(table, {}).update(given)
            gone[table] |= {one: row for one, row in old.items() if one not in new}
            for one, row in new.items():
                former = old.get(one)
                if former != row or known.get(one) != given[one]:
                    put[table].append(({**row, "rank": given[one]}, former))
        # A row that moved to another owner is gone in one list and new in the other.
        moved = {t: {row["id"] for row, _ in rows} & gone[t].keys() for t, rows in put.items()}
        for table in reversed(PARENTS_FIRST):
            for one, row in gone[table].items():
                self._keep(table, one, row, run, at)
                if one not in moved[table]:
                    self._db.execute(f"DELETE FROM {table} WHERE id = ?", (one,))
        for table in PARENTS_FIRST:
            for row, former in put[table]:
                if former is not None and former != {k: v for k, v in row.items() if k != "rank"}:
                    self._keep(table, row["id"], former, run, at)
                self._put(table, row)

    def _put(self, table: str, row: Row) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name != "id")
        self._db.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {sets}",
            tuple(row.values()),
        )

    def _keep(self, table: str, one: str, former: Row, run: str, at: str) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO history (entity, entity_id, former, run, at, who) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (table, one, json.dumps(former, ensure_ascii=False), run, at, self._who),
        )

    def _count(self) -> int:
        self._db.execute(
            "UPDATE facts SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) "
            "WHERE name = 'revision'",
        )
        row: Any = self._db.execute("SELECT value FROM facts WHERE name = 'revision'").fetchone()
        return int(row[0])

    def pragma(self, name: str) -> Any:
        """Return a pragma's value on this connection, for those who have to be sure."""
        return self._db.execute(f"PRAGMA {name}").fetchone()[0]

    def close(self) -> None:
        """Close the file and let the next writer in."""
        self._db.conn.close()
        if self._lock is not None:
            self._lock.release()


def _changed(before: Record, after: Record) -> Iterator[tuple[str, str, object, object]]:
    """Yield each list of rows that is not the same object in both records."""
    old = {(table, owner): value for table, owner, value in groups(before)}
    for table, owner, value in groups(after):
        former = old.pop((table, owner), None)
        if former is not value:
            yield table, owner, former, value
    for (table, owner), value in old.items():
        yield table, owner, value, None


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _sentence(error: sqlite3.Error) -> tuple[str, str, str]:
    text = str(error)
    if "full" in text:
        return "The disk is full.", "", "Free some space; saving goes on by itself."
    if "locked" in text or "busy" in text:
        return "The store is locked by another program.", "", "Close it there."
    if "readonly" in text:
        return "The store's place cannot be written to.", "", "Look at the folder's permissions."
    return f"The store could not be written ({text}).", "", ""
