"""A start to be timed: ``bare``, or ``ours STORE``. Prints moments, and the memory held then.

A moment is told by the clock of the machine, less what this process had to wait for a processor.
Nothing but what the program itself needs is imported here before its first paint.
"""

import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.stopwatch import resident_mb, waited

PAINTED = QEvent.Type(QEvent.registerEventType())


class Watch(QObject):
    """Stamps the moment at which a widget, with all in it, has been painted."""

    def __init__(self, widget, done):
        super().__init__(widget)
        self._widget, self._done = widget, done
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            # The widget is painted before what lies in it; a posted event comes after them all.
            QCoreApplication.postEvent(self, QEvent(PAINTED), 1000)
        return False

    def event(self, event):
        if event.type() == PAINTED:
            self._widget.removeEventFilter(self)
            self._done(time.perf_counter() - waited())
            return True
        return super().event(event)


def leave(*moments):
    print(*moments, resident_mb(), flush=True)
    QApplication.exit(0)


def bare():
    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("bare"))
    window.resize(1366, 768)
    window.show()
    Watch(window, leave)
    app.exec()


def ours(store):
    """Start by the door a person starts it by; the watch begins where the loop does."""
    from kcsp_desktop.cli import main

    moments = []
    run = QApplication.exec

    def watched():
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
        Watch(window, moments.append)
        window.workspace.opened.connect(lambda: filled(window))
        return run()

    def filled(window):
        """The list is filled: the End key must take the last row in hand, and be seen to."""
        table = QApplication.focusWidget()
        before = table.current_key()

        def answered(moment):
            if len(moments) == 1 and table.current_key() != before:
                leave(*moments, moment)
                window.close()
            else:
                Watch(table.viewport(), answered)

        Watch(table.viewport(), answered)
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(table, key)

    QApplication.exec = watched
    sys.argv = ["kcsp-desktop", "--store", store]
    main()


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]](*sys.argv[2:])
