"""Run a pure function off the UI thread and bring its answer, or its error, back.

How this works: the pool runs it. Python's search for what nobody refers to any more runs, left to
itself, on whichever thread makes the next object; a dialog or a timer that it finds from the pool
is destroyed there, which Qt answers by warnings or by ending the process. So it is turned off, and
the window's thread collects between events: the young often, all at most once a minute.
"""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance
from shiboken6 import isValid

from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

_COLLECT_EVERY_MS = 500


class Task(QObject):
    """One piece of work. Exactly one of ``done`` and ``failed`` follows."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        """Be ready to run ``work``, which must touch frozen values and files only."""
        super().__init__(parent)
        self._work = work

    def start(self) -> None:
        """Run on the pool."""
        QThreadPool.globalInstance().start(_Run(self))

    def run(self) -> None:
        """Do the work on the pool's thread; the signals arrive on the UI thread, queued."""
        try:
            answer = self._work()
        except KcspError as error:
            self._tell(self.failed, str(error))
        except Exception as error:
            log.exception("background work")
            self._tell(self.failed, f"That did not work ({error}). The log says more.")
        else:
            self._tell(self.done, answer)

    def _tell(self, signal: SignalInstance, answer: object) -> None:
        # Where the application has been left meanwhile, nobody waits for the answer.
        if isValid(self):
            signal.emit(answer)


class _Run(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


class Collecting(QObject):
    """Collects for as long as its parent lives."""

    def __init__(self, parent: QObject) -> None:
        """Begin; the collector's own turns end."""
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_due)
        timer.start(_COLLECT_EVERY_MS)


def collect_due() -> None:
    """Collect what Python itself would have by now. On the window's thread only."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
