"""What a year has taken up of the priorities."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kcsp_desktop.domain.entries import Tag
from kcsp_desktop.domain.ids import EntryId, MeetingId
from kcsp_desktop.domain.registers.actions import action_rows
from kcsp_desktop.domain.registers.coverage import coverage, tags_in
from kcsp_desktop.domain.registers.decisions import decision_rows
from tests.builders import BODY, a_meeting, a_record, an_action, an_item, some_details

ROADS = Tag(id=EntryId("roads"), body_id=BODY, name="Road Safety", begins=2025)
BINS = Tag(id=EntryId("bins"), body_id=BODY, name="Bins", begins=2020, ends=2025)


def table(year):
    held = a_meeting(
        (an_item(1, tags=(ROADS.id,)), an_item(2)),
        actions=(an_action(1), an_action(2, item_id="item-2"), an_action(3, tags=(BINS.id,))),
    )
    earlier = a_meeting(1, id=MeetingId("m0"), details=some_details(date(2025, 3, 13)))
    record = replace(a_record(held, earlier), entries=(ROADS, BINS))
    day = date(2026, 6, 1)
    return coverage(record, BODY, year, action_rows(record, day), decision_rows(record))


def test_items_decisions_and_actions_are_counted_by_priority() -> None:
    (row,) = table(2026)
    assert row.tag == ROADS
    assert (row.meetings, row.items, row.decisions) == (("meeting-1",), 1, 1)
    assert (row.actions, row.open_actions) == (2, 2)


def test_a_priority_that_nobody_took_up_stands_there_too() -> None:
    assert [(row.tag.name, row.items, row.actions) for row in table(2025)] == [
        ("Road Safety", 0, 0),
        ("Bins", 0, 0),
    ]


def test_priorities_change_by_the_year() -> None:
    record = replace(a_record(), entries=(ROADS, BINS))
    assert tags_in(record, BODY, 2024) == (BINS,)
    assert tags_in(record, BODY, 2025) == (ROADS, BINS)
    assert tags_in(record, BODY, 2026) == (ROADS,)
