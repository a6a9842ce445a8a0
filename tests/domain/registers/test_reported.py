"""Where a project or a case review was reported."""

from __future__ import annotations

from datetime import date

from kcsp_desktop.domain.ids import ItemId, MeetingId
from kcsp_desktop.domain.registers.reported import reported, reports_of
from tests.builders import BODY, a_meeting, a_record, an_item, some_details


def known():
    later = a_meeting(1, id=MeetingId("m2"), details=some_details(date(2026, 7, 9)))
    held = a_meeting((an_item(1), an_item(2, minuted=False)))
    other = a_meeting(1, id=MeetingId("m3"), body_id="body-2")
    return reports_of(a_record(later, held, other), BODY)


def test_every_item_of_the_body_may_be_linked_the_earliest_first() -> None:
    assert [one.place for one in known().values()] == [
        "12 March 2026, minute 1",
        "12 March 2026, item B2",
        "9 July 2026, minute 2",
    ]


def test_what_is_linked_stands_in_the_order_of_the_meetings_and_what_is_gone_nowhere() -> None:
    items = (ItemId("m2-item-1"), ItemId("gone"), ItemId("item-1"))
    assert [one.item.id for one in reported(known(), items)] == ["item-1", "m2-item-1"]
