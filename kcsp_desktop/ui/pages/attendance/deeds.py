"""What the Attendance page asks before it does it: people, substitutes, times, the chair.

How this works: each deed opens one dialog over the page; what it gives is submitted as one change
at the person in hand, and the list goes on to the next row where a mark would.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import HERE, HERE_AS_MEMBER, Capacity
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.edits import PutAttendance, SetAttendance
from kcsp_desktop.domain.meeting import quorum_warning
from kcsp_desktop.domain.record import attendance_from_members
from kcsp_desktop.ui.dialogs.attendance import AttendanceDialog
from kcsp_desktop.ui.dialogs.sitting import (
    ComingsDialog,
    InquorateDialog,
    PresidedDialog,
    SittingDialog,
)
from kcsp_desktop.ui.dialogs.substitute import ForWhomDialog, SubstituteDialog
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.pages.list_page import ListPage


_MAY_COME = HERE | {Capacity.UNMARKED}


class AttendanceDeeds:
    """The deeds of one page that ask something first."""

    def __init__(self, page: ListPage) -> None:
        """``page`` shows and submits; its list knows the person in hand."""
        self._page = page
        self._capacity = Capacity.PRESENT  # what the next person added is offered as

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands that are done here."""
        return {
            "substitute": self.ask_substitute,
            "arrived-or-left": self.ask_comings,
            "preside": self.ask_presided,
            "sitting": self.ask_sitting,
            "inquorate": self.ask_inquorate,
            "refresh-members": self.refresh_members,
            "add": self.add,
            "edit": self.edit,
        }

    def in_hand(self) -> Attendance | None:
        """Return the row in hand."""
        page = self._page
        rows = page.meeting.attendance if page.meeting else ()
        key = page.table.current_key()
        return next((row for row in rows if row.person_id == key), None)

    def do(self, edits: tuple[Edit, ...], text: str, person_id: str) -> bool:
        """Submit edits as one change made at a person; the list shows it by then."""
        page = self._page
        place = Place(page=page.name, meeting_id=page.meeting_id or "", item_id=person_id)
        before = page.meeting
        done = page.submit(*edits, text=text, place=place)
        self.warn_of_quorum(before)
        return done

    def go_on(self, person_id: str) -> None:
        """Take the row behind a person in hand."""
        page = self._page
        at = page.model.place(person_id) + 1
        if at < page.model.rowCount():
            page.table.set_current_key(page.model.row(at).key)

    def _both(self) -> tuple[Meeting, Attendance] | None:
        meeting, row = self._page.meeting, self.in_hand()
        return (meeting, row) if meeting is not None and row is not None else None

    # --- people ----------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a person."""
        page, meeting = self._page, self._page.meeting
        if meeting is None:
            return
        record = page.workspace.record
        dialog = AttendanceDialog(page.look, record, meeting, page, capacity=self._capacity)
        dialog.given.connect(self._on_given)
        dialog.open()

    def edit(self) -> None:
        """Ask what has changed about the person in hand."""
        both = self._both()
        if both is None:
            return
        meeting, row = both
        page = self._page
        dialog = AttendanceDialog(page.look, page.workspace.record, meeting, page, row=row)
        dialog.given.connect(self._on_given)
        dialog.open()

    def _on_given(self, edits: tuple[Edit, ...], person_id: str) -> None:
        page, put = self._page, edits[-1]
        there = page.meeting.attendance if page.meeting else ()
        if isinstance(put, PutAttendance):
            if put.attendance in there:
                return
            if all(row.person_id != person_id for row in there):
                self._capacity = put.attendance.capacity
        if self.do(edits, "attendance", person_id):
            page.take(person_id)
        page.focus_first()

    def refresh_members(self) -> None:
        """Add who is a member on the day and not in the list yet; nobody is taken off it."""
        page, meeting = self._page, self._page.meeting
        if meeting is None:
            return
        former = {row.person_id for row in meeting.attendance}
        rows = self.with_members(meeting)
        new = [row.name for row in rows if row.person_id not in former]
        if not new:
            page.notice.emit("info", "Every member of the day is in the list.", "")
            return
        edit = SetAttendance(meeting_id=meeting.id, attendance=rows)
        if self.do((edit,), "list the members", page.table.current_key()) and former:
            page.notice.emit("info", f"Added: {', '.join(new)}.", "Ctrl+Z takes it back.")

    def with_members(self, meeting: Meeting) -> tuple[Attendance, ...]:
        """Return the list with everybody who is a member on the day."""
        record = self._page.workspace.record
        body = record.body_of(meeting)
        return attendance_from_members(record, body, meeting.details.date, meeting.attendance)

    # --- substitutes -----------------------------------------------------------------------

    def ask_substitute(self) -> None:
        """Ask who is here for the member in hand; of anybody else, for whom they are here."""
        both = self._both()
        if both is None:
            return
        meeting, row = both
        page = self._page
        if self._is_member(meeting, row):
            record = page.workspace.record
            dialog = SubstituteDialog(page.look, record, meeting, row, page)
            dialog.given.connect(partial(self._on_substitute, row.person_id))
            dialog.open()
        elif len(meeting.attendance) > 1:
            whom = ForWhomDialog(page.look, meeting, row, page)
            whom.given.connect(partial(self._on_substitute, row.person_id))
            whom.open()
        else:
            page.notice.emit("info", "There is nobody to stand in for.", "Add the member first.")

    def _is_member(self, meeting: Meeting, row: Attendance) -> bool:
        if row.capacity is Capacity.SUBSTITUTE or row.role in (Role.ADVISER, Role.OFFICER):
            return False
        day = meeting.details.date.isoformat()
        members = self._page.workspace.record.body_of(meeting).members
        return any(one.person_id == row.person_id and one.on(day) for one in members)

    def _on_substitute(self, in_hand: str, edits: tuple[Edit, ...], person_id: str) -> None:
        if self.do(edits, "substitute", in_hand):
            self.go_on(person_id)

    # --- the sitting -----------------------------------------------------------------------

    def ask_comings(self) -> None:
        """Ask when the person in hand arrived and left."""
        both = self._both()
        if both is None:
            return
        page, row = self._page, both[1]
        dialog = ComingsDialog(page.look, both[0], row, page)
        dialog.given.connect(
            lambda edit: self.do((edit,), f"{row.name}: arrival or departure", row.person_id)
        )
        dialog.open()

    def ask_presided(self) -> None:
        """Ask who was in the chair."""
        page, meeting = self._page, self._page.meeting
        if meeting is None:
            return
        body = page.workspace.record.body_of(meeting)
        if not any(row.capacity in HERE_AS_MEMBER for row in meeting.attendance):
            page.notice.emit("info", "Nobody is marked present yet.", "Mark who is here first.")
            return
        dialog = PresidedDialog(page.look, body, meeting, page)
        dialog.given.connect(partial(self._on_sitting, "in the Chair"))
        dialog.open()

    def offer_chair(self, former: Attendance, row: Attendance) -> None:
        """Say how another takes the chair, where a mark tells that the Chair is not here."""
        meeting = self._page.meeting
        gone = former.capacity in _MAY_COME and row.capacity not in _MAY_COME
        if meeting is None or row.role is not Role.CHAIR or meeting.presided_by or not gone:
            return
        word = self._page.workspace.record.body_of(meeting).chair_word
        vice = next((one for one in meeting.attendance if one.role is Role.VICE_CHAIR), None)
        todo = f"C, then Enter: {vice.name} presides." if vice else "C notes who presides."
        self._page.notice.emit("info", f"The {word} is not here.", todo)

    def warn_of_quorum(self, before: Meeting | None) -> None:
        """Say that the quorum is lost, where it was there before a change."""
        page, meeting = self._page, self._page.meeting
        if before is None or meeting is None:
            return
        said = quorum_warning(page.workspace.record.body_of(meeting), before, meeting)
        if said:
            page.notice.emit("warn", said, "Q closes the meeting for want of it.")

    def ask_sitting(self) -> None:
        """Ask for start, end and breaks."""
        page, meeting = self._page, self._page.meeting
        if meeting is not None:
            dialog = SittingDialog(page.look, meeting, page)
            dialog.given.connect(partial(self._on_sitting, "start, end and breaks"))
            dialog.open()

    def ask_inquorate(self) -> None:
        """Ask when it closed for want of a quorum."""
        page, meeting = self._page, self._page.meeting
        if meeting is None:
            return
        body = page.workspace.record.body_of(meeting)
        if not body.quorum:
            page.notice.emit("info", "This body has no quorum.", "Bodies, Quorum: set one.")
            return
        clock = datetime.now().astimezone()
        today = clock.date() == meeting.details.date
        now = clock.time().replace(second=0, microsecond=0) if today else None
        dialog = InquorateDialog(page.look, body, meeting, now, page)
        dialog.given.connect(partial(self._on_sitting, "close without a quorum"))
        dialog.open()

    def _on_sitting(self, text: str, edits: tuple[Edit, ...]) -> None:
        self.do(edits, text, self._page.table.current_key())
