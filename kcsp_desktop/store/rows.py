"""Domain values to rows and back, pure. The round trip is a law (``tests/store/test_rows``).

How this works: ``rows_of`` walks a record into a ``Rows``: table, then id, then the row. Two
walks compared are what a save has to write. Values that are the same object give the same rows
without being looked at, so a keystroke costs one item and not the whole record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date, time
from typing import Any

from kcsp_desktop.domain.actions import Action, ActionState, Due, DueKind
from kcsp_desktop.domain.attendance import Attendance, Capacity
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility
from kcsp_desktop.domain.body import Body, Membership, ResolutionShape, Role, SectionPattern
from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId, PersonId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Details, ItemKind, Meeting, Mode, Section
from kcsp_desktop.domain.people import Organisation, Person, Post
from kcsp_desktop.domain.record import Record

Row = dict[str, Any]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def clean(text: str) -> str:
    """Return text SQLite can hold: lone surrogates become the replacement character, NUL goes."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def body_row(body: Body) -> Row:
    """Return the row of a body."""
    row = asdict(body)
    row["resolution_shape"] = str(body.resolution_shape)
    row["sections"] = _json([asdict(section) for section in body.sections])
    row["members"] = _json([{**asdict(m), "role": str(m.role)} for m in body.members])
    for name in ("print_apologies", "print_restricted_heading", "bold_resolved"):
        row[name] = int(row[name])
    return row


def body_from(row: Mapping[str, Any]) -> Body:
    """Return the body of a row."""
    values = _without_rank(row)
    values["resolution_shape"] = ResolutionShape(row["resolution_shape"])
    values["sections"] = tuple(SectionPattern(**one) for one in json.loads(row["sections"]))
    values["members"] = tuple(
        Membership(**{**one, "role": Role(one["role"])}) for one in json.loads(row["members"])
    )
    for name in ("print_apologies", "print_restricted_heading", "bold_resolved"):
        values[name] = bool(values[name])
    return Body(**values)


def organisation_from(row: Mapping[str, Any]) -> Organisation:
    """Return the organisation of a row."""
    return Organisation(**_without_rank(row))


def person_row(person: Person) -> Row:
    """Return the row of a person."""
    row = asdict(person)
    row["posts"] = _json(row["posts"])
    return row


def person_from(row: Mapping[str, Any]) -> Person:
    """Return the person of a row."""
    posts = tuple(Post(**post) for post in json.loads(row["posts"]))
    return Person(**{**_without_rank(row), "posts": posts})


def meeting_row(meeting: Meeting) -> Row:
    """Return a meeting's own row: details and state."""
    row = asdict(meeting.details)
    row["date"] = meeting.details.date.isoformat()
    row["start"] = meeting.details.start.isoformat() if meeting.details.start else ""
    row["end"] = meeting.details.end.isoformat() if meeting.details.end else ""
    row["mode"] = str(meeting.details.mode)
    row["id"] = meeting.id
    row["body_id"] = meeting.body_id
    row["state"] = str(meeting.state)
    row["issued_numbers"] = _json(meeting.issued_numbers)
    return row


_DETAILS = ("venue", "contact", "contact_phone", "contact_email", "first_number")


def meeting_from(
    row: Mapping[str, Any],
    sections: Iterable[Section],
    items: Iterable[AgendaItem],
    attendance: Iterable[Attendance],
    actions: Iterable[Action],
) -> Meeting:
    """Return the meeting of a row and of what belongs to it."""
    details = Details(
        date=date.fromisoformat(row["date"]),
        start=time.fromisoformat(row["start"]) if row["start"] else None,
        end=time.fromisoformat(row["end"]) if row["end"] else None,
        mode=Mode(row["mode"]),
        first_number_reason=row["first_number_reason"],
        **{name: row[name] for name in _DETAILS},
    )
    issued = tuple((ItemId(one), number) for one, number in json.loads(row["issued_numbers"]))
    return Meeting(
        id=MeetingId(row["id"]),
        body_id=row["body_id"],
        details=details,
        state=MeetingState(row["state"]),
        sections=tuple(sections),
        items=tuple(items),
        attendance=tuple(attendance),
        actions=tuple(actions),
        issued_numbers=issued,
    )


def section_row(section: Section, meeting_id: MeetingId) -> Row:
    """Return the row of a meeting's section."""
    row = asdict(section)
    return {**row, "restricted": int(section.restricted), "meeting_id": meeting_id}


def section_from(row: Mapping[str, Any]) -> Section:
    """Return the section of a row."""
    values = _without_rank(row, "meeting_id")
    return Section(**{**values, "restricted": bool(row["restricted"])})


_ITEM = (
    "id", "section_id", "title", "presenter", "pages", "minutes_planned", "restriction",
    "no_outcome",
)  # fmt: skip


