"""Work beside the window: its answer, its error, and nobody left to hear either."""

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QThread, QThreadPool

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.ui.background import Task


def test_the_answer_comes_back(qtbot):
    task = Task(lambda: 42)
    with qtbot.waitSignal(task.done) as told:
        task.start()
    assert told.args == [42]


@pytest.mark.parametrize(
    "error", [KcspError("The file is locked."), OSError("The file is locked.")]
)
def test_an_error_comes_back_as_a_sentence(qtbot, error):
    def work():
        raise error

    task = Task(work)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert "The file is locked." in told.args[0]


def test_the_answer_is_told_on_the_thread_of_the_window(qtbot):
    told = []
    task = Task(lambda: 42)
    direct = Qt.ConnectionType.DirectConnection
    task.done.connect(lambda _: told.append(QThread.currentThread()), direct)
    with qtbot.waitSignal(task.done):
        task.start()
    assert told == [QCoreApplication.instance().thread()]


def test_an_answer_nobody_waits_for_any_more_is_dropped(qtbot):
    task, after = Task(lambda: 42), Task(lambda: 43)
    told = []
    task.done.connect(told.append)
    task.start()
    QThreadPool.globalInstance().waitForDone()
    shiboken6.delete(task)
    with qtbot.waitSignal(after.done):
        after.start()
    assert told == []
