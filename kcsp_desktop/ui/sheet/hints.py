"""What the keys of the text do here and now, for the status bar: as ``keys`` has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import BlockKind

if TYPE_CHECKING:
    from kcsp_desktop.ui.sheet.completer import SheetCompleter

Hints = tuple[tuple[str, str], ...]

_BULLETS = (("Enter", "Next bullet"), ("Shift+Tab", "Back a level"))
_TO_TEXT = (("Enter", "Next paragraph"),)
_HINTS: dict[BlockKind, Hints] = {
    BlockKind.PARAGRAPH: (("Enter", "Next paragraph"), ("Tab", "Bullet")),
    BlockKind.LETTER: (("Enter", "Next letter"), ("Tab", "Bullet")),
    BlockKind.BULLET: (("Enter", "Next bullet"), ("Tab", "Second level")),
    BlockKind.SUB_BULLET: _BULLETS,
    BlockKind.RESOLUTION: ((": Enter", "Clause"), ("Enter", "Next paragraph")),
    BlockKind.CLAUSE: (("Enter", "Next clause"), ("Tab", "Bullet")),
    BlockKind.CLAUSE_BULLET: _BULLETS,
    BlockKind.POST_MEETING_NOTE: _TO_TEXT,
    BlockKind.PRIVATE_NOTE: _TO_TEXT,
}
_NAMES = (
    ("Tab", "Take the name"), ("Down", "Next name"), ("F4", "Add a person"),
    ("Esc", "Leave as typed"),
)  # fmt: skip


def hints_of(kind: BlockKind, completer: SheetCompleter) -> Hints:
    """Return the keys for what is offered at the caret, else for a block of that kind."""
    if completer.popup.isVisible():
        return _NAMES
    block = _HINTS.get(kind, _HINTS[BlockKind.PARAGRAPH])
    if completer.ghost:
        key = completer.cap or "Tab"
        return (block[0], (key, "Take the grey words"))
    return block
