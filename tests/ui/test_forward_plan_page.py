"""The Forward plan page, and the questions of planning, worked by key."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import icalendar
import pytest

from kcsp_desktop.domain.body import STANDING, StandingItem
from kcsp_desktop.domain.ids import BodyId, ItemId, MeetingId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.record import Record, by_date
from kcsp_desktop.ui.workspace import Place
from tests.builders import a_body, a_meeting, a_record, an_action, an_item, some_details
from tests.ui.pressing import Shown, focused

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

JULY, NOVEMBER = date(2026, 7, 9), date(2026, 11, 5)
BODY = a_body(standing=(*STANDING, StandingItem(section="B", title="Wardens")))


def planned(day, number, **fields):
    known = {"id": MeetingId(f"m{number}"), "details": some_details(day), "attendance": ()}
    return a_meeting(0, **known | fields)


def a_year(**fields):
    held = a_meeting(state=MeetingState.CIRCULATED, **fields)
    return a_record(held, planned(JULY, 2), planned(NOVEMBER, 3), bodies=(BODY,))


@pytest.fixture
def shown(qtbot):
    """Return the page with a meeting held and two planned."""
    return Shown(qtbot, "forward_plan", a_year())


def rows(shown):
    model = shown.page.model
    return [model.row(n).cells[0 if model.row(n).section else 1].text
            for n in range(model.rowCount())]  # fmt: skip


def test_each_meeting_to_come_stands_over_what_comes_to_it(shown):
    assert rows(shown) == [
        "Thursday 9 July 2026 at 10.00 am", "Wardens",
        "Thursday 5 November 2026 at 10.00 am", "Wardens",
    ]  # fmt: skip
    assert shown.page.facts() == ("2 meetings to come",)
    row = shown.page.model.row(0)
    assert row.cells[0].second == "Council Chamber · agenda not filled yet"


def test_what_was_promised_to_no_meeting_stands_at_the_end(qtbot):
    action = an_action(text="report back on floods")
    shown = Shown(qtbot, "forward_plan", a_year(actions=(action,)))
    assert rows(shown)[-2:] == [
        "Promised, and at no meeting that is planned", "Report back on floods",
    ]  # fmt: skip


def test_g_fills_the_meeting_in_hand_and_enter_opens_its_item(shown):
    shown.press("g")
    filled = shown.record.meeting(MeetingId("m2"))
    assert [one.title for one in filled.items][-1] == "Wardens"
    assert shown.notices[-1][1] == "The meeting of Thursday 9 July 2026 has 6 items now."
    shown.press("Down", "Enter")
    item = next(one for one in filled.items if one.title == "Wardens")
    assert shown.places == [Place(page="agenda", meeting_id="m2", item_id=item.id)]
    shown.undo()
    assert shown.record.meeting(MeetingId("m2")).items == ()


def test_a_meeting_that_was_made_is_not_filled_again(shown):
    shown.press("g", "g")
    assert shown.notices[-1][1] == "This meeting has been made from the pattern."


def test_ins_offers_a_year_by_the_rhythm_and_plans_what_is_typed(shown):
    shown.press("Ins")
    assert shown.child("planDates").text() == (
        "Thursday, 11 March 2027\nThursday, 8 July 2027\nThursday, 4 November 2027"
    )
    shown.press("18 March 2027 2pm", "Enter", "8 July 27 provisional", "Ctrl+Enter")
    made = shown.record.meetings[-2:]
    assert [(one.details.date, one.details.start, one.details.provisional) for one in made] == [
        (date(2027, 3, 18), time(14), False), (date(2027, 7, 8), time(10), True),
    ]  # fmt: skip
    assert shown.notices[-1][1] == "Planned 2 meetings."
    shown.undo()
    assert len(shown.record.meetings) == 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "“soon” is not a date: type it like 4 July 2026 at 10am."),
        ("Backspace", "Type a date at least."),
        ("9 July 2026", "There is a meeting on each of these days already."),
    ],
)
def test_what_cannot_be_planned_is_told_in_the_dialog(shown, typed, said):
    shown.press("Ins", typed, "Ctrl+Enter")
    dialog = shown.child("planDialog")
    assert dialog.wrong() == said
    dialog.reject()
    assert len(shown.record.meetings) == 3


def test_v_moves_a_meeting_with_its_reason_and_the_agendas_that_name_it(qtbot):
    listed = (FutureDate(day=JULY.isoformat(), start="10:00:00"),)
    record = a_year(future_dates=listed)
    open_one = replace(planned(date(2026, 5, 14), 4), future_dates=listed)
    shown = Shown(qtbot, "forward_plan", replace(record, meetings=(*record.meetings, open_one)))
    shown.page.take("m2")
    shown.press("v", "23 July 2026", "Tab", "Tab", "The hall is flooded.", "Enter")
    moved = shown.record.meeting(MeetingId("m2"))
    assert (moved.details.date, moved.moved_from[0].day) == (date(2026, 7, 23), "2026-07-09")
    assert moved.moved_from[0].reason == "The hall is flooded."
    dates = [shown.record.meeting(MeetingId(name)).future_dates[0].day
             for name in ("m4", "meeting-1")]  # fmt: skip
    assert dates == ["2026-07-23", "2026-07-09"]  # the circulated one stays as it went out
    shown.undo()
    assert shown.record.meeting(MeetingId("m2")).moved_from == ()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["Enter"], "The new date is needed."),
        (["9 July 2026", "Enter"], "It meets then already."),
        (["23 July 2026", "Enter"], "Say why it is moved: that is kept with the day it had."),
        (
            ["5 Nov 2026", "Tab", "Tab", "Fire", "Enter"],
            "There is a meeting on Thursday 5 November 2026 at 10.00 am already.",
        ),
    ],
)
def test_a_move_needs_another_free_day_and_a_reason(shown, keys, said):
    shown.press("v", *keys)
    dialog = shown.child("moveDialog")
    assert dialog.wrong() == said
    dialog.reject()


def test_p_says_that_a_day_is_not_settled_and_c_cancels_it(shown):
    shown.press("p")
    assert "provisional" in shown.page.model.row(0).cells[0].second
    shown.press("c")
    assert rows(shown)[0] == "Thursday 5 November 2026 at 10.00 am"
    assert shown.record.meeting(MeetingId("m2")).state is MeetingState.CANCELLED


def test_k_writes_the_calendar_and_w_the_plan_in_word(shown, qtbot, tmp_path):
    shown.page.deeds.ask_target = lambda title, name: str(tmp_path / name)
    shown.workspace.now = lambda: datetime(2026, 6, 1, 9, tzinfo=UTC)
    shown.press("k")
    qtbot.waitUntil(lambda: bool(shown.notices))
    content = (tmp_path / "ACP Calendar.ics").read_bytes()
    assert len(icalendar.Calendar.from_ical(content).walk("VEVENT")) == 2
    shown.press("w")
    qtbot.waitUntil(lambda: len(shown.notices) == 2)
    assert [one.name for one in tmp_path.glob("*.docx")] == ["ACP Forward plan 2026-06-01.docx"]


def test_another_body_is_chosen_at_the_top(qtbot):
    other = a_body(id=BodyId("body-2"), name="Birch Board", short_name="BB")
    record = a_year()
    more = planned(date(2026, 6, 1), 4, body_id=other.id)
    shown = Shown(qtbot, "forward_plan", replace(
        record, bodies=(BODY, other), meetings=(*record.meetings, more)))  # fmt: skip
    choice = shown.child("forwardBody")
    assert choice.chosen() == BODY.id
    choice.setFocus()
    shown.press("Down")
    choice.activated.emit(choice.currentIndex())
    assert rows(shown) == ["Monday 1 June 2026 at 10.00 am"]


def test_without_a_meeting_or_a_body_the_way_on_has_the_focus(qtbot):
    shown = Shown(qtbot, "forward_plan", replace(a_year(), meetings=()))
    assert focused().objectName() == "planFirst"
    shown.press("Space", "9 July 2026", "Ctrl+Enter")
    assert rows(shown)[0] == "Thursday 9 July 2026 at 10.00 am"
    assert focused() is shown.page.table
    bare = Shown(qtbot, "forward_plan", Record())
    bare.press("Space")
    assert bare.commands == ["new-body"]


def test_an_agenda_that_is_only_planned_offers_to_be_filled(qtbot):
    shown = Shown(qtbot, "agenda", a_year())
    shown.page.open(MeetingId("m2"))
    shown.page.focus_first()
    shown.press("Enter")
    assert len(shown.record.meeting(MeetingId("m2")).items) == 6
    assert focused() is shown.page.table
    shown.undo()
    shown.page.focus_first()
    shown.press("Ins", "Floods", "Enter")
    assert [one.title for one in shown.record.meeting(MeetingId("m2")).items] == ["Floods"]


def dates_item(**fields):
    item = an_item(1, "C", title="Date of Future Meetings", kind=ItemKind.DATES, blocks=())
    meeting = a_meeting((item,), id=MeetingId("meeting-1"), **fields)
    return a_record(meeting, planned(JULY, 2), planned(NOVEMBER, 3), bodies=(BODY,))


@pytest.fixture
def agenda(qtbot):
    """Return the Agenda page of a meeting with an item that lists dates, in hand."""
    shown = Shown(qtbot, "agenda", dates_item())
    shown.page.open(MeetingId("meeting-1"))
    shown.page.take(ItemId("item-1"))
    return shown


def listed(shown):
    meeting = by_date(shown.record.meetings)[0]
    return [one.day for one in meeting.future_dates]


def test_k_lists_the_planned_meetings_on_the_agenda(agenda):
    agenda.press("k")
    assert listed(agenda) == ["2026-07-09", "2026-11-05"]
    assert agenda.child("itemDates").text() == (
        "Thursday, 9 July 2026 at 10.00 am\nThursday, 5 November 2026 at 10.00 am"
    )
    agenda.press("k")
    assert agenda.notices[-1][1] == "The agenda lists the planned meetings already."


def test_n_types_the_dates_and_plans_those_that_are_not_planned(agenda):
    agenda.press("n", "Ctrl+A", "9 July 2026 10am", "Enter", "18 March 2027 2pm provisional")
    agenda.press("Ctrl+Enter")
    assert listed(agenda) == ["2026-07-09", "2027-03-18"]
    new = agenda.record.meetings[-1].details
    assert (new.date, new.start, new.provisional) == (date(2027, 3, 18), time(14), True)
    agenda.undo()
    assert (len(agenda.record.meetings), listed(agenda)) == (3, [])


def test_dates_may_be_listed_and_not_planned(agenda):
    agenda.press("n", "Ctrl+A", "18 March 2027", "Tab", "Tab", "Space", "Ctrl+Enter")
    agenda.child("futureDatesDialog").accept()
    assert listed(agenda) == ["2027-03-18"]
    assert len(agenda.record.meetings) == 3


def test_the_details_say_where_a_meeting_was_moved_from(qtbot):
    shown = Shown(qtbot, "details", a_year())
    shown.page.open(MeetingId("m2"))
    assert not shown.child("detailsMoved").isVisible()
    shown.workspace.now = lambda: datetime(2026, 6, 1, 9, tzinfo=UTC)
    shown.child("detailsMove").setFocus()
    shown.press("Enter", "23 July 2026", "Tab", "Tab", "The hall is flooded.", "Enter")
    assert shown.child("detailsMoved").text() == (
        "Moved from Thursday 9 July 2026 at 10.00 am on Monday 1 June 2026: The hall is flooded."
    )
