"""Every edit undone, random ones too; locks; what a change says it touched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.blocks import BlockKind, Visibility, normalised
from kcsp_desktop.domain.changes import Kind
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.ids import ActionId, BlockId, ItemId, MeetingId, PersonId, SectionId
from kcsp_desktop.domain.lifecycle import Event, MeetingState, why_locked
from kcsp_desktop.domain.performing.applying import apply, apply_all
from tests.builders import (
    MEETING,
    a_block,
    a_body,
    a_meeting,
    a_person,
    a_record,
    a_row,
    an_action,
    an_item,
    an_organisation,
    some_details,
    the_sections,
)

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import Meeting

OTHER = MeetingId("meeting-2")


def a_full_record():
    actions = (an_action(1), an_action(2, item_id=ItemId("item-2"), block_id=None), an_action(3))
    other = a_meeting(0, id=OTHER, attendance=())
    bodies = (a_body(members=()), a_body(id="body-2", short_name="ELM", members=()))
    return a_record(a_meeting(actions=actions), other, bodies=bodies)


def numbered(kind: str, count: int):
    return st.integers(1, count).map(lambda n: f"{kind}-{n}")


NUMBER = st.integers(1, 3)
ITEM = numbered("item", 3)
IN = st.sampled_from([MEETING] * 9 + [OTHER])
RUNS = st.lists(st.tuples(st.sampled_from(["", "a", "bc 😀"]), st.integers(0, 3)), max_size=3)
BLOCKS = st.builds(
    replace,
    st.just(a_block()),
    id=st.builds("block-{}-{}".format, NUMBER, st.integers(4, 9)),
    kind=st.sampled_from(BlockKind),
    runs=RUNS.map(tuple),
    visibility=st.sampled_from(Visibility),
)
ITEMS = st.builds(
    lambda n, section, blocks, minuted: an_item(
        n, section, blocks=tuple(blocks), minuted=minuted, no_outcome="Deferred"
    ),
    st.integers(3, 6),
    st.sampled_from("ABD"),
    st.lists(BLOCKS, max_size=2),
    st.booleans(),
)
ROWS = st.integers(1, 4).map(a_row)
ACTIONS = st.builds(
    lambda n, i, b: an_action(n, item_id=f"item-{i}", block_id=f"block-{i}-{b}"),
    st.integers(1, 4),
    NUMBER,
    st.integers(1, 5),
)


@st.composite
def on_blocks(draw, make, *names, **more):
    """Return edits of one item's blocks: each of ``names`` is given one of them."""
    item = draw(NUMBER)
    given_ids = {name: f"block-{item}-{draw(st.integers(1, 5))}" for name in names}
    fields = {name: draw(strategy) for name, strategy in more.items()}
    return make(meeting_id=draw(IN), item_id=f"item-{item}", **given_ids, **fields)


@st.composite
def on_several(draw, make, **more):
    """Return edits of several blocks of one item."""
    item, which = draw(NUMBER), draw(st.lists(st.integers(1, 3), max_size=3, unique=True))
    ids = tuple(f"block-{item}-{n}" for n in which)
    fields = {name: draw(strategy) for name, strategy in more.items()}
    return make(meeting_id=draw(IN), item_id=f"item-{item}", block_ids=ids, **fields)


AFTER_ITEM = st.none() | ITEM
SECTION = st.sampled_from(["section-A", "section-D", "section-X"])
DETAILS = st.builds(
    lambda first, reason: some_details(first_number=first, first_number_reason=reason),
    st.integers(-1, 2),
    st.sampled_from(["", "Book"]),
)
MEETINGS = st.builds(
    lambda meeting_id, details, items: a_meeting(items, id=meeting_id, details=details),
    st.sampled_from([MEETING, OTHER, "meeting-3"]),
    DETAILS,
    st.integers(0, 2),
)

