"""What each edit of blocks does, its inverse, and what it refuses."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.blocks import BOLD, Block, BlockKind, Visibility, plain
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.ids import BlockId, ItemId
from kcsp_desktop.domain.performing.applying import apply, apply_all
from tests.builders import MEETING, a_block, a_meeting, a_record, an_action, an_item

K = BlockKind
ONE, TWO = ItemId("item-1"), ItemId("item-2")
IN = {"meeting_id": MEETING, "item_id": ONE}
TO_TWO = {"to_item_id": TWO, "after": BlockId("2a")}


def a(block_id: str, **fields):
    return a_block(block_id, block_id=block_id, **fields)


def start(*blocks, actions=()):
    """Return a record whose first item has ``blocks`` (or a, b, c) and whose second 2a, 2b."""
    items = (
        an_item(1, blocks=blocks or (a("a"), a("b"), a("c"))),
        an_item(2, blocks=(a("2a"), a("2b"))),
    )
    return a_record(a_meeting(items, actions=actions))


def after(edit, record=None, item=0):
    """Return the item's blocks after ``edit``; the inverse is tried on the way."""
    record = record or start()
    done = apply(record, edit)
    assert apply_all(done.record, done.inverse).record == record
    return done.record.meetings[0].items[item].blocks


def texts(blocks) -> list[str]:
    return [block.text for block in blocks]


def refused(edit, record=None) -> str:
    with pytest.raises(RuleBroken) as error:
        apply(record or start(), edit)
    return error.value.what


def test_text_is_set_whole_and_normalised() -> None:
    runs = (("no", 0), ("", BOLD), ("ted", 0))
    edit = e.SetBlockText(**IN, block_id=BlockId("b"), runs=runs)
    assert after(edit)[1].runs == plain("noted")


def test_a_kind_is_changed_and_nothing_else() -> None:
    edit = e.ChangeKind(**IN, block_id=BlockId("b"), kind=K.CLAUSE)
    assert after(edit)[1] == a("b", kind=K.CLAUSE)


def test_a_block_is_closed_to_the_public() -> None:
    edit = e.SetVisibility(**IN, block_id=BlockId("b"), visibility=Visibility.RESTRICTED)
    assert after(edit)[1] == a("b", restricted=True)


@pytest.mark.parametrize(
    ("place", "expected"),
    [(None, ["x", "y", "a", "b", "c"]), ("b", ["a", "b", "x", "y", "c"])],
)
def test_blocks_are_inserted_at_the_start_or_behind_another(place, expected) -> None:
    edit = e.InsertBlocks(**IN, blocks=(a("x"), a("y")), after=place)
    assert expected == texts(after(edit))


def test_inserted_text_is_normalised() -> None:
    raw = Block(id=BlockId("x"), runs=(("", BOLD), ("x", 0)))
    assert after(e.InsertBlocks(**IN, blocks=(raw,)))[0].runs == plain("x")


@pytest.mark.parametrize("new", [("b",), ("2a",), ("x", "x")])
def test_a_block_can_stand_in_a_meeting_only_once(new) -> None:
    edit = e.InsertBlocks(**IN, blocks=tuple(a(one) for one in new))
    assert refused(edit) == "A block can stand in a meeting only once."


@pytest.mark.parametrize(
    ("going", "expected"),
    [("b", ["a", "c"]), ("ac", ["b"]), ("ab", ["c"]), ("cba", []), ("", ["a", "b", "c"])],
)
def test_removed_blocks_come_back_where_they_stood(going: str, expected) -> None:
    edit = e.RemoveBlocks(**IN, block_ids=tuple(BlockId(one) for one in going))
    assert expected == texts(after(edit))


def test_an_action_keeps_its_link_to_a_removed_block() -> None:
    action = an_action(block_id=BlockId("b"))
    done = apply(start(actions=(action,)), e.RemoveBlocks(**IN, block_ids=(BlockId("b"),)))
    assert done.record.meetings[0].actions == (action,)


@pytest.mark.parametrize(
    ("at", "expected"), [(4, ["note", "d it"]), (0, ["", "noted it"]), (99, ["noted it", ""])]
)
def test_a_block_is_cut_and_the_rest_goes_to_the_new_one(at: int, expected) -> None:
    record = start(a_block("noted it", block_id="a"))
    edit = e.SplitBlock(**IN, block_id=BlockId("a"), at=at, new=a("new", kind=K.LETTER))
    blocks = after(edit, record)
    assert expected == texts(blocks)
    assert (blocks[0].id, blocks[1].id, blocks[1].kind) == ("a", "new", K.LETTER)


