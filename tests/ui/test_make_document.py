"""Ctrl+Shift+W: any document of a meeting, in Word, beside its notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.life import Approval, StateChange
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.domain.reports import Report
from kcsp_desktop.ui.printing.offers import offers, write
from tests.builders import a_meeting, a_record, an_action, an_item
from tests.documents.checker import faults
from tests.journeys.keyboard import press
from tests.journeys.secretary import wait
from tests.ui.test_main_window import go

TODAY = date(2026, 3, 9)
PLAIN = ["Agenda, for everybody", "Chair's brief", "Signing-in sheet"]
DECIDED = ["Decisions of the meeting, for members", "Decisions of the meeting, for everybody"]
LOG = (StateChange(event=Event.PUBLISH_AGENDA, at="2026-03-04T09:00:00"),)
REPORT = Report(by=("Ann Barden",), received_on="2026-03-06")


def found_for(**fields):
    meeting = a_meeting(**fields)
    return list(offers(a_record(meeting), meeting, TODAY))


def words_for(**fields):
    return [one.words for one in found_for(**fields)]


def everything():
    """Return what is offered of a meeting of which there is every document."""
    items = an_item(1, report=REPORT), an_item(2, "D", detail="Case Alder")
    approval = Approval(
        meeting_id=a_meeting().id, item_id=items[0].id, day="2026-07-09", presiding="Mrs Barden"
    )
    return found_for(items=items, log=LOG, state=MeetingState.APPROVED, approval=approval)


def test_a_plain_meeting_has_three_documents_beside_its_notes():
    assert words_for(items=(an_item(blocks=()),)) == PLAIN


def test_what_was_decided_and_each_minute_are_offered_too():
    assert words_for(items=1) == [*PLAIN, *DECIDED, "Extract of one minute: 1. Report 1"]


def test_the_action_log_is_offered_where_there_is_an_action():
    logs = ["Action log, for members", "Action log, for everybody"]
    found = found_for(items=1, actions=(an_action(visibility=Visibility.RESTRICTED),))
    assert [one.words for one in found if one.wide] == logs
    assert [one.file_name() for one in found if one.wide] == [
        "ACP Actions 2026-03-09 RESTRICTED.docx", "ACP Actions 2026-03-09.docx",
    ]  # fmt: skip


def test_what_there_is_nothing_for_is_not_offered():
    assert [one.words for one in everything()] == [
        "Agenda, for everybody",
        "Agenda, with the restricted detail",
        "Supplement to the agenda",
        "Chair's brief",
        "Signing-in sheet",
        "Report cover, B1 Report 1",
        "Notes to be signed",
        *DECIDED,
        "Extract of one minute, for members: 1. Report 1",
        "Extract of one minute, for members: 2. Report 2",
        "Extract of one minute, for everybody: 1. Report 1",
        "Extract of one minute, for everybody: 2. Report 2",
    ]
    early = replace(REPORT, received_on="2026-03-01")
    assert "Supplement to the agenda" not in words_for(items=(an_item(report=early),), log=LOG)


def test_each_document_has_a_file_of_its_own(tmp_path):
    made = [write(one, tmp_path / "new", None, None) for one in everything()]
    assert [path.name for path, _ in made] == [one.file_name() for one in everything()]
    assert [fault for path, _ in made for fault in faults(path)] == []


@pytest.fixture
def asked(sample, tmp_path):
    """Press the key in a meeting and return the list of documents."""
    go(sample, "details")
    press("<Ctrl+5>")
    sample.page.root = tmp_path
    press("<Ctrl+2><Ctrl+Shift+W>")
    dialog = QApplication.activeModalWidget()
    assert dialog.objectName() == "documentDialog"
    return dialog.findChild(QComboBox, "documentWhich")


def test_by_keys_the_brief_is_made_where_the_notes_lie(asked, sample, tmp_path):
    press("<Down><Enter>")
    made = tmp_path / "WCSP" / "2026-07-09" / "WCSP Chairs Brief 2026-07-09.docx"
    assert notice_in(sample).words == f"Made: {made.name}"
    assert faults(made) == []
    assert sample.page_name == "issue"


def test_in_the_minutes_the_extract_of_the_item_in_hand_is_one_key_away(sample, tmp_path):
    go(sample, "minutes", 5)
    sample.workspace.documents = tmp_path
    press("<Ctrl+Shift+W><End><Enter>")
    said = notice_in(sample)
    number = numbered(sample.workspace.record, sample.page.meeting).minutes[sample.page.item_id]
    assert f"Minute {number} 2026-07-09" in said.words
    assert sample.page_name == "minutes"


def test_escape_makes_nothing(asked, tmp_path):
    press("<Escape>")
    wait(50)
    assert list(tmp_path.glob("WCSP/*/*")) == []


def test_what_cannot_be_made_is_said_on_the_page(asked, sample):
    press("<Escape><Ctrl+1>")
    sample.page._change("venue", "")
    press("<Ctrl+Shift+W><Enter>")
    said = notice_in(sample)
    assert (said.words, said.level) == ("The document could not be made.", "warn")
    assert said.advice.startswith("The venue is not set.")


def notice_in(window):
    """Return the notice that is shown, when there is one."""
    for _ in range(100):
        wait(50)
        if window.notices.notice is not None:
            break
    return window.notices.notice
