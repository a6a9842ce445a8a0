"""What a check finds: how much it weighs, what, where, and the way there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.domain.meeting import Meeting, in_order
from kcsp_desktop.domain.numbering import Numbers
from kcsp_desktop.domain.record import Record

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import AgendaItem


class Level(StrEnum):
    """How much a finding weighs: it blocks, it is confirmed, it is only told."""

    MUST = "must be put right"
    LOOK = "worth a look"
    INFO = "good to know"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found by which check, where it is in words, and the page and item to go to.

    ``in_draft``: a draft may be made with it, though it must not be circulated or published.
    """

    check: str
    level: Level
    what: str
    where: str
    page: str
    item_id: ItemId | None = None
    in_draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The meeting a check looks at, in its record, with its numbers worked out once."""

    record: Record
    meeting: Meeting
    numbers: Numbers

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """The items in the order of the agenda."""
        return in_order(self.meeting)

    def place(self, item: AgendaItem) -> str:
        """Return an item as a reader finds it: "B1 Road Safety"."""
        return f"{self.numbers.codes[item.id]} {item.title}".strip()

    def minute(self, item: AgendaItem) -> str:
        """Return "Minute 41", or the item where it is not minuted."""
        number = self.numbers.minutes.get(item.id)
        return f"Minute {number}" if number and item.minuted else f"Item {self.place(item)}"
