"""A start to be timed: ``bare``, or ``ours STORE``. Prints moments, and the memory held then.

A moment is two numbers: the clock of the machine less what this process had to wait for a
processor, and what it has computed so far (see ``stopwatch``).
Nothing but what is timed itself is imported here before its first paint: Qt's classes and
enumerations, too, are made by PySide when they are first named.
"""

import sys
import time

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.stopwatch import resident_mb, waited


def now():
    return time.perf_counter() - waited(), time.process_time()


def leave(*moments):
    print(*(number for moment in moments for number in moment), resident_mb(), flush=True)
    QApplication.exit(0)


class Painted(QLabel):
    """What is painted last in the bare window."""

    def paintEvent(self, event):
        super().paintEvent(event)
        leave(now())


def bare():
    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(Painted("bare"))
    window.resize(1366, 768)
    window.show()
    app.exec()


def after_paint(widget, do):
    """Call with the moment at which a widget, with all in it, has been painted."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject

    painted = QEvent.Type(QEvent.registerEventType())

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                # What lies in the widget is painted after it; a posted event comes after all.
                QCoreApplication.postEvent(self, QEvent(painted), 1000)
            return False

        def event(self, event):
            if event.type() == painted:
                moment = now()
                widget.removeEventFilter(self)
                do(moment)
                return True
            return super().event(event)

    widget.installEventFilter(Watch(widget))


def press_down(table):
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.postEvent(table, key)


def ours(store):
    """Start by the door a person starts it by; the watch begins where the loop does."""
    from kcsp_desktop.__main__ import main

    moments = []
    run = QApplication.exec

    def watched():
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
        after_paint(window, moments.append)
        window.workspace.opened.connect(lambda: filled(window))
        return run()

    def filled(window):
        """The list is filled: the next row must be taken by its key, and be seen to be."""
        table = QApplication.focusWidget()
        before = table.current_key()

        def answered(moment):
            if moments and table.current_key() != before:
                leave(*moments, moment)
                window.close()
            else:
                after_paint(table.viewport(), answered)

        after_paint(table.viewport(), answered)
        press_down(table)

    QApplication.exec = watched
    sys.argv = ["kcsp-desktop", "--store", store]
    main()


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]](*sys.argv[2:])
