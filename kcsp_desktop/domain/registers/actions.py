"""The action register: every action of every meeting, when it is due, and how it stands.

How this works: ``action_rows`` walks the record once and answers each question about an action
that a list has to show, sort or narrow by; ``narrowed`` and ``in_order`` work on those rows alone.
An action leaves no list by itself: it is closed with a note and a day, and a recurring one is due
again. Must stay in step: ``actions`` (kinds of due and state), ``wording.owners``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import CLOSED, Action, ActionState, DueKind
from kcsp_desktop.domain.ids import BodyId, EntryId, MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import Meeting, is_restricted
from kcsp_desktop.domain.record import Record, by_date, reference
from kcsp_desktop.domain.series import numbers_of_all
from kcsp_desktop.domain.wording.owners import OwnerKind, owner_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kcsp_desktop.domain.numbering import Numbers


class Standing(StrEnum):
    """How an action stands on a day."""

    OVERDUE = "overdue"
    OPEN = "open"
    UNCLEAR = "no date: ask"
    DORMANT = "dormant"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action with what a list shows of it; ``due_day`` is an ISO date or "" for none."""

    action: Action
    meeting_id: MeetingId
    body_id: BodyId
    body: str
    reference: str
    agreed_on: str
    code: str
    minute: int
    owner_kind: OwnerKind
    due_day: str
    standing: Standing
    restricted: bool


def action_rows(record: Record, today: date) -> tuple[ActionRow, ...]:
    """Return the row of every action, meetings earliest first, as the actions stand ``today``."""
    days = meeting_days(record)
    numbers = numbers_of_all(record)
    kind_of = owner_kinds(record)
    return tuple(
        row
        for meeting in by_date(record.meetings)
        if meeting.actions
        for row in _rows(record, meeting, numbers[meeting.id], days, kind_of, today.isoformat())
    )


def _rows(
    record: Record,
    meeting: Meeting,
    numbers: Numbers,
    days: Mapping[BodyId, tuple[str, ...]],
    kind_of: Callable[[Meeting, str], OwnerKind],
    today: str,
) -> Iterable[ActionRow]:
    body, called = record.body_of(meeting), reference(record, meeting)
    agreed_on = meeting.details.date.isoformat()
    closed = {item.id for item in meeting.items if is_restricted(meeting, item)}
    of_body = days.get(meeting.body_id, ())
    for action in meeting.actions:
        due = due_day(action, agreed_on, of_body)
        yield ActionRow(
            action=action,
            meeting_id=meeting.id,
            body_id=body.id,
            body=body.short_name,
            reference=called,
            agreed_on=agreed_on,
            code=numbers.codes.get(action.item_id, ""),
            minute=numbers.minutes.get(action.item_id, 0),
            owner_kind=kind_of(meeting, action.owner),
            due_day=due,
            standing=standing(action, due, today),
            restricted=action.item_id in closed,
        )


def meeting_days(record: Record) -> dict[BodyId, tuple[str, ...]]:
    """Return the ISO dates on which each body has met or will meet, earliest first."""
    found: dict[BodyId, list[str]] = {}
    for meeting in by_date(record.meetings):
        if meeting.state is not MeetingState.CANCELLED:
            found.setdefault(meeting.body_id, []).append(meeting.details.date.isoformat())
    return {body: tuple(days) for body, days in found.items()}


def due_day(action: Action, agreed_on: str, meeting_days: tuple[str, ...]) -> str:
    """Return the ISO date on which an action is due next, "" where none can be known.

    What is due at the next meeting, or at each, is due on the body's next day after it was agreed
    or last reported on; what is yearly, a year after that.
    """
    kind = action.due.kind
    if kind not in _COUNTED or action.state in CLOSED:
        return action.due.date
    last = max((agreed_on, *(one.day for one in action.updates)))
    match kind:
        case DueKind.NEXT_MEETING:
            return _first_after(agreed_on, meeting_days)
        case DueKind.EACH_MEETING:
            return _first_after(last, meeting_days)
        case _:
            return _a_year_after(last)


_COUNTED = frozenset({DueKind.NEXT_MEETING, DueKind.EACH_MEETING, DueKind.YEARLY})


