"""What the screen in the room shows: public wording only, from the paragraph in hand on."""

from dataclasses import replace

import pytest

from kcsp_desktop.documents.room import room_text
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.lifecycle import MeetingState
from tests.builders import a_block, a_meeting, a_record, an_item

K = BlockKind
BLOCKS = tuple(
    a_block(text, kind, block_id=text)
    for text, kind in (
        ("one", K.PARAGRAPH),
        ("mine", K.PRIVATE_NOTE),
        ("two", K.PARAGRAPH),
        ("point", K.BULLET),
        ("RESOLVED:", K.RESOLUTION),
        ("clause", K.CLAUSE),
    )
)


def shown(in_hand, *, item=None, state=MeetingState.IN_PROGRESS, place=0):
    item = item or an_item(1, blocks=BLOCKS)
    record = a_record(a_meeting((item,), state=state))
    return room_text(edition(record, record.meetings[0], Audience.PUBLIC), place, in_hand)


def texts(text):
    return [block.block.text for block in text.blocks]


@pytest.mark.parametrize(
    ("in_hand", "first", "at"),
    [(0, "one", 0), (1, "two", 0), (2, "two", 1), (3, "two", 2), (4, "two", 3), (99, "two", 3)],
)
def test_it_begins_at_the_paragraph_in_hand_and_goes_to_the_end(in_hand, first, at):
    text = shown(in_hand)
    assert (texts(text)[0], texts(text)[-1], text.in_hand) == (first, "clause", at)


def test_a_private_note_is_not_shown():
    assert "mine" not in texts(shown(0))


def test_of_a_restricted_item_not_even_the_title_is_shown():
    text = shown(0, item=an_item(1, blocks=BLOCKS, restricted=True))
    assert (text.private, text.title, text.code, text.blocks) == (True, "", "", ())


def test_a_restricted_block_of_an_open_item_is_not_shown():
    closed = replace(a_block("secret", block_id="s", restricted=True))
    assert texts(shown(0, item=an_item(1, blocks=(closed, *BLOCKS))))[0] == "one"


@pytest.mark.parametrize(
    ("state", "foot"),
    [
        (MeetingState.IN_PROGRESS, "Draft wording, not yet approved"),
        (MeetingState.APPROVED, ""),
    ],
)
def test_draft_wording_says_so(state, foot):
    assert shown(0, state=state).foot == foot


def test_an_item_that_is_gone_shows_the_meeting_alone():
    text = shown(0, place=-1)
    assert (text.body, text.title, text.blocks) == ("Alder Community Partnership", "", ())
