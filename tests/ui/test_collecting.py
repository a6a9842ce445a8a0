"""The collector runs on the window's thread and on no other."""

import gc
import threading

from PySide6.QtCore import QObject, QTimer, Signal

from kcsp_desktop.ui.background import Collecting, Task


class Knot(QObject):
    """Refers to itself, so that only a collection finds it; tells where it was found."""

    def __init__(self, found):
        super().__init__()
        self.itself, self.found = self, found

    def __del__(self):
        self.found.append(threading.current_thread())


def test_what_nobody_refers_to_goes_on_the_windows_thread_however_much_the_pool_makes(qtbot):
    parent = QObject()
    Collecting(parent)
    found = []
    Knot(found)
    task = Task(lambda: [[number] for number in range(200_000)], parent)
    with qtbot.waitSignal(task.done) as made:  # and keep it: so many new ones set a search off
        task.start()
    assert len(made.args[0]) == 200_000
    assert found == []
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    assert found == [threading.main_thread()]


class Work(QObject):
    done = Signal()


def test_while_somebody_works_only_a_little_is_looked_through(qtbot):
    parent, work, found = QObject(), Work(), []
    Collecting(parent, work.done)
    many = [[number] for number in range(50_000)]
    Knot(found)
    typing = QTimer(parent)
    typing.timeout.connect(work.done)
    typing.start(50)
    qtbot.wait(1500)
    assert found == []
    typing.stop()
    qtbot.waitUntil(lambda: bool(found), timeout=6000)
    assert len(many) == 50_000


def test_the_collectors_own_turns_are_over_once_the_window_is_shown(window):
    assert not gc.isenabled()
    assert window.findChildren(Collecting)
