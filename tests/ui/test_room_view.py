"""The window for the screen in the room: it follows, blanks, scales and closes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kcsp_desktop import paths
from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.edits import SetBlockText, SetItem
from kcsp_desktop.ui.look import Look
from kcsp_desktop.ui.room_view import RoomView
from kcsp_desktop.ui.workspace import Submission, Workspace
from tests.builders import MEETING, a_record

KEY = Qt.Key


@pytest.fixture
def view(qtbot):
    workspace = Workspace()
    workspace.begin(a_record(), "test")
    made = RoomView(workspace, Look(paths.resources() / "icons"))
    made.workspace = workspace
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.follow(MEETING, "item-1", "block-1-2")
    qtbot.waitUntil(lambda: made._text is not None)
    return made


def ink(view):
    """Return how many pixels of the picture are not paper."""
    picture = view.grab().toImage().scaled(200, 112)
    paper = picture.pixel(0, 0)
    return sum(picture.pixel(x, y) != paper for x in range(200) for y in range(112))


def test_it_follows_a_pause_later(view, qtbot):
    edit = SetBlockText(
        meeting_id=MEETING, item_id="item-1", block_id="block-1-2", runs=plain("New words.")
    )
    view.workspace.submit(Submission(edits=(edit,)))
    view.follow(MEETING, "item-1", "block-1-2")
    assert "New words." not in view.accessibleDescription()
    qtbot.waitUntil(lambda: "New words." in view.accessibleDescription())


def test_b_blanks_and_shows_again(view):
    before = ink(view)
    QTest.keyClick(view, KEY.Key_B)
    assert ink(view) == 0
    QTest.keyClick(view, KEY.Key_B)
    assert ink(view) == before


def test_it_has_a_size_of_its_own(view):
    before = ink(view)
    QTest.keyClick(view, KEY.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert ink(view) > before
    QTest.keyClick(view, KEY.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert ink(view) == before


def test_the_words_of_the_minutes_are_never_under_a_twenty_eighth_of_the_height(view):
    for height in (576, 768, 1440):
        view.resize(height * 16 // 9, height)
        assert view._font(28).pixelSize() >= height / 28


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_F5])
def test_it_is_closed_by_key_and_says_so(view, qtbot, key):
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view, key)
    assert not view.isVisible()


def test_of_a_restricted_item_it_tells_nothing(view):
    item = view.workspace.record.meetings[0].items[0]
    closed = SetItem(meeting_id=MEETING, item=item.__class__(
        id=item.id, section_id=item.section_id, title=item.title, restricted=True))  # fmt: skip
    view.workspace.submit(Submission(edits=(closed,)))
    view.renew()
    assert (view._text.private, view.accessibleDescription()) == (True, "")
