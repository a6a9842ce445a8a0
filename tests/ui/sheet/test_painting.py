"""A key has only its own block painted: what is then on the screen is what a whole paint gives."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kcsp_desktop.domain.blocks import Block, BlockKind, plain
from tests.ui.sheet.a_sheet import CONTROL, KEY, SHIFT, Bench, press
from tests.ui.sheet.test_random_events import PARTS, UNMEANT, happenings

LONG = "The partnership was told of the crossing, and of what had been asked of the county. " * 4


@pytest.fixture
def steady_caret(qapp):
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def on_screen(sheet):
    QApplication.processEvents()
    return sheet.screen().grabWindow(sheet.winId()).toImage()


def painted_anew(sheet):
    return sheet.grab().toImage()


LATER = Block(id="later", kind=BlockKind.POST_MEETING_NOTE, runs=plain("Later."))
NO_DASHES = tuple(part for part in PARTS if part.kind is not BlockKind.PRIVATE_NOTE)


def many(parts):
    """Enough of every kind to scroll, so that grounds are cut at the edges."""
    return tuple(
        replace(part, id=f"{part.id}-{n}", runs=part.runs if n % 3 else plain(LONG))
        for n in range(4)
        for part in (*parts, LATER)
    )


def bench_of(qtbot, parts, height):
    bench = Bench(qtbot, *parts)
    bench.sheet.resize(720, height)
    bench.sheet.activateWindow()
    bench.sheet.setFocus()
    on_screen(bench.sheet)
    return bench


# Where the dashes of a private note begin depends on where its edge is cut: none while scrolling.
@pytest.mark.parametrize(("parts", "height"), [(many(NO_DASHES), 420), (PARTS, 1600)])
@pytest.mark.parametrize("seed", [3, 4, 5])
def test_after_any_event_the_screen_shows_what_a_whole_paint_shows(
    qtbot, steady_caret, parts, height, seed
):
    bench = bench_of(qtbot, parts, height)
    for n, (doing, chance) in enumerate(happenings(UNMEANT, seed, count=120)):
        doing(bench, chance)
        assert on_screen(bench.sheet) == painted_anew(bench.sheet), f"event {n}"


@pytest.mark.parametrize("number", range(8))
def test_a_letter_leaves_no_ground_number_or_edge_behind(qtbot, steady_caret, number):
    bench = bench_of(qtbot, many(PARTS), 1600)
    bench.select(number, 0, number, 0)
    on_screen(bench.sheet)
    for key, modifiers in ((KEY.Key_A, SHIFT), (KEY.Key_Delete, CONTROL), (KEY.Key_Space, SHIFT)):
        press(bench, key, modifiers)
        assert on_screen(bench.sheet) == painted_anew(bench.sheet)
