"""An action is taken at one meeting, spoken of at the next, closed at the third: by keys alone."""

from __future__ import annotations

import pytest
from docx import Document

from tests.journeys import secretary
from tests.journeys.keyboard import press

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

UPDATE, CLOSING = "A first draft has gone round", "It was sent to every member"


@pytest.fixture
def window(qapp, tmp_path):
    """Return the window with one body, whose agendas have an item of matters arising."""
    window = secretary.opened(tmp_path / "store.db")
    window.workspace.documents = tmp_path / "documents"
    secretary.make_body("Alder Community Partnership", "ACP", "Alder County Council")
    secretary.go_to_field("bodyStandingAdd")
    press("<Ins>Matters Arising<Tab>A<Tab>m<Enter>")
    yield window
    secretary.closed(window)


def hold(day: str, *, title: str = "") -> None:
    """Make a meeting, with one more item if it has a ``title``, and begin it."""
    secretary.make_meeting(day, "The Hall")
    if title:
        press(f"<Ctrl+3><End><Ins>{title}<Enter>")
    press("<Ctrl+Shift+S><Down><Enter>")
    secretary.wait(50)


def meetings(window):
    """Return the meetings as they are."""
    return window.workspace.record.meetings


def action(window):
    """Return the one action."""
    (found,) = meetings(window)[0].actions
    return found


def matters_arising(meeting) -> list[str]:
    """Return what stands under the item, each a private note."""
    (item,) = [one for one in meeting.items if one.title == "Matters Arising"]
    assert {str(block.kind) for block in item.blocks} <= {"private-note"}
    return [block.text for block in item.blocks]


def taken_at_the_first(window) -> None:
    """Hold the first meeting, and take the action there."""
    hold("12 March 2026", title="Road Safety")
    press("<Ctrl+4>")
    secretary.go_to_item("Road Safety")
    press("Mr Quelch would send the plan.")
    secretary.log_action("Send the plan", "Mr Quelch", "next meeting")
    assert str(action(window).due.kind) == "next meeting"


def spoken_of_at_the_second(window) -> None:
    """Hold the second meeting, and note there what was said of it."""
    hold("9 July 2026")
    press(f"<Ctrl+Shift+I><U>{UPDATE}<Tab><Down><Enter>")
    (update,) = action(window).updates
    assert (update.day, update.meeting_id) == ("2026-07-09", meetings(window)[1].id)


def closed_at_the_third(window) -> None:
    """Hold the third meeting, and close it there."""
    hold("12 November 2026")
    press(f"<Ctrl+Shift+I><C><Tab>{CLOSING}<Tab><Ctrl+A>12 November 2026<Enter>")
    assert (str(action(window).state), action(window).closed_on) == ("done", "2026-11-12")


def written_log(window, tmp_path) -> list[str]:
    """Write the action log for members by W, and return the cells of its one row."""
    secretary.go_to_field("actionsPreset")  # the list is empty now: everything is closed
    press("<End><F6><W><Enter>")
    secretary.wait_for(lambda: list((tmp_path / "documents").rglob("*.docx")))
    (log,) = (tmp_path / "documents").rglob("*.docx")
    (table,) = Document(log).tables
    return [cell.text for cell in table.rows[1].cells]


def test_an_action_is_taken_spoken_of_and_closed_and_the_log_shows_the_whole_way(window, tmp_path):
    taken_at_the_first(window)
    assert matters_arising(meetings(window)[0]) == []
    spoken_of_at_the_second(window)
    (line,) = matters_arising(meetings(window)[1])
    assert line.endswith(", Mr Quelch: Send the plan (next meeting)")
    closed_at_the_third(window)
    assert matters_arising(meetings(window)[2]) == [f"{line}. 9 July 2026: {UPDATE}"]
    row = written_log(window, tmp_path)
    assert row[:2] == ["Send the plan", "Mr Quelch"]
    assert row[3].startswith("12 March 2026, minute ")
    assert row[4] == "Done on 12 November 2026"
    assert row[5] == f"9 July 2026, at the meeting: {UPDATE}\n{CLOSING}"


def test_the_way_is_undone_step_by_step(window):
    taken_at_the_first(window)
    spoken_of_at_the_second(window)
    closed_at_the_third(window)
    press("<Ctrl+Z>")
    assert (str(action(window).state), len(action(window).updates)) == ("open", 1)
    assert window.page_name == "actions"
