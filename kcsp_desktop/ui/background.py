"""Run a pure function off the UI thread and bring its answer, or its error, back.

How this works: the pool runs it. Python's search for what nobody refers to any more runs, left to
itself, on whichever thread makes the next object; a dialog or a timer that it finds from the pool
is destroyed there, which Qt answers by warnings or by ending the process. So it is turned off, and
the window's thread collects between events: a few young objects at once, many (a dictionary that
was read, a record) and all of them in a pause, since to look through them takes as long as four
frames of the screen.
"""

from __future__ import annotations

import gc
import logging
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
    SignalInstance,
)
from shiboken6 import isValid

from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

_COLLECT_EVERY_MS = 500
_A_PAUSE = 2.0  # seconds without work
_LONGEST_WITHOUT = 900.0  # nobody types so long without one; then it is done in spite of it
_LITTLE = 5000  # objects that are looked through in a millisecond


class Task(QObject):
    """One piece of work. Exactly one of ``done`` and ``failed`` follows, on the window's thread."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        """Be ready to run ``work``, which must touch frozen values and files only."""
        super().__init__(parent)
        self._work = work

    def start(self) -> None:
        """Run on the pool; an answer that comes when the task is gone is dropped."""
        _runs().start(self, self._work)


class _Runs(QObject):
    """Knows who waits for which answer: all of it on the window's thread.

    The pool is given a number and never the task: a window may destroy its tasks while they are
    at work, and to ask on the pool whether one is still there is too late a moment afterwards.
    """

    ended = Signal(int, object, str)

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._numbers = count()
        self._waiting: dict[int, Task] = {}
        self.ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, task: Task, work: Callable[[], Any]) -> None:
        number = next(self._numbers)
        self._waiting[number] = task
        QThreadPool.globalInstance().start(_Run(self, number, work))

    def _tell(self, number: int, answer: object, error: str) -> None:
        task = self._waiting.pop(number)
        if not isValid(task):
            return
        if error:
            task.failed.emit(error)
        else:
            task.done.emit(answer)


_made: list[_Runs] = []


def _runs() -> _Runs:
    """Return the one there is for as long as there is an application."""
    if not _made or not isValid(_made[0]):
        _made[:] = [_Runs(QCoreApplication.instance())]
    return _made[0]


class _Run(QRunnable):
    def __init__(self, runs: _Runs, number: int, work: Callable[[], Any]) -> None:
        super().__init__()
        self._runs, self._number, self._work = runs, number, work

    def run(self) -> None:
        answer, error = None, ""
        try:
            answer = self._work()
        except KcspError as told:
            error = str(told)
        except Exception as told:
            log.exception("background work")
            error = f"That did not work ({told}). The log says more."
        # The application waits for its pool before it goes, and what it owns goes after that.
        self._runs.ended.emit(self._number, answer, error)


class Collecting(QObject):
    """Collects for as long as its parent lives."""

    def __init__(self, parent: QObject, busy: SignalInstance | None = None) -> None:
        """Begin; the collector's own turns end. ``busy`` tells of work: a pause is without it."""
        super().__init__(parent)
        gc.disable()
        self._worked = self._waited = monotonic()
        if busy is not None:
            busy.connect(self._on_busy)
        timer = QTimer(self)
        timer.timeout.connect(self._on_time)
        timer.start(_COLLECT_EVERY_MS)

    def _on_busy(self) -> None:
        self._worked = monotonic()

    def _on_time(self) -> None:
        now = monotonic()
        pause = now - self._worked > _A_PAUSE or now - self._waited > _LONGEST_WITHOUT
        if pause:
            self._waited = now
        collect_due(pause=pause)


def collect_due(*, pause: bool = True) -> None:
    """Collect what Python itself would have by now. On the window's thread only.

    Without a ``pause`` only where there is little to look through.
    """
    young, middle, old = gc.get_count()
    if not pause:
        if _LITTLE > young > gc.get_threshold()[0]:
            gc.collect(0)
        return
    for generation, new in ((2, old), (1, middle), (0, young)):
        if new > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
