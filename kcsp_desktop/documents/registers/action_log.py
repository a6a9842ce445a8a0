"""The action log in Word: what is owed, by the day it is due, and then what is closed.

Its pages lie on their side, for it has six columns; how an action went on is for members, and the
public's has five.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Document, Part, Style, Table
from kcsp_desktop.documents.plain.clean import clean
from kcsp_desktop.documents.registers.heads import bodies, head, of_whom
from kcsp_desktop.documents.registers.rows import action_lines, open_first
from kcsp_desktop.documents.registers.telling import agreed, dated, due, stands, told
from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.dates import printed, printed_with_weekday

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from kcsp_desktop.documents.registers.rows import ActionLine
    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import ActionId, BodyId

_HEADS = ("Action", "Owner", "Due", "Agreed", "How it stands")
_WIDTHS = (35, 18, 16, 16, 15)
_HEADS_OF_MEMBERS = (*_HEADS, "Updates")
_WIDTHS_OF_MEMBERS = (25, 14, 12, 14, 12, 23)


def action_log(
    editions: Sequence[Edition],
    days: Mapping[BodyId, tuple[str, ...]],
    today: date,
    wanted: Collection[ActionId] | None = None,
) -> Document:
    """Return the log as the actions stand ``today``; see ``action_lines`` for what it takes."""
    when = dated(editions, today)
    lines = action_lines(editions, days, today, wanted)
    return Document(
        title=f"Action log of {of_whom(editions)}, {printed(today)}",
        dated=when,
        parts=tuple(_parts(editions, lines, today)),
        wide=True,
    )


def _parts(
    editions: Sequence[Edition], lines: tuple[ActionLine, ...], today: date
) -> Iterator[Part | Table]:
    closed = any(line.place.restricted for line in lines)
    sentence = f"ACTION LOG of {of_whom(editions)} as at {printed_with_weekday(today)}."
    yield from head(editions, sentence, *["RESTRICTED"] * closed)
    many = len(bodies(editions)) > 1
    for heading, none, group in zip(
        ("OPEN ACTIONS", "CLOSED ACTIONS"),
        ("No action is open.", "No action is closed."),
        open_first(lines),
        strict=True,
    ):
        yield Part(style=Style.HEADING, runs=plain(heading))
        yield _table(group, named=many) if group else Part(style=Style.PLAIN, runs=plain(none))


def _table(lines: tuple[ActionLine, ...], *, named: bool) -> Table:
    if all(line.public for line in lines):
        return Table(heads=_HEADS, rows=tuple(_rows(lines, named=named)), widths=_WIDTHS)
    rows = (
        (*row, _later(line)) for row, line in zip(_rows(lines, named=named), lines, strict=True)
    )
    return Table(heads=_HEADS_OF_MEMBERS, rows=tuple(rows), widths=_WIDTHS_OF_MEMBERS)


def _rows(lines: Iterable[ActionLine], *, named: bool) -> Iterator[tuple[str, ...]]:
    for line in lines:
        yield (
            clean(line.action.text),
            clean(line.action.owner).strip() or "Nobody yet",
            clean(due(line)),
            clean(agreed(line.place, named=named)),
            clean(stands(line)),
        )


def _later(line: ActionLine) -> str:
    """Return what was said of an action later, meeting by meeting, and how it was closed."""
    texts = (*(told(one) for one in line.action.updates), line.action.note.strip())
    return clean("\n".join(text for text in texts if text))
