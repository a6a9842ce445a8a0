"""An item of one agenda becomes a standing one of its body, or is so no longer.

Must stay in step: ``pattern`` (makes the items of a new meeting from the body's).
Source: house-format 2.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.body import StandingItem
from kcsp_desktop.domain.kinds import ItemKind

if TYPE_CHECKING:
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.meeting import AgendaItem, Section


def with_standing(body: Body, item: AgendaItem, section: Section) -> Body:
    """Return the body with the item on each new agenda, in the section of that letter."""
    if _place(body, item, section) is not None:
        return body
    new = StandingItem(
        section=section.letter,
        title=item.title,
        kind=item.kind,
        minuted=item.minuted,
        restriction=item.restriction,
        presenter=item.presenter,
        minutes_planned=item.minutes_planned,
    )
    return replace(body, standing=(*body.standing, new))


def without_standing(body: Body, item: AgendaItem, section: Section) -> Body:
    """Return the body without the standing item that this one is, if it has it."""
    at = _place(body, item, section)
    if at is None:
        return body
    return replace(body, standing=(*body.standing[:at], *body.standing[at + 1 :]))


def _place(body: Body, item: AgendaItem, section: Section) -> int | None:
    """Return where the item stands in the body's pattern; that of the last record by its kind."""
    for place, one in enumerate(body.standing):
        same = one.kind is ItemKind.LAST_NOTES or one.title.casefold() == item.title.casefold()
        if one.section == section.letter and one.kind is item.kind and same:
            return place
    return None
