"""Writes people as vCards, as address books and mail programs read them.

How this works: initials stand as the given name where there is no forename; the present post is
the title. Former posts and other spellings have no place on a card. Must stay in step:
``importing/people_vcard``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcsp_desktop.documents.writing import write_beside
from kcsp_desktop.domain.people import listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kcsp_desktop.domain.people import Organisation, Person


def as_cards(people: Iterable[Person], organisations: Iterable[Organisation]) -> str:
    """Return a card for each person, one behind the other."""
    names = {one.id: one.name for one in organisations}
    return "".join(
        _card(one, names.get(one.organisation_id, "") if one.organisation_id else "")
        for one in people
    )


def write_cards(
    target: Path, people: Iterable[Person], organisations: Iterable[Organisation]
) -> tuple[Path, str]:
    """Write the cards; see ``write_beside``."""
    return write_beside(target, as_cards(people, organisations).encode())


def _card(one: Person, organisation: str) -> str:
    import vobject  # nobody waits for it at the start, and few write cards

    card: Any = vobject.vCard()
    both = bool(one.forename and one.initials)
    card.add("n").value = vobject.vcard.Name(
        family=one.surname,
        given=one.forename or one.initials,
        additional=one.initials if both else "",
        prefix=one.honorific,
        suffix=one.post_nominals,
    )
    card.add("fn").value = listed(one)
    card.add("uid").value = one.id
    for key, value in (("email", one.email), ("tel", one.phone)):
        if value:
            card.add(key).value = value
    if organisation:
        card.add("org").value = [organisation]
    if one.posts:
        card.add("title").value = one.posts[0].title
    return str(card.serialize())
