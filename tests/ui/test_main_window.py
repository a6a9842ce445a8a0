"""The whole window with the sample in it: what is seen and pressed on every page."""

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog

from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.workspace import Place
from tests.journeys.keyboard import press
from tests.journeys.secretary import wait


def go(window, page, item=5):
    """Go to a page of the second meeting."""
    meeting = window.workspace.record.meetings[1]
    window.go_to(Place(page=page, meeting_id=meeting.id, item_id=meeting.items[item].id))
    wait(30)


def ground(widget):
    """Return the colour behind the last line of a widget."""
    area = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    picture = area.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() - 2).name().upper()


@pytest.mark.parametrize("theme", ["dark", "high_contrast"])
def test_another_theme_reaches_lists_and_sheet_that_were_shown_before(sample, theme):
    go(sample, "minutes")
    sheet, outline = sample.page.sheet, sample.page.outline
    sample.look.choose_theme(theme)
    wait(30)
    colours = sample.look.theme
    assert [colours.sheet, colours.panel] == [ground(sheet), ground(outline)]


def test_the_sheet_and_its_head_have_one_right_edge(sample):
    go(sample, "minutes")
    page = sample.page
    words = page.sheet.lineWrapColumnOrWidth() - sample.look.px(84)
    assert page.head._text_width() == words


def test_lines_do_not_break_anew_when_the_scroll_bar_comes(sample):
    go(sample, "minutes")
    sheet = sample.page.sheet
    before = sheet.lineWrapColumnOrWidth()
    press("<Enter>and so on" * 30)
    assert sheet.verticalScrollBar().isVisible()
    assert before == sheet.lineWrapColumnOrWidth()


def test_at_200_percent_f9_lays_the_agenda_over_the_sheet_and_enter_goes_back(sample):
    go(sample, "minutes")
    sample.look.set_percent(200)
    press("<F9><Down>")
    assert [sample.page.outline.isVisible(), sample.page.sheet.isVisible()] == [True, False]
    press("<Enter>")
    assert [sample.page.outline.isVisible(), sample.page.sheet.hasFocus()] == [False, True]


def test_the_two_texts_of_a_restricted_item_are_offered_at_200_percent(sample):
    go(sample, "minutes", 8)
    sample.look.set_percent(200)
    wait(30)
    head, sheet = sample.page.head, sample.page.sheet
    assert head.height() >= head.sizeHint().height()
    assert sheet.height() > head.height()


def test_the_status_bar_follows_the_block_in_hand(sample):
    go(sample, "minutes")
    assert ("Enter", "Next clause") in sample.key_bar.shown_keys()
    press("<Enter><Enter>Said.<Enter>")
    assert ("Enter", "Next paragraph") in sample.key_bar.shown_keys()
    assert "Paragraph 5" in sample.page.facts()


def test_a_block_with_an_action_has_its_mark(sample):
    go(sample, "minutes")
    actions = sample.page.meeting.actions
    assert sample.page.sheet._marked == {one.block_id for one in actions}


def test_ins_makes_the_first_person_while_the_list_is_empty(window):
    press("<Ctrl+Shift+E>")
    assert window.key_bar.shown_keys() == (("Ins", "New person"), ("F1", "All keys"))
    press("<Ins>Mrs E Hartnoll<Enter>")
    assert [person.surname for person in window.workspace.record.people] == ["Hartnoll"]


def go_on_to_members(window):
    """Press F6 until the members are reached, behind the groups of the form and its lists."""
    for _ in range(12):
        press("<F6>")
        if window.page.form.members.isAncestorOf(window.focusWidget()):
            return
    raise AssertionError("no way by F6 to the members")


def test_the_first_member_is_reached_by_f6_and_ins(window):
    press("<Ins><Esc><Enter>Sample Board<Tab>SB<Tab>Sample Council<Enter>")
    go_on_to_members(window)
    assert window.page.form.members.isAncestorOf(window.focusWidget())
    press("<Ins>Mrs E Hartnoll<Enter>")
    assert len(window.workspace.record.bodies[0].members) == 1
    assert window.page.form.members.table.hasFocus()


def test_the_status_bar_says_the_size_of_text_at_once(sample):
    press("<Ctrl++>")
    assert sample.key_bar._facts[-1] == "110 %"


