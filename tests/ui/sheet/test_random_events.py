"""Whatever keys, input methods and pastes do: the text equals the blocks, and undo comes back."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.blocks import Block, BlockKind, is_closed, plain
from kcsp_desktop.domain.prediction.suggester import Suggestion
from kcsp_desktop.domain.prediction.words import begun
from kcsp_desktop.domain.wording.mentions import Named
from tests.ui.sheet.a_sheet import (
    CONTROL,
    KEY,
    SHIFT,
    Bench,
    commit,
    drop_selection,
    drop_words,
    paste,
    preedit,
    press,
    select,
)

BARE = Qt.KeyboardModifier.NoModifier
EVENTS = (
    (20, lambda b, c: press(b, c.choice([KEY.Key_A, KEY.Key_E, KEY.Key_Space, KEY.Key_S]))),
    (6, lambda b, c: press(b, KEY.Key_Return)),
    (1, lambda b, c: press(b, KEY.Key_Return, SHIFT)),
    (7, lambda b, c: press(b, KEY.Key_Backspace)),
    (5, lambda b, c: press(b, KEY.Key_Delete)),
    (1, lambda b, c: press(b, KEY.Key_Backspace, CONTROL)),
    (3, lambda b, c: press(b, KEY.Key_Tab)),
    (2, lambda b, c: press(b, KEY.Key_Backtab, SHIFT)),
    (14, select),
    (3, lambda b, c: paste(b, c.choice(["x", "one\ntwo", "1. a\n2. b\n\n• c", "é🙂\r\nz"]))),
    (2, lambda b, c: commit(b, c.choice(["é", "🙂", "ß\nu"]))),
    (1, lambda b, c: preedit(b, "ab")),
    (1, lambda b, c: b.sheet.insertPlainText("q\nr")),
    (1, lambda b, c: b.sheet.cut()),
    (1, lambda b, c: b.sheet.paste()),
    (1, lambda b, c: b.sheet.toggle_bold()),
    (1, lambda b, c: b.sheet.open_resolution("RESOLVED that ")),
    (1, lambda b, c: b.sheet.insert_private_note()),
    (1, lambda b, c: b.sheet.toggle_numbered()),
    (1, lambda b, c: b.sheet.make_letters()),
    (1, lambda b, c: drop_words(b, c)),
    (2, lambda b, c: drop_selection(b, c)),
    (1, lambda b, c: b.sheet.move_up()),
    (1, lambda b, c: b.sheet.move_down()),
    (7, lambda b, c: b.workspace.undo_stack.undo()),
    (4, lambda b, c: b.workspace.undo_stack.redo()),
)


PARTS = (
    Block(id="p1", runs=plain("Members spoke of ferries 🙂 and piers.")),
    Block(id="p2", kind=BlockKind.BULLET, runs=(("plain ", 0), ("bold", 1), (" both", 3))),
    Block(id="p3", kind=BlockKind.PRIVATE_NOTE, runs=plain("ЖЖЖ ЖЖ ЖЖЖЖ")),
    Block(id="p4", runs=plain("A second paragraph, e\u0301 and all.")),
    Block(id="p5", kind=BlockKind.PRIVATE_NOTE, runs=plain("ЖЖ")),
    Block(id="p6", kind=BlockKind.RESOLUTION, runs=plain("RESOLVED that the Partnership:")),
    Block(id="p7", kind=BlockKind.CLAUSE, runs=plain("note the update.")),
)


def happenings(events, seed, count=700):
    """Yield what to do, drawn by weight."""
    chance = random.Random(seed)
    doings = [doing for weight, doing in events for _ in range(weight)]
    for _ in range(count):
        yield chance.choice(doings), chance


@pytest.mark.parametrize("seed", [1, 2, 21, 102, 7, 8])
@pytest.mark.parametrize("parts", [(), PARTS], ids=["empty", "parts"])
def test_any_sequence_of_events_keeps_the_text_and_the_blocks_the_same(qtbot, seed, parts):
    bench = Bench(qtbot, *parts)
    for n, (doing, chance) in enumerate(happenings(EVENTS, seed)):
        doing(bench, chance)
        bench.check()
        if n % 250 == 249:
            undo_and_redo_all(bench, parts)


# What is cut or dragged is carried by hand, and the note's own command is meant.
MEANT = {"cut", "drop_selection", "insert_private_note"}
UNMEANT = tuple(
    (weight, doing) for weight, doing in EVENTS if not MEANT & {*doing.__code__.co_names}
)


def offered(before, _kind, _passed):
    """Offer more of any word, in another case now and then."""
    word = begun(before)
    return Suggestion(typed=word, text=f"{word.title()}ing and more") if word else None


def take_some(bench, chance):
    """Type at a block's end, look, and take what is offered, or refuse it."""
    press(bench, KEY.Key_End)
    QTest.keyClicks(bench.sheet, chance.choice([" wo", "x", " Mr Ha", "."]))
    bench.sheet.completer.look_now()
    keys = [(KEY.Key_Tab, BARE), (KEY.Key_Right, BARE), (KEY.Key_Right, CONTROL),
            (KEY.Key_Escape, BARE)]  # fmt: skip
    press(bench, *chance.choice(keys))


