"""The Attendance page: one key a person, and the lines as they will be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.attendance import Capacity, all_here
from kcsp_desktop.domain.edits import PutAttendance, RemoveAttendance, SetAttendance
from kcsp_desktop.domain.meeting import quorum_of
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Hairline, Words
from kcsp_desktop.ui.pages.attendance.deeds import AttendanceDeeds
from kcsp_desktop.ui.pages.attendance.panel import AttendancePanel
from kcsp_desktop.ui.pages.attendance.rows import (
    LETTERS,
    attendance_rows,
    counts,
    place_of_surname,
)
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.theme import Narrow, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.domain.changes import Changes
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Place, Workspace

_PANEL = 366  # width of the right column, pixels at 100 %


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
        self._deeds = AttendanceDeeds(self)
        self._typed = ""  # the letters of a surname, pressed with Shift one after another
        self._left = self._build_list()
        self._counts = Words(look, role="ink2", wrap=True)
        self._counts.setTextFormat(Qt.TextFormat.RichText)
        self._counts.setObjectName("attendanceCounts")
        column = self._left.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self._counts)
        self.table.backspace_pressed.connect(lambda: self.mark(Capacity.UNMARKED))
        self.table.move_asked.connect(self.move_row)
        self.table.jumps = True
        self.table.jump.connect(self._jump)
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
                ("attendanceFirst", "Add a person", self._deeds.add),
                ("attendanceMembers", "List the body's members", self._deeds.refresh_members),
            ),
            (("Ins", "adds a person"), ("Ctrl+Shift+P", "lists the members, all here")),
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
        self._panel.show_meeting(body, meeting)
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
        return attendance_rows(record, meeting)

    def _show_counts(self) -> None:
        """Say how many are here as what; of the quorum too where the panel is folded away."""
        meeting = self.meeting
        if meeting is None:
            return
        said = counts(meeting.attendance)
        count = quorum_of(self.workspace.record.body_of(meeting), meeting)
        if count.needed and self._scroll.isHidden():
            said = (*said, (count.here, f"of {count.needed} needed for a quorum"))
        whole = (f"<b>{number}</b> {words}".replace(" ", "&nbsp;") for number, words in said)
        self._counts.setText(("&nbsp;" * 4 + " ").join(whole))  # breaks between two counts only
        self._counts.setAccessibleName(", ".join(f"{number} {words}" for number, words in said))

    def _share_room(self) -> None:
        """Fold the panel where there is no room."""
        wide = self.look.effective(self.width()) >= Narrow.OUTLINE
        self._scroll.setVisible(wide)
        self._line.setVisible(wide)
        self._scroll.setFixedWidth(self.look.px(_PANEL))
        side = self.look.px(Space.XL)
        self._counts.setContentsMargins(side, 0, side, self.look.px(Space.M))
        self._show_counts()

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
            **self._deeds.handlers(),
            "unmark": lambda: self.mark(Capacity.UNMARKED),
            "all-present": self.all_present,
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
            "present", "online", "apologies", "substitute", "absent", "arrived-or-left",
            "all-present", "all-keys",
        )  # fmt: skip

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that go to a name."""
        return (("Shift+A…Z", "To a surname"),) if self.table.hasFocus() else ()

    def facts(self) -> tuple[str, ...]:
        """Return how many people."""
        count = len(self.meeting.attendance) if self.meeting else 0
        return ("1 person" if count == 1 else f"{count} people",)

    def go_to(self, place: Place) -> None:
        """Take the person in hand."""
        self.take(place.item_id)

    def _jump(self, letter: str) -> None:
        """Go to the surname that begins with the letters pressed with Shift, one after another."""
        names = [self.model.row(n).cells[0].text for n in range(self.model.rowCount())]
        at = max(self.model.place(self.table.current_key()), 0)
        typed = self._typed + letter if self._typed else ""
        found = place_of_surname(names, typed, at) if typed else -1
        if found < 0:  # another name with this letter, the next one in the list
            typed, found = letter, place_of_surname(names, letter, at + 1)
        if found < 0:
            self.notice.emit("info", f"No surname begins with {letter}.", "Ctrl+F finds any word.")
            return
        self.table.set_current_key(self.model.row(found).key)
        self._typed = typed

    def _on_current(self, key: str) -> None:
        self._typed = ""  # a name was reached by another way: the next letter begins anew
        super()._on_current(key)

    # --- deeds -----------------------------------------------------------------------------

    def mark(self, capacity: Capacity) -> None:
        """Mark the person in hand and go to the next."""
        meeting, row = self.meeting, self._deeds.in_hand()
        if meeting is None or row is None:
            return
        self._typed = ""
        new = replace(row, capacity=capacity, substitute_for=None)
        edit = PutAttendance(meeting_id=meeting.id, attendance=new)
        if new != row and not self._deeds.do((edit,), f"{row.name}: {capacity}", row.person_id):
            return
        self._deeds.go_on(row.person_id)
        if new != row and self._scroll.isHidden():  # else the panel says so
            self._deeds.offer_chair(row, new)

    def all_present(self) -> None:
        """Mark everybody who is not marked yet; an empty list gets the members first."""
        meeting = self.meeting
        if meeting is None:
            return
        rows = meeting.attendance or self._deeds.with_members(meeting)
        marked = all_here(rows)
        if marked != meeting.attendance:
            edit = SetAttendance(meeting_id=meeting.id, attendance=marked)
            self._deeds.do((edit,), "all are here", self.table.current_key())

    def remove(self) -> None:
        """Take the person in hand off the list."""
        meeting, row = self.meeting, self._deeds.in_hand()
        if meeting is None or row is None:
            return
        edit = RemoveAttendance(meeting_id=meeting.id, person_id=row.person_id)
        if self._deeds.do((edit,), f"take {row.name} off the list", row.person_id):
            self.notice.emit("info", f"{row.name} is off the list.", "Ctrl+Z brings them back.")

    def move_row(self, by: int) -> None:
        """Move the person in hand up or down the list."""
        meeting, row = self.meeting, self._deeds.in_hand()
        if meeting is None or row is None:
            return
        rows = list(meeting.attendance)
        at = rows.index(row)
        if 0 <= at + by < len(rows):
            rows[at], rows[at + by] = rows[at + by], rows[at]
            edit = SetAttendance(meeting_id=meeting.id, attendance=tuple(rows))
            self._deeds.do((edit,), f"move {row.name}", row.person_id)
            self.take(row.person_id)
