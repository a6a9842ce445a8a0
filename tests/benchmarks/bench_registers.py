"""The action register of twenty years: opened, narrowed and sorted, beside SQL that gives the same.

The floor reads the rows from the store's file and no more: what is due next, whose an action is
and how it stands today are worked out by ours alone.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import Due, DueKind
from kcsp_desktop.domain.ids import ActionId, ItemId, MeetingId
from kcsp_desktop.domain.registers.actions import (
    ActionFilter,
    Order,
    action_rows,
    in_order,
    narrowed,
)
from tests.benchmarks.figures import Figure
from tests.benchmarks.records import store_of
from tests.benchmarks.rounds import in_turns, timed
from tests.builders import a_meeting, a_record, an_action, some_details

if TYPE_CHECKING:
    from pathlib import Path

    from kcsp_desktop.domain.actions import Action
    from kcsp_desktop.domain.record import Record

ROUNDS = 12
MEETINGS, ACTIONS, ITEMS = 60, 167, 8  # three meetings a year for twenty years
TODAY = date(2026, 1, 1)
LIMIT = 100.0
_OWNERS = ("Mr Quelch", "All members", "Alder Borough Council", "")

_ALL = (
    "SELECT a.*, m.date, b.short_name, i.title, i.section_id FROM actions a "
    "JOIN meetings m ON m.id = a.meeting_id JOIN bodies b ON b.id = m.body_id "
    "JOIN items i ON i.id = a.item_id "
)
_TEXT = "lower(a.text || ' ' || a.owner || ' ' || a.note || ' ' || a.updates)"
_WORDS = f"WHERE {_TEXT} LIKE '%wardens%' AND {_TEXT} LIKE '%16%'"


def measure(folder: Path) -> list[Figure]:
    """Open, narrow and sort ten thousand actions."""
    record = twenty_years()
    path = folder / "registers.db"
    store_of(path, record)
    conn = sqlite3.connect(path)
    rows = action_rows(record, TODAY)
    deeds = {
        "opened": (
            lambda: action_rows(record, TODAY),
            lambda: conn.execute(f"{_ALL} ORDER BY m.date, a.rank").fetchall(),
        ),
        "narrowed to words": (
            lambda: narrowed(rows, ActionFilter(words="wardens 16")),
            lambda: conn.execute(_ALL + _WORDS).fetchall(),
        ),
        "sorted by their due day": (
            lambda: in_order(rows, Order.DUE),
            lambda: conn.execute(f"{_ALL} ORDER BY a.due_date, m.date").fetchall(),
        ),
    }
    found = []
    for name, (ours, least) in deeds.items():
        mine, floor = in_turns(ROUNDS, timed(ours), timed(least), each=2)
        found.append(
            Figure(
                name=f"{len(rows):,} actions {name}", ours=mine, floor=floor, floor_name="raw SQL",
                bound=2.0, limit=LIMIT,
            )
        )  # fmt: skip
    conn.close()
    return found


def twenty_years() -> Record:
    """Return a record of sixty meetings with 167 actions each."""
    days = (date(2006, 3, 1) + timedelta(days=121 * n) for n in range(MEETINGS))
    return a_record(
        *(
            a_meeting(
                ITEMS,
                id=MeetingId(f"m{n}"),
                details=some_details(day),
                attendance=(),
                actions=tuple(_action(n, k, day) for k in range(ACTIONS)),
            )
            for n, day in enumerate(days)
        )
    )


def _action(n: int, k: int, day: date) -> Action:
    date_due = Due(kind=DueKind.DATE, date=(day + timedelta(days=k)).isoformat())
    return replace(
        an_action(
            item_id=ItemId(f"m{n}-item-{k % ITEMS + 1}"),
            block_id=None,
            text=f"Action {k * 7919 % 1000} about wardens {k}",
            owner=_OWNERS[k % len(_OWNERS)],
            due=date_due if k % 3 else Due(kind=DueKind.NEXT_MEETING),
        ),
        id=ActionId(f"a{n}-{k}"),
    )
