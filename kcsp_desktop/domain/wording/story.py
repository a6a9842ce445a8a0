"""What has happened to a meeting, a line each: when, what, through whom, and why."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import printed, printed_clock
from kcsp_desktop.domain.lifecycle import HAPPENED, Event, worded

if TYPE_CHECKING:
    from kcsp_desktop.domain.checks import Finding
    from kcsp_desktop.domain.life import StateChange
    from kcsp_desktop.domain.meeting import Meeting


def story(meeting: Meeting, record_word: str) -> tuple[tuple[str, str], ...]:
    """Return (what happened, when and through whom and why) of each event, the latest first."""
    return tuple((worded(_what(one), record_word), _about(one)) for one in reversed(meeting.log))


def _what(one: StateChange) -> str:
    known = one.event in set(Event)
    return HAPPENED[Event(one.event)] if known else one.event.capitalize()


def _about(one: StateChange) -> str:
    who = f"by {one.who}" if one.who else ""
    first = ", ".join(part for part in (_when(one.at), who) if part)
    return ". ".join(part.rstrip(".") for part in (first, one.note) if part)


def _when(at: str) -> str:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{printed(moment.date())}, {printed_clock(moment.time())}"


def confirmed(found: tuple[Finding, ...], why: str) -> str:
    """Return the note of an event: why, and what was looked at and confirmed before it."""
    looked = "; ".join(one.what for one in found)
    parts = (why.strip().rstrip("."), f"Confirmed: {looked}" if looked else "")
    return ". ".join(part for part in parts if part)
