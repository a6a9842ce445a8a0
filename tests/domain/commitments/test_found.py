"""From a meeting to what nobody logged: order, places, keys, actions, closed words, any text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.commitments import CommitmentKind, found, found_in
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.wording.owners import OwnerKind
from tests.builders import DAY, a_block, a_meeting, a_row, an_action, an_item
from tests.domain.commitments.reading import rows

TWO = "Mrs Barden agreed to report back. Mr Quelch would send the figures to Members."


def meeting_of(*blocks, **fields):
    return a_meeting((an_item(blocks=blocks),), **fields)


def phrases(meeting):
    return [one.phrase for one in found(meeting, said_on=DAY)]


def test_they_come_in_the_order_of_the_agenda_and_of_the_text():
    later = an_item(2, blocks=(a_block("Ms Vane undertook to check.", block_id="x"),))
    meeting = a_meeting((an_item(1, blocks=(a_block(TWO),)), later))
    assert [one.id for one in in_order(meeting)] == ["item-1", "item-2"]
    assert phrases(meeting) == ["agreed to report back", "would send", "undertook to check"]


def test_the_phrase_stands_in_its_block_and_in_its_sentence():
    for one in found(meeting_of(a_block(TWO)), said_on=DAY):
        assert TWO[one.start : one.end] == one.phrase
        assert one.phrase in one.sentence
        assert one.sentence in TWO


def test_an_action_takes_out_the_commitment_its_words_are_nearest_to_and_no_other():
    logged = an_action(text="Send the figures", owner="Mr Quelch", block_id="block-1")
    assert phrases(meeting_of(a_block(TWO), actions=(logged,))) == ["agreed to report back"]


def test_as_many_actions_as_commitments_leave_none():
    logged = (an_action(1, block_id="block-1"), an_action(2, block_id="block-1"))
    assert phrases(meeting_of(a_block(TWO), actions=logged)) == []


def test_an_action_of_another_block_leaves_all():
    logged = an_action(text="Send the figures", block_id="another")
    assert len(phrases(meeting_of(a_block(TWO), actions=(logged,)))) == 2


def test_a_key_is_the_same_wherever_the_block_stands_and_whatever_is_around_its_words():
    keys = [one.key for one in found(meeting_of(a_block(TWO)), said_on=DAY)]
    moved = meeting_of(a_block("New first.", block_id="n"), a_block(f"So it was. {TWO}"))
    assert [one.key for one in found(moved, said_on=DAY)] == keys
    assert len(set(keys)) == 2


def test_the_same_words_twice_in_a_block_have_two_keys():
    text = "Ms Vane agreed to check. Mr Hale agreed to check."
    keys = [one.key for one in found(meeting_of(a_block(text)), said_on=DAY)]
    assert len(set(keys)) == len(keys) == 2


def test_a_private_note_is_not_read():
    note = a_block("Mrs Barden agreed to report back.", BlockKind.PRIVATE_NOTE)
    assert phrases(meeting_of(note)) == []


def test_words_of_a_restricted_block_or_item_are_closed():
    open_one = found(meeting_of(a_block(TWO)), said_on=DAY)
    block = found(meeting_of(a_block(TWO, restricted=True)), said_on=DAY)
    item = replace(an_item(blocks=(a_block(TWO),)), restricted=True)
    whole = found(a_meeting((item,)), said_on=DAY)
    assert {one.closed for one in open_one} == {False}
    assert {one.closed for one in (*block, *whole)} == {True}


def test_he_is_who_spoke_last():
    text = "Mr Quelch outlined the scheme. He would send Members the plan."
    assert found(meeting_of(a_block(text)), said_on=DAY)[0].owner == "Mr Quelch"


def test_somebody_who_is_called_by_a_first_name_is_known_from_the_attendance():
    text = "Kelechi would keep Members informed."
    here = replace(a_row(), name="Kelechi Amphlett")
    assert phrases(meeting_of(a_block(text))) == []
    one = found(meeting_of(a_block(text), attendance=(here,)), said_on=DAY)[0]
    assert (one.owner, one.owner_kind) == ("Kelechi", OwnerKind.PERSON)


def test_a_request_that_was_granted_in_the_next_sentence_is_found_once():
    text = "The Chair asked for a note on parking. Mr Quelch agreed to send one."
    assert phrases(meeting_of(a_block(text))) == ["agreed to send"]


def test_clauses_that_name_nobody_are_owed_by_whom_the_lead_speaks_of():
    lead = a_block("RESOLVED that partners:", BlockKind.RESOLUTION, block_id="l")
    clause = a_block("comment on the draft;", BlockKind.CLAUSE, block_id="c")
    one = found(meeting_of(lead, clause), said_on=DAY)[0]
    assert (one.kind, one.owner, one.block_id) == (CommitmentKind.RESOLVED, "partners", "c")


def test_a_list_under_a_resolution_that_was_typed_as_a_paragraph_is_its_clauses():
    lead = a_block("Resolved:", BlockKind.PLAIN, block_id="l")
    letter = a_block("to write to the Minister;", BlockKind.LETTER, block_id="c")
    after = a_block("Officers write to many people.", BlockKind.PARAGRAPH, block_id="p")
    kinds = [
        (one.block_id, one.kind) for one in found(meeting_of(lead, letter, after), said_on=DAY)
    ]
    assert kinds == [("c", CommitmentKind.RESOLVED)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. J. Hale agreed to report back on item No. 4 in May.",
        "Mr Hale (Head of Parks, ABC) agreed to report back (see item 4).",
        "\u201cThank you.\u201d Mr Hale agreed to report back.",
        "First line.\nMr Hale agreed to report back.",
    ],
)
def test_stops_that_end_nothing_and_brackets_do_not_cut_a_sentence(text):
    one = found(meeting_of(a_block(text)), said_on=DAY)[0]
    assert one.owner.endswith("Hale")
    assert text[one.start : one.end] == "agreed to report back"


WORDS = sorted({word for row in rows("sentences.txt") for word in row.text.split()})
WILD = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
)


@given(text=WILD, kind=st.sampled_from(list(BlockKind)))
@settings(max_examples=150, deadline=None)
def test_whatever_was_typed_each_phrase_stands_where_it_says_and_no_key_is_there_twice(text, kind):
    here = found_in(an_item(blocks=(a_block(text, kind),)), said_on=DAY)
    assert all(text[one.start : one.end] == one.phrase for one in here)
    assert all(one.phrase and one.phrase in one.sentence for one in here)
    assert len({one.key for one in here}) == len(here)


@pytest.mark.parametrize(
    "word", ["requested for to be ", "was expected to be ", "A b ", "(a", "\u2019"]
)
def test_ten_thousand_hostile_letters_are_read_in_the_end(word):
    text = word * (10_000 // len(word))
    here = found_in(an_item(blocks=(a_block(text),)), said_on=DAY)
    assert all(text[one.start : one.end] == one.phrase for one in here)
