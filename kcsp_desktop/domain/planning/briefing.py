"""What the chair is told before a meeting: item by item, with the clock and the words to say.

How this works: a ``Briefing`` holds the edition for those entitled and, beside it, the few things
of the secretary's own that the chair needs: planned times and who sent apologies. It is made here
and nowhere else; private notes, reasons and e-mails are not in it. Must stay in step:
``disclosure`` (the one filter), ``documents/brief`` (prints it). Source: house-format 10.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import Capacity, sentence
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.dates import printed, printed_short_time, printed_with_weekday
from kcsp_desktop.domain.disclosure import Audience, Edition, EditionItem, edition
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.paging import open_items, page_ranges
from kcsp_desktop.domain.wording.exempt import exclusion
from kcsp_desktop.domain.wording.resolving import recommended_resolution, usual_resolution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record

CLOSING_WORDS = (
    "The meeting is not open to the press and public for the items that follow. I ask those who "
    "are not entitled to stay to leave us."
)
OPEN_AGAIN = "The meeting is open to the press and public again."
_FIXED = {
    ItemKind.DECLARATIONS: "Has anybody an interest to declare in an item of this agenda?",
    ItemKind.MATTERS_ARISING: "Is there anything that arises from them and is not on the agenda?",
    ItemKind.ELECTION: "I ask for nominations: who proposes, and who seconds?",
    ItemKind.OTHER_BUSINESS: "Other business that I have agreed to take comes now.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefItem:
    """One item: when it begins (``None``: the meeting has no time), what to know, what to say.

    ``exclude`` are the words that close or open the meeting before it; ``minutes`` 0: no time is
    planned. ``resolution`` is what it is likely to end with.
    """

    item: EditionItem
    begins: time | None
    minutes: int
    pages: str
    exclude: str
    facts: tuple[str, ...]
    words: tuple[str, ...]
    resolution: tuple[tuple[BlockKind, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A running script. ``ends`` is when the planned times are over."""

    edition: Edition
    items: tuple[BriefItem, ...]
    ends: time | None
    unplanned: int


def briefing(record: Record, meeting: Meeting) -> Briefing:
    """Return the chair's brief of a meeting."""
    seen = edition(record, meeting, Audience.RESTRICTED)
    own = in_order(meeting)
    ranges = page_ranges(open_items(meeting))
    clock = _clock(meeting)
    closings = _closings(seen)
    items = []
    for n, (item, mine) in enumerate(zip(seen.items, own, strict=True)):
        pages = ranges.get(mine.id)
        brief = BriefItem(
            item=item,
            begins=clock[n],
            minutes=mine.minutes_planned,
            pages=pages.printed if pages is not None else "",
            exclude=closings[n],
            facts=tuple(_facts(record, meeting, mine)),
            words=tuple(_words(record, meeting, mine)),
            resolution=_resolution(record, meeting, mine) if mine.minuted else (),
        )
        items.append(brief)
    return Briefing(
        edition=seen,
        items=tuple(items),
        ends=clock[-1],
        unplanned=sum(not item.minutes_planned for item in own),
    )


def _resolution(
    record: Record, meeting: Meeting, item: AgendaItem
) -> tuple[tuple[BlockKind, str], ...]:
    """Return what the item is likely to end with: what its report asks for, else the usual."""
    asked = recommended_resolution(record.body_of(meeting), item)
    usual = usual_resolution(record, meeting, item)
    return asked or (((BlockKind.RESOLUTION, usual),) if usual else ())


def _clock(meeting: Meeting) -> tuple[time | None, ...]:
    """Return when each item begins, and behind them when the last one ends."""
    counts = [item.minutes_planned for item in in_order(meeting)]
    start = meeting.details.start
    if start is None:
        return (None,) * (len(counts) + 1)
    begin = datetime.combine(date(2000, 1, 1), start)
    sums = [sum(counts[:n]) for n in range(len(counts) + 1)]
    return tuple((begin + timedelta(minutes=minutes)).time() for minutes in sums)


