"""What a list of people brings: who is new, what changes, what is wrong.

How this works: a reader gives one ``Card`` a person; here it is asked whether the person is there
already, by the reference or by the name as listed, and what would change. Nothing that is there is
taken away: an empty cell says nothing, and posts and spellings of a list stand before those that
were known. One card that cannot be understood and nothing comes in.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import OrganisationId, PersonId
from kcsp_desktop.domain.people import (
    Organisation,
    Person,
    Post,
    first_mention,
    found_organisation,
    listed,
    organisation_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person as a list has them; ``where`` is "Line 3", ``wrong`` why it cannot be read."""

    where: str
    person: Person
    organisation: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What comes in. Where a card is ``wrong`` nothing else is there.

    ``changed`` has each person as they are and as they will be; ``same`` counts who is known so.
    """

    new: tuple[Person, ...] = ()
    changed: tuple[tuple[Person, Person], ...] = ()
    organisations: tuple[Organisation, ...] = ()
    same: int = 0
    wrong: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()


def brought(
    cards: Iterable[Card],
    people: tuple[Person, ...],
    organisations: tuple[Organisation, ...],
    new_id: Callable[[], str],
) -> Brought:
    """Return what the cards bring beside who is there."""
    collecting = _Collecting(people, organisations, new_id)
    for card in cards:
        collecting.take(card)
    return collecting.result()


class _Collecting:
    """Takes card by card; knows what came before in the same list."""

    def __init__(
        self,
        people: tuple[Person, ...],
        organisations: tuple[Organisation, ...],
        new_id: Callable[[], str],
    ) -> None:
        self._people, self._known, self._new_id = people, list(organisations), new_id
        self._count = len(organisations)
        self._first: dict[str, str] = {}  # who, and where they stood first
        self._new: list[Person] = []
        self._changed: list[tuple[Person, Person]] = []
        self._wrong: list[str] = []
        self._passed_over: list[str] = []
        self._same = 0

    def result(self) -> Brought:
        if self._wrong:
            return Brought(wrong=tuple(self._wrong))
        return Brought(
            new=tuple(self._new),
            changed=tuple(self._changed),
            organisations=tuple(self._known[self._count :]),
            same=self._same,
            passed_over=tuple(self._passed_over),
        )

    def take(self, card: Card) -> None:
        if not card.wrong and not card.person.surname:
            card = replace(card, wrong="the surname is needed.")
        there = self._there(card) if not card.wrong else ()
        if len(there) > 1:
            name = listed(card.person)
            wrong = f"{name} stands in the list of people twice: say by its reference who is meant."
            card = replace(card, wrong=wrong)
        if card.wrong:
            self._wrong.append(f"{card.where}: {card.wrong}")
            return
        who = there[0].id if there else _called(card.person)
        if who in self._first:
            same = f"{listed(card.person)} stands on {self._first[who].lower()} already."
            self._passed_over.append(f"{card.where}: {same}")
            return
        self._first[who] = card.where
        self._keep(card, there[0] if there else None)

    def _there(self, card: Card) -> tuple[Person, ...]:
        """Return who is meant: by reference, else everybody of that name."""
        by_id = tuple(one for one in self._people if one.id == card.person.id)
        name = _called(card.person)
        return by_id or tuple(one for one in self._people if _called(one) == name)

    def _keep(self, card: Card, former: Person | None) -> None:
        sends = self._organisation(card.organisation)
        own = sends.id if sends else None
        if former is None:
            person_id = PersonId(card.person.id if _is_uuid(card.person.id) else self._new_id())
            self._new.append(replace(card.person, id=person_id, organisation_id=own))
            return
        after = _with(former, replace(card.person, organisation_id=own))
        if after == former:
            self._same += 1
        else:
            self._changed.append((former, after))

    def _organisation(self, typed: str) -> Organisation | None:
        name, short = organisation_words(typed)
        found = found_organisation(self._known, typed) or found_organisation(self._known, name)
        if found is None and name:
            made = OrganisationId(self._new_id())
            found = Organisation(id=made, name=name, short_name=short)
            self._known.append(found)
        return found


def _called(person: Person) -> str:
    """Return by what name a person is known again: without letters, capitals aside."""
    return listed(replace(person, post_nominals="")).casefold()


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _with(former: Person, told: Person) -> Person:
    """Return a person with what a list tells of them."""
    named = bool(told.initials or told.forename)
    return replace(
        former,
        honorific=told.honorific or former.honorific,
        initials=told.initials if named else former.initials,
        forename=told.forename if named else former.forename,
        surname=told.surname,
        post_nominals=told.post_nominals or former.post_nominals,
        organisation_id=told.organisation_id or former.organisation_id,
        posts=_posts(former.posts, told.posts),
        email=told.email or former.email,
        phone=told.phone or former.phone,
        spellings=tuple(dict.fromkeys((*told.spellings, *former.spellings))),
    )


def _posts(former: tuple[Post, ...], told: tuple[Post, ...]) -> tuple[Post, ...]:
    """Return the posts told, then those known that were not; dates known are not lost."""
    known = {_what(post): post for post in former}
    first = tuple(
        replace(
            post,
            organisation=post.organisation or was.organisation,
            begins=post.begins or was.begins,
            ends=post.ends or was.ends,
        )
        if (was := known.get(_what(post))) is not None
        else post
        for post in told
    )
    there = {_what(post) for post in first}
    return (*first, *(post for post in former if _what(post) not in there))


def _what(post: Post) -> tuple[str, str]:
    return (post.title.casefold(), post.organisation.casefold())


_WORDS = (
    ("name", listed),
    ("post", lambda one: "; ".join(_dated(post) for post in one.posts)),
    ("e-mail", lambda one: one.email),
    ("phone", lambda one: one.phone),
    ("first name", lambda one: one.forename),
    ("other spellings", lambda one: "; ".join(one.spellings)),
)


def _dated(post: Post) -> str:
    when = " ".join(
        part
        for part in (
            f"from {post.begins}" if post.begins else "",
            f"to {post.ends}" if post.ends else "",
        )
        if part
    )
    return f"{post.printed} ({when})" if when else post.printed


def change_words(before: Person, after: Person, organisations: Iterable[Organisation] = ()) -> str:
    """Say in one line what becomes what: "Mr P M Hill: phone 1 becomes 2"."""
    names = {one.id: one.name for one in organisations}
    told = [
        f"{word} {words(before)} becomes {words(after)}"
        if words(before)
        else f"{word} {words(after)}"
        for word, words in _WORDS
        if words(before) != words(after)
    ]
    if before.organisation_id != after.organisation_id and after.organisation_id:
        told.append(f"organisation {names.get(after.organisation_id, '')}")
    return f"{first_mention(before, initials=True, post='')}: {', '.join(told)}"
