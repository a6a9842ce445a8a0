"""Who is said to have been there (house-format 9: CHK-07, 08, 09, 28)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import (
    HERE,
    HERE_AS_MEMBER,
    Attendance,
    Capacity,
    InterestKind,
    quorum,
)
from kcsp_desktop.domain.checks.finding import Finding, Level
from kcsp_desktop.domain.people import understood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.checks.finding import Looked


def _found(check: str, what: str, where: str, level: Level = Level.LOOK) -> Finding:
    return Finding(check=check, level=level, what=what, where=where, page="attendance")


def marks(at: Looked) -> Iterator[Finding]:
    """Somebody was there, and everybody in the list is marked.

    CHK-07, an empty label, cannot be: a label without names is not printed; that PRESENT would
    be one is told here.
    """
    rows = at.meeting.attendance
    if not any(row.capacity in HERE_AS_MEMBER for row in rows):
        yield _found("CHK-07", "Nobody is marked present",
                     "Attendance. PRESENT would be left out.")  # fmt: skip
    for row in rows:
        if row.capacity is Capacity.UNMARKED:
            yield _found("marks", f"{row.name} is not marked",
                         "Attendance. Present, apologies or absent?")  # fmt: skip


def names(at: Looked) -> Iterator[Finding]:
    """CHK-08: a title, initials and a surname; officers in attendance have a post."""
    for row in at.meeting.attendance:
        if row.capacity not in HERE:
            continue
        parts = understood(row.name)
        if not parts["honorific"]:
            yield _found("CHK-08", f"{row.name} has no title", "Attendance. Mr, Mrs, Ms, Cllr?")
        elif not parts["initials"] and not parts["forename"]:
            yield _found("CHK-08", f"{row.name} has no initials",
                         "Attendance. Names are printed with initials.")  # fmt: skip
        if row.capacity is Capacity.IN_ATTENDANCE and not row.post:
            yield _found("CHK-08", f"{row.name} has no post",
                         "Attendance. Officers are printed with their post.")  # fmt: skip


def twice(at: Looked) -> Iterator[Finding]:
    """CHK-09: nobody stands twice in the list; two of one name are told apart by organisation."""
    by_name: dict[str, list[Attendance]] = {}
    for row in at.meeting.attendance:
        by_name.setdefault(" ".join(row.name.casefold().split()), []).append(row)
    for rows in by_name.values():
        sent_by = [row.organisation.strip().casefold() for row in rows]
        if len(rows) > 1 and ("" in sent_by or len(set(sent_by)) < len(rows)):
            yield _found(
                "CHK-09",
                f"{rows[0].name} stands {_times(len(rows))} in the attendance",
                "Attendance. Are they two people? Then each needs an organisation of their own.",
                Level.MUST,
            )


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def prompts(at: Looked) -> Iterator[Finding]:
    """CHK-28: a quorum that was not there, and interests that kept nobody out of the room."""
    count = quorum(at.record.body_of(at.meeting), at.meeting.attendance)
    if not count.met and not at.meeting.inquorate:
        what = f"{count.here} members are marked here, the quorum is {count.needed}"
        yield _found("CHK-28", what, "Attendance. Say that it was inquorate, or look again.")
    for told in at.meeting.declarations:
        item = at.meeting.item(told.item_id)
        if told.kind is InterestKind.PECUNIARY and not told.left_room and item is not None:
            yield Finding(
                check="CHK-28",
                level=Level.LOOK,
                what=f"{told.name} declared a pecuniary interest and did not leave",
                where=f"{at.minute(item)}.",
                page="minutes",
                item_id=item.id,
            )
