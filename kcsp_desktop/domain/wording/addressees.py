"""To whom a letter about an action goes: the owner's words, and the people of the record.

How this works: each form in which a person may be named is looked up; one that fits two people
fits nobody, since a letter to the wrong one cannot be called back. Organisations, bodies, offices
and "all members" are known too, without an address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.people import Person, listed, short
from kcsp_desktop.domain.wording.owners import ALL_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody who may owe an action, by name; ``email`` is "" where none is known."""

    name: str
    email: str = ""


def addressees(record: Record) -> dict[str, Addressee]:
    """Return everybody who is known, by the ``owner_key`` of each form of the name."""
    found: dict[str, Addressee] = {}
    for name in _others(record):
        found.setdefault(owner_key(name), Addressee(name=name))
    by_form: dict[str, list[Person]] = {}
    for person in record.people:
        for form in {owner_key(words) for words in _forms(person)}:
            by_form.setdefault(form, []).append(person)
    for form, people in by_form.items():
        if len(people) == 1:
            found[form] = Addressee(name=listed(people[0]), email=people[0].email.strip())
    return found


_POST = re.compile(r"\s*\([^()]*\)\s*$")


def owner_key(owner: str) -> str:
    """Return an owner's words as they are compared: "The Clerk" is "clerk".

    A post in brackets behind a name does not count.
    """
    words = " ".join(_POST.sub("", owner).casefold().split())
    return words.removeprefix("the ")


def _forms(person: Person) -> Iterator[str]:
    name = listed(person)
    yield name
    yield name.partition(",")[0]
    yield short(person)
    if person.forename:
        yield f"{person.forename} {person.surname}"


def _others(record: Record) -> Iterator[str]:
    yield ALL_MEMBERS
    yield "The Clerk"
    for body in record.bodies:
        yield from (body.name, body.short_name, body.chair_word, body.vice_chair_word)
    for one in record.organisations:
        yield from (name for name in (one.name, one.short_name) if name)
