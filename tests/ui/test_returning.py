"""The window opens where it was left, and a place that is gone is no fault."""

import json

import pytest
from PySide6.QtWidgets import QApplication

from kcsp_desktop.app import open_window
from kcsp_desktop.store.opening import open_store
from kcsp_desktop.ui.remembering import Whereabouts, place_of, remember, remembered
from kcsp_desktop.ui.workspace import Place
from tests.builders import MEETING, a_record

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "store.db"
    opened = open_store(path)
    opened.save(a_record())
    opened.close()
    return path


@pytest.fixture
def opened(qtbot, store):
    windows = []

    def made():
        window = open_window(store)
        windows.append(window)
        qtbot.waitUntil(lambda: window.workspace.is_open)
        return window

    yield made
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


def test_it_opens_at_the_item_the_block_and_the_letter(opened):
    first = opened()
    first.go_to(Place(page="minutes", meeting_id=MEETING, item_id="item-2"))
    sheet = first.page.sheet
    cursor = sheet.textCursor()
    cursor.setPosition(sheet.document().findBlockByNumber(1).position() + 3)
    sheet.setTextCursor(cursor)
    first.close()
    again = opened()
    caret = again.page.sheet.caret()
    assert (again.page_name, again.page.item_id) == ("minutes", "item-2")
    assert (caret.block_id, caret.offset) == ("block-2-2", 3)


def test_it_opens_in_the_size_and_theme_it_had(opened):
    first = opened()
    first.look.set_percent(130)
    first.look.choose_theme("dark")
    first.close()
    again = opened()
    assert (again.look.percent, again.look.choice) == (130, "dark")
    again.look.choose_theme("system")


@pytest.mark.parametrize(
    "words",
    ["", "no json", "[]", json.dumps({"page": "minutes", "meeting_id": "gone"}),
     json.dumps({"page": 3, "percent": "much"})],
)  # fmt: skip
def test_a_place_that_is_not_known_opens_the_list(opened, store, words):
    place_of(store).write_text(words)
    assert opened().page_name == "meetings"


def test_what_was_kept_comes_back(store):
    here = Whereabouts(page="agenda", meeting_id="m", percent=120)
    remember(store, here)
    assert remembered(store) == here


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path):
    remember(tmp_path / "gone" / "store.db", Whereabouts(page="agenda"))
    assert remembered(tmp_path / "gone" / "store.db") == Whereabouts()
