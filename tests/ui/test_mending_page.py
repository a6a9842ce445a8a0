"""A name is mended from the minutes, where it was seen to be wrong."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import MEETING, a_record
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def shown(qtbot):
    """Return the Minutes page, the caret at the start of "Mr Quelch outlined the report."."""
    made = Shown(qtbot, "minutes", a_record())
    made.page.open(MEETING)
    made.page.focus_first()
    made.press("Ctrl+Home")
    return made


def mend(shown):
    shown.page.handlers()["mend-name"]()
    QApplication.processEvents()


def test_the_name_at_the_caret_is_mended_everywhere(shown):
    before = shown.record
    mend(shown)
    shown.press("Ctrl+A", "Mr P M Quelsh", "Enter")
    texts = [item.blocks[0].text for item in shown.record.meetings[0].items]
    assert texts == ["Mr Quelsh outlined the report."] * 3
    assert shown.page.sheet.toPlainText().startswith("Mr Quelsh outlined")
    said = "Mr Quelch is Mr Quelsh now, in 4 places of attendances and minutes."
    assert shown.notices[0][1] == said
    assert focused() is shown.page.sheet
    shown.undo()
    assert shown.record == before


def test_whose_name_is_asked_where_the_caret_is_at_nobodys(shown):
    shown.press("Down")
    mend(shown)
    shown.press("nobody", "Enter")
    assert shown.child("whichPersonDialog").wrong() == "Nobody in the list is called so."
    shown.press("Ctrl+A", "oduya", "Enter", "Ctrl+A", "Ms S Oduyah", "Enter")
    assert shown.record.meetings[0].attendance[2].name == "Ms S Oduyah"


def test_nothing_changed_is_no_edit(shown):
    mend(shown)
    shown.press("Enter")
    assert not shown.workspace.undo_stack.canUndo()
