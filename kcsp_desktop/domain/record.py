"""The record: all that was minuted, and the bodies and people it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.attendance import Attendance, in_printed_order
from kcsp_desktop.domain.body import Body, Membership
from kcsp_desktop.domain.entries import Entry
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import Meeting
from kcsp_desktop.domain.people import Organisation, Person, listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kcsp_desktop.domain.ids import BodyId, MeetingId, OrganisationId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything in one store, as values."""

    bodies: tuple[Body, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    entries: tuple[Entry, ...] = ()

    def body(self, body_id: BodyId) -> Body | None:
        """Return the body of that id, or ``None``."""
        return next((body for body in self.bodies if body.id == body_id), None)

    def meeting(self, meeting_id: MeetingId) -> Meeting | None:
        """Return the meeting of that id, or ``None``."""
        return next((one for one in self.meetings if one.id == meeting_id), None)

    def person(self, person_id: PersonId) -> Person | None:
        """Return the person of that id, or ``None``."""
        return next((one for one in self.people if one.id == person_id), None)

    def organisation(self, organisation_id: OrganisationId | None) -> Organisation | None:
        """Return the organisation of that id, or ``None``."""
        return next((one for one in self.organisations if one.id == organisation_id), None)

    def body_of(self, meeting: Meeting) -> Body:
        """Return the body that meets; raises ``LookupError`` where the record is broken."""
        body = self.body(meeting.body_id)
        if body is None:
            raise LookupError(meeting.body_id)
        return body


def with_meeting(record: Record, meeting: Meeting) -> Record:
    """Return the record with ``meeting`` in the place of the one with its id."""
    return replace(
        record,
        meetings=tuple(meeting if one.id == meeting.id else one for one in record.meetings),
    )


def by_date(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return meetings, earliest first; of one day by time."""
    return tuple(sorted(meetings, key=_when))


def _when(meeting: Meeting) -> tuple[str, str, str]:
    start = meeting.details.start
    return (meeting.details.date.isoformat(), start.isoformat() if start else "", meeting.id)


def reference(record: Record, meeting: Meeting) -> str:
    """Return how a meeting is called on the command line: "KCSP/2021-11-18"."""
    return f"{record.body_of(meeting).short_name}/{meeting.details.date.isoformat()}"


def earlier_meetings(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """Return the body's meetings before this one that were not cancelled, earliest first."""
    return by_date(
        one
        for one in record.meetings
        if one.body_id == meeting.body_id
        and one.id != meeting.id
        and one.state is not MeetingState.CANCELLED
        and _when(one) < _when(meeting)
    )


def former_meeting(record: Record, meeting: Meeting) -> Meeting | None:
    """Return the body's meeting before this one that was not cancelled, or ``None``."""
    earlier = earlier_meetings(record, meeting)
    return earlier[-1] if earlier else None


def attendance_from_members(
    record: Record, body: Body, day: date, already: Iterable[Attendance] = ()
) -> tuple[Attendance, ...]:
    """Return a list for ``day``: rows ``already`` there as they are, then who is a member then.

    Members stand as they are printed, chair first, not marked yet; name, post and organisation
    are copied as they are today (house-format 5).
    """
    rows = tuple(already)
    listed_already = {row.person_id for row in rows}
    new = (
        _row(record, member, person)
        for member in body.members
        if member.on(day.isoformat())
        and member.person_id not in listed_already
        and (person := record.person(member.person_id)) is not None
    )
    return (*rows, *in_printed_order(new))


def _row(record: Record, member: Membership, person: Person) -> Attendance:
    sends = record.organisation(member.organisation_id or person.organisation_id)
    return Attendance(
        person_id=person.id,
        name=listed(person),
        post=person.post,
        organisation=(sends.short_name or sends.name) if sends else "",
        role=member.role,
    )
