"""What an edit touched: all that a view needs to know of it, apart from what edits there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcsp_desktop.domain.ids import ItemId, MeetingId


class Kind(StrEnum):
    """What kind of thing a change touched."""

    BODIES = "bodies"
    ABBREVIATIONS = "abbreviations"
    PEOPLE = "people"
    MEETINGS = "meetings"
    DETAILS = "details"
    STATE = "state"
    AGENDA = "agenda"
    ATTENDANCE = "attendance"
    ACTIONS = "actions"
    BLOCKS = "blocks"
    TEXT = "text"
    TIMES = "times"
    PAPERS = "papers"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a change touched: kinds, meetings, items."""

    kinds: frozenset[Kind] = frozenset()
    meetings: frozenset[MeetingId] = frozenset()
    items: frozenset[ItemId] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        """Return both together."""
        return Changes(
            kinds=self.kinds | other.kinds,
            meetings=self.meetings | other.meetings,
            items=self.items | other.items,
        )
