"""A block that is put into the other text takes with it what hangs under it."""

from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, plain
from tests.ui.sheet.a_sheet import Bench

PARTS = tuple(
    Block(id=text, kind=kind, runs=plain(text))
    for text, kind in (
        ("one", BlockKind.PARAGRAPH),
        ("point", BlockKind.BULLET),
        ("sub", BlockKind.SUB_BULLET),
        ("two", BlockKind.PARAGRAPH),
    )
)


def restricted(bench):
    return [b.id for b in bench.blocks if b.visibility is Visibility.RESTRICTED]


def test_bullets_go_with_their_paragraph(qtbot):
    bench = Bench(qtbot, *PARTS)
    bench.select(0, 0, 0, 0)
    bench.sheet.other_visibility()
    assert restricted(bench) == ["one", "point", "sub"]
    bench.workspace.undo_stack.undo()
    assert bench.blocks == PARTS


def test_a_bullet_goes_without_its_paragraph(qtbot):
    bench = Bench(qtbot, *PARTS)
    bench.select(1, 0, 1, 0)
    bench.sheet.other_visibility()
    assert restricted(bench) == ["point", "sub"]
