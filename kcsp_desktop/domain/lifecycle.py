"""The states of a meeting, the events between them, and what each state locks.

How this works: ``NEXT`` is the whole machine, a table of state and event. What is not in the
table is refused with a sentence. ``GUARDS`` names the checks that stand before an event, ``LOCKS``
what may no longer be changed; ``apply`` asks both. Must stay in step: ``checks`` (what each guard
looks at), ``ui/dialogs/issuing`` (offers the events), ``disclosure`` (DRAFT until approved).
Source: house-format 9 and 10.
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


HAPPENED = {
    Event.DRAFT_AGENDA: "Agenda begun",
    Event.PUBLISH_AGENDA: "Agenda published",
    Event.RECALL_AGENDA: "Agenda recalled",
    Event.BEGIN: "Meeting begun",
    Event.END: "Meeting ended",
    Event.RESUME: "Gone back into the meeting",
    Event.CIRCULATE: "Notes circulated",
    Event.RECALL_NOTES: "Notes recalled",
    Event.APPROVE: "Notes approved",
    Event.SIGN: "Notes signed",
    Event.PUBLISH: "Notes published",
    Event.CANCEL: "Meeting cancelled",
    Event.REINSTATE: "Meeting reinstated",
}
"""How each event is told once it has happened."""


def worded(text: str, record_word: str) -> str:
    """Return a sentence about notes with the word that the body has for its record."""
    word = record_word.lower()
    return text.replace("notes", word).replace("Notes", word.capitalize())


class Lock(StrEnum):
    """What a state closes to editing."""

    AGENDA = "agenda"
    RECORD = "record"


class Guard(StrEnum):
    """What is looked at before an event: a family of checks (``checks``)."""

    AGENDA = "the agenda"
    ENDED = "that the meeting is over"
    NOTES = "the notes"


_S, _E = MeetingState, Event

NEXT: dict[tuple[MeetingState, Event], MeetingState] = {
    (_S.PLANNED, _E.DRAFT_AGENDA): _S.AGENDA_DRAFTED,
    (_S.PLANNED, _E.BEGIN): _S.IN_PROGRESS,
    (_S.PLANNED, _E.CANCEL): _S.CANCELLED,
    (_S.AGENDA_DRAFTED, _E.PUBLISH_AGENDA): _S.AGENDA_PUBLISHED,
    (_S.AGENDA_DRAFTED, _E.BEGIN): _S.IN_PROGRESS,
    (_S.AGENDA_DRAFTED, _E.CANCEL): _S.CANCELLED,
    (_S.AGENDA_PUBLISHED, _E.BEGIN): _S.IN_PROGRESS,
    (_S.AGENDA_PUBLISHED, _E.RECALL_AGENDA): _S.AGENDA_DRAFTED,
    (_S.AGENDA_PUBLISHED, _E.CANCEL): _S.CANCELLED,
    (_S.IN_PROGRESS, _E.END): _S.DRAFT_NOTES,
    (_S.DRAFT_NOTES, _E.CIRCULATE): _S.CIRCULATED,
    (_S.DRAFT_NOTES, _E.RESUME): _S.IN_PROGRESS,
    (_S.CIRCULATED, _E.APPROVE): _S.APPROVED,
    (_S.CIRCULATED, _E.RECALL_NOTES): _S.DRAFT_NOTES,
    (_S.APPROVED, _E.SIGN): _S.SIGNED,
    (_S.SIGNED, _E.PUBLISH): _S.PUBLISHED,
    (_S.CANCELLED, _E.REINSTATE): _S.PLANNED,
}

GUARDS: dict[Event, Guard] = {
    _E.PUBLISH_AGENDA: Guard.AGENDA,
    _E.END: Guard.ENDED,
    _E.CIRCULATE: Guard.NOTES,
}

BY_ITS_OWN_DEED: dict[Event, str] = {
    _E.APPROVE: "Notes are approved at a later meeting: its item of the last notes does it.",
    _E.SIGN: "Say on which day the paper copy was signed.",
}
"""Events that need more than to happen: ``Approve`` and ``Sign`` bring it, ``Advance`` does not."""

LOCKS: dict[MeetingState, frozenset[Lock]] = {
    _S.AGENDA_PUBLISHED: frozenset({Lock.AGENDA}),
    # Its numbers are issued, and what was sent round is corrected before everybody's eyes only.
    _S.CIRCULATED: frozenset({Lock.AGENDA, Lock.RECORD}),
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
    """Return what can happen to a meeting in ``state``, in the table's order: onwards first."""
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


def closed_by(state: MeetingState, after: MeetingState) -> str:
    """Say what can no longer be changed once a meeting has gone from one state to another."""
    new = locks(after) - locks(state)
    opened = locks(state) - locks(after)
    if Lock.RECORD in new:
        return "Attendance and text are closed then, and the agenda with them."
    if Lock.AGENDA in new:
        return "The agenda is closed then: its codes and titles stay as they are."
    if opened:
        return "What was closed can be changed again then."
    return ""


def why_locked(state: MeetingState) -> str:
    """Say in one sentence why ``state`` refuses a change, and what to do."""
    match state:
        case MeetingState.AGENDA_PUBLISHED:
            return "The agenda is published: recall it before you change it."
        case MeetingState.CIRCULATED:
            return (
                "The notes are circulated: record a correction on the Issue page, or recall them."
            )
        case MeetingState.CANCELLED:
            return "This meeting is cancelled: reinstate it before you change it."
        case _:
            return f"The notes are {state}: changes need an amendment at a later meeting."
