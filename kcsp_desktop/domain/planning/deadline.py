"""By when the reports for a meeting are wanted: some working days before the agenda goes out.

How this works: which day is the last to issue the agenda is the rule of notice, and an argument
here. Source: house-format 4 and 10.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.body import NoticeRule

    LastDay = Callable[[date, NoticeRule, frozenset[date]], date | None]

DAYS = 5  # working days in which the pack is put together
_ONE = timedelta(days=1)
_SATURDAY = 5


def report_deadline(
    meeting_day: date,
    rule: NoticeRule,
    holidays: frozenset[date],
    last_day: LastDay,
    days: int = DAYS,
) -> str:
    """Return the ISO date ``days`` working days before the last day of issue.

    A body without a rule of notice has its reports as many days before the meeting itself.
    """
    day = last_day(meeting_day, rule, holidays) or meeting_day
    while days > 0:
        day -= _ONE
        days -= day.weekday() < _SATURDAY and day not in holidays
    return day.isoformat()
