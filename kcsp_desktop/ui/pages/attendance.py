"""The Attendance page: one key a person, and the lines as they will be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.changes import Changes
from kcsp_desktop.domain.edits import PutAttendance, RemoveAttendance, SetAttendance
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.record import attendance_from_members
from kcsp_desktop.ui.dialogs.attendance import AttendanceDialog
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Hairline, Words
from kcsp_desktop.ui.pages.attendance_panel import AttendancePanel
from kcsp_desktop.ui.pages.attendance_rows import LETTERS, attendance_rows, counts
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.theme import Narrow, Space, Type, Weight
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_PANEL = 366  # width of the right column, pixels at 100 %
_BEFORE_PRESENT = (Capacity.APOLOGIES, Capacity.ABSENT, Capacity.UNMARKED)


class AttendancePage(ListPage):
    """Letters mark the person in hand and go to the next."""

    name = "attendance"
    title = "Attendance"
    finds = "Find a name"
    deed = "Add a person"
    columns_of_list = (
        Column(words="Name", width=230, stretches=True, lead=True, weight=Weight.NAME, wraps=True),
        Column(words="Represents", width=214, stretches=True, drops=2, wraps=True),
        Column(words="Here as", width=204),
        Column(words="Notes", width=176, drops=1, role="ink2", size=Type.SECOND, wraps=True),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build list, panel, and the card that stands in for an empty list."""
        super().__init__(workspace, look)
        self._capacity = Capacity.PRESENT  # what the next person added is offered as
        self._left = self._build_list()
        self._counts = Words(look, role="ink2", wrap=True)
        self._counts.setTextFormat(Qt.TextFormat.RichText)
        self._counts.setObjectName("attendanceCounts")
        column = self._left.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self._counts)
        self.table.backspace_pressed.connect(lambda: self.mark(Capacity.UNMARKED))
        self.table.move_asked.connect(self.move_row)
        self._panel = AttendancePanel(look)
        self._scroll = Scroll(self._panel)
        self._line = Hairline(look, upright=True)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._left, self._line, self._scroll):
            row.addWidget(widget, 1 if widget is self._left else 0)
        self._nobody = NothingCard(
            look,
            "No members yet.",
            "Everybody who was there, or was expected, stands in this list once.",
            (
                ("attendanceFirst", "Add a person", self.add),
                ("attendanceMembers", "List the body's members", self.list_members),
            ),
            (("Ins", "adds a person"),),
        )
        self._stack = self._stacked(both, self._nobody)
        look.changed.connect(self._share_room)

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show list and panel as they are now."""
        meeting = self.meeting
        if meeting is None:
            return
        body = self.workspace.record.body_of(meeting)
        focus = self.focusWidget()
        had_focus = focus is not None and focus.hasFocus()
        self.show_rows()
        said = counts(meeting.attendance)
        gap = "&nbsp;" * 5
        self._counts.setText(gap.join(f"<b>{number}</b> {words}" for number, words in said))
        self._counts.setAccessibleName(", ".join(f"{number} {words}" for number, words in said))
        self._panel.show_attendance(body, meeting.attendance)
        members = self._nobody.findChild(QWidget, "attendanceMembers")
        if members is not None:
            members.setVisible(bool(body.members))
        empty = not meeting.attendance
        if empty != bool(self._stack.currentIndex()):
            self._stack.setCurrentIndex(1 if empty else 0)
            if had_focus:
                self.focus_first()
        self._share_room()

    def rows(self) -> list[Row]:
        """Return the people of the meeting."""
        meeting, record = self.meeting, self.workspace.record
        if meeting is None:
            return []
        return attendance_rows(record, record.body_of(meeting), meeting.attendance)

    def _share_room(self) -> None:
        """Fold the panel where there is no room."""
        wide = self.look.effective(self.width()) >= Narrow.OUTLINE
        self._scroll.setVisible(wide)
        self._line.setVisible(wide)
        self._scroll.setFixedWidth(self.look.px(_PANEL))
        side = self.look.px(Space.XL)
        self._counts.setContentsMargins(side, 0, side, self.look.px(Space.M))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._share_room()

    def focus_first(self) -> None:
        """Begin in the list, or on the button that adds the first person."""
        (self._nobody if self._stack.currentIndex() else self.table).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter and list."""
        if self._stack.currentIndex():
            return (self._nobody,)
        return (self.head.filter, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        marks = {
            str(capacity).replace(" ", "-"): lambda capacity=capacity: self.mark(capacity)
            for capacity in LETTERS.values()
        }
        return {
            **marks,
            "substitute": self.ask_substitute,
            "unmark": lambda: self.mark(Capacity.UNMARKED),
            "all-present": self.all_present,
            "add": self.add,
            "edit": self.edit,
            "remove": self.remove,
            "find": self.go_to_filter,
            "move-up": lambda: self.move_row(-1),
            "move-down": lambda: self.move_row(1),
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex():
            return ("add", "all-keys")
        if not self.table.hasFocus():
            return ("find", "next-column", "all-keys")
        return (
            "present", "online", "apologies", "substitute", "in-attendance", "absent", "add",
            "all-present", "all-keys",
        )  # fmt: skip

    def facts(self) -> tuple[str, ...]:
        """Return how many people."""
        count = len(self.meeting.attendance) if self.meeting else 0
        return ("1 person" if count == 1 else f"{count} people",)

    def go_to(self, place: Place) -> None:
        """Take the person in hand."""
        self.take(place.item_id)

    # --- deeds -----------------------------------------------------------------------------

    def _in_hand(self) -> Attendance | None:
        rows = self.meeting.attendance if self.meeting else ()
        key = self.table.current_key()
        return next((row for row in rows if row.person_id == key), None)

    def _do(self, edits: tuple[Edit, ...], text: str, person_id: str) -> bool:
        place = Place(page=self.name, meeting_id=self.meeting_id or "", item_id=person_id)
        done = self.submit(*edits, text=text, place=place)
        self.refresh(Changes())
        return done

    def mark(self, capacity: Capacity) -> None:
        """Mark the person in hand and go to the next."""
        meeting, row = self.meeting, self._in_hand()
        if meeting is None or row is None:
            return
        new = replace(row, capacity=capacity, substitute_for=None)
        edit = PutAttendance(meeting_id=meeting.id, attendance=new)
        if new == row or self._do((edit,), f"{row.name}: {capacity}", row.person_id):
            self._next(row.person_id)

    def _next(self, person_id: str) -> None:
        at = self.model.place(person_id) + 1
        if at < self.model.rowCount():
            self.table.set_current_key(self.model.row(at).key)

    def ask_substitute(self) -> None:
        """Ask for whom the person in hand is here."""
        meeting, row = self.meeting, self._in_hand()
        if meeting is None or row is None:
            return
        others = [one for one in meeting.attendance if one is not row]
        if not others:
            self.notice.emit("info", "There is nobody to stand in for.", "Add the member first.")
            return
        others.sort(key=lambda one: one.capacity not in _BEFORE_PRESENT)
        dialog = QuestionDialog(self.look, f"For whom is {row.name} here?", "Note it", self)
        dialog.setObjectName("substituteDialog")
        choice = Choice(self.look, [(one.person_id, one.name) for one in others])
        if row.substitute_for:
            choice.choose(row.substitute_for)
        dialog.add_field("substituteFor", "&Member", choice)
        dialog.accepted.connect(lambda: self._on_substitute(row, PersonId(choice.chosen())))
        dialog.open()

    def _on_substitute(self, row: Attendance, for_whom: PersonId) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        new = replace(row, capacity=Capacity.SUBSTITUTE, substitute_for=for_whom)
        edit = PutAttendance(meeting_id=meeting.id, attendance=new)
        if self._do((edit,), f"{row.name}: substitute", row.person_id):
            self._next(row.person_id)

    def all_present(self) -> None:
        """Mark everybody present who is not marked yet."""
        meeting = self.meeting
        if meeting is None:
            return
        rows = tuple(
            replace(row, capacity=Capacity.PRESENT)
            if row.capacity is Capacity.UNMARKED and row.role is not Role.OFFICER
            else row
            for row in meeting.attendance
        )
        if rows != meeting.attendance:
            edit = SetAttendance(meeting_id=meeting.id, attendance=rows)
            self._do((edit,), "all present", self.table.current_key())

    def add(self) -> None:
        """Ask for a person."""
        meeting = self.meeting
        if meeting is None:
            return
        record = self.workspace.record
        dialog = AttendanceDialog(self.look, record, meeting, self, capacity=self._capacity)
        dialog.given.connect(self._on_given)
        dialog.open()

    def edit(self) -> None:
        """Ask what has changed about the person in hand."""
        meeting, row = self.meeting, self._in_hand()
        if meeting is None or row is None:
            return
        dialog = AttendanceDialog(self.look, self.workspace.record, meeting, self, row=row)
        dialog.given.connect(self._on_given)
        dialog.open()

    def _on_given(self, edits: tuple[Edit, ...], person_id: str) -> None:
        put = edits[-1]
        there = self.meeting.attendance if self.meeting else ()
        if isinstance(put, PutAttendance):
            if put.attendance in there:
                return
            if all(row.person_id != person_id for row in there):
                self._capacity = put.attendance.capacity
        if self._do(edits, "attendance", person_id):
            self.take(person_id)
        self.focus_first()

    def list_members(self) -> None:
        """List the body's members, not marked yet."""
        meeting, record = self.meeting, self.workspace.record
        if meeting is not None:
            rows = attendance_from_members(
                record, record.body_of(meeting), meeting.details.date, meeting.attendance
            )
            edit = SetAttendance(meeting_id=meeting.id, attendance=rows)
            self._do((edit,), "list the members", "")

    def remove(self) -> None:
        """Take the person in hand off the list."""
        meeting, row = self.meeting, self._in_hand()
        if meeting is None or row is None:
            return
        edit = RemoveAttendance(meeting_id=meeting.id, person_id=row.person_id)
        if self._do((edit,), f"take {row.name} off the list", row.person_id):
            self.notice.emit("info", f"{row.name} is off the list.", "Ctrl+Z brings them back.")

    def move_row(self, by: int) -> None:
        """Move the person in hand up or down the list."""
        meeting, row = self.meeting, self._in_hand()
        if meeting is None or row is None:
            return
        rows = list(meeting.attendance)
        at = rows.index(row)
        if 0 <= at + by < len(rows):
            rows[at], rows[at + by] = rows[at + by], rows[at]
            edit = SetAttendance(meeting_id=meeting.id, attendance=tuple(rows))
            self._do((edit,), f"move {row.name}", row.person_id)
            self.take(row.person_id)
