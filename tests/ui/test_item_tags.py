"""What an agenda item is about, asked under Agenda by A and in the minutes by the menu."""

import pytest
from PySide6.QtWidgets import QApplication

from kcsp_desktop.domain.entries import Tag
from kcsp_desktop.domain.ids import EntryId
from tests.builders import BODY, MEETING, a_record
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ROADS = Tag(id=EntryId("roads"), body_id=BODY, name="Road Safety")
EARLY = Tag(id=EntryId("early"), body_id=BODY, name="Early help")


def opened(qtbot, page, *entries):
    shown = Shown(qtbot, page, a_record(entries=entries))
    shown.page.open(MEETING)
    shown.page.focus_first()
    return shown


def tags(shown):
    return {one.id: one.tags for one in shown.record.meetings[0].items}


def test_a_under_agenda_says_what_the_item_is_about(qtbot):
    shown = opened(qtbot, "agenda", ROADS, EARLY)
    shown.page.take("item-2")
    shown.press("A", "Tab", "Space", "Enter")
    assert tags(shown) == {"item-1": (), "item-2": ("early",), "item-3": ()}
    assert focused() is shown.page.table
    shown.undo()
    assert tags(shown)["item-2"] == ()


def test_in_the_minutes_the_item_in_hand_is_meant(qtbot):
    shown = opened(qtbot, "minutes", ROADS, EARLY)
    shown.page.handlers()["item-tags"]()
    QApplication.processEvents()  # the menu is left before a key is pressed
    shown.press("Space", "Enter")
    assert tags(shown)[shown.page.item_id] == ("roads",)


def test_without_priorities_it_says_where_they_are_made(qtbot):
    shown = opened(qtbot, "agenda")
    shown.page.take("item-1")
    shown.press("A")
    assert shown.notices[-1][1:] == ("ACP has no priorities yet.", "Go, Priorities.")
