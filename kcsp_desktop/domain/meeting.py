"""The meeting: details, sections, agenda items with their blocks, attendance, actions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.attendance import (
    Attendance,
    Capacity,
    Declaration,
    Quorum,
    quorum_at,
)
from kcsp_desktop.domain.blocks import Block, Visibility
from kcsp_desktop.domain.ids import BlockId, BodyId, EntryId, ItemId, MeetingId, PersonId, SectionId
from kcsp_desktop.domain.kinds import Course, ItemKind, Mode
from kcsp_desktop.domain.life import (
    Adjournment,
    Amendment,
    Approval,
    FutureDate,
    Issued,
    MovedDate,
    Outcome,
    StateChange,
)
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.reports import Paper, Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.body import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A lettered part of the agenda."""

    id: SectionId
    letter: str
    title: str
    restricted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item. Its code ("B3") and minute number are derived, never typed (see ``numbering``).

    ``minutes_planned`` is time in minutes, 0 where none was planned. ``no_outcome`` holds the
    reason why an item that is minuted has no resolution, where the secretary gave one.
    ``began`` is the ISO local time at which it was taken and ``spent`` the seconds it took:
    items may be taken out of order, and are printed in the order of the agenda.
    ``restriction`` is why it is closed, ``exempt`` the paragraphs of Schedule 12A it is closed
    under, ``detail`` what only those entitled read on the agenda. ``urgent_reason`` is why an
    urgent item was taken. ``notes_of`` is the meeting whose record is up for approval.
    """

    id: ItemId
    section_id: SectionId
    title: str = ""
    kind: ItemKind = ItemKind.INFORMATION
    presenter: str = ""
    pages: str = ""
    minutes_planned: int = 0
    minuted: bool = True
    restricted: bool = False
    restriction: str = ""
    no_outcome: str = ""
    course: Course = Course.TAKEN
    began: str = ""
    spent: int = 0
    standing: bool = False
    exempt: tuple[int, ...] = ()
    detail: str = ""
    urgent_reason: str = ""
    notes_of: MeetingId | None = None
    report: Report | None = None
    papers: tuple[Paper, ...] = ()
    tags: tuple[EntryId, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """When, where and under whom. ``first_number`` 0: it follows the body's last meeting.

    ``provisional``: the day is not settled yet.
    """

    date: date
    start: time | None = None
    end: time | None = None
    mode: Mode = Mode.IN_PERSON
    venue: str = ""
    contact: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    first_number: int = 0
    first_number_reason: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Everything that belongs to one meeting of one body.

    ``issued_numbers`` are the minute numbers as they stood when the notes were circulated; from
    then on they, and not the derivation, are printed. ``presided_by`` is who was in the chair
    where it was not the Chair; ``inquorate``: it closed for want of a quorum. ``amendments`` are
    of this meeting's record, as is ``approval``; ``log`` has every event, ``issued`` every
    document that went out, earliest first. ``outcomes`` are what came of its decisions;
    ``dismissed`` names what was found in the text and is no action.
    """

    id: MeetingId
    body_id: BodyId
    details: Details
    state: MeetingState = MeetingState.PLANNED
    sections: tuple[Section, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    actions: tuple[Action, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    issued_numbers: tuple[tuple[ItemId, int], ...] = ()
    presided_by: PersonId | None = None
    adjournments: tuple[Adjournment, ...] = ()
    inquorate: bool = False
    future_dates: tuple[FutureDate, ...] = ()
    moved_from: tuple[MovedDate, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    approval: Approval | None = None
    log: tuple[StateChange, ...] = ()
    issued: tuple[Issued, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    dismissed: tuple[str, ...] = ()

    def item(self, item_id: ItemId) -> AgendaItem | None:
        """Return the item of that id, or ``None``."""
        return next((item for item in self.items if item.id == item_id), None)

    def section(self, section_id: SectionId) -> Section | None:
        """Return the section of that id, or ``None``."""
        return next((one for one in self.sections if one.id == section_id), None)


def in_order(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """Return the items in agenda order: by section, then as they stand."""
    place = {section.id: n for n, section in enumerate(meeting.sections)}
    return tuple(sorted(meeting.items, key=lambda item: place.get(item.section_id, len(place))))


def in_order_taken(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """Return the items as they were taken: those with a time by it, the others as they stand."""
    items = in_order(meeting)
    begun = iter(sorted((item for item in items if item.began), key=lambda item: item.began))
    return tuple(next(begun) if item.began else item for item in items)


def quorum_of(body: Body, meeting: Meeting, item_id: ItemId | None = None) -> Quorum:
    """Count the members here while an item is taken, or behind all that is known."""
    order = tuple(item.id for item in in_order_taken(meeting))
    return quorum_at(body, meeting.attendance, order, item_id, meeting.declarations)


def quorum_lost(body: Body, meeting: Meeting) -> AgendaItem | None:
    """Return the first item that was taken with too few members here, or ``None``."""
    return next(
        (
            item
            for item in in_order_taken(meeting)
            if item.course is Course.TAKEN and not quorum_of(body, meeting, item.id).met
        ),
        None,
    )


def quorum_warning(body: Body, before: Meeting, after: Meeting) -> str:
    """Say that a change has lost the quorum, where it was there before; else nothing."""
    count = quorum_of(body, after)
    if count.met or not quorum_of(body, before).met:
        return ""
    members = "1 member is" if count.here == 1 else f"{count.here} members are"
    return f"The quorum is lost: {members} here, {count.needed} are needed."


def is_restricted(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether an item is not open to the public: by itself or by its section."""
    section = meeting.section(item.section_id)
    return item.restricted or (section is not None and section.restricted)


def holds_restricted(meeting: Meeting) -> bool:
    """Whether anything of a meeting is not for the public: an item, or text in an open one."""
    return any(
        is_restricted(meeting, item)
        or any(block.visibility is Visibility.RESTRICTED for block in item.blocks)
        for item in meeting.items
    )


def duplicate(meeting: Meeting, *, day: date, new_id: Callable[[], str]) -> Meeting:
    """Return the plan of another meeting on ``day`` after this one's pattern, with fresh ids.

    Copied are venue, times and contact, sections, items without what was minuted, and the list
    of people, not marked. Numbers, actions and the state belong to the meeting that was held.
    """
    sections = {one.id: replace(one, id=SectionId(new_id())) for one in meeting.sections}
    return Meeting(
        id=MeetingId(new_id()),
        body_id=meeting.body_id,
        details=replace(
            meeting.details, date=day, first_number=0, first_number_reason="", provisional=False
        ),
        sections=tuple(sections.values()),
        items=tuple(
            replace(
                item,
                id=ItemId(new_id()),
                section_id=sections[item.section_id].id,
                no_outcome="",
                course=Course.TAKEN,
                began="",
                spent=0,
                pages="",
                urgent_reason="",
                notes_of=None,
                report=None,
                papers=(),
                blocks=(),
            )
            for item in meeting.items
        ),
        attendance=tuple(_unmarked(row) for row in meeting.attendance),
    )


def _unmarked(row: Attendance) -> Attendance:
    return replace(
        row,
        capacity=Capacity.UNMARKED,
        substitute_for=None,
        arrived="",
        left="",
        arrived_item=None,
        left_item=None,
    )


def duplicate_item(item: AgendaItem, new_id: Callable[[], str]) -> AgendaItem:
    """Return the item once more, its text too, with fresh ids."""
    return replace(
        item,
        id=ItemId(new_id()),
        blocks=tuple(replace(block, id=BlockId(new_id())) for block in item.blocks),
    )