def _first_after(day: str, meeting_days: tuple[str, ...]) -> str:
    place = bisect_right(meeting_days, day)
    return meeting_days[place] if place < len(meeting_days) else ""


def _a_year_after(day: str) -> str:
    was = date.fromisoformat(day)
    try:
        return was.replace(year=was.year + 1).isoformat()
    except ValueError:  # 29 February
        return date(was.year + 1, 3, 1).isoformat()


def standing(action: Action, due: str, today: str) -> Standing:
    """Return how an action with that due day stands on a day; both are ISO dates."""
    if action.state in CLOSED:
        return Standing.CLOSED
    if action.dormant_until and today < action.dormant_until:
        return Standing.DORMANT
    if due and due < today:
        return Standing.OVERDUE
    if not due and action.due.kind is DueKind.UNCLEAR:
        return Standing.UNCLEAR
    return Standing.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFilter:
    """What the register is narrowed to; an empty field narrows nothing.

    ``standings`` and ``owner_kind`` are values of their enumerations, ``words`` stand in the
    action, its owner or its updates, ``due_by`` is an ISO date.
    """

    body_id: str = ""
    standings: tuple[str, ...] = ()
    owner: str = ""
    owner_kind: str = ""
    words: str = ""
    tag: str = ""
    due_by: str = ""
    meeting_id: str = ""


NOT_CLOSED = tuple(str(one) for one in Standing if one is not Standing.CLOSED)


def narrowed(rows: Iterable[ActionRow], wanted: ActionFilter) -> tuple[ActionRow, ...]:
    """Return the rows that pass every field of the filter, in the order they had."""
    owner, words = wanted.owner.casefold(), wanted.words.casefold().split()
    tag = EntryId(wanted.tag)
    return tuple(
        row
        for row in rows
        if (not wanted.body_id or row.body_id == wanted.body_id)
        and (not wanted.standings or row.standing in wanted.standings)
        and (not wanted.meeting_id or row.meeting_id == wanted.meeting_id)
        and (not owner or owner in row.action.owner.casefold())
        and (not wanted.owner_kind or row.owner_kind == wanted.owner_kind)
        and (not wanted.tag or tag in row.action.tags)
        and (not wanted.due_by or (row.due_day and row.due_day <= wanted.due_by))
        and (not words or _holds(row, words))
    )


def _holds(row: ActionRow, words: list[str]) -> bool:
    action = row.action
    text = " ".join((action.text, action.owner, action.note, *(u.text for u in action.updates)))
    folded = text.casefold()
    return all(word in folded for word in words)


class Order(StrEnum):
    """What the register is sorted by."""

    DUE = "due"
    OWNER = "owner"
    AGREED = "agreed"
    STANDING = "standing"
    TEXT = "action"


_NEVER = "9999"
_WEIGHT = {one: n for n, one in enumerate(Standing)}
_KEYS: dict[Order, Callable[[ActionRow], tuple[object, ...]]] = {
    Order.DUE: lambda row: (row.due_day or _NEVER, row.agreed_on),
    Order.OWNER: lambda row: (not row.action.owner, row.action.owner.casefold(), row.due_day),
    Order.AGREED: lambda row: (row.agreed_on, row.minute),
    Order.STANDING: lambda row: (_WEIGHT[row.standing], row.due_day or _NEVER),
    Order.TEXT: lambda row: (row.action.text.casefold(),),
}


def in_order(
    rows: Iterable[ActionRow], order: Order, *, backwards: bool = False
) -> tuple[ActionRow, ...]:
    """Return the rows sorted; those that are equal keep the order they had."""
    return tuple(sorted(rows, key=_KEYS[order], reverse=backwards))


def arising(record: Record, meeting: Meeting) -> tuple[ActionRow, ...]:
    """Return what a meeting has to hear of: the body's earlier actions not closed before it."""
    day = meeting.details.date
    return tuple(
        row
        for row in action_rows(record, day)
        if row.body_id == meeting.body_id
        and row.agreed_on < day.isoformat()
        and row.standing not in (Standing.CLOSED, Standing.DORMANT)
    )


def closed_states() -> tuple[ActionState, ...]:
    """Return the states in which an action is closed, in the order they are offered."""
    return tuple(state for state in ActionState if state in CLOSED)
