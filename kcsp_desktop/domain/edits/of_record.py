"""What changes bodies, organisations, people, abbreviations and whole meetings."""

from __future__ import annotations

from dataclasses import dataclass

from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.entries import Entry
from kcsp_desktop.domain.ids import (
    AbbreviationId,
    BodyId,
    EntryId,
    MeetingId,
    OrganisationId,
    PersonId,
)
from kcsp_desktop.domain.meeting import Meeting
from kcsp_desktop.domain.people import Organisation, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBody:
    """Add a body, or replace the one with its id; a short name is one body's alone."""

    body: Body
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBody:
    """Take a body away; refused while it has meetings."""

    body_id: BodyId


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOrganisation:
    """Add an organisation, or replace the one with its id."""

    organisation: Organisation
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOrganisation:
    """Take an organisation away; refused while people or members belong to it."""

    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPerson:
    """Add a person, or replace the one with its id. Issued attendance keeps the old name."""

    person: Person
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePerson:
    """Take a person away; refused while they are a member or stand in an attendance list."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePeople:
    """Make one person of two: ``kept_id`` stands wherever ``gone_id`` did.

    Names that were issued stay as they were on the day.
    """

    gone_id: PersonId
    kept_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RestorePeople:
    """Put people, members, attendances and declarations back: only ever made as an inverse."""

    people: tuple[Person, ...]
    bodies: tuple[Body, ...]
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAbbreviation:
    """Add an abbreviation, or replace the one with its id; what is typed is one's alone."""

    abbreviation: Abbreviation
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAbbreviation:
    """Take an abbreviation away."""

    abbreviation_id: AbbreviationId


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeeting:
    """Add a meeting with all it holds (a new one, a duplicate, or one that comes back)."""

    meeting: Meeting
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMeeting:
    """Take a meeting away with all it holds."""

    meeting_id: MeetingId


@dataclass(frozen=True, slots=True, kw_only=True)
class PutEntry:
    """Add an entry of a body's lists, or replace the one with its id."""

    entry: Entry
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveEntry:
    """Take an entry away; refused while something is kept under it."""

    entry_id: EntryId


RecordEdit = (
    PutBody
    | RemoveBody
    | PutOrganisation
    | RemoveOrganisation
    | PutPerson
    | RemovePerson
    | MergePeople
    | RestorePeople
    | PutAbbreviation
    | RemoveAbbreviation
    | PutEntry
    | RemoveEntry
    | AddMeeting
    | RemoveMeeting
)
