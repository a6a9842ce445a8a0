"""How long before a meeting its agenda must be open, and what is due after it.

How this works: day of issue and day of meeting do not count; what counts between them is every
day, or every working day: Monday to Friday, no bank holiday. Which days are bank holidays is an
argument, for that is no rule of ours (``importing.bank_holidays``). Source: house-format 10;
Local Government Act 1972, sections 100A(6) and 100B.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.domain.body import Holidays, NoticeKind
from kcsp_desktop.domain.dates import spoken
from kcsp_desktop.domain.lifecycle import NOT_HELD, Event, MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.body import Body, NoticeRule
    from kcsp_desktop.domain.meeting import Meeting

Days = frozenset[date]
_ONE = timedelta(days=1)
_SATURDAY = 5


def is_working(day: date, holidays: Days) -> bool:
    """Whether offices are open that day."""
    return day.weekday() < _SATURDAY and day not in holidays


def _counts(day: date, rule: NoticeRule, holidays: Days) -> bool:
    if rule.kind is NoticeKind.CALENDAR:
        return True
    return is_working(day, holidays if rule.holidays is Holidays.ENGLAND else frozenset())


def clear_days(issued: date, meeting_day: date, rule: NoticeRule, holidays: Days) -> int:
    """Return the days that count between issue and meeting, neither of the two included."""
    between = (meeting_day - issued).days
    days = (issued + n * _ONE for n in range(1, between))
    return sum(_counts(day, rule, holidays) for day in days)


def last_lawful_day(meeting_day: date, rule: NoticeRule, holidays: Days) -> date | None:
    """Return the last day on which the agenda may be issued; ``None``: the body has no rule.

    It may be a Sunday, where the clear days begin with Monday; see ``last_office_day``.
    """
    if rule.days <= 0:
        return None
    day, missing = meeting_day, rule.days
    while missing and day.year > 1:
        day -= _ONE
        missing -= _counts(day, rule, holidays)
    return day - _ONE


def last_office_day(meeting_day: date, rule: NoticeRule, holidays: Days) -> date | None:
    """Return the last lawful day on which an office is open to issue it."""
    day = last_lawful_day(meeting_day, rule, holidays)
    while day is not None and not is_working(day, holidays):
        day -= _ONE
    return day


def days_left(on: date, meeting_day: date, rule: NoticeRule, holidays: Days) -> int | None:
    """Return the days from ``on`` to the last lawful day: 0 is today, below 0 it has passed."""
    last = last_lawful_day(meeting_day, rule, holidays)
    return None if last is None else (last - on).days


def working_day_after(day: date, count: int, holidays: Days) -> date:
    """Return the working day that is ``count`` working days behind ``day``."""
    while count > 0:
        day += _ONE
        count -= is_working(day, holidays)
    return day


def issued_on(meeting: Meeting) -> date | None:
    """Return the day the agenda was published for good; ``None`` where none is out or known.

    An agenda that was recalled and published again counts from then.
    """
    day = None
    for change in meeting.log:
        if change.event == Event.PUBLISH_AGENDA:
            day = _day_of(change.at)
        elif change.event == Event.RECALL_AGENDA:
            day = None
    return day


def _day_of(at: str) -> date | None:
    try:
        return datetime.fromisoformat(at).date()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How it stands with the notice of one meeting, on a day.

    ``last`` is the last lawful day, ``by`` the last on which an office is open. ``clear`` are the
    clear days that the agenda has, or would have if it were issued ``on`` that day; ``short`` how
    many are missing. ``issued`` is ``None`` while no agenda is out.
    """

    needed: int
    kind: NoticeKind
    last: date
    by: date
    on: date
    issued: date | None
    clear: int
    left: int

    @property
    def short(self) -> int:
        """How many clear days are missing, 0 where there are enough."""
        return max(0, self.needed - self.clear)


def notice(meeting: Meeting, rule: NoticeRule, on: date, holidays: Days) -> Notice | None:
    """Return how it stands on a day; ``None`` where the body has no rule."""
    day = meeting.details.date
    last = last_lawful_day(day, rule, holidays)
    by = last_office_day(day, rule, holidays)
    if last is None or by is None:
        return None
    issued = issued_on(meeting)
    return Notice(
        needed=rule.days,
        kind=rule.kind,
        last=last,
        by=by,
        on=on,
        issued=issued,
        clear=clear_days(issued or on, day, rule, holidays),
        left=(last - on).days,
    )


def counted(days: int, kind: NoticeKind) -> str:
    """Return "5 clear working days", "1 clear day"."""
    words = str(kind)
    return f"{days} {words.removesuffix('s') if days == 1 else words}"


def said(found: Notice) -> str:
    """Say in a sentence or two how it stands with the notice."""
    needed = counted(found.needed, found.kind)
    if found.issued is not None:
        had = f"Issued on {spoken(found.issued)}: {counted(found.clear, found.kind)}"
        if found.short:
            return f"{had}, {found.short} short of {found.needed}."
        return f"{had}, {found.needed} are needed."
    if found.left < 0:
        would = counted(found.clear, found.kind)
        return (
            f"The last day to issue the agenda was {spoken(found.last)}. Issued on"
            f" {spoken(found.on)} it has {would}, {found.short} short of {found.needed}."
        )
    if found.on > found.by:
        return f"Issue the agenda by {spoken(found.last)} at the latest: {needed} are needed."
    also = "" if found.by == found.last else f", lawful until {spoken(found.last)}"
    return f"Issue the agenda by {spoken(found.by)}{also}: {needed}, {_still(found)}."


def _still(found: Notice) -> str:
    left = (found.by - found.on).days
    return "today" if not left else "1 day left" if left == 1 else f"{left} days left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something due after a meeting, by which working day, and whether it has been done."""

    words: str
    by: date
    done: bool


def targets(body: Body, meeting: Meeting, holidays: Days) -> tuple[Target, ...]:
    """Return what is due after a meeting that was held: the draft to the chair, circulation."""
    if meeting.state in NOT_HELD:
        return ()
    return tuple(_targets(body, meeting, holidays))


def _targets(body: Body, meeting: Meeting, holidays: Days) -> Iterator[Target]:
    out = meeting.state not in (MeetingState.IN_PROGRESS, MeetingState.DRAFT_NOTES)
    day = meeting.details.date
    if body.chair_days:
        yield Target(
            words=f"Draft to the {body.chair_word}",
            by=working_day_after(day, body.chair_days, holidays),
            done=out,
        )
    if body.circulate_days:
        yield Target(
            words=f"{body.record_word.capitalize()} circulated",
            by=working_day_after(day, body.circulate_days, holidays),
            done=out,
        )


def said_of(target: Target, on: date) -> str:
    """Say when a target is due, or that it has passed."""
    if target.done:
        return f"{target.words}: done"
    late = (on - target.by).days
    if late > 0:
        passed = "1 day ago" if late == 1 else f"{late} days ago"
        return f"{target.words}: was due on {spoken(target.by)}, {passed}"
    return f"{target.words}: by {spoken(target.by)}"
