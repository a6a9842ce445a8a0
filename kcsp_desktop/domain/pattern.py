"""What a body's new meeting begins with: its sections, the standing items, its members.

How this works: pure values from the body as it is today; ids come from the caller. Must stay in
step: ``body`` (sections), ``record.attendance_from_members``. Source: house-format 1 and 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import ItemId, MeetingId, SectionId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Details, ItemKind, Meeting, Section
from kcsp_desktop.domain.record import attendance_from_members

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.record import Record

STANDING = (
    ("Introduction", ItemKind.INTRODUCTION, False),
    ("Apologies", ItemKind.APOLOGIES, False),
    ("Declarations of Interest", ItemKind.DECLARATIONS, True),
)


def new_meeting(record: Record, body: Body, details: Details, new_id: Callable[[], str]) -> Meeting:
    """Return a planned meeting of ``body``: sections, standing items, members not marked.

    The standing items open the first section that is not restricted; a body without one begins
    with an empty agenda.
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
    items = tuple(
        AgendaItem(
            id=ItemId(new_id()),
            section_id=opening.id,
            title=title,
            kind=kind,
            minuted=minuted,
            presenter=body.chair_word,
        )
        for title, kind, minuted in STANDING
        if opening is not None
    )
    return Meeting(
        id=MeetingId(new_id()),
        body_id=body.id,
        details=details,
        sections=sections,
        items=items,
        attendance=attendance_from_members(record, body),
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
