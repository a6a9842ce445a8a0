"""The actions of a meeting as an annex to its notes, where the body wants one (house-format 5).

How this works: it says what was agreed and nothing of how it went on, so that notes made again
later are the same, byte by byte, unless an action's own words are changed; the action log tells
the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Part, Style, Table
from kcsp_desktop.documents.plain.clean import clean
from kcsp_desktop.domain.actions import DueKind
from kcsp_desktop.domain.blocks import Visibility, plain
from kcsp_desktop.domain.dates import printed, understood_date
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.wording.due_words import explained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.actions import Action, Due
    from kcsp_desktop.domain.disclosure import Edition, EditionItem

_HEADS = ("Minute", "Action", "Owner", "Due")
_WIDTHS = (14, 44, 21, 21)


def annex(edition: Edition) -> Iterator[Part | Table]:
    """Yield the heading and the table; nothing where the body wants none, or there is no action."""
    if not edition.body.annex_actions:
        return
    rows = tuple(_row(edition, item, action) for item in edition.items for action in item.actions)
    if rows:
        yield Part(style=Style.HEADING, runs=plain("ACTIONS"))
        yield Table(heads=_HEADS, rows=rows, widths=_WIDTHS)


def _row(edition: Edition, item: EditionItem, action: Action) -> tuple[str, ...]:
    place = str(item.number) if item.number else f"Item {item.code}"
    closed = item.restricted or action.visibility is Visibility.RESTRICTED
    if closed and edition.audience is not Audience.PUBLIC:
        place = f"{place} (restricted)"
    owner = clean(action.owner).strip() or "Nobody yet"
    return place, clean(action.text), owner, clean(_due(action.due))


def _due(due: Due) -> str:
    """Return the words of the room, "31 July 2026", or what the kind says."""
    day = understood_date(due.date) if due.date else None
    known = explained(due) if due.kind is not DueKind.UNCLEAR else ""
    words = due.words.strip() or (printed(day) if day else known) or "No date"
    return f"{words[:1].upper()}{words[1:]}"
