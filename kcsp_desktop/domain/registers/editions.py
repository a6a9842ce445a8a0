"""What an audience may see of many meetings, for what leaves of the registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.disclosure import Audience, Edition, edition
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.series import numbers_of_all

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.record import Record


def editions(
    record: Record, audience: Audience, body_id: BodyId | None = None
) -> tuple[Edition, ...]:
    """Return the edition of every meeting, of one body or of all, earliest first."""
    numbers = numbers_of_all(record)
    return tuple(
        edition(record, meeting, audience, numbers[meeting.id])
        for meeting in by_date(record.meetings)
        if body_id is None or meeting.body_id == body_id
    )
