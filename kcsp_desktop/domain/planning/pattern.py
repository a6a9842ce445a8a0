"""What a body's new meeting begins with: its sections, its items, its members, its dates.

How this works: pure values from the body as it is on the day of the meeting; ids come from the
caller, and so does the day by which reports are wanted. Standing items come first, then what
somebody is to report back then. Must stay in step: ``body`` (sections, standing items),
``owing`` (what is due), ``making`` (the edits), ``record.attendance_from_members``.
Source: house-format 1 and 2.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, plain
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId, SectionId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import APPROVED_ON, NOT_HELD, MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.planning.owing import (
    OpenAction,
    former_day,
    month_begins,
    open_actions,
    report_backs,
)
from kcsp_desktop.domain.record import attendance_from_members, by_date
from kcsp_desktop.domain.reports import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kcsp_desktop.domain.body import Body, StandingItem
    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.record import Record

_WITH_REPORT = frozenset({ItemKind.DECISION, ItemKind.INFORMATION})


def no_deadline(day: date) -> str:
    """Return no day by which reports are wanted, whatever the day of the meeting."""
    return ""


def new_meeting(
    record: Record,
    body: Body,
    details: Details,
    new_id: Callable[[], str],
    deadline: Callable[[date], str] = no_deadline,
    *,
    opened: tuple[OpenAction, ...] | None = None,
) -> Meeting:
    """Return a planned meeting of ``body``: sections, items, members not marked, future dates.

    A standing item whose section the body no longer has opens the first section that is not
    restricted; a body without one begins with an empty agenda. ``deadline`` gives the ISO date
    by which the reports of a meeting on that day are wanted; ``opened`` the actions open by then,
    where they are known.
    """
    sections = tuple(
        Section(
            id=SectionId(new_id()),
            letter=pattern.letter,
            title=pattern.title,
            restricted=pattern.restricted,
        )
        for pattern in body.sections
    )
    standing = standing_items(record, body, details.date, sections, new_id)
    if opened is None:
        opened = open_actions(record, body.id, details.date)
    due = report_backs(record, body.id, details.date, opened)
    back = items_of_report_backs(due, sections, standing, new_id)
    left = tuple(one for one in opened if one not in due)
    items = _with_notes_of_actions((*standing, *back), left, new_id)
    return Meeting(
        id=MeetingId(new_id()),
        body_id=body.id,
        details=details,
        sections=sections,
        items=_with_reports(record, body.id, details.date, items, deadline),
        attendance=attendance_from_members(record, body, details.date),
        future_dates=planned_after(record, body.id, details.date),
    )


def standing_items(
    record: Record,
    body: Body,
    day: date,
    sections: tuple[Section, ...],
    new_id: Callable[[], str],
) -> tuple[AgendaItem, ...]:
    """Return the standing items of a meeting on ``day``, in the pattern's order."""
    opening = next((one for one in sections if not one.restricted), None)
    letters = {one.letter: one for one in reversed(sections)}
    last = awaiting_approval(record, body.id, day)
    return tuple(
        _item(standing, section, last, new_id)
        for standing in body.standing
        if is_due(record, body.id, standing, day)
        and (standing.kind is not ItemKind.LAST_NOTES or last is not None)
        and (section := letters.get(standing.section, opening)) is not None
    )


def _item(
    standing: StandingItem, section: Section, last: Meeting | None, new_id: Callable[[], str]
) -> AgendaItem:
    title, notes_of = standing.title, None
    if standing.kind is ItemKind.LAST_NOTES and last is not None:
        title, notes_of = f"{title} {printed(last.details.date)}", last.id
    return AgendaItem(
        id=ItemId(new_id()),
        section_id=section.id,
        title=title,
        kind=standing.kind,
        presenter=standing.presenter,
        minutes_planned=standing.minutes_planned,
        minuted=standing.minuted,
        restriction=standing.restriction,
        standing=True,
        notes_of=notes_of,
    )


def is_due(record: Record, body_id: BodyId, standing: StandingItem, day: date) -> bool:
    """Whether a standing item belongs on the agenda of a meeting on ``day``.

    A yearly one belongs on the first meeting in or after its month.
    """
    if standing.skip_once:
        return False
    if not standing.month:
        return True
    former = former_day(record, body_id, day) or date(day.year, 1, 1) - timedelta(days=1)
    return month_begins(standing.month, former, day)


def items_of_report_backs(
    due: Iterable[OpenAction],
    sections: tuple[Section, ...],
    already: Iterable[AgendaItem],
    new_id: Callable[[], str],
) -> tuple[AgendaItem, ...]:
    """Return an item for each report that was promised for a meeting.

    It stands in the section it came from, with the action's words as its title; what stands on
    the agenda ``already`` is not put there twice.
    """
    titles = {one.title.casefold() for one in already}
    items: list[AgendaItem] = []
    for one in due:
        section = _section_for(one, sections)
        item = _item_of(one, section, new_id) if section else None
        if item is not None and item.title.casefold() not in titles:
            titles.add(item.title.casefold())
            items.append(item)
    return tuple(items)


