"""Values become rows and the same values again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import normalised
from kcsp_desktop.store import rows
from tests.builders import a_block
from tests.store import strategies as some


@given(some.bodies)
def test_a_body_comes_back_from_its_row(body):
    assert rows.body_from(rows.row_of("bodies", "", body)) == body


@given(some.people)
def test_a_person_comes_back_from_the_row(person):
    assert rows.person_from(rows.row_of("people", "", person)) == person


@given(some.organisations)
def test_an_organisation_comes_back_from_its_row(one):
    assert rows.organisation_from(rows.row_of("organisations", "", one)) == one


@given(some.entries)
def test_an_entry_comes_back_from_its_row(one):
    assert rows.entry_from(rows.row_of("entries", "", one)) == one


@given(some.blocks)
def test_a_block_comes_back_from_its_row(block):
    assert rows.block_from(rows.row_of("blocks", "item", block)) == block


@given(some.meetings)
def test_a_meeting_comes_back_from_its_rows(meeting):
    assert meeting == rows.meeting_from(
        rows.row_of("meetings", "", meeting),
        [rows.section_from(rows.row_of("sections", meeting.id, s)) for s in meeting.sections],
        [rows.item_from(rows.row_of("items", meeting.id, i), i.blocks) for i in meeting.items],
        [rows.attendance_from(rows.row_of("attendance", meeting.id, a))
         for a in meeting.attendance],
        [rows.action_from(rows.row_of("actions", meeting.id, a)) for a in meeting.actions],
        [rows.declaration_from(rows.row_of("declarations", meeting.id, d))
         for d in meeting.declarations],
    )  # fmt: skip


@given(st.data())
def test_two_rows_that_are_called_the_same_are_the_same(data):
    meeting = data.draw(some.meetings)
    after = data.draw(some.edited_meeting(meeting))
    pairs = [("meetings", "", meeting, after)]
    pairs += [("items", meeting.id, *two) for two in zip(meeting.items, after.items, strict=False)]
    for table, owner, one, other in pairs:
        if rows.same_row(one, other):
            assert rows.row_of(table, owner, one) == rows.row_of(table, owner, other)


@given(some.meetings)
def test_what_lies_in_a_meeting_or_an_item_is_not_in_its_row(meeting):
    assert rows.same_row(meeting, replace(meeting, items=(), attendance=(), declarations=()))
    assert all(rows.same_row(item, replace(item, blocks=())) for item in meeting.items)


@given(st.text(st.characters()))
def test_any_text_is_made_one_that_utf8_can_hold(text):
    cleaned = rows.clean(text + "\ud83d")
    cleaned.encode()
    assert "\x00" not in cleaned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("café £5 — “yes”", "café £5 — “yes”"),
        ("half \ud83d a face", "half \ufffd a face"),
        ("two halves \ud83d\ude00", "two halves 😀"),
        ("a\x00b", "ab"),
        ("\x00", ""),
    ],
)
def test_text_that_sqlite_cannot_hold_is_mended(text, expected):
    assert expected == rows.clean(text)


def test_a_run_of_nothing_but_nul_leaves_no_empty_run():
    row = rows.row_of("blocks", "item", a_block("\x00"))
    assert normalised(()) == rows.block_from(row).runs
    assert row["text"] == ""