OFFERING = (
    *EVENTS,
    (10, take_some),
    (8, lambda b, c: b.sheet.completer.look_now()),
    (5, lambda b, c: press(b, KEY.Key_Tab)),
    (3, lambda b, c: press(b, KEY.Key_Right, c.choice([CONTROL, BARE]))),
    (1, lambda b, c: press(b, KEY.Key_Escape)),
    (2, lambda b, c: QTest.keyClicks(b.sheet, c.choice(["Mr Ha", " asb ", ". ", "Mr Ho"]))),
    (1, lambda b, c: press(b, c.choice([KEY.Key_Down, KEY.Key_Up]))),
)


@pytest.mark.parametrize("seed", [3, 5, 31, 64])
def test_what_is_offered_and_taken_keeps_the_text_and_the_blocks_the_same(qtbot, seed):
    bench = Bench(qtbot, *PARTS)
    bench.sheet.activateWindow()
    bench.sheet.setFocus()
    qtbot.waitUntil(bench.sheet.hasFocus)
    completer = bench.sheet.completer
    completer.ask = offered
    completer.names = tuple(
        Named(person_id=name, honorific="Mr", surname=name, short=f"Mr {name}",
              full=f"Mr {name} (Warden)")
        for name in ("Hale", "Hadley", "Holm")
    )  # fmt: skip
    completer.abbreviations = (Abbreviation(id="1", short="asb", full="anti-social behaviour"),)
    for doing, chance in happenings(OFFERING, seed, 500):
        doing(bench, chance)
        bench.check()
    undo_and_redo_all(bench, PARTS)
    assert completer.takings > 5


@pytest.mark.parametrize("seed", range(11, 19))
def test_no_key_makes_words_of_a_private_note_public(qtbot, seed):
    bench = Bench(qtbot, *PARTS)
    for doing, chance in happenings(UNMEANT, seed):
        doing(bench, chance)
        open_words = [block.text for block in bench.blocks if not is_closed(block)]
        assert not any("Ж" in words for words in open_words), open_words


def undo_and_redo_all(bench, start):
    stack, end = bench.workspace.undo_stack, bench.blocks
    at = stack.index()
    while stack.canUndo():
        stack.undo()
    bench.check()
    assert bench.blocks == start
    while stack.index() < at:
        stack.redo()
    bench.check()
    assert bench.blocks == end


def test_what_is_typed_is_one_step_back(qtbot):
    bench = Bench(qtbot)
    QTest.keyClicks(bench.sheet, "hello")
    bench.workspace.undo_stack.undo()
    assert bench.blocks == ()
    bench.workspace.undo_stack.redo()
    assert [b.text for b in bench.blocks] == ["hello"]


def test_enter_on_an_empty_clause_steps_out(qtbot):
    bench = Bench(qtbot)
    bench.sheet.open_resolution("RESOLVED that the Partnership:")
    press(bench, KEY.Key_Return)
    QTest.keyClicks(bench.sheet, "note it")
    press(bench, KEY.Key_Return)
    press(bench, KEY.Key_Return)
    kinds = [block.kind for block in bench.blocks]
    assert kinds == [BlockKind.RESOLUTION, BlockKind.CLAUSE, BlockKind.PARAGRAPH]


def test_enter_at_the_start_leaves_the_id_with_the_words(qtbot):
    bench = Bench(qtbot)
    QTest.keyClicks(bench.sheet, "words")
    block_id = bench.blocks[0].id
    press(bench, KEY.Key_Home, CONTROL)
    press(bench, KEY.Key_Return)
    assert [(b.id == block_id, b.text) for b in bench.blocks] == [(False, ""), (True, "words")]
