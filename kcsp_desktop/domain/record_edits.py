"""Perform the edits of bodies, organisations, people and whole meetings, with inverses.

Must stay in step: ``edits`` (what each means) and ``applying`` (which calls these).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.errors import Missing, RuleBroken

if TYPE_CHECKING:
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.record import Record

    Done = tuple[Record, tuple[Edit, ...]]

_T = TypeVar("_T")


def _put(
    rows: tuple[_T, ...], new: _T, same: Callable[[_T], bool]
) -> tuple[tuple[_T, ...], _T | None]:
    """Replace the row that is the ``same``, or add ``new`` at the end; also return the former."""
    former = next((row for row in rows if same(row)), None)
    if former is None:
        return (*rows, new), None
    return tuple(new if row is former else row for row in rows), former


def _put_body(record: Record, edit: e.PutBody) -> Done:
    rows, former = _put(record.bodies, edit.body, lambda row: row.id == edit.body.id)
    back: Edit = e.PutBody(body=former) if former else e.RemoveBody(body_id=edit.body.id)
    return replace(record, bodies=rows), (back,)


def _remove_body(record: Record, edit: e.RemoveBody) -> Done:
    former = record.body(edit.body_id)
    if former is None:
        raise Missing("That body is no longer there.")
    if any(meeting.body_id == edit.body_id for meeting in record.meetings):
        raise RuleBroken(
            f"{former.name} has meetings.",
            todo="Delete them first, or keep the body.",
        )
    rows = tuple(row for row in record.bodies if row is not former)
    return replace(record, bodies=rows), (e.PutBody(body=former),)


def _put_organisation(record: Record, edit: e.PutOrganisation) -> Done:
    new = edit.organisation
    rows, former = _put(record.organisations, new, lambda row: row.id == new.id)
    back: Edit = (
        e.PutOrganisation(organisation=former)
        if former
        else e.RemoveOrganisation(organisation_id=new.id)
    )
    return replace(record, organisations=rows), (back,)


def _remove_organisation(record: Record, edit: e.RemoveOrganisation) -> Done:
    former = record.organisation(edit.organisation_id)
    if former is None:
        raise Missing("That organisation is no longer there.")
    rows = tuple(row for row in record.organisations if row is not former)
    return replace(record, organisations=rows), (e.PutOrganisation(organisation=former),)


def _put_person(record: Record, edit: e.PutPerson) -> Done:
    rows, former = _put(record.people, edit.person, lambda row: row.id == edit.person.id)
    back: Edit = e.PutPerson(person=former) if former else e.RemovePerson(person_id=edit.person.id)
    return replace(record, people=rows), (back,)


def _remove_person(record: Record, edit: e.RemovePerson) -> Done:
    former = record.person(edit.person_id)
    if former is None:
        raise Missing("That person is no longer there.")
    if any(row.person_id == former.id for one in record.meetings for row in one.attendance):
        raise RuleBroken(f"{former.surname} stands in the attendance of a meeting.")
    rows = tuple(row for row in record.people if row is not former)
    return replace(record, people=rows), (e.PutPerson(person=former),)


def _add_meeting(record: Record, edit: e.AddMeeting) -> Done:
    if record.meeting(edit.meeting.id) is not None:
        raise RuleBroken("That meeting is there already.")
    if record.body(edit.meeting.body_id) is None:
        raise Missing("The body of that meeting is no longer there.")
    after = replace(record, meetings=(*record.meetings, edit.meeting))
    return after, (e.RemoveMeeting(meeting_id=edit.meeting.id),)


def _remove_meeting(record: Record, edit: e.RemoveMeeting) -> Done:
    former = record.meeting(edit.meeting_id)
    if former is None:
        raise Missing("That meeting is no longer there.")
    rows = tuple(row for row in record.meetings if row is not former)
    return replace(record, meetings=rows), (e.AddMeeting(meeting=former),)


RECORD_HANDLERS: dict[type, Callable[..., Done]] = {
    e.PutBody: _put_body,
    e.RemoveBody: _remove_body,
    e.PutOrganisation: _put_organisation,
    e.RemoveOrganisation: _remove_organisation,
    e.PutPerson: _put_person,
    e.RemovePerson: _remove_person,
    e.AddMeeting: _add_meeting,
    e.RemoveMeeting: _remove_meeting,
}
