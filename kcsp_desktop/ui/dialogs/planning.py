"""The questions of planning: which days a body meets, which an agenda lists, where one is moved.

Dates are typed a line each, as in a letter; ``domain.planning.calendar`` reads them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kcsp_desktop.domain.dates import printed_time, spoken, understood_time
from kcsp_desktop.domain.edits import SetFutureDates
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.planning.calendar import planning, read_dates, written_date
from kcsp_desktop.domain.planning.moving import may_change, moving, taking_planned, that_list
from kcsp_desktop.domain.planning.usual import next_days, usual_details
from kcsp_desktop.ui.dialogs.new_meeting import START, clash, date_field, new_id, time_field
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.choices import CheckBox
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextArea, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Details, Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look

_HOW = (
    "A date a line, like 4 July 2026 at 10am; write “provisional” behind one that is not settled. "
    "Ctrl+Enter is done."
)
_A_YEAR = 3  # dates that are offered: most bodies meet three or four times
_LINES = 6


class DatesArea(TextArea):
    """A date a line; Enter begins the next line, Ctrl+Enter is done."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done by Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


def _text(dates: Iterable[FutureDate]) -> str:
    return "\n".join(map(written_date, dates))


def _unread(text: str) -> str:
    """Say which line is no date, or nothing."""
    unread = read_dates(text).unread
    return f"“{unread[0]}” is not a date: type it like 4 July 2026 at 10am." if unread else ""


class PlanDialog(QuestionDialog):
    """Asks for the days of a year; ``edits_given`` carries the edits that plan them."""

    edits_given = Signal(object)  # tuple[Edit, ...]

    def __init__(self, look: Look, record: Record, body: Body, parent: QWidget) -> None:
        """Offer the days that would come next by the rhythm of ``body``."""
        super().__init__(
            look, f"When does {body.short_name} meet?", "Plan the meetings", parent,
            explanation=_HOW,
        )  # fmt: skip
        self.setObjectName("planDialog")
        self._record, self._body = record, body
        days = next_days(record, body.id, _A_YEAR)
        offered = _text(FutureDate(day=day.isoformat()) for day in days)
        self._dates = DatesArea(look, offered, lines=_LINES)
        self._dates.selectAll()
        self._dates.finished.connect(self.accept)
        self._start = time_field(look)
        last = days[0] if days else None
        usual = usual_details(record, body, last).start if last else body.usual_start
        self._start.set_value(usual or understood_time(START))
        self.add_field("planDates", "&Dates", self._dates)
        self.add_field("planStart", "&Start time, where a line has none", self._start)
        self.set_check(self._check_answer)
        self.accepted.connect(lambda: self.edits_given.emit(self._edits()))

    def _edits(self) -> tuple[Edit, ...]:
        start = self._start.value()
        usual = start.isoformat() if start else ""
        read = read_dates(self._dates.text()).dates
        dates = (replace(one, start=one.start or usual) for one in read)
        return planning(self._record, self._body, dates, new_id)

    def _check_answer(self) -> str:
        text = self._dates.text()
        if wrong := _unread(text):
            return wrong
        if not read_dates(text).dates:
            return "Type a date at least."
        return "" if self._edits() else "There is a meeting on each of these days already."