def test_what_happens_next_is_asked_from_every_page_of_a_meeting(sample):
    go(sample, "minutes")
    press("<Ctrl+Shift+S>")
    assert QApplication.activeModalWidget().windowTitle() == "What happens next?"


def test_the_theme_in_force_is_ticked_in_the_menu(sample):
    sample.run("theme-dark")
    ticked = [name for name, action in sample.actions_by_name.items() if action.isChecked()]
    assert ticked == ["theme-dark"]


def test_all_keys_are_read_without_scrolling_sideways_and_esc_goes_back(sample):
    go(sample, "minutes")
    press("<F1>")
    sheet = QApplication.activeModalWidget() or sample.findChild(QDialog, "keysSheet")
    table = sheet.findChild(Table)
    assert table.horizontalScrollBar().maximum() == 0
    press("<Esc>")
    assert sample.page.sheet.hasFocus()


def test_three_fields_side_by_side_go_below_one_another_where_it_is_narrow(sample):
    go(sample, "details")
    sample.look.set_percent(200)
    sample.resize(1000, 620)
    wait(30)
    date, start = sample.page._field("date"), sample.page._field("start")
    assert start.y() > date.y()


def test_the_member_in_hand_is_seen_however_far_down_the_list(sample):
    press("<Ctrl+Shift+O><Enter>")
    go_on_to_members(sample)
    press("<Down>" * 10)
    table = sample.page.form.members.table
    row = table.visualRect(table.currentIndex())
    assert table.viewport().visibleRegion().contains(row.center())


def test_a_notice_goes_when_undo_has_made_it_untrue(sample):
    press("<Del>")
    assert sample.notices.notice.words.startswith("Deleted the meeting")
    press("<Ctrl+Z>")
    assert sample.notices.notice is None


def test_a_refusal_is_forgotten_with_the_next_change_that_works(sample):
    go(sample, "agenda")
    sample.say("warn", "The notes are approved.", "Nothing was changed.")
    press("M")
    assert sample.notices.notice is None


def test_the_status_bar_speaks_of_the_outline_while_it_has_the_focus(sample):
    go(sample, "minutes")
    press("<Shift+F6>")
    assert sample.page.outline.hasFocus()
    assert ("Enter", "To the text") in sample.key_bar.shown_keys()


def test_the_people_show_that_f6_has_come_to_them(sample):
    go(sample, "minutes")
    press("<F6>")
    assert sample.page.room.hasFocus()
    assert sample.page.room._frame.isVisible()


@pytest.mark.parametrize("page", ["agenda", "attendance"])
def test_esc_in_the_list_shows_the_whole_list_again(sample, page):
    go(sample, page)
    before = sample.page.model.rowCount()
    press("<Ctrl+F>ro<Down>")
    assert sample.page.model.rowCount() < before
    press("<Esc>")
    assert [sample.page.model.rowCount(), sample.page.table.hasFocus()] == [before, True]


def test_arrows_in_the_outline_pass_over_the_names_of_sections(sample):
    go(sample, "minutes", 0)
    press("<Shift+F6>" + "<Down>" * 4)
    assert sample.page.item.title == "Community Safety Plan: First Quarter"


def test_the_outline_shows_the_same_rows_however_often_it_is_shown(sample):
    for time in range(300):
        go_quickly(sample, time % 10)
    rows = sample.page.outline.model().rowCount()
    assert rows == len(sample.page.meeting.items) + len(sample.page.meeting.sections)


def go_quickly(window, item):
    """Go to an item of each of the two meetings, without waiting."""
    for meeting in window.workspace.record.meetings:
        place = Place(page="minutes", meeting_id=meeting.id, item_id=meeting.items[item].id)
        window.go_to(place)


def test_f11_leaves_only_the_sheet_and_its_keys_work_on(sample):
    go(sample, "minutes")
    sample.run("only-sheet")
    QApplication.processEvents()
    page = sample.page
    shown = (sample.strip, sample.key_bar, page.outline, page.room)
    assert [widget.isVisible() for widget in shown] == [False] * 4
    assert sample.menuBar().height() == 0
    before = page.item_id
    press("<Ctrl+Enter>")
    assert page.item_id != before
    sample.run("page-agenda")
    QApplication.processEvents()
    assert sample.strip.isVisible()
    assert sample.menuBar().height() > 0
