"""Whatever keys, input methods and pastes do: the text equals the blocks, and undo comes back."""

import random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcsp_desktop import paths
from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.ui.look import Look
from kcsp_desktop.ui.sheet import block_text as bt
from kcsp_desktop.ui.sheet.sheet import MinuteSheet
from kcsp_desktop.ui.workspace import Place, Submission, Workspace
from tests.ui.test_workspace import ITEM, MEETING, a_record

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Bench:
    """A sheet wired to a workspace as the Minutes page wires it."""

    def __init__(self, qtbot):
        self.ids = 0
        self.workspace = Workspace()
        self.workspace.begin(a_record(), "test")
        look = Look(paths.resources() / "icons")
        self.sheet = MinuteSheet(look, self.new_id, lambda: "2026-07-09T10:00:00+01:00")
        qtbot.addWidget(self.sheet)
        self.sheet.resize(700, 500)
        self.sheet.change_made.connect(self.on_change)
        self.workspace.returned.connect(lambda place: self.sheet.set_caret(place.caret))
        self.workspace.changed.connect(self.on_changed)
        body = self.workspace.record.bodies[0]
        self.sheet.open_text(MEETING, ITEM, Visibility.PUBLIC, (), body)
        self.sheet.show()

    def new_id(self):
        self.ids += 1
        return f"n{self.ids}"

    @property
    def blocks(self):
        return self.workspace.record.meetings[0].items[0].blocks

    def on_change(self, change):
        before = Place(page="minutes", caret=change.before)
        after = Place(page="minutes", caret=change.after)
        what = Submission(
            edits=change.edits,
            text=change.text,
            before=before,
            after=after,
            merge=change.merge,
        )
        assert self.workspace.submit(what, self)
        if not change.shown:
            self.sheet.refresh(self.blocks)
            self.sheet.set_caret(change.after)
        elif self.blocks and self.blocks != self.sheet.text.model:
            self.sheet.refresh(self.blocks)  # a rule made a block restricted

    def on_changed(self, changes, initiator):
        if initiator is not self:
            self.sheet.refresh(self.blocks)

    def check(self):
        """The sheet's law."""
        shown = []
        text = self.sheet.document().firstBlock()
        while text.isValid():
            shown.append((bt.id_of(text), bt.kind_of(text), bt.runs_of(text)))
            text = text.next()
        model = [(b.id, b.kind, b.runs) for b in self.sheet.text.model]
        assert shown == model
        assert len({b.id for b in self.blocks}) == len(self.blocks)
        if self.blocks:
            assert tuple(self.sheet.text.model) == self.blocks
        else:
            assert [b.runs for b in self.sheet.text.model] == [()]


def press(bench, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(bench.sheet, key, modifiers)


def commit(bench, words, start=0, length=0):
    event = QInputMethodEvent()
    event.setCommitString(words, start, length)
    QApplication.sendEvent(bench.sheet, event)


def preedit(bench, words):
    QApplication.sendEvent(bench.sheet, QInputMethodEvent(words, []))


def paste(bench, words):
    mime = QMimeData()
    mime.setText(words)
    bench.sheet.insertFromMimeData(mime)


def select(bench, chance):
    moves = [
        QTextCursor.MoveOperation.Left,
        QTextCursor.MoveOperation.Right,
        QTextCursor.MoveOperation.Up,
        QTextCursor.MoveOperation.StartOfBlock,
        QTextCursor.MoveOperation.EndOfBlock,
        QTextCursor.MoveOperation.NextWord,
        QTextCursor.MoveOperation.PreviousBlock,
    ]
    cursor = bench.sheet.textCursor()
    mode = chance.choice([QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor])
    cursor.movePosition(chance.choice(moves), mode, chance.randint(1, 6))
    bench.sheet.setTextCursor(cursor)


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
    (1, lambda b, c: b.sheet.move_up()),
    (1, lambda b, c: b.sheet.move_down()),
    (7, lambda b, c: b.workspace.undo_stack.undo()),
    (4, lambda b, c: b.workspace.undo_stack.redo()),
)


@pytest.mark.parametrize("seed", [1, 2, 21, 102, 7, 8])
def test_any_sequence_of_events_keeps_the_text_and_the_blocks_the_same(qtbot, seed):
    bench, chance = Bench(qtbot), random.Random(seed)
    doings = [doing for weight, doing in EVENTS for _ in range(weight)]
    for n in range(700):
        chance.choice(doings)(bench, chance)
        bench.check()
        if n % 250 == 249:
            undo_and_redo_all(bench)


def undo_and_redo_all(bench):
    stack, end = bench.workspace.undo_stack, bench.blocks
    at = stack.index()
    while stack.canUndo():
        stack.undo()
    bench.check()
    assert bench.blocks == ()
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
