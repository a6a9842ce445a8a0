"""Lets what takes long wait until the window has been painted for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_AT_THE_LATEST_MS = 500  # a window that is begun as an icon is not painted


class AfterFirstPaint(QObject):
    """Does a thing once, after a window with all in it has been painted."""

    def __init__(self, window: QWidget, do: Callable[[], None]) -> None:
        """Watch ``window``, which is about to be shown."""
        super().__init__(window)
        self._do = do
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._timer.start(_AT_THE_LATEST_MS)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when this paint is over: what lies in the window is painted after it."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False

    def _begin(self) -> None:
        self._do()
        self.deleteLater()
