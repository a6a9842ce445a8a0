"""The file says body, kind, date and stage, and whether restricted detail is in it."""

from __future__ import annotations

import pytest

from kcsp_desktop.documents.names import notes_name
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.lifecycle import MeetingState
from tests.builders import a_block, a_body, a_meeting, a_record, an_item

PUBLIC, RESTRICTED = Audience.PUBLIC, Audience.RESTRICTED
OPEN, CLOSED = an_item(1), an_item(2, "D")
MIXED = an_item(3, blocks=(a_block("open"), a_block("closed", restricted=True)))
NOTES = "ACP Notes 2026-03-12"


def name_of(items, audience, state=MeetingState.DRAFT_NOTES, **body):
    meeting = a_meeting(items, state=state)
    return notes_name(edition(a_record(meeting, bodies=(a_body(**body),)), meeting, audience))


@pytest.mark.parametrize(
    ("items", "audience", "state", "expected"),
    [
        ((OPEN,), PUBLIC, MeetingState.DRAFT_NOTES, f"{NOTES} DRAFT.docx"),
        ((OPEN,), RESTRICTED, MeetingState.CIRCULATED, f"{NOTES} DRAFT.docx"),
        ((OPEN, CLOSED), PUBLIC, MeetingState.CIRCULATED, f"{NOTES} DRAFT.docx"),
        ((OPEN, CLOSED), RESTRICTED, MeetingState.CIRCULATED, f"{NOTES} DRAFT RESTRICTED.docx"),
        ((OPEN, CLOSED), RESTRICTED, MeetingState.SIGNED, f"{NOTES} APPROVED RESTRICTED.docx"),
        ((OPEN, MIXED), RESTRICTED, MeetingState.APPROVED, f"{NOTES} APPROVED RESTRICTED.docx"),
        ((OPEN, MIXED), PUBLIC, MeetingState.APPROVED, f"{NOTES} APPROVED.docx"),
        ((OPEN, CLOSED), PUBLIC, MeetingState.APPROVED, f"{NOTES} APPROVED.docx"),
    ],
)
def test_the_name_tells_the_stage_and_whose_copy_it_is(items, audience, state, expected):
    assert name_of(items, audience, state) == expected


@pytest.mark.parametrize(
    ("short_name", "begin"), [("A/B:C*", "A-B-C- "), ("..", "Body "), ("A\x0bP", "A-P ")]
)
def test_a_short_name_is_made_one_that_a_file_can_have(short_name, begin):
    assert name_of((OPEN,), PUBLIC, short_name=short_name).startswith(f"{begin}Notes 2026")


def test_minutes_are_called_minutes():
    assert name_of((OPEN,), PUBLIC, record_word="minutes") == "ACP Minutes 2026-03-12 DRAFT.docx"
