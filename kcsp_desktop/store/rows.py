"""Domain values to rows and back, pure. The round trip is a law (``tests/store/test_rows``).

How this works: a value with an id of its own is a row; what has none (memberships, posts, a
body's pattern of sections, issued numbers, runs) is JSON in the row it belongs to, since it is
always read and written with it. Must stay in step: ``migrations`` (the columns).
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import date, time
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.actions import Action, ActionState, Due, DueKind
from kcsp_desktop.domain.attendance import Attendance, Capacity, Declaration, InterestKind
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, Vote, normalised
from kcsp_desktop.domain.body import (
    Body,
    Membership,
    MentionReach,
    ResolutionShape,
    Role,
    SectionPattern,
)
from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId, PersonId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import (
    AgendaItem,
    Course,
    Details,
    ItemKind,
    Meeting,
    Mode,
    Section,
)
from kcsp_desktop.domain.people import Organisation, Person, Post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Row = dict[str, Any]
Stored = (
    Body
    | Organisation
    | Person
    | Abbreviation
    | Meeting
    | Section
    | AgendaItem
    | Block
    | Attendance
    | Declaration
    | Action
)
"""The values that are rows of their own."""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def clean(text: str) -> str:
    """Return text that SQLite can hold: NUL goes, and half a character becomes U+FFFD.

    Such halves (lone surrogates) come with text pasted from broken sources; a save must not fail
    for one. Two halves that belong together become the character they are.
    """
    if text.isascii() and "\x00" not in text:
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\x00", "")


def body_row(body: Body) -> Row:
    """Return the row of a body."""
    row = asdict(body)
    row["resolution_shape"] = str(body.resolution_shape)
    row["sections"] = _json([asdict(section) for section in body.sections])
    row["members"] = _json([{**asdict(m), "role": str(m.role)} for m in body.members])
    row["mention_reach"] = str(body.mention_reach)
    row["words"] = _json(body.words)
    for name in _SWITCHES:
        row[name] = int(row[name])
    return row


_SWITCHES = (
    "print_apologies", "print_restricted_heading", "bold_resolved", "records_votes",
    "mention_initials",
)  # fmt: skip


def body_from(row: Mapping[str, Any]) -> Body:
    """Return the body of a row."""
    values = _without_rank(row)
    values["resolution_shape"] = ResolutionShape(row["resolution_shape"])
    values["sections"] = tuple(SectionPattern(**one) for one in json.loads(row["sections"]))
    values["members"] = tuple(
        Membership(**{**one, "role": Role(one["role"])}) for one in json.loads(row["members"])
    )
    values["mention_reach"] = MentionReach(row["mention_reach"])
    values["words"] = tuple(json.loads(row["words"]))
    for name in _SWITCHES:
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
    declarations: Iterable[Declaration],
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
        declarations=tuple(declarations),
        issued_numbers=issued,
    )


def section_row(section: Section, meeting_id: str) -> Row:
    """Return the row of a meeting's section."""
    row = asdict(section)
    return {**row, "restricted": int(section.restricted), "meeting_id": meeting_id}


def section_from(row: Mapping[str, Any]) -> Section:
    """Return the section of a row."""
    values = _without_rank(row, "meeting_id")
    return Section(**{**values, "restricted": bool(row["restricted"])})


_ITEM = (
    "id", "section_id", "title", "presenter", "pages", "minutes_planned", "restriction",
    "no_outcome", "began", "spent",
)  # fmt: skip


def item_row(item: AgendaItem, meeting_id: str) -> Row:
    """Return an item's own row, without its blocks."""
    row: Row = {name: getattr(item, name) for name in _ITEM}
    row |= {"kind": str(item.kind), "minuted": int(item.minuted), "course": str(item.course)}
    return row | {"restricted": int(item.restricted), "meeting_id": meeting_id}


def item_from(row: Mapping[str, Any], blocks: Iterable[Block]) -> AgendaItem:
    """Return the item of a row and its blocks."""
    return AgendaItem(
        kind=ItemKind(row["kind"]),
        course=Course(row["course"]),
        minuted=bool(row["minuted"]),
        restricted=bool(row["restricted"]),
        blocks=tuple(blocks),
        **{name: row[name] for name in _ITEM},
    )


