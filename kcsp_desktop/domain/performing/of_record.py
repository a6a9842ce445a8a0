"""Perform the edits of bodies, organisations, people and whole meetings, with inverses.

How this works: a row that goes comes back ``at`` the index it had. What others still name is
kept: the refusal says who. Must stay in step: ``edits`` (what each means) and ``applying``
(which calls these).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.body import may_be_above
from kcsp_desktop.domain.entries import Grant, Project
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.performing.of_meeting import (
    check_blocks_once,
    check_first_number,
    with_normalised_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.ids import MeetingId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record

    Done = tuple[Record, tuple[Edit, ...]]

_T = TypeVar("_T")


def _put(rows: tuple[_T, ...], new: _T, former: _T | None, at: int | None) -> tuple[_T, ...]:
    """Put ``new`` in the place of ``former``; where there is none, ``at`` an index or last."""
    if former is not None:
        return tuple(new if row is former else row for row in rows)
    at = len(rows) if at is None else at
    return (*rows[:at], new, *rows[at:])


def _without(rows: tuple[_T, ...], gone: _T) -> tuple[tuple[_T, ...], int]:
    """Return the rows without ``gone``, and the index it had."""
    at = rows.index(gone)
    return (*rows[:at], *rows[at + 1 :]), at


def _put_body(record: Record, edit: e.PutBody) -> Done:
    new, former = edit.body, record.body(edit.body.id)
    for body in record.bodies:
        if body.id != new.id and body.short_name == new.short_name:
            raise RuleBroken(
                f"{body.name} has the short name {new.short_name} already.",
                todo="Choose another: it is how its meetings are called.",
            )
    if new.parent_id and new.parent_id not in {b.id for b in may_be_above(record.bodies, new)}:
        raise RuleBroken(f"{new.name} cannot be a sub-group of that body.")
    back: Edit = e.PutBody(body=former) if former else e.RemoveBody(body_id=new.id)
    return replace(record, bodies=_put(record.bodies, new, former, edit.at)), (back,)


def _remove_body(record: Record, edit: e.RemoveBody) -> Done:
    former = record.body(edit.body_id)
    if former is None:
        raise Missing("That body is no longer there.")
    if any(meeting.body_id == edit.body_id for meeting in record.meetings):
        raise RuleBroken(
            f"{former.name} has meetings.",
            todo="Delete them first, or keep the body.",
        )
    for body in record.bodies:
        if body.parent_id == edit.body_id:
            raise RuleBroken(
                f"{body.name} is a sub-group of {former.name}.",
                todo="Say first whose sub-group it is now.",
            )
    if any(entry.body_id == edit.body_id for entry in record.entries):
        raise RuleBroken(
            f"{former.name} has priorities, grants or other lists.",
            todo="Remove them first, or keep the body.",
        )
    rows, at = _without(record.bodies, former)
    return replace(record, bodies=rows), (e.PutBody(body=former, at=at),)


def _put_organisation(record: Record, edit: e.PutOrganisation) -> Done:
    new, former = edit.organisation, record.organisation(edit.organisation.id)
    back: Edit = (
        e.PutOrganisation(organisation=former)
        if former
        else e.RemoveOrganisation(organisation_id=new.id)
    )
    return replace(record, organisations=_put(record.organisations, new, former, edit.at)), (back,)


def _remove_organisation(record: Record, edit: e.RemoveOrganisation) -> Done:
    former = record.organisation(edit.organisation_id)
    if former is None:
        raise Missing("That organisation is no longer there.")
    named = {person.organisation_id for person in record.people}
    named |= {member.organisation_id for body in record.bodies for member in body.members}
    if former.id in named:
        raise RuleBroken(
            f"People belong to {former.name}.",
            todo="Give them another organisation first, or none.",
        )
    rows, at = _without(record.organisations, former)
    back = e.PutOrganisation(organisation=former, at=at)
    return replace(record, organisations=rows), (back,)


def _put_person(record: Record, edit: e.PutPerson) -> Done:
    new, former = edit.person, record.person(edit.person.id)
    back: Edit = e.PutPerson(person=former) if former else e.RemovePerson(person_id=new.id)
    return replace(record, people=_put(record.people, new, former, edit.at)), (back,)


def _remove_person(record: Record, edit: e.RemovePerson) -> Done:
    former = record.person(edit.person_id)
    if former is None:
        raise Missing("That person is no longer there.")
    rows = (row for one in record.meetings for row in one.attendance)
    if any(former.id in (row.person_id, row.substitute_for) for row in rows):
        raise RuleBroken(f"{former.surname} stands in the attendance of a meeting.")
    for body in record.bodies:
        if any(member.person_id == former.id for member in body.members):
            raise RuleBroken(
                f"{former.surname} is a member of {body.name}.",
                todo="Take them out of its members first.",
            )
        if any(member.substitute_id == former.id for member in body.members):
            raise RuleBroken(
                f"{former.surname} is a member's substitute in {body.name}.",
                todo="Name another substitute first, or none.",
            )
    people, at = _without(record.people, former)
    return replace(record, people=people), (e.PutPerson(person=former, at=at),)


def _put_abbreviation(record: Record, edit: e.PutAbbreviation) -> Done:
    new, rows = edit.abbreviation, record.abbreviations
    former = next((one for one in rows if one.id == new.id), None)
    if not new.short or not new.full:
        raise RuleBroken("An abbreviation needs what is typed and what it stands for.")
    if any(one.short == new.short and one.id != new.id for one in rows):
        raise RuleBroken(f"“{new.short}” stands for something already.")
    back: Edit = (
        e.PutAbbreviation(abbreviation=former)
        if former
        else e.RemoveAbbreviation(abbreviation_id=new.id)
    )
    return replace(record, abbreviations=_put(rows, new, former, edit.at)), (back,)


def _remove_abbreviation(record: Record, edit: e.RemoveAbbreviation) -> Done:
    former = next((one for one in record.abbreviations if one.id == edit.abbreviation_id), None)
    if former is None:
        raise Missing("That abbreviation is no longer there.")
    rows, at = _without(record.abbreviations, former)
    back = e.PutAbbreviation(abbreviation=former, at=at)
    return replace(record, abbreviations=rows), (back,)


def _put_entry(record: Record, edit: e.PutEntry) -> Done:
    new, rows = edit.entry, record.entries
    former = next((one for one in rows if one.id == new.id), None)
    if record.body(new.body_id) is None:
        raise Missing("The body of that entry is no longer there.")
    if former is not None and type(former) is not type(new):
        raise RuleBroken("That id is another entry's.")
    grants = {one.id for one in rows if isinstance(one, Grant)}
    if isinstance(new, Project) and new.grant_id not in grants:
        raise Missing("The grant of that project is no longer there.")
    back: Edit = e.PutEntry(entry=former) if former else e.RemoveEntry(entry_id=new.id)
    return replace(record, entries=_put(rows, new, former, edit.at)), (back,)


def _remove_entry(record: Record, edit: e.RemoveEntry) -> Done:
    former = next((one for one in record.entries if one.id == edit.entry_id), None)
    if former is None:
        raise Missing("That entry is no longer there.")
    projects = [one for one in record.entries if isinstance(one, Project)]
    if any(one.grant_id == former.id for one in projects):
        raise RuleBroken("That grant has projects.", todo="Remove them first.")
    rows, at = _without(record.entries, former)
    return replace(record, entries=rows), (e.PutEntry(entry=former, at=at),)


def _add_meeting(record: Record, edit: e.AddMeeting) -> Done:
    new = edit.meeting
    if record.meeting(new.id) is not None:
        raise RuleBroken("That meeting is there already.")
    if record.body(new.body_id) is None:
        raise Missing("The body of that meeting is no longer there.")
    check_first_number(new.details)
    check_blocks_once(new)
    check_people_known(record, (), new)
    if _stand_elsewhere(record, new.id, set(_ids(new))):
        raise RuleBroken(
            "Parts of that meeting stand in another one already.",
            todo="Duplicate the meeting: a duplicate has parts of its own.",
        )
    new = replace(new, items=tuple(with_normalised_text(item) for item in new.items))
    rows = _put(record.meetings, new, None, edit.at)
    return replace(record, meetings=rows), (e.RemoveMeeting(meeting_id=new.id),)


def check_people_known(record: Record, before: Iterable[Attendance], after: Meeting) -> None:
    """Refuse an attendance that names somebody new who is not among the people.

    Who stands in an attendance cannot be removed; to add such a person could not be undone.
    """
    listed_already = {who for row in before for who in (row.person_id, row.substitute_for)}
    for row in after.attendance:
        for who in (row.person_id, row.substitute_for):
            if who and who not in listed_already and record.person(who) is None:
                raise Missing("That person is no longer there.")


def check_parts_apart(record: Record, before: Meeting, after: Meeting) -> None:
    """Refuse an edit that brings a part of another meeting into one.

    The store knows each by its id alone, and that other meeting could not be brought back by undo.
    Asked at every letter, so nothing is looked into that both have.
    """
    brought = set(_ids(after, before)) - set(_ids(before, after))
    if brought and _stand_elsewhere(record, after.id, brought):
        raise RuleBroken("That stands in another meeting already.")


def _stand_elsewhere(record: Record, meeting_id: MeetingId, ids: set[str]) -> bool:
    others = (other for other in record.meetings if other.id != meeting_id)
    return any(not ids.isdisjoint(_ids(other)) for other in others)


def _ids(meeting: Meeting, other: Meeting | None = None) -> Iterator[str]:
    """Yield the ids in a meeting, but for what is the very same in another."""
    same = {id(item) for item in other.items} if other else set()
    for item in meeting.items:
        if id(item) not in same:
            yield item.id
            yield from (block.id for block in item.blocks)
    for name in ("sections", "actions", "declarations"):
        parts = getattr(meeting, name)
        if other is None or parts is not getattr(other, name):
            yield from (part.id for part in parts)


def _remove_meeting(record: Record, edit: e.RemoveMeeting) -> Done:
    former = record.meeting(edit.meeting_id)
    if former is None:
        raise Missing("That meeting is no longer there.")
    rows, at = _without(record.meetings, former)
    return replace(record, meetings=rows), (e.AddMeeting(meeting=former, at=at),)


RECORD_HANDLERS: dict[type, Callable[..., Done]] = {
    e.PutBody: _put_body,
    e.RemoveBody: _remove_body,
    e.PutOrganisation: _put_organisation,
    e.RemoveOrganisation: _remove_organisation,
    e.PutPerson: _put_person,
    e.RemovePerson: _remove_person,
    e.PutAbbreviation: _put_abbreviation,
    e.RemoveAbbreviation: _remove_abbreviation,
    e.PutEntry: _put_entry,
    e.RemoveEntry: _remove_entry,
    e.AddMeeting: _add_meeting,
    e.RemoveMeeting: _remove_meeting,
}
