"""The Attendance page: one key a person, and the lines as they will be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.applying import Changes
from kcsp_desktop.domain.attendance import (
    HERE_AS_MEMBER,
    Capacity,
    names_as,
    present_names,
    quorum,
    sentence,
)
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.edits import PutAttendance, RemoveAttendance, SetAttendance
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.ui.attendance_dialog import AttendanceDialog
from kcsp_desktop.ui.kit.cards import Card
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import IconWords, Words
from kcsp_desktop.ui.pages.list_page import ListPage
from kcsp_desktop.ui.theme import Narrow, Space, Type, Weight
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.theme import Role as Colour
    from kcsp_desktop.ui.workspace import Workspace

_PANEL = 366  # width of the right column, pixels at 100 %
_LETTERS = {
    "P": Capacity.PRESENT, "O": Capacity.ONLINE, "A": Capacity.APOLOGIES,
    "S": Capacity.SUBSTITUTE, "I": Capacity.IN_ATTENDANCE, "L": Capacity.ALSO_PRESENT,
    "N": Capacity.ABSENT,
}  # fmt: skip
_ICONS: dict[Capacity, tuple[str, Colour]] = {
    Capacity.UNMARKED: ("none", "ink2"),
    Capacity.PRESENT: ("done", "ok"),
    Capacity.ONLINE: ("screen", "ok"),
    Capacity.SUBSTITUTE: ("repeat", "accent"),
    Capacity.ALSO_PRESENT: ("people", "ink2"),
    Capacity.IN_ATTENDANCE: ("pen", "ink2"),
    Capacity.APOLOGIES: ("mail", "ink2"),
    Capacity.ABSENT: ("dash", "ink2"),
}


class AttendancePage(ListPage):
    """Letters mark the person in hand and go to the next."""

    name = "attendance"
    title = "Attendance"
    finds = "Find a name"
    deed = "Add a person"
    columns_of_list = (
        Column(words="Name", width=230, stretches=True, lead=True, weight=Weight.NAME),
        Column(words="Represents", width=220, stretches=True, drops=1),
        Column(words="Here as", width=222),
        Column(words="Notes", width=150, drops=2, role="ink2"),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build list and panel."""
        super().__init__(workspace, look)
        self._capacity = Capacity.PRESENT
        left = self._build_list()
        self.table.backspace_pressed.connect(lambda: self.mark(Capacity.UNMARKED))
        self.table.move_asked.connect(self.move_row)
        self._panel = QWidget()
        self._column = QVBoxLayout(self._panel)
        side = look.px(Space.L)
        self._column.setContentsMargins(side, side, side, side)
        self._scroll = Scroll(self._panel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self._scroll)

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show list and panel as they are now."""
        meeting = self.meeting
        if meeting is None:
            return
        self.show_rows()
        self._show_panel(self.workspace.record.body_of(meeting), meeting)
        wide = self.look.effective(self.width()) >= Narrow.OUTLINE
        self._scroll.setVisible(wide)
        self._scroll.setFixedWidth(self.look.px(_PANEL))

    def rows(self) -> list[Row]:
        """Return the people of the meeting."""
        meeting = self.meeting
        if meeting is None:
            return []
        body = self.workspace.record.body_of(meeting)
        names = {row.person_id: row.name for row in meeting.attendance}
        return [_row(body, row, names) for row in meeting.attendance]

    def _show_panel(self, body: Body, meeting: Meeting) -> None:
        while (entry := self._column.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.deleteLater()
        look, rows = self.look, meeting.attendance
        count = quorum(body, rows)
        if count.needed:
            self._column.addWidget(Words(look, "Quorum", weight=Weight.TITLE))
            words = f"{count.here} members here, {count.needed} needed"
            met = (
                ("done", f"Met: {words}", "ok")
                if count.met
                else ("warn", f"Not met: {words}", "warn")
            )
            icon, text, role = met
            self._column.addWidget(IconWords(look, icon, text, role=role, wrap=True))  # type: ignore[arg-type]  # a role
        self._add_doubts(rows)
        self._column.addWidget(Words(look, "As it will be printed", weight=Weight.TITLE))
        card = Card(look)
        lines = (
            ("PRESENT:", sentence(present_names(body, rows))),
            ("ALSO PRESENT:", sentence(names_as(Capacity.ALSO_PRESENT, rows))),
            ("IN ATTENDANCE:", sentence(names_as(Capacity.IN_ATTENDANCE, rows))),
        )
        for label, names in lines:
            if names:
                card.column.addWidget(Words(look, label, size=Type.SECOND, weight=Weight.TITLE))
                card.column.addWidget(Words(look, names, size=Type.SECOND, wrap=True))
        if not any(names for _, names in lines):
            card.column.addWidget(Words(look, "Nobody is marked yet.", role="ink2", wrap=True))
        self._column.addWidget(card)
        self._column.addStretch(1)

    def _add_doubts(self, rows: tuple[Attendance, ...]) -> None:
        doubts = [f"{row.name} is not marked" for row in rows if row.capacity is Capacity.UNMARKED]
        doubts += [
            f"{row.name} has no post"
            for row in rows
            if row.capacity is Capacity.IN_ATTENDANCE and not row.post
        ]
        if doubts:
            head = Words(self.look, f"To settle: {len(doubts)}", weight=Weight.TITLE)
            self._column.addWidget(head)
        for doubt in doubts[:6]:
            self._column.addWidget(IconWords(self.look, "warn", doubt, role="warn", wrap=True))
        if len(doubts) > 6:
            more = f"and {len(doubts) - 6} more"
            self._column.addWidget(Words(self.look, more, role="ink2"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the panel where there is no room."""
        super().resizeEvent(event)
        self._scroll.setVisible(self.look.effective(self.width()) >= Narrow.OUTLINE)

    def focus_first(self) -> None:
        """Begin in the list."""
        self.table.setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter and list."""
        return (self.head.filter, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        marks = {
            str(capacity).replace(" ", "-"): lambda capacity=capacity: self.mark(capacity)
            for capacity in _LETTERS.values()
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
        return (
            "present", "online", "apologies", "substitute", "in-attendance", "absent", "add",
            "all-present",
        )  # fmt: skip

    def facts(self) -> tuple[str, ...]:
        """Return how many people."""
        rows = self.meeting.attendance if self.meeting else ()
        here = sum(row.capacity in HERE_AS_MEMBER for row in rows)
        return (f"{here} present", f"{len(rows)} people")

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
        if self._do((edit,), str(capacity), row.person_id):
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
        others = [(o.person_id, o.name) for o in meeting.attendance if o is not row]
        if not others:
            self.notice.emit("info", "There is nobody to stand in for.", "Add the member first.")
            return
        dialog = QuestionDialog(self.look, f"For whom is {row.name} here?", "Note it", self)
        choice = Choice(self.look, others)
        dialog.add_field("substituteFor", "Member", choice)

        def note() -> None:
            for_whom = PersonId(choice.chosen())
            new = replace(row, capacity=Capacity.SUBSTITUTE, substitute_for=for_whom)
            edit = PutAttendance(meeting_id=meeting.id, attendance=new)
            if self._do((edit,), "substitute", row.person_id):
                self._next(row.person_id)

        dialog.accepted.connect(note)
        dialog.open()

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
        if isinstance(put, PutAttendance):
            self._capacity = put.attendance.capacity
        if self._do(edits, "attendance", person_id):
            self.take(person_id)
        self.table.setFocus()

    def remove(self) -> None:
        """Take the person in hand off the list."""
        meeting, row = self.meeting, self._in_hand()
        if meeting is None or row is None:
            return
        edit = RemoveAttendance(meeting_id=meeting.id, person_id=row.person_id)
        if self._do((edit,), "remove", row.person_id):
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
            self._do((edit,), "move", row.person_id)
            self.take(row.person_id)


def _row(body: Body, row: Attendance, names: dict[PersonId, str]) -> Row:
    offices = {Role.CHAIR: body.chair_word, Role.VICE_CHAIR: body.vice_chair_word}
    office = offices.get(row.role, "")
    icon, role = _ICONS[row.capacity]
    chosen = next((key for key, one in _LETTERS.items() if one is row.capacity), "")
    notes = f"for {names.get(row.substitute_for, '')}" if row.substitute_for else ""
    here = str(row.capacity).capitalize()
    cells = (
        Cell(text=row.name, second=office or row.post),
        Cell(text=row.organisation),
        Cell(text=here, icon=icon, icon_role=role, keys=tuple(_LETTERS), chosen_key=chosen),
        Cell(text=notes),
    )
    spoken = ", ".join(part for part in (row.name, office, row.organisation, here, notes) if part)
    return Row(key=row.person_id, cells=cells, spoken=spoken)
