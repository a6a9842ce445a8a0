"""The forward plan in Word: a heading for each meeting, and under it what comes to it.

How this works: a plan for the public holds what an agenda would print and no more
(``domain.planning.forward``). Headings and lists, no table: a reader is told each meeting and
its items in order. Source: house-format 2 and 8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.documents.word import word_bytes
from kcsp_desktop.documents.writing import write_beside
from kcsp_desktop.domain.blocks import BOLD, ITALIC, plain
from kcsp_desktop.domain.dates import printed, printed_time, printed_with_weekday
from kcsp_desktop.domain.kinds import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from kcsp_desktop.domain.blocks import Runs
    from kcsp_desktop.domain.planning.forward import Coming, ComingMeeting, ForwardPlan


def write_plan(
    plan: ForwardPlan, today: datetime, target: Path, template: Path
) -> tuple[Path, str]:
    """Write a plan; see ``writing.write_beside`` for what comes back."""
    return write_beside(target, word_bytes(forward_plan_document(plan, today), template))


def forward_plan_document(plan: ForwardPlan, today: datetime) -> Document:
    """Return the document of a plan as it stands ``today``."""
    title = f"Forward plan of the {plan.body}"
    return Document(title=title, dated=today, parts=tuple(_parts(plan, today)))


def _parts(plan: ForwardPlan, today: datetime) -> Iterator[Part]:
    if plan.authority:
        yield _part(Style.COUNCIL, plan.authority.upper())
    yield _part(Style.BODY, plan.body.upper())
    yield _part(Style.OPENING, f"FORWARD PLAN as at {printed(today.date())}.")
    if not plan.meetings:
        yield _part(Style.PLAIN, "No meetings are planned.")
    for meeting in plan.meetings:
        yield _part(Style.HEADING, _heading(meeting))
        if meeting.place:
            yield Part(style=Style.ITEM_LINE, runs=((meeting.place, ITALIC),))
        yield from _items(meeting.items)
    if plan.loose:
        yield _part(Style.HEADING, "At a meeting yet to be settled")
        yield from _items(plan.loose)


def _part(style: Style, text: str) -> Part:
    return Part(style=style, runs=plain(text))


def _heading(meeting: ComingMeeting) -> str:
    at = f" at {printed_time(meeting.start)}" if meeting.start else ""
    provisional = " (provisional)" if meeting.provisional else ""
    return f"{printed_with_weekday(meeting.day)}{at}{provisional}"


def _items(items: Iterable[Coming]) -> Iterator[Part]:
    bullets = [Part(style=Style.BULLET, runs=_runs(item)) for item in items]
    yield from bullets or [_part(Style.PLAIN, "Nothing is planned for it yet.")]


def _runs(item: Coming) -> Runs:
    """Return the title, what the meeting is to do with it, and who brings it."""
    said = [word for word in (_said(item), item.by) if word]
    title = item.title or "An item without a title yet"
    return ((title, BOLD), (f" ({'; '.join(said)})", 0)) if said else ((title, BOLD),)


def _said(item: Coming) -> str:
    words = str(item.kind) if item.kind is not ItemKind.INFORMATION else ""
    return "; ".join(word for word in (words, "restricted" if item.restricted else "") if word)
