"""Joins the workspace to the writer on its thread, from opening to the last save."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QThread, QTimer, Signal

from kcsp_desktop.ui.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.workspace import Workspace


class SavingThread(QObject):
    """Owns the writer's thread. ``start`` opens the store; ``finish`` saves and closes it."""

    not_opened = Signal(str)  # a sentence
    not_copied = Signal(str)  # a sentence
    _open = Signal()
    _close = Signal()

    def __init__(self, workspace: Workspace, path: Path) -> None:
        """Wire both ways; nothing runs until ``start``."""
        super().__init__(workspace)
        self._workspace = workspace
        self._thread = QThread(self)
        self._thread.setObjectName("writer")
        self._writer = Writer(path)
        self._writer.moveToThread(self._thread)
        self._open.connect(self._writer.open)
        self._close.connect(self._writer.close)
        workspace.store_path = path
        workspace.save_wanted.connect(self._writer.save)
        workspace.keep_wanted.connect(self._writer.keep_file)
        self._writer.kept.connect(workspace.file_kept)
        self._writer.not_kept.connect(workspace.file_not_kept)
        self._writer.opened.connect(self._on_opened)
        self._writer.not_opened.connect(self.not_opened)
        self._writer.not_copied.connect(self.not_copied)
        self._writer.saved.connect(workspace.note_saved)
        self._writer.failed.connect(workspace.note_failed)

    def start(self) -> None:
        """Start the thread and open the store."""
        self._thread.start()
        self._open.emit()

    def _on_opened(self, record: Record, read_only: str) -> None:
        self._workspace.begin(record, os.urandom(16).hex(), read_only)

    def save_all(self, within_ms: int = 5000) -> bool:
        """Send what is pending and wait; ``False`` where it could not be saved in time."""
        workspace = self._workspace
        if not workspace.pending:
            return True
        loop = QEventLoop()
        workspace.save_state.connect(loop.quit)
        deadline = QTimer()
        deadline.setSingleShot(True)
        deadline.timeout.connect(loop.quit)
        deadline.start(within_ms)
        workspace.flush()
        while workspace.pending and deadline.isActive() and not workspace.failing:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        workspace.save_state.disconnect(loop.quit)
        return not workspace.pending

    def finish(self) -> None:
        """Close the store and end the thread."""
        if self._thread.isRunning():
            self._close.emit()
            self._thread.wait(5000)
