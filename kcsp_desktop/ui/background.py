"""Run a pure function off the UI thread and bring its answer, or its error, back."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance
from shiboken6 import isValid

from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)


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
