"""What the sheet tells of: a change, and places in its text."""

from __future__ import annotations

from dataclasses import dataclass

from kcsp_desktop.domain.edits import Edit
from kcsp_desktop.domain.ids import BlockId


@dataclass(frozen=True, slots=True, kw_only=True)
class Caret:
    """A place in the text by block and code points; the anchor is the selection's other end."""

    block_id: BlockId | None = None
    offset: int = 0
    anchor_id: BlockId | None = None
    anchor_offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Edits that belong together. ``shown``: the text shows them already (Qt made them)."""

    edits: tuple[Edit, ...]
    before: Caret
    after: Caret
    text: str
    shown: bool = True
    merge: tuple[object, object] | None = None
