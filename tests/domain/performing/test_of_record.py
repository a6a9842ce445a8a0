"""What each edit of bodies, people and whole meetings does, its inverse, what it refuses."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.body import Membership
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.ids import BodyId, MeetingId, OrganisationId, PersonId
from kcsp_desktop.domain.performing.applying import apply, apply_all
from kcsp_desktop.domain.record import Record
from tests.builders import (
    BODY,
    MEETING,
    a_body,
    a_meeting,
    a_person,
    a_record,
    a_row,
    an_item,
    an_organisation,
    some_details,
)

ELM = a_body(id=BodyId("elm"), short_name="ELM", members=())
OAK = a_body(id=BodyId("oak"), short_name="OAK", members=())
ROWS = Record(
    bodies=(ELM, a_body(members=()), OAK),
    organisations=(an_organisation(1), an_organisation(2), an_organisation(3)),
    people=(a_person(1), a_person(2), a_person(3)),
    meetings=tuple(a_meeting(0, id=MeetingId(f"m{n}"), attendance=()) for n in (1, 2, 3)),
)


def after(edit, record=ROWS):
    """Return the record after ``edit``; the inverse is tried on the way."""
    done = apply(record, edit)
    assert apply_all(done.record, done.inverse).record == record
    return done.record


def refused(edit, record) -> str:
    with pytest.raises(RuleBroken) as error:
        apply(record, edit)
    return str(error.value)


@pytest.mark.parametrize(
    ("edit", "rows", "expected"),
    [
        (e.PutBody(body=a_body(id="ash", short_name="ASH")), "bodies", [*ROWS.bodies, "ash"]),
        (e.PutBody(body=a_body(id="ash", short_name="ASH"), at=0), "bodies", ["ash", *ROWS.bodies]),
        (e.RemoveBody(body_id=ELM.id), "bodies", ROWS.bodies[1:]),
        (e.PutOrganisation(organisation=an_organisation(4)), "organisations",
         [*ROWS.organisations, "organisation-4"]),
        (e.RemoveOrganisation(organisation_id=OrganisationId("organisation-2")), "organisations",
         ["organisation-1", "organisation-3"]),
        (e.PutPerson(person=a_person(4)), "people", [*ROWS.people, "person-4"]),
        (e.RemovePerson(person_id=PersonId("person-1")), "people", ROWS.people[1:]),
        (e.AddMeeting(meeting=a_meeting(attendance=())), "meetings", [*ROWS.meetings, MEETING]),
        (e.RemoveMeeting(meeting_id=MeetingId("m2")), "meetings", ["m1", "m3"]),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_rows_come_and_go_and_stand_where_they_stood(edit, rows, expected) -> None:
    ids = [getattr(row, "id", row) for row in expected]
    assert ids == [row.id for row in getattr(after(edit), rows)]


@pytest.mark.parametrize(
    ("edit", "rows"),
    [
        (e.PutBody(body=a_body(members=(), quorum=9)), "bodies"),
        (e.PutOrganisation(organisation=an_organisation(2, name="Elm Police")), "organisations"),
        (e.PutPerson(person=a_person(2, surname="Quelch-Bell")), "people"),
    ],
)
def test_a_row_is_replaced_where_it_stands(edit, rows) -> None:
    before, now = getattr(ROWS, rows), getattr(after(edit), rows)
    assert (before[0], before[2]) == (now[0], now[2])
    assert before[1] != now[1]


def test_a_new_name_leaves_the_attendance_as_on_the_day() -> None:
    done = apply(a_record(), e.PutPerson(person=a_person(1, surname="Barden-Cole")))
    assert done.record.meetings == a_record().meetings


def test_a_short_name_is_one_bodys_alone() -> None:
    edit = e.PutBody(body=a_body(id=BodyId("new"), name="Ash", short_name="ACP"))
    expected = "Alder Community Partnership has the short name ACP already."
    assert refused(edit, a_record()).startswith(expected)


def test_a_body_with_meetings_stays() -> None:
    said = refused(e.RemoveBody(body_id=BODY), a_record())
    assert said.startswith("Alder Community Partnership has meetings.")


@pytest.mark.parametrize(
    "fields",
    [
        {"people": (a_person(1, organisation_id=OrganisationId("organisation-1")),)},
        {
            "bodies": (
                a_body(
                    members=(
                        Membership(
                            person_id=PersonId("person-1"),
                            organisation_id=OrganisationId("organisation-1"),
                        ),
                    )
                ),
            )
        },
    ],
    ids=["a person's", "a member's"],
)
def test_an_organisation_that_people_belong_to_stays(fields) -> None:
    edit = e.RemoveOrganisation(organisation_id=OrganisationId("organisation-1"))
    said = refused(edit, a_record(**fields))
    assert said.startswith("People belong to Alder Borough Council.")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((a_row(1),), "Barden stands in the attendance of a meeting."),
        (
            (a_row(2, substitute_for=PersonId("person-1")),),
            "Barden stands in the attendance of a meeting.",
        ),
        ((), "Barden is a member of Alder Community Partnership."),
    ],
    ids=["attends", "is stood in for", "is a member"],
)
def test_a_person_who_is_named_somewhere_stays(rows, expected) -> None:
    edit = e.RemovePerson(person_id=PersonId("person-1"))
    assert refused(edit, a_record(a_meeting(attendance=rows))).startswith(expected)


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        (a_meeting(), "That meeting is there already."),
        (
            a_meeting(id=MeetingId("new"), details=some_details(first_number=40)),
            "A first number of your own needs a reason.",
        ),
        (
            a_meeting((an_item(1), an_item(2, blocks=an_item(1).blocks)), id=MeetingId("new")),
            "A block can stand in a meeting only once.",
        ),
        (
            a_meeting((an_item(1, "A"),), id=MeetingId("new")),
            "Parts of that meeting stand in another one already.",
        ),
    ],
    ids=["twice", "first number", "blocks", "parts"],
)
def test_a_meeting_that_cannot_be_added_is_refused(meeting, expected) -> None:
    assert refused(e.AddMeeting(meeting=meeting), a_record()).startswith(expected)


@pytest.mark.parametrize(
    "edit",
    [
        e.RemoveBody(body_id=BodyId("gone")),
        e.RemoveOrganisation(organisation_id=OrganisationId("gone")),
        e.RemovePerson(person_id=PersonId("gone")),
        e.RemoveMeeting(meeting_id=MeetingId("gone")),
        e.AddMeeting(meeting=a_meeting(id=MeetingId("new"), body_id=BodyId("gone"))),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_what_names_something_gone_is_refused(edit) -> None:
    with pytest.raises(Missing, match="no longer there"):
        apply(a_record(), edit)
