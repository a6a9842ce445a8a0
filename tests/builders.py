"""Real values for tests, with the same ids at each run: cheap, so that nothing is mocked.

``a_record()`` is a whole: one body with members, people and one meeting of three items. Every
builder takes the fields that matter to the test as keywords.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from itertools import count
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.attendance import Attendance, Capacity
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, plain
from kcsp_desktop.domain.body import Body, Membership, Role
from kcsp_desktop.domain.ids import (
    ActionId,
    BlockId,
    BodyId,
    ItemId,
    MeetingId,
    OrganisationId,
    PersonId,
    SectionId,
)
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.people import Organisation, Person, Post, listed
from kcsp_desktop.domain.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

MEETING = MeetingId("meeting-1")
BODY = BodyId("body-1")
DAY = date(2026, 3, 12)


def fresh_ids(prefix: str = "new") -> Callable[[], str]:
    """Return a source of ids: new-1, new-2 and so on."""
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def a_person(number: int = 1, **fields: Any) -> Person:
    """Return Mrs A Barden (Head of Wardens, ABC), or another of her kind."""
    surname, initials, honorific = _PEOPLE[(number - 1) % len(_PEOPLE)]
    known: dict[str, Any] = {
        "honorific": honorific,
        "initials": initials,
        "surname": surname,
        "posts": (Post(title="Head of Wardens", organisation="ABC"),),
    }
    return Person(id=PersonId(f"person-{number}"), **known | fields)


_PEOPLE = (
    ("Barden", "A", "Mrs"),
    ("Quelch", "P M", "Mr"),
    ("Oduya", "S", "Ms"),
    ("Thane-Lisle", "R", "Cllr"),
    ("van der Veld", "J", "Dr"),
)


def an_organisation(number: int = 1, **fields: Any) -> Organisation:
    """Return the Alder Borough Council, ABC."""
    known = {"name": "Alder Borough Council", "short_name": "ABC"}
    return Organisation(id=OrganisationId(f"organisation-{number}"), **known | fields)


def a_body(**fields: Any) -> Body:
    """Return the Alder Community Partnership with five members, chair and vice-chair first."""
    roles = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.MEMBER, Role.MEMBER)
    known: dict[str, Any] = {
        "id": BODY,
        "name": "Alder Community Partnership",
        "short_name": "ACP",
        "authority": "ALDER COUNTY COUNCIL",
        "quorum": 3,
        "members": tuple(
            Membership(person_id=PersonId(f"person-{n}"), role=role)
            for n, role in enumerate(roles, 1)
        ),
    }
    return Body(**known | fields)


def a_block(
    text: str = "Mr Quelch outlined the report.",
    kind: BlockKind = BlockKind.PARAGRAPH,
    *,
    block_id: str = "block-1",
    restricted: bool = False,
    noted_at: str = "",
) -> Block:
    """Return a block of plain text."""
    return Block(
        id=BlockId(block_id),
        kind=kind,
        runs=plain(text),
        visibility=Visibility.RESTRICTED if restricted else Visibility.PUBLIC,
        noted_at=noted_at,
    )


def an_item(number: int = 1, section: str = "B", **fields: Any) -> AgendaItem:
    """Return an item with two paragraphs and a resolution; ids are item-1, block-1-1 …"""
    known: dict[str, Any] = {
        "id": ItemId(f"item-{number}"),
        "section_id": SectionId(f"section-{section}"),
        "title": f"Report {number}",
        "blocks": (
            a_block(block_id=f"block-{number}-1"),
            a_block("A Member asked about wardens.", block_id=f"block-{number}-2"),
            a_block(
                "RESOLVED to note the update.",
                BlockKind.RESOLUTION,
                block_id=f"block-{number}-3",
            ),
        ),
    }
    return AgendaItem(**known | fields)


def an_action(number: int = 1, **fields: Any) -> Action:
    """Return an action agreed in the second block of item 1."""
    known: dict[str, Any] = {
        "item_id": ItemId("item-1"),
        "block_id": BlockId("block-1-2"),
        "text": "Send the wardens' plan",
        "owner": "Mr Quelch",
    }
    return Action(id=ActionId(f"action-{number}"), **known | fields)


def a_row(number: int = 1, capacity: Capacity = Capacity.PRESENT, **fields: Any) -> Attendance:
    """Return the attendance of person ``number``."""
    person = a_person(number)
    known: dict[str, Any] = {"person_id": person.id, "name": listed(person)}
    return Attendance(capacity=capacity, **known | fields)


def some_details(day: date = DAY, **fields: Any) -> Details:
    """Return a morning in the Council Chamber."""
    known: dict[str, Any] = {"start": time(10, 0), "venue": "Council Chamber"}
    return Details(date=day, **known | fields)


def the_sections() -> tuple[Section, ...]:
    """Return sections A to D, the last one restricted; ids are section-A …"""
    return tuple(
        Section(
            id=SectionId(f"section-{pattern.letter}"),
            letter=pattern.letter,
            title=pattern.title,
            restricted=pattern.restricted,
        )
        for pattern in a_body().sections
    )


def a_meeting(items: int | tuple[AgendaItem, ...] = 3, **fields: Any) -> Meeting:
    """Return a meeting of so many items in section B, or of these; four people in the list.

    The parts of a meeting with an ``id`` of its own have ids of their own: "m2-item-1".
    """
    own = f"{fields['id']}-" if fields.get("id", MEETING) != MEETING else ""
    sections = tuple(replace(one, id=SectionId(own + one.id)) for one in the_sections())
    if isinstance(items, int):
        items = tuple(_of_meeting(own, an_item(number)) for number in range(1, items + 1))
    roles = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.MEMBER)
    known: dict[str, Any] = {
        "id": MEETING,
        "body_id": BODY,
        "details": some_details(),
        "sections": sections,
        "items": items,
        "attendance": tuple(a_row(n, role=role) for n, role in enumerate(roles, 1)),
    }
    return Meeting(**known | fields)


def _of_meeting(own: str, item: AgendaItem) -> AgendaItem:
    return replace(
        item,
        id=ItemId(own + item.id),
        section_id=SectionId(own + item.section_id),
        blocks=tuple(replace(block, id=BlockId(own + block.id)) for block in item.blocks),
    )


def a_record(*meetings: Meeting, **fields: Any) -> Record:
    """Return a record of one body, five people, and ``meetings`` (or ``a_meeting()``)."""
    known: dict[str, Any] = {
        "bodies": (a_body(),),
        "organisations": (an_organisation(),),
        "people": tuple(a_person(number) for number in range(1, 6)),
        "meetings": meetings or (a_meeting(),),
    }
    return Record(**known | fields)
