"""The calendar, read back as another program reads it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import icalendar
import pytest

from kcsp_desktop.documents.calendar_file import calendar_bytes, write_calendar
from kcsp_desktop.domain.edits import Advance, Reschedule
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.life import MovedDate
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.planning.calendar import calendar_entries
from tests.builders import a_body, a_meeting, a_record, some_details

MADE = datetime(2026, 2, 1, 9, 30, tzinfo=UTC)
JULY = date(2026, 7, 9)
TODAY = MADE.date()


def planned(day=JULY, number=1, **fields):
    details = some_details(day, contact="Ms Ash", contact_email="ash@alder.example", **fields)
    return a_meeting(id=MeetingId(f"m{number}"), details=details)


def events(record):
    content = calendar_bytes(calendar_entries(record, a_body(), TODAY), MADE)
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_a_meeting_stands_in_the_calendar_at_its_time_in_london():
    (event,) = events(a_record(planned()))
    assert event["summary"] == "Alder Community Partnership"
    assert event.decoded("dtstart").isoformat() == "2026-07-09T10:00:00+01:00"
    assert event.decoded("dtend").isoformat() == "2026-07-09T12:00:00+01:00"
    assert (event["location"], event["status"], event["sequence"]) == (
        "Council Chamber", "CONFIRMED", 0,
    )  # fmt: skip
    assert event["description"] == "Ask for: Ms Ash, ash@alder.example"
    assert event.decoded("dtstamp") == MADE


def test_winter_is_winter_and_the_zone_is_told():
    record = a_record(planned(date(2026, 11, 5)))
    (event,) = events(record)
    assert event.decoded("dtstart").isoformat() == "2026-11-05T10:00:00+00:00"
    assert event["dtstart"].params["TZID"] == "Europe/London"
    content = calendar_bytes(calendar_entries(record, a_body(), TODAY), MADE)
    (zone,) = icalendar.Calendar.from_ical(content).walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/London"


def test_a_moved_meeting_keeps_its_uid_and_counts_its_moves():
    record = a_record(planned())
    (before,) = events(record)
    details = replace(record.meetings[0].details, date=date(2026, 7, 23))
    moved = MovedDate(day="2026-07-09", start="10:00:00", reason="The room was flooded.")
    edit = Reschedule(meeting_id=MeetingId("m1"), details=details, moved=moved)
    (after,) = events(apply_all(record, (edit, edit)).record)
    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 2)
    assert after.decoded("dtstart").date() == date(2026, 7, 23)


def test_a_cancelled_meeting_is_struck_out_and_a_reinstated_one_stands_again():
    record = a_record(planned())
    for event, status, count in ((Event.CANCEL, "CANCELLED", 1), (Event.REINSTATE, "CONFIRMED", 2)):
        record = apply_all(record, (Advance(meeting_id=MeetingId("m1"), event=event),)).record
        (told,) = events(record)
        assert (told["status"], told["sequence"]) == (status, count)


@pytest.mark.parametrize(
    ("fields", "key", "value"),
    [
        ({"provisional": True}, "status", "TENTATIVE"),
        ({"mode": Mode.ONLINE}, "location", "Online"),
        ({"mode": Mode.HYBRID}, "location", "Council Chamber and online"),
        ({"end": time(12, 45)}, "dtend", datetime(2026, 7, 9, 11, 45, tzinfo=UTC)),
        ({"start": None}, "dtstart", JULY),
    ],
)
def test_what_is_known_of_a_meeting_is_told(fields, key, value):
    (event,) = events(a_record(planned(**fields)))
    found = event.decoded(key) if key.startswith("dt") else event[key]
    assert found == value


def test_meetings_that_were_held_and_other_bodies_are_left_out():
    held = replace(planned(), state=MeetingState.CIRCULATED)
    other = replace(planned(number=2), body_id="body-2")
    record = a_record(held, other, bodies=(a_body(), a_body(id="body-2", short_name="B2")))
    assert events(record) == []


def test_what_is_past_is_told_no_more():
    assert events(a_record(planned(date(2026, 1, 31)))) == []
    assert len(events(a_record(planned(TODAY)))) == 1


def test_nothing_but_public_facts_is_told():
    details = some_details(JULY, first_number=7, first_number_reason="Juniper")
    meeting = a_meeting(
        details=details, moved_from=(MovedDate(day="2026-07-02", reason="Juniper House burnt"),)
    )
    content = calendar_bytes(calendar_entries(a_record(meeting), a_body(), TODAY), MADE)
    for word in (b"Juniper", b"Report 1", b"Quelch", b"wardens"):
        assert word not in content


def test_the_file_is_written_and_the_same_record_gives_the_same_file(tmp_path):
    entries = calendar_entries(a_record(planned()), a_body(), TODAY)
    made, said = write_calendar(entries, MADE, tmp_path / "ACP.ics")
    assert (made.name, said) == ("ACP.ics", "")
    assert made.read_bytes() == calendar_bytes(entries, MADE)
