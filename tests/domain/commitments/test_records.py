"""What the rules find in the real records beside the project, against what a secretary logs.

How this works: a row says where a commitment stands, by numbers: the record, its minute, and the
paragraph ("5"), the clause ("a") or the resolution ("R"). ``LISTED`` are the rows of DOMAIN's
list (its own numbers) that stand in minutes; ``MISSED`` names those that are not found. ``ALSO``
are finds of kinds E and R that are not in the list and why a secretary would log them (or would
not: ``FALSE``); ``PERHAPS`` are finds of kind I that are not in it. The tables must be what is
found, no more and no less. No sentence of a record stands here.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from kcsp_desktop.domain.actions import DueKind
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.commitments import CommitmentKind, found
from kcsp_desktop.domain.wording.owners import OwnerKind
from tests.journeys import records
from tests.keys import entered, meetings

pytestmark = pytest.mark.skipif(
    not records.SAMPLES.is_dir(), reason="no records beside the project"
)

DAYS = {"000": date(2025, 3, 25), "001": date(2023, 11, 16), "003": date(2021, 11, 18)}
FIRST = {"000": 1, "001": 100, "003": 40}
PLACES = {"000": 0, "001": 2, "003": 3}  # among the samples as they are read; 1 is an agenda

LISTED = {
    1: ("003", 41, "R", "R"), 2: ("003", 42, "5", "E"), 3: ("003", 43, "1", "I"),
    4: ("003", 44, "1", "I"), 5: ("003", 45, "3", "E"), 6: ("003", 46, "3", "E"),
    7: ("001", 101, "4", "E"), 8: ("001", 101, "6", "I"), 9: ("001", 102, "2", "I"),
    10: ("001", 102, "3", "I"), 11: ("001", 103, "1", "E"), 12: ("001", 103, "7", "I"),
    13: ("001", 104, "1", "E"), 14: ("001", 106, "2", "I"), 15: ("001", 100, "R", "R"),
    33: ("000", 2, "1", "I"), 34: ("000", 4, "a", "R"), 35: ("000", 4, "c", "R"),
    36: ("000", 5, "a", "R"), 37: ("000", 5, "c", "R"), 38: ("000", 5, "5", "E"),
    39: ("000", 6, "6", "I"), 41: ("000", 6, "9", "I"), 42: ("000", 7, "6", "I"),
    43: ("000", 7, "7", "E"), 44: ("000", 7, "8", "I"), 45: ("000", 9, "d", "R"),
    46: ("000", 9, "b", "I"),
}  # fmt: skip
TRAP = ("000", 6, "7")  # row 40: it was only asked whether
MISSED: set[int] = set()
ALSO = {("000", 5, "2"): "the paragraph in which members were asked what row 36 resolves"}
FALSE: set[tuple[str, int, str]] = set()
PERHAPS = {
    ("000", 3, "5"): "what teams in every district would do under a plan",
    ("001", 103, "4"): "a webinar on a day that is given",
    ("003", 42, "2"): "staff to be recruited",
    ("003", 42, "4"): "requirements being scoped",
    ("003", 43, "3"): "a review under way",
}
OWED = {
    2: (OwnerKind.PERSON, DueKind.YEARLY), 5: (OwnerKind.PERSON, DueKind.UNCLEAR),
    6: (OwnerKind.SUB_GROUP, DueKind.EACH_MEETING), 7: (OwnerKind.ORGANISATION, DueKind.OPEN),
    11: (OwnerKind.PERSON, DueKind.UNCLEAR), 13: (OwnerKind.ROLE, DueKind.OPEN),
    15: (OwnerKind.ROLE, DueKind.OPEN), 34: (OwnerKind.ALL_MEMBERS, DueKind.OPEN),
    36: (OwnerKind.ALL_MEMBERS, DueKind.OPEN), 38: (OwnerKind.NOBODY, DueKind.DATE),
    43: (OwnerKind.ORGANISATION, DueKind.MONTH), 45: (OwnerKind.ALL_MEMBERS, DueKind.OPEN),
}  # fmt: skip
LETTERS = {"explicit": "E", "resolved": "R", "implied": "I"}


def everything():
    """Return each find of the three records with its place: (record, minute, paragraph)."""
    samples = meetings.samples()
    held = entered.record_of(samples[PLACES["003"]], samples).meetings
    return [
        ((name, FIRST[name] + n, _label(item.blocks, one.block_id)), one)
        for name, place in PLACES.items()
        for n, item in enumerate(held[place].items)
        for one in found(held[place], said_on=DAYS[name])
        if one.item_id == item.id
    ]


def _label(blocks, block_id):
    counts = Counter()
    for block in blocks:
        counts[block.kind] += 1
        if block.id == block_id:
            number = counts[block.kind]
            letter = "abcdefghij"[number - 1]
            labels = {BlockKind.PARAGRAPH: str(number), BlockKind.CLAUSE: letter}
            return labels.get(block.kind, "R")
    return ""


FOUND = everything() if records.SAMPLES.is_dir() else []
SURE = {place for place, one in FOUND if one.kind is not CommitmentKind.IMPLIED}
IMPLIED = {place for place, one in FOUND if one.kind is CommitmentKind.IMPLIED}
IN_LIST = {row[:3] for row in LISTED.values()}


def of_row(number):
    """Return what was found where a row stands, the surest first."""
    return sorted(
        (one for place, one in FOUND if place == LISTED[number][:3]),
        key=lambda one: one.kind is CommitmentKind.IMPLIED,
    )


@pytest.mark.parametrize("number", [n for n in LISTED if n not in MISSED])
def test_a_commitment_of_the_list_is_found_and_its_kind_is_that_of_the_list(number):
    assert [LETTERS[one.kind] for one in of_row(number)][:1] == [LISTED[number][3]]


def test_the_table_names_every_miss():
    assert {number for number in LISTED if not of_row(number)} == MISSED


def test_the_table_names_every_find_that_is_not_in_the_list():
    assert set(ALSO) | FALSE == SURE - IN_LIST
    assert set(PERHAPS) == IMPLIED - IN_LIST - SURE


def test_what_was_only_asked_is_no_commitment():
    assert TRAP not in SURE | IMPLIED


def test_of_kinds_e_and_r_nine_in_ten_are_found_and_three_in_four_are_right():
    rows = [number for number, row in LISTED.items() if row[3] in "ER"]
    hit = sum(LISTED[number][:3] in SURE for number in rows)
    sure = [place for place, one in FOUND if one.kind is not CommitmentKind.IMPLIED]
    right = sum(place in IN_LIST or place in ALSO for place in sure)
    assert hit / len(rows) >= 0.9
    assert right / len(sure) >= 0.75


def test_of_kind_i_half_are_offered_as_perhaps():
    rows = [number for number, row in LISTED.items() if row[3] == "I"]
    hit = sum(LISTED[number][:3] in SURE | IMPLIED for number in rows)
    assert hit / len(rows) >= 0.5


@pytest.mark.parametrize("number", OWED)
def test_who_owes_it_and_when_are_guessed(number):
    one = of_row(number)[0]
    assert (one.owner_kind, one.due.kind) == OWED[number]


def test_days_without_a_year_are_those_after_the_meeting():
    assert of_row(8)[-1].due.date == "2023-12-06"
    assert of_row(10)[0].due.date == "2023-11-22"
    assert of_row(38)[0].due.date == "2025-05-09"
