"""The registers for the command line: lines for people, objects for programs (docs/json.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcsp_desktop.documents.plain.clean import one_line
from kcsp_desktop.documents.registers.telling import due, minute, stands

if TYPE_CHECKING:
    from kcsp_desktop.documents.registers.rows import ActionLine, DecisionLine, Place


def action_object(line: ActionLine, called: str) -> dict[str, Any]:
    """Return an action as JSON has it; ``called`` is the meeting's name on the command line."""
    action = line.action
    return _place(line.place, called) | {
        "text": action.text,
        "owner": action.owner,
        "due": {"kind": str(action.due.kind), "words": action.due.words, "date": action.due.date},
        "due_day": line.due_day or None,
        "state": str(action.state),
        "standing": str(line.standing),
        "dormant_until": action.dormant_until or None,
        "closed_on": action.closed_on or None,
        "note": action.note,
        "updates": [{"day": one.day, "text": one.text} for one in action.updates],
        "restricted": line.place.restricted,
    }


def decision_object(line: DecisionLine, called: str) -> dict[str, Any]:
    """Return a decision as JSON has it."""
    return _place(line.place, called) | {
        "title": line.place.title,
        "letter": line.letter,
        "verb": line.verb,
        "lead": line.lead,
        "text": line.text,
        "outcome": line.outcome,
        "restricted": line.place.restricted,
    }


def _place(place: Place, called: str) -> dict[str, Any]:
    return {
        "meeting": called,
        "date": place.day.isoformat(),
        "code": place.code,
        "minute": place.minute or None,
    }


def action_text(line: ActionLine, called: str) -> str:
    """Return an action as one line."""
    owner = one_line(line.action.owner) or "Nobody yet"
    words = f"{one_line(due(line))}: {owner}: {one_line(line.action.text)}"
    return f"{called:<20}{minute(line.place):<13}{stands(line):<24}{words}"


def decision_text(line: DecisionLine, called: str) -> str:
    """Return a decision as one line."""
    letter = f"{line.letter}) " if line.letter else ""
    came = f" [{one_line(line.outcome)}]" if line.outcome else ""
    return f"{called:<20}{minute(line.place):<13}{letter}{one_line(line.text)}{came}"
