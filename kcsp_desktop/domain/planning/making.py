"""The one command that makes a meeting from its body's pattern, as edits of one undo step.

How this works: a day that is planned already is filled and not planned twice; what was to be
skipped once has been skipped then. Must stay in step: ``pattern`` (what a meeting begins with).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.edits import Edit
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.planning.pattern import new_meeting, no_deadline, without_skips
from kcsp_desktop.domain.planning.usual import is_to_fill
from kcsp_desktop.domain.record import by_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import BodyId, ItemId
    from kcsp_desktop.domain.meeting import Details, Meeting, Section
    from kcsp_desktop.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """The meeting that is made or filled, and the edits that do it."""

    meeting_id: MeetingId
    edits: tuple[Edit, ...]


def making(
    record: Record,
    body: Body,
    details: Details,
    new_id: Callable[[], str],
    deadline: Callable[[date], str] = no_deadline,
) -> Making:
    """Return what makes the body's meeting of those details from its pattern."""
    made = new_meeting(record, body, details, new_id, deadline)
    planned = planned_at(record, body.id, details)
    edits = _filling(planned, made) if planned else (e.AddMeeting(meeting=made),)
    left = without_skips(body)
    if left != body:
        edits = (*edits, e.PutBody(body=left))
    return Making(meeting_id=planned.id if planned else made.id, edits=edits)


def planned_at(record: Record, body_id: BodyId, details: Details) -> Meeting | None:
    """Return the meeting that is planned for that day and waits for its agenda, if any.

    Of two on one day it is the one at that time.
    """
    found = [
        one
        for one in by_date(record.meetings)
        if one.body_id == body_id and one.details.date == details.date and is_to_fill(one)
    ]
    return next((one for one in found if one.details.start == details.start), None) or (
        found[0] if found else None
    )


def _filling(planned: Meeting, made: Meeting) -> tuple[Edit, ...]:
    """Return the edits that give a planned meeting what a new one has; what it has stays."""
    own, edits = planned.id, list[e.Edit]()
    if planned.details != made.details:
        edits.append(e.SetDetails(meeting_id=own, details=made.details))
    sections = _sections(planned, made)
    if sections != planned.sections:
        edits.append(e.SetSections(meeting_id=own, sections=sections))
    letters = {one.letter: one.id for one in reversed(sections)}
    places = {one.id: letters[one.letter] for one in made.sections}
    titles = {item.title.casefold() for item in planned.items}
    after: ItemId | None = None
    for item in made.items:
        if item.title.casefold() not in titles:
            placed = replace(item, section_id=places[item.section_id])
            edits.append(e.AddItem(meeting_id=own, item=placed, after=after))
            after = item.id
    edits.append(e.SetAttendance(meeting_id=own, attendance=made.attendance))
    if not planned.future_dates:
        edits.append(e.SetFutureDates(meeting_id=own, dates=made.future_dates))
    return tuple(edits)


def _sections(planned: Meeting, made: Meeting) -> tuple[Section, ...]:
    """Return the pattern's sections; where items stand in some already, those and what lacks."""
    if not planned.items:
        return made.sections
    letters = {one.letter for one in planned.sections}
    return (*planned.sections, *(one for one in made.sections if one.letter not in letters))
