"""Former texts: what a row was before it changed, newest first."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A row as it was: UTC time of the change, who made it, and the values."""

    at: str
    who: str
    values: dict[str, Any]

    @property
    def text(self) -> str:
        """A block's letters."""
        return "".join(text for text, _ in json.loads(self.values.get("runs", "[]")))


def former(store: Path, table: str, one: str) -> tuple[Former, ...]:
    """Return the former values of a row, newest first."""
    conn = sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)
    try:
        found = conn.execute(
            "SELECT at, who, former FROM history WHERE entity = ? AND entity_id = ? "
            "ORDER BY number DESC",
            (table, one),
        ).fetchall()
    finally:
        conn.close()
    return tuple(Former(at=at, who=who, values=json.loads(values)) for at, who, values in found)
