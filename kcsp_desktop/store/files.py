"""The content of papers, by its SHA-256: written once, read when a document needs it.

Apart from the record, which is read whole at each start: papers are large. One that no record
names any more stays, as former rows do.
"""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kcsp_desktop import paths
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import FileId
from kcsp_desktop.store.reading import connected_for_reading

if TYPE_CHECKING:
    from pathlib import Path


def file_id(content: bytes) -> FileId:
    """Return the name by which content is kept."""
    return FileId(hashlib.sha256(content).hexdigest())


def keep(conn: sqlite3.Connection, content: bytes) -> FileId:
    """Keep content, in a transaction of its own; what is there already is left as it is."""
    name = file_id(content)
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    conn.execute("BEGIN IMMEDIATE")
    try:
        conn.execute("INSERT OR IGNORE INTO files VALUES (?, ?, ?)", (name, content, at))
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    return name


def content_of(path: Path, name: FileId) -> bytes:
    """Return what is kept in the store at ``path`` under ``name``, on a connection of its own.

    Raises ``KcspError`` where it is not there, or is not what its name says.
    """
    try:
        conn = connected_for_reading(path)
        try:
            row = conn.execute("SELECT content FROM files WHERE id = ?", (name,)).fetchone()
        finally:
            conn.close()
    except sqlite3.Error as error:
        raise KcspError(f"{path.name} cannot be read ({error}).") from error
    if row is None:
        raise KcspError("A paper's file is not in the store.", todo="Attach it again.")
    content = bytes(row[0])
    if file_id(content) != name:
        raise KcspError("A paper's file is damaged.", todo="Attach it again.")
    return content


def template_file(store: Path | None, name: FileId | None) -> Path:
    """Return the Word template of a body as a file: the one it has in the store, or the delivered.

    Word's package is read from a file, so what the store holds is laid into the cache, where it is
    looked at again each time: it must still be what its name says.
    """
    if store is None or name is None:
        return paths.notes_template()
    laid = paths.cache_folder() / "templates" / f"{name}.docx"
    try:
        if not laid.is_file() or file_id(laid.read_bytes()) != name:
            content = content_of(store, name)
            laid.parent.mkdir(parents=True, exist_ok=True)
            beside = laid.with_suffix(".part")
            beside.write_bytes(content)
            beside.replace(laid)
    except OSError as error:
        raise KcspError(f"The body's template cannot be laid out ({error.strerror}).") from error
    return laid
