"""The approval of the last notes from their item on the Minutes page."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.lifecycle import APPROVED_ON, MeetingState
from kcsp_desktop.domain.planning.pattern import notes_up
from kcsp_desktop.domain.wording.approving import approval_edits
from kcsp_desktop.ui.dialogs.issuing.approval import ApprovalDialog
from kcsp_desktop.ui.dialogs.issuing.corrections import Corrections

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.wording.approving import Approving
    from kcsp_desktop.ui.pages.minutes.hand import Hand
    from kcsp_desktop.ui.pages.page import Page
    from kcsp_desktop.ui.sheet.sheet import MinuteSheet


class ApprovingNotes(QObject):
    """The command that approves; both meetings change in one step."""

    def __init__(self, page: Page, hand: Hand, sheet: MinuteSheet) -> None:
        """``page`` submits, tells and is the dialog's parent."""
        super().__init__(page)
        self._page, self._hand, self._sheet = page, hand, sheet

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands by name."""
        return {"approve-notes": self.ask}

    def ask(self) -> None:
        """Ask how the last notes are approved, at the item that puts them up."""
        meeting, item, record = self._hand.meeting, self._hand.item, self._hand.workspace.record
        if meeting is None or item is None:
            return
        earlier = notes_up(record, meeting, item)
        why, todo = self._why_not(earlier)
        if earlier is None or why:
            self._page.notice.emit("info", why, todo)
            return
        corrections = Corrections(
            self._page.look, self._hand.workspace, earlier.id, "minutes", self._page
        )
        dialog = ApprovalDialog(self._page.look, corrections, meeting, item, self._page)
        dialog.given.connect(self._approve)
        dialog.finished.connect(lambda _: corrections.deleteLater())
        dialog.finished.connect(lambda _: self._sheet.setFocus())
        dialog.open()

    def _why_not(self, earlier: Meeting | None) -> tuple[str, str]:
        """Say why nothing can be approved here, and what to do; or nothing."""
        if earlier is None:
            return "No notes are up for approval at this item.", "Go to the item of the last notes."
        day = printed(earlier.details.date)
        if earlier.state in APPROVED_ON:
            return f"The notes of {day} are {earlier.state} already.", ""
        if earlier.state is not MeetingState.CIRCULATED:
            return (
                f"The notes of {day} are not circulated yet.",
                "Open that meeting, Ctrl+Shift+S circulates them.",
            )
        return "", ""

    def _approve(self, what: Approving) -> None:
        record = self._hand.workspace.record
        edits = approval_edits(record, what, lambda: str(uuid.uuid4()))
        place = self._hand.place(self._sheet.caret())
        if self._page.submit(*edits, text="approve the notes", place=place):
            day = printed(what.earlier.details.date)
            words = f"The notes of {day} are approved."
            self._page.notice.emit("info", words, "Ctrl+Z takes it back.")
