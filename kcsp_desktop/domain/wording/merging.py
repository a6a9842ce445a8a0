"""Make one person of two that are the same, written in two ways.

How this works: whoever named the one by id names the other: members and their substitutes,
attendances, declarations, who presided. Names stand in a meeting as they were on the day, so they
change only where nothing of it has been issued; ids change everywhere, for they are printed
nowhere. Where both stand in one list the stronger of the two rows is kept, but not in a record
that is approved: there the two were printed, and the rule refuses. Must stay in step: every field
of ``body`` and ``meeting`` that holds a ``PersonId``. Source: house-format 4 and 5.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import Attendance, Capacity
from kcsp_desktop.domain.body import Membership, Role
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.lifecycle import APPROVED_ON, MeetingState
from kcsp_desktop.domain.people import Person, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import PersonId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record

ISSUED = frozenset({MeetingState.CIRCULATED, MeetingState.CANCELLED}) | APPROVED_ON
"""States in which the names of a meeting stay as they were on the day."""

_STRENGTH = (
    Capacity.PRESENT,
    Capacity.ONLINE,
    Capacity.SUBSTITUTE,
    Capacity.ALSO_PRESENT,
    Capacity.IN_ATTENDANCE,
    Capacity.APOLOGIES,
    Capacity.ABSENT,
    Capacity.UNMARKED,
)
_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a merge will do: the person after it, and a sentence for each thing it does."""

    person: Person
    sentences: tuple[str, ...]


def refusal(record: Record, gone: Person, kept: Person) -> str:
    """Say why the two cannot be made one, or nothing."""
    if gone.id == kept.id:
        return "Choose two different people."
    pair = {gone.id, kept.id}
    for meeting in record.meetings:
        if any({row.person_id, row.substitute_for} == pair for row in meeting.attendance):
            return (
                f"One of the two stood in for the other on {printed(meeting.details.date)}: "
                "they are two people."
            )
        if meeting.state in APPROVED_ON and _both(meeting, gone.id, kept.id):
            return (
                f"Both {listed(gone)} and {listed(kept)} stand in the attendance of "
                f"{printed(meeting.details.date)}, and that record is {meeting.state}: two were "
                "printed, and they stay two."
            )
    return ""


def merged(record: Record, gone: Person, kept: Person) -> Record:
    """Return the record with ``kept`` in every place of ``gone``; ``refusal`` was asked before."""
    both = {gone.id: gone, kept.id: kept}
    people = tuple(
        merged_person(gone, kept) if one.id == kept.id else one
        for one in record.people
        if one.id != gone.id
    )
    return replace(
        record,
        people=people,
        bodies=tuple(_in_body(body, gone.id, kept.id) for body in record.bodies),
        meetings=tuple(_in_meeting(one, both[gone.id], both[kept.id]) for one in record.meetings),
    )


def merged_person(gone: Person, kept: Person) -> Person:
    """Return ``kept`` with the other's surname as a spelling, and with what only it knew."""
    spellings = (*kept.spellings, gone.surname, *gone.spellings)
    nameless = not (kept.initials or kept.forename)
    return replace(
        kept,
        honorific=kept.honorific or gone.honorific,
        initials=gone.initials if nameless else kept.initials,
        forename=gone.forename if nameless else kept.forename,
        post_nominals=kept.post_nominals or gone.post_nominals,
        organisation_id=kept.organisation_id or gone.organisation_id,
        posts=tuple(dict.fromkeys((*kept.posts, *gone.posts))),
        email=kept.email or gone.email,
        phone=kept.phone or gone.phone,
        spellings=tuple(dict.fromkeys(one for one in spellings if one != kept.surname)),
    )


def preview(record: Record, gone: Person, kept: Person) -> Preview:
    """Return what ``merged`` will do, told in sentences."""
    after = merged(record, gone, kept)
    bodies = [old for old, new in zip(record.bodies, after.bodies, strict=True) if old != new]
    pairs = zip(record.meetings, after.meetings, strict=True)
    touched = [old for old, new in pairs if old != new]
    told = [f"{listed(gone)} becomes {listed(merged_person(gone, kept))}."]
    told += [f"In {body.name}, among members and substitutes." for body in bodies]
    if touched:
        told.append(f"In the attendance or declarations of {_counted(len(touched), 'meeting')}.")
    issued = [one for one in touched if one.state in ISSUED and _named(one, gone.id)]
    if issued:
        told.append(
            f"The name stays as it was on the day in {_counted(len(issued), 'meeting')}, "
            "whose notes are issued."
        )
    told += [
        _told_of_both(new, kept.id)
        for old, new in zip(record.meetings, after.meetings, strict=True)
        if _both(old, gone.id, kept.id)
    ]
    if not bodies and not touched:
        told.append("Nothing else names them.")
    return Preview(person=merged_person(gone, kept), sentences=tuple(told))


