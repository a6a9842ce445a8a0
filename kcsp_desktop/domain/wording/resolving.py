"""The usual resolution of each kind of item, in the body's own shape (house-format 6).

How this works: what a report recommends is the draft of the resolution. Else an item's kind says
what is usually resolved; where the body resolved something else on an item of that title last
time, that is the usual one here. A resolution that names a date or a person is never taken over
from another meeting.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import BlockKind, Visibility, resolutions
from kcsp_desktop.domain.body import ResolutionShape, preamble
from kcsp_desktop.domain.dates import MONTHS, printed
from kcsp_desktop.domain.kinds import Course, ItemKind
from kcsp_desktop.domain.record import earlier_meetings, former_meeting

if TYPE_CHECKING:
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record

_USUAL = {
    ItemKind.INFORMATION: "note the contents of the report.",
    ItemKind.INFORMATION_ONLY: "note the contents of the report.",
    ItemKind.DECISION: "agree the recommendations of the report.",
    ItemKind.VERBAL: "note the update.",
    ItemKind.PRESENTATION: "note the presentation.",
    ItemKind.DATES: "note the dates of future meetings.",
}

VERBS = (
    "note", "agree", "approve", "support", "endorse", "request", "ask", "thank", "consider",
    "comment on", "receive", "recommend", "delegate", "appoint",
)  # fmt: skip

ENDINGS = (
    "note the update.", "note the contents of the report.", "note the progress made.",
    "note the dates of future meetings.", "agree the recommendations.", "approve the report.",
    "support the proposals.", "request a report back to the next meeting.",
    "ask for a further report in six months.", "thank the officers for their work.",
)  # fmt: skip


def usual_resolution(record: Record, meeting: Meeting, item: AgendaItem) -> str:
    """Return what is usually resolved on such an item, ready to be printed; or nothing."""
    body = record.body_of(meeting)
    if item.kind is ItemKind.LAST_NOTES:
        return _approval(record, meeting, body)
    earlier = _resolved_last_time(record, meeting, item)
    if earlier:
        return earlier
    ending = _USUAL.get(item.kind, "")
    return f"{preamble(body)}{ending}" if ending else ""


def recommended_resolution(body: Body, item: AgendaItem) -> tuple[tuple[BlockKind, str], ...]:
    """Return the report's recommendations as the draft resolution: a lead, and clauses if several.

    Each begins small, as it goes on from the lead; all but the last end with a semicolon
    (house-format 4 and 6).
    """
    asked = asked_of(item)
    lead = preamble(body)
    if not asked:
        return ()
    if len(asked) == 1:
        return ((BlockKind.RESOLUTION, f"{lead}{asked[0]}."),)
    clauses = (f"{one};" for one in asked[:-1])
    return (
        (BlockKind.RESOLUTION, f"{lead.rstrip()}:"),
        *((BlockKind.CLAUSE, clause) for clause in clauses),
        (BlockKind.CLAUSE, f"{asked[-1]}."),
    )


def asked_of(item: AgendaItem) -> tuple[str, ...]:
    """Return what the report asks the meeting to do, each ready to go on from a lead."""
    asked = (_bare_clause(one) for one in (item.report.recommendations if item.report else ()))
    return tuple(one for one in asked if one)


def _bare_clause(recommendation: str) -> str:
    """Return a recommendation without its mark, its ending and its capital (not an acronym's)."""
    text = re.sub(r"^\s*(?:[-•·*]|\(?[a-z0-9]{1,2}[.)])\s+", "", recommendation.strip())
    text = re.sub(r"[;,.\s]*(?:\band)?[;,.\s]*$", "", text)
    first, _, rest = text.partition(" ")
    small = first[:1].lower() + first[1:] if first[1:].islower() or len(first) == 1 else first
    return f"{small} {rest}".strip()


def _approval(record: Record, meeting: Meeting, body: Body) -> str:
    """Return the approval of the last notes; nothing where the body has not met before."""
    former = former_meeting(record, meeting)
    if former is None:
        return ""
    word, day = body.record_word.lower(), printed(former.details.date)
    held = f"the {word} of the meeting held on {day}"
    if body.resolution_shape is ResolutionShape.TO:
        return f"RESOLVED that {held} were correctly recorded and a paper copy be signed by the " \
               f"{body.chair_word}."  # fmt: skip
    return f"RESOLVED that {held} were correctly recorded and be signed by the {body.chair_word}."


def _resolved_last_time(record: Record, meeting: Meeting, item: AgendaItem) -> str:
    """Return what was resolved on an item of this title at the last meeting that had one."""
    title = _bare(item.title)
    for earlier in reversed(earlier_meetings(record, meeting)) if title else ():
        for other in earlier.items:
            if _bare(other.title) == title:
                return _of_its_own_time(other)
    return ""


def _of_its_own_time(item: AgendaItem) -> str:
    """Return the item's one public resolution, where it would be true at any meeting."""
    found = resolutions(block for block in item.blocks if block.visibility is Visibility.PUBLIC)
    if len(found) != 1 or found[0].clauses:
        return ""
    text = found[0].lead.text.strip()
    dated = re.search(rf"\d|{'|'.join(MONTHS)}", text)
    named = re.search(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\b", text)
    return "" if dated or named or not text.endswith(".") else text


def _bare(title: str) -> str:
    return " ".join(title.casefold().split())


def course_line(course: Course) -> str:
    """Return what the minutes say of an item that was not taken."""
    return f"This item was {course}."


def usual_line(item: AgendaItem) -> tuple[BlockKind, str] | None:
    """Return what usually stands instead of a resolution: "No declarations were received."."""
    if item.kind is ItemKind.DECLARATIONS:
        return BlockKind.PLAIN, "No declarations were received."
    return None
