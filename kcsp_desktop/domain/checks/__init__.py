"""What a careful colleague would find before the notes go out (house-format 9).

How this works: ``check`` reads one meeting and returns findings, worst first. A finding that
stops the notes is ``MUST``; the others are shown and left to the secretary. More checks join
here as they are built; each is one small function.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import HERE_AS_MEMBER, Capacity
from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.meeting import Meeting, in_order
from kcsp_desktop.domain.outcome import Progress, progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.numbering import Numbers


class Level(StrEnum):
    """How much a finding weighs."""

    MUST = "must be put right"
    LOOK = "worth a look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found, where it is in words, and the page and item to go to."""

    level: Level
    what: str
    where: str
    page: str
    item_id: ItemId | None = None


def check(meeting: Meeting, numbers: Numbers) -> tuple[Finding, ...]:
    """Return what is doubtful about the notes of ``meeting``, worst first."""
    found = [*_venue(meeting), *_attendance(meeting), *_items(meeting, numbers)]
    return tuple(sorted(found, key=lambda finding: finding.level is not Level.MUST))


def venue_missing(meeting: Meeting) -> bool:
    """Whether the heading would have a hole where the place belongs (CHK-01)."""
    return meeting.details.mode is not Mode.ONLINE and not meeting.details.venue.strip()


def _venue(meeting: Meeting) -> Iterator[Finding]:
    if venue_missing(meeting):
        yield Finding(
            level=Level.MUST,
            what="The venue is not set",
            where="Details. The heading would say “held in the on” and the day.",
            page="details",
        )


def _attendance(meeting: Meeting) -> Iterator[Finding]:
    if not any(row.capacity in HERE_AS_MEMBER for row in meeting.attendance):
        yield Finding(
            level=Level.LOOK,
            what="Nobody is marked present",
            where="Attendance. PRESENT would be left out.",
            page="attendance",
        )
    for row in meeting.attendance:
        if row.capacity is Capacity.UNMARKED:
            yield Finding(
                level=Level.LOOK,
                what=f"{row.name} is not marked",
                where="Attendance. Present, apologies or absent?",
                page="attendance",
            )
        elif row.capacity is Capacity.IN_ATTENDANCE and not row.post:
            yield Finding(
                level=Level.LOOK,
                what=f"{row.name} has no post",
                where="Attendance. Officers are printed with their post.",
                page="attendance",
            )


def _items(meeting: Meeting, numbers: Numbers) -> Iterator[Finding]:
    for item in in_order(meeting):
        place = f"{numbers.codes[item.id]} {item.title}".strip()
        if not item.title.strip():
            yield Finding(
                level=Level.MUST,
                what=f"Item {numbers.codes[item.id]} has no title",
                where="Agenda.",
                page="agenda",
                item_id=item.id,
            )
        if not item.minuted:
            continue
        match progress(item):
            case Progress.NOT_STARTED:
                what = f"Minute {numbers.minutes[item.id]} is empty"
            case Progress.STARTED:
                what = f"Minute {numbers.minutes[item.id]} has no outcome"
            case _:
                continue
        yield Finding(
            level=Level.LOOK,
            what=what,
            where=f"{place}. Ctrl+R opens a resolution.",
            page="minutes",
            item_id=item.id,
        )
