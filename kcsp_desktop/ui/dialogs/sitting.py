"""How a meeting sat: who presided, from when to when, and who came or went in between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.attendance import HERE, HERE_AS_MEMBER, Capacity, chair_offered
from kcsp_desktop.domain.body import Role, role_words
from kcsp_desktop.domain.dates import printed_clock, printed_time, understood_time
from kcsp_desktop.domain.edits import PutAttendance, SetDetails, SetSitting
from kcsp_desktop.domain.ids import ItemId, PersonId
from kcsp_desktop.domain.life import understood_breaks, written_breaks
from kcsp_desktop.domain.meeting import quorum_of
from kcsp_desktop.domain.numbering import numbers
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import ParsedField

if TYPE_CHECKING:
    from datetime import time

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.life import Adjournment
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look

_TIME = "This cannot be read as a time: type it like 10.41."
_BREAKS = "This cannot be read: type it like 11.15 to 11.30; 12.10 to 12.20."


def _clock(look: Look, hint: str = "10.41") -> ParsedField[time]:
    return ParsedField(look, understood_time, printed_clock, sentence=_TIME, hint=hint)


def sitting(meeting: Meeting, **changed: object) -> SetSitting:
    """Return the edit that sets one thing about the sitting and leaves the others."""
    known: dict[str, object] = {
        "presided_by": meeting.presided_by,
        "adjournments": meeting.adjournments,
        "inquorate": meeting.inquorate,
    }
    return SetSitting(meeting_id=meeting.id, **known | changed)  # type: ignore[arg-type]  # its own fields


class ComingsDialog(QuestionDialog):
    """Asks at which item, and when, somebody arrived and left; ``given`` carries the edit."""

    given = Signal(object)

    def __init__(self, look: Look, meeting: Meeting, row: Attendance, parent: QWidget) -> None:
        """Show what is noted already; what is emptied is forgotten."""
        super().__init__(
            look,
            f"When was {row.name} here?",
            "Note it",
            parent,
            explanation="Who went out and came back left at one item and arrived at a later one.",
        )
        self.setObjectName("comingsDialog")
        self._meeting, self._row = meeting, row
        self._codes = numbers(meeting, 1).codes
        self._arrived_item, self._left_item = self._item_field(look), self._item_field(look)
        self._arrived, self._left = _clock(look), _clock(look, "11.20")
        self.add_field("arrivedItem", "&Arrived at item", self._arrived_item)
        self.add_field("arrivedTime", "At what &time", self._arrived, beside=True)
        self.add_field("leftItem", "&Left at item", self._left_item)
        self.add_field("leftTime", "At &what time", self._left, beside=True)
        self._arrived_item.set_value(row.arrived_item if row.arrived_item in self._codes else None)
        self._left_item.set_value(row.left_item if row.left_item in self._codes else None)
        self._arrived.setText(row.arrived)
        self._left.setText(row.left)
        self.accepted.connect(self._on_accepted)

    def _item_field(self, look: Look) -> ParsedField[ItemId]:
        by_code = {code.casefold(): item_id for item_id, code in self._codes.items()}
        return ParsedField(
            look,
            lambda text: by_code.get("".join(text.split()).casefold()),
            lambda item_id: self._codes[item_id],
            sentence="No item of this meeting has that code.",
            hint="B2",
        )

    def _on_accepted(self) -> None:
        row = replace(
            self._row,
            arrived=_shown(self._arrived),
            arrived_item=self._arrived_item.value(),
            left=_shown(self._left),
            left_item=self._left_item.value(),
        )
        came = row.arrived or row.arrived_item or row.left or row.left_item
        if came and row.capacity not in HERE:
            row = replace(row, capacity=Capacity.PRESENT)
        if row != self._row:
            self.given.emit(PutAttendance(meeting_id=self._meeting.id, attendance=row))


def _shown(field: ParsedField[time]) -> str:
    at = field.value()
    return printed_clock(at) if at else ""


class PresidedDialog(QuestionDialog):
    """Asks who was in the chair; the vice-chair is offered where the Chair is not here."""

    given = Signal(object)

    def __init__(self, look: Look, body: Body, meeting: Meeting, parent: QWidget) -> None:
        """Those who may preside are those here as members."""
        super().__init__(look, "Who is in the Chair?", "Note it", parent)
        self.setObjectName("presidedDialog")
        self._meeting = meeting
        words = role_words(body)
        here = [row for row in meeting.attendance if row.capacity in HERE_AS_MEMBER]
        offices = (Role.CHAIR, Role.VICE_CHAIR)
        chair = any(row.role is Role.CHAIR for row in here)
        entries = [("", f"The {body.chair_word}, as ever" if chair else "Nobody yet")]
        entries += [
            (row.person_id, f"{row.name} ({words[row.role]})" if row.role in offices else row.name)
            for row in here
            if row.role is not Role.CHAIR
        ]
        self._who = Choice(look, entries)
        offered = chair_offered(meeting.attendance)
        self._who.choose(meeting.presided_by or (offered.person_id if offered else ""))
        self.add_field("presidedBy", "In the &Chair", self._who)
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        who = PersonId(self._who.chosen()) if self._who.chosen() else None
        if who != self._meeting.presided_by:
            self.given.emit((sitting(self._meeting, presided_by=who),))


class SittingDialog(QuestionDialog):
    """Asks for start, end and breaks, and whether it closed for want of a quorum."""

    given = Signal(object)

    def __init__(self, look: Look, meeting: Meeting, parent: QWidget) -> None:
        """Show start and end, which are those of Details."""
        super().__init__(look, "When did it sit?", "Keep", parent)
        self.setObjectName("sittingDialog")
        self._meeting = meeting
        self._start, self._end = _of_day(look, "10.00 am"), _of_day(look)
        self._start.set_value(meeting.details.start)
        self._end.set_value(meeting.details.end)
        self._breaks: ParsedField[tuple[Adjournment, ...]] = ParsedField(
            look, understood_breaks, written_breaks, sentence=_BREAKS, hint="11.15 to 11.30"
        )
        self._breaks.set_value(meeting.adjournments or None)
        self._inquorate = CheckBox(look, "It closed for want of a &quorum")
        self._inquorate.setObjectName("sittingInquorate")
        self._inquorate.setChecked(meeting.inquorate)
        self.add_field("sittingStart", "&Started", self._start)
        self.add_field("sittingEnd", "&Ended", self._end, beside=True)
        self.add_field("sittingBreaks", "&Adjourned and resumed", self._breaks)
        self.form.add_widget(self._inquorate)
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        meeting = self._meeting
        details = replace(meeting.details, start=self._start.value(), end=self._end.value())
        sat = sitting(
            meeting,
            adjournments=self._breaks.value() or (),
            inquorate=self._inquorate.isChecked(),
        )
        edits: list[Edit] = []
        if details != meeting.details:
            edits.append(SetDetails(meeting_id=meeting.id, details=details))
        if sat != sitting(meeting):
            edits.append(sat)
        if edits:
            self.given.emit(tuple(edits))


def _of_day(look: Look, hint: str = "12.30 pm") -> ParsedField[time]:
    return ParsedField(look, understood_time, printed_time, sentence=_TIME, hint=hint)


class InquorateDialog(QuestionDialog):
    """Asks when a meeting closed for want of a quorum."""

    given = Signal(object)

    def __init__(
        self, look: Look, body: Body, meeting: Meeting, now: time | None, parent: QWidget
    ) -> None:
        """``now`` is offered as the end where the meeting is today's."""
        count = quorum_of(body, meeting)
        said = f"{count.here} of {count.needed} needed are here"
        super().__init__(
            look,
            "Close it for want of a quorum?",
            "Close the meeting",
            parent,
            explanation=f"{said}." if not count.met else f"{said}: there is a quorum now.",
        )
        self.setObjectName("inquorateDialog")
        self._meeting = meeting
        self._end = _of_day(look)
        self._end.set_value(meeting.details.end or now)
        self.add_field("inquorateEnd", "It &ended at", self._end)
        self.set_check(lambda: "" if self._end.value() else "The time is needed.")
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        details = replace(self._meeting.details, end=self._end.value())
        self.given.emit(
            (
                SetDetails(meeting_id=self._meeting.id, details=details),
                sitting(self._meeting, inquorate=True),
            )
        )
