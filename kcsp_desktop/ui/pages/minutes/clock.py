"""How long an item and the meeting have taken: counted while the meeting is in progress.

How this works: a second is counted for the item in hand while the meeting is in progress and the
window is the one in use. What was counted is put into the record every half minute and when the
item is left; it is no step of undo.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from kcsp_desktop.domain.edits import SetTimes
from kcsp_desktop.domain.lifecycle import MeetingState

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.ui.pages.minutes.hand import Hand

_TICK_MS = 1000
_KEEP_AFTER_S = 30


class ItemClock(QObject):
    """Counts for the item in hand; ``ticked`` tells when a minute shown has changed."""

    ticked = Signal()

    def __init__(self, hand: Hand, in_use: Callable[[], bool], parent: QObject) -> None:
        """``in_use`` tells whether the page is in view and the window the one in use."""
        super().__init__(parent)
        self._hand, self._in_use = hand, in_use
        self._item_id: ItemId | None = None
        self._unkept = 0.0
        self._shown: tuple[str, ...] = ()
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def follow(self) -> None:
        """Count for the item that is in hand now."""
        if self._hand.item_id != self._item_id:
            self.keep()
            self._item_id = self._hand.item_id
            self._since.start()
        meeting = self._hand.meeting
        runs = meeting is not None and meeting.state is MeetingState.IN_PROGRESS
        if runs and not self._timer.isActive():
            self._since.start()
            self._timer.start()
        elif not runs:
            self._timer.stop()

    def pause(self) -> None:
        """Count no more until another item is in hand."""
        self.keep()
        self._timer.stop()
        self.ticked.emit()

    def _tick(self) -> None:
        passed = self._since.restart() / 1000
        if self._in_use() and passed < 10 * _TICK_MS / 1000:  # not the time of a lid shut
            self._unkept += passed
        if self._unkept >= _KEEP_AFTER_S:
            self.keep()
        if self.facts() != self._shown:
            self._shown = self.facts()
            self.ticked.emit()

    def keep(self) -> None:
        """Put what was counted into the record."""
        meeting = self._hand.meeting
        item = meeting.item(self._item_id) if meeting and self._item_id else None
        seconds = int(self._unkept)
        if meeting is None or item is None or not seconds:
            return
        self._unkept -= seconds
        began = item.began or datetime.now().astimezone().isoformat(timespec="seconds")
        edit = SetTimes(
            meeting_id=meeting.id, item_id=item.id, began=began, spent=item.spent + seconds
        )
        self._hand.workspace.note(edit)

    def minutes(self) -> int:
        """Return the whole minutes that the item in hand has taken."""
        item = self._hand.item
        return int((item.spent if item else 0) + self._unkept) // 60

    def facts(self) -> tuple[str, ...]:
        """Return "Item 12 min", "Meeting 0 h 46", where there is anything to tell."""
        meeting = self._hand.meeting
        if meeting is None:
            return ()
        whole = int(sum(item.spent for item in meeting.items) + self._unkept) // 60
        if not whole and not self._timer.isActive():
            return ()
        return f"Item {self.minutes()} min", f"Meeting {whole // 60} h {whole % 60:02d}"

    def shown_for(self, item: AgendaItem | None) -> str:
        """Return the time beside the title, or nothing."""
        taken = self.minutes() if item is not None else 0
        return f"{taken} min" if taken or self._timer.isActive() else ""
