"""Where a project or a case review was reported: the items that are linked with it, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.meeting import AgendaItem, Meeting, in_order
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.series import numbers_of_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.ids import BodyId, ItemId
    from kcsp_desktop.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An item of a meeting that may report; ``minute`` 0 is not minuted."""

    meeting: Meeting
    item: AgendaItem
    code: str
    minute: int

    @property
    def place(self) -> str:
        """Return "9 July 2026, minute 41", or the item where it is not minuted."""
        day = printed(self.meeting.details.date)
        return f"{day}, minute {self.minute}" if self.minute else f"{day}, item {self.code}"


def reports_of(record: Record, body_id: BodyId) -> dict[ItemId, Report]:
    """Return every item of a body's meetings, earliest first, as it may be linked."""
    numbers = numbers_of_all(record)
    return {
        item.id: Report(
            meeting=meeting,
            item=item,
            code=numbers[meeting.id].codes[item.id],
            minute=numbers[meeting.id].minutes.get(item.id, 0) if item.minuted else 0,
        )
        for meeting in by_date(record.meetings)
        if meeting.body_id == body_id
        for item in in_order(meeting)
    }


def reported(known: dict[ItemId, Report], items: Iterable[ItemId]) -> tuple[Report, ...]:
    """Return where it was reported, earliest first; an item that is gone is passed over."""
    wanted = set(items)
    return tuple(report for item_id, report in known.items() if item_id in wanted)
