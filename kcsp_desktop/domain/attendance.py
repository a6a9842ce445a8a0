"""Who was in the room, and the printed lines of it (house-format 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.body import Body, Role
from kcsp_desktop.domain.ids import DeclarationId, ItemId, PersonId

if TYPE_CHECKING:
    from collections.abc import Iterable


class Capacity(StrEnum):
    """How a person was there, or was not."""

    UNMARKED = "not marked"
    PRESENT = "present"
    ONLINE = "online"
    SUBSTITUTE = "substitute"
    ALSO_PRESENT = "also present"
    IN_ATTENDANCE = "in attendance"
    APOLOGIES = "apologies"
    ABSENT = "absent"


HERE_AS_MEMBER = frozenset({Capacity.PRESENT, Capacity.ONLINE, Capacity.SUBSTITUTE})
HERE = HERE_AS_MEMBER | {Capacity.ALSO_PRESENT, Capacity.IN_ATTENDANCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person at one meeting.

    ``name``, ``post`` and ``organisation`` are as on the day: they are copied from the person,
    so that a later change of name leaves this record alone. ``arrived`` and ``left`` are times
    as noted ("10.41"), with the item that was being taken.
    """

    person_id: PersonId
    name: str
    post: str = ""
    organisation: str = ""
    role: Role = Role.MEMBER
    capacity: Capacity = Capacity.UNMARKED
    substitute_for: PersonId | None = None
    arrived: str = ""
    left: str = ""
    arrived_item: ItemId | None = None
    left_item: ItemId | None = None


class InterestKind(StrEnum):
    """What kind of interest was declared (house-format 10)."""

    PECUNIARY = "disclosable pecuniary interest"
    SIGNIFICANT = "other significant interest"
    OTHER = "interest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One member's declaration of interest in one item; ``name`` as on the day."""

    id: DeclarationId
    person_id: PersonId
    name: str
    item_id: ItemId
    kind: InterestKind = InterestKind.OTHER
    text: str = ""
    left_room: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """How many members are here and how many are needed; 0 needed means no quorum is set."""

    here: int
    needed: int

    @property
    def met(self) -> bool:
        """Whether enough members are here (always, where none is set)."""
        return self.here >= self.needed


_NO_MEMBERS = frozenset({Role.ADVISER, Role.OFFICER})


def quorum(body: Body, attendance: Iterable[Attendance]) -> Quorum:
    """Count the members here: present, online and substitutes; not advisers and officers."""
    here = sum(row.capacity in HERE_AS_MEMBER and row.role not in _NO_MEMBERS for row in attendance)
    return Quorum(here=here, needed=body.quorum)


_ORDER = {Role.CHAIR: 0, Role.VICE_CHAIR: 1}


def in_printed_order(attendance: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Chair first, then vice-chair, then the order of the list."""
    return tuple(sorted(attendance, key=lambda row: _ORDER.get(row.role, 2)))


def present_names(body: Body, attendance: Iterable[Attendance]) -> tuple[str, ...]:
    """Return the names under PRESENT, with office words: "Mrs C Bell (Chair)"."""
    words = {Role.CHAIR: body.chair_word, Role.VICE_CHAIR: body.vice_chair_word}
    return tuple(
        f"{row.name} ({words[row.role]})" if row.role in words else row.name
        for row in in_printed_order(attendance)
        if row.capacity in HERE_AS_MEMBER
    )


def names_as(capacity: Capacity, attendance: Iterable[Attendance]) -> tuple[str, ...]:
    """Return names with their posts, "Mrs A Taylor (Clerk)", of those here in ``capacity``."""
    return tuple(
        f"{row.name} ({row.post})" if row.post else row.name
        for row in attendance
        if row.capacity is capacity
    )


def sentence(names: tuple[str, ...]) -> str:
    """Join names as the house does: commas, "and" before the last, full stop (house-format 5)."""
    if not names:
        return ""
    if len(names) == 1:
        return f"{names[0]}."
    return f"{', '.join(names[:-1])} and {names[-1]}."
