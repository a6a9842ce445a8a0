"""What the registers make in Word: true tables, the house style, the same bytes."""

from __future__ import annotations

from datetime import date

import docx
import pytest

from kcsp_desktop.documents.record import notes
from kcsp_desktop.documents.registers.action_log import action_log
from kcsp_desktop.documents.registers.coverage_table import coverage_table
from kcsp_desktop.documents.registers.decision_log import decision_log, decision_sheet
from kcsp_desktop.documents.registers.extract import extract
from kcsp_desktop.documents.word import word_bytes, write_document
from kcsp_desktop.domain.entries import Tag, TagKind
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import EntryId, ItemId
from kcsp_desktop.domain.registers.actions import action_rows, meeting_days
from kcsp_desktop.domain.registers.coverage import coverage
from kcsp_desktop.domain.registers.decisions import decision_rows
from tests.builders import BODY, a_meeting, a_record, an_item
from tests.documents.checker import faults
from tests.documents.pdf_reader import lines_of_pdf
from tests.documents.registers.examples import (
    TEMPLATE,
    TODAY,
    an_eventful_record,
    members,
    public,
    word_documents,
)
from tests.documents.word_reader import read_word


@pytest.fixture
def made(tmp_path):
    """Write a document, check it, and return its path."""

    def written(document):
        path, _ = write_document(document, tmp_path / "made.docx", TEMPLATE)
        assert faults(path) == []
        return path

    return written


def tables_of(path):
    return [[[cell.text for cell in row.cells] for row in table.rows]
            for table in docx.Document(str(path)).tables]  # fmt: skip


def the_log(editions):
    record = an_eventful_record()
    return action_log(editions(record), meeting_days(record), TODAY)


def test_the_log_has_what_is_open_by_its_day_and_then_what_is_closed(made) -> None:
    path = made(the_log(members))
    owed, done = tables_of(path)
    assert owed[0] == ["Action", "Owner", "Due", "Agreed", "How it stands", "Updates"]
    assert owed[1] == ["Send the wardens' plan", "Mr Quelch", "30 April 2026",
                       "12 March 2026, minute 1", "Overdue",
                       "9 July 2026, at the meeting: Half done."]  # fmt: skip
    assert done[1][-2:] == ["Done on 2 May 2026", "All was sent."]
    texts = [text for _, _, text in read_word(path)]
    assert "ACTION LOG of the Alder Community Partnership as at Tuesday, 1 September 2026." in texts
    assert "RESTRICTED" in texts


def test_the_public_s_log_has_no_updates_and_nothing_restricted(made) -> None:
    path = made(the_log(public))
    assert {len(row) for table in tables_of(path) for row in table} == {5}
    text = "\n".join(text for _, _, text in read_word(path))
    assert "RESTRICTED" not in text
    assert "Half done" not in text


def test_the_log_lies_on_its_side_and_its_columns_fill_the_line(made) -> None:
    (section,) = docx.Document(str(made(the_log(members)))).sections
    assert section.page_width > section.page_height


def test_an_empty_register_says_so(made) -> None:
    record = a_record(a_meeting((an_item(1, blocks=()),)))
    texts = [text for _, _, text in read_word(made(action_log(members(record), {}, TODAY)))]
    assert texts[-4:] == ["OPEN ACTIONS", "No action is open.", "CLOSED ACTIONS",
                          "No action is closed."]  # fmt: skip
    texts = [text for _, _, text in read_word(made(decision_log(members(record), TODAY)))]
    assert texts[-1] == "Nothing was decided."


def test_a_store_without_meetings_has_no_log() -> None:
    with pytest.raises(KcspError, match="There is no meeting yet"):
        action_log((), {}, TODAY)


def test_the_decision_sheet_has_room_to_write_where_nothing_is_known(made) -> None:
    first, _ = members(an_eventful_record())
    (table,) = tables_of(made(decision_sheet(first)))
    assert table[0] == ["Minute", "Item", "Decision", "Owner or outcome"]
    assert table[2] == ["2 a)", "Report 2\nItem B2", "agree the plan", "Printed in May."]
    assert table[3][2:] == ["send to the team: proposals; topics", ""]
    assert table[4][1] == "Case reviews\nItem D1, restricted"


