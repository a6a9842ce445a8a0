"""The Actions page, worked by key: narrowed, updated, closed, several at once."""

from datetime import date, datetime

import pytest

from kcsp_desktop.domain.actions import ActionState, Due, DueKind
from kcsp_desktop.domain.body import STANDING
from kcsp_desktop.domain.ids import BlockId, MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.ui.workspace import Place
from tests.builders import MEETING, a_meeting, a_record, an_action, some_details
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ACTIONS = (
    an_action(1, text="Send the plan", due=Due(kind=DueKind.DATE, date="2026-05-01")),
    an_action(2, text="Share the survey", owner="All members", due=Due(kind=DueKind.NEXT_MEETING)),
    an_action(3, text="Count hedges", owner=""),
    an_action(4, text="Old one", state=ActionState.DONE, note="Sent.", closed_on="2026-04-01"),
)


@pytest.fixture
def shown(qtbot):
    held = a_meeting(actions=ACTIONS, state=MeetingState.APPROVED)
    later = a_meeting(
        id=MeetingId("m2"),
        details=some_details(date(2026, 7, 9)),
        state=MeetingState.IN_PROGRESS,
    )
    shown = Shown(qtbot, "actions", a_record(held, later))
    shown.workspace.now = lambda: datetime(2026, 7, 10).astimezone()
    shown.page.open(None)
    shown.page.focus_first()
    return shown


def cells(shown):
    model = shown.page.model
    return [[cell.text for cell in model.row(n).cells] for n in range(model.rowCount())]


def texts(shown):
    return [row[1] for row in cells(shown)]


def actions(shown):
    return {one.id[-1]: one for one in shown.record.meetings[0].actions}


def test_what_is_not_closed_stands_by_its_due_day(shown):
    assert cells(shown) == [
        ["1 May", "Send the plan", "Mr Quelch", "ACP 12 March", "Overdue"],
        ["9 July", "Share the survey", "All members", "ACP 12 March", "Overdue"],
        ["no date", "Count hedges", "Nobody yet", "ACP 12 March", "Open"],
    ]
    assert shown.page.facts() == ("3 actions", "2 overdue")


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        ("closed", ["Old one"]),
        ("overdue", ["Send the plan", "Share the survey"]),
        ("all", ["Old one", "Send the plan", "Share the survey", "Count hedges"]),
    ],
)
def test_presets_narrow_the_list(shown, preset, expected):
    shown.page.preset.choose(preset)
    assert sorted(texts(shown)) == sorted(expected)


def test_words_narrow_it_while_they_are_typed(shown):
    shown.page.go_to_filter()
    shown.press("survey")
    assert texts(shown) == ["Share the survey"]
    shown.press("Esc")
    assert len(texts(shown)) == 3


def test_an_update_is_noted_with_the_meeting_it_was_said_at(shown):
    shown.press("U", "A draft went out", "Tab", "Down", "Enter")
    (update,) = actions(shown)["1"].updates
    assert (update.text, update.day, update.meeting_id) == ("A draft went out", "2026-07-09", "m2")
    assert focused() is shown.page.table
    shown.undo()
    assert actions(shown)["1"].updates == ()


def test_an_action_is_closed_with_words_and_a_day(shown):
    shown.press("C", "Tab", "Sent to all", "Tab", "Ctrl+A", "8 July 2026", "Enter")
    closed = actions(shown)["1"]
    assert (closed.state, closed.note, closed.closed_on) == (
        ActionState.DONE,
        "Sent to all",
        "2026-07-08",
    )
    assert texts(shown) == ["Share the survey", "Count hedges"]


def test_without_words_it_is_not_closed(shown):
    shown.press("C", "Enter")
    dialog = shown.child("actionCloseDialog")
    assert "Say what came of it" in dialog.wrong()
    shown.press("Esc")
    assert actions(shown)["1"].state is ActionState.OPEN


def test_several_marked_ones_are_closed_at_once_and_undone_at_once(shown):
    shown.press("Space", "Space", "C", "Tab", "Overtaken", "Enter")
    assert [actions(shown)[n].state for n in "123"] == ["done", "done", "open"]
    shown.undo()
    assert [actions(shown)[n].state for n in "123"] == ["open"] * 3


def test_a_closed_one_is_opened_again(shown):
    shown.page.preset.choose("closed")
    shown.press("C")
    again = actions(shown)["4"]
    assert (again.state, again.closed_on) == (ActionState.OPEN, "")


def test_what_becomes_a_standing_item_changes_the_pattern(shown):
    shown.press("C", "Down", "Down", "Tab", "Every time", "Enter")
    assert actions(shown)["1"].state is ActionState.STANDING
    item = shown.record.bodies[0].standing[-1]
    assert (item.section, item.title, item.decided) == ("B", "Send the plan", "ACP/2026-03-12")
    shown.undo()
    assert shown.record.bodies[0].standing == STANDING


def test_p_says_that_it_is_in_progress_and_again_that_it_is_not(shown):
    shown.press("P")
    assert actions(shown)["1"].state is ActionState.IN_PROGRESS
    shown.press("P")
    assert actions(shown)["1"].state is ActionState.OPEN


def test_who_is_sent_to_an_open_action_sees_it_whatever_the_list_was_narrowed_to(shown):
    wanted = actions(shown)["2"].id
    shown.page.preset.choose("dormant")
    shown.page.show_rows()
    shown.page.go_to(Place(page="actions", item_id=wanted))
    assert (shown.page.table.current_key(), shown.page.preset.chosen()) == (wanted, "open")


def test_g_goes_to_the_block_where_it_was_agreed(shown):
    shown.press("G")
    place = Place(page="minutes", meeting_id=MEETING, item_id="item-1", caret=BlockId("block-1-2"))
    assert shown.places == [place]


def test_enter_changes_words_owner_and_day(shown):
    shown.press("Enter", "Ctrl+A", "Send the map", "Enter")
    assert actions(shown)["1"].text == "Send the map"


def test_a_filter_is_kept_under_a_name_and_dropped_again(shown):
    shown.page.go_to_filter()
    shown.press("hedges", "Down", "K", "Hedges", "Enter")
    assert texts(shown) == ["Count hedges"]
    assert shown.page.head.filter.text() == ""
    shown.page.preset.choose("open")
    assert len(texts(shown)) == 3
    shown.page.preset.choose(shown.record.entries[0].id)
    assert texts(shown) == ["Count hedges"]
    shown.press("D")
    assert shown.record.entries == ()
    assert len(texts(shown)) == 3


def test_without_any_action_a_card_says_where_they_are_made(qtbot):
    empty = Shown(qtbot, "actions", a_record())
    assert focused().objectName() == "actionsMinutes"
    empty.press("Space")
    assert empty.places == [Place(page="minutes", meeting_id=MEETING)]
