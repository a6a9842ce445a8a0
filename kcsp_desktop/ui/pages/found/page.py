"""Commitments that the minutes record and nobody logged: each taken or dismissed by one key.

How this works: ``reading`` finds them beside the window; nothing is made of one before T or Enter
is pressed, and each deed is one step of undo. What was taken stays in its place until the page is
left, for Enter to change it. Must stay in step: ``domain.commitments``.
"""

from __future__ import annotations

import uuid
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.commitments import WHY, as_action, dismissed, phrase_in
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.edits import PutAction, SetDismissed
from kcsp_desktop.domain.ids import ActionId, MeetingId
from kcsp_desktop.domain.lifecycle import NOT_HELD
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.ui.kit.cards import Ground
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.pages.found.reading import Reading, Standing
from kcsp_desktop.ui.pages.found.rows import (
    count_of,
    due_of,
    found_row,
    is_perhaps,
    owner_of,
    section_row,
)
from kcsp_desktop.ui.pages.list_page import ListPage
from kcsp_desktop.ui.pages.narrowing import Narrowing, offer
from kcsp_desktop.ui.sheet.change import Caret
from kcsp_desktop.ui.theme import Measure, Space, Type
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.domain.actions import Action
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.found.reading import Found
    from kcsp_desktop.ui.workspace import Workspace

_LATEST = 6  # meetings that are gone through where none is chosen
_OFFERED = 30
_OPEN, _DISMISSED = "open", "dismissed"
_PRESETS = ((_OPEN, "Not logged"), (_DISMISSED, "Dismissed"))
_SHOWN_FOR = {
    Kind.ACTIONS, Kind.MEETINGS, Kind.BODIES, Kind.DETAILS, Kind.AGENDA, Kind.BLOCKS, Kind.TEXT,
    Kind.ATTENDANCE,
}  # fmt: skip


