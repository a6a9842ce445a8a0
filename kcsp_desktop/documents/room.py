"""What the screen in the room shows: the public wording of the item in hand, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, BlockKind
from kcsp_desktop.domain.dates import spoken
from kcsp_desktop.domain.disclosure import EditionBlock

if TYPE_CHECKING:
    from kcsp_desktop.domain.disclosure import Edition

_BEGINS = frozenset({BlockKind.PARAGRAPH, BlockKind.PLAIN, BlockKind.POST_MEETING_NOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomText:
    """What is shown. ``blocks`` is empty for a restricted item: the session is private then."""

    body: str
    day: str
    code: str = ""
    title: str = ""
    private: bool = False
    blocks: tuple[EditionBlock, ...] = ()
    in_hand: int = 0
    foot: str = ""


def room_text(edition: Edition, place: int, in_hand: int) -> RoomText:
    """Return what to show of the item at ``place`` of the agenda.

    Shown are the paragraph in hand, or the last one, with what stands under it, and what follows
    up to the end of the resolution. ``in_hand`` counts the public blocks of the item.
    """
    shown = RoomText(
        body=edition.body.name,
        day=spoken(edition.details.date),
        foot="Draft wording, not yet approved" if edition.draft else "",
    )
    if not 0 <= place < len(edition.items):
        return shown
    item = edition.items[place]
    if item.restricted:
        return RoomText(body=shown.body, day=shown.day, private=True)
    first = _beginning(item.blocks, in_hand)
    return RoomText(
        body=shown.body,
        day=shown.day,
        code=item.code,
        title=item.item.title,
        blocks=item.blocks[first:],
        in_hand=max(0, min(in_hand, len(item.blocks) - 1) - first),
        foot=shown.foot,
    )


def _beginning(blocks: tuple[EditionBlock, ...], in_hand: int) -> int:
    """Return where to begin: the paragraph in hand, or the one before the resolution in hand."""
    at = min(in_hand, len(blocks) - 1)
    while at > 0 and blocks[at].block.kind in RESOLUTION_PARTS:
        at -= 1
    while at > 0 and blocks[at].block.kind not in _BEGINS:
        at -= 1
    return max(at, 0)
