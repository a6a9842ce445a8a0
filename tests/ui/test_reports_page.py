"""What is owed over all meetings, worked by key."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from kcsp_desktop.domain.reports import Report, ReportState
from kcsp_desktop.ui.pages import reports as page_of_reports
from kcsp_desktop.ui.workspace import Place
from tests.builders import MEETING, a_meeting, a_record, an_item, some_details
from tests.domain.test_disclosure import SECRET
from tests.ui.pressing import Shown

TODAY = datetime.now(UTC).date()


def due(days, **fields):
    known = {"deadline": (TODAY + timedelta(days)).isoformat(), "by": ("Ms A Barden",)}
    return Report(**{**known, **fields})


@pytest.fixture
def reports(qtbot, tmp_path, monkeypatch):
    """Return a maker of the page over one meeting of items with these reports."""
    shown_folders = []
    monkeypatch.setattr(page_of_reports, "show_folder", shown_folders.append)

    def made(*reports, **fields):
        items = tuple(an_item(n, report=one, **fields) for n, one in enumerate(reports, 1))
        meeting = a_meeting(items, details=some_details(TODAY + timedelta(30)))
        shown = Shown(qtbot, "reports", a_record(meeting))
        shown.workspace.documents = tmp_path
        shown.folders = shown_folders
        shown.page.focus_first()
        return shown

    return made


def rows(shown):
    found = [shown.page.model.row(n) for n in range(shown.page.model.rowCount())]
    return [(row.cells[2].text, row.cells[1].text) for row in found]


def test_the_earliest_deadline_is_first_and_what_came_is_not_there(reports):
    shown = reports(due(5), due(-2), due(1, state=ReportState.RECEIVED), due(9))
    assert rows(shown) == [("B2  Report 2", "Late"), ("B1  Report 1", "Expected"),
                           ("B4  Report 4", "Expected")]  # fmt: skip
    assert shown.page.facts() == ("3 reports owed, 1 late",)


def test_r_says_that_it_came_today_and_undo_takes_it_back(reports):
    shown = reports(due(-2), due(5))
    shown.press("r")
    report = shown.record.meetings[0].items[0].report
    assert (report.state, report.received_on) == (ReportState.RECEIVED, TODAY.isoformat())
    assert rows(shown) == [("B2  Report 2", "Expected")]
    shown.undo()
    assert len(rows(shown)) == 2


def test_enter_goes_to_the_item_on_its_agenda(reports):
    shown = reports(due(-2), due(5))
    shown.press("Down", "Enter")
    place = shown.places[0]
    assert (place.page, place.meeting_id, place.item_id) == ("agenda", MEETING, "item-2")


def test_who_comes_from_home_has_the_report_in_hand(reports):
    shown = reports(due(-2), due(5))
    shown.page.go_to(Place(page="reports", meeting_id=MEETING, item_id="item-2"))
    assert shown.page.table.current_key() == f"{MEETING}/item-2"
    shown.page.go_to(Place(page="reports"))
    assert shown.page.table.current_key() == f"{MEETING}/item-2"


def test_w_writes_a_draft_letter_and_shows_its_folder(reports, qtbot):
    shown = reports(due(-2, author_email="a.barden@abc.example"))
    shown.press("w")
    qtbot.waitUntil(lambda: bool(shown.folders))
    (path,) = shown.folders[0].glob("*.eml")
    letter = message_from_bytes(path.read_bytes(), policy=default)
    assert (letter["To"], letter["X-Unsent"]) == ("a.barden@abc.example", "1")
    assert "item B1, Report 1" in letter.get_content()


def test_a_reminder_for_a_restricted_item_has_its_title_alone(reports, qtbot):
    shown = reports(due(-2, summary=SECRET), section="D", detail=SECRET, restriction=SECRET)
    shown.press("w")
    qtbot.waitUntil(lambda: bool(shown.folders))
    (path,) = shown.folders[0].glob("*.eml")
    assert SECRET not in message_from_bytes(path.read_bytes(), policy=default).as_string()


def test_where_nothing_is_owed_a_card_says_how_to_ask(reports):
    shown = reports(None)
    shown.press("Enter")
    assert shown.commands == ["meetings"]


def test_a_row_is_read_whole(reports):
    shown = reports(due(-2))
    said = shown.page.model.row(0).spoken
    assert said.startswith("B1 Report 1, Late, wanted by ")
    assert "Ms A Barden" in said
