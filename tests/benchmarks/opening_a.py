"""A contestant that opens: ``ours STORE``, or ``bare BLOCKS``. Tells seconds and memory.

Ours goes from the list to the Minutes page of one of two meetings in turns, so that the text is
another one each time, with the caret at its end; a bare text edit is given as many paragraphs.
"""

from __future__ import annotations

import sys
from itertools import cycle

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from tests.benchmarks import typing_in
from tests.benchmarks.records import paragraphs
from tests.benchmarks.rounds import serve
from tests.benchmarks.stopwatch import resident_mb


def until_painted(do):
    return [typing_in.until_painted(do), resident_mb()]


def bare(blocks):
    QApplication([])
    made = typing_in.counting(QTextEdit)
    text = "\n".join(paragraphs(int(blocks)))
    window = QMainWindow()
    window.setCentralWidget(made)
    window.resize(700, 600)
    window.show()
    typing_in.rest(100)

    def opened():
        made.setPlainText(text)
        made.moveCursor(QTextCursor.MoveOperation.End)

    serve({}, lambda _: until_painted(opened))


def ours(store):
    from kcsp_desktop.app import open_window
    from kcsp_desktop.ui.sheet.view import SheetView
    from kcsp_desktop.ui.workspace import Place

    app = QApplication([])
    typing_in.count_paints(SheetView)
    window = open_window(store)
    window.activateWindow()
    while not window.workspace.is_open:
        app.processEvents()
    meetings = cycle(window.workspace.record.meetings)

    window.go_to(Place(page="minutes", meeting_id=next(meetings).id))
    typing_in.until_at_rest()

    def opened(_):
        window.show_page("meetings")
        typing_in.until_at_rest()  # what was opened last has been learnt
        there = Place(page="minutes", meeting_id=next(meetings).id)
        return until_painted(lambda: window.go_to(there))

    serve({}, opened)
    window.close()


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]](*sys.argv[2:])
