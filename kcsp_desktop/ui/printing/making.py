"""Makes the agenda pack and says where it lies; opens a copy of a paper; shows a folder.

How this works: all of it is read and written off the window's thread, over frozen values. Copies
to be looked at lie in a folder of their own that goes when the application does.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.ui.background import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.ids import BodyId, FileId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.domain.reports import Paper
    from kcsp_desktop.ui.workspace import Workspace


def folder_of(workspace: Workspace, meeting: Meeting) -> Path:
    """Return where the documents of a meeting lie."""
    return documents_folder(workspace, meeting.body_id) / meeting.details.date.isoformat()


def documents_folder(workspace: Workspace, body_id: BodyId | None) -> Path:
    """Return where the documents of a body, or of all, lie: the folder chosen, or the user's."""
    root = workspace.documents
    if root is None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        root = Path(QStandardPaths.writableLocation(documents))
    body = workspace.record.body(body_id) if body_id is not None else None
    return root / body.short_name if body is not None else root


def show_folder(folder: Path) -> None:
    """Open a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def written_pack(
    record: Record,
    meeting: Meeting,
    audience: Audience,
    store: Path,
    target: Path | None,
    folder: Path,
) -> tuple[Path, str]:
    """Write the pack, to ``target`` or by its own name into ``folder``; see ``write_beside``."""
    # Imported with the first pack: pypdf is not light.
    from kcsp_desktop.documents.names import pack_name
    from kcsp_desktop.documents.writing import write_beside
    from kcsp_desktop.store.files import content_of
    from kcsp_desktop.ui.printing.pack import printed_pack

    content = printed_pack(record, meeting, audience, partial(content_of, store))
    if target is None:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / pack_name(edition(record, meeting, audience))
    return write_beside(target, content)


class Making(QObject):
    """What is made beside the window, one thing at a time."""

    said = Signal(str, str, str)  # level, bold sentence, what to do
    busy = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Wait to be asked."""
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self._copies: TemporaryDirectory[str] | None = None

    def make_pack(self, meeting: Meeting, audience: Audience) -> None:
        """Make the pack of a meeting in its folder."""
        store = self._workspace.store_path
        if self._task is not None or store is None:
            return
        self._workspace.flush()
        folder = folder_of(self._workspace, meeting)
        work = partial(written_pack, self._workspace.record, meeting, audience, store, None, folder)
        self._begin(work, self._on_pack, "The agenda pack could not be made.")

    def open_copy(self, paper: Paper) -> None:
        """Show a copy of a paper in the system's own program."""
        store = self._workspace.store_path
        if self._task is not None or store is None:
            return
        if self._copies is None:
            self._copies = TemporaryDirectory(prefix="kcsp-copies-")
        target = Path(self._copies.name) / f"{paper.file_id[:8]} {Path(paper.file_name).name}"
        work = partial(_copied, store, paper.file_id, target)
        self._begin(work, self._on_copy, "The paper could not be opened.")

    def _begin(self, work: Callable[[], Any], done: Callable[[Any], None], failed: str) -> None:
        self._task = Task(work, self)
        self._task.done.connect(done)
        self._task.failed.connect(partial(self._on_failed, failed))
        self._task.start()
        self.busy.emit(True)

    def _ended(self) -> None:
        self._task = None
        self.busy.emit(False)

    def _on_failed(self, words: str, why: str) -> None:
        self._ended()
        self.said.emit("bad", words, why)

    def _on_pack(self, made: tuple[Path, str]) -> None:
        self._ended()
        path, sentence = made
        self.said.emit(
            "info", f"Made: {path.name}", f"It lies in {path.parent}. {sentence}".strip()
        )

    def _on_copy(self, path: Path) -> None:
        self._ended()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _copied(store: Path, name: FileId, target: Path) -> Path:
    from kcsp_desktop.store.files import content_of

    content = content_of(store, name)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise KcspError(f"{target.name} could not be written ({error.strerror}).") from error
    return target
