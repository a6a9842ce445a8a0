"""The questions that make a meeting: a new one by its body's pattern, or after one that was."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.dates import printed_time, spoken, understood_date, understood_time
from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.meeting import Details, Meeting, duplicate
from kcsp_desktop.domain.planning.making import making, planned_at
from kcsp_desktop.domain.planning.pattern import same_time
from kcsp_desktop.domain.planning.usual import next_day, usual_details
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import ParsedField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look

START = "10.00 am"  # when councils meet, unless told otherwise
_NO_DAY = date.max  # behind every meeting: how the body meets in general


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
    """Asks when and where; ``made`` carries the whole meeting as edits (``Making``).

    Everything is filled in as the body usually meets, the next day too: the date alone is typed.
    What was typed stays, whatever body or day is chosen behind it.
    """

    made = Signal(object)  # Making

    def __init__(
        self,
        look: Look,
        record: Record,
        body_id: BodyId,
        deadline: Callable[[Body], Callable[[date], str]],
        parent: QWidget,
    ) -> None:
        """``body_id`` is the body chosen at first; ``deadline`` when a body's reports are due."""
        super().__init__(look, "When does it meet?", "Make the meeting", parent)
        self.setObjectName("newMeetingDialog")
        self._record, self._deadline = record, deadline
        self._offered: dict[str, str] = {}
        self._found = Details(date=_NO_DAY)
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
        self._mode = Choice(look, [(mode, str(mode).capitalize()) for mode in Mode])
        self._venue = TextField(look)
        self._contact = TextField(look)
        self.add_field("meetingDate", "&Date", self._date, stretch=7)
        self.add_field("meetingStart", "&Start time", self._start, beside=True, stretch=3)
        self.add_field("meetingMode", "&Mode", self._mode, stretch=2)
        self.add_field("meetingVenue", "&Venue", self._venue, beside=True, stretch=3)
        self.add_field("meetingContact", "&Ask for", self._contact)
        self._offer_day()
        self._body.currentIndexChanged.connect(self._offer_day)
        self._date.value_changed.connect(self._offer_usual)
        self._date.textEdited.connect(self._on_date_typed)
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the date, all of it selected: what is typed takes its place."""
        super().showEvent(event)
        self._date.setFocus()
        self._date.selectAll()

    def _chosen_body(self) -> Body | None:
        return self._record.body(BodyId(self._body.chosen()))

    # --- what is offered -------------------------------------------------------------------

    def _offer_day(self) -> None:
        """Offer the next day of the body, unless another was typed."""
        body = self._chosen_body()
        if body is None:
            return
        day = next_day(self._record, body.id)
        if self._date.text() == self._offered.get("date", ""):
            self._date.set_value(day)
            self._offered["date"] = self._date.text()
        self._offer_usual()

    def _on_date_typed(self, text: str) -> None:
        self.form.fields["meetingDate"].show_wrong("")
        if understood_date(text) is not None:
            self._offer_usual(understood_date(text))

    def _offer_usual(self, day: date | None = None) -> None:
        """Fill in how the body meets on that day; what was typed by hand stays."""
        body = self._chosen_body()
        if body is None:
            return
        usual = usual_details(self._record, body, day or self._date.value() or _NO_DAY)
        self._found = usual
        start = usual.start or understood_time(START)
        if self._start.text() == self._offered.get("start", ""):
            self._start.set_value(start)
            self._offered["start"] = self._start.text()
        if self._mode.chosen() == self._offered.get("mode", self._mode.chosen()):
            self._mode.choose(usual.mode)
            self._offered["mode"] = self._mode.chosen()
        for key, field, words in (
            ("venue", self._venue, usual.venue),
            ("contact", self._contact, usual.contact),
        ):
            if field.text() == self._offered.get(key, ""):
                field.setText(words)
                field.setCursorPosition(0)
                self._offered[key] = words

    # --- the answer ------------------------------------------------------------------------

    def _details(self) -> Details | None:
        day = self._date.value()
        if day is None:
            return None
        mode, usual = Mode(self._mode.chosen()), self._found
        contact = " ".join(self._contact.text().split())
        same = contact == usual.contact  # another person has another number
        return replace(
            usual,
            date=day,
            start=self._start.value(),
            mode=mode,
            venue="" if mode is Mode.ONLINE else self._venue.text().strip(),
            contact=contact,
            contact_phone=usual.contact_phone if same else "",
            contact_email=usual.contact_email if same else "",
            provisional=False,
        )

    def _check_answer(self) -> str:
        body, details = self._chosen_body(), self._details()
        if body is None:
            return "Choose the body that meets."
        if details is None:
            return "The date is needed."
        if planned_at(self._record, body.id, details) is not None:
            return ""
        return clash(self._record, body.id, details)

    def _on_accepted(self) -> None:
        body, details = self._chosen_body(), self._details()
        if body is not None and details is not None:
            deadline = self._deadline(body)
            self.made.emit(making(self._record, body, details, new_id, deadline))


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
