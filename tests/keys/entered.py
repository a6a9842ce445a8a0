"""The store of the benchmark: the other records entered as meetings, the one to be typed empty.

How this works: ``record_of`` makes one body, a person for each name and post that any list has,
and a meeting of each record, a month apart. The meeting under test comes last, with its agenda
and its list of attendance (the others' where it has none, as in ``model_sheet``) and without a
block. The body's settings are those of a new one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.attendance import Attendance, Capacity
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, plain
from kcsp_desktop.domain.body import SECTIONS, Body
from kcsp_desktop.domain.ids import BlockId, BodyId, ItemId, MeetingId, PersonId, SectionId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.people import Person, Post, understood
from kcsp_desktop.domain.record import Record
from tests.keys.meetings import BODY

if TYPE_CHECKING:
    from tests.keys.meetings import Meeting as Read

    Row = dict[str, Any]

UNDER_TEST = MeetingId("under-test")
_FIRST_DAY = date(2020, 1, 16)


def record_of(meeting: Read, store: list[Read]) -> Record:
    """Return the record in which ``meeting`` is about to be minuted."""
    body = _body(meeting)
    listed = [row for one in store for row in one["attendance"]]
    roster = meeting["attendance"] or list({row["name"]: row for row in listed}.values())
    people = {row["name"]: _person(row) for row in (*listed, *roster)}
    held = [_meeting(one, body, f"other-{n}", n, one["attendance"]) for n, one in enumerate(store)]
    empty = {**meeting, "items": [{**item, "blocks": []} for item in meeting["items"]]}
    today = _meeting(empty, body, UNDER_TEST, len(store), roster)
    return Record(bodies=(body,), people=tuple(people.values()), meetings=(*held, today))


def _body(meeting: Read) -> Body:
    return Body(id=BodyId("body"), name=meeting.get("body", BODY), short_name="KCSP")


def _person(row: Row) -> Person:
    posts = (Post(title=row["post"]),) if row.get("post") else ()
    return Person(id=PersonId(f"person {row['name']}"), **understood(row["name"]), posts=posts)


def _meeting(one: Read, body: Body, name: str, months: int, roster: list[Row]) -> Meeting:
    sections = tuple(
        Section(id=SectionId(f"{name} {known.letter}"), letter=known.letter, title=known.title)
        for known in SECTIONS  # none is restricted here: all is typed into the public text
    )
    names = {row["name"]: row for row in roster}
    return Meeting(
        id=MeetingId(name),
        body_id=body.id,
        details=Details(date=_FIRST_DAY + timedelta(days=30 * months)),
        state=MeetingState.IN_PROGRESS if name == UNDER_TEST else MeetingState.DRAFT_NOTES,
        sections=sections,
        items=tuple(_item(item, name, n) for n, item in enumerate(one["items"])),
        attendance=tuple(_row(row) for row in names.values()),
    )


def _item(item: dict[str, Any], name: str, place: int) -> AgendaItem:
    letter = (item.get("code") or "B")[:1]
    return AgendaItem(
        id=ItemId(f"{name} {place}"),
        section_id=SectionId(f"{name} {letter}"),
        title=item["title"],
        minuted=item.get("minuted", True),
        presenter=item.get("presenter", ""),
        blocks=tuple(
            Block(
                id=BlockId(f"{name} {place} {n}"),
                kind=BlockKind(block["kind"]),
                runs=plain(" ".join(block["text"].split())),
                visibility=Visibility(block.get("visibility", "public")),
            )
            for n, block in enumerate(item["blocks"])
        ),
    )


def _row(row: Row) -> Attendance:
    return Attendance(
        person_id=PersonId(f"person {row['name']}"),
        name=row["name"],
        post=row.get("post", ""),
        capacity=Capacity(row.get("capacity", "present")),
    )
