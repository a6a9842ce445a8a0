"""The days as a calendar, read by icalendar: whole days, ids that stay, every word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from kcsp_desktop.documents.plain.clean import clean
from kcsp_desktop.documents.registers.due_dates import due_dates
from kcsp_desktop.domain.disclosure import Audience
from tests.documents.registers.examples import TODAY, an_eventful_record, lines_of, with_words


def events(record, audience=Audience.RESTRICTED):
    calendar = Calendar.from_ical(due_dates(lines_of(record, audience), "Actions", TODAY))
    return calendar.walk("VEVENT")


def test_what_is_open_and_has_a_day_is_an_event_of_that_whole_day() -> None:
    found = events(an_eventful_record())
    assert [one["DTSTART"].dt for one in found] == [date(2026, 4, 30)] + [date(2026, 7, 9)] * 2
    assert all(one["DTEND"].dt - one["DTSTART"].dt == timedelta(days=1) for one in found)
    assert found[0]["SUMMARY"] == "ACP, due from Mr Quelch: Send the wardens' plan"
    assert "Agreed: 12 March 2026, minute 1" in found[0]["DESCRIPTION"]
    assert found[0]["TRANSP"] == "TRANSPARENT"


def test_an_action_keeps_its_id_from_one_file_to_the_next() -> None:
    first, second = (
        [one["UID"] for one in events(an_eventful_record(), audience)]
        for audience in (Audience.RESTRICTED, Audience.PUBLIC)
    )
    assert len(set(first)) == len(first)
    assert set(second) <= set(first)
    assert first[0] == "action-action-1@kcsp-desktop"


@pytest.mark.parametrize(
    "words",
    ["=cmd()", "a\nEND:VEVENT\nb", "one; two, three\\n", "😀" * 80, "x" * 10_000, "n\x00\ud800l"],
)
def test_hostile_words_are_all_in_the_description(words) -> None:
    (event,) = events(with_words(words))
    assert clean(words) in event["DESCRIPTION"]
    assert "\n" not in event["SUMMARY"]


def test_no_action_is_a_calendar_without_events() -> None:
    assert list(Calendar.from_ical(due_dates((), "Actions", TODAY)).walk("VEVENT")) == []
