"""The title of the record up for approval follows from the meeting it is of."""

from datetime import date

import pytest

from kcsp_desktop.domain.body import StandingItem
from kcsp_desktop.domain.ids import FileId, MeetingId, PaperId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.planning.last_record import (
    approvable,
    record_meant,
    record_title,
    records_in_pack,
    with_record_of,
)
from kcsp_desktop.domain.reports import Paper
from tests.builders import a_body, a_meeting, a_record, an_item, some_details


def held_on(year, month, day, **fields):
    name = MeetingId(f"held-{year}-{month}-{day}")
    return a_meeting(1, id=name, details=some_details(date(year, month, day)), **fields)


OLDER, LAST = held_on(2025, 7, 8), held_on(2025, 11, 20)
OWN = StandingItem(section="A", title="Record of", kind=ItemKind.LAST_NOTES)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, "Notes of the meeting held on 20 November 2025"),
        ({"standing": (), "record_word": "minutes"},
         "Minutes of the meeting held on 20 November 2025"),
        ({"standing": (OWN,)}, "Record of 20 November 2025"),
    ],
)  # fmt: skip
def test_the_title_is_made_of_the_bodys_words_and_the_meetings_date(body, expected):
    assert record_title(a_body(**body), LAST) == expected


def test_choosing_the_meeting_makes_kind_and_title():
    item = with_record_of(a_body(), an_item(title="Typed on 1 May 2024"), OLDER)
    assert (item.kind, item.notes_of) == (ItemKind.LAST_NOTES, OLDER.id)
    assert item.title == "Notes of the meeting held on 8 July 2025"


def test_only_earlier_meetings_that_were_not_cancelled_can_be_approved():
    gone = held_on(2025, 12, 1, state=MeetingState.CANCELLED)
    later, this = held_on(2026, 6, 1), a_meeting()
    record = a_record(later, OLDER, gone, this, LAST)
    assert approvable(record, this) == (LAST, OLDER)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Notes of meeting held on 8 July 2025", OLDER),
        ("NOTES OF 8 JULY 2025", OLDER),
        ("Notes of meeting held on 20 November 2026", LAST),
    ],
)
def test_a_typed_date_means_the_meeting_of_that_day_else_the_last_one(title, expected):
    assert record_meant(title, (LAST, OLDER)) == expected
    assert record_meant(title, ()) is None


def test_a_record_is_printed_unless_it_was_attached_or_holds_nothing():
    paper = Paper(id=PaperId("p"), label="Notes", file_name="n.pdf", file_id=FileId("0"), pages=4)
    items = (
        an_item(1, "A", notes_of=LAST.id),
        an_item(2, "A", notes_of=OLDER.id, papers=(paper,)),
        an_item(3, "A", notes_of=MeetingId("empty")),
        an_item(4, "D", notes_of=LAST.id),
    )
    empty = a_meeting((), id=MeetingId("empty"), details=some_details(date(2025, 9, 1)))
    meeting = a_meeting(items)
    assert records_in_pack(a_record(LAST, OLDER, empty, meeting), meeting) == {items[0].id: LAST}
