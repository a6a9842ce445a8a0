"""How many commitments of a meeting nobody logged, counted beside the window and kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kcsp_desktop.domain.lifecycle import NOT_HELD
from kcsp_desktop.ui.background import Task

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import Meeting


def counted_of(meeting: Meeting) -> tuple[Meeting, int]:
    """Return the meeting and how many commitments are left, without those that are perhaps."""
    from kcsp_desktop.domain.commitments import left_to_take, sure

    return meeting, sure(meeting, left_to_take(meeting))


class Unlogged(QObject):
    """The count of the meeting shown; ``counted`` tells of another one."""

    counted = Signal()

    def __init__(self, parent: QObject) -> None:
        """Nothing is counted yet."""
        super().__init__(parent)
        self._last: tuple[Meeting, int] | None = None
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether it is being counted."""
        return self._task is not None

    def count(self, meeting: Meeting) -> int:
        """Return what is known of a meeting, and count again where it is another value."""
        if meeting.state in NOT_HELD:
            return 0
        known = self._last
        if (known is None or known[0] is not meeting) and self._task is None:
            self._task = Task(partial(counted_of, meeting), self)
            self._task.done.connect(self._on_counted)
            self._task.failed.connect(self._on_failed)
            self._task.start()
        return known[1] if known is not None and known[0].id == meeting.id else 0

    def _on_counted(self, answer: tuple[Meeting, int]) -> None:
        self._task = None
        self._last = answer
        self.counted.emit()

    def _on_failed(self, why: str) -> None:
        self._task = None  # the log has why; the other checks stand
