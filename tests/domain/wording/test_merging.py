"""Two spellings of one person become one, and nothing else of a meeting changes."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain import life as life_module
from kcsp_desktop.domain import meeting as meeting_module
from kcsp_desktop.domain.attendance import Attendance, Capacity, Declaration
from kcsp_desktop.domain.body import Body, Membership, Role
from kcsp_desktop.domain.edits import MergePeople, PutPerson
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Meeting
from kcsp_desktop.domain.people import Post, listed
from kcsp_desktop.domain.performing.applying import apply, apply_all
from kcsp_desktop.domain.wording.merging import ISSUED, merged, merged_person, preview, refusal
from tests.builders import a_body, a_meeting, a_person, a_record, a_row
from tests.store.strategies import attendances, bodies, declarations, meetings, people

KEPT = a_person(2)  # Mr P M Quelch
GONE = a_person(6, surname="Quelsh", initials="P M", honorific="Mr", posts=())
EDIT = MergePeople(gone_id=GONE.id, kept_id=KEPT.id)
APPROVED = (MeetingState.APPROVED, MeetingState.SIGNED, MeetingState.PUBLISHED)


def a_record_with(*meetings_, body=None):
    record = a_record(*meetings_)
    return replace(record, people=(*record.people, GONE), bodies=(body or a_body(),))


def gone_row(capacity=Capacity.PRESENT, **known):
    return a_row(6, capacity, **({"name": listed(GONE)} | known))


def after(record):
    """Return the record merged; undo is tried on the way."""
    done = apply(record, EDIT)
    assert apply_all(done.record, done.inverse).record == record
    return done.record


def test_the_other_surname_is_a_spelling_and_what_only_it_knew_is_kept():
    other = replace(
        GONE, email="q@example.org", spellings=("Quelche",), posts=(Post(title="Clerk"),)
    )
    person = merged_person(other, KEPT)
    assert person.spellings == ("Quelsh", "Quelche")
    assert person.email == "q@example.org"
    assert person.posts == (*KEPT.posts, Post(title="Clerk"))
    assert listed(person) == listed(KEPT)


def test_initials_are_taken_where_the_kept_name_has_none():
    person = merged_person(GONE, replace(KEPT, initials=""))
    assert listed(person) == "Mr P M Quelch"


def test_members_and_substitutes_name_the_one_who_is_kept():
    body = a_body(
        members=(
            Membership(person_id=GONE.id, role=Role.CHAIR),
            Membership(person_id=a_person(3).id, substitute_id=GONE.id),
        )
    )
    members = after(a_record_with(body=body)).bodies[0].members
    assert [one.person_id for one in members] == [KEPT.id, "person-3"]
    assert members[1].substitute_id == KEPT.id


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("", ""), ("", ""), [("", "")]),
        (("2020-01-01", "2021-01-01"), ("2020-06-01", ""), [("2020-01-01", "")]),
        (("2020-01-01", "2021-01-01"), ("2021-01-01", "2022-01-01"),
         [("2020-01-01", "2022-01-01")]),
        (("2020-01-01", "2020-12-31"), ("2022-01-01", ""),
         [("2020-01-01", "2020-12-31"), ("2022-01-01", "")]),
    ],
)  # fmt: skip
def test_two_places_at_one_time_become_one(first, second, expected):
    rows = tuple(
        Membership(person_id=who, begins=begins, ends=ends)
        for who, (begins, ends) in ((KEPT.id, first), (GONE.id, second))
    )
    members = after(a_record_with(body=a_body(members=rows))).bodies[0].members
    assert [(one.begins, one.ends) for one in members] == expected


def test_the_higher_role_and_the_vote_are_kept():
    rows = (
        Membership(person_id=KEPT.id, voting=False, substitute_id=GONE.id),
        Membership(person_id=GONE.id, role=Role.VICE_CHAIR),
    )
    (member,) = after(a_record_with(body=a_body(members=rows))).bodies[0].members
    assert (member.role, member.voting, member.substitute_id) == (Role.VICE_CHAIR, True, None)


@pytest.mark.parametrize(
    ("kept", "gone", "expected"),
    [
        (Capacity.UNMARKED, Capacity.APOLOGIES, Capacity.APOLOGIES),
        (Capacity.ABSENT, Capacity.ONLINE, Capacity.ONLINE),
        (Capacity.PRESENT, Capacity.ONLINE, Capacity.PRESENT),
        (Capacity.IN_ATTENDANCE, Capacity.APOLOGIES, Capacity.IN_ATTENDANCE),
    ],
)
def test_where_both_stand_the_stronger_mark_is_kept_and_told(kept, gone, expected):
    meeting = a_meeting(1, attendance=(a_row(1), gone_row(gone), a_row(2, kept)))
    record = a_record_with(meeting)
    rows = after(record).meetings[0].attendance
    assert [row.person_id for row in rows] == ["person-1", KEPT.id]
    assert rows[1].capacity is expected
    told = [one for one in preview(record, GONE, KEPT).sentences if one.startswith("Both stand")]
    assert len(told) == 1
    assert f"“{expected}” is kept, as Mr P M Quelch" in told[0]


def test_an_office_is_not_lost_with_the_weaker_mark():
    rows = (a_row(2, Capacity.UNMARKED, role=Role.CHAIR), gone_row())
    (row,) = after(a_record_with(a_meeting(1, attendance=rows))).meetings[0].attendance
    assert (row.role, row.capacity) == (Role.CHAIR, Capacity.PRESENT)


@pytest.mark.parametrize("state", MeetingState)
def test_a_name_changes_only_where_nothing_was_issued(state):
    told = Declaration(id="d1", person_id=GONE.id, name=listed(GONE), item_id="item-1")
    meeting = a_meeting(1, state=state, attendance=(gone_row(),), declarations=(told,),
                        presided_by=GONE.id)  # fmt: skip
    found = after(a_record_with(meeting)).meetings[0]
    expected = listed(GONE) if state in ISSUED else listed(KEPT)
    assert {one.name for one in (*found.attendance, *found.declarations)} == {expected}
    assert {found.attendance[0].person_id, found.declarations[0].person_id} == {KEPT.id}
    assert found.presided_by == KEPT.id


def test_a_name_that_was_another_on_the_day_stays():
    meeting = a_meeting(1, attendance=(gone_row(name="Mr P Maiden"),))
    assert after(a_record_with(meeting)).meetings[0].attendance[0].name == "Mr P Maiden"


@pytest.mark.parametrize("state", APPROVED)
def test_two_who_stand_in_an_approved_record_stay_two(state):
    record = a_record_with(a_meeting(1, state=state, attendance=(a_row(2), gone_row())))
    with pytest.raises(RuleBroken, match="12 March 2026"):
        apply(record, EDIT)


def test_who_stood_in_for_the_other_is_somebody_else():
    rows = (a_row(2, Capacity.APOLOGIES), gone_row(Capacity.SUBSTITUTE, substitute_for=KEPT.id))
    record = a_record_with(a_meeting(1, attendance=rows))
    assert "two people" in refusal(record, GONE, KEPT)


def test_nobody_is_merged_with_themselves_or_with_nobody():
    record = a_record_with()
    assert refusal(record, KEPT, KEPT) == "Choose two different people."
    with pytest.raises(Missing):
        apply(record, replace(EDIT, gone_id="nobody"))


def test_the_preview_counts_and_says_what_stays():
    issued = a_meeting(1, id="m2", state=MeetingState.APPROVED, attendance=(gone_row(),))
    body = a_body(members=(Membership(person_id=GONE.id),))
    told = preview(a_record_with(a_meeting(1), issued, body=body), GONE, KEPT).sentences
    assert told == (
        "Mr P M Quelsh becomes Mr P M Quelch.",
        "In Alder Community Partnership, among members and substitutes.",
        "In the attendance or declarations of 1 meeting.",
        "The name stays as it was on the day in 1 meeting, whose notes are issued.",
    )
    assert preview(a_record_with(), GONE, KEPT).sentences[1:] == ("Nothing else names them.",)


@pytest.mark.parametrize("state", sorted(ISSUED))
def test_a_new_post_or_another_title_leaves_an_issued_list_as_it_is(state):
    record = a_record_with(a_meeting(1, state=state))
    new = replace(KEPT, honorific="Dr", posts=(Post(title="Clerk"), *KEPT.posts))
    found = apply(record, PutPerson(person=new)).record
    assert found.meetings == record.meetings


# --- laws --------------------------------------------------------------------------------------


@st.composite
def records_of_two(draw):
    """Return a record whose lists name two people among others, here and there."""
    gone, kept = draw(people), draw(people)
    who = st.sampled_from([gone.id, kept.id, "another", "a fourth"])
    some = st.none() | who

    def named(rows, **of):
        one = st.builds(lambda row, of: replace(row, **of), rows, st.fixed_dictionaries(of))
        return st.lists(one, max_size=4)

    names = st.sampled_from([listed(gone), listed(kept), "Mr A N Other"])
    held = []
    for meeting in draw(st.lists(meetings, max_size=3, unique_by=lambda one: one.id)):
        rows = draw(named(attendances, person_id=who, substitute_for=some, name=names))
        rows = tuple({row.person_id: row for row in rows}.values())
        told = tuple(draw(named(declarations, person_id=who, name=names)))
        held.append(replace(meeting, attendance=rows, declarations=told, presided_by=draw(some)))
    ranks = [Membership(person_id=draw(who), substitute_id=draw(some)) for _ in range(3)]
    body = replace(draw(bodies), members=tuple(ranks))
    record = replace(a_record(), people=(gone, kept), meetings=tuple(held), bodies=(body,))
    return record, gone, kept


def _named_alike(value, gone, kept):
    """Return a row with everything a merge may change of it made the same."""
    ids = {f.name: kept.id for f in fields(value) if getattr(value, f.name) == gone.id}
    name = listed(kept) if value.name in (listed(gone), listed(kept)) else value.name
    return replace(value, **ids, name=name)


def _without_people(meeting, gone, kept):
    """Return a meeting in which the two are one; of a list where both stand only who stands."""
    rows = [_named_alike(row, gone, kept) for row in meeting.attendance]
    return replace(
        meeting,
        attendance=tuple(row for row in rows if row.person_id != kept.id),
        declarations=tuple(_named_alike(one, gone, kept) for one in meeting.declarations),
        presided_by=kept.id if meeting.presided_by == gone.id else meeting.presided_by,
    )


@given(records_of_two())
def test_nothing_but_who_is_meant_changes_in_a_meeting_and_undo_restores(drawn):
    record, gone, kept = drawn
    if refusal(record, gone, kept):
        return
    edit = MergePeople(gone_id=gone.id, kept_id=kept.id)
    done = apply(record, edit)
    now = done.record
    assert now == merged(record, gone, kept)
    assert now.people == (merged_person(gone, kept),)
    pretty = merged_person(gone, kept)
    for old, new in zip(record.meetings, now.meetings, strict=True):
        assert _without_people(old, gone, pretty) == _without_people(new, gone, pretty)
        named = {row.person_id for row in old.attendance} & {gone.id, kept.id}
        assert sum(row.person_id == kept.id for row in new.attendance) == bool(named)
        if old.state in ISSUED and len(named) < 2:
            assert [row.name for row in old.attendance] == [row.name for row in new.attendance]
    assert apply_all(now, done.inverse).record == record


@given(records_of_two())
def test_nobody_is_named_any_more_who_is_gone(drawn):
    record, gone, kept = drawn
    if refusal(record, gone, kept):
        return
    now = merged(record, gone, kept)
    assert gone.id not in repr((now.bodies, now.meetings))


def test_a_meeting_names_people_nowhere_that_a_merge_does_not_look():
    """A new field with a person's id must be thought of in ``wording/merging``."""
    parts = (Body, Membership, Meeting, Attendance, Declaration, *_parts_of(AgendaItem, Meeting))
    found = {
        f"{part.__name__}.{field.name}"
        for part in parts
        for field in fields(part)
        if "PersonId" in str(field.type)
    }
    assert found == {
        "Membership.person_id", "Membership.substitute_id", "Attendance.person_id",
        "Attendance.substitute_for", "Declaration.person_id", "Meeting.presided_by",
    }  # fmt: skip


def _parts_of(*classes):
    """Return the dataclasses that the fields of these are made of, by their names."""
    known = vars(meeting_module) | vars(life_module)
    words = {word for one in classes for f in fields(one) for word in re.findall(r"\w+", f.type)}
    return [known[word] for word in sorted(words) if is_dataclass(known.get(word))]
