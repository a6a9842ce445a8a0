"""A committee: its words, sections, numbering and the forms it uses (house-format 11)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import BodyId, OrganisationId, PersonId

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(StrEnum):
    """What a person is in a body."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    ADVISER = "adviser"
    OFFICER = "officer"


class ResolutionShape(StrEnum):
    """How a new resolution begins (house-format 6)."""

    THAT_BODY = "that the body"
    THAT_SHORT = "that the short name"
    TO = "to"


class MentionReach(StrEnum):
    """How far a first mention of a person reaches (house-format 5)."""

    ITEM = "item"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPattern:
    """A section that each new agenda of the body has."""

    letter: str
    title: str
    restricted: bool = False


SECTIONS = (
    SectionPattern(letter="A", title="Committee Business"),
    SectionPattern(letter="B", title="Matters for Information/Discussion - Standing Items"),
    SectionPattern(letter="C", title="Matters for Information"),
    SectionPattern(letter="D", title="RESTRICTED ITEMS", restricted=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person's place in a body."""

    person_id: PersonId
    role: Role = Role.MEMBER
    organisation_id: OrganisationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A committee or partnership.

    ``authority`` is printed first on every document ("KENT COUNTY COUNCIL"); ``record_word`` is
    what the body calls its record ("notes" or "minutes"); ``quorum`` 0 means none is set.
    ``mention_initials``: a first mention has the initials ("Mr P M Hill"). ``words`` are spelt
    right in this body though no dictionary has them.
    """

    id: BodyId
    name: str
    short_name: str
    authority: str = ""
    record_word: str = "notes"
    chair_word: str = "Chair"
    vice_chair_word: str = "Vice-Chair"
    member_word: str = "Partnership Member"
    resolution_shape: ResolutionShape = ResolutionShape.THAT_BODY
    sections: tuple[SectionPattern, ...] = SECTIONS
    print_apologies: bool = False
    print_restricted_heading: bool = False
    bold_resolved: bool = False
    quorum: int = 0
    usual_venue: str = ""
    members: tuple[Membership, ...] = ()
    records_votes: bool = False
    mention_reach: MentionReach = MentionReach.ITEM
    mention_initials: bool = False
    words: tuple[str, ...] = ()


def preamble(body: Body) -> str:
    """Return how a new resolution of this body begins, ready to be typed on (house-format 6)."""
    match body.resolution_shape:
        case ResolutionShape.THAT_BODY:
            return f"RESOLVED that the {body.name} "
        case ResolutionShape.THAT_SHORT:
            return f"RESOLVED that the {body.short_name} "
        case _:
            return "RESOLVED to "


def words_spelt(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a body as they are kept: each once, by the alphabet."""
    return tuple(sorted(set(words), key=lambda word: (word.casefold(), word)))


def role_words(body: Body) -> dict[Role, str]:
    """Return what the body calls each role."""
    return {
        Role.CHAIR: body.chair_word,
        Role.VICE_CHAIR: body.vice_chair_word,
        Role.MEMBER: "Member",
        Role.ADVISER: "Adviser",
        Role.OFFICER: "Officer",
    }
