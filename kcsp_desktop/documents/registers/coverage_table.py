"""What a body has taken up of its priorities in a year, in Word.

How this works: the rows are counts, and the names and leads of priorities; no words of a meeting
are in them. They count what is restricted too, so that the table is for members and is refused for
the public.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Document, Part, Style, Table
from kcsp_desktop.documents.plain.clean import clean
from kcsp_desktop.documents.registers.heads import head, of_whom
from kcsp_desktop.documents.registers.telling import dated
from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.dates import MONTHS
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.entries import TagKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import MeetingId
    from kcsp_desktop.domain.registers.coverage import CoverageRow

_WIDTHS = (25, 17, 16, 10, 17, 15)
_GROUPS = (
    (TagKind.PRIORITY, "PRIORITIES", "Priority"),
    (TagKind.THEME, "CROSS-CUTTING THEMES", "Theme"),
)


def coverage_table(
    editions: Sequence[Edition],
    rows: Sequence[CoverageRow],
    days: Mapping[MeetingId, date],
    year: int,
    today: date,
) -> Document:
    """Return the table of a year, by priorities and themes; free tags are the secretary's own.

    ``editions`` are the body's, for members; ``rows`` are ``domain.registers.coverage``'s, and
    ``days`` say when the meetings were.
    """
    if any(one.audience is Audience.PUBLIC for one in editions):
        raise ValueError(Audience.PUBLIC)
    sentence = f"PRIORITIES of {of_whom(editions)} in {year}: what was done about each."
    return Document(
        title=f"Priorities of {of_whom(editions)} in {year}",
        dated=dated(editions, today),
        parts=(*head(editions, sentence), *_tables(rows, days)),
    )


def _tables(rows: Sequence[CoverageRow], days: Mapping[MeetingId, date]) -> Iterator[Part | Table]:
    told = False
    for kind, heading, name in _GROUPS:
        own = [row for row in rows if row.tag.kind is kind]
        if own:
            told = True
            heads = (name, "Lead", "Meetings", "Items", "Decisions", "Actions")
            yield Part(style=Style.HEADING, runs=plain(heading))
            yield Table(heads=heads, rows=tuple(_rows(own, days)), widths=_WIDTHS)
    if not told:
        yield Part(style=Style.PLAIN, runs=plain("No priority is set for this year."))


def _rows(rows: Iterable[CoverageRow], days: Mapping[MeetingId, date]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        met = sorted(days[meeting] for meeting in row.meetings if meeting in days)
        still = f"{row.actions} ({row.open_actions} open)" if row.open_actions else f"{row.actions}"
        yield (
            clean(row.tag.name),
            clean(row.tag.lead),
            ", ".join(f"{day.day} {MONTHS[day.month - 1]}" for day in met) or "None",
            str(row.items),
            str(row.decisions),
            still,
        )
