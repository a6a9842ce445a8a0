"""What a body has taken up of its priorities in a year: items, decisions, actions by priority."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.entries import Tag
from kcsp_desktop.domain.ids import MeetingId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.ids import BodyId, EntryId, ItemId
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.domain.registers.actions import ActionRow
    from kcsp_desktop.domain.registers.decisions import DecisionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One priority in one year; ``meetings`` are those at which an item was about it."""

    tag: Tag
    meetings: tuple[MeetingId, ...]
    items: int
    decisions: int
    actions: int
    open_actions: int


def tags_in(record: Record, body_id: BodyId, year: int) -> tuple[Tag, ...]:
    """Return the body's priorities, themes and tags of a year, in the order they are kept."""
    return tuple(
        one
        for one in record.entries
        if isinstance(one, Tag)
        and one.body_id == body_id
        and (not one.begins or one.begins <= year)
        and (not one.ends or year <= one.ends)
    )


def coverage(
    record: Record,
    body_id: BodyId,
    year: int,
    actions: Iterable[ActionRow],
    decisions: Iterable[DecisionRow],
) -> tuple[CoverageRow, ...]:
    """Return the table of a calendar year: each priority, and what was done about it."""
    held = [
        meeting
        for meeting in record.meetings
        if meeting.body_id == body_id and meeting.details.date.year == year
    ]
    about = {item.id: item.tags for meeting in held for item in meeting.items}
    of_year = {meeting.id for meeting in held}
    logged = [row for row in actions if row.meeting_id in of_year]
    decided = [row for row in decisions if row.meeting_id in of_year]
    return tuple(
        CoverageRow(
            tag=tag,
            meetings=tuple(m.id for m in held if any(tag.id in item.tags for item in m.items)),
            items=sum(tag.id in tags for tags in about.values()),
            decisions=sum(tag.id in row.tags for row in decided),
            actions=sum(_is_about(row, tag, about) for row in logged),
            open_actions=sum(
                _is_about(row, tag, about) and row.standing != "closed" for row in logged
            ),
        )
        for tag in tags_in(record, body_id, year)
    )


def _is_about(row: ActionRow, tag: Tag, about: dict[ItemId, tuple[EntryId, ...]]) -> bool:
    return tag.id in row.action.tags or tag.id in about.get(row.action.item_id, ())
