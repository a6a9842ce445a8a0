"""What each edit of agenda, attendance and actions does, its inverse, and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import Block, plain
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.ids import ActionId, ItemId, PersonId, SectionId
from kcsp_desktop.domain.performing.applying import apply, apply_all
from tests.builders import (
    MEETING,
    a_meeting,
    a_record,
    a_row,
    an_action,
    an_item,
    some_details,
    the_sections,
)

HERE = {"meeting_id": MEETING}
A, GONE = SectionId("section-A"), "gone"


def after(edit, meeting=None):
    """Return the meeting after ``edit``; the inverse is tried on the way."""
    record = a_record(meeting or a_meeting())
    done = apply(record, edit)
    assert apply_all(done.record, done.inverse).record == record
    return done.record.meetings[0]


def refused(edit, meeting=None) -> str:
    with pytest.raises(RuleBroken) as error:
        apply(a_record(meeting or a_meeting()), edit)
    return error.value.what


def titles(meeting) -> list[str]:
    return [item.title[-1] for item in meeting.items]


def people(meeting) -> list[str]:
    return [row.person_id[-1] for row in meeting.attendance]


def test_details_are_set_whole() -> None:
    details = some_details(venue="Town Hall")
    assert after(e.SetDetails(**HERE, details=details)).details == details


@pytest.mark.parametrize(
    ("first", "reason", "what"),
    [
        (40, "  ", "A first number of your own needs a reason."),
        (-1, "Book", "Minutes are numbered from 1."),
    ],
)
def test_a_first_number_is_sensible_and_has_a_reason(first, reason, what) -> None:
    details = some_details(first_number=first, first_number_reason=reason)
    assert what == refused(e.SetDetails(**HERE, details=details))


def test_sections_are_set_where_no_item_loses_its_own() -> None:
    sections = the_sections()[1:]
    assert after(e.SetSections(**HERE, sections=sections)).sections == sections


@pytest.mark.parametrize(
    ("sections", "what"),
    [
        (the_sections()[:1], "“Report 1” stands in a section that would go."),
        (the_sections() * 2, "A section can stand in the agenda only once."),
    ],
)
def test_sections_that_cannot_be_are_refused(sections, what) -> None:
    assert what == refused(e.SetSections(**HERE, sections=sections))


@pytest.mark.parametrize(("place", "expected"), [(None, "9123"), ("item-2", "1293")])
def test_an_item_is_added_first_or_behind_another(place, expected) -> None:
    edit = e.AddItem(**HERE, item=an_item(9), after=place)
    assert list(expected) == titles(after(edit))


def test_the_text_of_an_added_item_is_normalised() -> None:
    raw = Block(id="x", runs=(("no", 0), ("ted", 0)))
    assert after(e.AddItem(**HERE, item=an_item(9, blocks=(raw,)))).items[0].blocks[
        0
    ].runs == plain("noted")


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (e.AddItem(**HERE, item=an_item(1)), "That agenda item is there already."),
        (
            e.AddItem(**HERE, item=replace(an_item(1), id=ItemId("item-9"))),
            "A block can stand in a meeting only once.",
        ),
        (
            e.AddItem(**HERE, item=an_item(9, "X")),
            "The section for that item is no longer there.",
        ),
        (
            e.AddItem(**HERE, item=an_item(9), after=ItemId(GONE)),
            "The item to put it after is no longer there.",
        ),
    ],
    ids=["item", "block", "section", "place"],
)
def test_an_item_that_cannot_be_added_is_refused(edit, what) -> None:
    assert what == refused(edit)


def test_an_item_goes_with_its_actions_and_all_come_back_in_place() -> None:
    actions = tuple(
        an_action(n, item_id=ItemId(f"item-{item}")) for n, item in enumerate((2, 1, 2, 3, 2))
    )
    meeting = after(e.RemoveItem(**HERE, item_id=ItemId("item-2")), a_meeting(actions=actions))
    assert titles(meeting) == ["1", "3"]
    assert [action.id[-1] for action in meeting.actions] == ["1", "3"]


@pytest.mark.parametrize(
    ("item", "place", "expected"),
    [(3, None, "312"), (1, "item-3", "231"), (1, "item-2", "213"), (2, "item-1", "123")],
)
def test_an_item_moves_behind_another_and_into_a_section(item, place, expected) -> None:
    item_id = ItemId(f"item-{item}")
    meeting = after(e.MoveItem(**HERE, item_id=item_id, section_id=A, after=place))
    assert list(expected) == titles(meeting)
    assert meeting.item(item_id).section_id == A


def test_an_item_cannot_move_into_a_section_that_is_gone() -> None:
    edit = e.MoveItem(**HERE, item_id=ItemId("item-1"), section_id=SectionId(GONE))
    assert refused(edit) == "That section is no longer there."


def test_setting_an_item_leaves_its_text_and_its_section() -> None:
    new = an_item(2, "A", title="Wardens", blocks=(), minuted=False)
    meeting = after(e.SetItem(**HERE, item=new))
    assert meeting.items[1] == replace(an_item(2), title="Wardens", minuted=False)


@pytest.mark.parametrize(
    "edit",
    [
        e.RemoveItem(**HERE, item_id=ItemId(GONE)),
        e.MoveItem(**HERE, item_id=ItemId(GONE), section_id=A),
        e.SetItem(**HERE, item=an_item(9)),
        e.PutAction(**HERE, action=an_action(item_id=ItemId(GONE))),
        e.RemoveAction(**HERE, action_id=ActionId(GONE)),
    ],
    ids=["remove", "move", "set", "action of", "action"],
)
def test_what_names_something_gone_is_refused(edit) -> None:
    with pytest.raises(Missing, match="no longer there"):
        apply(a_record(), edit)


@pytest.mark.parametrize(("place", "expected"), [(None, "12345"), ("person-2", "12534")])
def test_a_person_comes_into_the_list_last_or_behind_another(place, expected) -> None:
    edit = e.PutAttendance(**HERE, attendance=a_row(5), after=place)
    assert list(expected) == people(after(edit))


def test_a_row_is_replaced_where_it_stands() -> None:
    row = a_row(2, Capacity.APOLOGIES)
    meeting = after(e.PutAttendance(**HERE, attendance=row))
    assert meeting.attendance[1] == row
    assert people(meeting) == list("1234")


def test_a_person_leaves_the_list_and_comes_back_in_place() -> None:
    edit = e.RemoveAttendance(**HERE, person_id=PersonId("person-2"))
    assert people(after(edit)) == list("134")


def test_the_list_is_set_whole() -> None:
    rows = (a_row(3), a_row(1))
    assert after(e.SetAttendance(**HERE, attendance=rows)).attendance == rows


def test_a_person_can_stand_in_the_list_only_once() -> None:
    edit = e.SetAttendance(**HERE, attendance=(a_row(1), a_row(1)))
    assert refused(edit) == "A person can stand in the attendance only once."


def test_a_person_who_is_not_in_the_list_cannot_leave_it() -> None:
    edit = e.RemoveAttendance(**HERE, person_id=PersonId(GONE))
    assert refused(edit) == "That person is not in the list."


ACTIONS = (an_action(1), an_action(2), an_action(3))


@pytest.mark.parametrize(("at", "expected"), [(None, "1239"), (0, "9123"), (2, "1293")])
def test_an_action_is_added_last_or_at_its_place(at, expected) -> None:
    meeting = after(e.PutAction(**HERE, action=an_action(9), at=at), a_meeting(actions=ACTIONS))
    assert list(expected) == [action.id[-1] for action in meeting.actions]


def test_an_action_is_replaced_where_it_stands() -> None:
    new = an_action(2, owner="Ms Oduya")
    meeting = after(e.PutAction(**HERE, action=new), a_meeting(actions=ACTIONS))
    assert meeting.actions == (ACTIONS[0], new, ACTIONS[2])


def test_a_removed_action_comes_back_in_place() -> None:
    edit = e.RemoveAction(**HERE, action_id=ActionId("action-2"))
    assert after(edit, a_meeting(actions=ACTIONS)).actions == (ACTIONS[0], ACTIONS[2])