def item_row(item: AgendaItem, meeting_id: MeetingId) -> Row:
    """Return an item's own row, without its blocks."""
    row: Row = {name: getattr(item, name) for name in _ITEM}
    row |= {"kind": str(item.kind), "minuted": int(item.minuted)}
    return row | {"restricted": int(item.restricted), "meeting_id": meeting_id}


def item_from(row: Mapping[str, Any], blocks: Iterable[Block]) -> AgendaItem:
    """Return the item of a row and its blocks."""
    return AgendaItem(
        kind=ItemKind(row["kind"]),
        minuted=bool(row["minuted"]),
        restricted=bool(row["restricted"]),
        blocks=tuple(blocks),
        **{name: row[name] for name in _ITEM},
    )


def block_row(block: Block, item_id: ItemId) -> Row:
    """Return the row of a block."""
    return {
        "id": block.id,
        "item_id": item_id,
        "kind": str(block.kind),
        "runs": _json([(clean(text), flags) for text, flags in block.runs]),
        "visibility": str(block.visibility),
        "noted_at": block.noted_at,
    }


def block_from(row: Mapping[str, Any]) -> Block:
    """Return the block of a row."""
    return Block(
        id=BlockId(row["id"]),
        kind=BlockKind(row["kind"]),
        runs=tuple((text, flags) for text, flags in json.loads(row["runs"])),
        visibility=Visibility(row["visibility"]),
        noted_at=row["noted_at"],
    )


def attendance_row(one: Attendance, meeting_id: MeetingId) -> Row:
    """Return the row of a person at a meeting."""
    row = asdict(one)
    row |= {"role": str(one.role), "capacity": str(one.capacity)}
    return row | {"id": f"{meeting_id}/{one.person_id}", "meeting_id": meeting_id}


def attendance_from(row: Mapping[str, Any]) -> Attendance:
    """Return the person's place at a meeting."""
    values = _without_rank(row, "id", "meeting_id")
    values["role"] = Role(row["role"])
    values["capacity"] = Capacity(row["capacity"])
    substitute = row["substitute_for"]
    values["substitute_for"] = PersonId(substitute) if substitute else None
    return Attendance(**values)


def action_row(action: Action, meeting_id: MeetingId) -> Row:
    """Return the row of an action."""
    return {
        "id": action.id,
        "meeting_id": meeting_id,
        "item_id": action.item_id,
        "block_id": action.block_id,
        "text": action.text,
        "owner": action.owner,
        "due_kind": str(action.due.kind),
        "due_words": action.due.words,
        "due_date": action.due.date,
        "state": str(action.state),
        "note": action.note,
        "visibility": str(action.visibility),
    }


def action_from(row: Mapping[str, Any]) -> Action:
    """Return the action of a row."""
    due = Due(kind=DueKind(row["due_kind"]), words=row["due_words"], date=row["due_date"])
    return Action(
        id=row["id"],
        item_id=row["item_id"],
        block_id=row["block_id"],
        text=row["text"],
        owner=row["owner"],
        due=due,
        state=ActionState(row["state"]),
        note=row["note"],
        visibility=Visibility(row["visibility"]),
    )


def _without_rank(row: Mapping[str, Any], *others: str) -> Row:
    return {name: row[name] for name in row.keys() if name not in ("rank", *others)}  # noqa: SIM118 - a sqlite3.Row iterates over values


Group = tuple[str, str, object, tuple[Row, ...]]
"""A table, whose rows these are (an owner's id), the value they were made of, and the rows."""


def groups(record: Record) -> Iterator[tuple[str, str, object]]:
    """Walk a record: each ordered list of rows as (table, owner's id, the value behind it)."""
    yield "bodies", "", record.bodies
    yield "organisations", "", record.organisations
    yield "people", "", record.people
    yield "meetings", "", record.meetings
    for meeting in record.meetings:
        yield "sections", meeting.id, meeting.sections
        yield "items", meeting.id, meeting.items
        yield "attendance", meeting.id, meeting.attendance
        yield "actions", meeting.id, meeting.actions
        for item in meeting.items:
            yield "blocks", item.id, item.blocks


def rows_of(table: str, owner: str, values: Any) -> tuple[Row, ...]:
    """Return the rows of one group, in order; text is cleaned for SQLite."""
    match table:
        case "bodies":
            rows = [body_row(one) for one in values]
        case "organisations":
            rows = [asdict(one) for one in values]
        case "people":
            rows = [person_row(one) for one in values]
        case "meetings":
            rows = [meeting_row(one) for one in values]
        case "sections":
            rows = [section_row(one, MeetingId(owner)) for one in values]
        case "items":
            rows = [item_row(one, MeetingId(owner)) for one in values]
        case "attendance":
            rows = [attendance_row(one, MeetingId(owner)) for one in values]
        case "actions":
            rows = [action_row(one, MeetingId(owner)) for one in values]
        case _:
            rows = [block_row(one, ItemId(owner)) for one in values]
    return tuple(
        {name: clean(v) if isinstance(v, str) else v for name, v in row.items()} for row in rows
    )
