"""Laws of the attendance, whatever is marked in whatever order (house-format 5)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.attendance import (
    HERE,
    HERE_AS_MEMBER,
    Capacity,
    all_here,
    attendance_lines,
    quorum_at,
)
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.edits import PutAttendance, RemoveAttendance, SetAttendance
from kcsp_desktop.domain.errors import RuleBroken
from kcsp_desktop.domain.ids import ItemId, PersonId
from kcsp_desktop.domain.people import Person
from kcsp_desktop.domain.performing.applying import apply_all
from tests.builders import MEETING, a_body, a_meeting, a_record, a_row

NUMBERS = range(1, 9)
ORDER = tuple(ItemId(f"item-{n}") for n in range(1, 4))


def row(number, capacity, role, arrived, left):
    name = f"Mr A Number{number}"
    return a_row(number, capacity, role=role, name=name, arrived_item=arrived, left_item=left)


PLACES = st.none() | st.sampled_from(ORDER)
ROWS = st.builds(
    row, st.sampled_from(NUMBERS), st.sampled_from(Capacity), st.sampled_from(Role), PLACES, PLACES
)
LISTS = st.lists(ROWS, unique_by=lambda one: one.person_id).map(tuple)
EDITS = st.one_of(
    ROWS.map(lambda one: PutAttendance(meeting_id=MEETING, attendance=one)),
    st.sampled_from(NUMBERS).map(
        lambda n: RemoveAttendance(meeting_id=MEETING, person_id=PersonId(f"person-{n}"))
    ),
    st.lists(ROWS, max_size=4).map(
        lambda rows: SetAttendance(meeting_id=MEETING, attendance=tuple(rows))
    ),
)


def record_of(rows):
    people = tuple(Person(id=PersonId(f"person-{n}"), surname=f"Number{n}") for n in NUMBERS)
    return a_record(a_meeting(attendance=rows), people=people)


@given(LISTS, st.lists(EDITS, max_size=12))
def test_a_person_stands_once_and_undo_restores_the_list(rows, edits) -> None:
    record = start = record_of(rows)
    back = []
    for edit in edits:
        try:
            done = apply_all(record, (edit,))
        except RuleBroken:
            continue
        record = done.record
        back.append(done.inverse)
        ids = [one.person_id for one in record.meetings[0].attendance]
        assert len(set(ids)) == len(ids)
    for inverse in reversed(back):
        record = apply_all(record, inverse).record
    assert record == start


@given(LISTS, st.none() | st.sampled_from(ORDER))
def test_advisers_and_officers_make_no_quorum(rows, item_id) -> None:
    members = tuple(one for one in rows if one.role not in (Role.ADVISER, Role.OFFICER))
    body = a_body()
    assert quorum_at(body, rows, ORDER, item_id) == quorum_at(body, members, ORDER, item_id)


@given(LISTS, st.sampled_from(ORDER))
def test_a_quorum_counts_nobody_twice_and_nobody_who_is_not_here(rows, item_id) -> None:
    here = sum(one.capacity in HERE_AS_MEMBER for one in rows)
    assert 0 <= quorum_at(a_body(), rows, ORDER, item_id).here <= here


@given(LISTS, st.none() | st.sampled_from(NUMBERS), st.booleans())
def test_the_lines_have_everybody_here_exactly_once(rows, presided, prints) -> None:
    presided_by = PersonId(f"person-{presided}") if presided else None
    lines = attendance_lines(a_body(print_apologies=prints), rows, presided_by)
    printed = Counter(name.partition(" (")[0] for _, names in lines for name in names)
    told = HERE | {Capacity.APOLOGIES} if prints else HERE
    assert printed == Counter(one.name for one in rows if one.capacity in told)


@given(LISTS)
def test_present_begins_with_chair_and_vice_chair_and_keeps_the_list(rows) -> None:
    names = dict(attendance_lines(a_body(), rows)).get("PRESENT", ())
    place = {one.name: n for n, one in enumerate(rows)}
    rank = {Role.CHAIR: 0, Role.VICE_CHAIR: 1}
    ranks = {one.name: rank.get(one.role, 2) for one in rows}
    bare = [name.partition(" (")[0] for name in names]
    assert bare == sorted(bare, key=lambda name: (ranks[name], place[name]))


@given(LISTS)
def test_saying_that_all_are_here_leaves_every_mark_and_no_one_unmarked(rows) -> None:
    marked = all_here(rows)
    for before, after in zip(rows, marked, strict=True):
        assert replace(after, capacity=before.capacity) == before
        assert after.capacity is not Capacity.UNMARKED
        assert before.capacity in (after.capacity, Capacity.UNMARKED)
