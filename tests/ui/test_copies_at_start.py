"""A window that may write keeps a copy of the store at its start; nobody else makes one."""

import pytest
from PySide6.QtWidgets import QLabel

from kcsp_desktop.app import open_window
from kcsp_desktop.store.opening import open_store
from tests.builders import a_record


@pytest.fixture
def path(tmp_path):
    store = open_store(tmp_path / "store.db")
    store.save(a_record())
    store.close()
    return tmp_path / "store.db"


def opened_and_closed(qtbot, path):
    """Open a window, wait until all is read, close it."""
    window = open_window(path)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.workspace.opened):
        pass
    window.close()


def copies(path):
    return list(path.with_name("store copies").glob("store *.db"))


def test_a_start_keeps_a_copy_that_opens_as_the_store(qtbot, path):
    opened_and_closed(qtbot, path)
    (copy,) = copies(path)
    store = open_store(copy, write=False)
    assert store.record == a_record()
    store.close()


def test_a_window_that_reads_only_makes_no_copy(qtbot, path):
    writing = open_store(path)
    opened_and_closed(qtbot, path)
    writing.close()
    assert copies(path) == []


def test_a_copy_that_cannot_be_made_is_said_and_stops_nothing(qtbot, path):
    path.with_name("store copies").touch()
    window = open_window(path)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: "No copy can be made" in said(window))
    assert window.workspace.is_open
    window.close()


def said(window):
    return " ".join(label.text() for label in window.notices.findChildren(QLabel))
