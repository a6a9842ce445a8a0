"""The item that approves an earlier meeting's record: its title is made, never typed.

How this works: ``notes_of`` of the item names the meeting, and the title follows from that
meeting's date; so a date that no meeting was held on, or one after this meeting, cannot be
printed. Must stay in step: ``pattern`` (makes the item of a new meeting). Source: house-format 2.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.paging import open_items
from kcsp_desktop.domain.record import earlier_meetings

if TYPE_CHECKING:
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record


def record_title(body: Body, held: Meeting) -> str:
    """Return "Notes of the meeting held on 16 November 2023", in the body's own words."""
    own = next((one.title for one in body.standing if one.kind is ItemKind.LAST_NOTES), "")
    words = own.strip() or f"{body.record_word.capitalize()} of the meeting held on"
    return f"{words} {printed(held.details.date)}"


def with_record_of(body: Body, item: AgendaItem, held: Meeting) -> AgendaItem:
    """Return the item with that meeting's record up for approval, and the title it has then."""
    return replace(item, kind=ItemKind.LAST_NOTES, notes_of=held.id, title=record_title(body, held))


def approvable(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """Return the body's meetings before this one, whose records it can approve, last one first."""
    return tuple(reversed(earlier_meetings(record, meeting)))


def records_in_pack(record: Record, meeting: Meeting) -> dict[ItemId, Meeting]:
    """Return, by item, the meetings whose record we print into the pack ourselves.

    Where papers are attached to such an item they are the record, as it was made elsewhere; a
    meeting without any minute has none (house-format 3).
    """
    found: dict[ItemId, Meeting] = {}
    for item in open_items(meeting):
        held = record.meeting(item.notes_of) if item.notes_of else None
        if held is not None and not item.papers and any(one.blocks for one in held.items):
            found[item.id] = held
    return found


def record_meant(title: str, held: tuple[Meeting, ...]) -> Meeting | None:
    """Return the meeting whose date a title names, else the first of ``held``, if there is one."""
    named = (one for one in held if printed(one.details.date).casefold() in title.casefold())
    return next(named, next(iter(held), None))