BODIES = [
    a_body(members=(), quorum=9),
    a_body(id="body-2", short_name="OAK", members=()),
    a_body(id="body-3", short_name="ASH", members=()),
    a_body(id="body-4", members=()),
]
EDITS = st.one_of(
    st.builds(e.PutBody, body=st.sampled_from(BODIES)),
    st.builds(e.RemoveBody, body_id=numbered("body", 3)),
    st.builds(e.PutOrganisation, organisation=st.integers(1, 3).map(an_organisation)),
    st.builds(e.RemoveOrganisation, organisation_id=numbered("organisation", 3)),
    st.builds(e.PutPerson, person=st.integers(1, 7).map(a_person)),
    st.builds(e.RemovePerson, person_id=numbered("person", 7)),
    st.builds(e.AddMeeting, meeting=MEETINGS),
    st.builds(e.RemoveMeeting, meeting_id=st.sampled_from([OTHER, "meeting-3"])),
    st.builds(e.SetDetails, meeting_id=IN, details=DETAILS),
    st.builds(e.Advance, meeting_id=IN, event=st.sampled_from(Event)),
    st.builds(
        e.SetSections,
        meeting_id=IN,
        sections=st.sampled_from([the_sections()[::-1], the_sections()[:1]]),
    ),
    st.builds(e.AddItem, meeting_id=IN, item=ITEMS, after=AFTER_ITEM),
    st.builds(e.RemoveItem, meeting_id=IN, item_id=ITEM),
    st.builds(e.MoveItem, meeting_id=IN, item_id=ITEM, section_id=SECTION, after=AFTER_ITEM),
    st.builds(e.SetItem, meeting_id=IN, item=ITEMS),
    st.builds(
        e.PutAttendance, meeting_id=IN, attendance=ROWS, after=st.none() | numbered("person", 4)
    ),
    st.builds(e.RemoveAttendance, meeting_id=IN, person_id=numbered("person", 4)),
    st.builds(e.SetAttendance, meeting_id=IN, attendance=st.lists(ROWS, max_size=3).map(tuple)),
    st.builds(e.PutAction, meeting_id=IN, action=ACTIONS),
    st.builds(e.RemoveAction, meeting_id=IN, action_id=numbered("action", 4)),
    on_blocks(e.SetBlockText, "block_id", runs=RUNS.map(tuple)),
    on_blocks(e.ChangeKind, "block_id", kind=st.sampled_from(BlockKind)),
    on_blocks(e.SetVisibility, "block_id", visibility=st.sampled_from(Visibility)),
    on_blocks(e.InsertBlocks, "after", blocks=st.lists(BLOCKS, max_size=3).map(tuple)),
    on_blocks(e.InsertBlocks, blocks=st.lists(BLOCKS, max_size=3).map(tuple)),
    on_blocks(e.SplitBlock, "block_id", at=st.integers(-1, 40), new=BLOCKS),
    on_blocks(e.MergeBlocks, "first", "second"),
    on_several(e.RemoveBlocks),
    on_several(e.MoveBlocks, to_item_id=ITEM),
    on_several(e.MoveBlocks, to_item_id=st.just("item-2"), after=st.just("block-2-2")),
)


def performed(edits):
    """Return the records from the start on, and the edits back; refused edits fall out."""
    records, back = [a_full_record()], ()
    for edit in edits:
        try:
            done = apply(records[-1], edit)
        except RuleBroken:
            continue
        records.append(done.record)
        back = (*done.inverse, *back)
    return records, back


@given(EDITS)
def test_a_refusal_is_a_sentence(edit) -> None:
    try:
        apply(a_full_record(), edit)
    except RuleBroken as refused:
        said = refused.what
    else:
        said = "Done."
    assert said.endswith(".")


@given(st.lists(EDITS, max_size=25))
def test_whatever_was_done_is_undone(edits) -> None:
    records, back = performed(edits)
    undone = apply_all(records[-1], back)
    assert undone.record == records[0]
    assert apply_all(undone.record, undone.inverse).record == records[-1]


@pytest.mark.parametrize(
    "edit",
    [
        e.SetSections(meeting_id=OTHER, sections=the_sections()[::-1]),
        e.AddItem(meeting_id=OTHER, item=an_item(1, "A"), after=None),
    ],
    ids=["sections", "item"],
)
def test_no_edit_brings_in_a_part_of_another_meeting(edit) -> None:
    # It once did, and to take that meeting away could then not be undone.
    record = a_full_record()
    if isinstance(edit, e.AddItem):
        own = record.meeting(OTHER).sections[0].id
        edit = replace(edit, item=replace(edit.item, section_id=own))
    with pytest.raises(RuleBroken, match="in another meeting already"):
        apply(record, edit)