class FutureDatesDialog(QuestionDialog):
    """Asks which later meetings an agenda lists, and whether to plan those that are not yet."""

    edits_given = Signal(object)  # tuple[Edit, ...]

    def __init__(self, look: Look, record: Record, meeting: Meeting, parent: QWidget) -> None:
        """Show what the agenda of ``meeting`` lists; where that is nothing, what is planned."""
        super().__init__(
            look, "Which meetings come next?", "Keep the dates", parent, explanation=_HOW
        )
        self.setObjectName("futureDatesDialog")
        self._record, self._meeting = record, meeting
        self._planned = taking_planned(record, meeting).dates
        listed = meeting.future_dates or self._planned
        self._dates = DatesArea(look, _text(listed), lines=_LINES)
        self._dates.finished.connect(self.accept)
        self.add_field("futureDates", "&Dates", self._dates)
        take = Button(look, "&Take the planned meetings")
        take.setObjectName("takePlanned")
        take.setAutoDefault(False)
        take.clicked.connect(self._take)
        self.form.add_widget(take)
        self._plans = CheckBox(look, "&Plan the meetings that are not planned yet")
        self._plans.setObjectName("futurePlan")
        self._plans.setChecked(True)
        self.form.add_widget(self._plans)
        self.set_check(lambda: _unread(self._dates.text()))
        self.accepted.connect(lambda: self.edits_given.emit(self._edits()))

    def _take(self) -> None:
        self._dates.setPlainText(_text(self._planned))
        self._dates.setFocus()

    def _edits(self) -> tuple[Edit, ...]:
        dates = read_dates(self._dates.text()).dates
        body = self._record.body_of(self._meeting)
        edits: tuple[Edit, ...] = ()
        if dates != self._meeting.future_dates:
            edits = (SetFutureDates(meeting_id=self._meeting.id, dates=dates),)
        if self._plans.isChecked():
            day = self._meeting.details.date.isoformat()
            later = (one for one in dates if one.day > day)
            edits = (*edits, *planning(self._record, body, later, new_id))
        return edits


class MoveDialog(QuestionDialog):
    """Asks to when a meeting is moved and why; ``edits_given`` carries the edits."""

    edits_given = Signal(object)  # tuple[Edit, ...]

    def __init__(
        self, look: Look, record: Record, meeting: Meeting, today: date, parent: QWidget
    ) -> None:
        """Show the day it has; agendas that name that day are offered to follow."""
        details = meeting.details
        at = f" at {printed_time(details.start)}" if details.start else ""
        super().__init__(
            look, "When does it meet instead?", "Move the meeting", parent,
            explanation=f"It was to be on {spoken(details.date)}{at}. That is kept, with the "
            "reason." + _of_published(record, meeting),
        )  # fmt: skip
        self.setObjectName("moveDialog")
        self._record, self._meeting, self._today = record, meeting, today
        self._date, self._start = date_field(look), time_field(look)
        self._start.set_value(details.start)
        self._why = TextField(look, hint="For example: the room is not free")
        self.add_field("moveDate", "&Date", self._date, stretch=7)
        self.add_field("moveStart", "&Start time", self._start, beside=True, stretch=3)
        self.add_field("moveWhy", "&Reason", self._why)
        follow = [one for one in that_list(record, meeting) if may_change(one)]
        count = (
            "the agenda that lists" if len(follow) == 1 else f"the {len(follow)} agendas that list"
        )
        self._lists = CheckBox(look, f"&Change the date on {count} this meeting")
        self._lists.setObjectName("moveLists")
        self._lists.setChecked(True)
        self._lists.setVisible(bool(follow))
        self.form.add_widget(self._lists)
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def _details(self) -> Details | None:
        day = self._date.value()
        if day is None:
            return None
        details = self._meeting.details
        return replace(details, date=day, start=self._start.value(), provisional=False)

    def _check_answer(self) -> str:
        details, now = self._details(), self._meeting.details
        if details is None:
            return "The new date is needed."
        if (details.date, details.start) == (now.date, now.start):
            return "It meets then already."
        if not self._why.text().strip():
            return "Say why it is moved: that is kept with the day it had."
        return clash(self._record, self._meeting.body_id, details)

    def _on_accepted(self) -> None:
        details = self._details()
        if details is not None:
            why = " ".join(self._why.text().split())
            self.edits_given.emit(
                moving(self._record, self._meeting, details, why, self._today,
                       lists=self._lists.isChecked())
            )  # fmt: skip


def _of_published(record: Record, meeting: Meeting) -> str:
    """Say which agendas name the day and can no longer be changed."""
    out = [one for one in that_list(record, meeting) if not may_change(one)]
    days = ", ".join(spoken(one.details.date) for one in out)
    return f" The agenda of {days} is out already and names the old day." if out else ""
