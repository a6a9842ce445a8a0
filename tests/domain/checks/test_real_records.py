"""The defects of the real records are found again, each by its check.

The records lie outside the project: nothing of theirs is written here, names are read at the test.
"""

from __future__ import annotations

from collections import Counter

import pytest

from kcsp_desktop.domain.attendance import Attendance, Capacity
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from tests.builders import a_block, a_body, a_meeting, a_record, an_item, some_details
from tests.domain.checks.looking import of_notes
from tests.journeys.records import (
    BULLET,
    CLAUSE,
    CLAUSE_BULLET,
    NUMBERED,
    PLAIN,
    RESOLVED,
    SAMPLES,
    Item,
    Minutes,
    markdown_minutes,
)
from tests.journeys.secretary import printed_parts

OF_2021 = SAMPLES / "003_370181e258134b0c.txt"
OF_2023 = SAMPLES / "001_9f7e2c0d172a14c6_first200.txt"
pytestmark = pytest.mark.skipif(
    not OF_2021.exists(), reason="the records are not beside the project"
)
KINDS = {
    NUMBERED: BlockKind.PARAGRAPH, PLAIN: BlockKind.PLAIN, BULLET: BlockKind.BULLET,
    RESOLVED: BlockKind.RESOLUTION, CLAUSE: BlockKind.CLAUSE,
    CLAUSE_BULLET: BlockKind.CLAUSE_BULLET,
}  # fmt: skip
C = Capacity


def an_item_of(number: int, item: Item):
    """Return an item as it stands in a record."""
    blocks = [a_block(text, KINDS[kind], block_id=f"b{number}-{n}")
              for n, (kind, text) in enumerate(item.blocks)]  # fmt: skip
    kind = ItemKind.DECLARATIONS if "Declarations" in item.title else ItemKind.INFORMATION
    section = item.code[:1] or "A"
    return an_item(number, section, title=item.title, kind=kind, blocks=tuple(blocks))


def the_rows(minutes: Minutes):
    """Yield the people of a record as it prints them."""
    for capacity, names in ((C.PRESENT, minutes.present), (C.IN_ATTENDANCE, minutes.in_attendance)):
        for n, printed in enumerate(names):
            name, bracket = printed_parts(printed)
            post = bracket if capacity is C.IN_ATTENDANCE else ""
            person_id = PersonId(f"{capacity}-{n}")
            yield Attendance(person_id=person_id, name=name, post=post, capacity=capacity)


def found(minutes: Minutes, **details) -> tuple[Counter[str], list[str]]:
    """Return how often each check finds something in a record, and what."""
    items = tuple(an_item_of(n, item) for n, item in enumerate(minutes.items, 1))
    meeting = a_meeting(
        items, attendance=tuple(the_rows(minutes)), state=MeetingState.DRAFT_NOTES,
        details=some_details(**details),
    )  # fmt: skip
    body = a_body(name=minutes.body.title(), short_name="KCSP", members=())
    findings = of_notes(record=a_record(meeting, bodies=(body,), people=()))
    return Counter(one.check for one in findings), [one.what for one in findings]


def test_the_defects_of_november_2021_are_found() -> None:
    minutes = markdown_minutes(OF_2021.read_text(encoding="utf-8"))
    minutes.items[-1].blocks += [(PLAIN, text) for text in minutes.left_over]
    counts, told = found(minutes, venue="")
    assert counts["CHK-01"] == 1  # held in the on
    assert counts["CHK-02"] == 2  # the fields of the template
    assert counts["CHK-08"] == 3  # a name with no title, one with none but a forename, one initial
    assert counts["CHK-10"] == 2  # two people in two spellings
    assert counts["CHK-11"] == 5  # to note
    assert counts["CHK-12"] == counts["CHK-09"] == 0
    near = [what for what in told if "is it" in what]
    surnames = " ".join(minutes.present)
    assert all(what.split("is it ")[1].rstrip("?") in surnames for what in near)


def test_the_defects_of_november_2023_are_found() -> None:
    text = OF_2023.read_text(encoding="utf-8")
    notes = text[text.index("**KENT COUNTY COUNCIL**") : text.index("This page is intentionally")]
    counts, _ = found(markdown_minutes(notes))
    assert counts["CHK-08"] == 1  # an officer without a post
    assert counts["CHK-09"] == 1  # one name twice
    assert counts["CHK-11"] >= 5  # noted, in the past
    assert counts["CHK-12"] == 1  # minute 103 resolves nothing
    assert counts["CHK-23"] == 1  # somebody who was not there
    assert counts["CHK-10"] == counts["CHK-13"] == counts["CHK-02"] == 0
