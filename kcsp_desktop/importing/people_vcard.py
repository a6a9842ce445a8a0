"""Reads people from vCards, as address books and mail programs write them.

How this works: the name comes in its parts; a card that has it in one line only is read as a name
in a list is. The card's title is the present post, for the card's organisation. What a card has
beside that (addresses, pictures) is left where it is. Must stay in step:
``documents/lists/people_vcard``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import Person, Post, found_organisation
from kcsp_desktop.domain.people import understood as understood_name
from kcsp_desktop.importing.people_found import Brought, Card, brought

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcsp_desktop.domain.people import NameParts, Organisation

_NO_CARDS = "The file holds no vCards: save the contacts as .vcf and bring that in."


def understood(
    text: str,
    people: tuple[Person, ...],
    organisations: tuple[Organisation, ...],
    new_id: Callable[[], str],
) -> Brought:
    """Return what the cards in ``text`` bring beside who is there."""
    import vobject  # nobody waits for it at the start, and few read cards

    known = {one.id: one for one in people}
    cards: list[Card] = []
    try:
        for number, found in enumerate(vobject.readComponents(text), 1):
            if found.name == "VCARD":
                cards.append(_card(f"Card {number}", found, known, organisations))
    except (vobject.base.ParseError, vobject.base.VObjectError) as error:
        return Brought(wrong=(f"Card {len(cards) + 1}: it is damaged ({error}).",))
    if not cards:
        return Brought(wrong=(_NO_CARDS,)) if text.strip() else Brought()
    return brought(cards, people, organisations, new_id)


def _card(
    where: str,
    found: object,
    known: dict[PersonId, Person],
    organisations: tuple[Organisation, ...],
) -> Card:
    """Return a card's person; ``found`` is vobject's own, which has no types."""
    name = getattr(found, "n", None)
    parts = _of_parts(name.value) if name is not None else None
    if parts is None or not parts["surname"]:
        parts = understood_name(_text(found, "fn"))
    uid = PersonId(_text(found, "uid").removeprefix("urn:uuid:"))
    organisation = next(iter(_list(getattr(found, "org", None))), "")
    person = Person(
        id=uid,
        honorific=parts["honorific"],
        initials=parts["initials"],
        surname=parts["surname"],
        forename=parts["forename"],
        post_nominals=parts["post_nominals"],
        posts=_posts(_text(found, "title"), organisation, known.get(uid), organisations),
        email=_text(found, "email").removeprefix("mailto:"),
        phone=_text(found, "tel").removeprefix("tel:"),
    )
    return Card(where=where, person=person, organisation=organisation)


def _of_parts(name: object) -> NameParts:
    """Return the parts of a name; capitals of one or two letters are initials."""
    given, more, prefix, family, suffix = (
        _words(getattr(name, part))
        for part in ("given", "additional", "prefix", "family", "suffix")
    )
    letters = " ".join(given.replace(".", " ").split())
    if _is_initials(letters):
        initials, forename = f"{letters} {more}".strip(), ""
    elif _is_initials(more):
        initials, forename = more, given
    else:
        initials, forename = "", f"{given} {more}".strip()
    return {
        "honorific": prefix,
        "initials": initials,
        "forename": forename,
        "surname": family,
        "post_nominals": suffix,
    }


def _is_initials(words: str) -> bool:
    return bool(words) and all(one.isupper() and len(one) <= 2 for one in words.split())


def _posts(
    title: str, organisation: str, former: Person | None, there: tuple[Organisation, ...]
) -> tuple[Post, ...]:
    """Return the post of a card; the one that is known by that title is that one."""
    if not title:
        return ()
    known = [post for post in (former.posts if former else ()) if post.title == title]
    sends = found_organisation(there, organisation)
    short = (sends.short_name or sends.name) if sends else organisation
    return (known[0],) if known else (Post(title=title, organisation=short),)


def _text(found: object, key: str) -> str:
    value = getattr(found, key, None)
    return _words(value.value) if value is not None else ""


def _list(value: object) -> Iterator[str]:
    for part in getattr(value, "value", ()):
        yield _words(part)


def _words(value: object) -> str:
    """Return text on one line; a part of several is joined."""
    parts = value if isinstance(value, (list, tuple)) else (value,)
    return " ".join(" ".join(str(part) for part in parts if part).split())
