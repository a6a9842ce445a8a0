"""From two lists of blocks to edits: the smallest that fit, and the law that they fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, is_closed, plain
from kcsp_desktop.domain.edits import InsertBlocks
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.ui.sheet.derive import derived
from tests.ui.sheet.test_intents import block
from tests.ui.test_workspace import ITEM, MEETING, a_record

K = BlockKind
A, B, C = block("a", "one"), block("b", "two", K.BULLET), block("c", "three")


def edits(old, new):
    return derived(MEETING, ITEM, old, new)


@pytest.mark.parametrize(
    ("new", "names"),
    [
        ((A, B, C), []),
        ((A, block("b", "two!", K.BULLET), C), ["SetBlockText"]),
        ((A, block("b", "two"), C), ["ChangeKind"]),
        ((A, block("b", "t", K.BULLET), block("x", "wo", K.BULLET), C), ["SplitBlock"]),
        ((block("a", "onetwo"), C), ["MergeBlocks"]),
        ((A, C), ["RemoveBlocks"]),
        ((A, B, block("x", "new"), C), ["InsertBlocks"]),
        ((block("x", "all"),), ["RemoveBlocks", "InsertBlocks"]),
        ((C, A, B), ["RemoveBlocks", "InsertBlocks"]),
    ],
)
def test_a_change_is_told_as_the_smallest_edit(new, names):
    assert [type(edit).__name__ for edit in edits((A, B, C), new)] == names


def after(old, new):
    """Return the blocks that the edits make of ``old``."""
    start = InsertBlocks(meeting_id=MEETING, item_id=ITEM, blocks=old)
    return apply_all(a_record(), (start, *edits(old, new))).record.meetings[0].items[0].blocks


NOTE = block("n", "secret words", K.PRIVATE_NOTE)


@pytest.mark.parametrize(
    ("new", "text"),
    [
        ((block("a", "onesecret words"),), "onesecret words"),
        ((block("a", "on words"),), "on words"),
        ((block("a", "onx words"),), "onx words"),
    ],
    ids=["Delete at the end", "a selection deleted", "typed over a selection"],
)
def test_the_last_words_of_a_private_note_are_restricted_in_a_paragraph(new, text):
    (found,) = after((A, NOTE), new)
    assert (found.text, found.visibility) == (text, Visibility.RESTRICTED)


def test_a_note_that_went_altogether_closes_nothing():
    assert after((A, NOTE), (block("a", "one and more"),))[0].visibility is Visibility.PUBLIC


WORDS = st.text("abc", max_size=4)
KINDS = st.sampled_from([K.PARAGRAPH, K.BULLET, K.CLAUSE])
BLOCKS = st.lists(st.tuples(st.sampled_from("uvwxyz"), WORDS, KINDS), max_size=5).map(
    lambda rows: tuple(
        Block(id=name, runs=plain(text), kind=kind)
        for name, (text, kind) in {name: (text, kind) for name, text, kind in rows}.items()
    )
)


@given(BLOCKS, BLOCKS)
def test_the_edits_make_the_new_blocks_of_the_old(old, new):
    found = after(old, new)
    assert [(b.id, b.text, b.kind) for b in found] == [(b.id, b.text, b.kind) for b in new]
    assert not any(is_closed(one) for one in found)
