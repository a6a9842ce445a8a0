"""The Issue page: what is doubtful, how far the meeting has come, and the documents."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from kcsp_desktop.domain.changes import Changes
from kcsp_desktop.domain.checks import check, stops_drafts
from kcsp_desktop.domain.disclosure import Audience, Edition, edition
from kcsp_desktop.domain.lifecycle import events
from kcsp_desktop.domain.meeting import holds_restricted
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.dialogs.issuing.findings import finding_deeds
from kcsp_desktop.ui.dialogs.issuing.next_event import NextEventDialog
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.cards import DeedList, Ground
from kcsp_desktop.ui.kit.notice_band import Notice, NoticeCard
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.words import Hairline, Words
from kcsp_desktop.ui.pages.issue_parts import DocumentRow, StateLine
from kcsp_desktop.ui.pages.issue_story import StoryPanel
from kcsp_desktop.ui.pages.notice_lines import NoticeLines
from kcsp_desktop.ui.pages.page import Page
from kcsp_desktop.ui.pages.unlogged import Unlogged
from kcsp_desktop.ui.theme import Measure, Narrow, Space, Type, Weight
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.domain.checks import Finding
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_PANEL = 540  # width of the right column, pixels at 100 %
_NO_END = 16_777_215  # Qt's own greatest width
Made = tuple[tuple[Path, str], ...]


def make_documents(editions: tuple[Edition, ...], folder: Path, store: Path | None = None) -> Made:
    """Write the notes of each edition; runs off the UI thread, over frozen values.

    ``store`` has the body's own Word template, where it has one.
    """
    # Imported on the first export: python-docx is heavy and a meeting may pass without it.
    from kcsp_desktop.documents.names import notes_name
    from kcsp_desktop.documents.word import write_notes
    from kcsp_desktop.store.files import template_file

    folder.mkdir(parents=True, exist_ok=True)
    template = template_file(store, editions[0].body.template_id)
    return tuple(write_notes(one, folder / notes_name(one), template) for one in editions)


class IssuePage(Page):
    """Left the findings, right state and documents; one under the other where it is narrow."""

    name = "issue"

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build both columns."""
        super().__init__(workspace, look)
        self._task: Task | None = None
        self._made: tuple[Path, ...] = ()
        self._found: dict[str, Finding] = {}
        self._unlogged = Unlogged(self)
        self._unlogged.counted.connect(lambda: self.refresh(Changes()))
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.root = Path(QStandardPaths.writableLocation(documents))
        self._build_left()
        self._build_right()
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def _build_left(self) -> None:
        look = self.look
        self._title = Words(look, "Check", size=Type.PAGE_TITLE, weight=Weight.TITLE)
        self._count = Words(look, "", role="ink2", wrap=True)
        self.findings = DeedList(look, row=Measure.ROW_DEED)
        self.findings.setObjectName("findings")
        self.findings.setAccessibleName("What to look at before the notes go out")
        self.findings.chosen.connect(self._on_finding)
        self.story = StoryPanel(self.workspace, look)
        self.story.refused.connect(self._on_refused)

    def _build_right(self) -> None:
        look = self.look
        self._state = StateLine(look)
        self.notice_lines = NoticeLines(look, self.workspace.today)
        self.notice_lines.told.connect(lambda _: self.refresh(Changes()))
        self._members = DocumentRow(
            look, "Notes for members", "Word, with the restricted detail", "doc"
        )
        self._public = DocumentRow(
            look, "Public notes", "Word, the restricted detail left out", "globe"
        )
        self.members, self.public = self._members.box, self._public.box
        self.make = Button(look, "Make the documents", main=True)
        self.next_state = Button(look, "What happens next…")
        self.folder = Button(look, "Choose the folder…")
        self.show_folder = Button(look, "Show the folder")
        self._stopped = NoticeCard(look)
        self._where = Words(look, "", role="ink2", size=Type.SECOND, wrap=True)
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
        self.make.clicked.connect(self._on_make)
        self.next_state.clicked.connect(self._ask_event)
        self.folder.clicked.connect(self._ask_folder)
        self.show_folder.clicked.connect(self._open_folder)

    def _lay_out(self) -> None:
        self._left, self._right = Ground(self.look, "sheet"), Ground(self.look, "panel")
        left = QVBoxLayout(self._left)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._count, 1)
        left.addLayout(self._head)
        left.addWidget(self.findings)
        left.addWidget(self.story)
        left.addStretch(1)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        self._panel = QVBoxLayout(self._right)
        self._right.setFocusProxy(self.make)
        title = Words(self.look, "Issue", size=Type.PAGE_TITLE, weight=Weight.TITLE)
        folders = QHBoxLayout()
        folders.addWidget(self.folder)
        folders.addWidget(self.show_folder)
        folders.addStretch(1)
        words = Words(self.look, "Make these documents", weight=Weight.TITLE)
        rows: tuple[QWidget | QHBoxLayout, ...] = (
            title, self._state, self.notice_lines, self.next_state, Hairline(self.look), words,
            self._members, self._public, self._stopped, self.make, self._bar, self._where, folders,
            self._done,
        )  # fmt: skip
        for row in rows:
            if isinstance(row, QHBoxLayout):
                self._panel.addLayout(row)
            elif isinstance(row, Button):
                self._panel.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._panel.addWidget(row)
        self._panel.addStretch(1)
        both = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._line = Hairline(self.look, upright=True)
        self._both.addWidget(self._left, 1)
        self._both.addWidget(self._line)
        self._both.addWidget(self._right)
        self._scroll = Scroll(both)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _dress(self) -> None:
        px = self.look.px
        side = px(Space.XL)
        self._head.setContentsMargins(side, px(Space.L), side, px(Space.L))
        self._head.setSpacing(px(Space.L))
        self._panel.setContentsMargins(side, px(Space.L), side, side)
        self._panel.setSpacing(px(Space.M))
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Lay both side by side, or the documents under the findings."""
        narrow = self.look.effective(self.width()) < Narrow.OUTLINE
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._line.setVisible(not narrow)
        panel = min(self.look.px(_PANEL), self.width() // 2)
        self._right.setMinimumWidth(0 if narrow else panel)
        self._right.setMaximumWidth(_NO_END if narrow else panel)

    def refresh(self, changes: Changes) -> None:
        """Check again; the findings stay where the focus was."""
        meeting = self.meeting
        if meeting is None:
            return
        self.notice_lines.show_meeting(self.workspace.record.body_of(meeting), meeting)
        unlogged = self._unlogged.count(meeting)
        found = check(self.workspace.record, meeting, self.notice_lines.notice(), unlogged)
        had_focus = self.findings.current_key()
        deeds, self._found = finding_deeds(found)
        self.findings.set_deeds(deeds)
        if had_focus and not self.findings.current_key() and not self.findings.focus_row():
            self.make.setFocus()
        must = stops_drafts(found)
        self._count.setText(_said_of(len(found), must))
        self._show_stopped(must)
        self._state.show_state(meeting.state, self.workspace.record.body_of(meeting).record_word)
        self.story.show_meeting(meeting)
        self._public.setVisible(holds_restricted(meeting))
        self._where.setText(f"They will be in {self._folder()}.")
        self._bar.setVisible(self._task is not None)
        self._done.setText("\n".join(path.name for path in self._made))
        self._done.setVisible(bool(self._made))
        self._share_room()

    def _show_stopped(self, must: int) -> None:
        """Say beside the button why the notes cannot be made yet."""
        places = "One place" if must == 1 else f"{must} places"
        notice = Notice(
            key="stopped",
            level="bad",
            words="The notes cannot go out yet.",
            advice=f"{places} must be put right first.",
        )
        self._stopped.show_notice(notice if must else None)

    def _folder(self) -> Path:
        meeting = self.meeting
        if meeting is None:
            return self.root
        body = self.workspace.record.body_of(meeting)
        return self.root / body.short_name / meeting.details.date.isoformat()

    def _on_finding(self, key: str) -> None:
        finding = self._found.get(key)
        if finding is not None:
            self._go_to_finding(finding)

    def _go_to_finding(self, finding: Finding) -> None:
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
        self.refresh(Changes())
        must = [key for key, one in self._found.items() if stops_drafts((one,))]
        if must:
            self.findings.focus_row(must[0])
            first = self._found[must[0]]
            self.notice.emit("bad", "The notes cannot go out yet.", f"{first.what}: press Enter.")
            return
        wanted = [Audience.RESTRICTED] if self.members.isChecked() else []
        public = self.public.isChecked() and not self._public.isHidden()
        wanted += [Audience.PUBLIC] if public else []
        if not wanted:
            self.notice.emit("info", "No document is chosen.", "Tick one of them.")
            return
        self.workspace.flush()
        record, folder = self.workspace.record, self._folder()
        editions = tuple(edition(record, meeting, audience) for audience in wanted)
        self._task = Task(
            partial(make_documents, editions, folder, self.workspace.store_path), self
        )
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
        if not events(meeting.state):
            words = f"The notes are {meeting.state}."
            self.notice.emit("info", words, "Nothing more happens to them here.")
            return
        now = datetime.now().astimezone()
        dialog = NextEventDialog(self.look, self.workspace.record, meeting, now, self)
        dialog.show_notice(self.notice_lines.notice())
        self.notice_lines.told.connect(dialog.show_notice)  # it may be a moment in coming
        dialog.given.connect(self._on_event)
        dialog.wanted.connect(self._go_to_finding)
        dialog.open()

    def _ask_document(self) -> None:
        # Imported when it is asked for: all the documents come with it.
        from kcsp_desktop.ui.pages.make_document import ask_for_document

        if self.meeting is not None:
            ask_for_document(self, self.meeting, self._folder(), self.workspace.today())

    def _on_event(self, edits: tuple[Edit, ...], text: str) -> None:
        self.submit(*edits, text=text)
        self.refresh(Changes())

    def _on_refused(self, sentence: str) -> None:
        self.notice.emit("info", sentence, "")

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, "Where should the documents lie?", str(self.root))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.root = self.workspace.documents = Path(folder)
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
            "make-document": self._ask_document,
            "event": self._ask_event,
            "correction": self.story.add_correction,
            "documents-folder": self._ask_folder,
        }

    def focus_first(self) -> None:
        """Focus the finding that was in hand, else the worst, or the button."""
        (self.findings if self.findings.keys() else self.make).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return findings and documents."""
        left = (self.findings,) if self.findings.keys() else ()
        listed = (self.story.list.table,) if self.story.list.table.isVisible() else ()
        return (*left, *listed, self._right)

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter goes to the place."""
        return (("Enter", "Go there"),) if self.findings.current_key() else ()

    def keys(self) -> tuple[str, ...]:
        """Return the deeds of this page."""
        return ("make-notes", "make-document", "event", "all-keys")


def _said_of(places: int, must: int) -> str:
    if not places:
        return "Nothing to put right."
    counted = "1 place" if places == 1 else f"{places} places"
    before = f", {must} of them before the notes can go out" if must else ""
    return f"{counted} to look at{before}"
