"""The corrections of a meeting's record: those asked for, and those that were agreed.

How this works: ``Corrections`` knows the meeting and changes the list through the workspace;
``CorrectionList`` shows it, on the Issue page and in the approval. Before the notes are circulated
there are none: the text itself is changed. Until they are approved each is only asked for; from
then on it was agreed at a later meeting, and the text stays as it is (house-format 10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.edits import SetAmendments
from kcsp_desktop.domain.lifecycle import APPROVED_ON, MeetingState
from kcsp_desktop.domain.record import earlier_meetings
from kcsp_desktop.domain.wording.approving import correction_told
from kcsp_desktop.ui.dialogs.issuing.correction import CorrectionDialog
from kcsp_desktop.ui.kit.buttons import WordButton
from kcsp_desktop.ui.kit.rows import Cell, Row, RowsModel
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Type, Weight
from kcsp_desktop.ui.workspace import Place, Submission

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.domain.ids import MeetingId
    from kcsp_desktop.domain.life import Amendment
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace


class Corrections(QObject):
    """The corrections of one meeting."""

    changed = Signal()

    def __init__(
        self, look: Look, workspace: Workspace, meeting_id: MeetingId, page: str, parent: QWidget
    ) -> None:
        """``page`` is where undo goes back to; ``parent`` is that of the dialogs."""
        super().__init__(parent)
        self.look, self.workspace = look, workspace
        self._meeting_id, self._page, self._parent = meeting_id, page, parent

    def ask_over(self, parent: QWidget) -> None:
        """Open dialogs over that widget from now on."""
        self._parent = parent

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now; it is there for as long as it is looked at."""
        found = self.workspace.record.meeting(self._meeting_id)
        if found is None:
            raise LookupError(self._meeting_id)
        return found

    @property
    def closed(self) -> bool:
        """Whether nothing can be corrected yet: the text itself is changed."""
        return self.meeting.state not in {MeetingState.CIRCULATED, *APPROVED_ON}

    def later(self) -> tuple[Meeting, ...]:
        """Return the meetings that may agree a correction of an approved record."""
        if self.meeting.state not in APPROVED_ON:
            return ()
        return tuple(
            one
            for one in self.workspace.record.meetings
            if one.body_id == self.meeting.body_id
            and self.meeting in earlier_meetings(self.workspace.record, one)
            and one.state is not MeetingState.CANCELLED
        )

    def ask(self, correction: Amendment | None = None) -> str:
        """Ask for a correction, or for what has changed in one; say why not, or nothing."""
        if self.closed:
            return "The notes are not circulated yet: change the text itself."
        if correction is not None and correction.meeting_id is not None:
            return "It was agreed and stays as it is: record another correction."
        later = self.later()
        if self.meeting.state in APPROVED_ON and not later:
            return "The notes are approved, and no later meeting is there to agree a correction."
        dialog = CorrectionDialog(
            self.look, self.workspace.record, self.meeting, self._parent,
            correction=correction, later=later,
        )  # fmt: skip
        dialog.given.connect(self._put)
        dialog.open()
        return ""

    def remove(self, correction: Amendment) -> None:
        """Take a correction out that was only asked for; a rule refuses the others."""
        rest = tuple(one for one in self.meeting.amendments if one.id != correction.id)
        self._set(rest, "take out a correction")

    def _put(self, correction: Amendment) -> None:
        there = self.meeting.amendments
        if any(one.id == correction.id for one in there):
            new = tuple(correction if one.id == correction.id else one for one in there)
        else:
            new = (*there, correction)
        self._set(new, "correction")

    def _set(self, amendments: tuple[Amendment, ...], text: str) -> None:
        place = Place(page=self._page, meeting_id=self._meeting_id)
        edit = SetAmendments(meeting_id=self._meeting_id, amendments=amendments)
        self.workspace.submit(Submission(edits=(edit,), text=text, before=place, after=place))
        self.changed.emit()

    def told(self, one: Amendment) -> tuple[str, str]:
        """Return a correction in words, and who asked for it or when it was agreed."""
        agreed = self.workspace.record.meeting(one.meeting_id) if one.meeting_id else None
        second = f"asked for by {one.asked_by}" if one.asked_by else "asked for"
        if agreed is not None:
            second = f"{second}, agreed on {printed(agreed.details.date)}"
        return correction_told(one), second


