"""What a body keeps lists of beside its meetings: priorities, grants, case reviews, filters.

An entry belongs to a body and has an id of its own; money is in pence. Dates are ISO text, ""
where none is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcsp_desktop.domain.ids import BodyId, EntryId, ItemId


class TagKind(StrEnum):
    """What a tag stands for."""

    PRIORITY = "priority"
    THEME = "cross-cutting theme"
    FREE = "tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A priority or theme with its lead, in the years from ``begins`` to ``ends`` (0: open)."""

    id: EntryId
    body_id: BodyId
    name: str
    kind: TagKind = TagKind.PRIORITY
    lead: str = ""
    begins: int = 0
    ends: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A year's grant ("2024/25"): what was allocated, and how that was said to be shared out."""

    id: EntryId
    body_id: BodyId
    year: str
    allocation: int = 0
    upfront: int = 0
    tactical: int = 0


class ProjectState(StrEnum):
    """How far a grant project has come."""

    BID = "bid"
    APPROVED = "approved"
    ON_TRACK = "on track"
    DELIVERED = "delivered"
    PART_DELIVERED = "part delivered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project paid from a grant. ``items`` are the agenda items that reported it."""

    id: EntryId
    body_id: BodyId
    grant_id: EntryId
    name: str
    run_by: str = ""
    from_tactical: bool = False
    bid: int = 0
    approved: int = 0
    spent: int = 0
    returned: int = 0
    deadline: str = ""
    state: ProjectState = ProjectState.BID
    items: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReview:
    """A review known by pseudonym and year only; restricted by nature (house-format 7)."""

    id: EntryId
    body_id: BodyId
    pseudonym: str
    year: int = 0
    stage: str = ""
    next_report: str = ""
    items: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """What a register was narrowed to, by name; ``settings`` are field and value as text."""

    id: EntryId
    body_id: BodyId
    name: str
    register: str
    settings: tuple[tuple[str, str], ...] = ()


Entry = Tag | Grant | Project | CaseReview | SavedFilter
