"""What is usually resolved on an item, in the body's own shape."""

from dataclasses import replace
from datetime import date

import pytest

from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.domain.body import ResolutionShape
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.reports import Report
from kcsp_desktop.domain.wording.resolving import (
    recommended_resolution,
    usual_line,
    usual_resolution,
)
from tests.builders import a_block, a_body, a_meeting, a_record, an_item, some_details

K = ItemKind
THAT = "RESOLVED that the Alder Community Partnership "


def usual(kind, *blocks, **body):
    """Return the usual resolution at a meeting that follows one with these blocks."""
    former = a_meeting(
        (an_item(1, title="Wardens", blocks=blocks),),
        id="meeting-0",
        details=some_details(date(2025, 11, 20)),
    )
    item = an_item(9, title=" wardens ", kind=kind, blocks=())
    record = a_record(a_meeting((item,)), bodies=(a_body(**body),))
    record = replace(record, meetings=(former, *record.meetings))
    return usual_resolution(record, record.meetings[1], item)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (K.VERBAL, f"{THAT}note the update."),
        (K.INFORMATION, f"{THAT}note the contents of the report."),
        (K.DATES, f"{THAT}note the dates of future meetings."),
        (K.URGENT, ""),
        (K.LAST_NOTES, "RESOLVED that the notes of the meeting held on 20 November 2025 were "
                       "correctly recorded and be signed by the Chair."),
    ],
)  # fmt: skip
def test_each_kind_of_item_has_its_own(kind, expected):
    assert usual(kind) == expected


def test_it_follows_the_bodys_words_and_shape():
    assert usual(K.VERBAL, resolution_shape=ResolutionShape.TO) == "RESOLVED to note the update."
    signed = usual(K.LAST_NOTES, chair_word="Chairman", record_word="minutes")
    assert "the minutes of the meeting" in signed
    assert signed.endswith("signed by the Chairman.")


def resolved(text, **fields):
    return replace(a_block(text, block_id="r", kind=BlockKind.RESOLUTION), **fields)


@pytest.mark.parametrize(
    ("block", "taken"),
    [
        (resolved(f"{THAT}note the wardens' work."), True),
        (resolved(f"{THAT}note the report of May."), False),
        (resolved(f"{THAT}thank Mr Quelch."), False),
        (resolved(f"{THAT}note"), False),
        (resolved(f"{THAT}note it.", visibility=Visibility.RESTRICTED), False),
    ],
)
def test_what_was_resolved_last_time_is_usual_where_it_is_true_at_any_time(block, taken):
    expected = block.text if taken else f"{THAT}note the update."
    assert usual(K.VERBAL, block) == expected


def test_a_first_meeting_has_no_notes_to_approve():
    item = an_item(1, kind=K.LAST_NOTES)
    record = a_record(a_meeting((item,)))
    assert usual_resolution(record, record.meetings[0], item) == ""


def test_an_item_of_declarations_has_a_usual_line():
    expected = (BlockKind.PLAIN, "No declarations were received.")
    assert usual_line(an_item(1, kind=K.DECLARATIONS)) == expected
    assert usual_line(an_item(1)) is None


@pytest.mark.parametrize(
    ("recommendations", "expected"),
    [
        ((), []),
        (("Note the report;",), [f"{THAT}note the report."]),
        (
            ("Agree the plan; and", "• KCSP members comment on it.", "(b) Note the date"),
            [
                "RESOLVED that the Alder Community Partnership:",
                "agree the plan;",
                "KCSP members comment on it;",
                "note the date.",
            ],
        ),
        (
            (
                " ",
                "Approve the brand.",
            ),
            [f"{THAT}approve the brand."],
        ),
    ],
)
def test_a_reports_recommendations_are_the_draft_resolution(recommendations, expected):
    item = an_item(1, report=Report(recommendations=recommendations))
    made = recommended_resolution(a_body(), item)
    assert [text for _, text in made] == expected
    kinds = [BlockKind.RESOLUTION, *[BlockKind.CLAUSE] * (len(expected) - 1)][: len(expected)]
    assert [kind for kind, _ in made] == kinds
