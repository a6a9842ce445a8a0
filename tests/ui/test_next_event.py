"""What happens next, by keys: what blocks, what is confirmed, what is kept of it."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.life import Approval
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.store.lock import login
from tests.builders import MEETING, a_block, a_meeting, a_record, a_row, an_item, some_details
from tests.ui.pressing import Shown

S = MeetingState
TODAY = datetime.now().astimezone().date()


def asked(qtbot, **fields):
    """Show the Issue page of a meeting and ask what happens next."""
    shown = Shown(qtbot, "issue", a_record(a_meeting(**fields)))
    shown.page.open(MEETING)
    qtbot.waitUntil(lambda: bool(shown.page.notice_lines._holidays))
    shown.page.handlers()["event"]()
    QApplication.processEvents()
    return shown


def part(name):
    """Return a widget of the dialog."""
    found = QApplication.activeModalWidget().findChild(QWidget, name)
    assert found is not None, name
    return found


def now(shown):
    return shown.record.meetings[0]


def test_what_must_be_put_right_blocks_and_enter_goes_there(qtbot):
    shown = asked(qtbot, items=(an_item(1, blocks=()),), state=S.DRAFT_NOTES)
    shown.press("Enter")
    dialog = QApplication.activeModalWidget()
    assert "Minute 1 is empty: put it right first." in dialog.wrong()
    part("eventFindings").focus_row()
    shown.press("Enter")
    assert QApplication.activeModalWidget() is None
    assert (shown.places[0].page, shown.places[0].item_id) == ("minutes", "item-1")
    assert now(shown).state is S.DRAFT_NOTES


def test_what_is_worth_a_look_is_confirmed_and_kept_with_the_event(qtbot):
    rows = (*a_meeting().attendance, a_row(5, Capacity.UNMARKED))
    shown = asked(qtbot, state=S.DRAFT_NOTES, attendance=rows, items=(a_resolved_item(),))
    shown.press("Enter")
    dialog = QApplication.activeModalWidget()
    assert dialog.wrong() == "Look at what is listed, then tick the box."
    part("eventConfirmed").setFocus()
    shown.press("Space", "Enter")
    (change,) = now(shown).log
    assert now(shown).state is S.CIRCULATED
    assert change.note == "Confirmed: Dr J van der Veld is not marked"
    assert change.who == login()
    assert change.at.startswith(str(TODAY.year))


def a_resolved_item():
    lead = "RESOLVED that the Alder Community Partnership note it."
    return an_item(1, blocks=(a_block(lead, "resolution"),))


@pytest.mark.parametrize(
    ("typed", "wrong", "end"),
    [
        ("12.10 pm", "", time(12, 10)),
        ("", "Say when the meeting ended.", None),
        ("noonish", "This cannot be read: type it like 12.10 pm or 12:10.", None),
    ],
)
def test_a_meeting_ends_at_a_time(qtbot, typed, wrong, end):
    shown = asked(qtbot, state=S.IN_PROGRESS)
    shown.press("Tab", "Ctrl+A", "Del", typed, "Enter")
    dialog = QApplication.activeModalWidget()
    assert (dialog.wrong() if dialog else "") == wrong
    assert now(shown).details.end == end
    assert now(shown).state is (S.IN_PROGRESS if wrong else S.DRAFT_NOTES)
    if not wrong:
        shown.undo()
        assert now(shown) == a_meeting(state=S.IN_PROGRESS)  # time and event are one step
    elif dialog:
        dialog.reject()


def test_the_day_of_signing_is_kept(qtbot):
    approval = Approval(meeting_id="m2", item_id="i", day="2026-07-09", presiding="Mrs A Barden")
    shown = asked(qtbot, state=S.APPROVED, approval=approval)
    shown.press("Tab", "Ctrl+A", "9 July 2026", "Enter")
    assert now(shown).state is S.SIGNED
    assert now(shown).approval.signed_on == "2026-07-09"


def test_why_something_is_recalled_is_kept_and_told(qtbot):
    shown = asked(qtbot, state=S.CIRCULATED)
    shown.press("Down", "Tab", "A wrong figure.", "Enter")
    assert now(shown).state is S.DRAFT_NOTES
    assert now(shown).log[0].note == "A wrong figure"
    assert "Notes recalled: " in shown.child("story").text()
    assert "A wrong figure" in shown.child("story").text()


def test_notes_are_not_approved_from_here(qtbot):
    shown = asked(qtbot, state=S.CIRCULATED)
    shown.press("Enter")
    dialog = QApplication.activeModalWidget()
    assert dialog.wrong().startswith("Open the later meeting")
    assert now(shown).state is S.CIRCULATED
    dialog.reject()


def test_a_short_notice_is_shown_and_confirmed_before_the_agenda_goes_out(qtbot):
    soon = some_details(TODAY + timedelta(days=2))
    shown = asked(qtbot, state=S.AGENDA_DRAFTED, details=soon)
    words = " ".join(part("eventFindings").keys())
    assert "short" in words
    assert "closed" in part("eventEffect").text()
    part("eventConfirmed").setFocus()
    shown.press("Space", "Enter")
    assert now(shown).state is S.AGENDA_PUBLISHED
    assert "short" in now(shown).log[0].note


def test_enough_notice_is_told_and_asks_for_nothing(qtbot):
    later = some_details(TODAY + timedelta(days=40))
    shown = asked(qtbot, state=S.AGENDA_DRAFTED, details=later)
    assert "5 clear working days are needed" in " ".join(part("eventFindings").keys())
    shown.press("Enter")
    assert now(shown).state is S.AGENDA_PUBLISHED
    assert replace(now(shown), log=(), state=S.AGENDA_DRAFTED) == a_meeting(
        details=later, state=S.AGENDA_DRAFTED
    )
