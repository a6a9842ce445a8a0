"""A contestant that types: ``ours STORE BLOCKS``, or ``text|plain BLOCKS WIDTH HEIGHT COLUMN``.

Timed is from the key to the end of the paint that follows.
"""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QEventLoop, Qt, QThreadPool, QTimer
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QTextEdit

from tests.benchmarks.records import paragraphs
from tests.benchmarks.rounds import serve
from tests.benchmarks.stopwatch import Stopwatch

KEYS = [Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Space, Qt.Key.Key_C]
EACH = 20
WATCH = Stopwatch()
painted = 0


def count_paints(kind):
    """Let a class of widgets of our own count its paints, after they are done."""
    paint = kind.paintEvent

    def paintEvent(self, event):
        global painted
        paint(self, event)
        painted += 1

    kind.paintEvent = paintEvent


def counting(kind):
    """Return a bare widget of Qt's that counts its paints."""
    made = type(kind.__name__, (kind,), {})
    count_paints(made)
    return made()


def until_painted(do):
    """Return the seconds from the beginning of a deed to the end of the paint that follows."""
    before = painted
    WATCH.start()
    do()
    while painted == before:
        QApplication.processEvents()
    return WATCH.stop()


def rest(milliseconds):
    """Let the application work for a while; QTest's own wait lets no other thread run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until_at_rest():
    """Wait until dictionary and completion have been read, and the words in sight looked up."""
    calm = 0
    while calm < 4:
        rest(100)
        calm = 0 if QThreadPool.globalInstance().activeThreadCount() else calm + 1


def answering(target):
    """Return the answer: so many keys, going on at the end of the paragraph in the middle."""
    cursor = QTextCursor(target.document().findBlockByNumber(target.document().blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    target.setTextCursor(cursor)
    target.ensureCursorVisible()
    target.setFocus()
    rest(100)
    assert target.hasFocus(), "the caret is not in the text"

    def answer(_):
        keys = (KEYS[n % len(KEYS)] for n in range(EACH))
        return [until_painted(partial(QTest.keyClick, target, key)) for key in keys]

    return answer


def bare(kind, blocks, width, height, column):
    QApplication([])
    made = counting({"text": QTextEdit, "plain": QPlainTextEdit}[kind])
    made.setUndoRedoEnabled(False)
    font = made.font()
    font.setFamilies(["Inter", *font.families()])
    font.setPixelSize(16)
    made.setFont(font)
    if kind == "text":
        made.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        made.setLineWrapColumnOrWidth(int(column))
    else:
        made.setWordWrapMode(QTextOption.WrapMode.WordWrap)
    made.setPlainText("\n".join(paragraphs(int(blocks))))
    window = QMainWindow()
    window.setCentralWidget(made)
    window.resize(int(width), int(height))
    window.show()
    rest(100)
    serve({}, answering(made))


def ours(store, blocks):
    from kcsp_desktop.app import open_window
    from kcsp_desktop.ui.sheet.view import SheetView
    from kcsp_desktop.ui.workspace import Place

    app = QApplication([])
    count_paints(SheetView)
    window = open_window(store)
    window.activateWindow()
    while not window.workspace.is_open:
        app.processEvents()
    window.go_to(Place(page="minutes", meeting_id=window.workspace.record.meetings[0].id))
    sheet = window.page.sheet
    until_at_rest()
    assert sheet.document().blockCount() == int(blocks), "not the text that was asked for"
    # The width of a line of text: without the margins that make room for the numbers.
    line = sheet.document().begin().layout().lineAt(0).width()
    serve([sheet.width(), sheet.height(), int(line) + 2], answering(sheet))
    window.close()


if __name__ == "__main__":
    if sys.argv[1] == "ours":
        ours(*sys.argv[2:])
    else:
        bare(*sys.argv[1:])
