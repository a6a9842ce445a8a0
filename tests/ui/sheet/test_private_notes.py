"""A private note stays private whatever key is pressed too much."""

import pytest

from kcsp_desktop.domain.blocks import Block, BlockKind, plain
from tests.ui.sheet.a_sheet import KEY, SHIFT, Bench, press

NOTE = Block(id="n", kind=BlockKind.PRIVATE_NOTE, runs=plain("Ask about the cost"))
PARTS = (Block(id="a", runs=plain("first")), NOTE, Block(id="c", runs=plain("third")))


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot, *PARTS)
    made.select(1, 0, 1, 0)
    return made


@pytest.mark.parametrize(
    "slip",
    [
        lambda b: press(b, KEY.Key_Backspace),
        lambda b: press(b, KEY.Key_Tab),
        lambda b: press(b, KEY.Key_Backtab, SHIFT),
        lambda b: b.sheet.make_bullets(),
        lambda b: b.sheet.toggle_numbered(),
    ],
)
def test_a_slip_leaves_the_note_and_says_so(bench, qtbot, slip):
    with qtbot.waitSignal(bench.sheet.kept_private):
        slip(bench)
    assert bench.blocks == PARTS


def test_a_list_made_of_a_selection_passes_over_the_note(bench):
    bench.select(0, 0, 2, 3)
    bench.sheet.make_bullets()
    kinds = [block.kind for block in bench.blocks]
    assert kinds == [BlockKind.BULLET, BlockKind.PRIVATE_NOTE, BlockKind.BULLET]


def test_its_own_command_makes_a_paragraph_of_it(bench):
    bench.sheet.insert_private_note()
    assert bench.blocks[1].kind is BlockKind.PARAGRAPH
    bench.workspace.undo_stack.undo()
    assert bench.blocks == PARTS
