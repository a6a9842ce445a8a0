"""What the secretary does at an item beside typing: resolve, note, flag, find, move, vote.

How this works: each deed is a command of the table; it asks where it must, makes edits of the
answer, and hands them to the page as one change. Lines that a deed puts into the minutes are
blocks like any other. Must stay in step: ``commands`` (names and keys).
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import Block, BlockKind, plain
from kcsp_desktop.domain.body import preamble
from kcsp_desktop.domain.dates import printed_clock
from kcsp_desktop.domain.edits import (
    Edit,
    InsertBlocks,
    MoveBlocks,
    SetCourse,
    SetFlag,
    SetItem,
    SetVote,
)
from kcsp_desktop.domain.ids import BlockId, ItemId
from kcsp_desktop.domain.kinds import Course
from kcsp_desktop.domain.meeting import in_order, quorum_warning
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.domain.wording.mentions import nameable
from kcsp_desktop.domain.wording.resolving import (
    course_line,
    recommended_resolution,
    usual_line,
    usual_resolution,
)
from kcsp_desktop.ui.dialogs.action import ActionDialog
from kcsp_desktop.ui.dialogs.attendance import AttendanceDialog
from kcsp_desktop.ui.dialogs.going import WhichItemDialog
from kcsp_desktop.ui.dialogs.issuing.no_outcome import NoOutcomeDialog
from kcsp_desktop.ui.dialogs.room import CameOrWentDialog, DeclarationDialog
from kcsp_desktop.ui.dialogs.vote import VoteDialog
from kcsp_desktop.ui.sheet.change import Caret
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from kcsp_desktop.domain.blocks import Vote
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.ui.pages.minutes.hand import Hand
    from kcsp_desktop.ui.pages.page import Page
    from kcsp_desktop.ui.sheet.sheet import MinuteSheet


class Deeds(QObject):
    """The commands of the item in hand."""

    def __init__(self, page: Page, hand: Hand, sheet: MinuteSheet) -> None:
        """``page`` submits, tells and is the dialogs' parent."""
        super().__init__(page)
        self._page, self._hand, self._sheet = page, hand, sheet

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands by name."""
        return {
            "resolution": self.open_resolution,
            "usual": self.put_usual,
            "action": self.ask_action,
            "flag": self.flag,
            "next-flag": self.next_flag,
            "came-or-went": self.ask_who_came,
            "declaration": self.ask_declaration,
            "add-person": lambda: self.add_person(""),
            "vote": self.ask_vote,
            "go-to-item": self.ask_item,
            "move-to-item": self.ask_other_item,
            "no-outcome": self.ask_no_outcome,
            "deferred": partial(self.set_course, Course.DEFERRED),
            "withdrawn": partial(self.set_course, Course.WITHDRAWN),
            "not-reached": partial(self.set_course, Course.NOT_REACHED),
        }

    def _both(self) -> tuple[Meeting, AgendaItem] | None:
        meeting, item = self._hand.meeting, self._hand.item
        return (meeting, item) if meeting is not None and item is not None else None

    def _submit(self, *edits: Edit, text: str) -> bool:
        return self._page.submit(*edits, text=text, place=self._hand.place(self._sheet.caret()))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(lambda _: self._sheet.setFocus())
        dialog.open()

    def _code(self, item: AgendaItem) -> str:
        meeting = self._hand.meeting
        return numbered(self._hand.workspace.record, meeting).codes[item.id] if meeting else ""

    # --- resolutions -----------------------------------------------------------------------

    def open_resolution(self) -> None:
        """Open a resolution in the body's own words."""
        body = self._hand.body
        if body is not None:
            self._sheet.open_resolution(preamble(body))

    def put_usual(self) -> None:
        """Put in what the report recommends, what is usually resolved here, or the usual line."""
        both = self._both()
        if both is None:
            return
        meeting, item = both
        record = self._hand.workspace.record
        recommended = recommended_resolution(record.body_of(meeting), item)
        line = usual_line(item)
        text = "" if line or recommended else usual_resolution(record, meeting, item)
        if recommended:
            self._sheet.insert_usual(*recommended)
        elif line:
            self._sheet.insert_usual(line)
        elif text:
            self._sheet.insert_usual((BlockKind.RESOLUTION, text))
        else:
            self._page.notice.emit("info", "There is no usual resolution for this item.",
                                   "Ctrl+R opens one.")  # fmt: skip

    def ask_vote(self) -> None:
        """Ask who moved the resolution in hand, and how members voted."""
        both, lead = self._both(), self._lead()
        body = self._hand.body
        if both is None or body is None:
            return
        if not body.records_votes:
            self._page.notice.emit("info", f"{body.short_name} does not record votes.",
                                   "Bodies, “Records votes”, changes that.")  # fmt: skip
            return
        if lead is None:
            self._page.notice.emit("info", "No resolution is in hand.", "Ctrl+R opens one.")
            return
        body = self._hand.workspace.record.body_of(both[0])
        dialog = VoteDialog(self._page.look, body, both[0], lead.vote, self._page)
        dialog.vote_given.connect(partial(self._set_vote, lead.id))
        self._open(dialog)

    def _set_vote(self, block_id: BlockId, vote: Vote | None) -> None:
        both = self._both()
        if both is not None:
            edit = SetVote(meeting_id=both[0].id, item_id=both[1].id, block_id=block_id, vote=vote)
            self._submit(edit, text="vote")

    def _lead(self) -> Block | None:
        """Return the lead of the resolution that the caret is in."""
        block, found = self._sheet.current_block(), None
        for one in self._hand.blocks():
            if one.kind is BlockKind.RESOLUTION:
                found = one
            elif one.kind not in (BlockKind.CLAUSE, BlockKind.CLAUSE_BULLET):
                found = None
            if block is not None and one.id == block.id:
                return found
        return None

    # --- actions and flags -----------------------------------------------------------------

    def ask_action(self) -> None:
        """Ask what must be done, from the words selected; else open the action of the block."""
        both = self._both()
        if both is None:
            return
        block, words = self._sheet.current_block(), self._sheet.selected_text()
        record = self._hand.workspace.record
        there = [one for one in both[0].actions if block and one.block_id == block.id]
        action = there[0] if there and not words else None
        dialog = ActionDialog(
            self._page.look, record, *both, block, words, self._page, action=action
        )
        dialog.given.connect(lambda edit: self._submit(edit, text="action"))
        self._open(dialog)

    def flag(self) -> None:
        """Flag the block in hand for later, or clear its flag."""
        both, block = self._both(), self._sheet.current_block()
        if both is None or block is None:
            return
        edit = SetFlag(
            meeting_id=both[0].id, item_id=both[1].id, block_id=block.id,
            flagged=not block.flagged,
        )  # fmt: skip
        self._submit(edit, text="flag")

    def next_flag(self) -> None:
        """Go to the next flag behind the caret, over all items and round again."""
        meeting, block = self._hand.meeting, self._sheet.current_block()
        if meeting is None:
            return
        flagged = [(item, one) for item in in_order(meeting) for one in item.blocks if one.flagged]
        order = [(item.id, one.id) for item in in_order(meeting) for one in item.blocks]
        if not flagged:
            self._page.notice.emit("info", "Nothing is flagged.", "Ctrl+L flags a block.")
            return
        here = (self._hand.item_id, block.id if block else BlockId(""))
        at = order.index(here) if here in order else -1
        later = [row for row in flagged if order.index((row[0].id, row[1].id)) > at]
        item, one = (later or flagged)[0]
        self.go_to_block(item.id, one)

    def go_to_block(self, item_id: ItemId, block: Block, start: int = 0, end: int = 0) -> None:
        """Go to a block of any item, with what is found there selected."""
        meeting_id = self._hand.meeting_id or ""
        caret = Caret(block_id=block.id, offset=end, anchor_id=block.id, anchor_offset=start)
        place = Place(page="minutes", meeting_id=meeting_id, item_id=item_id,
                      caret=(block.visibility, caret))  # fmt: skip
        self._page.go_to(place)

    # --- late news -------------------------------------------------------------------------

    def ask_who_came(self) -> None:
        """Ask who arrived or left."""
        both = self._both()
        if both is None:
            return
        now = printed_clock(datetime.now().astimezone().time())
        dialog = CameOrWentDialog(self._page.look, both[0], both[1].id, now, self._page)
        dialog.given.connect(partial(self._note_news, "arrival or departure"))
        self._open(dialog)

    def ask_declaration(self) -> None:
        """Ask who declared an interest in the item."""
        both = self._both()
        if both is None:
            return
        meeting, item = both
        code = self._code(item)
        dialog = DeclarationDialog(self._page.look, meeting, item.id, code, self._page)
        dialog.given.connect(partial(self._note_news, "declaration"))
        self._open(dialog)

    def _note_news(self, text: str, edit: Edit, line: str) -> None:
        """Keep late news, and say them below the block in hand where that is wanted."""
        edits: tuple[Edit, ...] = (edit,)
        if line:
            edits = (*edits, self._line(line))
        before = self._hand.meeting
        self._submit(*edits, text=text)
        after = self._hand.meeting
        if before is not None and after is not None:
            body = self._hand.workspace.record.body_of(after)
            said = quorum_warning(body, before, after)
            if said:
                self._page.notice.emit("warn", said, "Ctrl+2, then Q: close the meeting for it.")

    def _line(self, words: str) -> InsertBlocks:
        both, block = self._both(), self._sheet.current_block()
        assert both is not None, "asked at an item"
        new = Block(
            id=BlockId(str(uuid.uuid4())),
            kind=BlockKind.PLAIN,
            runs=plain(words),
            visibility=self._hand.visibility,
            noted_at=datetime.now().astimezone().isoformat(timespec="seconds"),
        )
        after = block.id if block is not None else None
        return InsertBlocks(meeting_id=both[0].id, item_id=both[1].id, blocks=(new,), after=after)

    def set_course(self, course: Course) -> None:
        """Say that the item was deferred, withdrawn or not reached; once more: it was taken."""
        both = self._both()
        if both is None:
            return
        meeting, item = both
        wanted = Course.TAKEN if item.course is course else course
        edits: list[Edit] = [SetCourse(meeting_id=meeting.id, item_id=item.id, course=wanted)]
        if wanted is not Course.TAKEN and item.minuted and not item.blocks:
            edits.append(self._line(course_line(wanted)))
        if self._submit(*edits, text=str(wanted)):
            self._page.notice.emit("info", f"This item was {wanted}.", "Ctrl+Z takes it back.")

    def ask_no_outcome(self) -> None:
        """Ask why the item has no resolution; an empty answer takes the reason back."""
        both = self._both()
        if both is None:
            return
        dialog = NoOutcomeDialog(self._page.look, both[1].no_outcome, self._page)
        dialog.given.connect(self._set_no_outcome)
        self._open(dialog)

    def _set_no_outcome(self, reason: str) -> None:
        both = self._both()
        if both is not None and reason != both[1].no_outcome:
            edit = SetItem(meeting_id=both[0].id, item=replace(both[1], no_outcome=reason))
            self._submit(edit, text="no outcome")

    # --- people ----------------------------------------------------------------------------

    def add_person(self, name: str) -> None:
        """Ask for somebody who is not in the list of the day, and name them in the text."""
        meeting, record = self._hand.meeting, self._hand.workspace.record
        if meeting is None:
            return
        dialog = AttendanceDialog(
            self._page.look, record, meeting, self._page, capacity=Capacity.ALSO_PRESENT
        )
        dialog.offer_name(name)
        dialog.given.connect(self._on_person)
        self._open(dialog)

    def _on_person(self, edits: tuple[Edit, ...], person_id: str) -> None:
        if not self._submit(*edits, text="add a person"):
            return
        meeting, record = self._hand.meeting, self._hand.workspace.record
        names = nameable(record, meeting) if meeting else ()
        found = next((one for one in names if one.person_id == person_id), None)
        if found is not None and self._sheet.text_before_caret() is not None:
            self._sheet.completer.put_person(found)

    # --- ways ------------------------------------------------------------------------------

    def ask_item(self) -> None:
        """Ask which item to go to."""
        self._ask_item("Go to which item?", "Go", self._go_to_item)

    def ask_other_item(self) -> None:
        """Ask which item the blocks in hand belong to."""
        if self._sheet.current_block() is not None:
            self._ask_item("Move it to which item?", "Move it there", self._move_to_item)

    def _ask_item(self, question: str, deed: str, then: Callable[[str], None]) -> None:
        meeting = self._hand.meeting
        if meeting is None:
            return
        numbers = numbered(self._hand.workspace.record, meeting)
        dialog = WhichItemDialog(
            self._page.look, meeting, numbers, self._page, question=question, deed=deed
        )
        dialog.item_given.connect(then)
        self._open(dialog)

    def _go_to_item(self, item_id: str) -> None:
        self._page.go_to(
            Place(page="minutes", meeting_id=self._hand.meeting_id or "", item_id=item_id)
        )

    def _move_to_item(self, item_id: str) -> None:
        both = self._both()
        target = both[0].item(ItemId(item_id)) if both else None
        if both is None or target is None or target.id == both[1].id:
            return
        moving = self._sheet.blocks_in_hand()
        edit = MoveBlocks(
            meeting_id=both[0].id,
            item_id=both[1].id,
            block_ids=tuple(block.id for block in moving),
            to_item_id=target.id,
            after=target.blocks[-1].id if target.blocks else None,
        )
        if self._submit(edit, text="move to another item"):
            code = self._code(target)
            self._page.notice.emit("info", f"Moved to {code}.", "Ctrl+Z brings it back.")