def test_the_public_s_sheet_of_a_restricted_item_s_summary_is_not_marked_restricted(made) -> None:
    first, _ = public(an_eventful_record())
    path = made(decision_sheet(first))
    assert tables_of(path)[0][4][1] == "Case reviews\nItem D1"
    assert "RESTRICTED" not in [text for _, _, text in read_word(path)]


def test_the_log_of_decisions_has_each_meeting_under_its_day(made) -> None:
    path = made(decision_log(members(an_eventful_record()), TODAY))
    headings = [text for style, _, text in read_word(path) if style == "heading 1"]
    assert headings == ["Thursday, 12 March 2026", "Thursday, 9 July 2026"]


def test_an_extract_has_the_minute_as_it_stands_in_the_notes(made) -> None:
    first, _ = members(an_eventful_record())
    whole = read_word(made(notes(first)))
    at = [text for _, _, text in whole].index("Report 2")
    end = [text for _, _, text in whole].index("Case reviews")
    shown = read_word(made(extract(first, ItemId("item-2"))))
    texts = [text for _, _, text in shown]
    minute = shown[texts.index("Report 2") :]
    assert minute == [one for one in whole[at:end] if one[2] != "RESTRICTED ITEMS"]
    assert minute[0][1] == "2."
    assert (
        "EXTRACT from the notes of a meeting of the Alder Community Partnership held in the "
        "Council Chamber on Thursday, 12 March 2026."
    ) in texts


def test_an_item_that_is_not_minuted_has_no_extract() -> None:
    (one,) = members(a_record(a_meeting((an_item(1, minuted=False),))))
    with pytest.raises(KcspError, match="Item B1 is not minuted"):
        extract(one, ItemId("item-1"))


def priorities():
    yield Tag(id=EntryId("t1"), body_id=BODY, name="Rural crime", lead="Ms Oduya")
    yield Tag(id=EntryId("t2"), body_id=BODY, name="Young people", kind=TagKind.THEME)
    yield Tag(id=EntryId("t3"), body_id=BODY, name="Ask Jo", kind=TagKind.FREE)


def covered():
    items = (an_item(1, tags=(EntryId("t1"),)), an_item(2))
    record = a_record(a_meeting(items), entries=tuple(priorities()))
    rows = coverage(record, BODY, 2026, action_rows(record, TODAY), decision_rows(record))
    days = {one.id: one.details.date for one in record.meetings}
    return record, rows, days


def test_the_coverage_of_a_year_is_a_table_without_free_tags(made) -> None:
    record, rows, days = covered()
    path = made(coverage_table(members(record), rows, days, 2026, TODAY))
    assert tables_of(path) == [
        [["Priority", "Lead", "Meetings", "Items", "Decisions", "Actions"],
         ["Rural crime", "Ms Oduya", "12 March", "1", "1", "0"]],
        [["Theme", "Lead", "Meetings", "Items", "Decisions", "Actions"],
         ["Young people", "", "None", "0", "0", "0"]],
    ]  # fmt: skip
    with pytest.raises(ValueError, match="public"):
        coverage_table(public(record), rows, days, 2026, TODAY)


def test_the_same_record_gives_the_same_bytes_dated_by_the_last_meeting(made) -> None:
    record = an_eventful_record()
    first = [word_bytes(one, TEMPLATE) for one in word_documents(record, members(record))]
    second = [word_bytes(one, TEMPLATE) for one in word_documents(record, members(record))]
    assert first == second
    facts = docx.Document(str(made(the_log(members)))).core_properties
    assert facts.created.date() == date(2026, 7, 9)


def test_libreoffice_prints_every_row_of_the_log(made, tmp_path) -> None:
    words = " ".join(lines_of_pdf(made(the_log(members)), tmp_path))
    for text in ("ACTION LOG of the Alder", "Half done.", "Visit the", "Done on 2"):
        assert text in words
