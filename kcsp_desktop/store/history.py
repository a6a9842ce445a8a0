"""Former texts: what a row was before it changed, newest first."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.store.reading import connected_for_reading

if TYPE_CHECKING:
    from pathlib import Path

    from kcsp_desktop.domain.blocks import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A row as it was: its table and id, UTC time of the change, who made it, and the values."""

    table: str
    row_id: str
    at: str
    who: str
    values: dict[str, Any]

    @property
    def runs(self) -> Runs:
        """A block's text with its marks, ready to be put back."""
        return tuple((text, flags) for text, flags in json.loads(self.values.get("runs", "[]")))

    @property
    def text(self) -> str:
        """A block's letters."""
        return "".join(text for text, _ in self.runs)


def former(store: Path, table: str, one: str) -> tuple[Former, ...]:
    """Return the former values of a row, newest first. Raises ``KcspError``."""
    return _found(store, "entity = ? AND entity_id = ?", (table, one))


def former_of_meeting(store: Path, meeting_id: str) -> tuple[Former, ...]:
    """Return all former values of a meeting and what belonged to it, newest first.

    Blocks and items that were deleted are among them. Raises ``KcspError``.
    """
    return _found(store, "meeting_id = ?", (meeting_id,))


def _found(store: Path, where: str, values: tuple[str, ...]) -> tuple[Former, ...]:
    try:
        conn = connected_for_reading(store)
        try:
            rows = conn.execute(
                f"SELECT entity, entity_id, at, who, former FROM history WHERE {where} "
                "ORDER BY number DESC",
                values,
            ).fetchall()
        finally:
            conn.close()
    except sqlite3.Error as error:
        raise KcspError(f"The earlier texts cannot be read ({error}).") from error
    return tuple(
        Former(
            table=row["entity"], row_id=row["entity_id"], at=row["at"], who=row["who"],
            values=json.loads(row["former"]),
        )
        for row in rows
    )  # fmt: skip
