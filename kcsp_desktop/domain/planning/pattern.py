"""What a body's new meeting begins with: its sections, the standing items, its members.

How this works: pure values from the body as it is on the day of the meeting; ids come from the
caller. Must stay in step: ``body`` (sections, standing items), ``record.attendance_from_members``.
Source: house-format 1 and 2.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.ids import ItemId, MeetingId, SectionId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import APPROVED_ON, NOT_HELD, MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.record import attendance_from_members, by_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kcsp_desktop.domain.body import Body, StandingItem
    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.record import Record


def new_meeting(record: Record, body: Body, details: Details, new_id: Callable[[], str]) -> Meeting:
    """Return a planned meeting of ``body``: sections, standing items, members not marked.

    A standing item whose section the body no longer has opens the first section that is not
    restricted; a body without one begins with an empty agenda.
    """
    sections = tuple(
        Section(
            id=SectionId(new_id()),
            letter=pattern.letter,
            title=pattern.title,
            restricted=pattern.restricted,
        )
        for pattern in body.sections
    )
    opening = next((one for one in sections if not one.restricted), None)
    letters = {one.letter: one for one in reversed(sections)}
    last = awaiting_approval(record, body.id, details.date)
    items = tuple(
        _item(standing, section, last, new_id)
        for standing in body.standing
        if is_due(record, body.id, standing, details.date)
        and (standing.kind is not ItemKind.LAST_NOTES or last is not None)
        and (section := letters.get(standing.section, opening)) is not None
    )
    return Meeting(
        id=MeetingId(new_id()),
        body_id=body.id,
        details=details,
        sections=sections,
        items=items,
        attendance=attendance_from_members(record, body, details.date),
        future_dates=planned_after(record, body.id, details.date),
    )


def _item(
    standing: StandingItem, section: Section, last: Meeting | None, new_id: Callable[[], str]
) -> AgendaItem:
    title, notes_of = standing.title, None
    if standing.kind is ItemKind.LAST_NOTES and last is not None:
        title, notes_of = f"{title} {printed(last.details.date)}", last.id
    return AgendaItem(
        id=ItemId(new_id()),
        section_id=section.id,
        title=title,
        kind=standing.kind,
        presenter=standing.presenter,
        minutes_planned=standing.minutes_planned,
        minuted=standing.minuted,
        restriction=standing.restriction,
        standing=True,
        notes_of=notes_of,
    )


def is_due(record: Record, body_id: BodyId, standing: StandingItem, day: date) -> bool:
    """Whether a standing item belongs on the agenda of a meeting on ``day``.

    A yearly one belongs on the first meeting in or after its month.
    """
    if standing.skip_once:
        return False
    if not standing.month:
        return True
    return day.month >= standing.month and not any(
        one.body_id == body_id
        and one.state is not MeetingState.CANCELLED
        and one.details.date.year == day.year
        and standing.month <= one.details.date.month
        and one.details.date < day
        for one in record.meetings
    )


def without_skips(body: Body) -> Body:
    """Return the body after a meeting was made: what was to be skipped once has been."""
    return replace(body, standing=tuple(replace(one, skip_once=False) for one in body.standing))


def awaiting_approval(record: Record, body_id: BodyId, day: date) -> Meeting | None:
    """Return the last meeting before ``day`` that was held, if its record is not approved yet."""
    held = [
        one
        for one in by_date(record.meetings)
        if one.body_id == body_id and one.details.date < day and one.state not in NOT_HELD
    ]
    return held[-1] if held and held[-1].state not in APPROVED_ON else None


def planned_after(record: Record, body_id: BodyId, day: date) -> tuple[FutureDate, ...]:
    """Return the dates of the body's meetings after ``day``, as its agenda will list them."""
    return tuple(
        FutureDate(
            day=one.details.date.isoformat(),
            start=one.details.start.isoformat() if one.details.start else "",
        )
        for one in by_date(record.meetings)
        if one.body_id == body_id
        and one.details.date > day
        and one.state is not MeetingState.CANCELLED
    )


def same_time(record: Record, body_id: BodyId, details: Details) -> Meeting | None:
    """Return the body's meeting at that very date and time, cancelled ones aside."""
    return next(
        (
            one
            for one in record.meetings
            if one.body_id == body_id
            and one.state is not MeetingState.CANCELLED
            and (one.details.date, one.details.start) == (details.date, details.start)
        ),
        None,
    )
