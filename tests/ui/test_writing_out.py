"""The registers leave by W and M: files in the folder of the documents, and where they lie."""

import email
import email.policy
from dataclasses import replace
from datetime import datetime

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from kcsp_desktop.domain.actions import Due, DueKind
from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.entries import Tag
from kcsp_desktop.domain.ids import EntryId
from kcsp_desktop.domain.lifecycle import MeetingState
from tests.builders import BODY, a_meeting, a_person, a_record, an_action, an_item
from tests.documents.checker import faults
from tests.journeys.secretary import wait_for
from tests.ui.pressing import Shown

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TODAY = datetime(2026, 7, 10).astimezone()
ROADS = Tag(id=EntryId("roads"), body_id=BODY, name="Road Safety", lead="Head of Wardens")
ACTIONS = (
    an_action(1, text="=Send the plan", due=Due(kind=DueKind.DATE, date="2026-05-01")),
    an_action(2, text="Share the survey", owner="Mrs Barden", visibility=Visibility.RESTRICTED),
    an_action(3, text="Count hedges", owner="Ms Oduya", due=Due(kind=DueKind.DATE,
                                                                date="2026-09-01")),
)  # fmt: skip
PEOPLE = (replace(a_person(2), email="p.quelch@alder.example"), a_person(1), a_person(3))


def opened(qtbot, page, folder, **fields):
    held = a_meeting((an_item(1, tags=(ROADS.id,)),), actions=ACTIONS, state=MeetingState.APPROVED)
    shown = Shown(qtbot, page, a_record(held, people=PEOPLE, entries=(ROADS,), **fields))
    shown.workspace.documents = folder
    if page == "priorities":
        shown.page.of_body.choose(BODY)
    shown.workspace.now = lambda: TODAY
    shown.page.open(None)
    shown.page.focus_first()
    return shown


def said(shown):
    wait_for(lambda: shown.notices)
    return shown.notices[-1]


def made(folder, ending):
    (found,) = folder.rglob(f"*{ending}")
    return found


def test_w_writes_the_action_log_for_members_in_word(qtbot, tmp_path):
    shown = opened(qtbot, "actions", tmp_path)
    shown.press("W", "Enter")
    level, what, where = said(shown)
    path = made(tmp_path, ".docx")
    assert (level, what) == ("info", "Wrote ACP Actions 2026-07-10 RESTRICTED.docx.")
    assert str(path.parent) in where
    assert faults(path) == []
    assert "Share the survey" in texts_of(path)


def texts_of(path):
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_for_everybody_the_restricted_one_is_left_out(qtbot, tmp_path):
    shown = opened(qtbot, "actions", tmp_path)
    shown.press("W", "Tab", "Down", "Enter")
    said(shown)
    texts = texts_of(made(tmp_path, ".docx"))
    assert "Count hedges" in texts
    assert "Share the survey" not in texts


@pytest.mark.parametrize(("downs", "ending"), [(1, ".xlsx"), (2, ".csv"), (3, ".ics")])
def test_other_files_hold_the_actions(qtbot, tmp_path, downs, ending):
    shown = opened(qtbot, "actions", tmp_path)
    shown.press("W", *["Down"] * downs, "Enter")
    said(shown)
    path = made(tmp_path, ending)
    match ending:
        case ".xlsx":
            sheet = load_workbook(path).active
            found = [cell.value for row in sheet.iter_rows() for cell in row]
        case ".csv":
            found = path.read_text(encoding="utf-8-sig")
        case _:
            calendar = Calendar.from_ical(path.read_bytes())
            found = " ".join(str(one["summary"]) for one in calendar.walk("VEVENT"))
    assert any("Count hedges" in str(one) for one in ([found] if isinstance(found, str) else found))


def test_only_the_marked_ones_are_written_where_that_is_wanted(qtbot, tmp_path):
    shown = opened(qtbot, "actions", tmp_path)
    shown.press("Space", "W", "Tab", "Tab", "Down", "Down", "Enter")
    said(shown)
    texts = texts_of(made(tmp_path, ".docx"))
    assert "Send the plan" in texts
    assert "Count hedges" not in texts


def test_m_writes_a_letter_to_each_owner_of_what_is_overdue(qtbot, tmp_path):
    shown = opened(qtbot, "actions", tmp_path)
    shown.press("M", "Enter")
    assert said(shown)[1] == "Wrote 1 letter."
    path = made(tmp_path, ".eml")
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert letter["to"] == "p.quelch@alder.example"
    assert "Send the plan" in letter.get_content()


def test_m_about_all_that_is_open_says_whose_address_is_not_known(qtbot, tmp_path):
    shown = opened(qtbot, "actions", tmp_path)
    shown.press("M", "Down", "Enter")
    _, what, where = said(shown)
    assert what == "Wrote 3 letters."
    assert where.startswith(f"They lie in {tmp_path}")
    assert "No address is known of Mrs A Barden" in where
    assert "Share the survey" not in "".join(p.read_text() for p in tmp_path.rglob("*.eml"))


def test_m_has_nobody_to_write_to_where_nothing_is_open(qtbot, tmp_path):
    shown = Shown(qtbot, "actions", a_record())
    shown.page.handlers()["chasers"]()
    assert shown.notices[-1][1] == "Nothing is open."


def test_w_on_the_decisions_writes_them(qtbot, tmp_path):
    shown = opened(qtbot, "decisions", tmp_path)
    shown.press("W", "Down", "Enter")
    said(shown)
    found = [c.value for row in load_workbook(made(tmp_path, ".xlsx")).active for c in row]
    assert any("note the update" in str(one) for one in found)


def test_w_on_the_priorities_writes_the_year_that_is_shown(qtbot, tmp_path):
    shown = opened(qtbot, "priorities", tmp_path)
    shown.press("W")
    assert said(shown)[1] == "Wrote ACP Priorities 2026.docx."
    path = made(tmp_path, ".docx")
    assert path.parent.name == "ACP"
    assert "Head of Wardens" in texts_of(path)
    assert faults(path) == []


def test_a_folder_that_cannot_be_made_is_said(qtbot, tmp_path):
    stone = tmp_path / "stone"
    stone.write_text("no folder")
    shown = opened(qtbot, "actions", stone)
    shown.press("W", "Enter")
    assert said(shown)[:2] == ("bad", "It was not written.")
