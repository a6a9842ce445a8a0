"""Copies of the store: one at each start that finds it changed, checked, seven kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kcsp_desktop.domain.errors import KcspError

KEPT = 7


def copy_at_start(store: Path, folder: Path, now: datetime) -> Path | None:
    """Copy the store into ``folder`` where it changed since the last copy; return the copy.

    The copy is made through SQLite's own way, read back whole (``integrity_check``) and only
    then given its name. Raises ``KcspError`` where that fails; no older copy is touched then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copies = sorted(folder.glob(f"{store.stem} *.db"))
    if copies and _revision(copies[-1]) == _revision(store):
        return None
    target = folder / f"{store.stem} {now:%Y-%m-%d %H%M%S}.db"
    beside = target.with_suffix(".part")
    beside.unlink(missing_ok=True)
    source = sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)
    copy = sqlite3.connect(beside)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        raise KcspError(f"No copy of the store could be made ({error}).") from error
    finally:
        copy.close()
        source.close()
    if verdict != "ok":
        raise KcspError(f"The copy of the store is not whole ({verdict}).")
    beside.replace(target)
    for old in thin((*copies, target)):
        old.unlink(missing_ok=True)
    return target


def thin(copies: Sequence[Path], kept: int = KEPT) -> tuple[Path, ...]:
    """Return the copies that may go: all but the newest ``kept``, by name."""
    return tuple(sorted(copies)[: max(0, len(copies) - kept)])


def _revision(path: Path) -> str:
    conn = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        row = conn.execute("SELECT value FROM facts WHERE name = 'revision'").fetchone()
        return str(row[0]) if row else ""
    except sqlite3.Error:
        return ""
    finally:
        conn.close()
