"""The registers as sheets of cells, before they are CSV or a spreadsheet: text, days, numbers.

Money is ``Pounds``, so that a spreadsheet can add it up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kcsp_desktop.documents.plain.clean import clean
from kcsp_desktop.documents.registers.telling import day_of, due, stands, told
from kcsp_desktop.domain.registers.grants import totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcsp_desktop.documents.registers.rows import ActionLine, DecisionLine, Place
    from kcsp_desktop.domain.entries import Grant, Project

Cell = str | date | int | Decimal | None
"""``Decimal`` is money in pounds; ``None`` is an empty cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's head and its width in letters."""

    head: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A title, columns, and rows of as many cells."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def _columns(**widths: int) -> tuple[Column, ...]:
    return tuple(Column(head=name.replace("_", " "), width=width) for name, width in widths.items())


_ACTIONS = _columns(
    Body=10, Agreed_on=12, Minute=9, Item=7, Title=24, Action=45, Owner=18, Due=18, Due_on=12,
    Stands=16,
)  # fmt: skip
_HOW_IT_WENT_ON = _columns(Closed_on=12, Closing_note=28, Updates=45, Restricted=11)
_DECISIONS = _columns(Body=10, Date=12, Minute=9, Item=7, Title=30, Letter=7, Verb=11, Decision=60)
_WHAT_CAME = _columns(Outcome=40, Restricted=11)
_GRANTS = _columns(
    Year=10, Project=40, Run_by=28, From=14, Bid=13, Approved=13, Spent=13, Returned=13,
    Deadline=12, Stands=16,
)  # fmt: skip


def actions_sheet(lines: Sequence[ActionLine], *, public: bool) -> Sheet:
    """Return the actions, a row each; for the public without how they went on."""
    columns = _ACTIONS if public else (*_ACTIONS, *_HOW_IT_WENT_ON)
    rows = (_action(line) + (() if public else _went_on(line)) for line in lines)
    return Sheet(title="Actions", columns=columns, rows=tuple(rows))


def _action(line: ActionLine) -> tuple[Cell, ...]:
    action = line.action
    return (
        *_place(line.place),
        clean(action.text),
        clean(action.owner),
        clean(due(line)),
        _day(line.due_day),
        clean(stands(line)),
    )


def _went_on(line: ActionLine) -> tuple[Cell, ...]:
    action = line.action
    return (
        _day(action.closed_on),
        clean(action.note),
        clean("\n".join(map(told, action.updates))),
        "yes" if line.place.restricted else "",
    )


def _place(place: Place) -> tuple[Cell, ...]:
    number = place.minute or None
    return clean(place.body), place.day, number, clean(place.code), clean(place.title)


def decisions_sheet(lines: Sequence[DecisionLine], *, public: bool) -> Sheet:
    """Return the decisions, a row each; for the public without what came of them."""
    columns = _DECISIONS if public else (*_DECISIONS, *_WHAT_CAME)
    rows = (_decision(line) + (() if public else _came(line)) for line in lines)
    return Sheet(title="Decisions", columns=columns, rows=tuple(rows))


def _decision(line: DecisionLine) -> tuple[Cell, ...]:
    return (*_place(line.place), line.letter, line.verb, clean(line.text))


def _came(line: DecisionLine) -> tuple[Cell, ...]:
    return clean(line.outcome), "yes" if line.place.restricted else ""


def grants_sheet(grants: Iterable[Grant], projects: Iterable[Project]) -> Sheet:
    """Return the projects of each grant, then its sums and what does not add up."""
    projects = tuple(projects)
    rows = (row for grant in grants for row in _grant(grant, projects))
    return Sheet(title="Grants", columns=_GRANTS, rows=tuple(rows))


def _grant(grant: Grant, projects: tuple[Project, ...]) -> Iterator[tuple[Cell, ...]]:
    year = clean(grant.year)
    for one in projects:
        if one.grant_id != grant.id:
            continue
        yield (
            year,
            clean(one.name),
            clean(one.run_by),
            "tactical pot" if one.from_tactical else "upfront",
            *map(_pounds, (one.bid, one.approved, one.spent, one.returned)),
            _day(one.deadline),
            str(one.state),
        )
    sums = totals(grant, projects)
    figures = map(_pounds, (sums.bid, sums.approved, sums.spent, sums.returned))
    yield (year, "All projects but withdrawn ones", "", "", *figures, None, "")
    for name, amount in (
        ("Allocation", grant.allocation),
        ("Not given to a project", sums.left),
        ("To be returned", sums.to_return),
    ):
        yield (year, name, "", "", None, _pounds(amount), None, None, None, "")
    for note in sums.notes:
        yield (year, clean(note), "", "", None, None, None, None, None, "")


def _pounds(pence: int) -> Decimal:
    return Decimal(pence).scaleb(-2)


def _day(iso: str) -> date | str | None:
    return (day_of(iso) or clean(iso)) if iso else None