def _counted(count: int, word: str) -> str:
    return f"1 {word}" if count == 1 else f"{count} {word}s"


def _told_of_both(after: Meeting, kept: PersonId) -> str:
    row = next(one for one in after.attendance if one.person_id == kept)
    day = printed(after.details.date)
    return f"Both stand in the attendance of {day}: “{row.capacity}” is kept, as {row.name}."


def _both(meeting: Meeting, gone: PersonId, kept: PersonId) -> bool:
    return {gone, kept} <= {row.person_id for row in meeting.attendance}


def _named(meeting: Meeting, who: PersonId) -> bool:
    named = [row.person_id for row in meeting.attendance]
    return who in (*named, *(one.person_id for one in meeting.declarations))


# --- bodies ------------------------------------------------------------------------------------


def _in_body(body: Body, gone: PersonId, kept: PersonId) -> Body:
    """Return the body with one person; of two places at one time one is made."""
    named = {gone} & {who for one in body.members for who in (one.person_id, one.substitute_id)}
    if not named:
        return body
    members: list[Membership] = []
    for one in body.members:
        new = replace(
            one,
            person_id=_now(one.person_id, gone, kept) or one.person_id,
            substitute_id=_now(one.substitute_id, gone, kept),
        )
        if new.substitute_id == new.person_id:
            new = replace(new, substitute_id=None)
        twin = next((n for n, old in enumerate(members) if _at_one_time(old, new)), None)
        if twin is None or new.person_id != kept:
            members.append(new)
        else:
            members[twin] = _joined(members[twin], new)
    return replace(body, members=tuple(members))


def _now(who: PersonId | None, gone: PersonId, kept: PersonId) -> PersonId | None:
    return kept if who == gone else who


def _at_one_time(one: Membership, other: Membership) -> bool:
    return one.person_id == other.person_id and overlap(one, other)


def overlap(one: Membership, other: Membership) -> bool:
    """Whether two places in a body stand on any day together."""
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Membership, other: Membership) -> bool:
    return bool(one.ends and other.begins) and one.ends < other.begins


def _joined(one: Membership, other: Membership) -> Membership:
    """Return one place that reaches as far as both, with the higher of two roles."""
    return replace(
        one,
        role=min(one.role, other.role, key=_ROLES.index),
        organisation_id=one.organisation_id or other.organisation_id,
        begins=min(one.begins, other.begins),
        ends=max(one.ends, other.ends) if one.ends and other.ends else "",
        voting=one.voting or other.voting,
        substitute_id=one.substitute_id or other.substitute_id,
    )


# --- meetings ----------------------------------------------------------------------------------


def _in_meeting(meeting: Meeting, gone: Person, kept: Person) -> Meeting:
    """Return the meeting with one person; a name changes only where nothing was issued."""
    rows = meeting.attendance
    if _both(meeting, gone.id, kept.id):
        rows = _one_row(rows, gone.id, kept.id)
    attendance = tuple(
        replace(
            row,
            person_id=_now(row.person_id, gone.id, kept.id) or row.person_id,
            substitute_for=_now(row.substitute_for, gone.id, kept.id),
        )
        for row in rows
    )
    declarations = tuple(
        replace(one, person_id=kept.id) if one.person_id == gone.id else one
        for one in meeting.declarations
    )
    if meeting.state not in ISSUED:
        was, now = listed(gone), listed(merged_person(gone, kept))
        attendance = tuple(
            replace(row, name=now) if row.person_id == kept.id and row.name == was else row
            for row in attendance
        )
        declarations = tuple(
            replace(one, name=now) if one.person_id == kept.id and one.name == was else one
            for one in declarations
        )
    presided = _now(meeting.presided_by, gone.id, kept.id)
    return replace(meeting, attendance=attendance, declarations=declarations, presided_by=presided)


def _stronger(rows: Iterable[Attendance], gone: PersonId, kept: PersonId) -> Attendance:
    """Return the row with the stronger mark; of two alike that of who is kept."""
    two = [row for row in rows if row.person_id in (gone, kept)]
    return min(two, key=lambda row: (_STRENGTH.index(row.capacity), row.person_id == gone))


def _one_row(
    rows: tuple[Attendance, ...], gone: PersonId, kept: PersonId
) -> tuple[Attendance, ...]:
    """Return the rows with one for both, where the first stood, in the higher of two roles."""
    two = [row for row in rows if row.person_id in (gone, kept)]
    role = min((row.role for row in two), key=_ROLES.index)
    one = replace(_stronger(rows, gone, kept), role=role)
    return tuple(one if row is two[0] else row for row in rows if row not in two[1:])
