"""What every document begins with: body, day, time and place (house-format 9: CHK-01, 04, 19)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.checks.finding import Finding, Level
from kcsp_desktop.domain.kinds import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.checks.finding import Looked
    from kcsp_desktop.domain.meeting import Meeting


def venue_missing(meeting: Meeting) -> bool:
    """Whether the heading would have a hole where the place belongs (CHK-01)."""
    return meeting.details.mode is not Mode.ONLINE and not meeting.details.venue.strip()


def venue(at: Looked) -> Iterator[Finding]:
    """CHK-01: the venue is set unless everybody is online."""
    if venue_missing(at.meeting):
        yield Finding(
            check="CHK-01",
            level=Level.MUST,
            what="The venue is not set",
            where="Details. The heading would say “held in the on” and the day.",
            page="details",
        )


def heading(at: Looked) -> Iterator[Finding]:
    """CHK-04: body, date and time are there; the date always is."""
    body = at.record.body_of(at.meeting)
    if not body.name.strip():
        yield Finding(
            check="CHK-04",
            level=Level.MUST,
            what="The body has no name",
            where="Bodies. Every document begins with it.",
            page="bodies",
        )
    if at.meeting.details.start is None:
        yield Finding(
            check="CHK-04",
            level=Level.MUST,
            what="The time it starts is not set",
            where="Details. A document without its time is of no use to a reader.",
            page="details",
            in_draft=True,
        )
