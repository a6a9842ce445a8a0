"""What would be wrong with an agenda once it is out (house-format 9: CHK-06, 21, 22, 25)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop.domain.checks.finding import Finding, Level
from kcsp_desktop.domain.checks.words import written_dates
from kcsp_desktop.domain.dates import printed, spoken
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import is_restricted
from kcsp_desktop.domain.record import earlier_meetings
from kcsp_desktop.domain.reports import ReportState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.checks.finding import Looked
    from kcsp_desktop.domain.meeting import AgendaItem


def titles(at: Looked) -> Iterator[Finding]:
    """Every item has a title."""
    for item in at.items:
        if not item.title.strip():
            yield Finding(
                check="title",
                level=Level.MUST,
                what=f"Item {at.numbers.codes[item.id]} has no title",
                where="Agenda.",
                page="agenda",
                item_id=item.id,
            )


def restrictions(at: Looked) -> Iterator[Finding]:
    """Find closed items without a reason, or a paragraph where the body cites Schedule 12A."""
    body = at.record.body_of(at.meeting)
    for item in at.items:
        if not is_restricted(at.meeting, item):
            continue
        if body.cites_exempt and not item.exempt:
            yield _of_item(
                at, item, "exempt", f"{at.place(item)} is closed under no paragraph",
                "Agenda. The motion names the paragraphs of Schedule 12A.",
            )  # fmt: skip
        elif not item.exempt and not item.restriction.strip():
            yield _of_item(
                at, item, "reason", f"{at.place(item)} is closed without a reason",
                "Agenda. Say in a few words why it is restricted.",
                level=Level.MUST if body.cites_exempt else Level.LOOK,
            )  # fmt: skip


def urgent(at: Looked) -> Iterator[Finding]:
    """Find urgent items without the reason, which is minuted (house-format 10)."""
    for item in at.items:
        if item.kind is ItemKind.URGENT and not item.urgent_reason.strip():
            yield _of_item(
                at, item, "urgent", f"{at.place(item)} is urgent without a reason",
                "Agenda. The law asks for the reason in the minutes.",
            )  # fmt: skip


def _of_item(
    at: Looked,
    item: AgendaItem,
    check: str,
    what: str,
    where: str,
    level: Level = Level.MUST,
) -> Finding:
    return Finding(
        check=check, level=level, what=what, where=where, page="agenda", item_id=item.id,
        in_draft=True,
    )  # fmt: skip


def last_notes(at: Looked) -> Iterator[Finding]:
    """CHK-06: the record up for approval is of a meeting of this body, before this one.

    Where the body has no earlier meeting here, its last record is on paper: then it is shown only.
    """
    held = {one.details.date for one in earlier_meetings(at.record, at.meeting)}
    for item in at.items:
        if item.kind is not ItemKind.LAST_NOTES:
            continue
        what = _wrong_day(at, item, held)
        if what:
            before = any(day >= at.meeting.details.date for day in _days_in(item))
            level = Level.MUST if held or before else Level.LOOK
            yield _of_item(at, item, "CHK-06", what, f"{at.place(item)}.", level)  # fmt: skip


def _days_in(item: AgendaItem) -> tuple[date, ...]:
    return tuple(one.day for one in written_dates(item.title) if one.day is not None)


def _wrong_day(at: Looked, item: AgendaItem, held: set[date]) -> str:
    """Say what is wrong with the day of the record that an item puts up for approval."""
    code, days = at.numbers.codes[item.id], _days_in(item)
    of = at.record.meeting(item.notes_of) if item.notes_of else None
    if of is not None and of.body_id != at.meeting.body_id:
        return f"{code} is of a meeting of another body"
    day = of.details.date if of is not None else days[0] if days else None
    if day is None:
        return f"{code} names no meeting"
    if day >= at.meeting.details.date:
        return f"{code} names {printed(day)}, which is not before this meeting"
    if day not in held:
        return f"{code} names {printed(day)}: this body did not meet then"
    if days and days[0] != day:
        return f"{code} says {printed(days[0])}, and the meeting was on {printed(day)}"
    return ""


_TO_FOLLOW = re.compile(r"\bto follow\b", re.IGNORECASE)
_RANGE = re.compile(r"^\D*(\d+)\s*(?:[-\u2013]|to)\s*(\d+)\D*$")


def papers(at: Looked) -> Iterator[Finding]:
    """CHK-21: what is still to come, and page ranges that do not join."""
    next_page = 1
    for item in at.items:
        late = _to_come(item)
        if late:
            yield _of_item(at, item, "CHK-21", f"{at.numbers.codes[item.id]}: {late}",
                           f"{at.place(item)}.", Level.LOOK)  # fmt: skip
        if not item.pages.strip():
            continue
        fault, next_page = _pages_wrong(item, next_page)
        if fault:
            yield _of_item(at, item, "CHK-21", f"{at.numbers.codes[item.id]}: {fault}",
                           f"{at.place(item)}, pages {item.pages}.", Level.LOOK)  # fmt: skip


def _to_come(item: AgendaItem) -> str:
    if _TO_FOLLOW.search(item.title) or (item.report and item.report.state is _R.TO_FOLLOW):
        return "its paper is to follow"
    if item.report and item.report.state is _R.EXPECTED and not item.papers:
        return "its report has not come"
    return ""


_R = ReportState


def _pages_wrong(item: AgendaItem, expected: int) -> tuple[str, int]:
    """Say what is wrong with a range, and where the next one begins."""
    found = _RANGE.match(item.pages)
    if found is None:
        return ("the pages cannot be read", expected)
    first, last = int(found[1]), int(found[2])
    after = last + 1 + last % 2
    if item.kind is ItemKind.VERBAL:
        return ("a verbal update has no pages", after)
    if last < first:
        return ("the pages end before they begin", after)
    if first % 2 == 0:
        return ("its paper begins on a left-hand page", after)
    if first != expected:
        return (f"its paper begins on page {first}, and {expected} is next", after)
    return ("", after)


def future_dates(at: Looked) -> Iterator[Finding]:
    """CHK-22: the dates item lists one at least, and each is a meeting of this body."""
    for item in at.items:
        if item.kind is not ItemKind.DATES:
            continue
        listed = [day for one in at.meeting.future_dates if (day := _iso(one.day)) is not None]
        said = [one.day for block in item.blocks for one in written_dates(block.text)]
        if not listed and not any(said):
            yield _of_item(at, item, "CHK-22", f"{at.numbers.codes[item.id]} lists no date",
                           f"{at.place(item)}. Plan the next meeting, or write its date.",
                           Level.LOOK)  # fmt: skip
        for day in listed:
            if day not in _planned(at):
                yield _of_item(at, item, "CHK-22", f"No meeting is planned on {spoken(day)}",
                               f"{at.place(item)} lists it.", Level.LOOK)  # fmt: skip


def _iso(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _planned(at: Looked) -> set[date]:
    return {
        one.details.date
        for one in at.record.meetings
        if one.body_id == at.meeting.body_id and one.state is not MeetingState.CANCELLED
    }
