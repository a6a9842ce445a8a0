"""What happened to a meeting beside what was said: its dates, its sittings, what was issued.

Dates and times are ISO text, as they stand in the store.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import printed_clock, understood_time
from kcsp_desktop.domain.ids import AmendmentId, BlockId, EntryId, ItemId, MeetingId

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """An event of the lifecycle that happened: when, through whom (the login), and why."""

    event: str
    at: str
    who: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FutureDate:
    """A later meeting as this one's agenda lists it: ``day`` and ``start`` ("" if not known)."""

    day: str
    start: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDate:
    """When a meeting was to have been, when that was changed and why."""

    day: str
    start: str = ""
    moved_on: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjournment:
    """A break in a meeting; times as they are noted ("11.15"); ``resumed`` "" while it lasts."""

    at: str
    resumed: str = ""


def written_breaks(breaks: Iterable[Adjournment]) -> str:
    """Return breaks as one line: "11.15 to 11.30; 12.40"."""
    return "; ".join(" to ".join(part for part in (b.at, b.resumed) if part) for b in breaks)


def understood_breaks(text: str) -> tuple[Adjournment, ...] | None:
    """Read breaks as ``written_breaks`` writes them; ``None`` where one cannot be read.

    "-" does for "to"; a break without a second time lasts.
    """
    found = []
    for part in filter(None, (part.strip() for part in re.split("[;,]", text))):
        times = [understood_time(one) for one in _BETWEEN.split(part)]
        if len(times) > 2 or None in times:
            return None
        clocks = [printed_clock(one) for one in times if one]
        found.append(Adjournment(at=clocks[0], resumed=clocks[1] if len(clocks) > 1 else ""))
    return tuple(found)


_BETWEEN = re.compile(r"\s*(?:\bto\b|\bresumed\b|-|\N{EN DASH})\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A document as it went out: never changed; a new one takes its place.

    ``kind`` is what it is ("agenda", "notes"), ``stage`` how far it had come ("DRAFT"),
    ``digest`` the SHA-256 of the file.
    """

    kind: str
    stage: str
    audience: str
    name: str
    digest: str
    at: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a decision, a resolution's lead or clause: in words, and what it is about."""

    block_id: BlockId
    text: str = ""
    tags: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A correction of a record: what stood there, what it became, who asked for it.

    ``cited`` is the place as a reader finds it: "minute 42, paragraph 3". ``meeting_id`` is the
    meeting that agreed it, empty while it is only asked for.
    """

    id: AmendmentId
    item_id: ItemId
    block_id: BlockId | None = None
    cited: str
    before: str
    after: str
    asked_by: str = ""
    meeting_id: MeetingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The approval of a record: at which meeting and item, on which day, who presided.

    ``signed_on`` is the ISO date on which the paper copy was signed, "" until then.
    """

    meeting_id: MeetingId
    item_id: ItemId
    day: str
    presiding: str
    signed_on: str = ""
