"""What the calendar asks of a meeting, in lines: the notice before it, what is due after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.lifecycle import NOT_HELD, MeetingState
from kcsp_desktop.domain.notice import notice, said, said_of, targets
from kcsp_desktop.importing.bank_holidays import bank_holidays
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.kit.words import IconWords
from kcsp_desktop.ui.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.notice import Notice
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.theme import Role

    Line = tuple[str, Role, str]


class NoticeLines(QWidget):
    """A line each; empty until the bank holidays are there, so that nothing wrong is said."""

    told = Signal(object)  # Notice or None: what was asked for is known now

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        """Start with nothing; ``today`` is asked each time."""
        super().__init__()
        self.setObjectName("noticeLines")
        self._look, self._today = look, today
        self._shown: tuple[Body, Meeting] | None = None
        self._holidays: dict[int, frozenset[date]] = {}
        self._task: Task | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lines = tuple(IconWords(look, wrap=True) for _ in range(3))
        for line in self._lines:
            self._column.addWidget(line)
        look.changed.connect(self._dress)
        self._dress()

    def show_meeting(self, body: Body, meeting: Meeting) -> None:
        """Show how it stands with that meeting today; the answer may be a moment in coming."""
        self._shown = (body, meeting)
        year = meeting.details.date.year
        if year in self._holidays:
            self._show(self._holidays[year])
            return
        self._show(None)
        # The library is loaded with the first question: never on the window's thread.
        self._task = Task(partial(bank_holidays, year), self)
        self._task.done.connect(partial(self._on_holidays, year))
        self._task.start()

    def words(self) -> tuple[str, ...]:
        """Return the lines shown."""
        return tuple(line.words() for line in self._lines if not line.isHidden())

    def _on_holidays(self, year: int, holidays: frozenset[date]) -> None:
        self._holidays[year] = holidays
        if self._shown is not None and self._shown[1].details.date.year == year:
            self._show(holidays)
            self.told.emit(self.notice())

    def notice(self) -> Notice | None:
        """Return how it stands with the clear days, ``None`` where that is not known (yet)."""
        if self._shown is None:
            return None
        body, meeting = self._shown
        holidays = self._holidays.get(meeting.details.date.year)
        if holidays is None:
            return None
        return notice(meeting, body.notice, self._today(), holidays)

    def _show(self, holidays: frozenset[date] | None) -> None:
        lines: tuple[Line, ...] = ()
        if holidays is not None and self._shown is not None:
            today = self._today()
            lines = lines_of(*self._shown, today, holidays)
        for place, shown in enumerate(self._lines):
            shown.setVisible(place < len(lines))
            if place < len(lines):
                icon, role, words = lines[place]
                shown.show_state(icon, words, role)
        self.setVisible(bool(lines))

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.XS))


def lines_of(
    body: Body, meeting: Meeting, today: date, holidays: frozenset[date]
) -> tuple[Line, ...]:
    """Return shape, colour and words of each line.

    Of a meeting that was held the notice is told where it is known when the agenda went out.
    """
    found = notice(meeting, body.notice, today, holidays)
    lines: list[Line] = []
    if meeting.state is MeetingState.CANCELLED:
        return ()
    if found is not None and (meeting.state in NOT_HELD or found.issued is not None):
        late = bool(found.short) if found.issued is not None else found.left < 0
        lines.append(("warn" if late else "calendar", "warn" if late else "ink2", said(found)))
    for target in targets(body, meeting, holidays):
        late = not target.done and today > target.by
        icon = "done" if target.done else "warn" if late else "clock"
        role: Role = "ok" if target.done else "warn" if late else "ink2"
        lines.append((icon, role, said_of(target, today)))
    return tuple(lines)
