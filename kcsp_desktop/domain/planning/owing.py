"""What earlier meetings owe to a later one: actions still open, and who is to report back then.

How this works: the words of a due date name a meeting, a day or "the next meeting"; a day between
two meetings is the business of the later one. An action that the public may not read becomes no
public title. Must stay in step: ``wording.due_words`` (the kinds), ``disclosure`` (who may read
an action), ``pattern`` (makes items of these). Source: house-format 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import Action, ActionState, DueKind
from kcsp_desktop.domain.dates import month_number
from kcsp_desktop.domain.disclosure import Audience, actions_seen
from kcsp_desktop.domain.lifecycle import NOT_HELD, MeetingState
from kcsp_desktop.domain.meeting import Meeting, in_order
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.domain.record import by_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.record import Record

_OPEN = frozenset({ActionState.OPEN, ActionState.IN_PROGRESS})
_REPORTS = re.compile(
    r"\b(?:(?:report|come)s?\s+back|bring\s+(?:it\s+|a\s+report\s+)?back"
    r"|(?:give|provide)\s+an?\s+update|update\s+(?:the|members|partners))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAction:
    """An action that is not closed yet: where it was agreed, under which section and minute.

    ``minute`` 0 had no number; ``public``: everybody may read its words.
    """

    action: Action
    meeting: Meeting
    letter: str
    minute: int
    public: bool


def open_actions(record: Record, body_id: BodyId, day: date) -> tuple[OpenAction, ...]:
    """Return the actions of the body's meetings held before ``day`` that are open, in order."""
    return tuple(
        found
        for meeting in by_date(record.meetings)
        if meeting.body_id == body_id
        and meeting.details.date < day
        and meeting.state not in NOT_HELD
        and any(action.state in _OPEN for action in meeting.actions)
        for found in _open_of(record, meeting)
    )


def _open_of(record: Record, meeting: Meeting) -> list[OpenAction]:
    numbers = numbered(record, meeting).minutes
    found: list[OpenAction] = []
    for item in in_order(meeting):
        actions = [one for one in meeting.actions if one.item_id == item.id and one.state in _OPEN]
        if not actions:
            continue
        public = {one.id for one in actions_seen(meeting, item, Audience.PUBLIC)}
        section = meeting.section(item.section_id)
        found += [
            OpenAction(
                action=action,
                meeting=meeting,
                letter=section.letter if section else "",
                minute=numbers.get(item.id, 0) if item.minuted else 0,
                public=action.id in public,
            )
            for action in actions
        ]
    return found


def is_report_back(action: Action) -> bool:
    """Whether an action's words say that somebody tells the meeting something."""
    return _REPORTS.search(action.text) is not None


def former_day(record: Record, body_id: BodyId, day: date) -> date | None:
    """Return the day of the body's last meeting before ``day``, cancelled ones aside."""
    return max((one.details.date for one in _meetings(record, body_id) if one.details.date < day),
               default=None)  # fmt: skip


def _meetings(record: Record, body_id: BodyId) -> list[Meeting]:
    return [
        one
        for one in record.meetings
        if one.body_id == body_id and one.state is not MeetingState.CANCELLED
    ]


def month_begins(month: int, after: date, until: date) -> bool:
    """Whether a month of that number begins after one day and not after another."""
    firsts = (date(year, month, 1) for year in range(after.year, until.year + 1))
    return any(after < first <= until for first in firsts)


def report_backs(
    record: Record, body_id: BodyId, day: date, opened: Iterable[OpenAction]
) -> tuple[OpenAction, ...]:
    """Return what of ``opened`` somebody is to tell the meeting on ``day``, in its order."""
    former = former_day(record, body_id, day)
    names = {day.isoformat()}
    for one in _meetings(record, body_id):
        if one.details.date == day:
            names |= {moved.day for moved in one.moved_from}
    return tuple(one for one in opened if _is_due(one, day, former, names))


def _is_due(one: OpenAction, day: date, former: date | None, names: set[str]) -> bool:
    due, said_on = one.action.due, one.meeting.details.date
    since = max(former or said_on, said_on)
    on_the_way = since.isoformat() < due.date <= day.isoformat()
    if due.kind is DueKind.NAMED_MEETING:
        if due.date:
            return due.date in names or on_the_way
        return _names_month(due.words, since, day)
    if due.kind is DueKind.DATE and due.date in names:
        return True
    if not is_report_back(one.action):
        return False
    match due.kind:
        case DueKind.NEXT_MEETING:
            return said_on == former
        case DueKind.EACH_MEETING:
            return True
        case DueKind.YEARLY:
            return month_begins(said_on.month, max(since, said_on + _MONTH), day)
        case DueKind.MONTH:
            return on_the_way or due.date[:7] == day.isoformat()[:7]
        case _:
            return on_the_way


_MONTH = timedelta(days=31)


def _names_month(words: str, since: date, day: date) -> bool:
    """Whether "the July meeting" is the one on ``day``: the first of that month since then."""
    months = (month_number(word) for word in re.findall(r"[a-z]{3,9}", words.lower()))
    named = next((month for month in months if month), 0)
    year = re.search(r"\b\d{4}\b", words)
    if year and int(year[0]) != day.year:
        return False
    return day.month == named and (since.year, since.month) != (day.year, day.month)
