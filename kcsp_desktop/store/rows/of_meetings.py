"""A meeting and all its parts to rows and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, time
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.actions import Action, ActionState, Due, DueKind, Update
from kcsp_desktop.domain.attendance import Attendance, Capacity, Declaration, InterestKind
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, Vote, normalised
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.ids import BlockId, EntryId, ItemId, MeetingId, PersonId
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
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.reports import Classification, Contact, Paper, Report, ReportState
from kcsp_desktop.store.rows.plain import Row, clean, to_json, without_rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def meeting_row(meeting: Meeting) -> Row:
    """Return a meeting's own row: details and state."""
    row = asdict(meeting.details)
    row["date"] = meeting.details.date.isoformat()
    row["start"] = meeting.details.start.isoformat() if meeting.details.start else ""
    row["end"] = meeting.details.end.isoformat() if meeting.details.end else ""
    row["mode"] = str(meeting.details.mode)
    row["provisional"] = int(meeting.details.provisional)
    row["id"] = meeting.id
    row["body_id"] = meeting.body_id
    row["state"] = str(meeting.state)
    row["presided_by"] = meeting.presided_by
    row["inquorate"] = int(meeting.inquorate)
    row["issued_numbers"] = to_json(meeting.issued_numbers)
    row["dismissed"] = to_json(meeting.dismissed)
    row["approval"] = to_json(asdict(meeting.approval)) if meeting.approval else ""
    for name in _LISTS:
        row[name] = to_json([asdict(one) for one in getattr(meeting, name)])
    return row


def _outcome(*, tags: list[EntryId], **values: Any) -> Outcome:  # noqa: ANN401 - as JSON has them
    return Outcome(tags=tuple(tags), **values)


_LISTS: dict[str, Callable[..., Any]] = {
    "adjournments": Adjournment,
    "future_dates": FutureDate,
    "moved_from": MovedDate,
    "amendments": Amendment,
    "log": StateChange,
    "issued": Issued,
    "outcomes": _outcome,
}
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
        provisional=bool(row["provisional"]),
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
        presided_by=PersonId(row["presided_by"]) if row["presided_by"] else None,
        inquorate=bool(row["inquorate"]),
        dismissed=tuple(json.loads(row["dismissed"])),
        approval=Approval(**json.loads(row["approval"])) if row["approval"] else None,
        **{
            name: tuple(made(**one) for one in json.loads(row[name]))
            for name, made in _LISTS.items()
        },
    )


def section_row(section: Section, meeting_id: str) -> Row:
    """Return the row of a meeting's section."""
    row = asdict(section)
    return {**row, "restricted": int(section.restricted), "meeting_id": meeting_id}


def section_from(row: Mapping[str, Any]) -> Section:
    """Return the section of a row."""
    values = without_rank(row, "meeting_id")
    return Section(**{**values, "restricted": bool(row["restricted"])})


_ITEM = (
    "id", "section_id", "title", "presenter", "pages", "minutes_planned", "restriction",
    "no_outcome", "began", "spent", "detail", "urgent_reason", "notes_of",
)  # fmt: skip


def item_row(item: AgendaItem, meeting_id: str) -> Row:
    """Return an item's own row, without its blocks."""
    row: Row = {name: getattr(item, name) for name in _ITEM}
    row |= {"kind": str(item.kind), "minuted": int(item.minuted), "course": str(item.course)}
    row |= {"restricted": int(item.restricted), "standing": int(item.standing)}
    row["exempt"] = to_json(item.exempt)
    row["tags"] = to_json(item.tags)
    row["report"] = to_json(asdict(item.report)) if item.report else ""
    row["papers"] = to_json([asdict(paper) for paper in item.papers])
    return row | {"meeting_id": meeting_id}


def item_from(row: Mapping[str, Any], blocks: Iterable[Block]) -> AgendaItem:
    """Return the item of a row and its blocks."""
    return AgendaItem(
        kind=ItemKind(row["kind"]),
        course=Course(row["course"]),
        minuted=bool(row["minuted"]),
        restricted=bool(row["restricted"]),
        standing=bool(row["standing"]),
        exempt=tuple(json.loads(row["exempt"])),
        tags=tuple(json.loads(row["tags"])),
        report=_report_from(json.loads(row["report"])) if row["report"] else None,
        papers=tuple(Paper(**one) for one in json.loads(row["papers"])),
        blocks=tuple(blocks),
        **{name: row[name] for name in _ITEM},
    )


def _report_from(values: dict[str, Any]) -> Report:
    values["by"] = tuple(values["by"])
    values["recommendations"] = tuple(values["recommendations"])
    values["contacts"] = tuple(Contact(**one) for one in values["contacts"])
    values["classification"] = Classification(values["classification"])
    values["state"] = ReportState(values["state"])
    return Report(**values)


def block_row(block: Block, item_id: str) -> Row:
    """Return the row of a block; ``text`` is its letters alone, for searching."""
    runs = normalised((clean(text), flags) for text, flags in block.runs)
    return {
        "id": block.id,
        "item_id": item_id,
        "kind": str(block.kind),
        "runs": to_json(runs),
        "text": "".join(text for text, _ in runs),
        "visibility": str(block.visibility),
        "noted_at": block.noted_at,
        "flagged": int(block.flagged),
        "vote": to_json(asdict(block.vote)) if block.vote else "",
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
    values = without_rank(row, "id", "meeting_id")
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
    values = without_rank(row, "meeting_id")
    values |= {"kind": InterestKind(row["kind"]), "left_room": bool(row["left_room"])}
    return Declaration(**values)


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
        "closed_on": action.closed_on,
        "dormant_until": action.dormant_until,
        "updates": to_json([asdict(one) for one in action.updates]),
        "tags": to_json(action.tags),
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
        closed_on=row["closed_on"],
        dormant_until=row["dormant_until"],
        updates=tuple(Update(**one) for one in json.loads(row["updates"])),
        tags=tuple(json.loads(row["tags"])),
    )
