"""The questions that make a meeting: a new one by its body's pattern, or after one that was."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.dates import printed_time, spoken, understood_date, understood_time
from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.meeting import Details, Meeting, duplicate
from kcsp_desktop.domain.planning.pattern import new_meeting, same_time
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import ParsedField, TextField

if TYPE_CHECKING:
    from datetime import date, time

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look

START = "10.00 am"  # when councils meet, unless told otherwise


def new_id() -> str:
    """Return a fresh id."""
    return str(uuid.uuid4())


def date_field(look: Look) -> ParsedField[date]:
    """Return a field that understands dates as people type them."""
    return ParsedField(
        look,
        understood_date,
        spoken,
        sentence="This is not a date: type it like 18 November 2021 or 18/11/21.",
        hint="For example: 18 November 2021",
    )


def time_field(look: Look) -> ParsedField[time]:
    """Return a field that understands times as people type them."""
    return ParsedField(
        look,
        understood_time,
        printed_time,
        sentence="This is not a time: type it like 10.00 am or 14:30.",
        hint=START,
    )


def clash(record: Record, body_id: BodyId, details: Details) -> str:
    """Say that the body meets at that very time already, or nothing."""
    if same_time(record, body_id, details) is None:
        return ""
    at = f" at {printed_time(details.start)}" if details.start else ""
    return f"There is a meeting on {spoken(details.date)}{at} already."


class NewMeetingDialog(QuestionDialog):
    """Asks for body, date, time, mode and venue; ``meeting_given`` carries the whole meeting."""

    meeting_given = Signal(object)  # Meeting

    def __init__(self, look: Look, record: Record, body_id: BodyId, parent: QWidget) -> None:
        """``body_id`` is the body chosen at first."""
        super().__init__(look, "When does it meet?", "Make the meeting", parent)
        self.setObjectName("newMeetingDialog")
        self._record = record
        bodies = sorted(record.bodies, key=lambda body: body.name.casefold())
        self._body = Choice(look, [(body.id, body.name) for body in bodies])
        self._body.choose(body_id)
        if len(bodies) > 1:
            self.add_field("meetingBody", "&Body", self._body)
        else:
            self._body.setParent(self)
            self._body.hide()
        self._date = date_field(look)
        self._start = time_field(look)
        self._start.set_value(understood_time(START))
        self._mode = Choice(look, [(mode, str(mode).capitalize()) for mode in Mode])
        self._venue = TextField(look)
        self.add_field("meetingDate", "&Date", self._date, stretch=3)
        self.add_field("meetingStart", "&Start time", self._start, beside=True, stretch=2)
        self.add_field("meetingMode", "&Mode", self._mode, stretch=2)
        self.add_field("meetingVenue", "&Venue", self._venue, beside=True, stretch=3)
        self._usual = ""
        self._offer_venue()
        self._body.currentIndexChanged.connect(self._offer_venue)
        self._date.textEdited.connect(lambda: self.form.fields["meetingDate"].show_wrong(""))
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def _chosen_body(self) -> Body | None:
        return self._record.body(BodyId(self._body.chosen()))

    def _offer_venue(self) -> None:
        """Fill in the body's usual venue, unless another was typed."""
        body = self._chosen_body()
        if body is not None and self._venue.text() == self._usual:
            self._usual = body.usual_venue
            self._venue.setText(self._usual)

    def _details(self) -> Details | None:
        day = self._date.value()
        if day is None:
            return None
        mode = Mode(self._mode.chosen())
        return Details(
            date=day,
            start=self._start.value(),
            mode=mode,
            venue="" if mode is Mode.ONLINE else self._venue.text().strip(),
        )

    def _check_answer(self) -> str:
        body, details = self._chosen_body(), self._details()
        if body is None:
            return "Choose the body that meets."
        if details is None:
            return "The date is needed."
        return clash(self._record, body.id, details)

    def _on_accepted(self) -> None:
        body, details = self._chosen_body(), self._details()
        if body is not None and details is not None:
            self.meeting_given.emit(new_meeting(self._record, body, details, new_id))


class DuplicateDialog(QuestionDialog):
    """Asks for the date of a meeting after another one's pattern."""

    meeting_given = Signal(object)  # Meeting

    def __init__(self, look: Look, record: Record, former: Meeting, parent: QWidget) -> None:
        """``former`` is the meeting whose pattern is taken."""
        super().__init__(
            look,
            "When is the next one?",
            "Make the meeting",
            parent,
            explanation=f"With the agenda, venue and people of {spoken(former.details.date)}, "
            "without what was minuted.",
        )
        self.setObjectName("duplicateDialog")
        self._record, self._former = record, former
        self._date = date_field(look)
        self.add_field("meetingDate", "&Date", self._date)
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def _made(self) -> Meeting | None:
        day = self._date.value()
        return duplicate(self._former, day=day, new_id=new_id) if day else None

    def _check_answer(self) -> str:
        made = self._made()
        if made is None:
            return "The date is needed."
        return clash(self._record, made.body_id, made.details)

    def _on_accepted(self) -> None:
        made = self._made()
        if made is not None:
            self.meeting_given.emit(made)
