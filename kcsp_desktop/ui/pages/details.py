"""The Details page: when, where and under whom, and how the heading will read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.changes import Changes
from kcsp_desktop.domain.dates import (
    printed_time,
    spoken,
    understood_date,
    understood_time,
)
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.edits import SetDetails
from kcsp_desktop.domain.errors import KcspError, RuleBroken
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.numbering import first_number
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.planning.moving import moved_words
from kcsp_desktop.ui.committing import CommitField
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.cards import Card
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.fields import Field, FieldColumn
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.words import Hairline, Words
from kcsp_desktop.ui.pages.forward_plan.deeds import PlanningDeeds
from kcsp_desktop.ui.pages.notice_lines import NoticeLines
from kcsp_desktop.ui.pages.page import Page
from kcsp_desktop.ui.theme import Narrow, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.domain.meeting import Details
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_DATE, _TIME = "18 November 2021 or 18/11/21", "10.00 am or 14:30"
_PANEL = 366  # width of the right column, pixels at 100 %, as on the Attendance page
_LINES = (
    ("date", "detailsDate", "Date", False),
    ("start", "detailsStart", "Starts", True),
    ("end", "detailsEnd", "Ended", True),
    ("venue", "detailsVenue", "Venue", True),
    ("contact", "detailsContact", "Ask for", False),
    ("contact_phone", "detailsPhone", "Telephone", True),
    ("contact_email", "detailsEmail", "E-mail", True),
    ("first_number", "detailsFirstNumber", "Number of the first minute", False),
    ("first_number_reason", "detailsNumberReason", "Why this number", True),
)


class DetailsPage(Page):
    """A form whose fields are kept when they are left, each as one undoable change."""

    name = "details"

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the form and the preview."""
        super().__init__(workspace, look)
        self.deeds = PlanningDeeds(self)
        self.form = FieldColumn(look)
        self._lines: dict[str, CommitField] = {}
        self._number_typed = ""
        for field, key, label, beside in _LINES:
            if field == "venue":
                self._add_mode()
            line = self._lines[field] = CommitField(look)
            self.form.add_field(key, label, line, beside=beside, stretch=2)
            line.settled.connect(lambda text, field=field: self._on_line(field, text))
        self._series = Words(look, role="ink2", size=Type.SECOND, wrap=True)
        self.form.add_widget(self._series)
        self._moved = Words(look, role="ink2", size=Type.SECOND, wrap=True)
        self._moved.setObjectName("detailsMoved")
        self._move = Button(look, "Move the meeting…")
        self._move.setObjectName("detailsMove")
        self._move.clicked.connect(lambda: self.deeds.move(self.meeting))
        self._missing = Words(look, role="warn", wrap=True)
        self.notice_lines = NoticeLines(look, self.workspace.today)
        self._preview = Words(look, wrap=True)
        self._preview.setObjectName("detailsPreview")
        self._lay_out()

    def _add_mode(self) -> None:
        self._mode = Choice(self.look, [(mode, str(mode).capitalize()) for mode in Mode])
        self.form.add_field("detailsMode", "Mode", self._mode, stretch=2)
        self._mode.activated.connect(lambda: self._change("mode", Mode(self._mode.chosen())))

    def _lay_out(self) -> None:
        look = self.look
        left, right = QWidget(), QWidget()
        column = self._column = QVBoxLayout(left)
        column.addWidget(Words(look, "Details", size=Type.PAGE_TITLE, weight=Weight.TITLE))
        column.addWidget(self.form)
        column.addWidget(self._moved)
        column.addWidget(self._move)
        column.addWidget(self._missing)
        column.addWidget(self.notice_lines)
        column.addStretch(1)
        panel = self._panel = QVBoxLayout(right)
        panel.addWidget(Words(look, "As it will be printed", weight=Weight.TITLE))
        card = Card(look)
        card.column.addWidget(self._preview)
        panel.addWidget(card)
        panel.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(left)
        row.setSpacing(0)
        self._line = Hairline(look, upright=True)
        row.addWidget(self._scroll, 1)
        row.addWidget(self._line)
        row.addWidget(right)
        self._right = right
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = self.look.px
        side = px(Space.XL)
        self._column.setContentsMargins(side, px(Space.L), side, side)
        self._column.setSpacing(px(Space.M))
        self._panel.setContentsMargins(px(Space.L + Space.XS), px(Space.L), side, side)
        self._panel.setSpacing(px(Space.M))

    def refresh(self, changes: Changes) -> None:
        """Show the details as they are now."""
        meeting = self.meeting
        if meeting is None:
            return
        details = meeting.details
        for field, line in self._lines.items():
            line.show_text(_shown(details, field))
        self._mode.choose(details.mode)
        following = first_number(
            self.workspace.record,
            replace(meeting, details=replace(details, first_number=0)),
        )
        own = details.first_number
        self._series.setText(
            f"Set by you; the series would go on at {following}." if own
            else f"Empty: the series goes on at {following}.",
        )  # fmt: skip
        without = details.mode is not Mode.ONLINE and not details.venue.strip()
        self._missing.setText("Without a venue the notes cannot be made." if without else "")
        moved = moved_words(meeting)
        self._moved.setText("\n".join(moved))
        self._moved.setVisible(bool(moved))
        self._missing.setVisible(without)
        self._preview.setText(self._heading())
        self.notice_lines.show_meeting(self.workspace.record.body_of(meeting), meeting)
        self._share_room()

    def _heading(self) -> str:
        # The documents' room is light; python-docx is not imported by this.
        from kcsp_desktop.documents.record import opening

        meeting = self.meeting
        if meeting is None:
            return ""
        try:
            return opening(edition(self.workspace.record, meeting, Audience.RESTRICTED))
        except KcspError as error:
            return f"{error.what} {error.where}"

    def _on_line(self, field: str, text: str) -> None:
        value: Any = text
        if field in ("date", "start", "end"):
            value = understood_date(text) if field == "date" else understood_time(text)
            if value is None and (text or field == "date"):
                example = _DATE if field == "date" else _TIME
                self._refuse(field, f"This cannot be read: type it like {example}.")
                return
        elif field in ("first_number", "first_number_reason"):
            self._on_number(field, text)
            return
        self._change(field, value)

    def _on_number(self, field: str, text: str) -> None:
        """Keep number and reason together: a number waits for its reason."""
        meeting = self.meeting
        if meeting is None:
            return
        details = meeting.details
        if field == "first_number":
            if text and not (text.isascii() and text.isdigit() and int(text)):
                self._refuse(field, "A number is written in figures, or empty to go on.")
                return
            number, reason = int(text or 0), details.first_number_reason
            if number and not reason.strip():
                self._number_typed = text
                self._field("first_number_reason").show_wrong("Say why, and both are kept.")
                return
        else:
            number, reason = int(self._number_typed or details.first_number), text
        self._number_typed = ""
        if not number:
            reason = ""
        new = replace(details, first_number=number, first_number_reason=reason)
        self._set(new, field)

    def _change(self, field: str, value: object) -> None:
        meeting = self.meeting
        if meeting is not None and getattr(meeting.details, field) != value:
            self._set(replace(meeting.details, **{field: value}), field)  # type: ignore[arg-type]  # a field of Details by _LINES

    def _set(self, details: Details, field: str) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        edit = SetDetails(meeting_id=meeting.id, details=details)
        try:
            apply_all(self.workspace.record, (edit,))
        except RuleBroken as error:
            self._refuse(field, str(error))
            return
        for shown in self.form.fields.values():
            shown.show_wrong("")
        self.submit(edit, text="details")
        self.refresh(Changes())

    def _field(self, name: str) -> Field:
        key = next((key for field, key, _, _ in _LINES if field == name), "detailsMode")
        return self.form.fields[key]

    def _refuse(self, field: str, sentence: str) -> None:
        if field in self._lines:
            self._lines[field].restore()
        self._field(field).show_wrong(sentence)

    def focus_first(self) -> None:
        """Begin with the date."""
        self._lines["date"].setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return the form."""
        return (self._lines["date"],)

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of a form."""
        return (("Tab", "Next field"), ("Enter", "Keep"), ("Esc", "As it was"))

    def keys(self) -> tuple[str, ...]:
        """Return the ways on."""
        return ("page-attendance", "page-agenda", "page-minutes", "all-keys")

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the deeds about the meeting's day."""
        return {
            "move-meeting": lambda: self.deeds.move(self.meeting),
            "future-dates": lambda: self.deeds.future_dates(self.meeting),
            "take-dates": lambda: self.deeds.take_dates(self.meeting),
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        wide = self.look.effective(self.width()) >= Narrow.OUTLINE
        self._right.setVisible(wide)
        self._line.setVisible(wide)
        self._right.setFixedWidth(self.look.px(_PANEL))


def _shown(details: Details, field: str) -> str:
    value = getattr(details, field)
    if field == "date":
        return spoken(value)
    if field in ("start", "end"):
        return printed_time(value) if value else ""
    if field == "first_number":
        return str(value) if value else ""
    return str(value)
