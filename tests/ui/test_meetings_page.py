"""The Meetings page, worked by key."""

from dataclasses import replace
from datetime import date, time

import pytest

from kcsp_desktop.domain.ids import BodyId, MeetingId
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.record import Record
from kcsp_desktop.ui.workspace import Place
from tests.builders import a_body, a_meeting, a_record, some_details
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def held_on(day: date, number: int, **fields):
    return a_meeting(0, id=MeetingId(f"meeting-{number}"), details=some_details(day), **fields)


@pytest.fixture
def shown(qtbot):
    """Return the page with three meetings in two years; the newest has three items."""
    meetings = (
        held_on(date(2025, 11, 20), 2),
        a_meeting(),
        held_on(date(2025, 7, 10), 3),
    )
    return Shown(qtbot, "meetings", a_record(*meetings))


def dates(shown):
    model = shown.page.model
    return [model.row(n).cells[0].text for n in range(model.rowCount())]


def test_the_newest_meeting_stands_first_under_its_year(shown):
    assert dates(shown) == [
        "2026",
        "Thursday 12 March 2026",
        "2025",
        "Thursday 20 November 2025",
        "Thursday 10 July 2025",
    ]


def test_a_row_says_place_minutes_and_state(shown):
    row = shown.page.model.row(1)
    assert [cell.text for cell in row.cells[1:]] == [
        "Alder Community Partnership",
        "Council Chamber",
        "1 to 3",
        "Planned",
    ]
    assert row.cells[4].icon == "calendar"


def test_enter_opens_the_minutes_of_a_meeting_with_items(shown):
    shown.press("Enter")
    assert shown.places == [Place(page="minutes", meeting_id="meeting-1")]


def test_enter_opens_the_details_of_a_meeting_without_items(shown):
    shown.press("Down", "Enter")
    assert shown.places == [Place(page="details", meeting_id="meeting-2")]


def test_ins_makes_a_meeting_by_the_pattern_of_its_body(shown):
    shown.press("Ins", "18 nov 2027", "Enter")
    made = shown.record.meetings[-1]
    assert made.details == replace(made.details, date=date(2027, 11, 18), start=time(10))
    assert [section.letter for section in made.sections] == ["A", "B", "C", "D"]
    assert [(item.title, item.minuted) for item in made.items] == [
        ("Introduction", False),
        ("Apologies", False),
        ("Declarations of Interest", True),
        ("Date of Future Meetings", True),
    ]
    assert {item.section_id for item in made.items[:3]} == {made.sections[0].id}
    assert len(made.attendance) == 5
    assert shown.places == [Place(page="details", meeting_id=made.id)]
    shown.undo()
    assert len(shown.record.meetings) == 3


def test_the_dialog_takes_time_mode_and_venue(shown):
    shown.press("Ins", "1/2/27", "Tab", "Ctrl+A", "2.30pm", "Tab", "Down", "Down", "Tab")
    shown.press("Town Hall", "Enter")
    details = shown.record.meetings[-1].details
    assert (details.start, details.mode, details.venue) == (time(14, 30), Mode.HYBRID, "Town Hall")


def test_the_usual_venue_is_offered_and_follows_the_body(qtbot):
    other = a_body(id=BodyId("body-2"), name="Birch Board", short_name="BB", usual_venue="Barn")
    record = a_record(bodies=(a_body(usual_venue="Sessions House"), other))
    shown = Shown(qtbot, "meetings", record)
    shown.press("Ins", "Shift+Tab", "Down", "Tab", "3 June 2027", "Enter")
    made = shown.record.meetings[-1]
    assert (made.body_id, made.details.venue) == ("body-2", "Barn")


def test_a_second_meeting_at_the_same_time_is_refused_in_the_dialog(shown):
    shown.press("Ins", "12 March 2026", "Enter")
    dialog = shown.child("newMeetingDialog")
    assert dialog.wrong() == "There is a meeting on Thursday 12 March 2026 at 10.00 am already."
    assert len(shown.record.meetings) == 3
    dialog.reject()


def test_the_next_day_by_the_rhythm_is_offered_and_enter_takes_it(shown):
    shown.press("Ins", "Enter")
    assert shown.record.meetings[-1].details == some_details(date(2026, 7, 9))


def test_a_day_that_is_planned_is_offered_and_filled_not_planned_twice(qtbot):
    planned = held_on(date(2026, 7, 9), 2, attendance=())
    shown = Shown(qtbot, "meetings", a_record(a_meeting(), planned))
    shown.press("Ins", "Enter")
    assert [one.id for one in shown.record.meetings] == ["meeting-1", "meeting-2"]
    filled = shown.record.meetings[1]
    assert filled.items[0].title == "Introduction"
    assert len(filled.attendance) == 5
    shown.undo()
    assert shown.record.meetings[1] == planned


