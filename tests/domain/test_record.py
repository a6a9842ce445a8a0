"""Finding things in the record, and a day's list from a body's members."""

from __future__ import annotations

from datetime import date, time

import pytest

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import Membership, Role
from kcsp_desktop.domain.ids import BodyId, MeetingId, OrganisationId, PersonId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.record import (
    attendance_from_members,
    by_date,
    former_meeting,
    reference,
)
from tests.builders import (
    DAY,
    MEETING,
    a_body,
    a_meeting,
    a_person,
    a_record,
    a_row,
    an_organisation,
    some_details,
)


def on(day: date, meeting_id: str, **fields):
    return a_meeting(0, id=MeetingId(meeting_id), details=some_details(day), **fields)


def test_a_meeting_is_called_by_short_name_and_date() -> None:
    assert reference(a_record(), a_meeting()) == "ACP/2026-03-12"


def test_what_is_not_in_the_record_is_nothing() -> None:
    record = a_record()
    assert record.meeting(MeetingId("gone")) is None
    assert record.person(PersonId("gone")) is None
    assert record.organisation(None) is None


def test_a_meeting_of_no_body_is_a_broken_record() -> None:
    with pytest.raises(LookupError):
        a_record().body_of(a_meeting(body_id=BodyId("gone")))


def test_meetings_of_one_day_stand_by_their_time() -> None:
    late = a_meeting(0, id=MeetingId("late"), details=some_details(start=time(14)))
    early = a_meeting(0, id=MeetingId("early"), details=some_details(start=time(9)))
    open_ended = a_meeting(0, id=MeetingId("open"), details=some_details(start=None))
    assert by_date((late, early, open_ended)) == (open_ended, early, late)


def test_the_former_meeting_is_the_last_before_that_was_held() -> None:
    first, last = on(date(2026, 1, 5), "m1"), on(date(2026, 9, 5), "m9")
    cancelled = on(date(2026, 5, 5), "m5", state=MeetingState.CANCELLED)
    record = a_record(last, cancelled, first)
    assert former_meeting(record, last) == first
    assert former_meeting(record, first) is None


def test_members_come_into_the_list_chair_first_and_not_marked() -> None:
    members = (
        Membership(person_id=PersonId("person-3")),
        Membership(person_id=PersonId("person-1"), role=Role.CHAIR),
        Membership(person_id=PersonId("gone")),
    )
    rows = attendance_from_members(a_record(), a_body(members=members), DAY)
    assert [(row.name, row.role) for row in rows] == [
        ("Mrs A Barden", Role.CHAIR),
        ("Ms S Oduya", Role.MEMBER),
    ]
    assert {row.capacity for row in rows} == {Capacity.UNMARKED}


def test_rows_already_there_stay_as_they_are() -> None:
    marked = a_row(3, name="Ms S Oduya-Bell")
    rows = attendance_from_members(a_record(), a_body(), DAY, (marked,))
    assert rows[0] == marked
    assert [row.person_id[-1] for row in rows] == ["3", "1", "2", "4", "5"]


@pytest.mark.parametrize(
    ("of_member", "of_person", "expected"),
    [(2, 1, "Elm Police"), (None, 1, "ABC"), (None, None, "")],
)
def test_the_organisation_is_the_one_the_member_stands_for(of_member, of_person, expected) -> None:
    def named(number):
        return OrganisationId(f"organisation-{number}") if number else None

    elm = an_organisation(2, name="Elm Police", short_name="")
    person = a_person(1, organisation_id=named(of_person))
    record = a_record(people=(person,), organisations=(an_organisation(), elm))
    member = Membership(person_id=person.id, organisation_id=named(of_member))
    (row,) = attendance_from_members(record, a_body(members=(member,)), DAY)
    assert (row.organisation, row.post) == (expected, "Head of Wardens, ABC")


def test_a_record_of_the_builders_holds_together() -> None:
    record = a_record()
    meeting = record.meeting(MEETING)
    assert meeting is not None
    assert record.body_of(meeting) == a_body()
