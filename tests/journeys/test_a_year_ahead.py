"""From an empty store to a year of meetings, the first of them with its agenda, by keys alone."""

from __future__ import annotations

import pytest

from tests.journeys import secretary
from tests.journeys.keyboard import press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

YEAR = "9 July 2026 10am<Enter>5 November 2026<Enter>11 March 2027 provisional"


@pytest.fixture
def window(qapp, tmp_path):
    """Return the window with one body and nothing else."""
    window = secretary.opened(tmp_path / "store.db")
    secretary.make_body("Alder Community Partnership", "ACP", "Alder County Council")
    yield window
    secretary.closed(window)


def test_a_year_is_planned_filled_moved_and_taken_back_by_keys(window):
    press(f"<Ctrl+J><Space>{YEAR}<Ctrl+Enter>")
    meetings = window.workspace.record.meetings
    assert [one.details.date.isoformat() for one in meetings] == [
        "2026-07-09", "2026-11-05", "2027-03-11",
    ]  # fmt: skip
    press("g")
    july = window.workspace.record.meetings[0]
    assert [item.title for item in july.items][-1] == "Date of Future Meetings"
    assert [one.day for one in july.future_dates] == ["2026-11-05", "2027-03-11"]
    press("<Down><V>12 November 2026<Tab><Tab>The hall is flooded.<Enter>")
    july, november, _ = window.workspace.record.meetings
    assert november.moved_from[0].day == "2026-11-05"
    assert [one.day for one in july.future_dates] == ["2026-11-12", "2027-03-11"]
    press("<Ctrl+Z><Ctrl+Z><Ctrl+Z>")
    assert window.workspace.record.meetings == ()


def test_ctrl_n_offers_the_next_planned_day_and_enter_makes_it(window):
    press(f"<Ctrl+J><Space>{YEAR}<Ctrl+Enter>")
    press("<Ctrl+N><Enter>")
    secretary.wait(100)
    assert window.page_name == "details"
    assert len(window.workspace.record.meetings) == 3
    assert len(window.workspace.record.meetings[0].items) == 4
