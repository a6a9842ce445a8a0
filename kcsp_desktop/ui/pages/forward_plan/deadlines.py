"""By when reports are wanted, with the bank holidays of this machine's library."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kcsp_desktop.domain.body import Holidays, NoticeKind
from kcsp_desktop.domain.planning.deadline import report_deadline

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.body import Body, NoticeRule


def deadline_of(body: Body) -> Callable[[date], str]:
    """Return what gives the ISO date by which the reports of a meeting are wanted."""

    def deadline(day: date) -> str:
        return report_deadline(day, body.notice, _holidays(day, body), _last_day)

    return deadline


def _holidays(day: date, body: Body) -> frozenset[date]:
    if body.notice.holidays is not Holidays.ENGLAND:
        return frozenset()
    # Loaded when a day is first counted: the library knows every country, and takes its time.
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=(day.year - 1, day.year)))


def _last_day(meeting_day: date, rule: NoticeRule, holidays: frozenset[date]) -> date | None:
    if rule.days <= 0:
        return None
    day, missing = meeting_day, rule.days
    while missing:
        day -= timedelta(days=1)
        works = day.weekday() < 5 and day not in holidays
        missing -= rule.kind is NoticeKind.CALENDAR or works
    return day - timedelta(days=1)
