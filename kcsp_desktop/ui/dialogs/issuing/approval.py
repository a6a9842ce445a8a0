"""The approval of the last notes at their item: who presides, which corrections, how it reads."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kcsp_desktop.domain.attendance import HERE_AS_MEMBER
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.wording.approving import (
    Approving,
    approval_text,
    office_of,
    presiding,
)
from kcsp_desktop.store.lock import login
from kcsp_desktop.ui.dialogs.issuing.corrections import CorrectionList
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.suggesting import SuggestingField
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Type, Weight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.life import Amendment
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.ui.dialogs.issuing.corrections import Corrections
    from kcsp_desktop.ui.look import Look


class ApprovalDialog(QuestionDialog):
    """Asks for an approval; ``given`` carries what is known of it.

    A correction that is added here is recorded at once: that it was asked for stays true whatever
    becomes of the approval.
    """

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        corrections: Corrections,
        meeting: Meeting,
        item: AgendaItem,
        parent: QWidget,
    ) -> None:
        """``corrections`` are those of the meeting whose record is up."""
        self._corrections, self._at, self._item = corrections, meeting, item
        body = corrections.workspace.record.body_of(meeting)
        day = printed(corrections.meeting.details.date)
        word = body.record_word.lower()
        super().__init__(
            look, f"Approve the {word} of the meeting held on {day}?", "Approve them", parent
        )
        self.setObjectName("approvalDialog")
        row = presiding(meeting)
        here = [one.name for one in meeting.attendance if one.capacity in HERE_AS_MEMBER]
        self._presides = SuggestingField(look, here, row.name if row else "")
        self.add_field("approvalPresides", "&Presided by", self._presides)
        self.list = CorrectionList(look, corrections)
        self.form.add_widget(self.list)
        # Its rows know their height only once they have a width, which is after it is shown.
        self.list.fitted.connect(self._grow, Qt.ConnectionType.QueuedConnection)
        self.form.add_widget(Words(look, "The item will say", size=Type.SECOND, weight=Weight.NAME))
        self._reads = Words(look, "", wrap=True)
        self._reads.setObjectName("approvalReads")
        self.form.add_widget(self._reads)
        self._presides.textChanged.connect(self._show)
        corrections.ask_over(self)
        corrections.changed.connect(self._on_corrections)
        self.set_check(self._wrong_now)
        self.accepted.connect(self._on_accepted)
        self._show()

    def _asked(self) -> tuple[Amendment, ...]:
        amendments = self._corrections.meeting.amendments
        return tuple(one for one in amendments if one.meeting_id is None)

    def _signing(self) -> str:
        body = self._corrections.workspace.record.body_of(self._at)
        return office_of(body, self._at, self._presides.text().strip())

    def _show(self) -> None:
        self.list.refresh()
        record = self._corrections.workspace.record
        meeting = self._corrections.meeting
        self._reads.setText(approval_text(record, meeting, self._asked(), self._signing()))
        self._grow()

    def _on_corrections(self) -> None:
        """Show them, and be ready for the deed."""
        self._show()
        self.main_button.setFocus()

    def _wrong_now(self) -> str:
        return "" if self._presides.text().strip() else "Say who presided."

    def _on_accepted(self) -> None:
        self.given.emit(
            Approving(
                meeting=self._at,
                item=self._item,
                earlier=self._corrections.meeting,
                corrections=self._asked(),
                presiding=self._presides.text().strip(),
                signing=self._signing(),
                at=datetime.now().astimezone().isoformat(timespec="seconds"),
                who=login(),
            )
        )
