"""A meeting as JSON (docs/json.md), of what its audience may see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.disclosure import Audience

if TYPE_CHECKING:
    from kcsp_desktop.domain.actions import Action
    from kcsp_desktop.domain.attendance import Attendance, Declaration
    from kcsp_desktop.domain.blocks import Vote
    from kcsp_desktop.domain.disclosure import Edition, EditionBlock, EditionItem

FORMAT = 1


def meeting_json(edition: Edition) -> str:
    """Return the text of the JSON, in a fixed order, with a final line end."""
    return json.dumps(meeting_object(edition), ensure_ascii=False, indent=2) + "\n"


def meeting_object(edition: Edition) -> dict[str, Any]:
    """Return the object, before it is text."""
    details = edition.details
    own = edition.audience is Audience.SECRETARY
    codes = {str(item.item.id): item.code for item in edition.items}
    return {
        "format": FORMAT,
        "meeting": edition.reference,
        "audience": str(edition.audience),
        "body": edition.body.name,
        "authority": edition.body.authority,
        "state": edition.state,
        "draft": edition.draft,
        "date": details.date.isoformat(),
        "start": details.start.isoformat("minutes") if details.start else None,
        "end": details.end.isoformat("minutes") if details.end else None,
        "mode": str(details.mode),
        "venue": details.venue,
        "contact": {
            "name": details.contact,
            "phone": details.contact_phone,
            "email": details.contact_email,
        },
        "attendance": [_attendance(row, codes, own=own) for row in edition.attendance],
        "items": [_item(item, own=own) for item in edition.items],
    }


def _attendance(row: Attendance, codes: dict[str, str], *, own: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "name": row.name,
        "post": row.post,
        "organisation": row.organisation,
        "role": str(row.role),
        "capacity": str(row.capacity),
    }
    if own:
        shown |= {
            "arrived": {"at": row.arrived, "item": codes.get(row.arrived_item or "", "")},
            "left": {"at": row.left, "item": codes.get(row.left_item or "", "")},
        }
    return shown


def _item(item: EditionItem, *, own: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "code": item.code,
        "minute": item.number or None,
        "title": item.item.title,
        "kind": str(item.item.kind),
        "minuted": item.item.minuted,
        "restricted": item.restricted,
        "presenter": item.item.presenter,
        "pages": item.item.pages,
        "course": str(item.item.course),
        "blocks": [_block(block, own=own) for block in item.blocks],
        "actions": [_action(action) for action in item.actions],
        "declarations": [_declaration(one) for one in item.declarations],
    }
    if own:
        shown |= {"began": item.item.began or None, "spent": item.item.spent}
    return shown


def _declaration(one: Declaration) -> dict[str, Any]:
    return {
        "name": one.name,
        "kind": str(one.kind),
        "text": one.text,
        "left_room": one.left_room,
    }


def _vote(vote: Vote) -> dict[str, Any]:
    return {
        "mover": vote.mover,
        "seconder": vote.seconder,
        "in_favour": vote.in_favour,
        "against": vote.against,
        "abstained": vote.abstained,
        "named": [[name, how] for name, how in vote.named],
    }


def _block(block: EditionBlock, *, own: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "kind": str(block.block.kind),
        "label": block.label.text,
        "text": block.block.text,
        "runs": [[text, flags] for text, flags in block.block.runs],
        "visibility": str(block.block.visibility),
    }
    if block.block.vote is not None:
        shown["vote"] = _vote(block.block.vote)
    if own:
        shown |= {
            "id": block.block.id,
            "noted_at": block.block.noted_at,
            "flagged": block.block.flagged,
        }
    return shown


def _action(action: Action) -> dict[str, Any]:
    return {
        "text": action.text,
        "owner": action.owner,
        "due": {"kind": str(action.due.kind), "words": action.due.words, "date": action.due.date},
        "state": str(action.state),
    }
