"""The attendance as rows, counts and doubts, said in words. Pure, no widgets."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from kcsp_desktop.domain.attendance import (
    HERE,
    HERE_AS_MEMBER,
    Capacity,
    came_back,
    chair_offered,
    office,
    who_presides,
)
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.domain.meeting import in_order_taken
from kcsp_desktop.domain.numbering import numbers
from kcsp_desktop.domain.people import understood
from kcsp_desktop.ui.kit.rows import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import PersonId
    from kcsp_desktop.domain.meeting import Meeting
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


def attendance_rows(record: Record, meeting: Meeting) -> list[Row]:
    """Return everybody in the order of the list."""
    body = record.body_of(meeting)
    longs = {one.short_name: one.name for one in record.organisations if one.short_name}
    noted = notes(meeting)
    return [
        _row(
            row,
            office(body, row, meeting.presided_by),
            longs.get(row.organisation, row.organisation),
            noted[row.person_id],
        )
        for row in meeting.attendance
    ]


def notes(meeting: Meeting) -> dict[PersonId, str]:
    """Return what is noted of each: for whom they are here, when they came, what they declared."""
    codes = numbers(meeting, 1).codes
    names = {row.person_id: row.name for row in meeting.attendance}
    instead = {row.substitute_for: row.name for row in meeting.attendance if row.substitute_for}
    declared: defaultdict[str, list[str]] = defaultdict(list)
    for one in meeting.declarations:
        left = ", left the room" if one.left_room else ""
        declared[one.person_id].append(f"interest in {codes.get(one.item_id, '')}{left}")
    order = tuple(item.id for item in in_order_taken(meeting))
    found = {}
    for row in meeting.attendance:
        back = came_back(row, order)
        came = "back" if back else "arrived"
        comings = (
            _coming(came, row.arrived, codes.get(row.arrived_item or ItemId(""), "")),
            _coming("left", row.left, codes.get(row.left_item or ItemId(""), "")),
        )
        parts = (
            f"for {names[row.substitute_for]}" if row.substitute_for in names else "",
            f"substitute: {instead[row.person_id]}" if row.person_id in instead else "",
            *(reversed(comings) if back else comings),
            *declared[row.person_id],
        )
        found[row.person_id] = "; ".join(part for part in parts if part)
    return found


def _coming(what: str, at: str, code: str) -> str:
    """Return "arrived 10.12", "arrived at B1, 10.12"."""
    if code:
        return ", ".join(part for part in (f"{what} at {code}", at) if part)
    return f"{what} {at}" if at else ""


def _row(row: Attendance, office: str, sends: str, noted: str) -> Row:
    icon, colour = _ICONS[row.capacity]
    chosen = next((key for key, one in LETTERS.items() if one is row.capacity), "")
    here = str(row.capacity).capitalize()
    name = Cell(text=row.name, second=office)
    if office and len(row.name) + len(office) // 2 > _LONG:  # the whole goes on to a second line
        name = Cell(text=f"{row.name} ({office})")
    cells = (
        name,
        Cell(text=sends) if sends else Cell(text=row.post, role="ink2"),
        Cell(text=here, icon=icon, icon_role=colour, keys=tuple(LETTERS), chosen_key=chosen),
        Cell(text=noted),
    )
    said = (row.name, office, sends, row.post, here.lower(), noted)
    return Row(key=row.person_id, cells=cells, spoken=", ".join(part for part in said if part))


def place_of_surname(names: Sequence[str], typed: str, first: int) -> int:
    """Return the place of the first name from ``first`` on whose surname begins so, -1 for none.

    Behind the last name the first ones follow. Capitals and accents do not matter.
    """
    wanted = _bare(typed)
    order = (*range(first, len(names)), *range(min(first, len(names))))
    return next((n for n in order if _bare(understood(names[n])["surname"]).startswith(wanted)), -1)


def _bare(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in parts if one.isalpha())


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


def doubts(body: Body, meeting: Meeting) -> tuple[Doubt, ...]:
    """Return what is to be settled before the lines are printed."""
    attendance = meeting.attendance
    unmarked = [row for row in attendance if row.capacity is Capacity.UNMARKED]
    found: list[Doubt] = []
    if len(unmarked) > _MOST_BY_NAME:
        found.append(Doubt(f"{len(unmarked)} people are not marked", "Ctrl+Shift+P: all are here."))
    else:
        found += [
            Doubt(f"{row.name} is not marked", "Present, apologies or absent?") for row in unmarked
        ]
    found += _in_the_chair(body, meeting)
    found += _twice_for_one(attendance)
    for row in attendance:
        found += _about(row)
    return tuple(found)


def _in_the_chair(body: Body, meeting: Meeting) -> Iterator[Doubt]:
    """Ask who presided, once the Chair is known not to be here."""
    chair = next((row for row in meeting.attendance if row.role is Role.CHAIR), None)
    away = chair is not None and chair.capacity is not Capacity.UNMARKED
    if who_presides(meeting.attendance, meeting.presided_by) is not None or not away:
        return
    offered = chair_offered(meeting.attendance)
    name = f"{offered.name} ({body.vice_chair_word})?" if offered else "Who took the chair?"
    yield Doubt(f"The {body.chair_word} is not here", f"C: {name}")


def _twice_for_one(attendance: Sequence[Attendance]) -> Iterator[Doubt]:
    here = {row.person_id: row for row in attendance if row.capacity in HERE}
    for row in attendance:
        member = here.get(row.substitute_for) if row.substitute_for else None
        if row.capacity is Capacity.SUBSTITUTE and member is not None:
            yield Doubt(f"{member.name} and a substitute are both here", "Which of them sat?")


def _about(row: Attendance) -> Iterator[Doubt]:
    if row.capacity is Capacity.IN_ATTENDANCE and not row.post:
        yield Doubt(f"{row.name} has no post", "Officers are printed with their post.")
    read = understood(row.name)
    if not read["honorific"]:
        yield Doubt(f"{row.name} has no title", "Mr, Ms, Cllr? Enter puts it right.")
    elif not read["initials"] and not read["forename"]:
        yield Doubt(f"{row.name} has no initial", "Names are printed with theirs.")
