"""The states of a meeting, the events between them, and what each state locks.

How this works: ``NEXT`` is the whole machine, a table of state and event. What is not in the
table is refused with a sentence. ``LOCKS`` says what may no longer be changed; ``apply`` asks
it. Must stay in step: ``ui/pages/issue`` (offers the events), ``disclosure`` (DRAFT until
approved). Source: house-format 9 and 10.
"""

from __future__ import annotations

from enum import StrEnum

from kcsp_desktop.domain.errors import RuleBroken


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    AGENDA_DRAFTED = "agenda drafted"
    AGENDA_PUBLISHED = "agenda published"
    IN_PROGRESS = "in progress"
    DRAFT_NOTES = "draft notes"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    SIGNED = "signed"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class Event(StrEnum):
    """What happens to a meeting."""

    DRAFT_AGENDA = "draft the agenda"
    PUBLISH_AGENDA = "publish the agenda"
    RECALL_AGENDA = "recall the agenda"
    BEGIN = "begin the meeting"
    END = "end the meeting"
    RESUME = "go back into the meeting"
    CIRCULATE = "circulate the notes"
    RECALL_NOTES = "recall the notes"
    APPROVE = "approve the notes"
    SIGN = "sign the notes"
    PUBLISH = "publish the notes"
    CANCEL = "cancel the meeting"
    REINSTATE = "reinstate the meeting"


class Lock(StrEnum):
    """What a state closes to editing."""

    AGENDA = "agenda"
    RECORD = "record"


_S, _E = MeetingState, Event

NEXT: dict[tuple[MeetingState, Event], MeetingState] = {
    (_S.PLANNED, _E.DRAFT_AGENDA): _S.AGENDA_DRAFTED,
    (_S.PLANNED, _E.BEGIN): _S.IN_PROGRESS,
    (_S.PLANNED, _E.CANCEL): _S.CANCELLED,
    (_S.AGENDA_DRAFTED, _E.PUBLISH_AGENDA): _S.AGENDA_PUBLISHED,
    (_S.AGENDA_DRAFTED, _E.BEGIN): _S.IN_PROGRESS,
    (_S.AGENDA_DRAFTED, _E.CANCEL): _S.CANCELLED,
    (_S.AGENDA_PUBLISHED, _E.RECALL_AGENDA): _S.AGENDA_DRAFTED,
    (_S.AGENDA_PUBLISHED, _E.BEGIN): _S.IN_PROGRESS,
    (_S.AGENDA_PUBLISHED, _E.CANCEL): _S.CANCELLED,
    (_S.IN_PROGRESS, _E.END): _S.DRAFT_NOTES,
    (_S.DRAFT_NOTES, _E.RESUME): _S.IN_PROGRESS,
    (_S.DRAFT_NOTES, _E.CIRCULATE): _S.CIRCULATED,
    (_S.CIRCULATED, _E.RECALL_NOTES): _S.DRAFT_NOTES,
    (_S.CIRCULATED, _E.APPROVE): _S.APPROVED,
    (_S.APPROVED, _E.SIGN): _S.SIGNED,
    (_S.SIGNED, _E.PUBLISH): _S.PUBLISHED,
    (_S.CANCELLED, _E.REINSTATE): _S.PLANNED,
}

LOCKS: dict[MeetingState, frozenset[Lock]] = {
    _S.AGENDA_PUBLISHED: frozenset({Lock.AGENDA}),
    _S.CIRCULATED: frozenset({Lock.AGENDA}),  # its numbers are issued: no gaps, no repeats
    _S.APPROVED: frozenset({Lock.AGENDA, Lock.RECORD}),
    _S.SIGNED: frozenset({Lock.AGENDA, Lock.RECORD}),
    _S.PUBLISHED: frozenset({Lock.AGENDA, Lock.RECORD}),
    _S.CANCELLED: frozenset({Lock.AGENDA, Lock.RECORD}),
}

APPROVED_ON = frozenset({_S.APPROVED, _S.SIGNED, _S.PUBLISHED})
NOT_HELD = frozenset({_S.PLANNED, _S.AGENDA_DRAFTED, _S.AGENDA_PUBLISHED, _S.CANCELLED})


def advance(state: MeetingState, event: Event) -> MeetingState:
    """Return the state after ``event``; raises ``RuleBroken`` where the table has none."""
    try:
        return NEXT[state, event]
    except KeyError:
        raise RuleBroken(
            f"You cannot {event} now: the meeting is {state}.",
            todo=f"What can be done: {', '.join(events(state)) or 'nothing more'}.",
        ) from None


def events(state: MeetingState) -> tuple[Event, ...]:
    """Return what can happen to a meeting in ``state``, in the order of the table."""
    return tuple(event for (at, event) in NEXT if at is state)


def way(state: MeetingState) -> tuple[MeetingState, ...]:
    """Return the states in order, up to the draft notes or from them on, whichever holds this.

    A meeting that is cancelled has no way: it has only that state.
    """
    before = (_S.PLANNED, _S.AGENDA_DRAFTED, _S.AGENDA_PUBLISHED, _S.IN_PROGRESS, _S.DRAFT_NOTES)
    after = (_S.DRAFT_NOTES, _S.CIRCULATED, _S.APPROVED, _S.SIGNED, _S.PUBLISHED)
    return next((states for states in (after, before) if state in states), (state,))


def locks(state: MeetingState) -> frozenset[Lock]:
    """Return what may not be changed in ``state``."""
    return LOCKS.get(state, frozenset())


def why_locked(state: MeetingState) -> str:
    """Say in one sentence why ``state`` refuses a change, and what to do."""
    match state:
        case MeetingState.AGENDA_PUBLISHED:
            return "The agenda is published: recall it before you change it."
        case MeetingState.CIRCULATED:
            return "The notes are circulated: recall them before you change the agenda."
        case MeetingState.CANCELLED:
            return "This meeting is cancelled: reinstate it before you change it."
        case _:
            return f"The notes are {state}: changes need an amendment at a later meeting."
