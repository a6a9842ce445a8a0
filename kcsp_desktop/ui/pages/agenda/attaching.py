"""Files come to an item: each is read, its content kept in the store, then it is a paper.

How this works: one file at a time. It is read off the window's thread; the writer is handed its
content; only when that is on disk the paper is put into the record, as one step of undo. So no
record names a file that is not there. What cannot be read changes nothing and is told.
Must stay in step: ``workspace`` (keeping), ``importing.papers`` (reading).
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kcsp_desktop.domain.edits import SetPapers
from kcsp_desktop.domain.ids import FileId, ItemId, MeetingId, PaperId
from kcsp_desktop.domain.reports import Paper, next_label
from kcsp_desktop.store.files import file_id
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.dialogs.new_meeting import new_id
from kcsp_desktop.ui.workspace import Place, Submission

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kcsp_desktop.importing.papers import ReadPaper
    from kcsp_desktop.ui.workspace import Workspace


def _read(path: Path) -> tuple[ReadPaper, FileId]:
    # Imported with the first paper; runs off the window's thread.
    from kcsp_desktop.importing.papers import read_paper

    found = read_paper(path)
    return found, file_id(found.content)


class Attaching(QObject):
    """Attaches files to items, one after another."""

    said = Signal(str, str, str)  # level, bold sentence, what to do
    busy = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Wait for files."""
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: deque[tuple[MeetingId, ItemId, Path]] = deque()
        self._task: Task | None = None
        self._read: tuple[ReadPaper, FileId] | None = None
        workspace.file_kept.connect(self._on_kept)
        workspace.file_not_kept.connect(self._on_not_kept)

    def attach(self, meeting_id: MeetingId, item_id: ItemId, paths: Iterable[Path]) -> None:
        """Attach files to an item, in that order."""
        if self._workspace.read_only:
            self._workspace.refused.emit(self._workspace.read_only)
            return
        self._waiting += ((meeting_id, item_id, path) for path in paths)
        if self._task is None:
            self._next()

    @property
    def is_busy(self) -> bool:
        """Whether a file is on its way."""
        return self._task is not None

    def _next(self) -> None:
        self._task = self._read = None
        if not self._waiting:
            self.busy.emit(False)
            return
        _, _, path = self._waiting[0]
        self._task = Task(partial(_read, path), self)
        self._task.done.connect(self._on_read)
        self._task.failed.connect(self._on_failed)
        self._task.start()
        self.busy.emit(True)

    def _on_read(self, found: tuple[ReadPaper, FileId]) -> None:
        self._read = found
        self._workspace.keep_wanted.emit(found[0].content)

    def _on_failed(self, why: str) -> None:
        _, _, path = self._waiting.popleft()
        self.said.emit("warn", f"{path.name} was not attached.", why)
        self._next()

    def _on_not_kept(self, why: str) -> None:
        if self._read is not None:
            self._on_failed(why)

    def _on_kept(self, name: str) -> None:
        if self._read is None or self._read[1] != name:
            return  # somebody else's file
        (read, kept), (meeting_id, item_id, _) = self._read, self._waiting.popleft()
        meeting = self._workspace.record.meeting(meeting_id)
        item = meeting.item(item_id) if meeting is not None else None
        if item is not None:
            paper = Paper(
                id=PaperId(new_id()),
                label=next_label(item.papers),
                file_name=read.file_name,
                file_id=kept,
                pages=read.pages,
            )
            edit = SetPapers(meeting_id=meeting_id, item_id=item_id, papers=(*item.papers, paper))
            place = Place(page="agenda", meeting_id=meeting_id, item_id=item_id)
            what = Submission(edits=(edit,), text="attach a paper", before=place, after=place)
            if self._workspace.submit(what):
                count = "1 page" if read.pages == 1 else f"{read.pages} pages"
                self.said.emit("info", f"Attached {read.file_name}, {count}.", "")
        self._next()
