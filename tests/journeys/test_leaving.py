"""Whoever leaves the application with a word half typed finds it there again."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys import secretary
from tests.journeys.keyboard import press


@pytest.fixture
def store(tmp_path):
    """A store with one body and one meeting, open at that meeting."""
    window = secretary.opened(tmp_path / "store.db")
    secretary.make_body("Harbour Partnership", "HP", "Harbour Council")
    secretary.make_meeting("9/7/2026", "Oak Room")
    yield tmp_path / "store.db"
    secretary.closed(window)


def shown_in(field: str) -> str:
    """Go to the field of that name on the Details page and return its text."""
    press("<Ctrl+1>")
    secretary.go_to_field(field)
    return QApplication.focusWidget().text()


def test_a_line_that_was_not_left_is_kept_when_the_window_is_closed(qtbot, store):
    assert shown_in("detailsVenue") == "Oak Room"
    press("<Ctrl+A>Elm Room, upstairs<Ctrl+Q>")
    again = secretary.opened(store)
    press("<Enter>")
    assert shown_in("detailsVenue") == "Elm Room, upstairs"
    secretary.closed(again)
