"""Figures over a body's meetings, as charts and tables show them: who came, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import Capacity, quorum
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.lifecycle import NOT_HELD, MeetingState
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.registers.actions import Standing, due_day, standing

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """How many members came to a meeting and how many sent apologies.

    ``needed`` is the quorum that the body has today; 0: none is set.
    """

    meeting_id: MeetingId
    day: date
    present: int
    apologies: int
    needed: int

    @property
    def quorate(self) -> bool:
        """Whether enough came."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """How the actions agreed at a meeting stand; ``left`` are open and not overdue."""

    meeting_id: MeetingId
    day: date
    closed: int
    left: int
    overdue: int


def attendance_over(record: Record, body_id: BodyId) -> tuple[Attended, ...]:
    """Return who came to each meeting of a body that was held, earliest first.

    A meeting at which nobody was marked says nothing of attendance and is left out.
    """
    body = record.body(body_id)
    if body is None:
        return ()
    return tuple(
        Attended(
            meeting_id=meeting.id,
            day=meeting.details.date,
            present=quorum(body, meeting.attendance).here,
            apologies=sum(row.capacity is Capacity.APOLOGIES for row in meeting.attendance),
            needed=body.quorum,
        )
        for meeting in _held(record, body_id)
        if any(row.capacity is not Capacity.UNMARKED for row in meeting.attendance)
    )


def actions_over(record: Record, body_id: BodyId, today: date) -> tuple[Agreed, ...]:
    """Return how the actions of each meeting of a body stand today, earliest meeting first."""
    meets = tuple(
        one.details.date.isoformat()
        for one in by_date(record.meetings)
        if one.body_id == body_id and one.state is not MeetingState.CANCELLED
    )
    return tuple(_agreed(one, meets, today.isoformat()) for one in _held(record, body_id))


def _agreed(meeting: Meeting, meets: tuple[str, ...], today: str) -> Agreed:
    agreed_on = meeting.details.date.isoformat()
    stands = [
        standing(action, due_day(action, agreed_on, meets), today) for action in meeting.actions
    ]
    closed, overdue = stands.count(Standing.CLOSED), stands.count(Standing.OVERDUE)
    return Agreed(
        meeting_id=meeting.id,
        day=meeting.details.date,
        closed=closed,
        left=len(stands) - closed - overdue,
        overdue=overdue,
    )


def _held(record: Record, body_id: BodyId) -> tuple[Meeting, ...]:
    return by_date(
        one for one in record.meetings if one.body_id == body_id and one.state not in NOT_HELD
    )