@pytest.mark.parametrize(
    "edit",
    [
        e.PutAttendance(meeting_id=OTHER, attendance=a_row(9)),
        e.PutAttendance(meeting_id=OTHER, attendance=a_row(1, substitute_for=PersonId("person-9"))),
        e.SetAttendance(meeting_id=OTHER, attendance=(a_row(9),)),
        e.AddMeeting(meeting=a_meeting(0, id="meeting-3", attendance=(a_row(9),))),
    ],
    ids=["a row", "a substitute", "the list", "a meeting"],
)
def test_nobody_attends_who_is_not_among_the_people(edit) -> None:
    # They once could: to add that person afterwards could then not be undone.
    with pytest.raises(Missing, match="That person is no longer there"):
        apply(a_full_record(), edit)


def assert_sound(meeting: Meeting) -> None:
    blocks = [block for item in meeting.items for block in item.blocks]
    sections = {section.id for section in meeting.sections}
    for rows in (blocks, meeting.items, meeting.actions):
        assert len({row.id for row in rows}) == len(rows)
    assert len({row.person_id for row in meeting.attendance}) == len(meeting.attendance)
    assert all(block.runs == normalised(block.runs) for block in blocks)
    assert all(item.section_id in sections for item in meeting.items)
    assert {action.item_id for action in meeting.actions} <= {item.id for item in meeting.items}


@given(st.lists(EDITS, max_size=25))
def test_the_record_holds_together_after_every_edit(edits) -> None:
    records, _ = performed(edits)
    for meeting in records[-1].meetings:
        assert_sound(meeting)


@given(st.lists(EDITS, max_size=25))
def test_a_locked_meeting_keeps_its_agenda_and_its_text(edits) -> None:
    record = a_record(a_meeting(state=MeetingState.SIGNED))
    after = record
    for edit in edits:
        try:
            after = apply(after, edit).record
        except RuleBroken:
            continue
    (before, now) = (one.meeting(MEETING) for one in (record, after))
    assert (before.items, before.attendance) == (now.items, now.attendance)


HERE = {"meeting_id": MEETING, "item_id": ItemId("item-1")}
BLOCK_1 = BlockId("block-1-1")
AGENDA_EDITS = [
    e.SetSections(meeting_id=MEETING, sections=the_sections()),
    e.AddItem(meeting_id=MEETING, item=an_item(9)),
    e.RemoveItem(**HERE),
    e.MoveItem(**HERE, section_id=SectionId("section-A")),
    e.SetItem(meeting_id=MEETING, item=an_item(1, title="New")),
]
RECORD_EDITS = [
    e.SetDetails(meeting_id=MEETING, details=some_details()),
    e.PutAttendance(meeting_id=MEETING, attendance=a_row(5)),
    e.RemoveAttendance(meeting_id=MEETING, person_id=PersonId("person-1")),
    e.SetAttendance(meeting_id=MEETING, attendance=()),
    e.SetBlockText(**HERE, block_id=BLOCK_1, runs=()),
    e.ChangeKind(**HERE, block_id=BLOCK_1, kind=BlockKind.PLAIN),
    e.SetVisibility(**HERE, block_id=BLOCK_1, visibility=Visibility.RESTRICTED),
    e.InsertBlocks(**HERE, blocks=(a_block(block_id="new"),)),
    e.RemoveBlocks(**HERE, block_ids=(BLOCK_1,)),
    e.SplitBlock(**HERE, block_id=BLOCK_1, at=2, new=a_block(block_id="new")),
    e.MergeBlocks(**HERE, first=BLOCK_1, second=BlockId("block-1-2")),
    e.MoveBlocks(**HERE, block_ids=(BLOCK_1,), to_item_id=ItemId("item-2")),
]
ACTION_EDITS = [
    e.PutAction(meeting_id=MEETING, action=an_action(4)),
    e.RemoveAction(meeting_id=MEETING, action_id=ActionId("action-1")),
]


