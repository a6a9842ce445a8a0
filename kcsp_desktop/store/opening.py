"""Open a store: look first, refuse clearly, migrate safely, then read it all.

Order: probe read-only → copy aside where a migration is pending → foreign keys off → migrate →
check foreign keys → foreign keys on, WAL, synchronous FULL → read. A file that is refused is
left untouched, byte for byte.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.store import steps
from kcsp_desktop.store.backups import whole_copy
from kcsp_desktop.store.lock import WriterLock
from kcsp_desktop.store.reading import UNREADABLE, connected_for_reading
from kcsp_desktop.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = b"SQLite format 3\x00"


def open_store(path: Path, *, write: bool = True) -> Store:
    """Open the store at ``path``; made where missing, unless ``write`` is false.

    Where another window writes to it, or the place cannot be written to, it is opened for
    reading and says why. Raises ``KcspError``.
    """
    path = Path(path)
    if _is_there(path):
        _probe(path)
    elif not write:
        raise KcspError("There is no store.", f"{path} does not exist.", "Name another file.")
    else:
        _make_room(path)
    if not write:
        return _opened_for_reading(path, "It was opened for reading.")
    lock = WriterLock(path)
    why = _why_read_only(path) or _why_locked(lock)
    if why:
        return _opened_for_reading(path, why)
    try:
        return _opened_for_writing(path, lock)
    except BaseException:
        lock.release()
        raise


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError) as error:
        raise KcspError(f"{path} cannot be looked at.", str(error)) from error


def _make_room(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KcspError(
            f"The folder {path.parent} cannot be made.",
            f"{error.strerror}.",
            "Choose a place you may write to.",
        ) from error
    if not os.access(path.parent, os.W_OK):
        raise KcspError(
            f"No store can be made in {path.parent}.",
            "You may not write there.",
            "Choose another place.",
        )


def _why_read_only(path: Path) -> str:
    for place in (path, path.parent):
        if place.exists() and not os.access(place, os.W_OK):
            return f"{place} cannot be written to."
    return ""


def _why_locked(lock: WriterLock) -> str:
    """Take the lock; where that fails say who has it."""
    try:
        if lock.take():
            return ""
    except OSError as error:
        return f"The place of the store cannot be written to ({error.strerror})."
    who = lock.holder()
    holder = f"Another window ({who})" if who else "Another window"
    return f"{holder} has this store open. Close it there to write here."


def _probe(path: Path) -> None:
    """Refuse what is no store of ours or newer than this program; the file is only read."""
    if path.is_dir():
        raise KcspError(f"{path} is a folder, not a store.", todo="Name a file.")
    try:
        with path.open("rb") as file:
            header = file.read(16)
    except OSError as error:
        raise KcspError(f"{path} cannot be read.", f"{error.strerror}.") from error
    if header == b"":
        return  # one that was about to be made
    refusal = KcspError(f"{path} is not a KCSP Desktop store.", todo="It was left as it is.")
    if header != _HEADER:
        raise refusal
    with _said_clearly(path):
        taken = _steps_taken(path)
    if taken is None:
        raise refusal
    if taken - set(steps.STEPS):
        raise KcspError(
            f"{path} was made by a newer version of KCSP Desktop.",
            todo="Install that version; the file was left as it is.",
        )


def _steps_taken(path: Path) -> set[str] | None:
    conn = connected_for_reading(path)
    try:
        return steps.taken(conn)
    finally:
        conn.close()


def _damaged(path: Path, error: Exception) -> KcspError:
    """Return the refusal of a file that cannot be read: damage, or only where it lies."""
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
        return KcspError(
            f"{path} was not closed properly and cannot be read where it lies.",
            todo="Copy it, with the files beside it, to a folder you may write to.",
        )
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return KcspError(f"{path} is locked by another program.", todo="Close it there.")
    return KcspError(f"{path} is damaged ({error}).", todo="Open one of its copies.")


def _opened_for_reading(path: Path, why: str) -> Store:
    with _said_clearly(path), _closed_on_failure(connected_for_reading(path)) as conn:
        if set(steps.STEPS) - (steps.taken(conn) or set()):
            raise KcspError(
                f"{path} is of an older version, or is still being made.",
                todo="Open it in a window that may write to it; that brings it up to date.",
            )
        return Store(path, conn, None, why)


def _opened_for_writing(path: Path, lock: WriterLock) -> Store:
    with _said_clearly(path), _closed_on_failure(sqlite3.connect(path)) as conn:
        conn.row_factory = sqlite3.Row
        _bring_up_to_date(path, conn)
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA foreign_keys = ON")
        return Store(path, conn, lock)


@contextmanager
def _said_clearly(path: Path) -> Iterator[None]:
    try:
        yield
    except UNREADABLE as error:
        raise _damaged(path, error) from error


@contextmanager
def _closed_on_failure(conn: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield conn
    except BaseException:
        conn.close()
        raise


def _bring_up_to_date(path: Path, conn: sqlite3.Connection) -> None:
    """Take the steps that are due; a store that has something in it is copied first."""
    conn.execute("PRAGMA foreign_keys = OFF")
    taken = steps.taken(conn) or set()
    due = [step for step in steps.STEPS if step not in taken]
    if due:
        # Imported now, for it is rare and costs 150 ms.
        from sqlite_utils import Database

        from kcsp_desktop.store.migrations import migrations

        if taken:
            whole_copy(path, path.with_name(f"{path.stem} before {due[0]}{path.suffix}"))
        migrations.apply(Database(conn, execute_plugins=False))
    broken = conn.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.DatabaseError(f"{len(broken)} rows point nowhere")
