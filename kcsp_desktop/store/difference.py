"""What has to be written to come from one record to another. Pure.

How this works: a record is walked as ordered groups of values, each with its table. Values are
frozen, so one that is the same object has not changed: what is in it is not walked and it is never
made into a row. A keystroke costs the rows of one block. Must stay in step: ``rows`` (values to
rows), ``migrations`` (the tables), ``reading`` (the way back).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from kcsp_desktop.store.ranks import ranks
from kcsp_desktop.store.rows import Row, Stored, row_id, row_of, same_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record

PARENTS_FIRST = (
    "bodies", "organisations", "people", "abbreviations", "entries", "meetings", "sections",
    "items", "blocks", "attendance", "actions", "declarations",
)  # fmt: skip

Ranks = dict[str, dict[str, float]]
"""Table, then row id: the row's rank in its list."""


class Group(NamedTuple):
    """An ordered list of values of one table. ``owner`` is what they belong to, or empty."""

    table: str
    owner: str
    meeting_id: str
    values: Sequence[Stored]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row to write. ``former`` ``None``: it is new; ``row`` ``None``: it goes.

    Where the two are equal only the place in its list has changed.
    """

    table: str
    row_id: str
    meeting_id: str
    former: Row | None
    row: Row | None
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Rows to put, parents first; rows to take out, children first; ranks after both."""

    puts: tuple[Change, ...]
    gone: tuple[Change, ...]
    ranks: Ranks


_TOP = ("bodies", "organisations", "people", "abbreviations", "entries", "meetings")
_IN_A_MEETING = ("sections", "items", "attendance", "actions", "declarations")


def _groups(record: Record, other: Record) -> Iterator[Group]:
    """Walk a record, but for the lists that the other has as well, in the same place."""
    for table in _TOP:
        values = getattr(record, table)
        if values is not getattr(other, table):
            yield Group(table, "", "", values)
    others = {meeting.id: meeting for meeting in other.meetings}
    for meeting in record.meetings:
        twin = others.get(meeting.id)
        if twin is not meeting:
            yield from _in_meeting(meeting, twin)


def _in_meeting(meeting: Meeting, other: Meeting | None) -> Iterator[Group]:
    for table in _IN_A_MEETING:
        values = getattr(meeting, table)
        if other is None or values is not getattr(other, table):
            yield Group(table, meeting.id, meeting.id, values)
    others = {item.id: item.blocks for item in other.items} if other is not None else {}
    for item in meeting.items:
        if others.get(item.id) is not item.blocks:
            yield Group("blocks", item.id, meeting.id, item.blocks)


def difference(before: Record, after: Record, known: Ranks) -> Difference:
    """Return what to write. Raises ``ValueError`` where an id stands twice in one list."""
    puts: dict[tuple[str, str], Change] = {}
    gone: dict[tuple[str, str], Change] = {}
    given: Ranks = {}
    old = {(group.table, group.owner): group for group in _groups(before, after)}
    for group in _groups(after, before):
        former = old.pop((group.table, group.owner), None)
        pairs = _changed_in_place(former, group, known) if former is not None else None
        if pairs is not None:
            _put_changed(group, pairs, known, puts)
            continue
        new_ranks = _ranks_of(group, known.get(group.table, {}))
        given.setdefault(group.table, {}).update(new_ranks)
        _compare(former, group, known.get(group.table, {}), new_ranks, puts, gone)
    for group in old.values():
        for value in group.values:
            change = _goes(group, value)
            gone[change.table, change.row_id] = change
    _join_moved(puts, gone)
    return Difference(puts=_sorted(puts), gone=_sorted(gone)[::-1], ranks=given)


def _ranks_of(group: Group, known: dict[str, float]) -> dict[str, float]:
    order = [row_id(group.owner, value) for value in group.values]
    if len(set(order)) < len(order):
        raise ValueError(f"an id stands twice in {group.table} of {group.owner or 'the record'}")
    return ranks(order, known)


def _changed_in_place(
    former: Group, group: Group, known: Ranks
) -> list[tuple[Stored, Stored]] | None:
    """Return the values that are others now, before and after.

    ``None`` where it is not the same rows in the same order, or one has no rank yet: what most
    saves write is a text, and for that no list needs to be looked at as a whole.
    """
    if len(former.values) != len(group.values):
        return None
    pairs = [
        (was, now)
        for was, now in zip(former.values, group.values, strict=True)
        if was is not now
    ]  # fmt: skip
    owner, ranked = group.owner, known.get(group.table, {})
    for was, now in pairs:
        one = row_id(owner, now)
        if one != row_id(owner, was) or one not in ranked:
            return None
    return pairs


def _put_changed(
    group: Group,
    pairs: list[tuple[Stored, Stored]],
    known: Ranks,
    puts: dict[tuple[str, str], Change],
) -> None:
    """Add the changes of values that stay in their places."""
    table, owner = group.table, group.owner
    for was, now in pairs:
        if same_row(was, now):
            continue
        before, row = row_of(table, owner, was), row_of(table, owner, now)
        if before != row:
            one = row_id(owner, now)
            puts[table, one] = Change(
                table=table, row_id=one, meeting_id=_meeting_of(group, one), former=before,
                row=row, rank=known[table][one],
            )  # fmt: skip


def _compare(
    former: Group | None,
    group: Group,
    known: dict[str, float],
    given: dict[str, float],
    puts: dict[tuple[str, str], Change],
    gone: dict[tuple[str, str], Change],
) -> None:
    """Add the changes from ``former`` to ``group``, one and the same list later."""
    table, owner = group.table, group.owner
    values = former.values if former is not None else ()
    old = {row_id(owner, value): value for value in values}
    for value in group.values:
        one = row_id(owner, value)
        was = old.pop(one, None)
        if was is value and known.get(one) == given[one]:
            continue
        before = None if was is None else row_of(table, owner, was)
        row = before if was is value else row_of(table, owner, value)
        if before == row and known.get(one) == given[one]:
            continue  # what changed is further down, in a list of its own
        puts[table, one] = Change(
            table=table, row_id=one, meeting_id=_meeting_of(group, one), former=before, row=row,
            rank=given[one],
        )  # fmt: skip
    if former is not None:
        for value in old.values():
            change = _goes(former, value)
            gone[table, change.row_id] = change


def _goes(group: Group, value: Stored) -> Change:
    one = row_id(group.owner, value)
    row = row_of(group.table, group.owner, value)
    meeting = _meeting_of(group, one)
    return Change(table=group.table, row_id=one, meeting_id=meeting, former=row, row=None)


def _meeting_of(group: Group, one: str) -> str:
    return one if group.table == "meetings" else group.meeting_id


def _join_moved(puts: dict[tuple[str, str], Change], gone: dict[tuple[str, str], Change]) -> None:
    """Make one change of a row that moved to another owner: gone in one list, new in another."""
    for key in puts.keys() & gone.keys():
        puts[key] = replace(puts[key], former=gone.pop(key).former)


_ORDER = {table: n for n, table in enumerate(PARENTS_FIRST)}


def _sorted(changes: dict[tuple[str, str], Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes.values(), key=lambda change: _ORDER[change.table]))
