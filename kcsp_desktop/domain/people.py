"""Persons, organisations, posts, and every printed form of a name (house-format 4 and 5)."""

from __future__ import annotations

from dataclasses import dataclass

from kcsp_desktop.domain.ids import OrganisationId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that sends people: a council, the police, a health board."""

    id: OrganisationId
    name: str
    short_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What a person does and for whom, "Head of Community Safety, KCC"; the latest stands first."""

    title: str
    organisation: str = ""

    @property
    def printed(self) -> str:
        """The post as it stands in brackets after a name."""
        return ", ".join(part for part in (self.title, self.organisation) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person. ``honorific`` may be a rank ("Supt") or an office ("Cllr"), or be empty."""

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


def first_mention(person: Person, *, initials: bool = False) -> str:
    """Return the first mention in the text: "Mr Hill (Head of Community Safety, KCC)"."""
    name = _joined(person, person.initials) if initials else short(person)
    return f"{name} ({person.post})" if person.post else name


def _joined(person: Person, middle: str) -> str:
    return " ".join(part for part in (person.honorific, middle, person.surname) if part)


HONORIFICS = (
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Sir", "Dame", "Lord", "Lady", "Rev", "Cllr",
    "PC", "Sgt", "Insp", "DI", "DCI", "Ch Insp", "Supt", "Ch Supt", "ACC", "DCC",
    "Chief Inspector", "Detective Inspector", "Superintendent", "Chief Superintendent",
)  # fmt: skip


def understood(name: str) -> dict[str, str]:
    """Read a name as people write it: "Mr P M Hill, OBE" gives its parts.

    Keys: ``honorific``, ``initials``, ``forename``, ``surname``, ``post_nominals``. Capitals of
    one or two letters before the surname are initials; a longer word is a forename; what stands
    before the last word and is neither belongs to the surname ("van Dyke").
    """
    name, _, nominals = " ".join(name.split()).partition(",")
    honorific = next(
        (h for h in sorted(HONORIFICS, key=len, reverse=True) if name.startswith(h + " ")),
        "",
    )
    words = name[len(honorific) :].split()
    initials: list[str] = []
    forename = ""
    while len(words) > 1:
        word = words[0].strip(".")
        if word.isupper() and len(word) <= 2:
            initials.append(word)
        elif not initials and not forename and word[:1].isupper():
            forename = word
        else:
            break
        words.pop(0)
    return {
        "honorific": honorific,
        "initials": " ".join(initials),
        "forename": forename,
        "surname": " ".join(words),
        "post_nominals": nominals.strip(),
    }
