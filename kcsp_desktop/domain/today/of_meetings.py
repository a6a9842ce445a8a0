"""What meetings ask for on a day: to be published, minuted, circulated, approved and signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import printed, printed_time, spoken
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import NOT_HELD, MeetingState
from kcsp_desktop.domain.notice import notice, targets
from kcsp_desktop.domain.today.need import About, Level, Need, key_of
from kcsp_desktop.domain.today.view import AHEAD, SOON, View, days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.notice import Notice, Target

_S = MeetingState


def meets_today(view: View) -> Iterator[Need]:
    """Yield the meeting of today that is not over."""
    for meeting in view.meetings:
        over = meeting.state not in NOT_HELD and meeting.state is not _S.IN_PROGRESS
        if meeting.details.date != view.today or over:
            continue
        start = meeting.details.start
        at = f" at {printed_time(start)}" if start else ""
        begun = meeting.state is _S.IN_PROGRESS
        yield Need(
            key=key_of(About.MEETS, meeting.id),
            about=About.MEETS,
            level=Level.PRESSING,
            words=f"{view.body.short_name} meets today{at}",
            second="The meeting is in progress" if begun else meeting.details.venue or "Today",
            page="minutes" if meeting.items else "agenda",
            body_id=view.body.id,
            meeting_id=meeting.id,
            by=view.today.isoformat(),
        )


def agendas(view: View) -> Iterator[Need]:
    """Yield the agendas that are to be published within four weeks, or should have been."""
    for meeting in view.not_held():
        day = meeting.details.date
        if meeting.state is _S.AGENDA_PUBLISHED or day < view.today:
            continue
        found = notice(meeting, view.body.notice, view.today, view.holidays)
        by = found.by if found else day
        left = (by - view.today).days
        if left > AHEAD:
            continue
        late = found is not None and found.left < 0
        yield Need(
            key=key_of(About.AGENDA, meeting.id),
            about=About.AGENDA,
            level=Level.LATE if late else Level.PRESSING if left <= SOON else Level.WAITS,
            words=f"Publish the agenda for {printed(day)}",
            second=_clock(found, day, view.today),
            page="agenda",
            body_id=view.body.id,
            meeting_id=meeting.id,
            by=by.isoformat(),
        )


def _clock(found: Notice | None, day: date, today: date) -> str:
    """Say how long there is, or since when it is too late."""
    if found is None:
        left = (day - today).days
        return f"No notice is asked for; the meeting is {_in(left)}"
    if found.left < 0:
        return f"The last lawful day was {printed(found.last)}, {days(-found.left)} ago"
    if today > found.by:
        return f"Lawful until {spoken(found.last)}, but no office is open"
    left = (found.by - today).days
    return f"By {spoken(found.by)}: {'today is the last day' if not left else f'{days(left)} left'}"


def _in(left: int) -> str:
    return "today" if not left else f"in {days(left)}"


def never_begun(view: View) -> Iterator[Need]:
    """Yield the meetings whose day has passed and of which nothing was minuted."""
    for meeting in view.not_held():
        day = meeting.details.date
        if day < view.today:
            yield Need(
                key=key_of(About.NOT_BEGUN, meeting.id),
                about=About.NOT_BEGUN,
                level=Level.LATE,
                words=f"The meeting of {printed(day)} was never begun",
                second="Begin it (Ctrl+Shift+S), move it or cancel it",
                page="issue",
                body_id=view.body.id,
                meeting_id=meeting.id,
                by=day.isoformat(),
            )


def drafts(view: View) -> Iterator[Need]:
    """Yield the records that were not circulated, by the last target that has passed."""
    word = view.body.record_word
    for meeting in view.held(_S.IN_PROGRESS, _S.DRAFT_NOTES):
        day = meeting.details.date
        begun = meeting.state is _S.IN_PROGRESS
        if begun and day >= view.today:
            continue
        due = [one for one in targets(view.body, meeting, view.holidays) if not one.done]
        late = [one for one in due if one.by < view.today]
        chosen = late[-1] if late else due[0] if due else None
        presses = chosen is not None and (chosen.by - view.today).days <= SOON
        yield Need(
            key=key_of(About.DRAFT, meeting.id),
            about=About.DRAFT,
            level=Level.LATE if late else Level.PRESSING if presses else Level.WAITS,
            words=f"{'End the meeting' if begun else f'Circulate the {word}'} of {printed(day)}",
            second=_due(chosen, view.today) if chosen else f"The {word} are a draft still",
            page="minutes" if begun else "issue",
            body_id=view.body.id,
            meeting_id=meeting.id,
            by=chosen.by.isoformat() if chosen else "",
        )


def _due(target: Target, today: date) -> str:
    late = (today - target.by).days
    if late > 0:
        return f"{target.words}: was due on {printed(target.by)}, {days(late)} ago"
    return f"{target.words}: by {spoken(target.by)}"


def approvals(view: View) -> Iterator[Need]:
    """Yield the circulated records that wait for a later meeting, or were passed over there."""
    for held in view.held(_S.CIRCULATED):
        later, item = _approving(view, held)
        wait = f"The {view.body.record_word} of {printed(held.details.date)} wait to be approved"
        need = Need(
            key=key_of(About.APPROVAL, held.id),
            about=About.APPROVAL,
            level=Level.WAITS,
            words=wait,
            second="No later meeting is planned: Ctrl+J plans it",
            page="forward_plan",
            body_id=view.body.id,
            meeting_id=held.id,
        )
        yield need if later is None else _at_meeting(view, need, later, item)


def _at_meeting(view: View, need: Need, later: Meeting, item: AgendaItem | None) -> Need:
    """Return the need with the meeting that is to approve: to come, or held without doing so."""
    passed = later.details.date < view.today and later.state not in NOT_HELD
    when = printed(later.details.date)
    second = f"They were due on {when}" if passed else f"On {when}"
    if item is None and later.items:
        second += ", which has no item for them"
    return replace(
        need,
        level=Level.LATE if passed else Level.WAITS,
        words=need.words.replace("wait to be", "were not") if passed else need.words,
        second=second,
        page="minutes" if passed and item else "agenda",
        meeting_id=later.id,
        target_id=item.id if item else "",
        by=later.details.date.isoformat(),
    )


def _approving(view: View, held: Meeting) -> tuple[Meeting | None, AgendaItem | None]:
    """Return the meeting that has a record up for approval and its item, else the next meeting."""
    at = view.meetings.index(held)
    later = view.meetings[at + 1 :]
    for meeting in reversed(later):
        for item in meeting.items:
            if item.notes_of == held.id:
                return meeting, item
    if not later:
        return None, None
    unsaid = (i for i in later[0].items if i.kind is ItemKind.LAST_NOTES and i.notes_of is None)
    return later[0], next(unsaid, None)


def signings(view: View) -> Iterator[Need]:
    """Yield the approved records that are to be signed, and the signed ones to be published."""
    for meeting in view.held(_S.APPROVED, _S.SIGNED):
        signed = meeting.state is _S.SIGNED
        about = About.PUBLISHING if signed else About.SIGNING
        approval = meeting.approval
        on = "" if approval is None else approval.signed_on if signed else approval.day
        since = f" on {printed(date.fromisoformat(on))}" if on else ""
        record = f"the {view.body.record_word} of {printed(meeting.details.date)}"
        yield Need(
            key=key_of(about, meeting.id),
            about=about,
            level=Level.WAITS,
            words=f"Publish {record}" if signed else f"Have {record} signed",
            second=f"{str(meeting.state).capitalize()}{since}",
            page="issue",
            body_id=view.body.id,
            meeting_id=meeting.id,
            by=on,
        )


def flags(view: View) -> Iterator[Need]:
    """Yield the records that can still be changed and have flagged places; it goes to the first."""
    for meeting in view.held(_S.IN_PROGRESS, _S.DRAFT_NOTES):
        flagged = [(i, b) for i in meeting.items for b in i.blocks if b.flagged]
        if not flagged:
            continue
        item, block = flagged[0]
        count = len(flagged)
        of = f"of {printed(meeting.details.date)}"
        yield Need(
            key=key_of(About.FLAGS, meeting.id),
            about=About.FLAGS,
            level=Level.WAITS,
            words=f"{count} flagged places in the {view.body.record_word} {of}"
            if count > 1
            else f"A flagged place in the {view.body.record_word} {of}",
            second=f"The first: {item.title}" if item.title else "F8 goes to the next",
            page="minutes",
            body_id=view.body.id,
            meeting_id=meeting.id,
            target_id=item.id,
            block_id=block.id,
        )


RULES: tuple[Callable[[View], Iterator[Need]], ...] = (
    meets_today, agendas, never_begun, drafts, approvals, signings, flags,
)  # fmt: skip