def name_of(value) -> str:
    return type(value).__name__


def in_state(state: MeetingState):
    return a_record(a_meeting(state=state, actions=(an_action(1),)))


@pytest.mark.parametrize("edit", AGENDA_EDITS, ids=name_of)
@pytest.mark.parametrize("state", [MeetingState.AGENDA_PUBLISHED, MeetingState.CIRCULATED])
def test_a_fixed_agenda_refuses_to_change_and_says_why(edit, state) -> None:
    with pytest.raises(RuleBroken) as refused:
        apply(in_state(state), edit)
    assert str(refused.value) == why_locked(state)


@pytest.mark.parametrize("edit", [*AGENDA_EDITS, *RECORD_EDITS], ids=name_of)
@pytest.mark.parametrize(
    "state", [MeetingState.CIRCULATED, MeetingState.APPROVED, MeetingState.CANCELLED]
)
def test_a_closed_record_refuses_to_change_and_says_why(edit, state) -> None:
    with pytest.raises(RuleBroken) as refused:
        apply(in_state(state), edit)
    assert str(refused.value) == why_locked(state)


@pytest.mark.parametrize("edit", ACTION_EDITS, ids=name_of)
def test_actions_go_on_after_the_notes_are_published(edit) -> None:
    assert apply(in_state(MeetingState.PUBLISHED), edit).changes.kinds == {Kind.ACTIONS}


@pytest.mark.parametrize("edit", [*AGENDA_EDITS, *RECORD_EDITS, *ACTION_EDITS], ids=name_of)
def test_an_edit_of_a_meeting_that_is_gone_is_refused(edit) -> None:
    with pytest.raises(Missing, match="meeting is no longer there"):
        apply(a_record(), replace(edit, meeting_id=OTHER))


@pytest.mark.parametrize(
    ("edit", "kinds", "items"),
    [
        (RECORD_EDITS[4], {Kind.TEXT}, {"item-1"}),
        (RECORD_EDITS[0], {Kind.DETAILS, Kind.MEETINGS, Kind.AGENDA}, set()),
        (RECORD_EDITS[-1], {Kind.BLOCKS, Kind.ACTIONS}, {"item-1", "item-2"}),
        (AGENDA_EDITS[1], {Kind.AGENDA}, {"item-9"}),
        (ACTION_EDITS[0], {Kind.ACTIONS}, {"item-1"}),
        (e.Advance(meeting_id=MEETING, event=Event.CANCEL), {Kind.STATE, Kind.MEETINGS}, set()),
    ],
    ids=["text", "details", "move", "item", "action", "state"],
)
def test_a_change_says_what_it_touched(edit, kinds, items) -> None:
    changes = apply(a_record(), edit).changes
    assert (changes.kinds, changes.meetings, changes.items) == (kinds, {MEETING}, items)


def test_a_change_of_people_touches_no_meeting() -> None:
    changes = apply(a_record(), e.PutPerson(person=a_person(9))).changes
    assert (changes.kinds, changes.meetings) == ({Kind.PEOPLE}, frozenset())


def test_several_edits_are_one_change() -> None:
    done = apply_all(a_record(), [RECORD_EDITS[4], ACTION_EDITS[0]])
    assert done.changes.kinds == {Kind.TEXT, Kind.ACTIONS}
    assert apply_all(done.record, done.inverse).record == a_record()


def test_one_refusal_refuses_the_whole_change() -> None:
    with pytest.raises(Missing):
        apply_all(a_record(), [RECORD_EDITS[4], replace(RECORD_EDITS[5], block_id=BlockId("x"))])


def test_a_cancelled_meeting_is_reinstated_by_undo() -> None:
    record = a_record(a_meeting(state=MeetingState.AGENDA_PUBLISHED))
    done = apply(record, e.Advance(meeting_id=MEETING, event=Event.CANCEL))
    assert done.record.meetings[0].state is MeetingState.CANCELLED
    assert apply_all(done.record, done.inverse).record == record
