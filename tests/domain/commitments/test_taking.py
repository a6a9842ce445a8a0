"""What is made of a commitment that is taken, and what is left to take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcsp_desktop.domain.actions import DueKind
from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.domain.commitments import (
    as_action,
    dismissed,
    found,
    left_to_take,
    phrase_in,
    sure,
)
from kcsp_desktop.domain.ids import ActionId
from kcsp_desktop.domain.kinds import ItemKind
from tests.builders import DAY, a_block, a_meeting, an_item

BOTH = "Mr Quelch agreed to send the plan and Mrs Barden undertook to count the hedges."


def a_held(*texts, restricted=False):
    blocks = tuple(
        a_block(text, block_id=f"b{n}", restricted=restricted) for n, text in enumerate(texts)
    )
    return a_meeting((an_item(blocks=blocks),))


def actions_of(meeting):
    there = found(meeting, said_on=DAY)
    return [as_action(one, there, ActionId(f"a{n}")) for n, one in enumerate(there)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was late. Mr Quelch agreed to send\t it.", "Mr Quelch agreed to send it"),
        ("the Clerk undertook to write to all;", "The Clerk undertook to write to all"),
    ],
)
def test_an_action_has_the_words_of_its_sentence_in_one_line(text, expected):
    assert [one.text for one in actions_of(a_held(text))] == [expected]


def test_two_of_one_sentence_have_a_part_each():
    first, second = actions_of(a_held(BOTH))
    assert ("plan" in first.text, "hedges" in first.text) == (True, False)
    assert ("plan" in second.text, "hedges" in second.text) == (False, True)


def test_it_carries_owner_due_block_and_is_closed_where_the_words_are():
    (one,) = actions_of(
        a_held("Ms Oduya agreed to report back to the next meeting.", restricted=True)
    )
    assert (one.owner, one.due.kind, one.block_id) == ("Ms Oduya", DueKind.NEXT_MEETING, "b0")
    assert one.visibility is Visibility.RESTRICTED


@pytest.mark.parametrize("taken", [0, 1])
def test_what_is_taken_is_found_no_more_and_the_other_still_is(taken):
    meeting = a_held(BOTH)
    both = found(meeting, said_on=DAY)
    after = replace(meeting, actions=(actions_of(meeting)[taken],))
    assert [one.key for one in left_to_take(after)] == [both[1 - taken].key]


def test_what_is_dismissed_is_left_out_until_it_is_brought_back():
    meeting = a_held(BOTH)
    key = left_to_take(meeting)[0].key
    without = replace(meeting, dismissed=dismissed(meeting, key))
    assert key not in [one.key for one in left_to_take(without)]
    assert dismissed(without, key) == ()


def test_perhaps_is_not_counted_as_sure():
    meeting = a_held(BOTH, "The wardens were planning a new round in the autumn.")
    there = left_to_take(meeting)
    assert (len(there), sure(meeting, there)) == (3, 2)


def test_that_the_last_record_be_signed_is_offered_and_not_counted():
    words = "RESOLVED that the notes were correctly recorded and be signed by the Chair."
    resolved = a_block(words, BlockKind.RESOLUTION)
    meeting = a_meeting((an_item(1, kind=ItemKind.LAST_NOTES, blocks=(resolved,)),))
    there = left_to_take(meeting)
    assert (len(there), sure(meeting, there)) == (1, 0)


def test_the_phrase_is_found_in_its_sentence():
    for one in found(a_held(f"It began. {BOTH}"), said_on=DAY):
        start, end = phrase_in(one)
        assert one.sentence[start:end] == one.phrase
