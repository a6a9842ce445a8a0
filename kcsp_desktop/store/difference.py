"""What has to be written to come from one record to another. Pure.

How this works: a record is walked as ordered groups of values, each with its table. Values are
frozen, so one that is the same object has not changed and is never made into a row: a keystroke
costs the rows of one meeting, one item and one block. Must stay in step: ``rows`` (values to
rows), ``migrations`` (the tables), ``reading`` (the way back).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.store.ranks import ranks
from kcsp_desktop.store.rows import Row, Stored, row_id, row_of

if TYPE_CHECKING:
    from kcsp_desktop.domain.record import Record

PARENTS_FIRST = (
    "bodies", "organisations", "people", "abbreviations", "meetings", "sections", "items",
    "blocks", "attendance", "actions", "declarations",
)  # fmt: skip

Ranks = dict[str, dict[str, float]]
"""Table, then row id: the row's rank in its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
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


def groups(record: Record, leave_out: Container[str] = ()) -> Iterator[Group]:
    """Walk a record, but for what is in the meetings ``leave_out``."""

    def group(table: str, values: Sequence[Stored], owner: str = "", meeting: str = "") -> Group:
        return Group(table=table, owner=owner, meeting_id=meeting, values=values)

    yield group("bodies", record.bodies)
    yield group("organisations", record.organisations)
    yield group("people", record.people)
    yield group("abbreviations", record.abbreviations)
    yield group("meetings", record.meetings)
    for meeting in record.meetings:
        if meeting.id in leave_out:
            continue
        yield group("sections", meeting.sections, meeting.id, meeting.id)
        yield group("items", meeting.items, meeting.id, meeting.id)
        yield group("attendance", meeting.attendance, meeting.id, meeting.id)
        yield group("actions", meeting.actions, meeting.id, meeting.id)
        yield group("declarations", meeting.declarations, meeting.id, meeting.id)
        for item in meeting.items:
            yield group("blocks", item.blocks, item.id, meeting.id)


def difference(before: Record, after: Record, known: Ranks) -> Difference:
    """Return what to write. Raises ``ValueError`` where an id stands twice in one list."""
    puts: dict[tuple[str, str], Change] = {}
    gone: dict[tuple[str, str], Change] = {}
    given: Ranks = {}
    meetings = {meeting.id: meeting for meeting in before.meetings}
    same = {one.id for one in after.meetings if meetings.get(one.id) is one}
    old = {(group.table, group.owner): group for group in groups(before, same)}
    for group in groups(after, same):
        former = old.pop((group.table, group.owner), None)
        if former is not None and former.values is group.values:
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
