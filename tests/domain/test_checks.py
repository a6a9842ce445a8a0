"""What a careful colleague would find (house-format 9)."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.checks import Level, check, venue_missing
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.numbering import numbers
from tests.builders import a_block, a_meeting, a_row, an_item, some_details


def found(meeting) -> list[str]:
    return [finding.what for finding in check(meeting, numbers(meeting, 40))]


def test_a_meeting_in_order_has_no_findings() -> None:
    assert found(a_meeting()) == []


@pytest.mark.parametrize(
    ("mode", "venue", "missing"),
    [
        (Mode.IN_PERSON, " ", True),
        (Mode.HYBRID, "", True),
        (Mode.ONLINE, "", False),
        (Mode.IN_PERSON, "Town Hall", False),
    ],
)
def test_a_venue_is_needed_unless_everybody_is_online(mode, venue, missing) -> None:
    meeting = a_meeting(details=some_details(mode=mode, venue=venue))
    assert venue_missing(meeting) is missing
    assert ("The venue is not set" in found(meeting)) is missing


def test_a_list_that_is_not_marked_is_found() -> None:
    rows = (
        a_row(1, Capacity.UNMARKED),
        a_row(2, Capacity.IN_ATTENDANCE),
        a_row(3, Capacity.IN_ATTENDANCE, post="Clerk"),
    )
    assert found(a_meeting(attendance=rows)) == [
        "Nobody is marked present",
        "Mrs A Barden is not marked",
        "Mr P M Quelch has no post",
    ]


def test_items_without_title_text_or_outcome_are_found() -> None:
    items = (
        an_item(1, title=" "),
        an_item(2, blocks=()),
        an_item(3, blocks=(a_block(),)),
        an_item(4, minuted=False),
    )
    assert found(a_meeting(items)) == [
        "Item B1 has no title",
        "Minute 41 is empty",
        "Minute 42 has no outcome",
    ]


def test_what_must_be_put_right_comes_first() -> None:
    meeting = a_meeting((an_item(1, blocks=()), an_item(2, title="")), attendance=())
    levels = [finding.level for finding in check(meeting, numbers(meeting, 1))]
    assert levels == [Level.MUST, Level.LOOK, Level.LOOK]
