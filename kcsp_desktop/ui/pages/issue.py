"""The Issue page: what is doubtful, how far the meeting has come, and the documents."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from kcsp_desktop import paths
from kcsp_desktop.domain.applying import Changes
from kcsp_desktop.domain.checks import Finding, Level, check
from kcsp_desktop.domain.disclosure import Audience, Edition, edition
from kcsp_desktop.domain.edits import Advance
from kcsp_desktop.domain.lifecycle import events
from kcsp_desktop.domain.meeting import is_restricted
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.finding_rows import FindingDelegate
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.pages.page import Page
from kcsp_desktop.ui.theme import Space, Type, Weight
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_FINDING = int(Qt.ItemDataRole.UserRole)
_PANEL = 500  # width of the right column, pixels at 100 %
Made = tuple[tuple[Path, str], ...]


def make_documents(editions: tuple[Edition, ...], folder: Path) -> Made:
    """Write the notes of each edition; runs off the UI thread, over frozen values."""
    # Imported on the first export: python-docx is heavy and a meeting may pass without it.
    from kcsp_desktop.documents.names import notes_name
    from kcsp_desktop.documents.word import write_notes

    folder.mkdir(parents=True, exist_ok=True)
    template = paths.notes_template()
    return tuple(write_notes(one, folder / notes_name(one), template) for one in editions)


class IssuePage(Page):
    """Left the findings, right state and documents."""

    name = "issue"

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build both columns."""
        super().__init__(workspace, look)
        self._task: Task | None = None
        self._made: tuple[Path, ...] = ()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.root = Path(QStandardPaths.writableLocation(documents))
        self.findings = QListWidget()
        self.findings.setObjectName("findings")
        self.findings.setAccessibleName("What to look at before the notes go out")
        self.findings.setFrameShape(QListWidget.Shape.NoFrame)
        self.findings.setItemDelegate(FindingDelegate(look, self.findings))
        self.findings.itemActivated.connect(self._on_finding)
        self._build_right()
        self._lay_out()

    def _build_right(self) -> None:
        look = self.look
        self._title = Words(look, "Check", size=Type.PAGE_TITLE, weight=Weight.TITLE)
        self._count = Words(look, "", role="ink2", wrap=True)
        self._state = Words(look, "", wrap=True)
        self.members = CheckBox(look, "Notes for members, with the restricted detail")
        self.public = CheckBox(look, "Public notes, restricted detail left out")
        self.make = Button(look, "Make the documents", main=True)
        self.next_state = Button(look, "What happens next…")
        self.folder = Button(look, "Folder…")
        self.show_folder = Button(look, "Show the folder")
        self._where = Words(look, "", role="ink2", wrap=True)
        self._done = Words(look, "", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName("Making the documents")
        names = {
            "notesForMembers": self.members,
            "publicNotes": self.public,
            "makeDocuments": self.make,
            "nextState": self.next_state,
            "documentsFolder": self.folder,
            "showFolder": self.show_folder,
            "documentsMade": self._done,
        }
        for name, widget in names.items():
            widget.setObjectName(name)
        self.members.setChecked(True)
        self.public.setChecked(True)
        self.make.clicked.connect(self._on_make)
        self.next_state.clicked.connect(self._ask_event)
        self.folder.clicked.connect(self._ask_folder)
        self.show_folder.clicked.connect(self._open_folder)

    def _lay_out(self) -> None:
        px = self.look.px
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(px(Space.L), px(Space.M), px(Space.L), 0)
        column.addWidget(self._title)
        column.addWidget(self._count)
        column.addWidget(self.findings, 1)
        panel = QVBoxLayout(right)
        panel.setContentsMargins(px(Space.L), px(Space.M), px(Space.L), px(Space.M))
        panel.setSpacing(px(Space.S + Space.XS))
        heads: dict[str, tuple[QWidget, ...]] = {
            "Issue": (self._state, self.next_state),
            "Make these documents": (self.members, self.public, self.make, self._bar),
            "Where they will lie": (self._where, self.folder, self.show_folder, self._done),
        }
        for title, widgets in heads.items():
            size = Type.PAGE_TITLE if title == "Issue" else Type.UI
            panel.addWidget(Words(self.look, title, size=size, weight=Weight.TITLE))
            for widget in widgets:
                where = Qt.AlignmentFlag(0)
                if isinstance(widget, Button | CheckBox):
                    where = Qt.AlignmentFlag.AlignLeft
                panel.addWidget(widget, 0, where)
            panel.addSpacing(px(Space.M))
        panel.addStretch(1)
        self._right = right
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(left, 1)
        row.addWidget(right)

    def refresh(self, changes: Changes) -> None:
        """Check again; the findings stay where the selection was."""
        meeting = self.meeting
        if meeting is None:
            return
        found = check(meeting, numbered(self.workspace.record, meeting))
        at = max(self.findings.currentRow(), 0)
        self.findings.clear()
        for finding in found:
            row = QListWidgetItem(f"{finding.what}. {finding.where}")
            row.setData(_FINDING, finding)
            self.findings.addItem(row)
        self.findings.setCurrentRow(min(at, len(found) - 1))
        must = sum(finding.level is Level.MUST for finding in found)
        if not found:
            words = "Nothing to put right."
        else:
            places = "1 place" if len(found) == 1 else f"{len(found)} places"
            before = f", {must} of them before the notes can go out" if must else ""
            words = f"{places} to look at{before}"
        self._count.setText(words)
        self._state.setText(f"The meeting is {meeting.state}.")
        restricted = any(is_restricted(meeting, item) for item in meeting.items)
        self.public.setVisible(restricted)
        self._where.setText(str(self._folder()))
        self._bar.setVisible(self._task is not None)
        self._done.setText("\n".join(path.name for path in self._made))
        self._right.setFixedWidth(min(self.look.px(_PANEL), max(self.width() // 2, 1)))

    def _folder(self) -> Path:
        meeting = self.meeting
        if meeting is None:
            return self.root
        body = self.workspace.record.body_of(meeting)
        return self.root / body.short_name / meeting.details.date.isoformat()

    def _on_finding(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        finding: Finding = row.data(_FINDING)
        self.go.emit(
            Place(
                page=finding.page,
                meeting_id=self.meeting_id or "",
                item_id=finding.item_id or "",
            ),
        )

    def _on_make(self) -> None:
        meeting = self.meeting
        if meeting is None or self._task is not None:
            return
        found = check(meeting, numbered(self.workspace.record, meeting))
        must = [n for n, finding in enumerate(found) if finding.level is Level.MUST]
        if must:
            self.findings.setCurrentRow(must[0])
            self.findings.setFocus()
            first = found[must[0]]
            self.notice.emit("bad", "The notes cannot go out yet.", f"{first.what}: press Enter.")
            return
        wanted = [Audience.RESTRICTED] if self.members.isChecked() else []
        wanted += [Audience.PUBLIC] if self.public.isChecked() and self.public.isVisible() else []
        if not wanted:
            self.notice.emit("info", "No document is chosen.", "Tick one of them.")
            return
        self.workspace.flush()
        record, folder = self.workspace.record, self._folder()
        editions = tuple(edition(record, meeting, audience) for audience in wanted)
        self._task = Task(partial(make_documents, editions, folder), self)
        self._task.done.connect(self._on_made)
        self._task.failed.connect(self._on_failed)
        self._task.start()
        self.refresh(Changes())

    def _on_made(self, made: Made) -> None:
        self._task = None
        self._made = tuple(path for path, _ in made)
        names = ", ".join(path.name for path in self._made)
        notes = " ".join(sentence for _, sentence in made if sentence)
        self.notice.emit("info", f"Made: {names}", f"They lie in {self._folder()}. {notes}".strip())
        self.refresh(Changes())

    def _on_failed(self, why: str) -> None:
        self._task = None
        self.notice.emit("bad", "The documents could not be made.", why)
        self.refresh(Changes())

    def _ask_event(self) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        offered = events(meeting.state)
        if not offered:
            self.notice.emit("info", f"The meeting is {meeting.state}.", "Nothing more happens.")
            return
        dialog = QuestionDialog(self.look, "What happens next?", "Let it happen", self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choice = Choice(self.look, [(str(e), str(e).capitalize()) for e in offered])
        choice.setObjectName("nextEvent")
        dialog.add_field("event", f"The meeting is {meeting.state}", choice)
        happening = {str(event): event for event in offered}

        def advance() -> None:
            event = happening[choice.chosen()]
            self.submit(Advance(meeting_id=meeting.id, event=event), text=str(event))
            self.refresh(Changes())

        dialog.accepted.connect(advance)
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, "Where should the documents lie?", str(self.root))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.root = Path(folder)
        self.refresh(Changes())

    def _open_folder(self) -> None:
        if self._folder().is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder())))
        else:
            self.notice.emit("info", "No document has been made yet.", "")

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "make-notes": self._on_make,
            "event": self._ask_event,
            "documents-folder": self._ask_folder,
        }

    def focus_first(self) -> None:
        """Focus the worst finding, or the button."""
        (self.findings if self.findings.count() else self.make).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return findings and documents."""
        return (self.findings, self.make)

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter goes to the place."""
        return (("Enter", "Go there"),) if self.findings.count() else ()

    def keys(self) -> tuple[str, ...]:
        """Return the deeds of this page."""
        return ("make-notes", "event", "all-keys")
