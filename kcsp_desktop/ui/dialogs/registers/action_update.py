"""What was said of an action, or what came of it: one action, or several at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.actions import Action, ActionState, Update
from kcsp_desktop.domain.body import Body, StandingItem
from kcsp_desktop.domain.dates import printed, understood_date
from kcsp_desktop.domain.edits import PutAction, PutBody
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.lifecycle import NOT_HELD
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.registers.actions import closed_states
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.domain.registers.actions import ActionRow
    from kcsp_desktop.ui.look import Look

_MEETINGS = 6  # the latest ones are offered


class UpdateDialog(QuestionDialog):
    """Asks what was said; ``given`` carries the edits."""

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        record: Record,
        rows: tuple[ActionRow, ...],
        today: date,
        parent: QWidget,
    ) -> None:
        """``rows`` are the actions it was said of."""
        super().__init__(look, "What was said of it?", "Add the update", parent,
                         explanation=_named(rows))  # fmt: skip
        self.setObjectName("actionUpdateDialog")
        self._rows = rows
        self._words = TextField(look, hint="For example: a draft has gone to the partners")
        meetings = [
            one
            for one in by_date(record.meetings)
            if one.body_id == rows[0].body_id and one.state not in NOT_HELD
        ][-_MEETINGS:]
        self._days = {str(one.id): one.details.date for one in meetings}
        offered = [(key, f"the meeting of {printed(day)}") for key, day in self._days.items()]
        self._meeting = Choice(look, [("", "no meeting"), *reversed(offered)])
        self._day = TextField(look, printed(today))
        self._sleeps = TextField(look, hint="Leave it empty, or a date until which to say nothing")
        self.add_field("updateWords", "&What was said", self._words)
        self.add_field("updateMeeting", "&At", self._meeting)
        self.add_field("updateDay", "&On", self._day)
        self.add_field("updateSleeps", "&Dormant until", self._sleeps)
        self._meeting.currentIndexChanged.connect(self._take_day)
        self.set_check(self._missing)
        self.accepted.connect(lambda: self.given.emit(tuple(self._edits())))

    def _take_day(self) -> None:
        day = self._days.get(self._meeting.chosen())
        if day is not None:
            self._day.setText(printed(day))

    def _missing(self) -> str:
        if not self._words.text().strip():
            return "Say what was said."
        if understood_date(self._day.text()) is None:
            return "On: write a date, for example 9 July 2026."
        if self._sleeps.text().strip() and understood_date(self._sleeps.text()) is None:
            return "Dormant until: write a date, for example 1 September 2026, or leave it empty."
        return ""

    def _edits(self) -> Iterator[Edit]:
        day, sleeps = understood_date(self._day.text()), understood_date(self._sleeps.text())
        if day is None:
            return
        update = Update(
            day=day.isoformat(),
            text=" ".join(self._words.text().split()),
            meeting_id=MeetingId(self._meeting.chosen()) if self._meeting.chosen() else None,
        )
        for row in self._rows:
            action = replace(row.action, updates=(*row.action.updates, update))
            if sleeps is not None:
                action = replace(action, dormant_until=sleeps.isoformat())
            yield PutAction(meeting_id=row.meeting_id, action=action)


class CloseDialog(QuestionDialog):
    """Asks what came of it; ``given`` carries the edits. One that stays changes the pattern."""

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        record: Record,
        rows: tuple[ActionRow, ...],
        today: date,
        parent: QWidget,
    ) -> None:
        """``rows`` are the actions to close."""
        super().__init__(look, "What came of it?", "Close it", parent, explanation=_named(rows))
        self.setObjectName("actionCloseDialog")
        self._record, self._rows = record, rows
        states = [(str(state), str(state).capitalize()) for state in closed_states()]
        self._state = Choice(look, states)
        self._words = TextField(look, hint="For example: sent to all partners")
        self._day = TextField(look, printed(today))
        self.add_field("closeState", "&How it ends", self._state)
        self.add_field("closeWords", "&What came of it", self._words)
        self.add_field("closeDay", "&On", self._day)
        self.set_check(self._missing)
        self.accepted.connect(lambda: self.given.emit(tuple(self._edits())))

    def _missing(self) -> str:
        if not self._words.text().strip():
            return "Say what came of it: an action is not closed without that."
        if understood_date(self._day.text()) is None:
            return "On: write a date, for example 9 July 2026."
        return ""

    def _edits(self) -> Iterator[Edit]:
        day = understood_date(self._day.text())
        if day is None:
            return
        state = ActionState(self._state.chosen())
        for row in self._rows:
            action = replace(
                row.action,
                state=state,
                note=" ".join(self._words.text().split()),
                closed_on=day.isoformat(),
            )
            yield PutAction(meeting_id=row.meeting_id, action=action)
        if state is ActionState.STANDING:
            yield from self._standing()

    def _standing(self) -> Iterator[Edit]:
        """Put what stays into the pattern of its body, in the section where it was agreed."""
        bodies: dict[str, Body] = {}
        for row in self._rows:
            body = bodies.get(row.body_id) or self._record.body(row.body_id)
            if body is not None:
                bodies[row.body_id] = replace(
                    body, standing=(*body.standing, _stays(row, row.action))
                )
        for body in bodies.values():
            yield PutBody(body=body)


def _stays(row: ActionRow, action: Action) -> StandingItem:
    return StandingItem(section=row.code[:1] or "B", title=action.text, decided=row.reference)


def _named(rows: tuple[ActionRow, ...]) -> str:
    first = rows[0].action.text
    return first if len(rows) == 1 else f"{first} — and {len(rows) - 1} more"
