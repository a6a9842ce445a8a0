"""The Issue page by keys: what to look at, what happens next, the documents."""

from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from tests.journeys.keyboard import press
from tests.journeys.secretary import wait
from tests.ui.test_main_window import go


def findings(page):
    """Return what the findings say, in order."""
    return list(page.findings.keys())


def overlaps(window):
    """Return the pairs of buttons and boxes of the right side that lie over each other."""
    page = window.page
    shown = [page.next_state, page.members, page.public, page.make, page.folder]
    boxes = [(one, one.rect().translated(one.mapTo(window, one.rect().topLeft()))) for one in shown]
    return [
        (a.text(), b.text())
        for place, (a, box) in enumerate(boxes)
        for b, other in boxes[place + 1 :]
        if box.intersects(other)
    ]


def test_down_and_enter_go_to_the_second_finding(sample):
    go(sample, "issue")
    press("<Down><Enter>")
    assert sample.page_name == "minutes"
    assert sample.page.item.title == "Dates of Future Meetings"


def test_the_finding_that_was_in_hand_has_the_focus_again(sample):
    go(sample, "issue")
    press("<Down>")
    before = sample.page.findings.current_key()
    press("<Ctrl+4><Ctrl+5>")
    assert sample.page.findings.current_key() == before


def test_nothing_lies_over_another_at_200_percent(sample):
    go(sample, "issue")
    sample.look.set_percent(200)
    wait(50)
    assert overlaps(sample) == []


def test_the_button_of_the_question_says_the_deed_chosen(sample):
    go(sample, "details")
    press("<Ctrl+Shift+S>")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert dialog.findChild(QPushButton, "deed").text() == "End the meeting"
    press("<Esc>")
    assert sample.page.meeting.state == "in progress"


def test_a_meeting_without_a_venue_says_beside_the_button_why(sample):
    go(sample, "details")
    sample.page._change("venue", "")
    go(sample, "issue")
    assert sample.page._stopped.isVisible()
    assert findings(sample.page)[0].startswith("The venue is not set")