def _section_for(one: OpenAction, sections: tuple[Section, ...]) -> Section | None:
    """Return the section an action came from; words that are closed go where it is closed."""
    fits = [each for each in sections if each.restricted is not one.public]
    own = next((each for each in fits if each.letter == one.letter), None)
    return own or next(iter(fits), None) or next(iter(sections), None)


def _item_of(one: OpenAction, section: Section, new_id: Callable[[], str]) -> AgendaItem:
    """Return the item; a title is public, so closed words stand in its detail (house-format 7)."""
    words = one.action.text.strip().rstrip(".")
    title = words[:1].upper() + words[1:]
    if not one.public:
        title = f"Report back on minute {one.minute}" if one.minute else "Report back"
    return AgendaItem(
        id=ItemId(new_id()),
        section_id=section.id,
        title=title,
        presenter=one.action.owner if one.public else "",
        restricted=not one.public and not section.restricted,
        detail="" if one.public else words,
    )


def _with_notes_of_actions(
    items: tuple[AgendaItem, ...], opened: Iterable[OpenAction], new_id: Callable[[], str]
) -> tuple[AgendaItem, ...]:
    """Return the items with what is still open noted under the one for matters arising.

    As private notes: the secretary has them in hand in the room, and they leave in no document.
    """
    place = next((n for n, one in enumerate(items) if one.kind is ItemKind.MATTERS_ARISING), None)
    if place is None:
        return items
    notes = tuple(
        Block(
            id=BlockId(new_id()),
            kind=BlockKind.PRIVATE_NOTE,
            runs=plain(written(one)),
            visibility=Visibility.PUBLIC if one.public else Visibility.RESTRICTED,
        )
        for one in opened
    )
    return (*items[:place], replace(items[place], blocks=notes), *items[place + 1 :])


def written(one: OpenAction) -> str:
    """Return an open action in a line, with what was said of it since.

    "Minute 101, Ms Ash: send the plan (next meeting). 9 July 2026: it is being printed."
    """
    owner = f", {one.action.owner}" if one.action.owner else ""
    place = f"Minute {one.minute}" if one.minute else printed(one.meeting.details.date)
    due = f" ({one.action.due.words})" if one.action.due.words else ""
    line = f"{place}{owner}: {one.action.text.strip().rstrip('.')}{due}"
    said = (
        f"{printed(date.fromisoformat(update.day))}: {' '.join(update.text.split()).rstrip('.')}"
        for update in one.action.updates
    )
    return ". ".join((line, *said))


def _with_reports(
    record: Record,
    body_id: BodyId,
    day: date,
    items: tuple[AgendaItem, ...],
    deadline: Callable[[date], str],
) -> tuple[AgendaItem, ...]:
    """Expect a report for what stood with one on the last agenda, from the same authors."""
    former = [
        one
        for one in by_date(record.meetings)
        if one.body_id == body_id
        and one.details.date < day
        and one.items
        and one.state is not MeetingState.CANCELLED
    ]
    last = {
        item.title.casefold(): item.report
        for item in (former[-1].items if former else ())
        if item.report is not None
    }
    return tuple(
        replace(item, report=_expected(last[item.title.casefold()], deadline(day)))
        if item.kind in _WITH_REPORT and item.title.casefold() in last
        else item
        for item in items
    )


def _expected(last: Report, deadline: str) -> Report:
    return Report(
        by=last.by,
        classification=last.classification,
        contacts=last.contacts,
        author_email=last.author_email,
        deadline=deadline,
    )


def without_skips(body: Body) -> Body:
    """Return the body after a meeting was made: what was to be skipped once has been."""
    return replace(body, standing=tuple(replace(one, skip_once=False) for one in body.standing))


def awaiting_approval(record: Record, body_id: BodyId, day: date) -> Meeting | None:
    """Return the last meeting before ``day`` that was held, if its record is not approved yet."""
    held = [
        one
        for one in by_date(record.meetings)
        if one.body_id == body_id and one.details.date < day and one.state not in NOT_HELD
    ]
    return held[-1] if held and held[-1].state not in APPROVED_ON else None


def notes_up(record: Record, meeting: Meeting, item: AgendaItem) -> Meeting | None:
    """Return the meeting whose record an item puts up for approval, or ``None``."""
    if item.kind is not ItemKind.LAST_NOTES:
        return None
    if item.notes_of is not None:
        return record.meeting(item.notes_of)
    return awaiting_approval(record, meeting.body_id, meeting.details.date)


def planned_after(record: Record, body_id: BodyId, day: date) -> tuple[FutureDate, ...]:
    """Return the dates of the body's meetings after ``day``, as its agenda will list them."""
    return tuple(
        FutureDate(
            day=one.details.date.isoformat(),
            start=one.details.start.isoformat() if one.details.start else "",
            provisional=one.details.provisional,
        )
        for one in by_date(record.meetings)
        if one.body_id == body_id
        and one.details.date > day
        and one.state is not MeetingState.CANCELLED
    )


def same_time(record: Record, body_id: BodyId, details: Details) -> Meeting | None:
    """Return the body's meeting at that very date and time, cancelled ones aside."""
    return next(
        (
            one
            for one in record.meetings
            if one.body_id == body_id
            and one.state is not MeetingState.CANCELLED
            and (one.details.date, one.details.start) == (details.date, details.start)
        ),
        None,
    )
