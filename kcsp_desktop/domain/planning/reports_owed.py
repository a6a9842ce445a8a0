"""Reports that somebody owes, over all meetings: what to ask for, by its deadline (house-format 4).

How this works: only meetings whose agenda may still wait for a paper are asked; what was received
or withdrawn is owed no more. Must stay in step: ``reports.standing``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.lifecycle import NOT_HELD, MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Meeting, in_order
from kcsp_desktop.domain.reports import Report, ReportState, Standing, standing

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.domain.record import Record

_OWED = frozenset({Standing.LATE, Standing.EXPECTED, Standing.TO_FOLLOW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A report that has not come, and how it stands with it today."""

    meeting: Meeting
    item: AgendaItem
    report: Report
    standing: Standing


def owed(record: Record, today: date) -> tuple[Owed, ...]:
    """Return what is late, expected or to follow, earliest deadline first.

    A report without a deadline is due when its meeting is; it stands behind those that have one.
    """
    found = [
        Owed(meeting=meeting, item=item, report=item.report, standing=how)
        for meeting in record.meetings
        if meeting.state in NOT_HELD and meeting.state is not MeetingState.CANCELLED
        for item in in_order(meeting)
        if item.report is not None and (how := standing(item.report, today)) in _OWED
    ]
    return tuple(sorted(found, key=_due))


def _due(one: Owed) -> tuple[str, bool, str, str]:
    day = one.meeting.details.date.isoformat()
    return (one.report.deadline or day, not one.report.deadline, day, one.meeting.id)


def received(report: Report, today: date) -> Report:
    """Return the report as it is once it has come today."""
    return replace(report, state=ReportState.RECEIVED, received_on=today.isoformat())
