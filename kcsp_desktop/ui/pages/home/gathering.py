"""All that Home shows, worked out in one go: a pure function for the pool, no widget in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.domain.lifecycle import NOT_HELD, MeetingState
from kcsp_desktop.domain.meeting import Meeting
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.today.coming import Coming, coming
from kcsp_desktop.domain.today.figures import Agreed, Attended, actions_over, attendance_over
from kcsp_desktop.domain.today.need import Need
from kcsp_desktop.domain.today.needs import needs
from kcsp_desktop.domain.today.view import years_asked
from kcsp_desktop.importing.bank_holidays import bank_holidays

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.domain.record import Record

LISTED = 4  # meetings in the card at the right


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the charts show of one body."""

    attended: tuple[Attended, ...]
    agreed: tuple[Agreed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What Home shows. ``meetings`` are a few around today, latest first."""

    needs: tuple[Need, ...]
    coming: tuple[Coming, ...]
    meetings: tuple[Meeting, ...]
    figures: dict[BodyId, Figures]


def gathered(record: Record, today: date) -> Gathered:
    """Return what Home shows of a record; the first call loads the library of holidays."""
    holidays = frozenset(day for year in years_asked(record, today) for day in bank_holidays(year))
    nexts = coming(record, today, holidays)
    return Gathered(
        needs=needs(record, today, holidays),
        coming=nexts,
        meetings=_around(record, nexts),
        figures={
            body.id: Figures(
                attended=attendance_over(record, body.id),
                agreed=actions_over(record, body.id, today),
            )
            for body in record.bodies
        },
    )


def _around(record: Record, nexts: tuple[Coming, ...]) -> tuple[Meeting, ...]:
    """Return the next meetings and the latest ones that were held, latest first."""
    ahead = [one.meeting for one in nexts[: LISTED // 2]]
    held = [
        one
        for one in by_date(record.meetings)
        if one.state not in NOT_HELD or one.state is MeetingState.CANCELLED
    ]
    known = {one.id for one in ahead}
    former = [one for one in reversed(held) if one.id not in known][: LISTED - len(ahead)]
    return tuple(reversed(by_date([*ahead, *former])))
