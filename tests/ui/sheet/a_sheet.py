"""A sheet wired to a workspace as the Minutes page wires it, and what can happen to it."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcsp_desktop import paths
from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.edits import InsertBlocks
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

    def __init__(self, qtbot, *blocks):
        self.ids = 0
        self.workspace = Workspace()
        self.workspace.begin(a_record(), "test")
        if blocks:
            edit = InsertBlocks(meeting_id=MEETING, item_id=ITEM, blocks=blocks)
            self.workspace.submit(Submission(edits=(edit,)))
            self.workspace.undo_stack.clear()
        look = Look(paths.resources() / "icons")
        self.sheet = MinuteSheet(look, self.new_id, lambda: "2026-07-09T10:00:00+01:00")
        qtbot.addWidget(self.sheet)
        self.sheet.resize(700, 500)
        self.sheet.change_made.connect(self.on_change)
        self.workspace.returned.connect(lambda place: self.sheet.set_caret(place.caret))
        self.workspace.changed.connect(self.on_changed)
        body = self.workspace.record.bodies[0]
        self.sheet.open_text(MEETING, ITEM, Visibility.PUBLIC, self.blocks, body)
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

    @property
    def texts(self):
        return [block.text for block in self.blocks]

    def select(self, first, start, last, end):
        """Select from one place to another, by block number and offset."""
        cursor = self.sheet.textCursor()
        cursor.setPosition(self.position(first, start))
        cursor.setPosition(self.position(last, end), QTextCursor.MoveMode.KeepAnchor)
        self.sheet.setTextCursor(cursor)

    def position(self, number, offset):
        return self.sheet.document().findBlockByNumber(number).position() + offset

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


def end_composition(bench):
    """Give up an unfinished word, as an input method does before a key or a click."""
    QApplication.sendEvent(bench.sheet, QInputMethodEvent())


def press(bench, key, modifiers=Qt.KeyboardModifier.NoModifier):
    end_composition(bench)
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
    end_composition(bench)
    cursor = bench.sheet.textCursor()
    mode = chance.choice([QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor])
    cursor.movePosition(chance.choice(moves), mode, chance.randint(1, 6))
    bench.sheet.setTextCursor(cursor)


class Dropped(QDropEvent):
    """What Qt sends at the end of a drag; offscreen there is no mouse to drag with."""

    def __init__(self, point, mime, source=None):
        both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        buttons, bare = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        super().__init__(QPointF(point), both, mime, buttons, bare)
        self.mime, self._source = mime, source
        self.setDropAction(Qt.DropAction.MoveAction if source else Qt.DropAction.CopyAction)

    def source(self):
        return self._source


def drop(bench, number, offset, words=""):
    """Drop words from elsewhere, or what is selected where there are none."""
    end_composition(bench)
    cursor = bench.sheet.textCursor()
    cursor.setPosition(bench.position(number, offset))
    point = bench.sheet.cursorRect(cursor).center()
    mime = QMimeData()
    mime.setText(words)
    own = None if words else bench.sheet.createMimeDataFromSelection()
    bench.sheet.dropEvent(Dropped(point, own or mime, bench.sheet if own else None))


def drop_words(bench, chance):
    """Drop words from elsewhere at any place."""
    drop(bench, *_anywhere(bench, chance), "dropped")


def drop_selection(bench, chance):
    """Drag what is selected to any place."""
    if bench.sheet.textCursor().hasSelection():
        drop(bench, *_anywhere(bench, chance))


def _anywhere(bench, chance):
    texts = [block.text for block in bench.sheet.text.model]
    number = chance.randrange(len(texts))
    return number, chance.randint(0, bt.units(texts[number]))
