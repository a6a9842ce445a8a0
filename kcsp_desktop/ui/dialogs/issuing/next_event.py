"""What happens next to a meeting: what stands in the way, what is confirmed, what is closed then.

How this works: the dialog offers the events of the state. For the one chosen it shows what must be
put right (Enter goes there), what is worth a look and has to be confirmed, and asks what the event
needs: when the meeting ended, when the notes were signed, why something is recalled. The rules are
the domain's (``checks.guard``, ``lifecycle``); what is given are edits of one change.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.checks import Level, guard
from kcsp_desktop.domain.dates import printed, printed_time, understood_date, understood_time
from kcsp_desktop.domain.edits import Advance, SetDetails, Sign
from kcsp_desktop.domain.lifecycle import (
    BY_ITS_OWN_DEED,
    Event,
    advance,
    closed_by,
    events,
    worded,
)
from kcsp_desktop.domain.wording.story import confirmed
from kcsp_desktop.store.lock import login
from kcsp_desktop.ui.dialogs.issuing.findings import finding_deeds
from kcsp_desktop.ui.kit.cards import DeedList
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Measure, Type

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.checks import Finding
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.notice import Notice
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look

_WHY = frozenset(
    {Event.RECALL_AGENDA, Event.RECALL_NOTES, Event.RESUME, Event.CANCEL, Event.REINSTATE}
)
_TIME = "This cannot be read: type it like 12.10 pm or 12:10."
_DAY = "This cannot be read: type it like 14 March 2024."


class NextEventDialog(QuestionDialog):
    """Asks what happens; ``given`` carries the edits and words, ``wanted`` a finding to go to."""

    given = Signal(object, str)
    wanted = Signal(object)

    def __init__(
        self, look: Look, record: Record, meeting: Meeting, now: datetime, parent: QWidget
    ) -> None:
        """``now`` is when it is asked."""
        super().__init__(look, "What happens next?", "", parent)
        self._record, self._meeting, self._now = record, meeting, now
        self._record_word = record.body_of(meeting).record_word
        self._notice: Notice | None = None
        self._found: dict[str, Finding] = {}
        self._looks: tuple[Finding, ...] = ()
        self._add_fields()
        self._effect = Words(look, "", role="ink2", size=Type.SECOND, wrap=True)
        self._effect.setObjectName("eventEffect")
        self.findings = DeedList(look, row=Measure.ROW_DEED)
        self.findings.setObjectName("eventFindings")
        self.findings.setAccessibleName("What stands before it")
        self.findings.chosen.connect(self._on_finding)
        self._confirm = CheckBox(look, "I have looked at what is worth a look")
        self._confirm.setObjectName("eventConfirmed")
        for widget in (self._effect, self.findings, self._confirm):
            self.form.add_widget(widget)
        self._choice.currentTextChanged.connect(self._show)
        self.set_check(self._wrong_now)
        self.accepted.connect(self._on_accepted)
        self._show()

    def _add_fields(self) -> None:
        offered = [(str(one), self._words(one)) for one in events(self._meeting.state)]
        self._choice = Choice(self._look, offered)
        self._choice.setObjectName("nextEvent")
        end = self._meeting.details.end
        here = self._now.date() == self._meeting.details.date
        shown = end or (self._now.time() if here else None)
        self._ended = TextField(self._look, printed_time(shown) if shown else "")
        self._signed = TextField(self._look, printed(self._now.date()))
        self._why = TextField(self._look, hint="It is kept with what has happened")
        now = worded(str(self._meeting.state), self._record_word)
        self.add_field("event", f"Now: {now}", self._choice)
        self.add_field("eventEnded", "It &ended at", self._ended)
        self.add_field("eventSigned", "&Signed on", self._signed)
        self.add_field("eventWhy", "&Why", self._why)
        self._ended.textChanged.connect(self._show)

    def show_notice(self, notice: Notice | None) -> None:
        """Take how it stands with the clear days; it may be known only after a moment."""
        self._notice = notice
        self._show()

    @property
    def event_chosen(self) -> Event:
        """The event chosen."""
        return Event(self._choice.chosen())

    def _words(self, event: Event) -> str:
        """Return an event as the body would say it."""
        return worded(str(event), self._record_word).capitalize()

    def _end(self) -> Meeting:
        """Return the meeting as it would be with the end that is typed."""
        at = understood_time(self._ended.text())
        if self.event_chosen is not Event.END or at is None:
            return self._meeting
        return replace(self._meeting, details=replace(self._meeting.details, end=at))

    def _show(self) -> None:
        event = self.event_chosen
        found = [
            one
            for one in guard(self._record, self._end(), event, self._notice)
            if one.check != "end"  # it has a field here
        ]
        self._looks = tuple(one for one in found if one.level is Level.LOOK)
        deeds, self._found = finding_deeds(found)
        self.findings.set_deeds(deeds)
        self.findings.setVisible(bool(deeds))
        self._confirm.setVisible(bool(self._looks))
        self._effect.setText(self._said_of(event))
        self._effect.setVisible(bool(self._effect.text()))
        for name, shown in (
            ("eventEnded", event is Event.END),
            ("eventSigned", event is Event.SIGN),
            ("eventWhy", event in _WHY),
        ):
            self.form.fields[name].setVisible(shown)
        self.main_button.setText(self._words(event))
        self.main_button.setAccessibleName(self._words(event))
        self._grow()

    def _said_of(self, event: Event) -> str:
        if event is Event.APPROVE:
            return worded(BY_ITS_OWN_DEED[event], self._record_word)
        return closed_by(self._meeting.state, advance(self._meeting.state, event))

    def _on_finding(self, key: str) -> None:
        finding = self._found.get(key)
        if finding is not None:
            self.reject()
            self.wanted.emit(finding)

    def _wrong_now(self) -> str:
        """Say why it cannot happen, or nothing."""
        event = self.event_chosen
        must = [one for one in self._found.values() if one.level is Level.MUST]
        if event is Event.APPROVE:
            way = "Open the later meeting, its item of the last notes, and press Ctrl+Shift+Q."
            return worded(way, self._record_word)
        if event is Event.END and understood_time(self._ended.text()) is None:
            return _TIME if self._ended.text().strip() else "Say when the meeting ended."
        if event is Event.SIGN and understood_date(self._signed.text()) is None:
            return _DAY
        if must:
            return f"{must[0].what}: put it right first. Enter on its line goes there."
        if self._looks and not self._confirm.isChecked():
            return "Look at what is listed, then tick the box."
        return ""

    def _on_accepted(self) -> None:
        event, meeting = self.event_chosen, self._meeting
        at, who = self._now.isoformat(timespec="seconds"), login()
        edits: list[Edit] = []
        if event is Event.SIGN:
            day = understood_date(self._signed.text()) or date.min
            edits.append(Sign(meeting_id=meeting.id, day=day.isoformat(), at=at, who=who))
        else:
            if self._end() != meeting:
                edits.append(SetDetails(meeting_id=meeting.id, details=self._end().details))
            note = confirmed(self._looks, self._why.text() if event in _WHY else "")
            edits.append(Advance(meeting_id=meeting.id, event=event, at=at, who=who, note=note))
        self.given.emit(tuple(edits), str(event))
