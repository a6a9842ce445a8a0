"""The rows of the registers as an audience may see them, made of editions and of nothing else.

How this works: an edition has been through the one filter already; here its actions and its
resolutions are only put in rows. The days on which a body meets, of which an edition knows its own
alone, are passed in. Must stay in step: ``domain.registers`` (the secretary's own rows; a test
compares them).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import CLOSED, Action, DueKind
from kcsp_desktop.domain.blocks import Block, Visibility, resolutions
from kcsp_desktop.domain.disclosure import Audience, Edition, EditionItem
from kcsp_desktop.domain.ids import BlockId
from kcsp_desktop.domain.numbering import lettered
from kcsp_desktop.domain.registers.actions import Standing, due_day, standing
from kcsp_desktop.domain.registers.decisions import verb_of, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kcsp_desktop.domain.ids import ActionId, BodyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in the records: the meeting and the item."""

    body: str
    reference: str
    day: date
    code: str
    minute: int
    title: str
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One action, where it was agreed, when it is due next (ISO, "" unknown), how it stands.

    ``public``: how it went on is not in it, and it is never told as overdue.
    """

    action: Action
    place: Place
    meeting_id: str
    due_day: str
    standing: Standing
    public: bool

    @property
    def closed(self) -> bool:
        """Whether nothing is owed any more."""
        return self.standing is Standing.CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One decision; ``letter`` is its clause's, ``lead`` what stands over the clauses."""

    place: Place
    meeting_id: str
    letter: str
    lead: str
    text: str
    verb: str
    outcome: str


def action_lines(
    editions: Iterable[Edition],
    days: Mapping[BodyId, tuple[str, ...]],
    today: date,
    wanted: Collection[ActionId] | None = None,
) -> tuple[ActionLine, ...]:
    """Return the actions of editions in their order; of ``wanted`` ones alone where it is given.

    ``days`` are the ISO dates on which each body meets (``domain.registers.meeting_days``).
    """
    return tuple(
        _action_line(one, item, action, days.get(one.body.id, ()), today)
        for one in editions
        for item, action in _in_their_order(one)
        if wanted is None or action.id in wanted
    )


def _in_their_order(edition: Edition) -> Iterator[tuple[EditionItem, Action]]:
    return ((item, action) for item in edition.items for action in item.actions)


def _action_line(
    edition: Edition, item: EditionItem, action: Action, days: tuple[str, ...], today: date
) -> ActionLine:
    public = edition.audience is Audience.PUBLIC
    closed = action.visibility is Visibility.RESTRICTED
    due = _due_day(action, edition.details.date.isoformat(), days, public=public)
    return ActionLine(
        action=action,
        place=_place(edition, item, closed),
        meeting_id=edition.meeting_id,
        due_day=due,
        standing=standing(action, due, today.isoformat()),
        public=public,
    )


def _due_day(action: Action, agreed_on: str, days: tuple[str, ...], *, public: bool) -> str:
    """Return when an action is due next.

    The public does not see what was reported, by which a recurring one is counted: it has no day.
    """
    recurs = action.due.kind in (DueKind.EACH_MEETING, DueKind.YEARLY)
    if public and recurs and action.state not in CLOSED:
        return ""
    return due_day(action, agreed_on, days)


def _place(edition: Edition, item: EditionItem, closed: bool) -> Place:
    """Return where something stands; ``closed``: it is restricted by itself.

    What the public may read is not, of a restricted item too: it is the item's public summary.
    """
    restricted = edition.audience is not Audience.PUBLIC and (closed or item.restricted)
    return Place(
        body=edition.body.short_name,
        reference=edition.reference,
        day=edition.details.date,
        code=item.code,
        minute=item.number,
        title=item.item.title.strip(),
        restricted=restricted,
    )


_NEVER = "9999"


def open_first(
    lines: Iterable[ActionLine],
) -> tuple[tuple[ActionLine, ...], tuple[ActionLine, ...]]:
    """Return what is open, by the day it is due, and what is closed, the latest first."""
    lines = tuple(lines)
    owed = sorted(
        (one for one in lines if not one.closed),
        key=lambda one: (one.due_day or _NEVER, one.place.day, one.place.minute),
    )
    done = sorted(
        (one for one in lines if one.closed),
        key=lambda one: (one.action.closed_on, one.place.day, one.place.minute),
        reverse=True,
    )
    return tuple(owed), tuple(done)


def decision_lines(editions: Iterable[Edition]) -> tuple[DecisionLine, ...]:
    """Return every decision of editions, in their order and that of the agenda."""
    return tuple(
        line for one in editions for item in one.items for line in _decisions_of(one, item)
    )


def _decisions_of(edition: Edition, item: EditionItem) -> Iterator[DecisionLine]:
    # An edition has no ids of blocks; a decision is found again by its place.
    blocks = [replace(one.block, id=BlockId(str(n))) for n, one in enumerate(item.blocks)]
    for resolution in resolutions(blocks):
        lead = resolution.lead
        if not resolution.clauses and lead.text.strip():
            yield _decision(edition, item, lead, text=lead.text.strip())
        for n, clause in enumerate(resolution.clauses, 1):
            if text := words_of(clause):
                above = lead.text.strip()
                yield _decision(
                    edition, item, clause.block, text=text, letter=lettered(n), lead=above
                )


def _decision(
    edition: Edition,
    item: EditionItem,
    block: Block,
    *,
    text: str,
    letter: str = "",
    lead: str = "",
) -> DecisionLine:
    closed = block.visibility is Visibility.RESTRICTED
    return DecisionLine(
        place=_place(edition, item, closed),
        meeting_id=edition.meeting_id,
        letter=letter,
        lead=lead,
        text=text,
        verb=verb_of(text),
        outcome=item.blocks[int(block.id)].outcome.strip(),
    )
