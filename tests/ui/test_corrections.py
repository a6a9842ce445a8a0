"""Corrections and approval by keys (house-format 10)."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kcsp_desktop.domain.ids import ItemId, MeetingId, SectionId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import Approval
from kcsp_desktop.domain.lifecycle import MeetingState
from tests.builders import MEETING, a_meeting, a_record, an_item, some_details
from tests.ui.pressing import Shown

S = MeetingState
LATER = MeetingId("m2")
APPROVAL = Approval(
    meeting_id=LATER, item_id=ItemId("m2-item-1"), day="2026-07-09", presiding="Mrs A Barden"
)


def two_meetings(state=S.CIRCULATED, **fields):
    """Return a meeting with minutes, and the later one with its item of the last notes."""
    item = an_item(
        1, id=ItemId("m2-item-1"), section_id=SectionId("m2-section-B"), title="Notes",
        kind=ItemKind.LAST_NOTES, notes_of=MEETING, blocks=(),
    )  # fmt: skip
    later = a_meeting((item,), id=LATER, details=some_details(date(2026, 7, 9)))
    return a_record(a_meeting(state=state, **fields), later)


def shown_on(qtbot, page, record, meeting_id=MEETING):
    shown = Shown(qtbot, page, record)
    shown.page.open(meeting_id)
    shown.page.focus_first()
    QApplication.processEvents()
    return shown


def part(name):
    found = QApplication.activeModalWidget().findChild(QWidget, name)
    assert found is not None, name
    return found


def type_correction(shown, minute="1", place="1", before="outlined", after="gave", by="Mr Quelch"):
    """Type a correction into the dialog in hand, from field to field."""
    QApplication.processEvents()
    shown.press(minute, "Tab", place, "Tab", before, "Tab", after, "Tab", by, "Enter")


def record_one(shown, **words):
    shown.page.handlers()["correction"]()
    type_correction(shown, **words)


def test_a_correction_is_asked_for_and_the_text_stays(qtbot):
    shown = shown_on(qtbot, "issue", two_meetings())
    record_one(shown, place="2", before="wardens", after="the wardens")
    meeting = shown.record.meetings[0]
    (asked,) = meeting.amendments
    assert (asked.cited, asked.before, asked.after) == (
        "minute 1, paragraph 2", "wardens", "the wardens",
    )  # fmt: skip
    assert (asked.asked_by, asked.meeting_id) == ("Mr Quelch", None)
    assert meeting.items == two_meetings().meetings[0].items
    shown.undo()
    assert shown.record == two_meetings()


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ({"minute": "9"}, "There is no minute 9: they are 1 to 3."),
        ({"before": "described"}, "Those words do not stand in minute 1, paragraph 1."),
        ({"before": "e", "after": "a"}, "Those words stand 4 times in minute 1, paragraph 1"),
    ],
)
def test_what_does_not_fit_is_said(qtbot, words, wrong):
    shown = shown_on(qtbot, "issue", two_meetings())
    record_one(shown, **words)
    assert QApplication.activeModalWidget().wrong().startswith(wrong)
    QApplication.activeModalWidget().reject()
    assert shown.record == two_meetings()


def test_a_correction_is_changed_and_taken_out_again(qtbot):
    shown = shown_on(qtbot, "issue", two_meetings())
    record_one(shown)
    shown.child("corrections").setFocus()
    shown.press("Enter")
    assert part("correctionMinute").text() == "1"
    part("correctionAfter").setFocus()
    shown.press("Ctrl+A", "presented", "Enter")
    assert [one.after for one in shown.record.meetings[0].amendments] == ["presented"]
    shown.child("corrections").setFocus()
    shown.press("Del")
    assert shown.record == two_meetings()


@pytest.mark.parametrize(
    ("state", "words"),
    [(S.DRAFT_NOTES, "change the text itself"), (S.PLANNED, "change the text itself")],
)
def test_before_they_are_circulated_notes_are_changed_and_not_corrected(qtbot, state, words):
    shown = shown_on(qtbot, "issue", two_meetings(state))
    shown.page.handlers()["correction"]()
    assert QApplication.activeModalWidget() is None
    assert words in shown.notices[-1][1]


def test_approved_notes_are_amended_at_a_later_meeting_and_keep_their_text(qtbot):
    record = two_meetings(S.SIGNED, approval=APPROVAL)
    shown = shown_on(qtbot, "issue", record)
    record_one(shown)
    meeting = shown.record.meetings[0]
    assert [one.meeting_id for one in meeting.amendments] == [LATER]
    assert meeting.items == record.meetings[0].items
    shown.child("corrections").setFocus()
    shown.press("Del")
    assert shown.refusals == ["A correction that was agreed stays as it is. Record another "
                              "correction."]  # fmt: skip


def test_notes_are_approved_at_their_item_with_one_correction_in_one_step(qtbot):
    shown = shown_on(qtbot, "minutes", two_meetings(), LATER)
    shown.page.handlers()["approve-notes"]()
    QApplication.processEvents()
    assert part("approvalPresides").text() == "Mrs A Barden"
    part("correctionsAdd").click()
    type_correction(shown)
    before = shown.record
    assert "“outlined” to read “gave”" in part("approvalReads").text()
    shown.press("Enter")
    earlier, later = shown.record.meetings
    assert earlier.state is S.APPROVED
    assert earlier.items[0].blocks[0].text == "Mr Quelch gave the report."
    assert earlier.approval.presiding == "Mrs A Barden"
    assert later.items[0].blocks[0].text.startswith("RESOLVED that the notes of the meeting held")
    assert "subject to the following correction: in minute 1" in later.items[0].blocks[0].text
    shown.undo()
    assert shown.record == before


def test_who_presided_must_be_said(qtbot):
    shown = shown_on(qtbot, "minutes", two_meetings(), LATER)
    shown.page.handlers()["approve-notes"]()
    QApplication.processEvents()
    shown.press("Ctrl+A", "Del", "Enter")
    assert QApplication.activeModalWidget().wrong() == "Say who presided."
    QApplication.activeModalWidget().reject()
    assert shown.record == two_meetings()


@pytest.mark.parametrize(
    ("state", "words"),
    [(S.DRAFT_NOTES, "are not circulated yet"), (S.SIGNED, "are signed already")],
)
def test_only_circulated_notes_are_offered_for_approval(qtbot, state, words):
    approval = APPROVAL if state is S.SIGNED else None
    shown = shown_on(qtbot, "minutes", two_meetings(state, approval=approval), LATER)
    shown.page.handlers()["approve-notes"]()
    assert QApplication.activeModalWidget() is None
    assert words in shown.notices[-1][1]


def test_at_another_item_nothing_is_up_for_approval(qtbot):
    shown = shown_on(qtbot, "minutes", a_record())
    shown.page.handlers()["approve-notes"]()
    assert shown.notices[-1][1] == "No notes are up for approval at this item."


def test_a_reason_stands_in_for_an_outcome(qtbot):
    shown = shown_on(qtbot, "minutes", a_record(a_meeting((an_item(1),))))
    shown.page.handlers()["no-outcome"]()
    QApplication.processEvents()
    shown.press("Nothing was asked for", "Enter")
    assert shown.record.meetings[0].items[0].no_outcome == "Nothing was asked for"
