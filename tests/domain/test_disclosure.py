"""What each audience may see (house-format 7): the leak law, and the rules it is made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.actions import Due, Update
from kcsp_desktop.domain.attendance import Capacity, Declaration
from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.domain.disclosure import Audience, edition, seen
from kcsp_desktop.domain.ids import (
    AmendmentId,
    BlockId,
    DeclarationId,
    EntryId,
    FileId,
    ItemId,
    MeetingId,
    PaperId,
    PersonId,
)
from kcsp_desktop.domain.life import Amendment, Issued, Outcome, StateChange
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.reports import Paper, Report
from tests.builders import (
    a_block,
    a_body,
    a_meeting,
    a_record,
    a_row,
    an_action,
    an_item,
    some_details,
)

K = BlockKind
PUBLIC, RESTRICTED, SECRETARY = Audience
SECRET, PRIVATE, OPEN = "SECRETWORD", "PRIVATEWORD", "OPENWORD"


def shown(meeting, audience, **body) -> str:
    record = a_record(meeting, bodies=(a_body(**body),))
    return repr(edition(record, meeting, audience))


def texts(*blocks, audience=PUBLIC) -> list[str]:
    return [block.text for block in seen(blocks, audience)]


def actions_for(audience, item, *actions):
    meeting = a_meeting((item,), actions=actions)
    (found,) = edition(a_record(meeting), meeting, audience).items
    return found.actions


@st.composite
def blocks(draw, item: int):
    """Return blocks of every kind; what is closed carries a secret word."""
    found = []
    for n in range(draw(st.integers(0, 8))):
        kind, restricted = draw(st.sampled_from(K)), draw(st.booleans())
        words = PRIVATE if kind is K.PRIVATE_NOTE else SECRET if restricted else OPEN
        block_id = f"block-{item}-{n}"
        noted = f"{SECRET}-at"
        found.append(a_block(words, kind, block_id=block_id, restricted=restricted, noted_at=noted))
    return tuple(found)


@st.composite
def items(draw):
    """Return an item, open or restricted, whose own reasons are secret."""
    number = draw(st.integers(1, 9))
    restricted = draw(st.booleans())
    own = SECRET if restricted else OPEN
    return an_item(
        number,
        restricted=restricted,
        restriction=SECRET,
        no_outcome=SECRET,
        began=SECRET,
        presenter=own,
        pages=own,
        detail=SECRET,
        urgent_reason=own,
        report=Report(
            by=(own,),
            summary=own,
            recommendations=(own,),
            author_email=PRIVATE,
            deadline=PRIVATE,
            received_on=PRIVATE,
        ),
        papers=(a_paper(1, own), a_paper(2, SECRET, restricted=True)),
        blocks=draw(blocks(number)),
    )


def a_paper(number, words, *, restricted=False):
    """Return a paper that says ``words`` wherever it can."""
    return Paper(
        id=PaperId(f"paper-{number}"),
        label=words,
        file_name=words,
        file_id=FileId(words),
        restricted=restricted,
    )


def amended(held) -> tuple[Amendment, ...]:
    """Return a correction agreed and one asked for, of every block; they repeat its words."""
    return tuple(
        Amendment(
            id=AmendmentId(f"{block.id}-{agreed}"),
            item_id=item.id,
            block_id=block.id,
            cited="minute 1",
            before=block.text if agreed else PRIVATE,
            after=block.text if agreed else PRIVATE,
            asked_by=PRIVATE,
            meeting_id=MeetingId("later") if agreed else None,
        )
        for item in held
        for block in item.blocks
        for agreed in (True, False)
    )


def words_for(item, block_id, visibility) -> str:
    """Return the word for an action: open by its own, its item's and its block's leave alone."""
    known = {None: OPEN, BlockId("deleted"): PRIVATE} | {b.id: b.text for b in item.blocks}
    if known[block_id] == PRIVATE:
        return PRIVATE
    closed = visibility is Visibility.RESTRICTED or item.restricted
    return SECRET if closed else known[block_id]


@st.composite
def an_action_of(draw, held):
    item = draw(st.sampled_from(held))
    block_id = draw(st.sampled_from([None, BlockId("deleted"), *(b.id for b in item.blocks)]))
    visibility = draw(st.sampled_from(Visibility))
    words = words_for(item, block_id, visibility)
    return an_action(
        item_id=item.id,
        block_id=block_id,
        text=words,
        owner=words,
        due=Due(words=words),
        note=SECRET,
        updates=(Update(day=SECRET, text=SECRET),),
        dormant_until=PRIVATE,
        tags=(EntryId(PRIVATE),),
        visibility=visibility,
    )


ROWS = tuple(
    a_row(
        n,
        capacity,
        name=PRIVATE if capacity in (Capacity.ABSENT, Capacity.UNMARKED) else OPEN,
        arrived=PRIVATE,
        left=PRIVATE,
        arrived_item=ItemId(PRIVATE),
        left_item=ItemId(PRIVATE),
        substitute_for=PersonId(PRIVATE),
    )
    for n, capacity in enumerate(Capacity)
)


def declared_in(item) -> Declaration:
    """Return a declaration in an item; in a restricted one its words tell of the detail."""
    return Declaration(
        id=DeclarationId(f"declaration-{item.id}"),
        person_id=PersonId("person-1"),
        name=OPEN,
        item_id=item.id,
        text=SECRET if item.restricted else OPEN,
    )


def came_of(held) -> tuple[Outcome, ...]:
    """Return an outcome of every block, for members, and one of a block that is gone."""
    gone = Outcome(block_id=BlockId(PRIVATE), text=PRIVATE, tags=(EntryId(PRIVATE),))
    of_blocks = (
        Outcome(
            block_id=block.id,
            text=PRIVATE if block.kind is K.PRIVATE_NOTE else SECRET,
            tags=(EntryId(PRIVATE),),
        )
        for item in held
        for block in item.blocks
    )
    return (gone, *of_blocks)


@st.composite
def meetings(draw):
    """Return a meeting full of secrets."""
    held = draw(st.lists(items(), min_size=1, max_size=4, unique_by=lambda item: item.id))
    return a_meeting(
        tuple(held),
        actions=tuple(draw(st.lists(an_action_of(held), max_size=5))),
        attendance=ROWS,
        declarations=tuple(declared_in(item) for item in held),
        amendments=amended(held),
        outcomes=came_of(held),
        dismissed=(PRIVATE,),
        log=(
            StateChange(event="begin", at=PRIVATE, who=PRIVATE, note=PRIVATE),
            StateChange(event=Event.PUBLISH_AGENDA, at="2026-03-01T09:00", who=PRIVATE),
        ),
        issued=(Issued(kind=PRIVATE, stage="", audience="", name=PRIVATE, digest="", at=PRIVATE),),
        details=some_details(first_number=40, first_number_reason=PRIVATE),
        state=draw(st.sampled_from(MeetingState)),
    )


@given(meetings())
def test_what_is_closed_is_never_in_a_public_edition(meeting) -> None:
    public = shown(meeting, PUBLIC)
    assert SECRET not in public
    assert PRIVATE not in public


@given(meetings())
def test_what_is_private_is_never_in_a_restricted_edition(meeting) -> None:
    assert PRIVATE not in shown(meeting, RESTRICTED)


@given(meetings())
def test_paragraphs_run_from_one_in_every_edition(meeting) -> None:
    for audience in Audience:
        for item in edition(a_record(meeting), meeting, audience).items:
            numbers = [b.label.value for b in item.blocks if b.block.kind is K.PARAGRAPH]
            assert numbers == list(range(1, len(numbers) + 1))


@given(meetings())
def test_the_secretary_sees_all_of_it(meeting) -> None:
    own = edition(a_record(meeting), meeting, SECRETARY)
    assert own.attendance == meeting.attendance
    assert own.details == meeting.details
    found = {item.item for item in own.items}
    assert found == set(meeting.items)
    assert {action for item in own.items for action in item.actions} == set(meeting.actions)


def test_what_came_of_a_decision_is_told_to_members_and_not_to_the_public() -> None:
    meeting = a_meeting(1, outcomes=(Outcome(block_id=BlockId("block-1-3"), text="Printed."),))
    for audience, told in ((PUBLIC, ""), (RESTRICTED, "Printed."), (SECRETARY, "Printed.")):
        (item,) = edition(a_record(meeting), meeting, audience).items
        assert [one.outcome for one in item.blocks] == ["", "", told]


def test_a_restricted_resolution_takes_its_clauses_with_it() -> None:
    lead = a_block("A", K.RESOLUTION)
    closed = a_block("B", K.RESOLUTION, restricted=True)
    first, second = a_block("1", K.CLAUSE), a_block("2", K.CLAUSE)
    bullet = a_block("•", K.CLAUSE_BULLET)
    assert texts(lead, first, closed, second, bullet, a_block("x")) == ["A", "1", "x"]


@pytest.mark.parametrize(
    ("closed", "under"),
    [
        (K.PARAGRAPH, K.LETTER),
        (K.PARAGRAPH, K.SUB_BULLET),
        (K.PLAIN, K.BULLET),
        (K.POST_MEETING_NOTE, K.BULLET),
        (K.LETTER, K.BULLET),
        (K.BULLET, K.SUB_BULLET),
        (K.CLAUSE, K.CLAUSE_BULLET),
        (K.RESOLUTION, K.CLAUSE_BULLET),
    ],
)
def test_what_hangs_under_a_restricted_block_goes_with_it(closed, under) -> None:
    head, hanging = a_block("closed", closed, restricted=True), a_block("under", under)
    note = a_block("note", K.PRIVATE_NOTE)
    assert texts(head, note, hanging) == []
    assert texts(head, note, hanging, audience=RESTRICTED) == ["closed", "under"]


@pytest.mark.parametrize(
    ("closed", "following"),
    [(K.LETTER, K.LETTER), (K.BULLET, K.BULLET), (K.CLAUSE, K.CLAUSE), (K.PARAGRAPH, K.CLAUSE)],
)
def test_what_stands_beside_a_restricted_block_stays(closed, following) -> None:
    assert texts(a_block("no", closed, restricted=True), a_block("yes", following)) == ["yes"]


def test_what_hangs_under_an_empty_block_joins_no_list_before_it() -> None:
    blocks = (
        *(a_block("x", kind) for kind in (K.PARAGRAPH, K.LETTER, K.LETTER)),
        a_block(" ", K.PARAGRAPH),
        *(a_block("x", kind) for kind in (K.LETTER, K.PARAGRAPH, K.RESOLUTION, K.CLAUSE)),
        a_block("", K.CLAUSE),
        a_block("x", K.CLAUSE),
        a_block("", K.RESOLUTION),
        a_block("x", K.CLAUSE),
    )
    meeting = a_meeting((an_item(blocks=blocks),))
    (item,) = edition(a_record(meeting), meeting, PUBLIC).items
    labels = [block.label.text for block in item.blocks]
    assert labels == ["1.", "a.", "b.", "a.", "2.", "", "a)", "b)", "a)"]


def test_an_empty_block_is_nothing_to_anybody_but_the_secretary() -> None:
    assert texts(a_block("  ")) == texts(a_block("  "), audience=RESTRICTED) == []
    assert texts(a_block("  "), audience=SECRETARY) == ["  "]


@pytest.mark.parametrize("prints", [True, False])
def test_apologies_are_public_where_the_body_prints_them(prints: bool) -> None:
    meeting = a_meeting(attendance=(a_row(1, Capacity.APOLOGIES, name=OPEN),))
    assert (OPEN in shown(meeting, PUBLIC, print_apologies=prints)) is prints


def test_the_list_of_members_stays_at_home() -> None:
    meeting = a_meeting(attendance=())
    assert "person-5" not in shown(meeting, PUBLIC)
    assert "person-5" in shown(meeting, SECRETARY)


def test_an_action_of_an_open_block_is_public_without_how_it_went_on() -> None:
    action = an_action(note="Sent in May", updates=(Update(day="2026-05-01", text="Asked"),))
    expected = replace(action, block_id=None)
    assert actions_for(RESTRICTED, an_item(), action) == (expected,)
    assert actions_for(PUBLIC, an_item(), action) == (replace(expected, note="", updates=()),)


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        (an_item(), {"visibility": Visibility.RESTRICTED}),
        (an_item(), {"block_id": BlockId("deleted")}),
        (an_item(section="D"), {}),
        (an_item(restricted=True), {"block_id": None}),
    ],
    ids=["restricted itself", "block deleted", "restricted section", "restricted item"],
)
def test_an_action_is_not_public(item, fields) -> None:
    assert actions_for(PUBLIC, item, an_action(**fields)) == ()


def test_an_action_of_the_item_alone_is_public_where_the_item_is_open() -> None:
    assert len(actions_for(PUBLIC, an_item(), an_action(block_id=None))) == 1


def test_the_title_of_a_restricted_item_is_public_and_its_presenter_is_not() -> None:
    item = an_item(section="D", title=OPEN, presenter=SECRET, pages=SECRET)
    public = shown(a_meeting((item,)), PUBLIC)
    assert OPEN in public
    assert SECRET not in public
    assert SECRET in shown(a_meeting((item,)), RESTRICTED)


def test_an_edition_has_the_codes_and_numbers_of_its_place_in_the_series() -> None:
    items = (an_item(1, minuted=False), an_item(2), an_item(3, "D"))
    details = some_details(first_number=40, first_number_reason="Book")
    meeting = a_meeting(items, details=details)
    found = edition(a_record(meeting), meeting, PUBLIC)
    expected = [("B1", 0, False), ("B2", 40, False), ("D1", 41, True)]
    assert expected == [(item.code, item.number, item.restricted) for item in found.items]
    assert found.reference == "ACP/2026-03-12"


@pytest.mark.parametrize(
    ("state", "draft"),
    [(MeetingState.CIRCULATED, True), (MeetingState.APPROVED, False), (MeetingState.PLANNED, True)],
)
def test_notes_are_a_draft_until_they_are_approved(state: MeetingState, draft: bool) -> None:
    meeting = a_meeting(state=state)
    assert edition(a_record(meeting), meeting, PUBLIC).draft is draft


def test_the_resolution_of_a_summary_stands_behind_the_detail() -> None:
    summary, detail = a_block("summary"), a_block("detail", restricted=True)
    lead, clause = a_block("RESOLVED", K.RESOLUTION), a_block("a", K.CLAUSE)
    typed = (summary, lead, clause, detail)
    assert texts(*typed, audience=RESTRICTED) == ["summary", "detail", "RESOLVED", "a"]
    assert texts(*typed) == ["summary", "RESOLVED", "a"]


def test_what_is_said_after_a_resolution_stays_there_where_all_is_public() -> None:
    typed = (a_block("RESOLVED", K.RESOLUTION), a_block("after"))
    assert texts(*typed, audience=RESTRICTED) == ["RESOLVED", "after"]
