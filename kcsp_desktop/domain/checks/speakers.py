"""Names in the text against the list of people (house-format 9: CHK-10, 23)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import HERE
from kcsp_desktop.domain.checks.finding import Finding, Level
from kcsp_desktop.domain.checks.words import printed_blocks
from kcsp_desktop.domain.people import HONORIFICS, understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcsp_desktop.domain.checks.finding import Looked
    from kcsp_desktop.domain.meeting import AgendaItem

_TITLES = "|".join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))
_SURNAME = r"[A-Z][\w\u2019'-]*(?:-[A-Z][\w\u2019'-]*)*"
_NAMED = re.compile(
    rf"\b(?:{_TITLES})\.?\s+(?:[A-Z]\.?\s+)*"
    rf"((?:(?:van|von|de|der|den|du|la|le|Mc|Mac|O[\u2019'])\s+)*{_SURNAME}(?:\s+{_SURNAME})?)"
)
_NEAR, _SHORTEST = 2, 4


def speakers(at: Looked) -> Iterator[Finding]:
    """Everybody whom the text names by title is known, is spelt so, and was there."""
    here = _surnames(row.name for row in at.meeting.attendance if row.capacity in HERE)
    listed = _surnames(row.name for row in at.meeting.attendance)
    known = listed | {person.surname for person in at.record.people}
    told: set[str] = set()
    for item, name in _names_in(at):
        surname = _known_part(name, known)
        if name in told or surname in here:
            continue
        told.add(name)
        if surname in known:
            yield _found(at, item, "CHK-23", f"{surname} is named and is not marked as here",
                         "Was somebody absent, or is the list not whole?")  # fmt: skip
        elif near := nearest(surname, known):
            yield _found(at, item, "CHK-10", f"“{surname}”: is it {near}?",
                         "A name of the list is spelt nearly so.")  # fmt: skip
        else:
            yield _found(at, item, "CHK-23", f"{surname} is named and is in no list",
                         "Add who was there; of somebody else it may stay.")  # fmt: skip


def _names_in(at: Looked) -> Iterator[tuple[AgendaItem, str]]:
    for item, block in printed_blocks(at):
        for match in _NAMED.finditer(block.text):
            yield item, match[1]


def _known_part(name: str, known: set[str]) -> str:
    """Return as much of a name as is known: "Oates" of "Alison Oates", else its likely surname."""
    words = name.split()
    for part in (name, words[-1], words[0]):
        bare = re.sub(r"[\u2019']s?$", "", part)
        for one in (part, bare):
            if one in known:
                return one
    last = words[-1] if nearest(words[-1], known) or not nearest(words[0], known) else words[0]
    return re.sub(r"[\u2019']s?$", "", last)


def _surnames(names: Iterable[str]) -> set[str]:
    return {understood(name)["surname"] for name in names}


def _found(at: Looked, item: AgendaItem, check: str, what: str, why: str) -> Finding:
    return Finding(
        check=check,
        level=Level.LOOK,
        what=what,
        where=f"{at.minute(item)}. {why}",
        page="minutes",
        item_id=item.id,
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is spelt nearly so, the nearest first; or nothing."""
    if len(name) < _SHORTEST:
        return ""
    found = [(distance(name, one), one) for one in known if len(one) >= _SHORTEST]
    close = sorted(pair for pair in found if 0 < pair[0] <= _NEAR)
    return close[0][1] if close else ""


def distance(first: str, second: str, most: int = _NEAR) -> int:
    """Return how many letters must be put in, left out or changed; more than ``most`` is one more.

    Letters that have changed places count as two.
    """
    if abs(len(first) - len(second)) > most:
        return most + 1
    row = list(range(len(second) + 1))
    for n, letter in enumerate(first, 1):
        former, row[0] = row[0], n
        for k, other in enumerate(second, 1):
            changed = former + (letter != other)
            former, row[k] = row[k], min(changed, row[k] + 1, row[k - 1] + 1)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
