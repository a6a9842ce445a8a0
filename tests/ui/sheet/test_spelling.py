"""Misspellings on the sheet: marked when the word is left, mended by keys in one step of undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcsp_desktop.domain.blocks import BOLD, Block, BlockKind, plain
from kcsp_desktop.ui.sheet.spelling import SheetSpelling
from tests.ui.a_speller import a_speller
from tests.ui.sheet.a_sheet import KEY, Bench, commit, press

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


class Spelt(Bench):
    """The bench with a speller, and what the menu has asked for."""

    def __init__(self, qtbot, *blocks):
        super().__init__(qtbot, *blocks)
        self.qtbot = qtbot
        self.speller = a_speller(qtbot)
        self.spelling = SheetSpelling(self.sheet, self.workspace.undo_stack)
        self.commands, self.told = [], []
        self.spelling.command.connect(self.commands.append)
        self.spelling.nothing_found.connect(lambda *said: self.told.append(said))
        self.spelling.set_speller(self.speller)
        self.sheet.activateWindow()
        self.sheet.setFocus()
        qtbot.waitUntil(self.sheet.hasFocus)

    def marked(self, number=0):
        block = self.sheet.document().findBlockByNumber(number)
        units = block.text().encode("utf-16-le")
        return [
            units[one.start * 2 : (one.start + one.length) * 2].decode("utf-16-le")
            for one in block.layout().formats()
            if one.format.underlineStyle() == WAVE
        ]

    def wait_for_marks(self, *expected, number=0):
        self.qtbot.waitUntil(lambda: self.marked(number) == list(expected))

    def type(self, keys):
        QTest.keyClicks(self.sheet, keys)

    @property
    def menu(self):
        return QApplication.activePopupWidget()

    def wait_for_suggestions(self):
        self.qtbot.waitUntil(lambda: self.menu and self.menu.actions()[0].isEnabled())


@pytest.fixture
def bench(qtbot):
    made = Spelt(qtbot)
    yield made
    while made.menu is not None:
        made.menu.close()


def a_text(qtbot, *texts):
    return Spelt(qtbot, *(Block(id=f"b{n}", runs=plain(text)) for n, text in enumerate(texts)))


def test_a_word_is_marked_when_it_has_been_left(bench):
    bench.type("the notse were")
    bench.wait_for_marks("notse")
    bench.type(" agred")
    QTest.qWait(150)
    assert bench.marked() == ["notse"]
    press(bench, KEY.Key_Left, Qt.KeyboardModifier.ControlModifier)
    bench.wait_for_marks("notse", "agred")
    bench.check()


def test_enter_ends_a_word(bench):
    bench.type("the notse")
    press(bench, KEY.Key_Return)
    bench.wait_for_marks("notse")


def test_what_is_mended_by_hand_loses_its_mark(bench):
    bench.type("notse were")
    bench.wait_for_marks("notse")
    bench.select(0, 5, 0, 5)
    press(bench, KEY.Key_Backspace)
    press(bench, KEY.Key_Backspace)
    assert bench.marked() == []
    bench.type("es")
    press(bench, KEY.Key_Right)
    QTest.qWait(150)
    assert (bench.texts, bench.marked()) == (["notes were"], [])


def test_marks_stand_right_behind_an_emoji(bench):
    commit(bench, "the 😀 notse were ")
    bench.wait_for_marks("notse")


def test_marks_of_blocks_out_of_sight_come_too(qtbot):
    made = a_text(qtbot, *["the notse were agreed"] * 80)
    made.wait_for_marks("notse", number=79)


def test_a_resolution_keeps_its_colour_beside_the_marks(qtbot):
    words = plain("RESOLVED that the notse")
    made = Spelt(qtbot, Block(id="r", kind=BlockKind.RESOLUTION, runs=words))
    made.wait_for_marks("RESOLVED", "notse")  # RESOLVED is not among the few words here
    formats = made.sheet.document().firstBlock().layout().formats()
    assert formats[0].format.fontWeight() == 600


def test_nothing_is_looked_up_while_a_letter_is_drawn(bench, monkeypatch):
    monkeypatch.setattr(bench.speller._dictionary, "lookup", None)
    monkeypatch.setattr(bench.speller, "_work", lambda: None)
    bench.type("the notse were ")
    assert bench.texts == ["the notse were "]


def test_the_next_mistake_is_selected_and_mended_in_one_step(bench):
    bench.type("the hrbour said ")
    bench.wait_for_marks("hrbour")
    former = bench.blocks
    bench.spelling.next_misspelling()
    assert bench.sheet.textCursor().selectedText() == "hrbour"
    bench.wait_for_suggestions()
    QTest.keyClick(bench.menu, KEY.Key_Return)
    assert bench.texts == ["the harbour said "]
    bench.check()
    bench.workspace.undo_stack.undo()
    assert bench.blocks == former


def test_a_number_takes_a_suggestion(bench):
    bench.type("tht was ")
    bench.wait_for_marks("tht")
    bench.spelling.next_misspelling()
    bench.wait_for_suggestions()
    QTest.keyClick(bench.menu, KEY.Key_2)  # that, the, to
    assert bench.texts == ["the was "]


def test_next_goes_through_the_blocks_and_round_the_end(qtbot):
    made = a_text(qtbot, "the notse", "coast", "agred and wsa")
    made.wait_for_marks("agred", "wsa", number=2)
    made.select(0, 9, 0, 9)
    seen = []
    for _ in range(4):
        made.spelling.next_misspelling()
        seen.append(made.sheet.textCursor().selectedText())
        made.menu.close()
    assert seen == ["agred", "wsa", "notse", "agred"]


def test_without_a_mistake_it_says_so(qtbot):
    made = a_text(qtbot, "the notes")
    QTest.qWait(150)
    made.spelling.next_misspelling()
    assert made.told == [("No misspelling in this text.", "")]


def test_a_mended_word_keeps_its_marks(qtbot):
    made = Spelt(qtbot, Block(id="b", runs=(("the ", 0), ("notse", BOLD), (" were", 0))))
    made.wait_for_marks("notse")
    made.spelling.next_misspelling()
    made.wait_for_suggestions()
    QTest.keyClick(made.menu, KEY.Key_Return)
    assert made.blocks[0].runs == (("the ", 0), ("notes", BOLD), (" were", 0))


def test_a_word_can_be_added_to_those_of_the_body(bench, qtbot):
    bench.type("wellbeing was ")
    bench.wait_for_marks("wellbeing")
    bench.select(0, 3, 0, 3)
    bench.spelling.open_menu_at_caret()
    with qtbot.waitSignal(bench.speller.word_added) as told:
        QTest.keyClick(bench.menu, KEY.Key_D)
    assert told.args == ["wellbeing"]
    bench.wait_for_marks()


def test_the_menu_key_opens_the_menu_with_every_command_and_its_key(bench):
    bench.type("the notes")
    at = bench.sheet.rect().center()
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(bench.sheet, QContextMenuEvent(by_key, at, bench.sheet.mapToGlobal(at)))
    shown = {one.objectName(): one for one in bench.menu.actions() if one.objectName()}
    assert shown["undo"].text() == "&Undo\tCtrl+Z"
    assert list(shown)[:4] == ["undo", "redo", "cut", "copy"]
    enabled = {name: shown[name].isEnabled() for name in ("undo", "redo", "cut", "bullet")}
    assert enabled == {"undo": True, "redo": False, "cut": False, "bullet": True}
    shown["bullet"].trigger()
    assert bench.commands == ["bullet"]


def test_a_suggestion_for_words_that_have_changed_since_does_nothing(bench):
    bench.type("notse was ")
    bench.wait_for_marks("notse")
    mistake = bench.spelling._next()
    bench.select(0, 0, 0, 1)
    bench.type("N")
    bench.spelling.replace(mistake, "notes")
    assert bench.texts == ["Notse was "]
