"""What happens in the room: flags, votes, an item's course and times, declarations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.attendance import Declaration, InterestKind
from kcsp_desktop.domain.blocks import Vote
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.ids import BlockId, DeclarationId, ItemId, PersonId
from kcsp_desktop.domain.kinds import Course
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.outcome import Progress, progress
from kcsp_desktop.domain.performing.applying import apply, apply_all
from tests.builders import MEETING, a_block, a_meeting, a_record, an_item

HERE = {"meeting_id": MEETING, "item_id": ItemId("item-1")}
BLOCK = {**HERE, "block_id": BlockId("block-1-1")}
DECLARED = Declaration(
    id=DeclarationId("d1"),
    person_id=PersonId("person-2"),
    name="Mr P M Quelch",
    item_id=ItemId("item-1"),
    kind=InterestKind.SIGNIFICANT,
    text="A trustee of the hall",
    left_room=True,
)


def after(edit, record=None):
    """Return the record after ``edit``; the inverse is tried on the way."""
    record = record or a_record()
    done = apply(record, edit)
    assert apply_all(done.record, done.inverse).record == record
    return done.record


def first_item(record):
    return record.meetings[0].items[0]


def test_a_block_is_flagged():
    assert first_item(after(e.SetFlag(**BLOCK, flagged=True))).blocks[0].flagged


def test_a_flag_can_be_set_in_approved_notes_and_a_vote_cannot():
    record = a_record(a_meeting(state=MeetingState.APPROVED))
    after(e.SetFlag(**BLOCK, flagged=True), record)
    with pytest.raises(RuleBroken, match="amendment"):
        apply(record, e.SetVote(**BLOCK, vote=Vote(mover="Mr Quelch")))


def test_a_vote_is_recorded_with_a_resolution():
    vote = Vote(mover="Mr Quelch", in_favour=7, against=0, named=(("Ms Oduya", "for"),))
    assert first_item(after(e.SetVote(**BLOCK, vote=vote))).blocks[0].vote == vote


def test_a_merge_keeps_the_flag_of_either():
    flagged = replace(a_block("b", block_id="b"), flagged=True)
    record = a_record(a_meeting((an_item(1, blocks=(a_block("a", block_id="a"), flagged)),)))
    merge = e.MergeBlocks(**HERE, first=BlockId("a"), second=BlockId("b"))
    assert first_item(after(merge, record)).blocks[0].flagged


@pytest.mark.parametrize("course", [Course.DEFERRED, Course.WITHDRAWN, Course.NOT_REACHED])
def test_an_item_that_was_not_taken_needs_no_other_outcome(course):
    record = a_record(a_meeting((an_item(1, blocks=()),)))
    item = first_item(after(e.SetCourse(**HERE, course=course), record))
    assert (item.course, progress(item)) == (course, Progress.OUTCOME)


def test_the_times_of_an_item_are_the_secretarys_own():
    record = after(e.SetTimes(**HERE, began="2026-03-12T10:41:07+00:00", spent=95))
    assert (first_item(record).began, first_item(record).spent) == ("2026-03-12T10:41:07+00:00", 95)
    shown = edition(record, record.meetings[0], Audience.RESTRICTED).items[0].item
    assert (shown.began, shown.spent) == ("", 0)


def test_a_declaration_is_noted_changed_and_taken_away():
    record = after(e.PutDeclaration(meeting_id=MEETING, declaration=DECLARED))
    assert record.meetings[0].declarations == (DECLARED,)
    other = replace(DECLARED, left_room=False)
    changed = after(e.PutDeclaration(meeting_id=MEETING, declaration=other), record)
    assert changed.meetings[0].declarations == (other,)
    gone = after(e.RemoveDeclaration(meeting_id=MEETING, declaration_id=DECLARED.id), record)
    assert gone.meetings[0].declarations == ()


def test_a_declaration_needs_its_item_and_goes_with_it():
    lost = replace(DECLARED, item_id=ItemId("gone"))
    with pytest.raises(Missing):
        apply(a_record(), e.PutDeclaration(meeting_id=MEETING, declaration=lost))
    record = after(e.PutDeclaration(meeting_id=MEETING, declaration=DECLARED))
    assert after(e.RemoveItem(**HERE), record).meetings[0].declarations == ()


def test_words_of_a_declaration_in_a_restricted_item_are_not_public():
    items = (an_item(1, restricted=True),)
    record = a_record(a_meeting(items, declarations=(DECLARED,)))
    public, closed = (
        edition(record, record.meetings[0], audience).items[0].declarations[0]
        for audience in (Audience.PUBLIC, Audience.RESTRICTED)
    )
    assert (public.name, public.text, closed.text) == (DECLARED.name, "", DECLARED.text)


def test_an_abbreviation_is_kept_changed_and_taken_away():
    one = Abbreviation(id="a1", short="asb", full="anti-social behaviour")
    record = after(e.PutAbbreviation(abbreviation=one))
    assert record.abbreviations == (one,)
    other = replace(one, full="antisocial behaviour")
    assert after(e.PutAbbreviation(abbreviation=other), record).abbreviations == (other,)
    assert after(e.RemoveAbbreviation(abbreviation_id=one.id), record).abbreviations == ()


@pytest.mark.parametrize(
    ("short", "full", "what"),
    [("asb", "another", "stands for something already"), ("", "x", "needs what is typed"),
     ("x", "", "needs what is typed")],
)  # fmt: skip
def test_an_abbreviation_stands_for_one_thing(short, full, what):
    one = Abbreviation(id="a1", short="asb", full="anti-social behaviour")
    record = after(e.PutAbbreviation(abbreviation=one))
    with pytest.raises(RuleBroken, match=what):
        apply(record, e.PutAbbreviation(abbreviation=replace(one, id="a2", short=short, full=full)))
