"""The notice on a meeting's pages: shown from the start, warned of when it has passed."""

from datetime import datetime, timedelta

import pytest

from kcsp_desktop.domain.body import NoticeRule
from kcsp_desktop.domain.life import StateChange
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from tests.builders import MEETING, a_body, a_meeting, a_record, some_details
from tests.ui.pressing import Shown

TODAY = datetime.now().astimezone().date()


def lines(qtbot, page, *, days, count=1, body=None, **fields):
    """Return the lines of a meeting so many days from today, once there are ``count``."""
    meeting = a_meeting(details=some_details(TODAY + timedelta(days=days)), **fields)
    shown = Shown(qtbot, page, a_record(meeting, bodies=(body or a_body(),)))
    shown.page.open(MEETING)
    found = shown.page.notice_lines
    qtbot.waitUntil(lambda: bool(found._holidays))
    assert len(found.words()) == count
    return found.words()


@pytest.mark.parametrize("page", ["details", "issue"])
def test_the_last_day_to_issue_is_shown_from_the_start(qtbot, page):
    (said,) = lines(qtbot, page, days=60)
    assert said.startswith("Issue the agenda by ")
    assert "5 clear working days" in said


def test_it_is_warned_when_that_day_has_passed(qtbot):
    (said,) = lines(qtbot, "details", days=2)
    assert said.startswith("The last day to issue the agenda was ")
    assert "short of 5" in said


def test_what_is_due_after_a_meeting_is_shown_with_the_days_it_had(qtbot):
    issued = StateChange(
        event=str(Event.PUBLISH_AGENDA), at=(TODAY - timedelta(days=40)).isoformat()
    )
    state = MeetingState.DRAFT_NOTES
    said = lines(qtbot, "issue", days=-20, count=3, state=state, log=(issued,))
    assert said[0].startswith("Issued on ")
    assert said[1].startswith("Draft to the Chair: was due on ")
    assert said[2].startswith("Notes circulated: ")


@pytest.mark.parametrize(
    ("state", "rule"),
    [(MeetingState.CANCELLED, NoticeRule()), (MeetingState.PLANNED, NoticeRule(days=0))],
)
def test_nothing_is_asked_of_a_cancelled_meeting_nor_where_there_is_no_rule(qtbot, state, rule):
    lines(qtbot, "details", days=60, count=0, body=a_body(notice=rule), state=state)