def block_row(block: Block, item_id: str) -> Row:
    """Return the row of a block; ``text`` is its letters alone, for searching."""
    runs = normalised((clean(text), flags) for text, flags in block.runs)
    return {
        "id": block.id,
        "item_id": item_id,
        "kind": str(block.kind),
        "runs": _json(runs),
        "text": "".join(text for text, _ in runs),
        "visibility": str(block.visibility),
        "noted_at": block.noted_at,
        "flagged": int(block.flagged),
        "vote": _json(asdict(block.vote)) if block.vote else "",
    }


def block_from(row: Mapping[str, Any]) -> Block:
    """Return the block of a row."""
    return Block(
        id=BlockId(row["id"]),
        kind=BlockKind(row["kind"]),
        runs=tuple((text, flags) for text, flags in json.loads(row["runs"])),
        visibility=Visibility(row["visibility"]),
        noted_at=row["noted_at"],
        flagged=bool(row["flagged"]),
        vote=_vote_from(json.loads(row["vote"])) if row["vote"] else None,
    )


def _vote_from(values: dict[str, Any]) -> Vote:
    return Vote(**{**values, "named": tuple((name, how) for name, how in values["named"])})


def attendance_row(one: Attendance, meeting_id: str) -> Row:
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


def declaration_row(one: Declaration, meeting_id: str) -> Row:
    """Return the row of a declaration of interest."""
    row = asdict(one) | {"kind": str(one.kind), "left_room": int(one.left_room)}
    return row | {"meeting_id": meeting_id}


def declaration_from(row: Mapping[str, Any]) -> Declaration:
    """Return the declaration of a row."""
    values = _without_rank(row, "meeting_id")
    values |= {"kind": InterestKind(row["kind"]), "left_room": bool(row["left_room"])}
    return Declaration(**values)


def abbreviation_row(one: Abbreviation) -> Row:
    """Return the row of an abbreviation."""
    return asdict(one) | {"acronym": int(one.acronym)}


def abbreviation_from(row: Mapping[str, Any]) -> Abbreviation:
    """Return the abbreviation of a row."""
    return Abbreviation(**{**_without_rank(row), "acronym": bool(row["acronym"])})


def action_row(action: Action, meeting_id: str) -> Row:
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


_ROWS: dict[str, Callable[[Any, str], Row]] = {
    "bodies": lambda value, _: body_row(value),
    "organisations": lambda value, _: asdict(value),
    "people": lambda value, _: person_row(value),
    "meetings": lambda value, _: meeting_row(value),
    "sections": section_row,
    "items": item_row,
    "blocks": block_row,
    "attendance": attendance_row,
    "actions": action_row,
    "declarations": declaration_row,
    "abbreviations": lambda value, _: abbreviation_row(value),
}


def row_of(table: str, owner: str, value: Stored) -> Row:
    """Return the row of a value that belongs to ``owner``; all its text is one SQLite can hold."""
    row = _ROWS[table](value, owner)
    return {name: clean(v) if isinstance(v, str) else v for name, v in row.items()}


_APART = {"sections", "items", "attendance", "actions", "declarations", "blocks"}
_IN_ROW: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name not in _APART)
    for kind in (Meeting, AgendaItem)
}
"""What is in the row of a value that holds lists of others; the lists are rows of their own."""


def same_row(one: Stored, other: Stored) -> bool:
    """Whether two values certainly have the same row: told without making it.

    So it is with a meeting and an item in which only something further down has changed.
    """
    names = _IN_ROW.get(type(one), ())
    return bool(names) and all(getattr(one, name) is getattr(other, name) for name in names)


def row_id(owner: str, value: Stored) -> str:
    """Return the id of a value's row; a person stands once in the attendance of a meeting."""
    if isinstance(value, Attendance):
        return clean(f"{owner}/{value.person_id}")
    return clean(value.id)
