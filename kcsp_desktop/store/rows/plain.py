"""What every row is made with: JSON for what has no id, and text that SQLite can hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = dict[str, Any]


def to_json(value: object) -> str:
    """Return a value as the JSON that stands in a row."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def clean(text: str) -> str:
    """Return text that SQLite can hold: NUL goes, and half a character becomes U+FFFD.

    Such halves (lone surrogates) come with text pasted from broken sources; a save must not fail
    for one. Two halves that belong together become the character they are.
    """
    if text.isascii() and "\x00" not in text:
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\x00", "")


def without_rank(row: Mapping[str, Any], *others: str) -> Row:
    """Return a row as the values it came from had it, without its rank and ``others``."""
    return {name: row[name] for name in row.keys() if name not in ("rank", *others)}  # noqa: SIM118 - a sqlite3.Row iterates over values
