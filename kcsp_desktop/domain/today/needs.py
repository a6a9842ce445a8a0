"""What needs the secretary today, over all bodies, the worst first.

How this works: each rule looks at one body (``View``) and yields needs; ``needs`` sorts them and
folds what there are too many of. Days are counted by ``notice``, actions by ``registers.actions``,
reports by ``planning.reports_owed``: a rule only says what of that presses, and where it is done.
Must stay in step: ``lifecycle`` (a state that waits for something has its rule here). Source:
house-format 4, 9 and 10.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.today.need import Need, urgency
from kcsp_desktop.domain.today.of_meetings import RULES as OF_MEETINGS
from kcsp_desktop.domain.today.of_promises import RULES as OF_PROMISES
from kcsp_desktop.domain.today.view import views

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kcsp_desktop.domain.record import Record

FEW = 3  # of one body and kind; the others are told of by the last


def needs(record: Record, today: date, holidays: frozenset[date]) -> tuple[Need, ...]:
    """Return what needs the secretary today, the worst first."""
    found: list[Need] = []
    for view in views(record, today, holidays):
        for rule in (*OF_MEETINGS, *OF_PROMISES):
            found += _folded(rule(view))
    if len(record.bodies) > 1:
        names = {body.id: body.short_name for body in record.bodies}
        found = [replace(one, second=f"{names[one.body_id]}: {one.second}") for one in found]
    return tuple(sorted(found, key=urgency))


def _folded(found: Iterable[Need]) -> list[Need]:
    """Return the worst few of one rule; the last of them says how many more there are."""
    by_kind: dict[str, list[Need]] = {}
    for one in sorted(found, key=urgency):
        by_kind.setdefault(one.about, []).append(one)
    kept: list[Need] = []
    for ones in by_kind.values():
        more = len(ones) - FEW
        few = ones[:FEW]
        if more > 0:
            few[-1] = replace(few[-1], second=f"{few[-1].second} (and {more} more like this)")
        kept += few
    return kept
