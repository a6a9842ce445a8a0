"""Enter, paste, drop and open as rules over blocks: which words go where, and who keeps its id."""

from dataclasses import replace

import pytest

from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, plain
from kcsp_desktop.ui.sheet import intents
from kcsp_desktop.ui.sheet.intents import Reach

K = BlockKind
RESTRICTED = Visibility.RESTRICTED


def block(name, text="", kind=K.PARAGRAPH, visibility=Visibility.PUBLIC):
    return Block(id=name, kind=kind, runs=plain(text), visibility=visibility)


def fresh(kind):
    return block("new", kind=kind)


def told(blocks):
    return [(one.id, str(one.kind), one.text) for one in blocks]


A, B = block("a", "abcd"), block("b", "efgh", K.BULLET)


def at(number, offset):
    return Reach(first=number, start=offset, last=number, end=offset)


ENTERED = [
    # The caret in the middle, at the end, at the start: the words keep the id.
    (at(0, 2), [("a", "paragraph", "ab"), ("new", "paragraph", "cd")], ("new", 0)),
    (at(0, 4), [("a", "paragraph", "abcd"), ("new", "paragraph", "")], ("new", 0)),
    (at(0, 0), [("new", "paragraph", ""), ("a", "paragraph", "abcd")], ("a", 0)),
    # A selection goes in the same breath, inside a block and across two.
    (Reach(first=0, start=1, last=0, end=3), [("a", "paragraph", "a"), ("new", "paragraph", "d")],
     ("new", 0)),
    (Reach(first=0, start=0, last=0, end=3), [("new", "paragraph", ""), ("a", "paragraph", "d")],
     ("a", 0)),
    (Reach(first=0, start=1, last=1, end=2), [("a", "paragraph", "a"), ("b", "bullet", "gh")],
     ("b", 0)),
]  # fmt: skip


@pytest.mark.parametrize(("reach", "expected", "caret"), ENTERED)
def test_enter_parts_a_block(reach, expected, caret):
    blocks, place = intents.entered((A, B), reach, fresh)
    left = told(blocks) if reach.last else told(blocks[:-1])
    assert (left, (place.block_id, place.offset)) == (expected, caret)


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [(K.BULLET, K.PARAGRAPH), (K.CLAUSE_BULLET, K.CLAUSE), (K.CLAUSE, K.PARAGRAPH)],
)
def test_enter_on_an_empty_block_steps_out(kind, becomes):
    blocks, _ = intents.entered((A, block("e", kind=kind)), at(1, 0), fresh)
    assert told(blocks)[1] == ("e", str(becomes), "")


def test_enter_on_an_empty_plain_paragraph_makes_nothing():
    assert intents.entered((block("e", kind=K.PLAIN),), at(0, 0), fresh) is None


PASTED = [
    (((None, plain("xy")),), at(0, 2), ["abxycd", "efgh"], 4),
    (((None, plain("x")), (None, plain("y"))), at(0, 2), ["abx", "ycd", "efgh"], 1),
    (((None, plain("x")),), Reach(first=0, start=1, last=1, end=3), ["axh"], 2),
    (((None, plain("x")), (None, plain("y"))), Reach(first=0, start=1, last=1, end=3),
     ["ax", "yh"], 1),
]  # fmt: skip


@pytest.mark.parametrize(("pieces", "reach", "texts", "caret"), PASTED)
def test_a_paste_joins_what_stands_before_and_takes_what_stands_behind(pieces, reach, texts, caret):
    blocks, place = intents.inserted((A, B), reach, pieces, fresh)
    assert ([one.text for one in blocks], place.offset) == (texts, caret)


def test_a_paste_into_an_empty_block_brings_its_kind():
    pieces = ((K.CLAUSE, plain("note")), (K.CLAUSE_BULLET, plain("this")))
    blocks, _ = intents.inserted((block("e"),), at(0, 0), pieces, fresh)
    assert [one.kind for one in blocks] == [K.CLAUSE, K.CLAUSE_BULLET]


def test_what_a_paste_cuts_off_a_private_note_stays_closed():
    note = block("p", "keep this", K.PRIVATE_NOTE)
    pieces = ((K.PARAGRAPH, plain("x")), (K.PARAGRAPH, plain("y")))
    blocks, _ = intents.inserted((note,), at(0, 4), pieces, fresh)
    assert (blocks[-1].text, blocks[-1].visibility) == ("y this", RESTRICTED)


TAKEN = [
    (Reach(first=0, start=1, last=0, end=3), (1, 2), ["ad", "efgh"], (1, 2)),
    (Reach(first=0, start=1, last=1, end=2), (1, 4), ["agh"], (0, 3)),
    (Reach(first=0, start=1, last=1, end=2), (0, 0), ["agh"], (0, 0)),
]


@pytest.mark.parametrize(("reach", "place", "texts", "then"), TAKEN)
def test_what_is_dragged_leaves_its_place(reach, place, texts, then):
    blocks, *where = intents.taken_out((A, B), reach, *place)
    assert ([one.text for one in blocks], tuple(where)) == (texts, then)


def test_what_a_drag_leaves_of_a_private_note_is_not_joined_to_a_paragraph():
    note = block("p", "mine alone", K.PRIVATE_NOTE)
    model, reach = (A, note, B), Reach(first=0, start=2, last=1, end=5)
    blocks, *where = intents.taken_out(model, reach, 2, 1)
    assert [one.text for one in blocks] == ["ab", "alone", "efgh"]
    assert (blocks[1].kind, tuple(where)) == (K.PRIVATE_NOTE, (2, 1))
    assert intents.taken_out(model, reach, 1, 7)[1:] == (1, 2)


@pytest.mark.parametrize(
    ("reach", "whole"),
    [
        (Reach(first=0, start=0, last=1, end=0), range(1)),
        (Reach(first=0, start=0, last=1, end=4), range(2)),
        (Reach(first=0, start=0, last=0, end=4), range(1)),
        (Reach(first=0, start=1, last=1, end=4), range(0)),
        (Reach(first=0, start=0, last=1, end=2), range(0)),
        (at(0, 0), range(0)),
    ],
)
def test_whole_blocks_are_told_from_parts(reach, whole):
    assert intents.whole_blocks((A, B), reach) == whole


def test_a_resolution_opens_below_the_block_in_hand_or_in_an_empty_one():
    blocks, place = intents.opened((A, B), 0, K.RESOLUTION, "RESOLVED", fresh)
    assert [one.text for one in blocks] == ["abcd", "RESOLVED", "efgh"]
    assert (place.block_id, place.offset) == ("new", 8)
    empty = replace(A, runs=())
    assert told(intents.opened((empty,), 0, K.RESOLUTION, "RESOLVED", fresh)[0]) == [
        ("a", "resolution", "RESOLVED")
    ]


def test_what_is_opened_in_a_resolution_stands_below_its_clauses():
    parts = (block("r", "RESOLVED", K.RESOLUTION), block("c", "note", K.CLAUSE), A)
    blocks, _ = intents.opened(parts, 0, K.PRIVATE_NOTE, "", fresh)
    assert [one.id for one in blocks] == ["r", "c", "new", "a"]
