"""How the registers say things, in every form in which they leave: days, places, standings."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from kcsp_desktop.documents.record import when
from kcsp_desktop.domain.actions import ActionState, DueKind
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.registers.actions import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.documents.registers.rows import ActionLine, Place
    from kcsp_desktop.domain.actions import Update
    from kcsp_desktop.domain.disclosure import Edition

_ENDED = {
    ActionState.DONE: "Done",
    ActionState.DROPPED: "Dropped",
    ActionState.STANDING: "Became a standing item",
}
_RECURRING = {
    DueKind.NEXT_MEETING: "Next meeting",
    DueKind.NAMED_MEETING: "Meeting",
    DueKind.EACH_MEETING: "Each meeting",
    DueKind.YEARLY: "Yearly",
}


def day_of(iso: str) -> date | None:
    """Return the day of an ISO text, ``None`` where it is none."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def printed_day(iso: str) -> str:
    """Return "12 March 2026"; what is no day is told as it stands."""
    day = day_of(iso)
    return printed(day) if day is not None else iso


def due(line: ActionLine) -> str:
    """Return "31 July 2026", "Each meeting, next 9 July 2026", the words, or "No date"."""
    kind, words = line.action.due.kind, line.action.due.words.strip()
    recurring = _RECURRING.get(kind, "")
    if line.due_day:
        joint = ", next " if kind in (DueKind.EACH_MEETING, DueKind.YEARLY) else ", "
        day = printed_day(line.due_day)
        return f"{recurring}{joint}{day}" if recurring else day
    return f"{words[:1].upper()}{words[1:]}" or recurring or "No date"


def stands(line: ActionLine) -> str:
    """Return how it stands in a few words: "Overdue", "Open", "Done on 9 July 2026"."""
    action = line.action
    if line.closed:
        closed_on = f" on {printed_day(action.closed_on)}" if action.closed_on else ""
        return f"{_ENDED.get(action.state, 'Closed')}{closed_on}"
    begun = action.state is ActionState.IN_PROGRESS
    if line.public:
        return "In progress" if begun else "Open"
    match line.standing:
        case Standing.OVERDUE:
            return "Overdue, in progress" if begun else "Overdue"
        case Standing.DORMANT:
            return f"Sleeps until {printed_day(action.dormant_until)}"
        case Standing.UNCLEAR:
            return "In progress, to be asked when" if begun else "Open, to be asked when"
        case _:
            return "In progress" if begun else "Open"


def told(update: Update) -> str:
    """Return what was said later: "9 July 2026, at the meeting: it has been printed."."""
    at = ", at the meeting" if update.meeting_id is not None else ""
    return f"{printed_day(update.day)}{at}: {' '.join(update.text.split())}"


def minute(place: Place) -> str:
    """Return "minute 41", or "item A1" of what is not minuted."""
    return f"minute {place.minute}" if place.minute else f"item {place.code}"


def agreed(place: Place, *, named: bool = False) -> str:
    """Return "12 March 2026, minute 41", with the body where more than one is ``named``."""
    body = f"{place.body}, " if named else ""
    closed = " (restricted)" if place.restricted else ""
    return f"{body}{printed(place.day)}, {minute(place)}{closed}"


def dated(editions: Sequence[Edition], today: date) -> datetime:
    """Return what a document over meetings is dated by: the last that was held by ``today``.

    Raises ``KcspError`` where there is no meeting at all.
    """
    if not editions:
        raise KcspError("There is no meeting yet.", todo="Make one under Meetings.")
    held = [when(one) for one in editions if one.details.date <= today]
    return max(held) if held else min(when(one) for one in editions)
