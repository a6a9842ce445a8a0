"""What the files are called."""

from __future__ import annotations

from kcsp_desktop.documents.registers.file_names import (
    actions_name,
    coverage_name,
    decisions_name,
    extract_name,
    sheet_name,
)
from kcsp_desktop.domain.ids import ItemId
from tests.documents.registers.examples import TODAY, an_eventful_record, members, public


def test_members_files_say_that_they_are_restricted() -> None:
    found = members(an_eventful_record())
    assert actions_name(found, TODAY) == "ACP Actions 2026-09-01 RESTRICTED.docx"
    assert decisions_name(found, TODAY, ".xlsx") == "ACP All decisions 2026-09-01 RESTRICTED.xlsx"
    assert sheet_name(found[0]) == "ACP Decisions 2026-03-12 DRAFT RESTRICTED.docx"
    assert sheet_name(found[1]) == "ACP Decisions 2026-07-09 DRAFT.docx"
    assert extract_name(found[0], ItemId("item-2")) == "ACP Minute 2 2026-03-12 DRAFT.docx"
    closed = extract_name(found[0], ItemId("item-3"))
    assert closed == "ACP Minute 3 2026-03-12 DRAFT RESTRICTED.docx"
    assert coverage_name(found[0], 2026) == "ACP Priorities 2026.docx"


def test_the_public_s_files_do_not() -> None:
    found = public(an_eventful_record())
    assert actions_name(found, TODAY, ".csv") == "ACP Actions 2026-09-01.csv"
    assert extract_name(found[0], ItemId("item-3")) == "ACP Minute 3 2026-03-12 DRAFT.docx"
