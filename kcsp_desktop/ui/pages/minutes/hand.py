"""What is in hand on the Minutes page: a meeting, an item, and one of the item's two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility
from kcsp_desktop.domain.body import Body, MentionReach, ParagraphForm
from kcsp_desktop.domain.disclosure import Audience, seen
from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.domain.meeting import in_order, is_restricted
from kcsp_desktop.domain.numbering import Label, labels
from kcsp_desktop.domain.outcome import Progress, progress
from kcsp_desktop.ui.sheet.intents import caret_at
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import BlockId, MeetingId
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.ui.workspace import Workspace


class Hand:
    """Knows which text is in hand, and answers from the record as it is now."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with nothing in hand."""
        self.workspace = workspace
        self.meeting_id: MeetingId | None = None
        self.item_id: ItemId | None = None
        self.visibility = Visibility.PUBLIC

    @property
    def meeting(self) -> Meeting | None:
        """The meeting in hand."""
        return self.workspace.record.meeting(self.meeting_id) if self.meeting_id else None

    @property
    def item(self) -> AgendaItem | None:
        """The item in hand."""
        meeting = self.meeting
        return meeting.item(self.item_id) if meeting and self.item_id else None

    @property
    def body(self) -> Body | None:
        """The body that meets."""
        meeting = self.meeting
        return self.workspace.record.body_of(meeting) if meeting else None

    def take_meeting(self, meeting_id: MeetingId | None) -> None:
        """Take a meeting at the item in hand, else at the first that waits to be minuted."""
        if meeting_id != self.meeting_id:
            self.meeting_id, self.item_id = meeting_id, None
        meeting = self.meeting
        if meeting is None:
            return
        if self.item is None:
            items = in_order(meeting)
            waiting = [i for i in items if progress(i) in (Progress.NOT_STARTED, Progress.STARTED)]
            first = next(iter(waiting or items), None)
            self.item_id = first.id if first else None
        self.visibility = self.first_text()

    def take_item(self, item_id: ItemId | None) -> None:
        """Take an item, at the text in which new blocks belong."""
        self.item_id = item_id
        self.visibility = self.first_text()

    @property
    def restricted(self) -> bool:
        """Whether the item is not open to the public."""
        meeting, item = self.meeting, self.item
        return meeting is not None and item is not None and is_restricted(meeting, item)

    def first_text(self) -> Visibility:
        """Return the detail for a restricted item: there new blocks are restricted."""
        return Visibility.RESTRICTED if self.restricted else Visibility.PUBLIC

    def other_text(self) -> Visibility:
        """Return the text that is not in hand."""
        here = self.visibility is Visibility.RESTRICTED
        return Visibility.PUBLIC if here else Visibility.RESTRICTED

    def has_two_texts(self) -> bool:
        """Whether the item has a public summary and a restricted detail."""
        item = self.item
        hidden = item and any(b.visibility is Visibility.RESTRICTED for b in item.blocks)
        return bool(hidden) or self.restricted

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the text in hand."""
        item = self.item
        blocks = item.blocks if item else ()
        return tuple(block for block in blocks if block.visibility is self.visibility)

    def labels(self, blocks: tuple[Block, ...]) -> tuple[Label, ...]:
        """Return labels as the document will have them in which the text will stand.

        The public summary is numbered as the public edition has it; the detail as the
        restricted edition, in which both stand.
        """
        item, body = self.item, self.body
        form = body.paragraph_form if body else ParagraphForm.STOP
        if self.visibility is Visibility.PUBLIC or item is None:
            return labels(blocks, form=form)
        own = {block.id: block for block in blocks}
        merged = [own.get(block.id, block) for block in item.blocks]
        merged = [b for b in merged if b.id in own or seen((b,), Audience.RESTRICTED)]
        given = dict(zip((b.id for b in merged), labels(merged, form=form), strict=True))
        if not own.keys() <= given.keys():
            return labels(blocks, form=form)
        return tuple(given[block.id] for block in blocks)

    def earlier_texts(self, block_id: BlockId) -> tuple[str, ...]:
        """Return what stands before a block in the reach of a first mention (house-format 5)."""
        meeting, item, body = self.meeting, self.item, self.body
        if meeting is None or item is None or body is None:
            return ()
        before = [item]
        if body.mention_reach is MentionReach.MEETING:
            items = in_order(meeting)
            before = [*items[: items.index(item)], item]
        found = []
        for one in before:
            for block in one.blocks:
                if block.id == block_id:
                    break
                if block.visibility is self.visibility and block.kind is not BlockKind.PRIVATE_NOTE:
                    found.append(block.text)
        return tuple(found)

    def caret_meant(self, place: Place) -> object:
        """Take the item and the text that a place means, and return its caret or ``None``.

        A place made elsewhere names a block by its id: the caret goes to its start.
        """
        if place.item_id and place.item_id != self.item_id:
            self.take_item(ItemId(place.item_id))
        if isinstance(place.caret, tuple):
            self.visibility, caret = place.caret
            return caret
        item = self.item
        named = [b for b in item.blocks if b.id == place.caret] if item else []
        if not named:
            return None
        self.visibility = named[0].visibility
        return caret_at(named[0])

    def place(self, caret: object = None) -> Place:
        """Return the place for undo to come back to."""
        return Place(
            page="minutes",
            meeting_id=self.meeting_id or "",
            item_id=self.item_id or "",
            caret=(self.visibility, caret),
        )
