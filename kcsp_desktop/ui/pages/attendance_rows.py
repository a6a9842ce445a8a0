"""The attendance as rows, counts and doubts, said in words. Pure, no widgets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from kcsp_desktop.domain.attendance import HERE_AS_MEMBER, Capacity
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.people import understood
from kcsp_desktop.ui.kit.rows import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.theme import Role as Colour

LETTERS: Final = {
    "P": Capacity.PRESENT, "O": Capacity.ONLINE, "A": Capacity.APOLOGIES,
    "S": Capacity.SUBSTITUTE, "I": Capacity.IN_ATTENDANCE, "L": Capacity.ALSO_PRESENT,
    "N": Capacity.ABSENT,
}  # fmt: skip
_ICONS: Final[dict[Capacity, tuple[str, Colour]]] = {
    Capacity.UNMARKED: ("none", "ink2"),
    Capacity.PRESENT: ("done", "ok"),
    Capacity.ONLINE: ("screen", "ok"),
    Capacity.SUBSTITUTE: ("repeat", "accent"),
    Capacity.ALSO_PRESENT: ("people", "ink2"),
    Capacity.IN_ATTENDANCE: ("person", "ink2"),
    Capacity.APOLOGIES: ("mail", "ink2"),
    Capacity.ABSENT: ("dash", "ink2"),
}
_LONG: Final = 24  # letters of a name that leave no room for the office word behind it


def attendance_rows(record: Record, body: Body, attendance: Sequence[Attendance]) -> list[Row]:
    """Return everybody in the order of the list."""
    names = {row.person_id: row.name for row in attendance}
    longs = {one.short_name: one.name for one in record.organisations if one.short_name}
    return [
        _row(
            row,
            office_word(body, row.role),
            longs.get(row.organisation, row.organisation),
            f"for {names[row.substitute_for]}" if row.substitute_for in names else "",
        )
        for row in attendance
    ]


def office_word(body: Body, role: Role) -> str:
    """Return what is printed behind the name of who holds an office."""
    words = {Role.CHAIR: body.chair_word, Role.VICE_CHAIR: body.vice_chair_word}
    return words.get(role, "")


def _row(row: Attendance, office: str, sends: str, substitute: str) -> Row:
    icon, colour = _ICONS[row.capacity]
    chosen = next((key for key, one in LETTERS.items() if one is row.capacity), "")
    here = str(row.capacity).capitalize()
    came = f"arrived {row.arrived}" if row.arrived else ""
    went = f"left {row.left}" if row.left else ""
    notes = ", ".join(part for part in (substitute, came, went) if part)
    name = Cell(text=row.name, second=office)
    if len(row.name) > _LONG and office:  # the whole goes on to a second line
        name = Cell(text=f"{row.name} ({office})")
    cells = (
        name,
        Cell(text=sends) if sends else Cell(text=row.post, role="ink2"),
        Cell(text=here, icon=icon, icon_role=colour, keys=tuple(LETTERS), chosen_key=chosen),
        Cell(text=notes),
    )
    said = (row.name, office, sends, row.post, here.lower(), notes)
    return Row(key=row.person_id, cells=cells, spoken=", ".join(part for part in said if part))


def counts(attendance: Sequence[Attendance]) -> tuple[tuple[int, str], ...]:
    """Return the counts of the head: (16, "present, 3 online and 1 a substitute") and so on."""
    of = Counter(row.capacity for row in attendance)
    parts = (
        f"{of[Capacity.ONLINE]} online" if of[Capacity.ONLINE] else "",
        f"{of[Capacity.SUBSTITUTE]} a substitute" if of[Capacity.SUBSTITUTE] else "",
    )
    among = " and ".join(part for part in parts if part)
    here = sum(of[capacity] for capacity in HERE_AS_MEMBER)
    counted = (
        (here, f"present, {among}" if among else "present"),
        (of[Capacity.ALSO_PRESENT], "also present"),
        (of[Capacity.APOLOGIES], "apologies"),
        (of[Capacity.IN_ATTENDANCE], "in attendance"),
        (of[Capacity.ABSENT], "absent"),
        (of[Capacity.UNMARKED], "not marked yet"),
    )
    return tuple(one for one in counted if one[0] or one[1] == "present")


class Doubt(NamedTuple):
    """What is to be settled about a person, and what to do."""

    what: str
    todo: str


_MOST_BY_NAME = 3  # more people not marked are one doubt: the work has hardly begun


def doubts(attendance: Sequence[Attendance]) -> tuple[Doubt, ...]:
    """Return what is to be settled before the lines are printed."""
    unmarked = [row for row in attendance if row.capacity is Capacity.UNMARKED]
    found: list[Doubt] = []
    if len(unmarked) > _MOST_BY_NAME:
        found.append(Doubt(f"{len(unmarked)} people are not marked", "Ctrl+Shift+P: all present."))
    else:
        found += [
            Doubt(f"{row.name} is not marked", "Present, apologies or absent?") for row in unmarked
        ]
    for row in attendance:
        found += _about(row)
    return tuple(found)


def _about(row: Attendance) -> Iterator[Doubt]:
    if row.capacity is Capacity.IN_ATTENDANCE and not row.post:
        yield Doubt(f"{row.name} has no post", "Officers are printed with their post.")
    read = understood(row.name)
    if not read["honorific"]:
        yield Doubt(f"{row.name} has no title", "Mr, Ms, Cllr? Enter puts it right.")
    elif not read["initials"] and not read["forename"]:
        yield Doubt(f"{row.name} has no initial", "Names are printed with theirs.")
