"""What is owed over all meetings, and what becomes of it when it comes."""

from datetime import date

import pytest

from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.planning.reports_owed import owed, received
from kcsp_desktop.domain.reports import Report, ReportState, Standing
from tests.builders import a_meeting, a_record, an_item, some_details

TODAY = date(2026, 3, 5)


def asked(deadline, state=ReportState.EXPECTED):
    return Report(deadline=deadline, state=state)


def test_what_is_owed_stands_by_its_deadline_over_all_meetings():
    first = a_meeting((an_item(1, report=asked("2026-03-10")), an_item(2, report=asked(""))))
    second = a_meeting(
        (an_item(3, report=asked("2026-03-01")),), id=MeetingId("m2"),
        details=some_details(date(2026, 6, 1)),
    )  # fmt: skip
    found = [(one.item.title, one.standing) for one in owed(a_record(second, first), TODAY)]
    assert found == [
        ("Report 3", Standing.LATE),
        ("Report 1", Standing.EXPECTED),
        ("Report 2", Standing.EXPECTED),
    ]


@pytest.mark.parametrize("state", [ReportState.RECEIVED, ReportState.WITHDRAWN])
def test_what_came_or_was_withdrawn_is_owed_no_more(state):
    meeting = a_meeting((an_item(1, report=asked("2026-03-01", state)), an_item(2)))
    assert owed(a_record(meeting), TODAY) == ()


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.IN_PROGRESS])
def test_a_meeting_that_is_held_or_cancelled_waits_for_nothing(state):
    meeting = a_meeting((an_item(1, report=asked("2026-03-01")),), state=state)
    assert owed(a_record(meeting), TODAY) == ()


def test_a_report_that_comes_has_its_day():
    report = received(asked("2026-03-01"), TODAY)
    assert (report.state, report.received_on) == (ReportState.RECEIVED, "2026-03-05")
