"""What every rule of a day looks at: one body, its meetings, the day and the holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.lifecycle import NOT_HELD, MeetingState
from kcsp_desktop.domain.meeting import Meeting
from kcsp_desktop.domain.record import Record, by_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.ids import BodyId

SOON = 3  # days in which a thing presses
AHEAD = 28  # days for which a thing is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One body on a day; ``meetings`` are those not cancelled, earliest first."""

    record: Record
    body: Body
    meetings: tuple[Meeting, ...]
    today: date
    holidays: frozenset[date]

    def held(self, *states: MeetingState) -> Iterable[Meeting]:
        """Yield the meetings in one of these states."""
        return (one for one in self.meetings if one.state in states)

    def not_held(self) -> Iterable[Meeting]:
        """Yield the meetings that were not begun."""
        return (one for one in self.meetings if one.state in NOT_HELD)


def views(record: Record, today: date, holidays: frozenset[date]) -> tuple[View, ...]:
    """Return the view of each body, in the order of the record."""
    of_body: dict[BodyId, list[Meeting]] = {}
    for meeting in by_date(record.meetings):
        if meeting.state is not MeetingState.CANCELLED:
            of_body.setdefault(meeting.body_id, []).append(meeting)
    return tuple(
        View(
            record=record,
            body=body,
            meetings=tuple(of_body.get(body.id, ())),
            today=today,
            holidays=holidays,
        )
        for body in record.bodies
    )


_UNSETTLED = NOT_HELD | {MeetingState.IN_PROGRESS, MeetingState.DRAFT_NOTES}


def years_asked(record: Record, today: date) -> tuple[int, ...]:
    """Return the years whose bank holidays are to be known for what ``record`` asks today."""
    years = {one.details.date.year for one in record.meetings if one.state in _UNSETTLED}
    return tuple(sorted(years | {today.year}))


def days(count: int) -> str:
    """Return "1 day", "3 days"."""
    return "1 day" if count == 1 else f"{count} days"
