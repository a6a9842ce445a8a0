"""The one filter: from the record to what an audience may see.

How this works: ``edition(record, meeting, audience)`` is the only place where an ``Edition`` is
made, and every way out of the application takes an ``Edition``. What an audience may not see is
not in the value at all, so no document can print it by mistake. Paragraphs are numbered here,
after the filter, so that a public document has no hole that tells of what was taken out.
Must stay in step: ``documents`` (takes editions only). Source: house-format 7.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.attendance import HERE, Attendance, Capacity, Declaration
from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, Block, BlockKind, Visibility
from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.ids import BlockId, MeetingId, PersonId
from kcsp_desktop.domain.life import (
    Adjournment,
    Amendment,
    Approval,
    FutureDate,
    Issued,
    StateChange,
)
from kcsp_desktop.domain.lifecycle import APPROVED_ON
from kcsp_desktop.domain.meeting import (
    AgendaItem,
    Details,
    Meeting,
    Section,
    in_order,
    is_restricted,
)
from kcsp_desktop.domain.notice import issued_on
from kcsp_desktop.domain.numbering import Label, Numbers, labels, numbered
from kcsp_desktop.domain.record import Record, by_date, reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcsp_desktop.domain.reports import Report


class Audience(StrEnum):
    """Who will read: everybody; those entitled to restricted papers; the secretary alone."""

    PUBLIC = "public"
    RESTRICTED = "restricted"
    SECRETARY = "secretary"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionBlock:
    """A block that may be seen, with its label in this edition.

    ``outcome`` is what came of it where it is a decision, in words: for members, not the public.
    """

    block: Block
    label: Label
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionItem:
    """An item that may be seen; ``number`` 0 is not minuted.

    ``title``s are public, of restricted items too: the agenda prints them. ``late``: its report
    came after the agenda had gone out.
    """

    item: AgendaItem
    section: Section | None
    code: str
    number: int
    restricted: bool
    late: bool
    blocks: tuple[EditionBlock, ...]
    actions: tuple[Action, ...]
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What one audience may see of one meeting. Made by ``edition`` and nowhere else.

    ``agreed_on`` has the day of each meeting that agreed an amendment.
    """

    audience: Audience
    reference: str
    body: Body
    meeting_id: str
    state: str
    draft: bool
    details: Details
    attendance: tuple[Attendance, ...]
    sections: tuple[Section, ...]
    items: tuple[EditionItem, ...]
    future_dates: tuple[FutureDate, ...]
    presided_by: PersonId | None
    adjournments: tuple[Adjournment, ...]
    inquorate: bool
    amendments: tuple[Amendment, ...]
    agreed_on: tuple[tuple[MeetingId, date], ...]
    approval: Approval | None
    log: tuple[StateChange, ...]
    issued: tuple[Issued, ...]


def edition(
    record: Record, meeting: Meeting, audience: Audience, numbers: Numbers | None = None
) -> Edition:
    """Return what ``audience`` may see of ``meeting``.

    ``numbers`` are its codes and minute numbers where they are known: of many meetings they are
    counted at once (``series``).
    """
    own = audience is Audience.SECRETARY
    body = record.body_of(meeting)
    numbers = numbers or numbered(record, meeting)
    details = meeting.details if own else replace(meeting.details, first_number_reason="")
    return Edition(
        audience=audience,
        reference=reference(record, meeting),
        body=body if own else replace(body, members=(), standing=(), words=()),
        meeting_id=meeting.id if own else "",
        state=meeting.state,
        draft=meeting.state not in APPROVED_ON,
        details=details,
        attendance=_attendance(meeting, body, audience),
        sections=meeting.sections,
        items=tuple(_item(meeting, item, numbers, audience, body) for item in in_order(meeting)),
        future_dates=meeting.future_dates,
        presided_by=meeting.presided_by,
        adjournments=meeting.adjournments,
        inquorate=meeting.inquorate,
        amendments=_amendments(meeting, audience),
        agreed_on=_agreed_on(record, meeting),
        approval=meeting.approval,
        log=meeting.log if own else (),
        issued=meeting.issued if own else (),
    )


