"""Domain values to rows and back, pure. The round trip is a law (``tests/store/test_rows``).

How this works: a value with an id of its own is a row; what has none (memberships, posts, a
body's pattern of sections, issued numbers, runs) is JSON in the row it belongs to, since it is
always read and written with it. Must stay in step: ``migrations`` (the columns).
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.attendance import Attendance, Declaration
from kcsp_desktop.domain.blocks import Block
from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.entries import Entry
from kcsp_desktop.domain.meeting import AgendaItem, Meeting, Section
from kcsp_desktop.domain.people import Organisation, Person
from kcsp_desktop.store.rows.of_bodies import (
    abbreviation_from,
    abbreviation_row,
    body_from,
    body_row,
    organisation_from,
    organisation_row,
    person_from,
    person_row,
)
from kcsp_desktop.store.rows.of_entries import entry_from, entry_row
from kcsp_desktop.store.rows.of_meetings import (
    action_from,
    action_row,
    attendance_from,
    attendance_row,
    block_from,
    block_row,
    declaration_from,
    declaration_row,
    item_from,
    item_row,
    meeting_from,
    meeting_row,
    section_from,
    section_row,
)
from kcsp_desktop.store.rows.plain import Row, clean

if TYPE_CHECKING:
    from collections.abc import Callable

Stored = (
    Body
    | Organisation
    | Person
    | Abbreviation
    | Entry
    | Meeting
    | Section
    | AgendaItem
    | Block
    | Attendance
    | Declaration
    | Action
)
"""The values that are rows of their own."""

__all__ = [
    "Row", "Stored", "abbreviation_from", "action_from", "attendance_from", "block_from",
    "body_from", "clean", "declaration_from", "entry_from", "item_from",
    "meeting_from", "organisation_from", "person_from", "row_id", "row_of", "same_row",
    "section_from",
]  # fmt: skip

_ROWS: dict[str, Callable[[Any, str], Row]] = {
    "bodies": lambda value, _: body_row(value),
    "organisations": lambda value, _: organisation_row(value),
    "people": lambda value, _: person_row(value),
    "meetings": lambda value, _: meeting_row(value),
    "sections": section_row,
    "items": item_row,
    "blocks": block_row,
    "attendance": attendance_row,
    "actions": action_row,
    "declarations": declaration_row,
    "abbreviations": lambda value, _: abbreviation_row(value),
    "entries": lambda value, _: entry_row(value),
}


def row_of(table: str, owner: str, value: Stored) -> Row:
    """Return the row of a value that belongs to ``owner``; all its text is one SQLite can hold."""
    row = _ROWS[table](value, owner)
    return {name: clean(v) if isinstance(v, str) else v for name, v in row.items()}


_APART = {"sections", "items", "attendance", "actions", "declarations", "blocks"}
_IN_ROW: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name not in _APART)
    for kind in (Meeting, AgendaItem)
}
"""What is in the row of a value that holds lists of others; the lists are rows of their own."""


def same_row(one: Stored, other: Stored) -> bool:
    """Whether two values certainly have the same row: told without making it.

    So it is with a meeting and an item in which only something further down has changed.
    """
    names = _IN_ROW.get(type(one), ())
    return bool(names) and all(getattr(one, name) is getattr(other, name) for name in names)


def row_id(owner: str, value: Stored) -> str:
    """Return the id of a value's row; a person stands once in the attendance of a meeting."""
    if isinstance(value, Attendance):
        return clean(f"{owner}/{value.person_id}")
    return clean(value.id)
