"""Enter, Tab, Shift+Tab and Backspace as tables over kinds. Pure; no Qt."""

from __future__ import annotations

from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, Block, BlockKind

_K = BlockKind

STEP_OUT = {
    _K.PARAGRAPH: _K.PLAIN,
    _K.LETTER: _K.PARAGRAPH,
    _K.BULLET: _K.PARAGRAPH,
    _K.SUB_BULLET: _K.BULLET,
    _K.RESOLUTION: _K.PARAGRAPH,
    _K.CLAUSE: _K.PARAGRAPH,
    _K.CLAUSE_BULLET: _K.CLAUSE,
    _K.POST_MEETING_NOTE: _K.PARAGRAPH,
    _K.PRIVATE_NOTE: _K.PARAGRAPH,
}
"""What an empty block becomes on Enter."""

NEXT = {
    _K.RESOLUTION: _K.PARAGRAPH,
    _K.POST_MEETING_NOTE: _K.PARAGRAPH,
    _K.PRIVATE_NOTE: _K.PARAGRAPH,
}
"""What follows a block on Enter at its end, where it is not of the same kind."""

DEEPER = {
    _K.PARAGRAPH: _K.BULLET,
    _K.PLAIN: _K.BULLET,
    _K.LETTER: _K.BULLET,
    _K.BULLET: _K.SUB_BULLET,
    _K.CLAUSE: _K.CLAUSE_BULLET,
}

BACK = {
    _K.SUB_BULLET: _K.BULLET,
    _K.BULLET: _K.PARAGRAPH,
    _K.LETTER: _K.PARAGRAPH,
    _K.CLAUSE_BULLET: _K.CLAUSE,
    _K.CLAUSE: _K.PARAGRAPH,
}
"""One level up: Shift+Tab, and Backspace at a block's start."""

LOSES_KIND = {
    _K.RESOLUTION: _K.PARAGRAPH,
    _K.POST_MEETING_NOTE: _K.PARAGRAPH,
    _K.PRIVATE_NOTE: _K.PARAGRAPH,
}
"""What Backspace at the start makes of a block that has no level."""


def stepped_out(kind: BlockKind) -> BlockKind | None:
    """Return what an empty block of that kind becomes on Enter; ``None``: it stays."""
    return STEP_OUT.get(kind)


def following(kind: BlockKind, before: str, at_end: bool) -> BlockKind:
    """Return the kind of the block that Enter makes behind ``before``."""
    if kind is BlockKind.RESOLUTION and before.rstrip().endswith(":"):
        return BlockKind.CLAUSE
    return NEXT.get(kind, kind) if at_end else kind


def deeper(kind: BlockKind, above: BlockKind | None) -> BlockKind | None:
    """Return what Tab makes of a block; below a resolution a paragraph becomes its clause."""
    if above in RESOLUTION_PARTS and kind in (BlockKind.PARAGRAPH, BlockKind.PLAIN):
        return BlockKind.CLAUSE
    return DEEPER.get(kind)


def back(kind: BlockKind) -> BlockKind | None:
    """Return what Shift+Tab makes of a block."""
    return BACK.get(kind)


def erased(kind: BlockKind) -> BlockKind | None:
    """Return what Backspace at its start makes of a block; ``None``: it joins the one above."""
    return BACK.get(kind) or LOSES_KIND.get(kind)


def is_kept(block: Block) -> bool:
    """Whether only its own command makes another kind of a block: a private note with words."""
    return block.kind is _K.PRIVATE_NOTE and bool(block.runs)
