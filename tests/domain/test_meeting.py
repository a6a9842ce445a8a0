"""A meeting's own questions, and its duplicate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.ids import ItemId, SectionId
from kcsp_desktop.domain.kinds import Course
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import (
    duplicate,
    duplicate_item,
    holds_restricted,
    in_order,
    in_order_taken,
    is_restricted,
    quorum_lost,
)
from tests.builders import (
    a_block,
    a_body,
    a_meeting,
    a_row,
    an_action,
    an_item,
    fresh_ids,
    some_details,
)

NEXT_DAY = date(2026, 7, 9)


def a_held_meeting():
    return a_meeting(
        state=MeetingState.APPROVED,
        details=some_details(first_number=40, first_number_reason="As in the book"),
        actions=(an_action(),),
        attendance=(a_row(1, arrived="10.15"), a_row(2, Capacity.APOLOGIES)),
        issued_numbers=((an_item(1).id, 40),),
    )


def ids_of(meeting) -> set[str]:
    blocks = {block.id for item in meeting.items for block in item.blocks}
    items = {item.id for item in meeting.items}
    return {meeting.id, *items, *blocks, *(section.id for section in meeting.sections)}


def test_items_stand_in_agenda_order_by_section() -> None:
    items = (an_item(1, "D"), an_item(2, "B"), an_item(3, "A"), an_item(4, "B"))
    meeting = a_meeting(items)
    assert [item.title[-1] for item in in_order(meeting)] == ["3", "2", "4", "1"]


@pytest.mark.parametrize(
    ("section", "own", "expected"),
    [("B", False, False), ("B", True, True), ("D", False, True), ("gone", False, False)],
)
def test_an_item_is_restricted_by_itself_or_by_its_section(section, own, expected) -> None:
    assert expected is is_restricted(a_meeting(), an_item(1, section, restricted=own))


def test_a_duplicate_shares_no_id_with_its_pattern() -> None:
    old = a_held_meeting()
    new = duplicate(old, day=NEXT_DAY, new_id=fresh_ids())
    assert not ids_of(old) & ids_of(new)
    assert len(ids_of(new)) == 1 + len(new.sections) + len(new.items)


def test_a_duplicate_has_the_agenda_and_nothing_of_what_was_minuted() -> None:
    new = duplicate(a_held_meeting(), day=NEXT_DAY, new_id=fresh_ids())
    assert [item.title for item in new.items] == ["Report 1", "Report 2", "Report 3"]
    assert {item.blocks for item in new.items} == {()}
    assert (new.state, new.actions, new.issued_numbers) == (MeetingState.PLANNED, (), ())


def test_a_duplicate_keeps_its_items_in_their_sections() -> None:
    new = duplicate(a_held_meeting(), day=NEXT_DAY, new_id=fresh_ids())
    assert [new.section(item.section_id).letter for item in new.items] == ["B", "B", "B"]


def test_a_duplicate_takes_its_number_from_the_series() -> None:
    new = duplicate(a_held_meeting(), day=NEXT_DAY, new_id=fresh_ids())
    assert new.details == some_details(NEXT_DAY)


def test_nobody_is_marked_in_a_duplicate() -> None:
    new = duplicate(a_held_meeting(), day=NEXT_DAY, new_id=fresh_ids())
    expected = (a_row(1, Capacity.UNMARKED), a_row(2, Capacity.UNMARKED))
    assert expected == new.attendance


def test_an_item_is_duplicated_with_its_text_and_fresh_ids() -> None:
    old = an_item()
    new = duplicate_item(old, fresh_ids())
    assert [block.text for block in new.blocks] == [block.text for block in old.blocks]
    assert [new.id, *(b.id for b in new.blocks)] == ["new-1", "new-2", "new-3", "new-4"]
    assert replace(new, id=old.id, blocks=old.blocks) == old


def test_a_section_that_is_not_there_is_nothing() -> None:
    assert a_meeting().section(SectionId("gone")) is None


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((), False),
        ((an_item(),), False),
        ((an_item(1), an_item(2, "D", blocks=())), True),
        ((an_item(1), an_item(2, restricted=True)), True),
        ((an_item(blocks=(a_block(restricted=True),)),), True),
        ((an_item(blocks=(a_block(kind=BlockKind.PRIVATE_NOTE),)),), False),
    ],
)
def test_a_meeting_holds_restricted_detail_in_items_or_in_text(items, expected):
    assert holds_restricted(a_meeting(items)) is expected


def test_items_are_in_the_order_in_which_they_were_taken() -> None:
    began = {"item-1": "2026-03-12T10:30:00", "item-3": "2026-03-12T10:10:00"}
    items = tuple(replace(an_item(n), began=began.get(f"item-{n}", "")) for n in range(1, 4))
    order = in_order_taken(a_meeting(items))
    assert [item.id for item in order] == ["item-3", "item-2", "item-1"]


def test_a_quorum_is_lost_at_an_item_that_was_taken() -> None:
    went = {"left_item": ItemId("item-2")}
    rows = (a_row(1), a_row(2), a_row(3, **went))
    lost = quorum_lost(a_body(), a_meeting(attendance=rows))
    assert lost is not None
    assert lost.id == "item-2"
    deferred = tuple(
        replace(an_item(n), course=Course.NOT_REACHED if n > 1 else Course.TAKEN)
        for n in range(1, 4)
    )
    assert quorum_lost(a_body(), a_meeting(deferred, attendance=rows)) is None
