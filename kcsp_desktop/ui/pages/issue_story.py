"""Below the findings of the Issue page: corrections of the record, and what has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.wording.story import story
from kcsp_desktop.ui.dialogs.issuing.corrections import CorrectionList, Corrections
from kcsp_desktop.ui.kit.words import Hairline, Words
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace


class StoryPanel(QWidget):
    """Corrections, where there may be any, and a line for each thing that happened."""

    refused = Signal(str)  # a sentence: why nothing can be corrected now

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Start with nothing."""
        super().__init__()
        self._workspace, self._look = workspace, look
        self._meeting_id = ""
        self.corrections: Corrections | None = None
        self.list = CorrectionList(look)
        self.list.refused.connect(self._on_refused)
        self._line = Hairline(look)
        self._head = Words(look, "What has happened", size=Type.SECOND, weight=Weight.NAME)
        self._told = Words(look, "", wrap=True)
        self._told.setObjectName("story")
        self._told.setAccessibleName("What has happened")
        self._column = QVBoxLayout(self)
        for widget in (self._line, self.list, self._head, self._told):
            self._column.addWidget(widget)
        look.changed.connect(self._dress)
        self._dress()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is so of a meeting now."""
        if meeting.id != self._meeting_id:
            self._meeting_id = meeting.id
            if self.corrections is not None:
                self.corrections.deleteLater()
            self.corrections = Corrections(
                self._look, self._workspace, meeting.id, "issue", self.window()
            )
            self.list.show_those(self.corrections)
        self.list.refresh()
        shown = self.corrections is not None and not self.corrections.closed
        self.list.setVisible(shown or bool(meeting.amendments))
        word = self._workspace.record.body_of(meeting).record_word
        lines = [f"{what}: {about}" if about else what for what, about in story(meeting, word)]
        self._told.setText("\n".join(lines))
        self._head.setVisible(bool(lines))
        self._told.setVisible(bool(lines))
        self._line.setVisible(bool(lines) or not self.list.isHidden())

    def add_correction(self) -> None:
        """Ask for a correction."""
        self.list.add()

    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self.refused.emit(sentence)

    def _dress(self) -> None:
        side = self._look.px(Space.XL)
        self._column.setContentsMargins(side, self._look.px(Space.L), side, side)
        self._column.setSpacing(self._look.px(Space.M))
