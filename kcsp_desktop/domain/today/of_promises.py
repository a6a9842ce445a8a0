"""What was promised and is owed: reports, actions, case reviews."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.entries import CaseReview
from kcsp_desktop.domain.meeting import is_restricted
from kcsp_desktop.domain.planning.reports_owed import owed
from kcsp_desktop.domain.record import Record
from kcsp_desktop.domain.registers.actions import Standing as Stands
from kcsp_desktop.domain.registers.actions import due_day, standing
from kcsp_desktop.domain.reports import Standing
from kcsp_desktop.domain.today.need import About, Level, Need, key_of
from kcsp_desktop.domain.today.view import AHEAD, View, days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kcsp_desktop.domain.actions import Action
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.planning.reports_owed import Owed

    Found = tuple[Meeting, Action, str, Stands]

WEEK = 7  # days before its deadline in which a report is looked out for


def reports(view: View) -> Iterator[Need]:
    """Yield the reports that are late, to follow, or wanted within a week."""
    of_body = Record(bodies=(view.body,), meetings=view.meetings)
    for one in owed(of_body, view.today):
        if one.meeting.details.date < view.today or not _looked_for(one, view.today):
            continue
        late = one.standing is Standing.LATE
        follows = one.standing is Standing.TO_FOLLOW
        title = one.item.title or "An item without a title"
        yield Need(
            key=key_of(About.REPORT, one.item.id),
            about=About.REPORT,
            level=Level.LATE if late else Level.PRESSING if follows else Level.WAITS,
            words=f"{title}: {_HOW[one.standing]}",
            second=_asked(one),
            page="reports",
            body_id=view.body.id,
            meeting_id=one.meeting.id,
            target_id=one.item.id,
            by=one.report.deadline or one.meeting.details.date.isoformat(),
        )


_HOW = {
    Standing.LATE: "the report has not come",
    Standing.TO_FOLLOW: "the report is to follow",
    Standing.EXPECTED: "the report is expected",
}


def _looked_for(one: Owed, today: date) -> bool:
    if one.standing is not Standing.EXPECTED:
        return True
    day = date.fromisoformat(one.report.deadline) if one.report.deadline else None
    return ((day or one.meeting.details.date) - today).days <= WEEK


def _asked(one: Owed) -> str:
    author = one.report.by[0].split(" - ")[0] if one.report.by else "Nobody is named for it"
    day = one.report.deadline
    wanted = f"wanted by {printed(date.fromisoformat(day))}" if day else "no day set"
    return f"{author}, {wanted}, for {printed(one.meeting.details.date)}"


def standings(view: View) -> Iterator[Found]:
    """Yield every action of a body with its meeting, the day it is due and how it stands."""
    meets = tuple(one.details.date.isoformat() for one in view.meetings)
    today = view.today.isoformat()
    for meeting in view.meetings:
        agreed_on = meeting.details.date.isoformat()
        for action in meeting.actions:
            due = due_day(action, agreed_on, meets)
            yield meeting, action, due, standing(action, due, today)


def actions(view: View) -> Iterator[Need]:
    """Yield one need each for the actions overdue, without an owner, without a clear date."""
    rows = tuple(standings(view))
    late = sorted((row for row in rows if row[3] is Stands.OVERDUE), key=lambda row: row[2])
    if late:
        by = (view.today - date.fromisoformat(late[0][2])).days
        oldest = f"the oldest by {days(by)}" if len(late) > 1 else f"by {days(by)}"
        second = f"{oldest}: {_called(late[0])}"
        yield _of_actions(view, About.OVERDUE, Level.LATE, late, ("is", "are", "overdue"), second)
    awake = [row for row in rows if row[3] not in (Stands.CLOSED, Stands.DORMANT)]
    alone = [row for row in awake if not row[1].owner.strip()]
    if alone:
        says = ("has", "have", "no owner")
        yield _of_actions(view, About.UNOWNED, Level.WAITS, alone, says, _called(alone[0]))
    unclear = [row for row in awake if row[3] is Stands.UNCLEAR]
    if unclear:
        says = ("has", "have", "no clear date")
        second = f"Ask: {_called(unclear[0])}"
        yield _of_actions(view, About.UNCLEAR, Level.WAITS, unclear, says, second)


def _of_actions(
    view: View, about: About, level: Level, rows: list[Found], says: tuple[str, str, str], more: str
) -> Need:
    one, many, what = says
    count = len(rows)
    return Need(
        key=key_of(about, view.body.id),
        about=about,
        level=level,
        words=f"1 action {one} {what}" if count == 1 else f"{count} actions {many} {what}",
        second=more,
        page="actions",
        body_id=view.body.id,
        target_id=rows[0][1].id,
        by=rows[0][2],
    )


def _called(row: Found) -> str:
    """Return whose an action is and what it says; of a restricted one only that it is one."""
    meeting, action = row[:2]
    item = meeting.item(action.item_id)
    if action.visibility is not Visibility.PUBLIC or (item and is_restricted(meeting, item)):
        return f"an action of a restricted item of {printed(meeting.details.date)}"
    return ", ".join(part for part in (action.owner.strip(), action.text) if part)


def reviews(view: View) -> Iterator[Need]:
    """Yield the case reviews that report within four weeks, or should have; never which one."""
    for one in _reviews_of(view):
        left = (date.fromisoformat(one.next_report) - view.today).days
        if left > AHEAD:
            continue
        on = printed(date.fromisoformat(one.next_report))
        late = f"It was due on {on}, {days(-left)} ago"
        yield Need(
            key=key_of(About.REVIEW, one.id),
            about=About.REVIEW,
            level=Level.LATE if left < 0 else Level.WAITS,
            words="A case review is to report (restricted)",
            second=late if left < 0 else f"On {on}",
            page="registers",
            body_id=view.body.id,
            target_id=one.id,
            by=one.next_report,
        )


def _reviews_of(view: View) -> Iterable[CaseReview]:
    if not view.body.keeps_cases:
        return ()
    return (
        one
        for one in view.record.entries
        if isinstance(one, CaseReview) and one.body_id == view.body.id and one.next_report
    )


RULES: tuple[Callable[[View], Iterator[Need]], ...] = (reports, actions, reviews)