def test_another_name_to_ask_for_leaves_the_number_of_the_usual_one_out(qtbot):
    body = a_body(contact="Ms Ash", contact_phone="01234", contact_email="ash@alder.example")
    shown = Shown(qtbot, "meetings", a_record(bodies=(body,)))
    shown.press("Ins", "9 July 2026", "Enter", "Ins", "5 Nov 2026", *["Tab"] * 4, "Mr Oak", "Enter")
    first, second = (one.details for one in shown.record.meetings[-2:])
    assert (first.contact, first.contact_phone) == ("Ms Ash", "01234")
    assert (second.contact, second.contact_phone, second.contact_email) == ("Mr Oak", "", "")


@pytest.mark.parametrize("typed", ["Backspace", "soon"])
def test_a_meeting_needs_a_date(shown, typed):
    shown.press("Ins", typed, "Enter")
    dialog = shown.child("newMeetingDialog")
    assert dialog.isVisible()
    assert len(shown.record.meetings) == 3
    dialog.reject()


def test_d_makes_another_meeting_after_the_pattern(shown):
    shown.press("d", "9 July 2026", "Enter")
    made = shown.record.meetings[-1]
    assert [item.title for item in made.items] == ["Report 1", "Report 2", "Report 3"]
    assert not any(item.blocks for item in made.items)
    assert shown.page.table.current_key() == made.id
    assert made.state is MeetingState.PLANNED


def test_c_cancels_and_c_again_reinstates(shown):
    shown.press("c")
    assert shown.record.meeting(MeetingId("meeting-1")).state is MeetingState.CANCELLED
    assert shown.page.model.row(1).cells[4].text == "Cancelled"
    shown.press("c")
    assert shown.record.meeting(MeetingId("meeting-1")).state is MeetingState.PLANNED
    shown.undo()
    assert shown.record.meeting(MeetingId("meeting-1")).state is MeetingState.CANCELLED


def test_a_held_meeting_cannot_be_cancelled(qtbot):
    shown = Shown(qtbot, "meetings", a_record(a_meeting(state=MeetingState.APPROVED)))
    shown.press("c")
    assert shown.refusals[0].startswith("You cannot cancel the meeting now")


def test_del_deletes_without_asking_and_undo_brings_it_back(shown):
    shown.press("Down", "Del")
    assert [one.id for one in shown.record.meetings] == ["meeting-1", "meeting-3"]
    assert shown.notices == [
        (
            "info",
            "Deleted the meeting of Thursday 20 November 2025.",
            "Ctrl+Z brings it back.",
        )
    ]
    assert shown.page.table.current_key() == "meeting-3"
    shown.undo()
    assert len(shown.record.meetings) == 3


def test_the_filter_narrows_and_down_goes_to_the_list(shown):
    shown.page.handlers()["find"]()
    shown.press("july")
    assert dates(shown) == ["2025", "Thursday 10 July 2025"]
    shown.press("Down")
    assert focused() is shown.page.table
    assert shown.page.table.current_key() == "meeting-3"


def test_a_filter_that_finds_nothing_says_so_and_esc_shows_all(shown):
    shown.page.handlers()["find"]()
    shown.press("xyz")
    assert shown.child("meetingsFound").isVisible()
    shown.press("Esc")
    assert len(dates(shown)) == 5
    assert focused() is shown.page.table


def test_undo_takes_the_meeting_in_hand_though_a_filter_hides_it(shown):
    shown.page.handlers()["find"]()
    shown.press("july")
    shown.page.go_to(Place(page="meetings", meeting_id="meeting-1"))
    assert shown.page.table.current_key() == "meeting-1"


def test_an_empty_store_offers_a_body_and_the_sample(qtbot):
    shown = Shown(qtbot, "meetings", Record())
    assert focused().objectName() == "makeBody"
    shown.press("Space", "Tab", "Space")
    assert shown.commands == ["new-body", "open-sample"]


def test_a_body_without_meetings_offers_a_new_one(qtbot):
    shown = Shown(qtbot, "meetings", replace(a_record(), meetings=()))
    assert focused().objectName() == "firstMeeting"
    shown.press("Space", "18 Nov 2021", "Enter")
    assert len(shown.record.meetings) == 1
    assert focused() is shown.page.table


def test_ctrl_n_without_a_body_leads_to_making_one(qtbot):
    shown = Shown(qtbot, "meetings", Record())
    shown.page.handlers()["new-meeting"]()
    assert shown.commands == ["new-body"]
