"""Who may owe an action: people, organisations, roles, all members, sub-groups, nobody yet."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import HERE
from kcsp_desktop.domain.people import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record


class OwnerKind(StrEnum):
    """What kind of owner the words name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ROLE = "role"
    ALL_MEMBERS = "all members"
    SUB_GROUP = "sub-group"
    NOBODY = "nobody yet"


ALL_MEMBERS = "All members"


def known_owners(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """Return who can be named as an owner, the likeliest first: those in the room."""
    body = record.body_of(meeting)
    here = [row.name for row in meeting.attendance if row.capacity in HERE]
    others = [row.name for row in meeting.attendance if row.capacity not in HERE]
    roles = [f"The {body.chair_word}", f"The {body.vice_chair_word}", "The Clerk"]
    organisations = [one.name for one in record.organisations]
    bodies = [one.name for one in record.bodies if one.id != body.id]
    people = [listed(person) for person in record.people]
    known = (*here, ALL_MEMBERS, *roles, *others, *organisations, *bodies, *people)
    return tuple(dict.fromkeys(known))


def owner_kind(record: Record, meeting: Meeting, owner: str) -> OwnerKind:
    """Return what kind of owner the words name; words that name nothing known are a person's."""
    return owner_kinds(record)(meeting, owner)


_ALL = frozenset({"all members", "all", "members", "all partners"})
_GROUPS = ("group", "sub-group", "committee", "board")


def owner_kinds(record: Record) -> Callable[[Meeting, str], OwnerKind]:
    """Return ``owner_kind`` for many actions: the names of a record are looked through once."""
    organisations = {
        name.casefold() for one in record.organisations for name in (one.name, one.short_name)
    }
    bodies = {name.casefold() for one in record.bodies for name in (one.name, one.short_name)}
    roles = {
        one.id: {one.chair_word.casefold(), one.vice_chair_word.casefold(), "clerk", "secretary"}
        for one in record.bodies
    }

    found: dict[tuple[str, str], OwnerKind] = {}

    def kind(meeting: Meeting, owner: str) -> OwnerKind:
        asked = (meeting.body_id, owner)
        if asked not in found:
            found[asked] = read(meeting, owner)
        return found[asked]

    def read(meeting: Meeting, owner: str) -> OwnerKind:
        words = owner.strip().casefold()
        if not words:
            return OwnerKind.NOBODY
        if words in _ALL:
            return OwnerKind.ALL_MEMBERS
        if words.removeprefix("the ") in roles.get(meeting.body_id, ()):
            return OwnerKind.ROLE
        if words in organisations:
            return OwnerKind.ORGANISATION
        if words in bodies or words.endswith(_GROUPS):
            return OwnerKind.SUB_GROUP
        return OwnerKind.PERSON

    return kind
