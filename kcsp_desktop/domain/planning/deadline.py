"""By when the reports for a meeting are wanted: some working days before the agenda goes out.

Must stay in step: ``notice`` (which day is the last to issue). Source: house-format 4 and 10.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.domain.notice import is_working, last_office_day

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.domain.body import NoticeRule

DAYS = 5  # working days in which the pack is put together


def report_deadline(
    meeting_day: date, rule: NoticeRule, holidays: frozenset[date], days: int = DAYS
) -> str:
    """Return the ISO date ``days`` working days before the last day of issue.

    A body without a rule of notice has its reports as many days before the meeting itself.
    """
    day = last_office_day(meeting_day, rule, holidays) or meeting_day
    while days > 0:
        day -= timedelta(days=1)
        days -= is_working(day, holidays)
    return day.isoformat()
