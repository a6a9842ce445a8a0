"""What the minutes record and nobody logged, taken or dismissed by one key."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.ui.workspace import Place
from tests.builders import a_block, a_meeting, a_record, an_item, some_details
from tests.journeys.keyboard import press
from tests.journeys.secretary import wait, wait_for
from tests.ui.pressing import Shown, focused
from tests.ui.test_main_window import go

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PROMISED = "Mr Quelch undertook to circulate the plan by 31 July 2026."
ASKED = "It was agreed that Mrs Barden report back to the next meeting."
PERHAPS = "The wardens were planning a new round in the autumn."
CLOSED = "Ms Oduya agreed to write to the family."


def the_meeting(**fields):
    blocks = (
        a_block(f"The plan was shown. {PROMISED}", block_id="b1"),
        a_block(PERHAPS, block_id="b2"),
        a_block(ASKED, block_id="b3"),
        a_block(CLOSED, block_id="b4", restricted=True),
    )
    return a_meeting((an_item(blocks=blocks),), state=MeetingState.DRAFT_NOTES, **fields)


@pytest.fixture
def shown(qtbot):
    shown = Shown(qtbot, "found", a_record(the_meeting()))
    wait_for(lambda: not shown.page.reading.is_busy)
    return shown


def rows(shown):
    model = shown.page.model
    return [model.row(n) for n in range(model.rowCount())]


def sentences(shown):
    return [row.cells[0].text for row in rows(shown) if not row.section]


def actions(shown):
    return shown.record.meetings[0].actions


def settled(shown):
    wait_for(lambda: not shown.page.reading.is_busy)


def test_the_sentences_stand_with_their_phrases_and_perhaps_comes_last(shown):
    assert sentences(shown) == [PROMISED, ASKED, CLOSED, PERHAPS]
    first = rows(shown)[1].cells[0]
    assert "undertook to circulate" in first.text[slice(*first.strong)]
    heads = [row.cells[0].text.rpartition(": ")[2] for row in rows(shown) if row.section]
    assert heads == ["agreed, asked or promised", "perhaps"]
    assert shown.page.facts() == ("3 not logged", "1 perhaps")
    assert actions(shown) == ()  # never made by itself


def test_below_stands_the_sentence_in_hand_and_why_it_is_shown(shown):
    assert "<b>undertook to circulate" in shown.page.sentence.text()
    assert shown.page.why.text().startswith("Somebody agreed, offered or undertook to do it.")
    assert "Mr Quelch" in shown.page.why.text()


def test_t_takes_it_with_owner_day_and_block_and_one_undo_brings_it_back(shown):
    shown.press("T")
    settled(shown)
    (action,) = actions(shown)
    assert (action.owner, action.due.date, action.block_id) == ("Mr Quelch", "2026-07-31", "b1")
    assert action.text == PROMISED.rstrip(".")
    assert action.visibility is Visibility.PUBLIC
    assert rows(shown)[1].cells[4].text == "Taken"
    assert focused() is shown.page.table
    shown.undo()
    assert actions(shown) == ()
    assert rows(shown)[1].cells[4].text == ""


def test_enter_changes_what_was_taken(shown):
    shown.press("T")
    settled(shown)
    shown.press("Enter", "Ctrl+A", "Send it", "Enter")
    assert [one.text for one in actions(shown)] == ["Send it"]
    settled(shown)
    shown.press("T")
    assert len(actions(shown)) == 1
    assert shown.notices[-1][1] == "It is taken already."


def test_enter_on_one_not_taken_asks_first_filled_in(shown):
    shown.press("Down", "Enter", "Tab", "Ctrl+A", "Dr van der Veld", "Enter")
    (action,) = actions(shown)
    assert (action.owner, action.due.words) == ("Dr van der Veld", "to the next meeting")
    settled(shown)
    assert rows(shown)[2].cells[4].text == "Taken"


def test_esc_there_makes_nothing(shown):
    shown.press("Enter", "Esc")
    assert actions(shown) == ()


def test_what_the_public_may_not_read_makes_a_restricted_action(shown):
    shown.press("Down", "Down", "T")
    assert [one.visibility for one in actions(shown)] == [Visibility.RESTRICTED]


def test_x_dismisses_and_x_among_the_dismissed_brings_back(shown):
    shown.press("X")
    settled(shown)
    assert PROMISED not in sentences(shown)
    assert len(shown.record.meetings[0].dismissed) == 1
    shown.page.preset.choose("dismissed")
    assert sentences(shown) == [PROMISED]
    shown.page.table.setFocus()
    shown.press("X")
    assert shown.record.meetings[0].dismissed == ()
    shown.page.preset.choose("open")
    assert PROMISED in sentences(shown)


def test_x_is_one_step_of_undo(shown):
    shown.press("X")
    shown.undo()
    assert shown.record.meetings[0].dismissed == ()
    assert PROMISED in sentences(shown)


def test_g_goes_to_the_phrase(shown):
    shown.press("G")
    (place,) = shown.places
    visibility, caret = place.caret
    assert (place.page, place.item_id, visibility) == ("minutes", "item-1", Visibility.PUBLIC)
    text = f"The plan was shown. {PROMISED}"
    assert text[caret.anchor_offset : caret.offset].startswith("undertook to circulate")


def test_two_in_one_sentence_are_told_apart(qtbot):
    both = "Mr Quelch agreed to send the plan and Mrs Barden undertook to count the hedges."
    item = an_item(blocks=(a_block(both, block_id="b"),))
    held = a_meeting((item,), state=MeetingState.DRAFT_NOTES)
    shown = Shown(qtbot, "found", a_record(held))
    settled(shown)
    shown.press("Down", "T")
    settled(shown)
    assert [row.cells[4].text for row in rows(shown)[1:]] == ["", "Taken"]
    assert "hedges" in actions(shown)[0].text
    assert "plan" not in actions(shown)[0].text


def test_a_meeting_is_chosen_by_its_place_and_a_planned_one_is_not_read(qtbot):
    later = a_meeting(
        id=MeetingId("m2"), details=some_details(date(2026, 7, 9)), state=MeetingState.IN_PROGRESS
    )
    shown = Shown(qtbot, "found", a_record(the_meeting(), later))
    settled(shown)
    assert len(sentences(shown)) == 4
    shown.page.go_to(Place(page="found", meeting_id="m2"))
    settled(shown)
    assert sentences(shown) == []
    assert shown.page.nothing_found.text() == "Nothing is found that is not logged."


def test_ctrl_shift_f_shows_what_the_meeting_in_hand_has(sample):
    go(sample, "minutes")
    press("<Ctrl+Shift+F>")
    wait_for(lambda: not sample.page.reading.is_busy)
    assert (sample.page_name, sample.page.of_meeting.chosen()) == ("found", sample.meeting_id)
    assert sample.page.model.rowCount() > 1
    press("<Ctrl+Shift+I><Ctrl+Shift+F>")
    assert sample.page.of_meeting.chosen() == ""


def test_the_checks_of_the_issue_page_lead_there(sample):
    go(sample, "issue")
    wait_for(lambda: [key for key in sample.page._found if "not logged" in key])
    (said,) = [key for key in sample.page._found if "not logged" in key]
    assert said.startswith("1 commitment is not logged")
    wait(30)  # until the row is laid out
    sample.page.findings.focus_row(said)
    press("<Enter>")
    QApplication.processEvents()
    assert (sample.page_name, sample.page.of_meeting.chosen()) == ("found", sample.meeting_id)


def test_in_the_window_g_selects_the_phrase_and_undo_comes_back_to_it(sample):
    go(sample, "minutes")
    press("<Ctrl+Shift+F>")
    wait_for(lambda: not sample.page.reading.is_busy)
    press("<Down><T>")
    wait_for(lambda: not sample.page.reading.is_busy)
    key = sample.page.table.current_key()
    before = len(sample.workspace.record.meetings[1].actions)
    press("<G>")
    assert sample.page_name == "minutes"
    assert sample.page.sheet.selected_text() == "ask"
    press("<Ctrl+Z>")
    assert len(sample.workspace.record.meetings[1].actions) == before - 1
    assert (sample.page_name, sample.page.table.current_key()) == ("found", key)
