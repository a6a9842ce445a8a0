"""What every screen is: a widget over the workspace that redraws for what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kcsp_desktop.domain.changes import Changes
from kcsp_desktop.ui.workspace import Place, Submission

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.ids import MeetingId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.spelling import Speller
    from kcsp_desktop.ui.workspace import Workspace


class Page(QWidget):
    """A screen. ``name`` is the page's word in ``commands``; ``meeting_id`` the one in hand."""

    name = ""
    alone_wanted = Signal(bool)  # nothing but the page, or the whole window again
    has_text = False  # whether it is spelt and wants a speller
    keys_changed = Signal()  # the status bar should be read again
    go = Signal(object)  # Place: please show that
    command = Signal(str)  # please run this command of the window
    notice = Signal(str, str, str)  # level (bad, warn, info), bold sentence, what to do

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Keep what every page needs; the page builds itself."""
        super().__init__()
        self.workspace = workspace
        self.look = look
        self.meeting_id: MeetingId | None = None
        self.setObjectName(f"{self.name}Page")
        workspace.changed.connect(self._on_changed)
        look.changed.connect(self._on_look)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting in hand, as it is now."""
        return self.workspace.record.meeting(self.meeting_id) if self.meeting_id else None

    def open(self, meeting_id: MeetingId | None) -> None:
        """Show that meeting (or none, on pages outside a meeting)."""
        self.meeting_id = meeting_id
        self.refresh(Changes())

    def refresh(self, changes: Changes) -> None:
        """Redraw for what changed; called on the page in view only, and when it is opened."""

    def focus_first(self) -> None:
        """Put the focus where work begins, or where it was."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands this page answers."""
        return {}

    def keys(self) -> tuple[str, ...]:
        """Return the names of the four to eight commands worth showing here and now."""
        return ()

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return (key, words) shown before ``keys``: keys of the text, not commands."""
        return ()

    def facts(self) -> tuple[str, ...]:
        """Return the facts at the right of the status bar."""
        return ()

    def place(self) -> Place:
        """Return where the secretary is on this page."""
        return Place(page=self.name, meeting_id=self.meeting_id or "")

    def go_to(self, place: Place) -> None:
        """Put the selection or caret where ``place`` says; it is on this page."""

    def set_speller(self, speller: Speller) -> None:
        """Check spelling with that; pages with a text do."""

    def columns(self) -> tuple[QWidget, ...]:
        """Return the widgets F6 goes through, in reading order."""
        return ()

    def submit(self, *edits: Edit, text: str = "", place: Place | None = None) -> bool:
        """Submit edits as one change of this page."""
        there = place or Place(page=self.name, meeting_id=self.meeting_id or "")
        what = Submission(edits=edits, text=text, before=there, after=there)
        return self.workspace.submit(what)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and self.isVisible():
            self.refresh(changes)
            self.keys_changed.emit()

    def _on_look(self) -> None:
        if self.isVisible():
            self.refresh(Changes())
