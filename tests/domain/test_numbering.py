"""Codes, minute numbers over a body's meetings, and labels in an item (house-format 5 and 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.edits import Advance
from kcsp_desktop.domain.ids import BodyId, MeetingId
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.numbering import (
    first_number,
    labels,
    lettered,
    numbered,
    numbers,
    series_is_set,
)
from kcsp_desktop.domain.performing.applying import apply
from tests.builders import a_block, a_meeting, a_record, an_item, some_details

K = BlockKind


def held(month: int, items: int = 3, first: int = 0, **fields):
    """Return the meeting of a month of 2026."""
    meeting = a_meeting(
        items,
        id=MeetingId(f"meeting-{month}"),
        details=some_details(date(2026, month, 1), first_number=first, first_number_reason="Book"),
    )
    return replace(meeting, **fields)


def firsts(*meetings) -> list[int]:
    record = a_record(*meetings)
    return [first_number(record, meeting) for meeting in meetings]


def marks(*kinds: BlockKind) -> list[str]:
    return [label.text for label in labels(a_block("x", kind) for kind in kinds)]


def test_codes_run_in_each_section_in_agenda_order() -> None:
    sections = ("C", "A", "B", "A", "B")
    items = tuple(an_item(n, section) for n, section in enumerate(sections, 1))
    codes = numbers(a_meeting(items), 1).codes
    assert [codes[item.id] for item in items] == ["C1", "A1", "B1", "A2", "B2"]


def test_minutes_run_over_minuted_items_in_agenda_order() -> None:
    items = (an_item(1, "B"), an_item(2, "A", minuted=False), an_item(3, "A"), an_item(4, "D"))
    given_numbers = numbers(a_meeting(items), 40)
    expected = {items[2].id: 40, items[0].id: 41, items[3].id: 42}
    assert expected == given_numbers.minutes
    assert given_numbers.next == 43


def test_the_series_runs_on_over_the_meetings_of_a_body() -> None:
    assert firsts(held(1), held(4), held(7, items=5), held(11)) == [1, 4, 7, 12]


def test_a_first_number_of_the_secretary_moves_the_series() -> None:
    assert firsts(held(1), held(4, first=40), held(7)) == [1, 40, 43]


def test_a_cancelled_meeting_takes_no_numbers() -> None:
    cancelled = held(4, state=MeetingState.CANCELLED)
    assert firsts(held(1), cancelled, held(7)) == [1, 4, 4]


def test_a_meeting_without_minutes_hands_the_series_on() -> None:
    assert firsts(held(1, first=9), held(4, items=0), held(7)) == [9, 12, 12]


def test_each_body_has_a_series_of_its_own() -> None:
    other = held(4, body_id=BodyId("body-2"))
    assert firsts(held(1), other, held(7)) == [1, 1, 4]


def test_the_series_follows_the_calendar_and_not_the_list() -> None:
    assert firsts(held(7), held(1), held(4)) == [7, 1, 4]


def test_circulating_issues_the_numbers_and_they_stay() -> None:
    earlier, meeting = held(1), held(4, state=MeetingState.DRAFT_NOTES)
    issued_before = tuple((item.id, n) for n, item in enumerate(earlier.items, 1))
    earlier = replace(earlier, issued_numbers=issued_before)
    record = a_record(earlier, meeting)
    circulate = Advance(meeting_id=meeting.id, event=Event.CIRCULATE)
    issued = apply(record, circulate).record.meeting(meeting.id)
    assert issued is not None
    alone = a_record(issued)
    assert list(numbered(alone, issued).minutes.values()) == [4, 5, 6]
    assert (series_is_set(issued), series_is_set(meeting)) == (True, False)


def test_recalling_the_notes_lets_the_numbers_go() -> None:
    meeting = held(4, state=MeetingState.CIRCULATED)
    meeting = replace(meeting, issued_numbers=((meeting.items[0].id, 9),))
    recall = Advance(meeting_id=meeting.id, event=Event.RECALL_NOTES)
    after = apply(a_record(meeting), recall).record.meetings[0]
    assert after.issued_numbers == ()


def test_the_series_follows_the_numbers_as_issued() -> None:
    first, issued, last = held(1, items=9), held(4), held(7)
    given_numbers = tuple((item.id, 60 + n) for n, item in enumerate(issued.items))
    assert firsts(first, replace(issued, issued_numbers=given_numbers), last)[2] == 63


def test_a_meeting_brought_in_as_published_counts_as_issued() -> None:
    assert series_is_set(held(4, state=MeetingState.PUBLISHED))


LABELS = [
    ("paragraphs run on", (K.PARAGRAPH, K.PLAIN, K.PARAGRAPH), ["1.", "", "2."]),
    ("letters restart", (K.LETTER, K.LETTER, K.PARAGRAPH, K.LETTER), ["a.", "b.", "1.", "a."]),
    ("letters through bullets", (K.LETTER, K.BULLET, K.SUB_BULLET, K.LETTER),
     ["a.", "•", "◦", "b."]),
    ("clauses through bullets", (K.RESOLUTION, K.CLAUSE, K.CLAUSE_BULLET, K.CLAUSE),
     ["", "a)", "•", "b)"]),
    ("clauses through private notes", (K.RESOLUTION, K.CLAUSE, K.PRIVATE_NOTE, K.CLAUSE),
     ["", "a)", "", "b)"]),
    ("letters through private notes", (K.LETTER, K.PRIVATE_NOTE, K.LETTER), ["a.", "", "b."]),
    ("clauses restart", (K.RESOLUTION, K.CLAUSE, K.RESOLUTION, K.CLAUSE), ["", "a)", "", "a)"]),
    ("post-meeting notes have none", (K.PARAGRAPH, K.POST_MEETING_NOTE, K.PARAGRAPH),
     ["1.", "", "2."]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kinds", "expected"), [row[1:] for row in LABELS], ids=[row[0] for row in LABELS]
)
def test_labels(kinds, expected) -> None:
    assert expected == marks(*kinds)


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (53, "aaa")]
)
def test_letters_go_on_as_word_has_them(number: int, expected: str) -> None:
    assert expected == lettered(number)


@given(st.lists(st.sampled_from(K), max_size=30))
def test_paragraphs_of_an_item_run_from_one_without_a_gap(kinds) -> None:
    found = labels(a_block("x", kind) for kind in kinds)
    values = [one.value for one, kind in zip(found, kinds, strict=True) if kind is K.PARAGRAPH]
    assert values == list(range(1, kinds.count(K.PARAGRAPH) + 1))


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 4)), unique_by=lambda row: row[0]))
def test_the_minutes_of_a_body_have_no_gaps_and_no_repeats(months) -> None:
    meetings = [held(month, items) for month, items in months]
    record = a_record(*meetings) if meetings else a_record(held(1, 0))
    found = sorted(n for one in record.meetings for n in numbered(record, one).minutes.values())
    assert found == list(range(1, len(found) + 1))