def test_a_cut_needs_an_id_that_is_free() -> None:
    edit = e.SplitBlock(**IN, block_id=BlockId("a"), at=1, new=a("2b"))
    assert refused(edit) == "A block can stand in a meeting only once."


@pytest.mark.parametrize("source", [{"restricted": True}, {"kind": K.PRIVATE_NOTE}])
def test_words_cut_out_of_a_closed_block_stay_closed(source) -> None:
    record = start(a_block("secret", block_id="a", **source))
    edit = e.SplitBlock(**IN, block_id=BlockId("a"), at=3, new=a("new"))
    assert after(edit, record)[1].visibility is Visibility.RESTRICTED


def test_an_empty_block_behind_a_closed_one_is_what_it_was_asked_to_be() -> None:
    record = start(a_block("secret", block_id="a", restricted=True))
    edit = e.SplitBlock(**IN, block_id=BlockId("a"), at=6, new=a("new"))
    assert after(edit, record)[1].visibility is Visibility.PUBLIC


def merge(first: str, second: str):
    return e.MergeBlocks(**IN, first=BlockId(first), second=BlockId(second))


def test_joined_blocks_keep_the_first_ones_id() -> None:
    assert after(merge("b", "c"))[1] == a_block("bc", block_id="b")
    assert texts(after(merge("b", "a"))) == ["ba", "c"]


def test_the_actions_of_a_joined_block_go_to_the_first_and_back() -> None:
    actions = (an_action(1, block_id=BlockId("c")), an_action(2, block_id=BlockId("a")))
    record = start(actions=actions)
    done = apply(record, merge("b", "c"))
    assert [one.block_id for one in done.record.meetings[0].actions] == ["b", "a"]
    assert apply_all(done.record, done.inverse).record == record


def test_a_block_cannot_be_joined_to_itself() -> None:
    assert refused(merge("a", "a")) == "A block cannot be joined to itself."


@pytest.mark.parametrize("closed", [{"restricted": True}, {"kind": K.PRIVATE_NOTE}])
def test_closed_words_joined_to_open_ones_close_the_whole(closed) -> None:
    blocks = after(merge("a", "b"), start(a("a"), a("b", **closed)))
    assert blocks[0] == a_block("ab", block_id="a", restricted=True)


def test_two_private_notes_joined_are_one_private_note() -> None:
    record = start(a("a", kind=K.PRIVATE_NOTE), a("b", kind=K.PRIVATE_NOTE))
    assert after(merge("a", "b"), record)[0] == a_block("ab", K.PRIVATE_NOTE, block_id="a")


def test_an_empty_closed_block_closes_nothing() -> None:
    record = start(a("a"), a_block("", block_id="b", restricted=True))
    assert after(merge("a", "b"), record) == (a("a"),)


def test_blocks_move_in_the_order_given_within_an_item() -> None:
    edit = e.MoveBlocks(**IN, block_ids=(BlockId("c"), BlockId("a")), to_item_id=ONE, after="b")
    assert texts(after(edit)) == ["b", "c", "a"]


def test_blocks_move_into_another_item_with_their_actions() -> None:
    actions = (an_action(1, block_id=BlockId("b")), an_action(2, block_id=BlockId("a")))
    record = start(actions=actions)
    edit = e.MoveBlocks(**IN, block_ids=(BlockId("b"),), **TO_TWO)
    assert texts(after(edit, record, item=1)) == ["2a", "b", "2b"]
    moved = apply(record, edit).record.meetings[0].actions
    assert [one.item_id for one in moved] == [TWO, ONE]


GONE = BlockId("gone")


@pytest.mark.parametrize(
    "edit",
    [
        e.SetBlockText(**IN, block_id=GONE, runs=()),
        e.InsertBlocks(**IN, blocks=(), after=GONE),
        e.RemoveBlocks(**IN, block_ids=(GONE,)),
        e.MoveBlocks(**IN, block_ids=(BlockId("a"),), to_item_id=ONE, after=BlockId("a")),
        e.MoveBlocks(**IN, block_ids=(BlockId("a"),), to_item_id=ItemId("gone")),
        e.SetBlockText(meeting_id=MEETING, item_id=ItemId("gone"), block_id=GONE, runs=()),
    ],
    ids=["text", "insert", "remove", "move after itself", "move to no item", "no item"],
)
def test_what_names_something_gone_is_refused(edit) -> None:
    with pytest.raises(Missing, match="no longer there"):
        apply(start(), edit)
