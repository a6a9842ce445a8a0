"""A committee: its words, sections, numbering and the forms it uses (house-format 11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import BodyId, FileId, OrganisationId, PersonId
from kcsp_desktop.domain.kinds import ItemKind, Mode

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


class ParagraphForm(StrEnum):
    """How a numbered paragraph of the minutes is marked (house-format 5)."""

    STOP = "1."
    BRACKETS = "(1)"


class DateForm(StrEnum):
    """How the day stands on an agenda (house-format 2)."""

    ORDINAL = "Thursday, 14th March, 2024"
    PLAIN = "Thursday, 14 March 2024"


class NoticeKind(StrEnum):
    """Which days count between the issue of an agenda and the meeting (house-format 10)."""

    WORKING = "clear working days"
    CALENDAR = "clear days"


class Holidays(StrEnum):
    """Whose bank holidays are no working days."""

    ENGLAND = "England"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule:
    """How long before a meeting its agenda must be open; ``days`` 0: the body has no such rule.

    Source: Local Government Act 1972, sections 100A(6) and 100B (house-format 10).
    """

    days: int = 5
    kind: NoticeKind = NoticeKind.WORKING
    holidays: Holidays = Holidays.ENGLAND


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingItem:
    """An item that the body's agendas have by themselves.

    ``section`` is a letter; ``month`` 1 to 12: only the first meeting in or after that month of a
    year, 0: every meeting. ``skip_once``: the next meeting is made without it. ``decided`` says
    where that was agreed. An item of the last record has its date behind the title.
    """

    section: str
    title: str
    kind: ItemKind = ItemKind.INFORMATION
    minuted: bool = True
    restriction: str = ""
    presenter: str = ""
    minutes_planned: int = 0
    month: int = 0
    skip_once: bool = False
    decided: str = ""


STANDING = (
    StandingItem(section="A", title="Introduction", kind=ItemKind.INTRODUCTION, minuted=False),
    StandingItem(section="A", title="Apologies", kind=ItemKind.APOLOGIES, minuted=False),
    StandingItem(section="A", title="Declarations of Interest", kind=ItemKind.DECLARATIONS),
    StandingItem(section="A", title="Notes of the meeting held on", kind=ItemKind.LAST_NOTES),
    StandingItem(section="C", title="Date of Future Meetings", kind=ItemKind.DATES),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person's place in a body, from ``begins`` to ``ends`` (ISO dates, "" open).

    ``substitute_id`` is who comes instead by the body's own arrangement.
    """

    person_id: PersonId
    role: Role = Role.MEMBER
    organisation_id: OrganisationId | None = None
    begins: str = ""
    ends: str = ""
    voting: bool = True
    substitute_id: PersonId | None = None

    def on(self, day: str) -> bool:
        """Whether it stands on that ISO day, its first and its last day included."""
        return (not self.begins or self.begins <= day) and (not self.ends or day <= self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A committee or partnership.

    ``authority`` is printed first on every document ("KENT COUNTY COUNCIL"); ``record_word`` is
    what the body calls its record ("notes" or "minutes"); ``quorum`` 0 means none is set.
    ``mention_initials``: a first mention has the initials ("Mr P M Hill"). ``words`` are spelt
    right in this body though no dictionary has them. ``chair_days`` and ``circulate_days`` are
    the working days after a meeting in which the draft goes to the chair and to everybody.
    ``cites_exempt``: what is closed is closed under paragraphs of Schedule 12A. ``parent_id`` is
    the body this one is a sub-group of; ``template_id`` a Word template of its own, "" the
    delivered one. ``annex_actions``: the notes end with the actions; ``keeps_grants`` and
    ``keeps_cases`` switch on the small registers.
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
    parent_id: BodyId | None = None
    contact: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    usual_mode: Mode = Mode.IN_PERSON
    usual_start: time | None = None
    notice: NoticeRule = NoticeRule()
    chair_days: int = 5
    circulate_days: int = 10
    standing: tuple[StandingItem, ...] = STANDING
    paragraph_form: ParagraphForm = ParagraphForm.STOP
    date_form: DateForm = DateForm.ORDINAL
    print_future_dates: bool = False
    print_posts: bool = False
    cites_exempt: bool = False
    template_id: FileId | None = None
    annex_actions: bool = False
    keeps_grants: bool = False
    keeps_cases: bool = False


def preamble(body: Body) -> str:
    """Return how a new resolution of this body begins, ready to be typed on (house-format 6)."""
    match body.resolution_shape:
        case ResolutionShape.THAT_BODY:
            return f"RESOLVED that the {body.name} "
        case ResolutionShape.THAT_SHORT:
            return f"RESOLVED that the {body.short_name} "
        case _:
            return "RESOLVED to "


def may_be_above(bodies: Iterable[Body], body: Body) -> tuple[Body, ...]:
    """Return the bodies that ``body`` may be a sub-group of: not itself, nor one below it."""
    known = {one.id: one for one in bodies} | {body.id: body}

    def is_below(one: Body) -> bool:
        seen: set[BodyId] = set()
        above: Body | None = one
        while above is not None and above.id not in seen:
            if above.id == body.id:
                return True
            seen.add(above.id)
            above = known.get(above.parent_id) if above.parent_id else None
        return False

    return tuple(one for one in known.values() if not is_below(one))


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
