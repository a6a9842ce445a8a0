"""What was found in the minutes of some meetings, read off the window's thread and kept.

How this works: a meeting is read again when it is another value than the one read last. What has
been taken stays in its place for as long as its action is there, so that it can be changed and
seen; where the action goes, by undo or else, it is open again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.commitments import Commitment
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.meeting import Meeting, in_order
from kcsp_desktop.ui.background import Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.ids import ActionId

Read = dict[MeetingId, tuple[Meeting, tuple[Commitment, ...]]]


class Standing(Enum):
    """What has become of a commitment."""

    OPEN = "open"
    TAKEN = "taken"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A commitment in its meeting as it is now, and the action that was made of it here."""

    meeting: Meeting
    one: Commitment
    standing: Standing
    action: Action | None = None


def read(meetings: tuple[Meeting, ...]) -> Read:
    """Read the minutes of meetings; pure, for the pool."""
    from kcsp_desktop.domain.commitments import found

    return {one.id: (one, found(one, said_on=one.details.date)) for one in meetings}


class Reading(QObject):
    """Reads, one lot at a time, and knows what was taken."""

    read = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Nothing is read yet."""
        super().__init__(parent)
        self._read: Read = {}
        self._taken: dict[str, ActionId] = {}
        self._meetings: tuple[Meeting, ...] = ()
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether minutes are being read."""
        return self._task is not None

    def show(self, meetings: Iterable[Meeting]) -> None:
        """Read what has changed of those meetings."""
        self._meetings = tuple(meetings)
        stale = tuple(one for one in self._meetings if not self._is_fresh(one))
        if stale and self._task is None:
            self._task = Task(partial(read, stale), self)
            self._task.done.connect(self._on_read)
            self._task.failed.connect(self._on_failed)
            self._task.start()

    def _is_fresh(self, meeting: Meeting) -> bool:
        known = self._read.get(meeting.id)
        return known is not None and known[0] is meeting

    def _on_read(self, answer: Read) -> None:
        self._task = None
        for meeting_id, (meeting, new) in answer.items():
            keys = {one.key for one in new}
            _, former = self._read.get(meeting_id, (meeting, ()))
            kept = (one for one in former if one.key not in keys and self._action(meeting, one))
            self._read[meeting_id] = (meeting, _in_text_order(meeting, (*new, *kept)))
        self.show(self._meetings)  # it may have changed meanwhile
        self.read.emit()

    def _on_failed(self, why: str) -> None:
        self._task = None
        self.failed.emit(why)

    def found(self) -> tuple[Found, ...]:
        """Return what is known of the meetings shown, as it stands now."""
        return tuple(
            self._found(meeting, one)
            for meeting in self._meetings
            for one in self.of_meeting(meeting.id)
        )

    def of_meeting(self, meeting_id: MeetingId) -> tuple[Commitment, ...]:
        """Return everything found in one meeting."""
        return self._read[meeting_id][1] if meeting_id in self._read else ()

    def _found(self, meeting: Meeting, one: Commitment) -> Found:
        action = self._action(meeting, one)
        if action is not None:
            return Found(meeting=meeting, one=one, standing=Standing.TAKEN, action=action)
        gone = one.key in meeting.dismissed
        standing = Standing.DISMISSED if gone else Standing.OPEN
        return Found(meeting=meeting, one=one, standing=standing)

    def _action(self, meeting: Meeting, one: Commitment) -> Action | None:
        taken = self._taken.get(one.key)
        return next((action for action in meeting.actions if action.id == taken), None)

    def take(self, one: Commitment, action_id: ActionId) -> None:
        """Know that an action is made of a commitment."""
        self._taken[one.key] = action_id


def _in_text_order(meeting: Meeting, found: Iterable[Commitment]) -> tuple[Commitment, ...]:
    places = {
        block.id: (n, k)
        for n, item in enumerate(in_order(meeting))
        for k, block in enumerate(item.blocks)
    }
    known = (one for one in found if one.block_id in places)
    return tuple(sorted(known, key=lambda one: (places[one.block_id], one.start)))
