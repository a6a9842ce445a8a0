"""Who was in the room, and the printed lines of it (house-format 5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.body import Body, Role
from kcsp_desktop.domain.dates import understood_time
from kcsp_desktop.domain.ids import DeclarationId, ItemId, PersonId

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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


def sits_as_member(row: Attendance) -> bool:
    """Whether somebody is counted as a member: present, online or as a substitute.

    Advisers and officers never are, whatever they are marked.
    """
    return row.capacity in HERE_AS_MEMBER and row.role not in _NO_MEMBERS


def quorum(body: Body, attendance: Iterable[Attendance]) -> Quorum:
    """Count the members who came at all; ``quorum_at`` counts those here at a moment."""
    return Quorum(here=sum(map(sits_as_member, attendance)), needed=body.quorum)


def quorum_at(
    body: Body,
    attendance: Iterable[Attendance],
    order: Sequence[ItemId],
    item_id: ItemId | None = None,
    declarations: Iterable[Declaration] = (),
) -> Quorum:
    """Count the members here while an item is taken; ``None``: behind all that is known.

    ``order`` has the items as they are taken (``meeting.in_order_taken``).
    """
    left = {one.person_id for one in declarations if one.left_room and one.item_id == item_id}
    here = sum(
        sits_as_member(row) and row.person_id not in left and here_at(row, order, item_id)
        for row in attendance
    )
    return Quorum(here=here, needed=body.quorum)


def here_at(row: Attendance, order: Sequence[ItemId], item_id: ItemId | None = None) -> bool:
    """Whether somebody was in the room while an item was taken, its decision included.

    Who arrived at an item was there for it, who left at one was not. Who left at one and arrived
    at a later one was away between. A departure with a time alone counts from the end on.
    """
    if row.capacity not in HERE:
        return False
    end = len(order)
    now = order.index(item_id) if item_id in order else end
    came = order.index(row.arrived_item) if row.arrived_item in order else -1
    went = end if row.left or row.left_item else end + 1
    went = order.index(row.left_item) if row.left_item in order else went
    if came_back(row, order):
        return now < went or now >= came
    return came <= now < went


def came_back(row: Attendance, order: Sequence[ItemId]) -> bool:
    """Whether somebody left and arrived again, and was here before."""
    places = [order.index(one) if one in order else -1 for one in (row.left_item, row.arrived_item)]
    left, arrived = _minutes(row.left), _minutes(row.arrived)
    if min(places) < 0:  # at no item: times alone tell, where both are there
        return 0 < left < arrived
    return (places[0], left) < (places[1], arrived)


def _minutes(clock: str) -> int:
    at = understood_time(clock)
    return at.hour * 60 + at.minute if at else 0


def voters(body: Body, attendance: Iterable[Attendance], day: str) -> tuple[Attendance, ...]:
    """Return who of those here may vote on that ISO day; a substitute as the member would.

    Who sits as a member and has no membership in the body votes.
    """
    votes = {one.person_id: one.voting for one in body.members if one.on(day)}
    return tuple(
        row
        for row in attendance
        if sits_as_member(row) and votes.get(row.substitute_for or row.person_id, True)
    )


def who_presides(
    attendance: Iterable[Attendance], presided_by: PersonId | None = None
) -> Attendance | None:
    """Return who is in the chair: who was said to be, or the Chair, if they are here at all."""
    here = [row for row in attendance if row.capacity in HERE_AS_MEMBER]
    named = next((row for row in here if row.person_id == presided_by), None)
    return named or next((row for row in here if row.role is Role.CHAIR), None)


def chair_offered(attendance: Iterable[Attendance]) -> Attendance | None:
    """Return who takes the chair where the Chair is not here: the vice-chair, if here."""
    here = [row for row in attendance if row.capacity in HERE_AS_MEMBER]
    if any(row.role is Role.CHAIR for row in here):
        return None
    return next((row for row in here if row.role is Role.VICE_CHAIR), None)


def all_here(attendance: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Mark whoever is not marked yet: members present, advisers and officers in attendance."""
    return tuple(
        row
        if row.capacity is not Capacity.UNMARKED
        else replace(
            row,
            capacity=Capacity.IN_ATTENDANCE if row.role in _NO_MEMBERS else Capacity.PRESENT,
        )
        for row in attendance
    )


