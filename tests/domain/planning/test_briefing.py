"""What the chair is told: the clock, the words at fixed items, what closes the meeting."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.body import ResolutionShape, Role
from kcsp_desktop.domain.ids import AmendmentId, ItemId, MeetingId, PersonId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import Amendment, FutureDate
from kcsp_desktop.domain.planning.briefing import CLOSING_WORDS, OPEN_AGAIN, briefing
from kcsp_desktop.domain.reports import Report
from kcsp_desktop.domain.wording.exempt import exclusion
from tests.builders import a_body, a_meeting, a_record, a_row, an_item, some_details
from tests.domain.test_disclosure import PRIVATE, meetings

RESOLUTION, CLAUSE = BlockKind.RESOLUTION, BlockKind.CLAUSE


def told(*items, body=None, others=(), **fields):
    meeting = a_meeting(items, **fields)
    record = a_record(meeting, *others, bodies=(a_body(**(body or {})),))
    return briefing(record, meeting)


def said(kind, *, others=(), item=None, **fields):
    """Return what there is to say at one item of a kind."""
    return told(an_item(1, kind=kind, **(item or {})), others=others, **fields).items[0].words


def test_each_item_has_its_time_by_the_clock():
    items = (an_item(n, minutes_planned=minutes) for n, minutes in enumerate((5, 0, 20), 1))
    found = told(*items, details=some_details(start=time(23, 50)))
    assert [one.begins for one in found.items] == [time(23, 50), time(23, 55), time(23, 55)]
    assert (found.ends, found.unplanned) == (time(0, 15), 1)


def test_a_meeting_without_a_start_has_no_times():
    found = told(an_item(1, minutes_planned=5), details=some_details(start=None))
    assert (found.items[0].begins, found.ends) == (None, None)


@pytest.mark.parametrize(
    ("start", "words"), [(time(10), "Good morning"), (time(12), "Good afternoon"), (None, "Good m")]
)
def test_the_chair_welcomes_by_the_time_of_day(start, words):
    (line,) = said(ItemKind.INTRODUCTION, details=some_details(start=start))
    assert line.startswith(words)
    assert line.endswith("welcome to this meeting of the Alder Community Partnership.")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((a_row(1),), ("No apologies have come.", "Are there any?")),
        (
            (
                a_row(1, Capacity.APOLOGIES, role=Role.CHAIR),
                a_row(2, Capacity.APOLOGIES),
                a_row(3, Capacity.SUBSTITUTE, substitute_for=PersonId("person-2")),
            ),
            (
                "Apologies have come from Mrs A Barden and Mr P M Quelch.",
                "Ms S Oduya is here for Mr P M Quelch.",
                "Are there any others?",
            ),
        ),
    ],
)
def test_apologies_are_read_out_with_who_came_instead(rows, expected):
    assert said(ItemKind.APOLOGIES, attendance=rows) == expected


def asked(cited, meeting_id=None):
    return Amendment(
        id=AmendmentId(cited),
        item_id=ItemId("i"),
        cited=cited,
        before="x",
        after="y",
        meeting_id=meeting_id,
    )


def test_the_record_up_for_approval_is_put_with_what_was_asked_for():
    amendments = (
        asked("minute 4, paragraph 1"),
        asked("minute 5"),
        asked("minute 1", MeetingId("m")),
    )
    last = a_meeting((), id="last", details=some_details(date(2025, 11, 20)), amendments=amendments)
    item = an_item(1, kind=ItemKind.LAST_NOTES, notes_of=MeetingId("last"))
    found = told(item, others=(last,)).items[0]
    assert found.words == (
        "The notes of the meeting held on 20 November 2025 are before you. Are they a correct "
        "record?",
    )
    assert found.facts == ("Corrections asked for: minute 4, paragraph 1; minute 5.",)


@pytest.mark.parametrize(
    ("kind", "item", "expected"),
    [
        (ItemKind.DECISION, {"presenter": "Ms Oduya"}, ("I ask Ms Oduya to introduce this item.",)),
        (ItemKind.DECISION, {"presenter": "Chair"}, ()),
        (ItemKind.DECISION, {}, ()),
        (
            ItemKind.DECLARATIONS,
            {"presenter": "Chair"},
            ("Has anybody an interest to declare in an item of this agenda?",),
        ),
        (ItemKind.DATES, {}, ("The next meeting is on Thursday, 9 July 2026 at 2.30pm.",)),
    ],
)
def test_each_kind_of_item_has_its_words(kind, item, expected):
    dates = FutureDate(day="2026-07-09", start="14:30"), FutureDate(day="2026-11-19")
    assert said(kind, item=item, future_dates=dates) == expected


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, CLOSING_WORDS),
        ({"cites_exempt": True}, exclusion((1, 3, 7))),
    ],
)
def test_what_is_closed_is_closed_by_words_and_opened_again(body, words):
    items = (
        an_item(1),
        an_item(2, restricted=True, exempt=(7, 1)),
        an_item(3, restricted=True, exempt=(3,)),
        an_item(4),
        an_item(5, restricted=True, exempt=(2,)),
    )
    found = [one.exclude for one in told(*items, body=body).items]
    last = exclusion((2,)) if body else CLOSING_WORDS
    assert found == ["", words, "", OPEN_AGAIN, last]


def test_the_law_is_cited_by_paragraph():
    assert "defined in paragraphs 1, 3 and 7 of Part 1 of Schedule 12A" in exclusion((7, 1, 3, 1))
    assert "defined in the paragraph to be named of Part 1" in exclusion(())


@pytest.mark.parametrize(
    ("recommendations", "shape", "expected"),
    [
        ((" Note the plan; ",), "TO", ((RESOLUTION, "RESOLVED to note the plan."),)),
        (
            ("agree the plan", "NHS figures be sent."),
            "THAT_SHORT",
            (
                (RESOLUTION, "RESOLVED that the ACP:"),
                (CLAUSE, "agree the plan;"),
                (CLAUSE, "NHS figures be sent."),
            ),
        ),
        (
            (" ",),
            "TO",
            ((RESOLUTION, "RESOLVED to agree the recommendations of the report."),),
        ),
    ],
)
def test_recommendations_are_the_proposed_resolution(recommendations, shape, expected):
    item = an_item(1, kind=ItemKind.DECISION, report=Report(recommendations=recommendations))
    found = told(item, body={"resolution_shape": ResolutionShape[shape]})
    assert found.items[0].resolution == expected


def test_an_item_that_is_not_minuted_has_no_resolution():
    assert told(an_item(1, kind=ItemKind.DECISION, minuted=False)).items[0].resolution == ()


@given(meetings())
def test_a_brief_holds_nothing_that_is_private(meeting):
    assert PRIVATE not in repr(briefing(a_record(meeting), meeting))
