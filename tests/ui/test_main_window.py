"""The whole window with the sample in it: what is seen and pressed on every page."""

import pytest
from PySide6.QtWidgets import QAbstractScrollArea

from kcsp_desktop import paths
from kcsp_desktop.importing.sample import sample_edits
from kcsp_desktop.ui.workspace import Place, Submission
from tests.journeys.keyboard import press
from tests.journeys.secretary import closed, opened, wait


@pytest.fixture
def window(qapp, tmp_path):
    """Open the application on an empty store."""
    window = opened(tmp_path / "store.db")
    yield window
    window.look.choose_theme("light")
    closed(window)


@pytest.fixture
def sample(window):
    """The same with the sample, its second meeting in hand."""
    edits = sample_edits(paths.resources() / "sample")
    window.workspace.submit(Submission(edits=edits, text="the sample"))
    window.look.choose_theme("light")
    return window


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