_ORDER = {Role.CHAIR: 0, Role.VICE_CHAIR: 2}
_PRESIDING, _LAST = 1, 3


def in_printed_order(
    attendance: Iterable[Attendance], presided_by: PersonId | None = None
) -> tuple[Attendance, ...]:
    """Chair first, then vice-chair, then the order of the list (house-format 5).

    A member who took the chair stands where the Chair would, or next to them.
    """

    def place(row: Attendance) -> int:
        usual = _ORDER.get(row.role, _LAST)
        return min(usual, _PRESIDING) if row.person_id == presided_by else usual

    return tuple(sorted(attendance, key=place))


def present_names(
    body: Body, attendance: Iterable[Attendance], presided_by: PersonId | None = None
) -> tuple[str, ...]:
    """Return the names under PRESENT, with office words: "Mrs C Bell (Chair)".

    Who presided where it was not the Chair: "Mr J Rivers (Vice-Chair, in the Chair)". Posts are
    there where the body prints them: "Mrs C Bell (Chair; Leader, ABC)".
    """

    def words(row: Attendance) -> str:
        post = row.post if body.print_posts else ""
        return "; ".join(part for part in (office(body, row, presided_by), post) if part)

    return tuple(
        _in_brackets(row.name, words(row))
        for row in in_printed_order(attendance, presided_by)
        if row.capacity in HERE_AS_MEMBER
    )


def office(body: Body, row: Attendance, presided_by: PersonId | None = None) -> str:
    """Return what stands in brackets behind a member's name, "" for most (house-format 5)."""
    words = {Role.CHAIR: body.chair_word, Role.VICE_CHAIR: body.vice_chair_word}
    word = words.get(row.role, "")
    presided = row.person_id == presided_by and row.role is not Role.CHAIR
    return ", ".join(part for part in (word, "in the Chair" if presided else "") if part)


def names_as(capacity: Capacity, attendance: Iterable[Attendance]) -> tuple[str, ...]:
    """Return names with their posts, "Mrs A Taylor (Clerk)", of those here in ``capacity``."""
    return tuple(_in_brackets(row.name, row.post) for row in attendance if row.capacity is capacity)


def apologies_names(attendance: Iterable[Attendance]) -> tuple[str, ...]:
    """Return the names under APOLOGIES: "Mr P Hill (substitute: Ms S Allen)"."""
    rows = tuple(attendance)
    instead = {row.substitute_for: row.name for row in rows if row.capacity is Capacity.SUBSTITUTE}
    return tuple(
        _in_brackets(row.name, f"substitute: {instead[row.person_id]}")
        if row.person_id in instead
        else row.name
        for row in in_printed_order(rows)
        if row.capacity is Capacity.APOLOGIES
    )


def attendance_lines(
    body: Body, attendance: Iterable[Attendance], presided_by: PersonId | None = None
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the printed lines in their order, label and names; an empty one is left out."""
    rows = tuple(attendance)
    lines = (
        ("PRESENT", present_names(body, rows, presided_by)),
        ("ALSO PRESENT", names_as(Capacity.ALSO_PRESENT, rows)),
        ("APOLOGIES", apologies_names(rows) if body.print_apologies else ()),
        ("IN ATTENDANCE", names_as(Capacity.IN_ATTENDANCE, rows)),
    )
    return tuple((label, names) for label, names in lines if names)


def _in_brackets(name: str, words: str) -> str:
    return f"{name} ({words})" if words else name


def sentence(names: tuple[str, ...]) -> str:
    """Join names as the house does: commas, "and" before the last, full stop (house-format 5)."""
    if not names:
        return ""
    if len(names) == 1:
        return f"{names[0]}."
    return f"{', '.join(names[:-1])} and {names[-1]}."
