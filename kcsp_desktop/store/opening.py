"""Open a store: look first, refuse clearly, migrate safely, then read it all.

Order: probe read-only → copy aside where a migration is pending → foreign keys off → migrate →
check foreign keys → foreign keys on, WAL, synchronous FULL → read. A file that is refused is
left untouched, byte for byte.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.record import Record
from kcsp_desktop.store import rows
from kcsp_desktop.store.lock import WriterLock
from kcsp_desktop.store.migrations import migrations
from kcsp_desktop.store.store import PARENTS_FIRST, Store

_HEADER = b"SQLite format 3\x00"


def open_store(path: Path, *, write: bool = True) -> Store:
    """Open the store at ``path``; made where missing, unless ``write`` is false.

    Where another window writes to it, or the place cannot be written to, it is opened for
    reading and says why. Raises ``KcspError``.
    """
    path = Path(path)
    if not path.exists():
        if not write:
            raise KcspError("There is no store.", f"{path} does not exist.", "Name another file.")
        _make_room(path)
    else:
        _probe(path)
    why = _why_read_only(path) if write else "It was opened for reading."
    lock = WriterLock(path)
    if write and not why and not lock.take():
        why = "Another window has this store open. Close it there to write here."
    if why:
        return _opened_for_reading(path, why)
    try:
        return _opened_for_writing(path, lock)
    except sqlite3.Error as error:
        lock.release()
        raise KcspError(
            f"{path.name} is damaged ({error}).", todo="Open one of its copies."
        ) from error


def _make_room(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KcspError(
            f"The folder {path.parent} cannot be made.",
            str(error.strerror),
            "Choose a place you may write to.",
        ) from error
    if not os.access(path.parent, os.W_OK):
        raise KcspError(
            f"No store can be made in {path.parent}.",
            "You may not write there.",
            "Choose another place.",
        )


def _why_read_only(path: Path) -> str:
    place = path if path.exists() else path.parent
    if not os.access(place, os.W_OK) or not os.access(path.parent, os.W_OK):
        return f"{place} cannot be written to."
    return ""


def _probe(path: Path) -> None:
    """Refuse what is no store of ours or newer than this program; the file is only read."""
    if path.is_dir():
        raise KcspError(f"{path} is a folder, not a store.", todo="Name a file.")
    try:
        with path.open("rb") as file:
            header = file.read(16)
    except OSError as error:
        raise KcspError(f"{path} cannot be read.", str(error.strerror)) from error
    if header == b"":
        return
    refusal = KcspError(f"{path} is not a KCSP Desktop store.", todo="It was left as it is.")
    if header != _HEADER:
        raise refusal
    conn = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        tables = {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}
        if "_sqlite_migrations" not in tables:
            if tables:
                raise refusal
            return
        ledger = conn.execute("SELECT migration_set, name FROM _sqlite_migrations")
        applied = {name for group, name in ledger if group == "kcsp_desktop"}
    except sqlite3.Error as error:
        raise KcspError(f"{path} is damaged ({error}).", todo="Open one of its copies.") from error
    finally:
        conn.close()
    if not applied and tables:
        raise refusal
    known = {step.name for step in migrations.pending(Database(memory=True))}
    if applied - known:
        raise KcspError(
            f"{path} was made by a newer version of KCSP Desktop.",
            todo="Install that version; the file was left as it is.",
        )


def _opened_for_reading(path: Path, why: str) -> Store:
    conn = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    conn.row_factory = sqlite3.Row
    db = Database(conn, execute_plugins=False)
    try:
        record, known = _read(conn)
    except sqlite3.Error as error:
        conn.close()
        raise KcspError(f"{path} cannot be read ({error}).") from error
    return Store(db, record, known, None, why)


def _opened_for_writing(path: Path, lock: WriterLock) -> Store:
    conn = sqlite3.connect(path)
    conn.row_factory = sqlite3.Row
    db = Database(conn, execute_plugins=False)
    conn.execute("PRAGMA foreign_keys = OFF")
    if migrations.pending(db):
        if migrations.applied(db):
            shutil.copy2(path, path.with_name(f"{path.name}.before-migration"))
        migrations.apply(db)
    broken = conn.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        conn.close()
        raise sqlite3.DatabaseError(f"{len(broken)} rows point nowhere")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA foreign_keys = ON")
    record, known = _read(conn)
    return Store(db, record, known, lock)


def _read(conn: sqlite3.Connection) -> tuple[Record, dict[str, dict[str, float]]]:
    tables = {
        table: conn.execute(f"SELECT * FROM {table} ORDER BY rank").fetchall()
        for table in PARENTS_FIRST
    }
    known = {table: {row["id"]: row["rank"] for row in found} for table, found in tables.items()}
    blocks = _by(tables["blocks"], "item_id")
    items = _by(tables["items"], "meeting_id")
    parts = {
        name: _by(tables[name], "meeting_id") for name in ("sections", "attendance", "actions")
    }
    meetings = tuple(
        rows.meeting_from(
            row,
            (rows.section_from(one) for one in parts["sections"].get(row["id"], ())),
            (
                rows.item_from(one, (rows.block_from(b) for b in blocks.get(one["id"], ())))
                for one in items.get(row["id"], ())
            ),
            (rows.attendance_from(one) for one in parts["attendance"].get(row["id"], ())),
            (rows.action_from(one) for one in parts["actions"].get(row["id"], ())),
        )
        for row in tables["meetings"]
    )
    record = Record(
        bodies=tuple(rows.body_from(row) for row in tables["bodies"]),
        organisations=tuple(rows.organisation_from(row) for row in tables["organisations"]),
        people=tuple(rows.person_from(row) for row in tables["people"]),
        meetings=meetings,
    )
    return record, known


def _by(found: Iterable[Any], name: str) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = {}
    for row in found:
        out.setdefault(row[name], []).append(row)
    return out