def _amendments(meeting: Meeting, audience: Audience) -> tuple[Amendment, ...]:
    """Return the corrections that were agreed, of text that may be seen.

    They repeat its words; who asked for one, and one that is only asked for, are the
    secretary's own.
    """
    if audience is Audience.SECRETARY:
        return meeting.amendments
    closed = {item.id for item in meeting.items if is_restricted(meeting, item)}
    shown = {b.id for item in meeting.items for b in seen(item.blocks, audience)}
    return tuple(
        replace(one, asked_by="", block_id=None)
        for one in meeting.amendments
        if one.meeting_id is not None
        and (one.block_id in shown or one.block_id is None)
        and (audience is not Audience.PUBLIC or one.item_id not in closed or one.block_id in shown)
    )


def _agreed_on(record: Record, meeting: Meeting) -> tuple[tuple[MeetingId, date], ...]:
    held = {one.meeting_id for one in meeting.amendments}
    return tuple((one.id, one.details.date) for one in by_date(record.meetings) if one.id in held)


def _attendance(meeting: Meeting, body: Body, audience: Audience) -> tuple[Attendance, ...]:
    """Return who was there; apologies where the body prints them (house-format 5).

    Who was absent, who is not marked yet, and when people came and went are the secretary's own;
    for whom a substitute came is printed with the apologies, or not at all.
    """
    if audience is Audience.SECRETARY:
        return meeting.attendance
    shown = HERE | {Capacity.APOLOGIES} if body.print_apologies else HERE
    excused = {row.person_id for row in meeting.attendance if row.capacity is Capacity.APOLOGIES}
    told = excused if body.print_apologies else frozenset[PersonId]()
    return tuple(
        replace(
            row,
            arrived="",
            left="",
            arrived_item=None,
            left_item=None,
            substitute_for=row.substitute_for if row.substitute_for in told else None,
        )
        for row in meeting.attendance
        if row.capacity in shown
    )


def _item(
    meeting: Meeting,
    item: AgendaItem,
    numbers: Numbers,
    audience: Audience,
    body: Body,
) -> EditionItem:
    own = audience is Audience.SECRETARY
    restricted = is_restricted(meeting, item)
    allowed = _allowed(item.blocks, audience)
    came = _outcomes(meeting, audience)
    given = labels(allowed, count_empty=own, form=body.paragraph_form)
    blocks = tuple(
        EditionBlock(block=_stripped(block, own), label=label, outcome=came.get(block.id, ""))
        for block, label in zip(allowed, given, strict=True)
        if _is_told(block, audience)
    )
    shown = replace(item, blocks=tuple(one.block for one in blocks))
    if not own:
        shown = replace(shown, no_outcome="", restriction="", minutes_planned=0, began="", spent=0)
        shown = replace(shown, report=_report(item.report), tags=())
    if audience is Audience.PUBLIC:
        papers = tuple(one for one in item.papers if not one.restricted)
        shown = replace(shown, detail="", papers=papers)
    if restricted and audience is Audience.PUBLIC:
        shown = replace(shown, presenter="", pages="", report=None, papers=(), urgent_reason="")
    return EditionItem(
        item=shown,
        section=meeting.section(item.section_id),
        code=numbers.codes[item.id],
        number=numbers.minutes.get(item.id, 0) if item.minuted else 0,
        restricted=restricted,
        late=_came_late(meeting, item) and not (restricted and audience is Audience.PUBLIC),
        blocks=blocks,
        actions=_actions(meeting, item, audience, restricted),
        declarations=_declarations(meeting, item, audience, restricted),
    )


