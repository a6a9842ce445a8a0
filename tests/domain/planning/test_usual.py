"""When and how a body usually meets."""

from datetime import date, time

import pytest

from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.planning.usual import by_rhythm, next_day, next_days, usual_details
from tests.builders import BODY, a_body, a_meeting, a_record, some_details

HELD = {"state": MeetingState.CIRCULATED}


def on(day, number, **fields):
    details = some_details(day, **fields.pop("details", {}))
    return a_meeting(0, id=MeetingId(f"m{number}"), details=details, **fields)


@pytest.mark.parametrize(
    ("days", "following"),
    [
        ([], None),
        ([date(2026, 3, 12)], None),
        ([date(2026, 3, 12), date(2026, 7, 9)], date(2026, 11, 5)),  # 17 weeks once more
        ([date(2026, 3, 12), date(2026, 3, 14)], date(2026, 3, 21)),  # never the same week
        # three a year: what stood a year ago stands again, on its weekday
        ([date(2025, 3, 13), date(2025, 7, 10), date(2025, 11, 20)], date(2026, 3, 12)),
        ([date(2025, 3, 13), date(2025, 7, 10), date(2025, 11, 20), date(2026, 3, 12)],
         date(2026, 7, 9)),
        ([date(2025, 7, 10), date(2025, 11, 20), date(2026, 7, 2)], date(2026, 11, 19)),
    ],
)  # fmt: skip
def test_a_body_meets_again_when_it_met_a_year_ago(days, following) -> None:
    assert by_rhythm(days) == following


def test_the_next_planned_day_comes_before_the_rhythm() -> None:
    record = a_record(
        on(date(2025, 7, 10), 1, **HELD),
        on(date(2025, 11, 20), 2, attendance=()),  # forgotten: a later one was held
        on(date(2026, 3, 12), 3, **HELD),
        on(date(2026, 7, 23), 4, attendance=()),
    )
    assert next_day(record, BODY) == date(2026, 7, 23)


def test_a_year_is_offered_behind_all_that_is_planned() -> None:
    days = (date(2025, 3, 13), date(2025, 7, 10), date(2025, 11, 20), date(2026, 3, 12))
    record = a_record(*(on(day, n, **HELD) for n, day in enumerate(days)))
    assert next_days(record, BODY, 3) == (
        date(2026, 7, 9), date(2026, 11, 19), date(2027, 3, 11),
    )  # fmt: skip


def test_what_the_body_says_comes_before_what_was_last_time() -> None:
    last = on(date(2026, 3, 12), 1, details={"contact": "Mr Old", "contact_phone": "1"})
    body = a_body(
        usual_start=time(14), usual_mode=Mode.HYBRID, usual_venue="Moot Hall", contact="Ms New"
    )
    found = usual_details(a_record(last), body, date(2026, 7, 9))
    assert (found.start, found.mode, found.venue) == (time(14), Mode.HYBRID, "Moot Hall")
    assert (found.contact, found.contact_phone) == ("Ms New", "")


def test_what_the_body_does_not_say_is_as_last_time() -> None:
    last = on(date(2026, 3, 12), 1, details={"contact": "Mr Old", "contact_phone": "1"})
    found = usual_details(a_record(last), a_body(), date(2026, 7, 9))
    assert (found.start, found.venue) == (time(10), "Council Chamber")
    assert (found.contact, found.contact_phone, found.date) == ("Mr Old", "1", date(2026, 7, 9))


def test_a_planned_day_keeps_its_time_and_place() -> None:
    planned = on(date(2026, 7, 9), 1, attendance=(), details={"start": time(15), "venue": "Barn"})
    body = a_body(usual_start=time(10), usual_venue="Moot Hall")
    found = usual_details(a_record(planned), body, date(2026, 7, 9))
    assert (found.start, found.venue) == (time(15), "Barn")
