"""What there is of each: ways to meet, kinds of agenda item, what became of one in the room."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """Where people meet. A venue is needed unless everybody is online."""

    IN_PERSON = "in person"
    ONLINE = "online"
    HYBRID = "hybrid"


class ItemKind(StrEnum):
    """What an agenda item is there for."""

    INTRODUCTION = "introduction"
    APOLOGIES = "apologies"
    DECLARATIONS = "declarations"
    LAST_NOTES = "last notes"
    MATTERS_ARISING = "matters arising"
    ELECTION = "election"
    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"
    VERBAL = "verbal update"
    PRESENTATION = "presentation"
    INFORMATION_ONLY = "for information only"
    DATES = "dates"
    URGENT = "urgent business"
    OTHER_BUSINESS = "other business"


class Course(StrEnum):
    """What became of an item in the room."""

    TAKEN = "taken"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    NOT_REACHED = "not reached"