def _closings(seen: Edition) -> tuple[str, ...]:
    """Return the words before each item that close the meeting or open it again."""
    out: list[str] = []
    was_closed = False
    for n, item in enumerate(seen.items):
        if item.restricted == was_closed:
            out.append("")
        else:
            out.append(_closing(seen, n) if item.restricted else OPEN_AGAIN)
        was_closed = item.restricted
    return tuple(out)


def _closing(seen: Edition, first: int) -> str:
    """Return what closes the meeting for the closed items from ``first`` on."""
    if not seen.body.cites_exempt:
        return CLOSING_WORDS
    paragraphs: set[int] = set()
    for item in seen.items[first:]:
        if not item.restricted:
            break
        paragraphs.update(item.item.exempt)
    return exclusion(paragraphs)


def _facts(record: Record, meeting: Meeting, item: AgendaItem) -> Iterator[str]:
    """Yield what the chair should know of an item."""
    body = record.body_of(meeting)
    if item.kind is ItemKind.INTRODUCTION and body.quorum:
        yield f"Quorum: {body.quorum} members."
    if item.notes_of is not None and (last := record.meeting(item.notes_of)) is not None:
        asked = [one.cited for one in last.amendments if one.meeting_id is None]
        yield f"Corrections asked for: {'; '.join(asked) or 'none so far'}."
    if item.kind is ItemKind.DATES:
        for one in meeting.future_dates:
            yield _future(one.day, one.start)
    if item.urgent_reason.strip():
        yield f"Reason for urgency, to be minuted: {item.urgent_reason.strip()}"
    if item.report is not None:
        yield f"The report is {item.report.classification.lower()}."
    yield from (line.strip() for line in item.detail.splitlines() if line.strip())


def _words(record: Record, meeting: Meeting, item: AgendaItem) -> Iterator[str]:
    """Yield what there is to say at an item."""
    body, details = record.body_of(meeting), meeting.details
    match item.kind:
        case ItemKind.INTRODUCTION:
            afternoon = details.start is not None and details.start >= time(12)
            hello = "Good afternoon" if afternoon else "Good morning"
            yield f"{hello}, and welcome to this meeting of the {body.name}."
        case ItemKind.APOLOGIES:
            yield from _apologies(meeting)
        case ItemKind.LAST_NOTES:
            word = body.record_word.lower()
            last = record.meeting(item.notes_of) if item.notes_of is not None else None
            held = f" of the meeting held on {printed(last.details.date)}" if last else ""
            yield f"The {word}{held} are before you. Are they a correct record?"
        case ItemKind.DATES:
            if meeting.future_dates:
                one = meeting.future_dates[0]
                yield f"The next meeting is on {_future(one.day, one.start)}"
        case kind if kind in _FIXED:
            yield _FIXED[kind]
        case _:
            presenter = item.presenter.strip()
            if presenter and presenter.casefold() != body.chair_word.casefold():
                yield f"I ask {presenter} to introduce this item."


def _apologies(meeting: Meeting) -> Iterator[str]:
    rows = meeting.attendance
    names = tuple(row.name for row in rows if row.capacity is Capacity.APOLOGIES)
    yield f"Apologies have come from {sentence(names)}" if names else "No apologies have come."
    known = {row.person_id: row.name for row in rows if row.capacity is Capacity.APOLOGIES}
    for row in rows:
        if row.capacity is Capacity.SUBSTITUTE and row.substitute_for in known:
            yield f"{row.name} is here for {known[row.substitute_for]}."
    yield "Are there any others?" if names else "Are there any?"


def _future(day: str, start: str) -> str:
    at = f" at {printed_short_time(time.fromisoformat(start))}" if start else ""
    return f"{printed_with_weekday(date.fromisoformat(day))}{at}."
