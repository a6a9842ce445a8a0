"""Decisions in Word: the sheet of one meeting on the same day, and the log of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Document, Part, Style, Table
from kcsp_desktop.documents.plain.clean import clean
from kcsp_desktop.documents.record import when
from kcsp_desktop.documents.registers.heads import bodies, head, of_whom
from kcsp_desktop.documents.registers.rows import decision_lines
from kcsp_desktop.documents.registers.telling import dated
from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.dates import printed, printed_with_weekday

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kcsp_desktop.documents.registers.rows import DecisionLine
    from kcsp_desktop.domain.disclosure import Edition

_HEADS = ("Minute", "Item", "Decision", "Owner or outcome")
_WIDTHS = (12, 24, 41, 23)
_NONE = "Nothing was decided."


def decision_sheet(edition: Edition) -> Document:
    """Return what one meeting decided, with room to write who will do it where nothing is known."""
    day = edition.details.date
    lines = decision_lines((edition,))
    sentence = (
        f"DECISIONS of the meeting of the {edition.body.name} on {printed_with_weekday(day)}."
    )
    marks = (*["DRAFT"] * edition.draft, *["RESTRICTED"] * _holds_restricted(lines))
    return Document(
        title=f"Decisions of the {edition.body.name}, {printed(day)}",
        dated=when(edition),
        parts=(*head((edition,), sentence, *marks), _table(lines)),
    )


def decision_log(editions: Sequence[Edition], today: date) -> Document:
    """Return what all these meetings decided, each under its own heading, earliest first."""
    lines = decision_lines(editions)
    sentence = f"DECISIONS of {of_whom(editions)} as at {printed_with_weekday(today)}."
    marks = ["RESTRICTED"] * _holds_restricted(lines)
    return Document(
        title=f"Decisions of {of_whom(editions)}, {printed(today)}",
        dated=dated(editions, today),
        parts=(*head(editions, sentence, *marks), *_by_meeting(editions)),
    )


def _by_meeting(editions: Sequence[Edition]) -> Iterator[Part | Table]:
    many, told = len(bodies(editions)) > 1, False
    for edition in editions:
        lines = decision_lines((edition,))
        if not lines:
            continue
        told = True
        body = f"{edition.body.name}, " if many else ""
        heading = f"{body}{printed_with_weekday(edition.details.date)}"
        yield Part(style=Style.HEADING, runs=plain(heading))
        yield _table(lines)
    if not told:
        yield Part(style=Style.PLAIN, runs=plain(_NONE))


def _table(lines: tuple[DecisionLine, ...]) -> Part | Table:
    if not lines:
        return Part(style=Style.PLAIN, runs=plain(_NONE))
    return Table(heads=_HEADS, rows=tuple(map(_row, lines)), widths=_WIDTHS)


def _row(line: DecisionLine) -> tuple[str, ...]:
    place = line.place
    title = place.title or "No title"
    number = str(place.minute) if place.minute else ""
    item = f"{title}\nItem {place.code}" + (", restricted" if place.restricted else "")
    return (
        f"{number} {line.letter})".strip() if line.letter else number,
        clean(item),
        clean(line.text),
        clean(line.outcome),
    )


def _holds_restricted(lines: Iterable[DecisionLine]) -> bool:
    return any(line.place.restricted for line in lines)
