"""The form of a report: what is written for an item, and how far it has come.

How this works: as the item's form; the first thing that is set makes the report. Esc goes back to
the item. Must stay in step: ``domain.reports`` (the fields), ``documents`` (the report's cover).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.dates import spoken, understood_date
from kcsp_desktop.domain.reports import Classification, Report, ReportState
from kcsp_desktop.domain.wording.contacts import contact_line, is_address, understood_contact
from kcsp_desktop.ui.committing import CommitArea, CommitField
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.fields import FieldColumn
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.ui.look import Look

_NO_DATE: Final = "This cannot be read: type the day like 1/3/2024."
_NO_ADDRESS: Final = "This is no e-mail address: it has a name, an @ and a place."
_NO_CONTACT: Final = "A line cannot be read: name, post, e-mail, with commas between."


class ReportForm(QWidget):
    """Everything that is set of an item's report."""

    given = Signal(object, str)  # Report as it would be or None, words for undo
    left = Signal()  # back to the item

    def __init__(self, look: Look) -> None:
        """Build the fields; ``show_report`` fills them."""
        super().__init__()
        self._look = look
        self._report = Report()
        self._is_there = False
        self._today = date.min
        self.heading = Words(look, size=Type.PANEL_TITLE, weight=Weight.TITLE, wrap=True)
        self.heading.setObjectName("reportHeading")
        self.form = FieldColumn(look)
        self._add_lines()
        self.back = Button(look, "Back to the item")
        self.back.setObjectName("reportBack")
        self.away = Button(look, "Take the report away")
        self.away.setObjectName("reportAway")
        self._wire()
        self._lay_out()

    def _add_lines(self) -> None:
        look, add = self._look, self.form.add_field
        self.state = Choice(look, [(one, str(one).capitalize()) for one in ReportState])
        self.deadline = CommitField(look, hint="1/3/2024", tabular=True)
        self.by = CommitArea(look, lines=2, hint="Name - Title, Organisation; one a line")
        self.email = CommitField(look, hint="name@council.gov.uk")
        self.classification = Choice(look, [(one, str(one)) for one in Classification])
        self.subject = CommitField(look)
        self.summary = CommitArea(look, lines=3)
        self.recommendations = CommitArea(look, lines=4, hint="note the report; one a line")
        self.contacts = CommitArea(look, lines=2, hint="Name, post, e-mail; one a line")
        add("reportStateChoice", "How far it has come", self.state)
        add("reportDeadline", "Wanted by", self.deadline, beside=True)
        add("reportBy", "By", self.by)
        add("reportEmail", "Author's e-mail, for a reminder", self.email)
        add("reportClass", "Classification", self.classification, stretch=2)
        add("reportSubject", "Subject", self.subject, beside=True, stretch=3)
        add("reportSummary", "Summary", self.summary)
        add(
            "reportRecommendations",
            "Recommendations: the meeting is asked to",
            self.recommendations,
        )
        add("reportContacts", "For further information", self.contacts)

    def _wire(self) -> None:
        self.state.activated.connect(self._on_state)
        self.deadline.settled.connect(self._on_deadline)
        self.by.settled.connect(
            lambda text: self._give("authors", lambda one: replace(one, by=_lines(text)))
        )
        self.email.settled.connect(self._on_email)
        self.classification.activated.connect(self._on_classification)
        self.subject.settled.connect(
            lambda text: self._give("subject", lambda one: replace(one, subject=text))
        )
        self.summary.settled.connect(
            lambda text: self._give("summary", lambda one: replace(one, summary=text))
        )
        self.recommendations.settled.connect(
            lambda text: self._give(
                "recommendations", lambda one: replace(one, recommendations=_lines(text))
            )
        )
        self.contacts.settled.connect(self._on_contacts)
        self.back.clicked.connect(self.left)
        self.away.clicked.connect(self._on_away)

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.back)
        self._buttons.addWidget(self.away)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.form)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1)
        self._look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        side = self._look.px(Space.XL)
        self._column.setContentsMargins(side, self._look.px(Space.L), side, side)
        self._column.setSpacing(self._look.px(Space.M))
        self._buttons.setSpacing(self._look.px(Space.M))

    def show_report(self, item: AgendaItem, code: str, today: date) -> None:
        """Show the report of an item, or an empty form where it has none."""
        heading = f"Report for {code}  {item.title}".rstrip()
        if heading != self.heading.text():
            for field in self.form.fields.values():
                field.show_wrong("")
        self.heading.setText(heading)
        self._is_there, self._today = item.report is not None, today
        report = self._report = item.report or Report()
        self.state.choose(report.state)
        day = date.fromisoformat(report.deadline) if report.deadline else None
        self.deadline.show_text(spoken(day) if day else "")
        self.by.show_text("\n".join(report.by))
        self.email.show_text(report.author_email)
        self.classification.choose(report.classification)
        self.subject.setPlaceholderText(item.title)
        self.subject.show_text(report.subject)
        self.summary.show_text(report.summary)
        self.recommendations.show_text("\n".join(report.recommendations))
        self.contacts.show_text("\n".join(map(contact_line, report.contacts)))
        self.away.setVisible(self._is_there)

    def begin(self) -> None:
        """Go to the first field."""
        self.state.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the item by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- what was set ----------------------------------------------------------------------

    def _give(self, what: str, change: Callable[[Report], Report]) -> None:
        new = change(self._report)
        if new != self._report or not self._is_there:
            self.given.emit(new, f"set {what} of a report")

    def _on_state(self) -> None:
        state = ReportState(self.state.chosen())
        came = self._report.received_on or self._today.isoformat()
        here = state is ReportState.RECEIVED
        self._give("state", lambda one: replace(one, state=state, received_on=came if here else ""))

    def _on_classification(self) -> None:
        self._give(
            "class",
            lambda one: replace(one, classification=Classification(self.classification.chosen())),
        )

    def _on_deadline(self, text: str) -> None:
        day = understood_date(text.split(" ", 1)[-1] if text[:1].isalpha() else text)
        day = day or understood_date(text)
        if text and day is None:
            self.deadline.restore()
            self.form.fields["reportDeadline"].show_wrong(_NO_DATE)
            return
        self.form.fields["reportDeadline"].show_wrong("")
        self.deadline.restore()  # "1/3/24" is shown as the day again, even where nothing changes
        iso = day.isoformat() if day else ""
        self._give("deadline", lambda one: replace(one, deadline=iso))

    def _on_email(self, text: str) -> None:
        if text and not is_address(text):
            self.email.restore()
            self.form.fields["reportEmail"].show_wrong(_NO_ADDRESS)
            return
        self.form.fields["reportEmail"].show_wrong("")
        self._give("e-mail", lambda one: replace(one, author_email=text))

    def _on_contacts(self, text: str) -> None:
        found = [understood_contact(line) for line in _lines(text)]
        known = tuple(one for one in found if one is not None)
        if len(known) < len(found):
            self.form.fields["reportContacts"].show_wrong(_NO_CONTACT)
            return
        self.form.fields["reportContacts"].show_wrong("")
        self._give("contacts", lambda one: replace(one, contacts=known))

    def _on_away(self) -> None:
        self.given.emit(None, "take a report away")
        self.left.emit()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