def _came_late(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether the report came after the agenda had gone out: a supplement brings it."""
    issued = issued_on(meeting)
    if issued is None or item.report is None:
        return False
    return item.report.received_on > issued.isoformat()


def _outcomes(meeting: Meeting, audience: Audience) -> dict[BlockId, str]:
    """Return what came of each decision, as how an action went on: for members."""
    if audience is Audience.PUBLIC:
        return {}
    return {one.block_id: one.text for one in meeting.outcomes}


def _report(report: Report | None) -> Report | None:
    """Return a report without what the secretary keeps of its way here."""
    if report is None:
        return None
    return replace(report, author_email="", deadline="", received_on="")


def _declarations(
    meeting: Meeting, item: AgendaItem, audience: Audience, restricted: bool
) -> tuple[Declaration, ...]:
    """Return what was declared in the item; its words may tell of a restricted one's detail."""
    declared = tuple(one for one in meeting.declarations if one.item_id == item.id)
    if restricted and audience is Audience.PUBLIC:
        return tuple(replace(one, text="") for one in declared)
    return declared


_BULLETS = frozenset({BlockKind.BULLET, BlockKind.SUB_BULLET})
_TEXT_UNDER = _BULLETS | {BlockKind.LETTER}

HANGS_UNDER: dict[BlockKind, frozenset[BlockKind]] = {
    BlockKind.PARAGRAPH: _TEXT_UNDER,
    BlockKind.PLAIN: _TEXT_UNDER,
    BlockKind.POST_MEETING_NOTE: _TEXT_UNDER,
    BlockKind.LETTER: _BULLETS,
    BlockKind.BULLET: frozenset({BlockKind.SUB_BULLET}),
    BlockKind.RESOLUTION: frozenset({BlockKind.CLAUSE, BlockKind.CLAUSE_BULLET}),
    BlockKind.CLAUSE: frozenset({BlockKind.CLAUSE_BULLET}),
}


def hangs_under(block: Block, above: Sequence[Block]) -> bool:
    """Whether a block hangs under one of those ``above``, which stand right before it."""
    return any(block.kind in HANGS_UNDER.get(one.kind, frozenset()) for one in above)


def seen(blocks: Iterable[Block], audience: Audience) -> tuple[Block, ...]:
    """Return the blocks that ``audience`` may see.

    Private notes are the secretary's alone; restricted blocks are never public, and what hangs
    under one goes with it, or its bullets and clauses would be read under what stands before;
    an empty block is nothing to anybody but the secretary (house-format 7).
    """
    return tuple(b for b in _allowed(blocks, audience) if _is_told(b, audience))


def _allowed(blocks: Iterable[Block], audience: Audience) -> tuple[Block, ...]:
    """Return the blocks that ``audience`` may see, empty ones too: they divide lists."""
    if audience is Audience.SECRETARY:
        return tuple(blocks)
    official = tuple(block for block in blocks if block.kind is not BlockKind.PRIVATE_NOTE)
    return tuple(_public(official)) if audience is Audience.PUBLIC else _resolved_last(official)


def _resolved_last(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put the resolution of a summary behind the detail it was agreed on (house-format 5.8).

    Summary and detail are typed as two texts: each has its own order, and only where both are
    printed together can a resolution come to stand before what belongs to it.
    """
    if len({block.visibility for block in blocks}) < 2:
        return blocks
    resolved = tuple(block for block in blocks if block.kind in RESOLUTION_PARTS)
    return (*(block for block in blocks if block.kind not in RESOLUTION_PARTS), *resolved)


def _is_told(block: Block, audience: Audience) -> bool:
    return audience is Audience.SECRETARY or bool(block.text.strip())


def _public(blocks: Iterable[Block]) -> Iterator[Block]:
    going_too: frozenset[BlockKind] = frozenset()
    for block in blocks:
        if block.kind in going_too:
            continue
        closed = block.visibility is not Visibility.PUBLIC
        going_too = HANGS_UNDER.get(block.kind, frozenset()) if closed else frozenset()
        if not closed:
            yield block


def _stripped(block: Block, own: bool) -> Block:
    """Leave out what is the secretary's own: when a block was noted, its flag and its id."""
    return block if own else replace(block, noted_at="", id=BlockId(""), flagged=False)


def actions_seen(meeting: Meeting, item: AgendaItem, audience: Audience) -> tuple[Action, ...]:
    """Return the actions of one item that ``audience`` may see, without making an edition."""
    return _actions(meeting, item, audience, is_restricted(meeting, item))


def _actions(
    meeting: Meeting,
    item: AgendaItem,
    audience: Audience,
    restricted: bool,
) -> tuple[Action, ...]:
    """Return the item's actions that may be seen.

    An action's words repeat those of the block it was agreed in: whoever may not see the block,
    or could not before it was deleted, may not see the action. It is public only if it says so
    and its item is open. How it went on and was closed is for members, not for the public.
    """
    actions = tuple(action for action in meeting.actions if action.item_id == item.id)
    if audience is Audience.SECRETARY or not actions:
        return actions
    public = audience is Audience.PUBLIC
    if public and restricted:
        return ()
    shown = {None, *(block.id for block in seen(item.blocks, audience))}
    return tuple(
        replace(
            action,
            block_id=None,
            tags=(),
            dormant_until="",
            note="" if public else action.note,
            updates=() if public else action.updates,
        )
        for action in actions
        if action.block_id in shown and (not public or action.visibility is Visibility.PUBLIC)
    )
