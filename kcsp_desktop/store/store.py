"""The store: the last written record, and ``save``, which writes the difference to a new one.

How this works: ``save`` is given the whole record and works out what to write (``difference``)
before it begins; then one transaction keeps the former rows in ``history``, writes the rows and
counts the revision. So nothing can be pending in here, and to try again is to save the latest
record. The store knows no threads: it belongs to the one that opened it.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.store.difference import Change, Difference, difference
from kcsp_desktop.store.files import keep
from kcsp_desktop.store.lock import login
from kcsp_desktop.store.reading import UNREADABLE, connected_for_reading, read

if TYPE_CHECKING:
    from pathlib import Path

    from kcsp_desktop.domain.ids import FileId
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.store.lock import WriterLock
    from kcsp_desktop.store.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a commit was: the store's revision and the UTC time."""

    revision: int
    at: str


class Store:
    """One open store, made by ``opening.open_store``.

    ``record`` is what was last written or read. ``read_only`` says in a sentence why nothing can
    be written; empty: it can.
    """

    def __init__(
        self,
        path: Path,
        conn: sqlite3.Connection,
        lock: WriterLock | None,
        read_only: str = "",
    ) -> None:
        """Read everything. Raises what reading a damaged store raises (``UNREADABLE``)."""
        self.path = path
        self.read_only = read_only
        self._conn = conn
        self._lock = lock
        self._who = login()
        self.record, self._ranks = read(conn)

    def save(self, record: Record, run: str = "") -> Saved:
        """Write ``record`` in one transaction; former rows are kept once per ``run``.

        Raises ``KcspError`` and leaves both the file and the held record as they were.
        """
        if self.read_only:
            raise KcspError("This store is open for reading only.", self.read_only)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        changes = difference(self.record, record, self._ranks)
        if not changes.puts and not changes.gone:
            self.record = record
            return Saved(revision=self.revision(), at=at)
        try:
            revision = self._commit(changes, run, at)
        except sqlite3.Error as error:
            raise KcspError(*_sentence(error)) from error
        self.record = record
        self._take_ranks(changes)
        return Saved(revision=revision, at=at)

    def keep_file(self, content: bytes) -> FileId:
        """Keep a paper's content on disk; return the name by which the record calls it.

        Raises ``KcspError`` and leaves the file as it was.
        """
        if self.read_only:
            raise KcspError("This store is open for reading only.", self.read_only)
        try:
            return keep(self._conn, content)
        except sqlite3.Error as error:
            raise KcspError(*_sentence(error)) from error

    def _commit(self, changes: Difference, run: str, at: str) -> int:
        conn = self._conn
        try:
            # Immediate: a deferred one that reads first fails at once beside another writer.
            conn.execute("BEGIN IMMEDIATE")
            for change in (*changes.puts, *changes.gone):
                self._keep_former(change, run, at)
            # What moves out of an item has left it before the item goes, with all it holds.
            for change in changes.puts:
                self._put(change)
            for change in changes.gone:
                conn.execute(f"DELETE FROM {change.table} WHERE id = ?", (change.row_id,))
            revision = self._count()
            conn.commit()
        except BaseException:
            if conn.in_transaction:
                conn.rollback()
            raise
        return revision

    def _put(self, change: Change) -> None:
        row: Row = {**(change.row or {}), "rank": change.rank}
        if change.former is None:
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            self._conn.execute(
                f"INSERT INTO {change.table} ({names}) VALUES ({marks})", tuple(row.values())
            )
            return
        changed = {name: value for name, value in row.items() if change.former.get(name) != value}
        sets = ", ".join(f'"{name}" = ?' for name in changed)
        done = self._conn.execute(
            f"UPDATE {change.table} SET {sets} WHERE id = ?", (*changed.values(), change.row_id)
        )
        if done.rowcount != 1:
            raise sqlite3.DatabaseError("a row is gone that should be there")

    def _keep_former(self, change: Change, run: str, at: str) -> None:
        if change.former is None or change.former == change.row:
            return
        former = json.dumps(change.former, ensure_ascii=False)
        self._conn.execute(
            "INSERT OR IGNORE INTO history (entity, entity_id, meeting_id, former, run, at, who) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (change.table, change.row_id, change.meeting_id, former, run, at, self._who),
        )

    def _count(self) -> int:
        self._conn.execute(
            "UPDATE facts SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) "
            "WHERE name = 'revision'",
        )
        return self.revision()

    def _take_ranks(self, changes: Difference) -> None:
        for table, given in changes.ranks.items():
            self._ranks.setdefault(table, {}).update(given)
        for change in changes.gone:
            self._ranks[change.table].pop(change.row_id, None)

    def revision(self) -> int:
        """Return how many times this store has been written."""
        row: Any = self._conn.execute("SELECT value FROM facts WHERE name = 'revision'").fetchone()
        return int(row[0])

    def reload(self) -> Record:
        """Read everything again, for one that looks on while another writes.

        Raises ``KcspError``; the record held stays then.
        """
        try:
            if self.read_only:
                self._conn.close()
                self._conn = connected_for_reading(self.path)
            self.record, self._ranks = read(self._conn)
        except UNREADABLE as error:
            raise KcspError(f"{self.path.name} cannot be read ({error}).") from error
        return self.record

    def pragma(self, name: str) -> object:
        """Return a pragma's value on this connection, for those who have to be sure."""
        row: Any = self._conn.execute(f"PRAGMA {name}").fetchone()
        return row[0]

    def close(self) -> None:
        """Close the file and let the next writer in."""
        self._conn.close()
        if self._lock is not None:
            self._lock.release()


def _sentence(error: sqlite3.Error) -> tuple[str, str, str]:
    """Say what went wrong, where, and what to do. Tells them apart by SQLite's own codes."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return "The disk is full.", "", "Free some space; saving goes on by itself."
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "The store is locked by another program.", "", "Close it there."
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return "The store's place cannot be written to.", "", "Look at the folder's permissions."
    if name.startswith("SQLITE_IOERR"):
        return "The disk does not answer as it should.", "", "Look whether it is still there."
    return f"The store could not be written ({error}).", "", "A copy of it can still be opened."
