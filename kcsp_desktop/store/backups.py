"""Copies of the store: one at each start that finds it changed, checked, seven kept."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.store.reading import connected_for_reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

KEPT = 7


def copy_at_start(store: Path, folder: Path, now: datetime) -> Path | None:
    """Copy the store into ``folder`` where it changed since the last copy; return the copy.

    To be called after the store has been read: it reads through a connection of its own. Raises
    ``KcspError`` where no whole copy can be made; no older copy is touched then.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copies = copies_of(store, folder)
    except OSError as error:
        raise KcspError(f"No copy can be made in {folder}.", f"{error.strerror}.") from error
    revision = _revision(store)
    if copies and revision is not None and _revision(copies[-1]) == revision:
        return None
    for left in folder.glob(f"{_name(store)} *.db.part"):
        left.unlink(missing_ok=True)  # of a start that was cut short
    target = folder / f"{_name(store)} {now:%Y-%m-%d %H%M%S}.db"
    whole_copy(store, target)
    for old in thin(copies, KEPT - 1):
        if old != target:
            old.unlink(missing_ok=True)
    return target


def copies_of(store: Path, folder: Path) -> tuple[Path, ...]:
    """Return the copies of ``store`` in ``folder``, oldest first; other files are not ours."""
    name = re.compile(rf"{re.escape(_name(store))} \d{{4}}-\d\d-\d\d \d{{6}}\.db")
    return tuple(sorted(path for path in folder.iterdir() if name.fullmatch(path.name)))


def _name(store: Path) -> str:
    """Return what the copies of a store are called; of two stores, two names."""
    return store.stem if store.suffix == ".db" else store.name


def thin(copies: Sequence[Path], kept: int) -> tuple[Path, ...]:
    """Return the copies that may go: all but the newest ``kept``, by name."""
    return tuple(sorted(copies)[: max(0, len(copies) - kept)])


def whole_copy(store: Path, target: Path) -> None:
    """Copy a store that may be open, read the copy back, and only then give it its name.

    Raises ``KcspError``; ``target`` is as it was then.
    """
    beside = target.with_name(f"{target.name}.part")
    try:
        beside.unlink(missing_ok=True)
        verdict = _copied(store, beside)
        if verdict == "ok":
            beside.replace(target)
            return
    except (sqlite3.Error, OSError) as error:
        beside.unlink(missing_ok=True)
        raise KcspError(f"No copy of {store.name} could be made ({error}).") from error
    beside.unlink(missing_ok=True)
    raise KcspError(f"The copy of {store.name} is not whole ({verdict}).")


def _copied(store: Path, target: Path) -> str:
    """Copy through SQLite's own way, which takes the log of changes along; return its verdict."""
    source = connected_for_reading(store)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        return str(copy.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        copy.close()
        source.close()


def _revision(path: Path) -> str | None:
    """Return the revision a store or copy has, ``None`` where it cannot be read."""
    try:
        conn = connected_for_reading(path)
    except sqlite3.Error:
        return None
    try:
        row = conn.execute("SELECT value FROM facts WHERE name = 'revision'").fetchone()
        return str(row[0]) if row else None
    except sqlite3.Error:
        return None
    finally:
        conn.close()
