"""The forward plan: what comes to which meeting of a body (house-format 2).

How this works: a meeting whose agenda is made shows its own items; one that is only planned shows
what its pattern would bring it, found by making it. Business that every agenda has (apologies,
the last notes) is left out. ``Audience.PUBLIC`` has what an agenda prints and no more. Must stay
in step: ``pattern``, ``making`` (the same items), ``documents/forward_plan``, the page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import DueKind
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.ids import ItemId, MeetingId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import in_order, is_restricted
from kcsp_desktop.domain.planning.calendar import place_of, upcoming
from kcsp_desktop.domain.planning.owing import (
    OpenAction,
    is_report_back,
    open_actions,
    report_backs,
)
from kcsp_desktop.domain.planning.pattern import (
    items_of_report_backs,
    new_meeting,
    no_deadline,
    without_skips,
    written,
)
from kcsp_desktop.domain.planning.usual import is_to_fill
from kcsp_desktop.domain.reports import ReportState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record

_EVERY_AGENDA = frozenset({
    ItemKind.INTRODUCTION,
    ItemKind.APOLOGIES,
    ItemKind.DECLARATIONS,
    ItemKind.LAST_NOTES,
    ItemKind.MATTERS_ARISING,
    ItemKind.DATES,
    ItemKind.URGENT,
    ItemKind.OTHER_BUSINESS,
})  # fmt: skip


class Why(StrEnum):
    """Why something comes to a meeting."""

    ON_AGENDA = "on the agenda"
    STANDING = "standing item"
    YEARLY = "yearly item"
    REPORT_BACK = "report back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """Something that comes to a meeting. ``item_id`` "": it is on no agenda yet.

    ``by`` is who brings it, ``report`` how its report stands ("expected by 1 March 2026").
    ``detail`` is for the secretary: the words of an action, or what only those entitled read.
    """

    title: str
    why: Why
    kind: ItemKind = ItemKind.INFORMATION
    by: str = ""
    report: str = ""
    detail: str = ""
    restricted: bool = False
    item_id: ItemId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingMeeting:
    """A meeting to come. ``made``: its agenda has been made from the pattern."""

    meeting_id: MeetingId
    day: date
    start: time | None
    place: str
    state: MeetingState
    provisional: bool
    made: bool
    items: tuple[Coming, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardPlan:
    """What comes to a body. ``loose`` is what was promised and falls on no planned meeting."""

    body: str
    short_name: str
    authority: str
    meetings: tuple[ComingMeeting, ...]
    loose: tuple[Coming, ...]


def forward_plan(
    record: Record,
    body: Body,
    audience: Audience,
    deadline: Callable[[date], str] = no_deadline,
    since: date = date.min,
) -> ForwardPlan:
    """Return the plan of a body from a day on, as ``audience`` may see it."""
    own = audience is Audience.SECRETARY
    meetings: list[ComingMeeting] = []
    pattern, opened = body, open_actions(record, body.id, date.max)
    for meeting in upcoming(record, body.id, since):
        items = list(_on_agenda(meeting, own=own))
        if to_fill := is_to_fill(meeting):
            brought = _brought(record, pattern, meeting, deadline, opened)
            items = [*_added(meeting, brought, pattern, own=own), *items]
            pattern = without_skips(pattern)
        else:
            items += _added(meeting, _promised(record, meeting, opened), body, own=own)
        meetings.append(_meeting(meeting, tuple(items), made=not to_fill))
    return ForwardPlan(
        body=body.name,
        short_name=body.short_name,
        authority=body.authority,
        meetings=tuple(meetings),
        loose=_loose(record, body, opened, since, own=own),
    )


def _meeting(meeting: Meeting, items: tuple[Coming, ...], *, made: bool) -> ComingMeeting:
    return ComingMeeting(
        meeting_id=meeting.id,
        day=meeting.details.date,
        start=meeting.details.start,
        place=place_of(meeting.details),
        state=meeting.state,
        provisional=meeting.details.provisional,
        made=made,
        items=items,
    )


def _before(opened: tuple[OpenAction, ...], day: date) -> tuple[OpenAction, ...]:
    return tuple(one for one in opened if one.meeting.details.date < day)


def _brought(
    record: Record,
    body: Body,
    meeting: Meeting,
    deadline: Callable[[date], str],
    opened: tuple[OpenAction, ...],
) -> Meeting:
    """Return the meeting that the pattern would make of a planned one."""
    numbers = count(1)
    return new_meeting(
        record,
        body,
        meeting.details,
        lambda: f"{meeting.id} plan {next(numbers)}",
        deadline,
        opened=_before(opened, meeting.details.date),
    )


def _promised(record: Record, meeting: Meeting, opened: tuple[OpenAction, ...]) -> Meeting:
    """Return a meeting with nothing but what was promised to it since its agenda was made."""
    day, numbers = meeting.details.date, count(1)
    due = report_backs(record, meeting.body_id, day, _before(opened, day))
    items = items_of_report_backs(
        due, meeting.sections, meeting.items, lambda: f"{meeting.id} due {next(numbers)}"
    )
    return replace(meeting, items=items)


def _on_agenda(meeting: Meeting, *, own: bool) -> Iterator[Coming]:
    for item in in_order(meeting):
        if item.kind not in _EVERY_AGENDA:
            why = Why.STANDING if item.standing else Why.ON_AGENDA
            yield replace(_coming(meeting, item, why, own=own), item_id=item.id)


def _added(meeting: Meeting, brought: Meeting, body: Body, *, own: bool) -> list[Coming]:
    """Return what ``brought`` holds and the agenda of ``meeting`` does not yet."""
    there = {item.title.casefold() for item in meeting.items}
    yearly = {one.title.casefold() for one in body.standing if one.month}
    found: list[Coming] = []
    for item in in_order(brought):
        title = item.title.casefold()
        if item.kind in _EVERY_AGENDA or title in there:
            continue
        why = Why.STANDING if item.standing else Why.REPORT_BACK
        why = Why.YEARLY if item.standing and title in yearly else why
        found.append(_coming(brought, item, why, own=own))
    return found


def _coming(meeting: Meeting, item: AgendaItem, why: Why, *, own: bool) -> Coming:
    """Return an item as it may be seen: who brings a restricted one is not public."""
    restricted = is_restricted(meeting, item)
    authors = "; ".join(item.report.by) if item.report else ""
    return Coming(
        title=item.title,
        why=why,
        kind=item.kind,
        by=(item.presenter or authors) if own or not restricted else "",
        report=_report_words(item) if own else "",
        detail=item.detail if own else "",
        restricted=restricted,
    )


def _report_words(item: AgendaItem) -> str:
    """Return how a report stands: "expected by 1 March 2026"."""
    report = item.report
    if report is None:
        return ""
    waits = report.state in (ReportState.EXPECTED, ReportState.TO_FOLLOW)
    by = f" by {printed(date.fromisoformat(report.deadline))}" if report.deadline else ""
    return f"{report.state}{by if waits else ''}"


def _loose(
    record: Record, body: Body, opened: tuple[OpenAction, ...], since: date, *, own: bool
) -> tuple[Coming, ...]:
    """Return what was promised to a meeting, and falls on none that is planned."""
    days = [meeting.details.date for meeting in upcoming(record, body.id, since)]
    placed = {
        one.action.id
        for day in days
        for one in report_backs(record, body.id, day, _before(opened, day))
    }
    return tuple(
        _of_action(one, own=own)
        for one in opened
        if one.action.id not in placed and (own or one.public) and _is_promised(one)
    )


def _is_promised(one: OpenAction) -> bool:
    return one.action.due.kind is DueKind.NAMED_MEETING or is_report_back(one.action)


def _of_action(one: OpenAction, *, own: bool) -> Coming:
    words = one.action.text.strip().rstrip(".")
    title = words[:1].upper() + words[1:]
    return Coming(
        title=title,
        why=Why.REPORT_BACK,
        by=one.action.owner,
        detail=written(one) if own else "",
        restricted=not one.public,
    )
