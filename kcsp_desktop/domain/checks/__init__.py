"""What a careful colleague would find before the agenda or the notes go out (house-format 9).

How this works: a check is one small function that looks at one meeting in its record and yields
findings; a family of them is a module. ``check`` runs those that matter now: the agenda's before
the meeting, the record's from its beginning on. ``guard`` runs those that stand before an event of
the lifecycle: a ``MUST`` blocks it, a ``LOOK`` is shown and confirmed, an ``INFO`` only told.
Must stay in step: ``lifecycle.GUARDS`` (which event has which), ``applying`` (asks ``guard``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.checks import agenda, heading, minutes, room, speakers, words
from kcsp_desktop.domain.checks.finding import Finding, Level, Looked
from kcsp_desktop.domain.checks.heading import venue_missing
from kcsp_desktop.domain.lifecycle import GUARDS, NOT_HELD, Guard
from kcsp_desktop.domain.notice import counted
from kcsp_desktop.domain.numbering import numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kcsp_desktop.domain.lifecycle import Event
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.notice import Notice
    from kcsp_desktop.domain.record import Record

    Check = Callable[[Looked], Iterator[Finding]]

__all__ = ["Finding", "Level", "check", "guard", "stops_drafts", "venue_missing"]

_CHECKS: dict[Guard, tuple[Check, ...]] = {
    Guard.AGENDA: (
        heading.venue,
        heading.heading,
        agenda.titles,
        agenda.last_notes,
        words.placeholders_of_agenda,
        agenda.restrictions,
        agenda.urgent,
        words.dates_of_agenda,
        agenda.papers,
        agenda.future_dates,
    ),
    Guard.ENDED: (minutes.ended,),
    Guard.NOTES: (
        heading.venue,
        heading.heading,
        agenda.titles,
        agenda.last_notes,
        words.placeholders,
        minutes.leaks,
        minutes.series,
        room.twice,
        minutes.outcomes,
        agenda.urgent,
        room.marks,
        room.names,
        room.prompts,
        speakers.speakers,
        words.resolutions_alike,
        words.slips,
        words.dates,
        agenda.future_dates,
    ),
}
_WEIGHT = {Level.MUST: 0, Level.LOOK: 1, Level.INFO: 2}


def check(
    record: Record, meeting: Meeting, notice: Notice | None = None, unlogged: int = 0
) -> tuple[Finding, ...]:
    """Return what is doubtful now, worst first: of the agenda, or once it has met of the record.

    ``notice`` is how it stands with the clear days; without it nothing is said of them. So with
    ``unlogged``, how many commitments nobody logged: to find them takes a moment.
    """
    kind = Guard.AGENDA if meeting.state in NOT_HELD else Guard.NOTES
    found = _run(kind, record, meeting, notice)
    if kind is Guard.AGENDA or not unlogged:
        return found
    return _by_weight((*found, _unlogged(unlogged)))


def guard(
    record: Record, meeting: Meeting, event: Event, notice: Notice | None = None
) -> tuple[Finding, ...]:
    """Return what stands before an event, worst first."""
    kind = GUARDS.get(event)
    return _run(kind, record, meeting, notice) if kind else ()


def stops_drafts(found: Iterable[Finding]) -> int:
    """Return how many findings must be put right before even a draft can be made."""
    return sum(one.level is Level.MUST and not one.in_draft for one in found)


def _run(
    kind: Guard, record: Record, meeting: Meeting, notice: Notice | None
) -> tuple[Finding, ...]:
    at = Looked(record=record, meeting=meeting, numbers=numbered(record, meeting))
    found = [finding for one in _CHECKS[kind] for finding in one(at)]
    if kind is Guard.AGENDA and notice is not None:
        found.append(_notice(notice))
    return _by_weight(found)


def _by_weight(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: _WEIGHT[finding.level]))


def _unlogged(count: int) -> Finding:
    """CHK-26: what the minutes record that somebody has to do, and no action says."""
    return Finding(
        check="CHK-26",
        level=Level.LOOK,
        what="1 commitment is not logged" if count == 1 else f"{count} commitments are not logged",
        where="The minutes record it, no action does. Take or dismiss it there.",
        page="found",
    )


def _notice(found: Notice) -> Finding:
    """CHK-25: the clear days, shown whether there are enough or not."""
    has = counted(found.clear, found.kind)
    when = "was published" if found.issued else "would be published today"
    return Finding(
        check="CHK-25",
        level=Level.LOOK if found.short else Level.INFO,
        what=f"{has}: {found.short} short" if found.short else has,
        where=f"The agenda {when}; {counted(found.needed, found.kind)} are needed.",
        page="details",
    )