class CorrectionList(QWidget):
    """A head with the deed that adds, and a row each."""

    refused = Signal(str)
    fitted = Signal()  # it has another height now

    def __init__(self, look: Look, corrections: Corrections | None = None) -> None:
        """Show those; without any, nothing until ``show_those`` is called."""
        super().__init__()
        self._look, self._corrections = look, corrections
        head = Words(look, "Corrections", size=Type.SECOND, weight=Weight.NAME)
        self.button = WordButton(look, "Record a correction…", size=Type.SECOND)
        self.button.setObjectName("correctionsAdd")
        self.button.clicked.connect(self.add)
        self._none = Words(look, "", role="ink2", size=Type.SECOND, wrap=True)
        columns = (Column(words="Correction", width=260, stretches=True, lead=True, wraps=True),)
        self.table = Table(look, columns, margins=(Space.M, Space.M), head=False)
        self.table.setObjectName("corrections")
        self.table.setAccessibleName("Corrections")
        self.table.setAccessibleDescription("Ins adds, Enter edits, Del takes out")
        self._model = RowsModel(1, self.table)
        self.table.setModel(self._model)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.insert_pressed.connect(self.add)
        self.table.row_chosen.connect(lambda _: self._edit())
        self.table.delete_pressed.connect(self._remove)
        self.table.verticalHeader().sectionResized.connect(self._fit)
        line = QHBoxLayout()
        line.addWidget(head, 1)
        line.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self._none)
        column.addWidget(self.table)
        look.changed.connect(self._fit)
        self.refresh()

    def show_those(self, corrections: Corrections) -> None:
        """Show the corrections of another meeting."""
        self._corrections = corrections
        self.refresh()

    def refresh(self) -> None:
        """Show them as they are now."""
        rows = [self._row(one) for one in self._all()]
        self._model.set_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self._model.index(0, 0))
        self._none.setText(self._said_of_none())
        self._none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._fit()

    def _all(self) -> tuple[Amendment, ...]:
        return self._corrections.meeting.amendments if self._corrections else ()

    def _row(self, one: Amendment) -> Row:
        assert self._corrections is not None, "there is one"
        words, second = self._corrections.told(one)
        return Row(key=one.id, cells=(Cell(text=f"{words} ({second})"),))

    def _said_of_none(self) -> str:
        if self._corrections is None or self._corrections.closed:
            return "Once the notes are circulated a correction is recorded here, not in the text."
        return "Nobody has asked for a correction."

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ins on the button too: while there are no rows it is all that can be reached."""
        if event.key() == Qt.Key.Key_Insert:
            self.add()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Ask for a correction."""
        if self._corrections is not None:
            self.refused.emit(self._corrections.ask())

    def _in_hand(self) -> Amendment | None:
        place = self.table.currentIndex().row()
        rows = self._all()
        return rows[place] if 0 <= place < len(rows) else None

    def _edit(self) -> None:
        one = self._in_hand()
        if self._corrections is not None and one is not None:
            self.refused.emit(self._corrections.ask(one))

    def _remove(self) -> None:
        one = self._in_hand()
        if self._corrections is not None and one is not None:
            self._corrections.remove(one)

    def _fit(self) -> None:
        """Be as high as the rows."""
        high = sum(self.table.rowHeight(row) for row in range(self._model.rowCount()))
        high += 2 * self._look.px(1)
        if high != self.table.height():
            self.table.setFixedHeight(high)
            self.fitted.emit()
