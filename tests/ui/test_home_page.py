"""Home, worked by keys: what needs the secretary, where Enter goes, charts and their tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kcsp_desktop.domain.actions import ActionState, Due, DueKind
from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.edits import AddMeeting, RemoveMeeting
from kcsp_desktop.domain.ids import BodyId, MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.record import Record
from kcsp_desktop.ui.pages.home.charted import actions_chart, attendance_chart, said
from kcsp_desktop.ui.pages.home.gathering import LISTED, gathered
from kcsp_desktop.ui.workspace import Submission
from tests.builders import BODY, DAY, a_body, a_meeting, a_record, a_row, an_action, an_item
from tests.builders import some_details as details
from tests.journeys.keyboard import press
from tests.journeys.secretary import wait_for
from tests.ui.pressing import Shown

S = MeetingState
LATE = Due(kind=DueKind.DATE, date="2026-01-05")


def held(days, present=4, **fields):
    """Return a meeting held so many days before ``DAY``, with an action closed and one late."""
    known = {
        "id": MeetingId(f"held-{days}"),
        "details": details(DAY - timedelta(days)),
        "state": S.PUBLISHED,
        "attendance": tuple(a_row(n) for n in range(1, present + 1)),
        "actions": (an_action(1, state=ActionState.DONE), an_action(2, due=LATE)),
    }
    return a_meeting(**known | fields)


def planned(days=5, **fields):
    known = {"id": MeetingId("planned"), "state": S.AGENDA_DRAFTED, "attendance": ()}
    return a_meeting(details=details(DAY + timedelta(days)), **known | fields)


@pytest.fixture
def home(qtbot):
    """Return a maker of the page over these meetings, on ``DAY``."""

    def made(*meetings, width=1366, **fields):
        record = a_record(*meetings, **fields) if meetings or fields else Record()
        shown = Shown(qtbot, "home", record, width)
        qtbot.waitUntil(lambda: not shown.page.is_busy)
        shown.workspace.now = lambda: datetime.combine(DAY, time(9)).astimezone()
        shown.page.open(None)
        qtbot.waitUntil(lambda: not shown.page.is_busy)
        shown.page.focus_first()
        return shown

    return made


def words(shown):
    rows = shown.page.needs._in_order()
    return [row.deed.words for row in rows]


def test_the_worst_is_in_hand_and_enter_goes_there(home):
    shown = home(planned(), held(60))
    assert words(shown) == ["Publish the agenda for 17 March 2026", "1 action is overdue"]
    shown.press("Enter")
    assert (shown.places[0].page, shown.places[0].meeting_id) == ("agenda", "planned")


def test_down_goes_to_the_next_need_and_takes_what_it_is_about_in_hand(home):
    shown = home(planned(), held(60))
    shown.press("Down", "Enter")
    assert (shown.places[0].page, shown.places[0].item_id) == ("actions", "action-2")


def test_arrows_stay_within_the_needs_and_tab_goes_as_the_eye_does(home):
    shown = home(planned(), held(60))
    shown.press("Down", "Down", "Down")
    assert shown.page.needs.current_key() == shown.page.needs.keys()[-1]
    shown.press("Tab")
    assert QApplication.focusWidget().objectName() == "homeChart"
    shown.press("Shift+Tab", "Up", "Up", "Up")
    assert shown.page.needs.current_key() == shown.page.needs.keys()[0]


def test_a_flagged_place_is_gone_to_with_its_block(home):
    item = an_item(1)
    item = replace(item, blocks=(item.blocks[0], replace(item.blocks[1], flagged=True)))
    draft = held(1, state=S.DRAFT_NOTES, items=(item,), actions=())
    shown = home(draft)
    shown.press("Down", "Enter")
    place = shown.places[0]
    assert (place.page, place.item_id, place.caret) == ("minutes", "item-1", "block-1-2")


def test_what_is_late_says_so_in_words(home):
    shown = home(planned())
    (row,) = shown.page.needs._in_order()
    assert row.accessibleName() == (
        "Publish the agenda for 17 March 2026. Late. The last lawful day was 9 March 2026,"
        " 3 days ago"
    )
    assert shown.page.facts() == ("1 late",)


def test_nothing_to_do_is_said_and_the_next_deed_is_in_hand(home):
    shown = home(planned(90))
    assert shown.child("homeQuiet").isVisible()
    shown.press("Enter")
    assert (shown.places[0].page, shown.places[0].meeting_id) == ("agenda", "planned")


def test_f6_goes_through_needs_next_meeting_meetings_and_figures(home):
    shown = home(planned(), held(60))
    stops = [column.focusProxy() or column for column in shown.page.columns()]
    names = [stop.objectName() for stop in stops]
    assert names == ["homeNeeds", "homeNextDeed", "homeMeetingsList", "homeChart"]


def test_t_shows_the_figures_as_a_table_that_a_screen_reader_reads(home):
    shown = home(planned(), held(60))
    shown.page.columns()[-1].setFocus()
    shown.press("t")
    table = QApplication.focusWidget()
    assert table.accessibleName() == "Actions by meeting"
    assert table.model().row(0).spoken == "11 January 2026, closed 1, open 0, overdue 1"
    shown.press("t")
    assert QApplication.focusWidget().objectName() == "homeChart"


def test_the_drawing_says_its_figures(home):
    shown = home(planned(), held(60), held(120, present=2))
    chart = shown.child("homeChart")
    shown.press("c")
    assert chart.accessibleName() == "Members present"
    assert chart.accessibleDescription() == (
        "12 November 2025: present 2, apologies 0, quorum 3, not met; "
        "11 January 2026: present 4, apologies 0, quorum 3, met. T shows a table."
    )


def test_b_shows_the_figures_of_the_next_body(home):
    bodies = (a_body(), a_body(id=BodyId("other"), short_name="OTH"))
    other = held(90, body_id=BodyId("other"), actions=())
    shown = home(planned(), held(60), other, bodies=bodies)
    chart = shown.child("homeChart")
    assert chart.accessibleName() == "ACP: actions by meeting"
    shown.press("b")
    assert chart.accessibleName() == "OTH: actions by meeting"
    assert shown.page.keys()[:3] == ("as-table", "other-chart", "other-body")


def test_the_latest_meetings_are_drawn_where_there_is_no_room_for_all(home):
    many = [held(30 * n) for n in range(1, 21)]
    shown = home(*many)
    bars = shown.page.figures.drawn.shown()
    assert 2 < len(bars) < 20
    assert bars[-1].spoken == "10 February 2026"
    assert len(shown.page.figures.chart().rows) == 20


def test_a_meeting_around_today_is_opened_by_enter(home):
    shown = home(planned(), held(60))
    shown.page.columns()[2].setFocus()
    shown.press("Down", "Enter")
    assert (shown.places[0].page, shown.places[0].meeting_id) == ("minutes", "held-60")


def test_the_page_follows_what_changes_under_its_eyes(home, qtbot):
    shown = home(planned(), held(60))
    edit = RemoveMeeting(meeting_id=MeetingId("planned"))
    shown.workspace.submit(Submission(edits=(edit,), text="x"))
    qtbot.waitUntil(lambda: words(shown) == ["1 action is overdue"])
    shown.undo()
    qtbot.waitUntil(lambda: len(words(shown)) == 2)


def test_of_several_changes_the_last_is_shown(home, qtbot):
    shown = home(planned(), held(60))
    for _ in range(3):
        edit = RemoveMeeting(meeting_id=MeetingId("planned"))
        shown.workspace.submit(Submission(edits=(edit,), text="x"))
        shown.undo()
    qtbot.waitUntil(lambda: not shown.page.is_busy)
    assert len(words(shown)) == 2


def test_another_day_is_worked_out_when_the_window_is_come_back_to(home, qtbot):
    shown = home(planned(), held(60))
    later = datetime.combine(DAY + timedelta(30), time(9)).astimezone()
    shown.workspace.now = lambda: later
    QApplication.sendEvent(shown.page, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: words(shown)[0] == "The meeting of 17 March 2026 was never begun")


def test_the_first_meeting_made_takes_the_place_of_the_card(home, qtbot):
    shown = home(bodies=(a_body(),), meetings=())
    edit = AddMeeting(meeting=planned())
    shown.workspace.submit(Submission(edits=(edit,), text="x"))
    qtbot.waitUntil(lambda: bool(shown.page.needs.current_key()))
    shown.undo()
    assert QApplication.focusWidget().objectName() == "homeFirstMeeting"


def test_an_empty_store_offers_a_body_and_the_sample(home):
    shown = home()
    shown.press("Enter", "Tab", "Enter")
    assert shown.commands == ["new-body", "open-sample"]


def test_a_body_without_meetings_is_offered_its_first_and_its_year(home):
    shown = home(bodies=(a_body(),), meetings=())
    shown.press("Ins", "Tab", "Enter")
    assert shown.commands == ["new-meeting", "plan-meetings"]


def test_where_no_meeting_is_to_come_the_year_can_be_planned(home):
    shown = home(held(60, actions=()))
    shown.press("Enter")
    assert shown.commands == ["plan-meetings"]


@pytest.mark.parametrize("width", [1366, 700])
def test_nothing_is_wider_than_the_page(home, width):
    shown = home(planned(), held(60), width=width)
    for name in ("homeNeeds", "homeNext", "homeMeetings", "homeChart", "homeNewMeeting"):
        part = shown.child(name)
        assert part.mapTo(shown.page, part.rect().topRight()).x() < shown.page.width()


def test_alt_home_and_ctrl_m_are_two_pages(sample):
    press("<Alt+Home>")
    wait_for(lambda: not sample.page.is_busy)
    assert (sample.page_name, sample.strip.tabs.current()) == ("home", "home")
    assert sample.focusWidget().objectName() != "mainWindow"
    press("<Ctrl+M>")
    assert sample.page_name == "meetings"
    sample.strip.home.click()
    assert sample.page_name == "home"


def test_enter_on_the_worst_need_of_the_sample_leads_away_from_home(sample):
    press("<Alt+Home>")
    wait_for(lambda: bool(sample.page.needs.current_key()))
    assert sample.key_bar.shown_keys()[0] == ("Enter", "Go there")
    press("<Enter>")
    assert sample.page_name != "home"
    press("<Alt+Home>")
    wait_for(lambda: bool(sample.page.needs.current_key()))


def test_f6_reaches_every_part_and_comes_round_to_the_strip(sample):
    press("<Alt+Home>")
    wait_for(lambda: bool(sample.page.needs.current_key()))
    names = []
    for _ in range(5):
        press("<F6>")
        names.append(QApplication.focusWidget().objectName())
    figures = sample.page.figures.stop().objectName()
    assert [names[0], names[2], names[3]] == ["homeNextDeed", figures, "strip_tabs"]


FIGURES = gathered(a_record(held(60), held(120, present=2), held(180, present=0)), DAY).figures


def test_a_meeting_without_a_quorum_is_another_part_of_the_bar():
    chart = attendance_chart(FIGURES[BODY])
    assert [bar.parts for bar in chart.bars] == [(0, 2), (4, 0)]
    assert (chart.line, chart.line_words) == (3, "Quorum 3")


def test_charts_without_figures_say_why():
    empty = gathered(a_record(held(9, present=0, actions=())), DAY).figures[BODY]
    assert said(actions_chart(empty)) == "No action was agreed at a meeting yet."
    assert said(attendance_chart(empty)) == "Nobody was marked at a meeting yet."
    unset = a_record(held(9), bodies=(a_body(quorum=0),))
    chart = attendance_chart(gathered(unset, DAY).figures[BODY])
    assert (chart.line, chart.rows[0][3], len(chart.parts)) == (0, "none set", 1)


def test_the_card_of_meetings_has_few_of_many():
    many = [held(30 * n, attendance=(a_row(1, Capacity.PRESENT),)) for n in range(1, 21)]
    found = gathered(a_record(planned(), *many), DAY)
    assert [one.id for one in found.meetings] == ["planned", "held-30", "held-60", "held-90"]
    assert len(found.meetings) == LISTED
