"""The minute numbers of every meeting at once, for lists: one walk through each body's series.

Must stay in step: ``numbering`` (``numbered`` gives the same for one meeting; a test compares
them).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.numbering import Numbers, numbers
from kcsp_desktop.domain.record import by_date

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import BodyId, MeetingId
    from kcsp_desktop.domain.record import Record

Span = tuple[int, int]


def numbers_of_all(record: Record) -> dict[MeetingId, Numbers]:
    """Return codes and minute numbers of every meeting."""
    found: dict[MeetingId, Numbers] = {}
    upcoming: dict[BodyId, int] = {}
    for meeting in by_date(record.meetings):
        first = meeting.details.first_number or upcoming.get(meeting.body_id, 1)
        given = found[meeting.id] = numbers(meeting, first)
        if meeting.state is not MeetingState.CANCELLED:
            upcoming[meeting.body_id] = given.next
    return found


def minute_spans(record: Record) -> dict[MeetingId, Span]:
    """Return the first and the last minute number of each meeting that has minuted items."""
    return {
        meeting_id: (min(given.minutes.values()), max(given.minutes.values()))
        for meeting_id, given in numbers_of_all(record).items()
        if given.minutes
    }


def printed_span(span: Span | None) -> str:
    """Return "31 to 40", "31" for one number, or nothing."""
    if span is None:
        return ""
    first, last = span
    return str(first) if first == last else f"{first} to {last}"
