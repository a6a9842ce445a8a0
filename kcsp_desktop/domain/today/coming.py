"""The next meeting of each body: how far it is, in steps, and what is done about it next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.dates import WEEKDAYS, printed
from kcsp_desktop.domain.lifecycle import NOT_HELD, MeetingState
from kcsp_desktop.domain.meeting import Meeting
from kcsp_desktop.domain.notice import Notice, notice
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.reports import ReportState
from kcsp_desktop.domain.today.view import SOON, View, views

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.domain.record import Record

_S = MeetingState


class How(StrEnum):
    """How it stands with a step."""

    DONE = "done"
    PART = "in part"
    PRESSES = "presses"
    LATE = "late"
    TO_DO = "to do"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a meeting's way, in words."""

    words: str
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A body's next meeting: its clock (``None`` without a rule), steps and next deed."""

    body: Body
    meeting: Meeting
    notice: Notice | None
    steps: tuple[Step, ...]
    deed: str
    page: str


def coming(record: Record, today: date, holidays: frozenset[date]) -> tuple[Coming, ...]:
    """Return the next meeting of each body that has one, the nearest first."""
    found = {}
    for view in views(record, today, holidays):
        meeting = next((one for one in view.meetings if _is_next(one, today)), None)
        if meeting is not None:
            found[meeting.id] = _coming(view, meeting)
    return tuple(found[one.id] for one in by_date(one.meeting for one in found.values()))


def _is_next(meeting: Meeting, today: date) -> bool:
    if meeting.state is _S.IN_PROGRESS:
        return meeting.details.date == today
    return meeting.state in NOT_HELD and meeting.details.date >= today


def _coming(view: View, meeting: Meeting) -> Coming:
    clock = notice(meeting, view.body.notice, view.today, view.holidays)
    deed, page = _deed(meeting, view.today)
    return Coming(
        body=view.body,
        meeting=meeting,
        notice=clock,
        steps=_steps(meeting, clock, view.today),
        deed=deed,
        page=page,
    )


def _deed(meeting: Meeting, today: date) -> tuple[str, str]:
    """Return what is done next, as a button says it, and on which page."""
    match meeting.state:
        case _S.PLANNED | _S.AGENDA_DRAFTED if not meeting.items:
            return "Make the agenda", "agenda"
        case _S.PLANNED | _S.AGENDA_DRAFTED:
            return "Continue the agenda", "agenda"
        case _S.IN_PROGRESS:
            return "Go on with the minutes", "minutes"
        case _ if meeting.details.date == today:
            return "Mark the attendance", "attendance"
        case _:
            return "Look at the agenda", "agenda"


def _steps(meeting: Meeting, clock: Notice | None, today: date) -> tuple[Step, ...]:
    drafted = bool(meeting.items)
    marked = any(row.capacity is not Capacity.UNMARKED for row in meeting.attendance)
    begun = meeting.state is _S.IN_PROGRESS
    words = "Agenda drafted" if drafted else "Agenda"
    return (
        Step(words=words, how=How.DONE if drafted else How.TO_DO),
        *_papers(meeting),
        _issue(meeting, clock, today),
        Step(words="Attendance", how=How.PART if marked else How.TO_DO),
        Step(words="Minutes", how=How.PART if begun else How.TO_DO),
    )


def _papers(meeting: Meeting) -> tuple[Step, ...]:
    asked = [
        item.report
        for item in meeting.items
        if item.report is not None and item.report.state is not ReportState.WITHDRAWN
    ]
    if not asked:
        return ()
    here = sum(one.state is ReportState.RECEIVED for one in asked)
    how = How.DONE if here == len(asked) else How.PART if here else How.TO_DO
    return (Step(words=f"Papers in: {here} of {len(asked)}", how=how),)


def _issue(meeting: Meeting, clock: Notice | None, today: date) -> Step:
    if meeting.state not in (_S.PLANNED, _S.AGENDA_DRAFTED):
        return Step(words="Agenda published", how=How.DONE)
    if clock is None:
        return Step(words="Publish the agenda", how=How.TO_DO)
    by = clock.last if today > clock.by else clock.by
    day = f"{WEEKDAYS[by.weekday()][:3]} {printed(by)}"
    if clock.left < 0:
        return Step(words=f"Was to be issued by {day}", how=How.LATE)
    presses = (by - today).days <= SOON
    return Step(words=f"Issue by {day}", how=How.PRESSES if presses else How.TO_DO)
