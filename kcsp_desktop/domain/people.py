"""Persons, organisations, posts, and every printed form of a name (house-format 4 and 5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from kcsp_desktop.domain.ids import OrganisationId, PersonId

if TYPE_CHECKING:
    from collections.abc import Iterable


class OrganisationKind(StrEnum):
    """What kind of organisation sends people."""

    COUNTY = "county council"
    DISTRICT = "district or borough council"
    POLICE = "police"
    COMMISSIONER = "police and crime commissioner"
    FIRE = "fire and rescue"
    HEALTH = "health"
    PROBATION = "probation"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that sends people: a council, the police, a health board.

    ``responsible``: it is a responsible authority (Crime and Disorder Act 1998, section 5).
    """

    id: OrganisationId
    name: str
    short_name: str = ""
    kind: OrganisationKind = OrganisationKind.OTHER
    responsible: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What a person does and for whom, "Head of Community Safety, KCC"; the latest stands first.

    ``begins`` and ``ends`` are ISO dates, "" where they are not known.
    """

    title: str
    organisation: str = ""
    begins: str = ""
    ends: str = ""

    @property
    def printed(self) -> str:
        """The post as it stands in brackets after a name."""
        return ", ".join(part for part in (self.title, self.organisation) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person. ``honorific`` may be a rank ("Supt") or an office ("Cllr"), or be empty.

    ``spellings`` are other ways the surname was written: known, and never printed.
    """

    id: PersonId
    honorific: str = ""
    initials: str = ""
    surname: str
    forename: str = ""
    post_nominals: str = ""
    organisation_id: OrganisationId | None = None
    posts: tuple[Post, ...] = ()
    email: str = ""
    phone: str = ""
    spellings: tuple[str, ...] = ()

    @property
    def post(self) -> str:
        """The present post as printed, or nothing."""
        return self.posts[0].printed if self.posts else ""


def listed(person: Person) -> str:
    """Return the name as lists print it: "Mr P M Hill, OBE" (house-format 5)."""
    return _joined(person, person.initials or person.forename) + (
        f", {person.post_nominals}" if person.post_nominals else ""
    )


def short(person: Person) -> str:
    """Return the later mention: "Mr Hill"; the forename stands in where there is no title."""
    return _joined(person, "" if person.honorific else person.forename or person.initials)


def first_mention(person: Person, *, initials: bool = False, post: str | None = None) -> str:
    """Return the first mention in the text: "Mr Hill (Head of Community Safety, KCC)".

    ``post`` is the one to print, as on a day; the present one where none is given.
    """
    name = _joined(person, person.initials) if initials else short(person)
    shown = person.post if post is None else post
    return f"{name} ({shown})" if shown else name


def _joined(person: Person, middle: str) -> str:
    return " ".join(part for part in (person.honorific, middle, person.surname) if part)


HONORIFICS = (
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady",
    "Baroness", "Rev", "Reverend", "Canon", "Cllr", "Councillor",
    "PC", "DC", "Sgt", "DS", "Insp", "DI", "Ch Insp", "DCI", "Supt", "Det Supt", "Ch Supt",
    "ACC", "DCC", "Sergeant", "Inspector", "Chief Inspector", "Superintendent",
    "Chief Superintendent", "Chief Constable", "Detective Sergeant", "Detective Inspector",
    "Detective Chief Inspector", "Detective Superintendent", "Assistant Chief Constable",
    "Deputy Chief Constable",
)  # fmt: skip


class NameParts(TypedDict):
    """The parts of a name, as ``Person`` has them."""

    honorific: str
    initials: str
    forename: str
    surname: str
    post_nominals: str


def understood(name: str) -> NameParts:
    """Read a name as people write it: "Mr P M Hill, OBE" gives its parts.

    Capitals of one or two letters before the surname are initials, with full stops or without;
    a longer word is a forename, and initials behind it belong to it ("Peter M"); what stands
    before the last word and is neither belongs to the surname ("van Dyke"). Printed by ``listed``
    the parts give the name again.
    """
    name, _, nominals = " ".join(name.split()).partition(",")
    honorific, words = _without_honorific(name.split())
    first: list[str] = []
    while len(words) > 1 and (part := _before_surname(words[0], first)):
        first.append(part)
        words = words[1:]
    middle = " ".join(first)
    initialled = bool(first) and _is_initials(first[0])
    return {
        "honorific": honorific,
        "initials": middle if initialled else "",
        "forename": "" if initialled else middle,
        "surname": " ".join(words),
        "post_nominals": nominals.strip(),
    }


_LONGEST = max(len(honorific.split()) for honorific in HONORIFICS)


def _without_honorific(words: list[str]) -> tuple[str, list[str]]:
    """Take the longest honorific off, "Mr." too; a name of nothing else is a surname."""
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        start = " ".join(word.removesuffix(".") for word in words[:count])
        if start in HONORIFICS:
            return start, words[count:]
    return "", words


def _before_surname(word: str, first: list[str]) -> str:
    """Return ``word`` as the forename or initials behind ``first``, or nothing."""
    letters = word.replace(".", " ").strip()
    if _is_initials(letters):
        return letters
    return letters if not first and letters[:1].isupper() else ""


def _is_initials(word: str) -> bool:
    return all(part.isupper() and len(part) <= 2 for part in word.split()) and bool(word)


_WITH_SHORT = re.compile(r"(.*\S) \(([^()]*)\)")


def named_with_short(one: Organisation) -> str:
    """Return "Kent County Council (KCC)", as ``organisation_words`` reads it."""
    return f"{one.name} ({one.short_name})" if one.short_name else one.name


def organisation_words(typed: str) -> tuple[str, str]:
    """Read "Kent County Council (KCC)": its name and its short name, or a name alone."""
    typed = " ".join(typed.split())
    match = _WITH_SHORT.fullmatch(typed)
    return (match[1], match[2].strip()) if match else (typed, "")


def found_organisation(there: Iterable[Organisation], typed: str) -> Organisation | None:
    """Return the organisation of that name, short name, or both together; capitals aside."""
    wanted = " ".join(typed.split()).casefold()
    if not wanted:
        return None
    for one in there:
        known = (one.name, one.short_name, named_with_short(one))
        if wanted in (word.casefold() for word in known):
            return one
    return None
