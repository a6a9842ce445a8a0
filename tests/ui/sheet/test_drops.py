"""What is dragged in the sheet: whole blocks go as blocks, parts as words, nothing is lost."""

from collections import Counter

import pytest

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.blocks import Block, BlockKind, plain
from kcsp_desktop.domain.edits import PutAction
from kcsp_desktop.ui.workspace import Submission
from tests.ui.sheet.a_sheet import Bench, drop
from tests.ui.test_workspace import ITEM, MEETING

PARTS = (
    Block(id="a", runs=plain("first")),
    Block(id="b", kind=BlockKind.BULLET, runs=plain("second")),
    Block(id="c", runs=plain("third")),
)


@pytest.fixture
def bench(qtbot):
    return Bench(qtbot, *PARTS)


def ids(bench):
    return [block.id for block in bench.blocks]


def test_whole_blocks_go_with_their_id_kind_and_actions(bench):
    action = Action(id="x", item_id=ITEM, block_id="b", text="do it")
    bench.workspace.submit(Submission(edits=(PutAction(meeting_id=MEETING, action=action),)))
    bench.select(1, 0, 1, 6)
    drop(bench, 0, 0)
    assert (ids(bench), bench.blocks[0]) == (["b", "a", "c"], PARTS[1])
    assert bench.workspace.record.meetings[0].actions == (action,)
    bench.workspace.undo_stack.undo()
    assert bench.blocks == PARTS


def test_whole_blocks_are_dropped_behind_the_last(bench):
    bench.select(0, 0, 1, 6)
    drop(bench, 2, 5)
    assert ids(bench) == ["c", "a", "b"]
    bench.check()


@pytest.mark.parametrize("place", [(0, 0), (0, 2), (2, 1), (2, 5)])
def test_a_part_is_moved_and_no_letter_is_lost(bench, place):
    bench.select(1, 1, 1, 4)
    drop(bench, *place)
    assert Counter("".join(bench.texts)) == Counter("".join(b.text for b in PARTS))
    assert (ids(bench), bench.texts[1]) == (["a", "b", "c"], "snd")
    bench.workspace.undo_stack.undo()
    assert bench.blocks == PARTS


def test_a_selection_dropped_on_itself_stays(bench):
    bench.select(1, 1, 1, 4)
    drop(bench, 1, 2)
    assert bench.blocks == PARTS


def test_words_from_elsewhere_are_put_where_they_are_dropped(bench):
    bench.select(1, 1, 1, 4)
    drop(bench, 0, 2, "XY")
    assert bench.texts == ["fiXYrst", "second", "third"]


def test_move_up_and_down_keep_ids_and_come_back(bench):
    bench.select(1, 0, 1, 0)
    bench.sheet.move_up()
    assert ids(bench) == ["b", "a", "c"]
    bench.sheet.move_up()
    assert ids(bench) == ["b", "a", "c"]
    bench.sheet.move_down()
    bench.sheet.move_down()
    assert (ids(bench), bench.blocks[2]) == (["a", "c", "b"], PARTS[1])
    bench.check()
