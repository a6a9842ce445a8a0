"""How a record is approved at a later meeting: places as they are cited, and the resolution.

How this works: a correction names a place as a reader finds it, "minute 42, paragraph 3", and the
words before and after. ``approval_edits`` gives the whole approval as one change: the corrections
become the text of the earlier meeting, and the item of the later one resolves so. A correction of
closed words is named by its place only, for the resolution is public (house-format 7 and 10).
Must stay in step: ``performing/of_life.approve`` (puts the corrections in).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.attendance import HERE_AS_MEMBER, Attendance
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, is_closed, plain
from kcsp_desktop.domain.body import Body, ResolutionShape, Role
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.disclosure import Audience, seen
from kcsp_desktop.domain.edits import Approve, Edit, InsertBlocks, SetAmendments, SetBlockText
from kcsp_desktop.domain.ids import BlockId, ItemId
from kcsp_desktop.domain.life import Amendment, Approval
from kcsp_desktop.domain.meeting import AgendaItem, Meeting, in_order
from kcsp_desktop.domain.numbering import labels, lettered, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcsp_desktop.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPlace:
    """A block of a record as a reader finds it, and as a list shows it ("3. Mr Hill said …")."""

    item_id: ItemId
    block: Block
    number: int
    cited: str
    shown: str


def cited_places(record: Record, meeting: Meeting) -> tuple[CitedPlace, ...]:
    """Return every place of a record that can be corrected, in the order of the agenda."""
    numbers = numbered(record, meeting).minutes
    return tuple(
        place
        for item in in_order(meeting)
        if item.minuted and item.id in numbers
        for place in _of_item(item, numbers[item.id])
    )


def _of_item(item: AgendaItem, number: int) -> Iterator[CitedPlace]:
    """Yield the public text as the public document numbers it, then what is closed."""
    public = seen(item.blocks, Audience.PUBLIC)
    for audience in (Audience.PUBLIC, Audience.RESTRICTED):
        blocks = public if audience is Audience.PUBLIC else seen(item.blocks, audience)
        for block, words, label in _with_words(blocks):
            if audience is Audience.RESTRICTED and not is_closed(block):
                continue
            closed = " of the restricted notes" if is_closed(block) else ""
            yield CitedPlace(
                item_id=item.id,
                block=block,
                number=number,
                cited=f"minute {number}, {words}{closed}",
                shown=f"{label} {block.text}".strip(),
            )


def _with_words(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, str, str]]:
    """Yield each block with how it is cited within its item, and its label."""
    paragraph = clause = bullet = line = resolved = 0
    several = sum(block.kind is BlockKind.RESOLUTION for block in blocks) > 1
    for block, label in zip(blocks, labels(blocks, count_empty=False), strict=True):
        kind = block.kind
        bullet = bullet + 1 if kind.endswith("bullet") else 0
        paragraph = label.value if kind is BlockKind.PARAGRAPH else paragraph
        clause = label.value if kind is BlockKind.CLAUSE else clause
        line += kind is BlockKind.PLAIN
        resolved += kind is BlockKind.RESOLUTION
        under = f"paragraph {paragraph}, " if paragraph else ""
        match kind:
            case BlockKind.PARAGRAPH:
                words = f"paragraph {paragraph}"
            case BlockKind.LETTER:
                words = f"{under}letter {lettered(label.value)}"
            case BlockKind.BULLET | BlockKind.SUB_BULLET:
                words = f"{under}bullet {bullet}"
            case BlockKind.RESOLUTION:
                words = f"resolution {resolved}" if several else "the resolution"
            case BlockKind.CLAUSE:
                words = f"clause {lettered(label.value)})"
            case BlockKind.CLAUSE_BULLET:
                words = f"clause {lettered(clause)}), bullet {bullet}" if clause else "the bullets"
            case BlockKind.POST_MEETING_NOTE:
                words = "the post-meeting note"
            case _:
                words = f"line {line}"
        yield block, words, label.text


def why_not_correct(place: CitedPlace | None, before: str, after: str) -> str:
    """Say what is wrong with a correction, or nothing."""
    if place is None:
        return "Say which minute and which paragraph."
    if not before.strip():
        return "Say which words are to be changed."
    count = place.block.text.count(before)
    if not count:
        return f"Those words do not stand in {place.cited}."
    if count > 1:
        return f"Those words stand {count} times in {place.cited}: give more of them."
    if before == after:
        return "The words are the same before and after."
    return ""


def correction_told(one: Amendment) -> str:
    """Return a correction in one line: “minute 42, paragraph 3: “x” becomes “y””."""
    changed = f"“{one.before}” becomes “{one.after}”" if one.after else f"“{one.before}” goes"
    return f"{one.cited[:1].upper()}{one.cited[1:]}: {changed}"


def presiding(meeting: Meeting) -> Attendance | None:
    """Return who was in the chair: whom the meeting names, else the Chair, else the Vice-Chair."""
    here = [row for row in meeting.attendance if row.capacity in HERE_AS_MEMBER]
    if meeting.presided_by is not None:
        return next((row for row in here if row.person_id == meeting.presided_by), None)
    for role in (Role.CHAIR, Role.VICE_CHAIR):
        for row in here:
            if row.role is role:
                return row
    return None


def approval_text(
    record: Record, earlier: Meeting, corrections: tuple[Amendment, ...], signing: str
) -> str:
    """Return the resolution that approves: S8 of the house, or "subject to" the corrections.

    ``signing`` is the office of whoever presides and signs: "Chair".
    """
    body = record.body_of(earlier)
    held = f"{_opening(body)} {printed(earlier.details.date)} were correctly recorded"
    copy = "a paper copy " if body.resolution_shape is ResolutionShape.TO else ""
    text = f"{held} and {copy}be signed by the {signing}"
    if not corrections:
        return f"{text}."
    said = "; ".join(_subject(earlier, one) for one in corrections)
    more = "corrections" if len(corrections) > 1 else "correction"
    return f"{text}, subject to the following {more}: {said}."


def _opening(body: Body) -> str:
    return f"RESOLVED that the {body.record_word.lower()} of the meeting held on"


def _subject(earlier: Meeting, one: Amendment) -> str:
    """Return a correction as the public resolution names it; closed words are not told."""
    blocks = (block for item in earlier.items for block in item.blocks if block.id == one.block_id)
    block = next(blocks, None)
    if block is not None and is_closed(block):
        return f"in {one.cited}, as agreed"
    if not one.after:
        return f"in {one.cited}, “{one.before}” to be left out"
    return f"in {one.cited}, “{one.before}” to read “{one.after}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approving:
    """What is known when a record is approved: where, who presides, when and through whom.

    ``signing`` is the office of who presides, as the resolution names it.
    """

    meeting: Meeting
    item: AgendaItem
    earlier: Meeting
    corrections: tuple[Amendment, ...]
    presiding: str
    signing: str
    at: str = ""
    who: str = ""


def approval_edits(record: Record, what: Approving, new_id: Callable[[], str]) -> tuple[Edit, ...]:
    """Return the approval as one change: corrections, the new state, and the resolution."""
    earlier = what.earlier
    agreed = tuple(one for one in earlier.amendments if one.meeting_id is not None)
    edits: list[Edit] = []
    if (*agreed, *what.corrections) != earlier.amendments:
        edits.append(SetAmendments(meeting_id=earlier.id, amendments=(*agreed, *what.corrections)))
    approval = Approval(
        meeting_id=what.meeting.id,
        item_id=what.item.id,
        day=what.meeting.details.date.isoformat(),
        presiding=what.presiding,
    )
    edits.append(Approve(meeting_id=earlier.id, approval=approval, at=what.at, who=what.who))
    text = approval_text(record, earlier, what.corrections, what.signing)
    return (*edits, *_resolved(what, text, record.body_of(earlier), new_id))


def _resolved(
    what: Approving, text: str, body: Body, new_id: Callable[[], str]
) -> tuple[Edit, ...]:
    """Return what puts the resolution into the item: in the place of the usual one, or last."""
    for block in what.item.blocks:
        there = block.text.strip()
        usual = there.startswith(_opening(body)) or there in ("", "RESOLVED")
        if block.kind is BlockKind.RESOLUTION and usual and not is_closed(block):
            if block.text == text:
                return ()
            return (
                SetBlockText(
                    meeting_id=what.meeting.id,
                    item_id=what.item.id,
                    block_id=block.id,
                    runs=plain(text),
                ),
            )
    last = what.item.blocks[-1].id if what.item.blocks else None
    new = Block(
        id=BlockId(new_id()),
        kind=BlockKind.RESOLUTION,
        runs=plain(text),
        visibility=Visibility.PUBLIC,
        noted_at=what.at,
    )
    return (
        InsertBlocks(meeting_id=what.meeting.id, item_id=what.item.id, blocks=(new,), after=last),
    )


def office_of(body: Body, meeting: Meeting, name: str) -> str:
    """Return the office in which somebody of that name signs: Vice-Chair, or else Chair."""
    row = next((row for row in meeting.attendance if row.name == name), None)
    vice = row is not None and row.role is Role.VICE_CHAIR
    return body.vice_chair_word if vice else body.chair_word


def later_amendment(one: Amendment, agreed_at: Meeting) -> Amendment:
    """Return a correction as agreed at a later meeting, of a record that is approved."""
    return replace(one, meeting_id=agreed_at.id)