class FoundPage(ListPage):
    """Each sentence with its phrase in bold; below, the one in hand whole, and why it is shown."""

    name = "found"
    title = "Commitments not logged"
    finds = "Find a commitment"
    deed = ""
    columns_of_list = (
        Column(words="In the minutes", width=420, stretches=True, wraps=True),
        Column(words="Who", width=190, wraps=True, drops=3),
        Column(words="By when", width=180, wraps=True, drops=4),
        Column(words="Where", width=110, drops=1, role="ink2", tabular=True),
        Column(words="", width=110, drops=2, role="ink2"),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list, what narrows it, and the sentence in hand below it."""
        super().__init__(workspace, look)
        self._found: dict[str, Found] = {}
        self.reading = Reading(self)
        self.reading.read.connect(self._on_read)
        self.reading.failed.connect(lambda why: self.notice.emit("bad", "It was not read.", why))
        whole = self._build_list()
        self.head.deed.hide()  # they are found, not made
        column = whole.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self._below())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(whole)
        look.changed.connect(self._dress)
        self._dress()

    def _under_head(self) -> QWidget:
        """Return what narrows the list."""
        self.preset = Choice(self.look, _PRESETS)
        self.of_meeting = Choice(self.look, [("", "The latest meetings")])
        return Narrowing(
            self.look,
            self._on_narrowed,
            ("foundWhich", self.preset, "Which commitments"),
            ("foundMeeting", self.of_meeting, "Of which meeting"),
        )

    def _below(self) -> QWidget:
        """Return the sentence in hand, whole, with why it is shown."""
        self._panel = Ground(self.look, "panel")
        self.sentence = Words(self.look, wrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setObjectName("foundSentence")
        self.why = Words(self.look, role="ink2", size=Type.SECOND, wrap=True)
        self.why.setObjectName("foundWhy")
        self._told = QVBoxLayout(self._panel)
        self._told.addWidget(self.sentence)
        self._told.addWidget(self.why)
        return self._panel

    def _dress(self) -> None:
        px = self.look.px
        self._told.setContentsMargins(px(Space.XL), px(Space.M), px(Space.XL), px(Space.M))
        self._told.setSpacing(px(Space.XS))

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show what is known, and read again what has changed."""
        if changes.kinds and not changes.kinds & _SHOWN_FOR:
            return
        record = self.workspace.record
        held = [one for one in by_date(record.meetings) if one.state not in NOT_HELD]
        before = self.of_meeting.chosen()
        offered = [(str(one.id), self._called(one)) for one in reversed(held[-_OFFERED:])]
        chosen = record.meeting(MeetingId(before)) if before else None
        if chosen is not None and all(key != before for key, _ in offered):
            offered.append((before, self._called(chosen)))
        offer(self.of_meeting, [("", "The latest meetings"), *offered])
        self.reading.show((chosen,) if chosen is not None else tuple(reversed(held[-_LATEST:])))
        self._show_found()

    def _called(self, meeting: Meeting) -> str:
        body = self.workspace.record.body_of(meeting)
        return f"{body.short_name} {printed(meeting.details.date)}"

    def _on_read(self) -> None:
        self._show_found()
        self.keys_changed.emit()

    def _show_found(self) -> None:
        self._found = {one.one.key: one for one in self.reading.found()}
        self.show_rows()
        self._show_sentence()

    def rows(self) -> list[Row]:
        """Return what is found, meeting by meeting; what is only perhaps one comes after all."""
        dropped = self.preset.chosen() == _DISMISSED
        shown = [
            one for one in self._found.values() if (one.standing is Standing.DISMISSED) == dropped
        ]
        rows: list[Row] = []
        record = self.workspace.record
        for part in ([o for o in shown if not is_perhaps(o)], [o for o in shown if is_perhaps(o)]):
            for _, group in groupby(part, key=lambda one: one.meeting.id):
                there = list(group)
                meeting = there[0].meeting
                numbers = numbered(record, meeting)
                body = record.body_of(meeting).short_name
                rows.append(section_row(body, there[0], len(there)))
                rows += [found_row(one, numbers) for one in there]
        return rows

    def show_rows(self) -> None:
        """Show the rows, and say so where there is none."""
        super().show_rows()
        if not self.model.rowCount() and not self.head.filter.text().strip():
            self.nothing_found.setText(self._nothing())
            self.nothing_found.show()

    def _nothing(self) -> str:
        if self.reading.is_busy:
            return "The minutes are being read…"
        if self.preset.chosen() == _DISMISSED:
            return "Nothing was dismissed."
        return "Nothing is found that is not logged."

    def _on_narrowed(self) -> None:
        self.refresh(Changes())
        self.keys_changed.emit()

    def _on_current(self, key: str) -> None:
        super()._on_current(key)
        self._show_sentence()

    def _show_sentence(self) -> None:
        found = self._in_hand()
        self._panel.setVisible(found is not None)
        # Where there is little room the rows need it: they have the phrase too.
        self.sentence.setVisible(self.look.effective(self.height()) >= Measure.HEAD_LOW)
        if found is None:
            return
        one = found.one
        start, end = phrase_in(one)
        start, end = max(start, 0), max(end, 0)
        before, phrase, after = (
            escape(part) for part in (one.sentence[:start], one.sentence[start:end],
                                      one.sentence[end:])
        )  # fmt: skip
        self.sentence.setText(f"{before}<b>{phrase}</b>{after}")
        owner, due = owner_of(found) or "nobody is named", due_of(found) or "no date"
        closed = " Restricted: so is its action." if one.closed else ""
        guessed = "It is" if found.action else "It would be"
        self.why.setText(f"{WHY[one.rule]} {guessed}: {owner}; {due}.{closed}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sentence where there is room for it."""
        super().resizeEvent(event)
        self._show_sentence()

    def focus_first(self) -> None:
        """Begin in the list."""
        self.table.setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter, choices and list."""
        return (self.head.filter, self.preset, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "take": self.take_it,
            "dismiss": self.dismiss,
            "edit": self.edit,
            "go-to-minute": self.go_to_minute,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if not self.table.hasFocus():
            return ("find", "next-column", "all-keys")
        return ("take", "dismiss", "go-to-minute", "find", "all-keys")

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return Enter, which changes what was taken, or asks before it is."""
        found = self._in_hand()
        if found is None or not self.table.hasFocus():
            return ()
        return (("Enter", "Change the action" if found.action else "Change, then take"),)

    def facts(self) -> tuple[str, ...]:
        """Return how many wait."""
        if self.reading.is_busy:
            return ("Reading the minutes",)
        sure, perhaps = count_of(self._found.values())
        return (f"{sure} not logged", f"{perhaps} perhaps")

    def place(self) -> Place:
        """Return the meeting that is chosen and the commitment in hand."""
        return Place(
            page=self.name,
            meeting_id=self.of_meeting.chosen(),
            item_id=self.table.current_key(),
        )

    def go_to(self, place: Place) -> None:
        """Show the meeting, and take the commitment in hand."""
        meeting = self.workspace.record.meeting(MeetingId(place.meeting_id))
        if place.meeting_id != self.of_meeting.chosen():
            if meeting is not None and not self._offers(place.meeting_id):
                self.of_meeting.addItem(self._called(meeting), place.meeting_id)
            self.of_meeting.choose(place.meeting_id)
        found = self._found.get(place.item_id)
        if found is not None:
            self.preset.choose(_DISMISSED if found.standing is Standing.DISMISSED else _OPEN)
            self.take(place.item_id)
        self.table.setFocus()

    def _offers(self, key: str) -> bool:
        return any(self.of_meeting.itemData(n) == key for n in range(self.of_meeting.count()))

    # --- deeds -----------------------------------------------------------------------------

    def _in_hand(self) -> Found | None:
        return self._found.get(self.table.current_key())

    def take_it(self) -> None:
        """Make the action of the commitment in hand."""
        found = self._in_hand()
        if found is None:
            return
        if found.action is not None:
            self.notice.emit("info", "It is taken already.", "Enter changes the action.")
            return
        action = self._action_of(found)
        if self._put(found, PutAction(meeting_id=found.meeting.id, action=action)):
            owner, due = action.owner or "nobody yet", action.due.words or "no date"
            self.notice.emit(
                "info", f"Logged: {owner}, {due}.", "Enter changes it; Ctrl+Z takes it back."
            )

    def _action_of(self, found: Found) -> Action:
        others = self.reading.of_meeting(found.meeting.id)
        return as_action(found.one, others, ActionId(str(uuid.uuid4())))

    def edit(self) -> None:
        """Change the action that was taken; where none was, ask for it, filled in, and take it."""
        from kcsp_desktop.ui.dialogs.action import ActionDialog

        found = self._in_hand()
        item = found.meeting.item(found.one.item_id) if found else None
        if found is None or item is None:
            return
        action = found.action or self._action_of(found)
        dialog = ActionDialog(
            self.look, self.workspace.record, found.meeting, item, None, "", self, action=action
        )
        dialog.given.connect(lambda edit: self._put(found, edit))
        dialog.open()

    def _put(self, found: Found, edit: PutAction) -> bool:
        """Submit the action; one that was dismissed before is so no longer."""
        meeting, key = found.meeting, found.one.key
        back = key in meeting.dismissed
        edits = (SetDismissed(meeting_id=meeting.id, dismissed=dismissed(meeting, key)),) * back
        self.reading.take(found.one, edit.action.id)
        done = self.submit(edit, *edits, text="take a commitment", place=self.place())
        if done:
            self.refresh(Changes())
            self.take(key)
            self.keys_changed.emit()
        return done

    def dismiss(self) -> None:
        """Say that the commitment in hand is none; once more, in the list of those: it is one."""
        found = self._in_hand()
        if found is None:
            return
        if found.action is not None:
            self.notice.emit("info", "It is taken already.", "Ctrl+Z takes it back.")
            return
        gone = dismissed(found.meeting, found.one.key)
        edit = SetDismissed(meeting_id=found.meeting.id, dismissed=gone)
        back = found.standing is Standing.DISMISSED
        words = "bring a commitment back" if back else "dismiss a commitment"
        if self.submit(edit, text=words, place=self.place()):
            self.refresh(Changes())
            where = "It is offered again." if back else "It stands under “Dismissed”."
            said = "Brought back." if back else "Dismissed."
            self.notice.emit("info", said, f"{where} Ctrl+Z takes it back.")

    def go_to_minute(self) -> None:
        """Go to the phrase in the minutes."""
        found = self._in_hand()
        item = found.meeting.item(found.one.item_id) if found else None
        block = next((b for b in item.blocks if b.id == found.one.block_id), None) if (
            item and found
        ) else None  # fmt: skip
        if found is None or block is None:
            return
        one = found.one
        caret = Caret(
            block_id=block.id, offset=one.end, anchor_id=block.id, anchor_offset=one.start
        )
        self.go.emit(
            Place(
                page="minutes",
                meeting_id=found.meeting.id,
                item_id=one.item_id,
                caret=(block.visibility, caret),
            )
        )
