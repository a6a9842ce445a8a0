"""What would be wrong with the record once it is out (house-format 9: CHK-03, 05, 12)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, BlockKind, is_closed
from kcsp_desktop.domain.checks.finding import Finding, Level
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.outcome import Progress, progress
from kcsp_desktop.domain.record import by_date, earlier_meetings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.checks.finding import Looked
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting


def ended(at: Looked) -> Iterator[Finding]:
    """Find a missing end, and items that are neither minuted nor said not to be."""
    if at.meeting.details.end is None:
        yield Finding(
            check="end",
            level=Level.MUST,
            what="The time it ended is not set",
            where="Details.",
            page="details",
            in_draft=True,
        )
    for item in at.items:
        if progress(item) is Progress.NOT_STARTED:
            yield _empty(at, item)


def _empty(at: Looked, item: AgendaItem) -> Finding:
    return Finding(
        check="minuted",
        level=Level.MUST,
        what=f"{at.minute(item)} is empty",
        where=f"{at.place(item)}. Minute it, or press M under Agenda.",
        page="minutes",
        item_id=item.id,
        in_draft=True,
    )


_RESOLVES_NOTHING = frozenset({ItemKind.INTRODUCTION, ItemKind.APOLOGIES, ItemKind.DECLARATIONS})


def outcomes(at: Looked) -> Iterator[Finding]:
    """CHK-12: every minuted item has a resolution, or a reason for having none."""
    for item in at.items:
        match progress(item):
            case Progress.NOT_STARTED:
                yield _empty(at, item)
            case Progress.STARTED if item.kind not in _RESOLVES_NOTHING:
                yield Finding(
                    check="CHK-12",
                    level=Level.MUST,
                    what=f"{at.minute(item)} has no outcome",
                    where=f"{at.place(item)}. Ctrl+R resolves, or say why not.",
                    page="minutes",
                    item_id=item.id,
                    in_draft=True,
                )


def series(at: Looked) -> Iterator[Finding]:
    """CHK-05: the numbers run on from the body's last record, and none is given twice."""
    given = [at.numbers.minutes[item.id] for item in at.items if item.minuted]
    if any(b != a + 1 for a, b in pairwise(given)):
        yield _series("The minute numbers do not run on")
    if given and not at.meeting.issued_numbers:
        yield from _open_before(at)
        yield from _taken(at, given)


def _series(what: str, where: str = "Details, number of the first minute.") -> Finding:
    return Finding(
        check="CHK-05", level=Level.MUST, what=what, where=where, page="details", in_draft=True
    )


def _open_before(at: Looked) -> Iterator[Finding]:
    """Yield the earlier meetings whose numbers may still change, and with them these."""
    if at.meeting.details.first_number:
        return
    for earlier in reversed(earlier_meetings(at.record, at.meeting)):
        if earlier.issued_numbers:
            return
        if any(item.minuted for item in earlier.items):
            day = printed(earlier.details.date)
            yield _series(
                f"The record of {day} is not circulated yet",
                "Its numbers come before these: circulate it first, or cancel that meeting.",
            )
        if earlier.details.first_number:
            return


def _taken(at: Looked, given: list[int]) -> Iterator[Finding]:
    """Yield each record of the same series that has one of these numbers already."""
    for other in _same_series(at):
        issued = {number for _, number in other.issued_numbers}
        if issued & set(given):
            number = min(issued & set(given))
            day = printed(other.details.date)
            yield _series(f"Number {number} stands in the record of {day} already")


def _same_series(at: Looked) -> Iterator[Meeting]:
    """Yield the body's other meetings since the series was last begun anew."""
    run: list[Meeting] = []
    for one in by_date(at.record.meetings):
        if one.body_id != at.meeting.body_id or one.state is MeetingState.CANCELLED:
            continue
        if one.details.first_number:
            if any(each.id == at.meeting.id for each in run):
                break
            run = []
        run.append(one)
    if any(each.id == at.meeting.id for each in run):
        yield from (one for one in run if one.id != at.meeting.id)


_MOST_WORDS_ALIKE = 5
"""A sentence of so few words may be said of anything: "Members noted the update."."""


def leaks(at: Looked) -> Iterator[Finding]:
    """CHK-03: no sentence of what is closed stands in what everybody may read."""
    closed: set[str] = set()
    for item in at.items:
        closed |= set(sentences(item.detail))
        for block in item.blocks:
            if is_closed(block) and block.kind not in RESOLUTION_PARTS:
                closed |= set(sentences(block.text))
    if not closed:
        return
    for item in at.items:
        for text, page in _public_texts(item):
            for one in sentences(text):
                if one in closed:
                    yield Finding(
                        check="CHK-03",
                        level=Level.MUST,
                        what="A sentence of the restricted detail stands in the public text",
                        where=f"{at.minute(item)}: “{one[:1].upper()}{one[1:60]}…”",
                        page=page,
                        item_id=item.id,
                    )


def _public_texts(item: AgendaItem) -> Iterator[tuple[str, str]]:
    yield item.title, "agenda"
    if item.minuted:
        for block in item.blocks:
            if not is_closed(block) and block.kind is not BlockKind.PRIVATE_NOTE:
                yield block.text, "minutes"


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text that are long enough to tell something, put plainly."""
    for one in re.split(r"(?<=[.;:?!])\s+", text):
        words = re.findall(r"[\w\u2019']+", one.casefold())
        if len(words) > _MOST_WORDS_ALIKE:
            yield " ".join(words)
