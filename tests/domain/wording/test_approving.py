"""The approval of a record at a later meeting (house-format 6 and 10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import BlockKind, plain
from kcsp_desktop.domain.body import ResolutionShape, Role
from kcsp_desktop.domain.ids import AmendmentId, ItemId, MeetingId, PersonId, SectionId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import Amendment
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.planning.pattern import notes_up
from kcsp_desktop.domain.wording.approving import (
    Approving,
    approval_edits,
    approval_text,
    cited_places,
    correction_told,
    office_of,
    presiding,
    why_not_correct,
)
from tests.builders import MEETING, a_block, a_body, a_meeting, a_record, a_row, an_item, fresh_ids
from tests.builders import some_details as details

B = BlockKind
LATER = MeetingId("m2")


def an_approving_item(*blocks, **fields):
    known = {"id": ItemId("m2-item-1"), "section_id": SectionId("m2-section-B"), "blocks": blocks}
    return an_item(1, **known | {"title": "Notes", "kind": ItemKind.LAST_NOTES} | fields)


def two_meetings(*blocks, items=3, body=None, **fields):
    """Return a record: a circulated meeting from minute 1 on, and the later one that approves."""
    earlier = a_meeting(items, state=MeetingState.CIRCULATED)
    later = a_meeting(
        (an_approving_item(*blocks, **fields),), id=LATER, details=details(date(2026, 7, 9))
    )
    return a_record(earlier, later, bodies=(body or a_body(),))


def correction(place, before, after, number=1):
    return Amendment(
        id=AmendmentId(f"a{number}"), item_id=place.item_id, block_id=place.block.id,
        cited=place.cited, before=before, after=after, asked_by="Mr Quelch",
    )  # fmt: skip


def approve(record, *corrections, name="Mrs A Barden"):
    """Return the record after the approval, and the edits that take it back."""
    earlier, later = record.meetings
    what = Approving(
        meeting=later, item=later.items[0], earlier=earlier, corrections=corrections,
        presiding=name, signing=office_of(record.bodies[0], later, name), at="t", who="ann",
    )  # fmt: skip
    return apply_all(record, approval_edits(record, what, fresh_ids("a")))


ALL_KINDS = (
    a_block("None.", B.PLAIN, block_id="k1"),
    a_block("First.", block_id="k2"),
    a_block("letter", B.LETTER, block_id="k3"),
    a_block("bullet", B.BULLET, block_id="k4"),
    a_block("below", B.SUB_BULLET, block_id="k5"),
    a_block("Second.", block_id="k6"),
    a_block("Never told.", B.PRIVATE_NOTE, block_id="k7"),
    a_block("Detail.", block_id="k8", restricted=True),
    a_block("Later.", B.POST_MEETING_NOTE, block_id="k9"),
    a_block("RESOLVED that it:", B.RESOLUTION, block_id="k10"),
    a_block("note;", B.CLAUSE, block_id="k11"),
    a_block("ask:", B.CLAUSE, block_id="k12"),
    a_block("soon.", B.CLAUSE_BULLET, block_id="k13"),
)


def test_every_place_is_cited_as_a_reader_finds_it() -> None:
    record = two_meetings(items=(an_item(1, blocks=ALL_KINDS), an_item(2, minuted=False)))
    found = {one.block.id: one.cited for one in cited_places(record, record.meetings[0])}
    assert list(found.items()) == [
        ("k1", "minute 1, line 1"),
        ("k2", "minute 1, paragraph 1"),
        ("k3", "minute 1, paragraph 1, letter a"),
        ("k4", "minute 1, paragraph 1, bullet 1"),
        ("k5", "minute 1, paragraph 1, bullet 2"),
        ("k6", "minute 1, paragraph 2"),
        ("k9", "minute 1, the post-meeting note"),
        ("k10", "minute 1, the resolution"),
        ("k11", "minute 1, clause a)"),
        ("k12", "minute 1, clause b)"),
        ("k13", "minute 1, clause b), bullet 1"),
        ("k8", "minute 1, paragraph 3 of the restricted notes"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("outlined", "gave", ""),
        ("outlined", "", ""),
        ("", "gave", "Say which words are to be changed."),
        ("described", "gave", "Those words do not stand in minute 1, paragraph 1."),
        ("e", "i", "Those words stand 4 times in minute 1, paragraph 1: give more of them."),
        ("outlined", "outlined", "The words are the same before and after."),
    ],
)
def test_a_correction_fits_the_text_once(before, after, why) -> None:
    record = two_meetings()
    place = cited_places(record, record.meetings[0])[0]
    assert why_not_correct(place, before, after) == why


def test_a_correction_needs_its_place() -> None:
    assert why_not_correct(None, "a", "b") == "Say which minute and which paragraph."


@pytest.mark.parametrize(
    ("body", "signing", "text"),
    [
        (a_body(), "Chair", "RESOLVED that the notes of the meeting held on 12 March 2026 were"
         " correctly recorded and be signed by the Chair."),
        (a_body(record_word="minutes"), "Vice-Chair", "RESOLVED that the minutes of the meeting"
         " held on 12 March 2026 were correctly recorded and be signed by the Vice-Chair."),
        (a_body(resolution_shape=ResolutionShape.TO), "Chairman", "RESOLVED that the notes of the"
         " meeting held on 12 March 2026 were correctly recorded and a paper copy be signed by"
         " the Chairman."),
    ],
)  # fmt: skip
def test_the_approval_is_resolved_in_the_body_s_words(body, signing, text) -> None:
    record = two_meetings(body=body)
    assert approval_text(record, record.meetings[0], (), signing) == text


def test_corrections_are_named_in_the_resolution_and_closed_words_are_not() -> None:
    record = two_meetings(items=(an_item(1, blocks=ALL_KINDS),))
    places = {one.block.id: one for one in cited_places(record, record.meetings[0])}
    wanted = [("k2", "First", "1st"), ("k4", "bullet", ""), ("k8", "Detail", "Juniper")]
    asked = tuple(correction(places[b], *words) for b, *words in wanted)
    text = approval_text(record, record.meetings[0], asked, "Chair")
    assert text.endswith(
        "be signed by the Chair, subject to the following corrections: in minute 1, paragraph 1,"
        " “First” to read “1st”; in minute 1, paragraph 1, bullet 1, “bullet” to be left out;"
        " in minute 1, paragraph 3 of the restricted notes, as agreed."
    )
    assert correction_told(asked[1]) == "Minute 1, paragraph 1, bullet 1: “bullet” goes"


def test_an_approval_is_one_change_of_two_meetings_and_is_taken_back_whole() -> None:
    record = two_meetings()
    place = cited_places(record, record.meetings[0])[0]
    done = approve(record, correction(place, "outlined", "gave"))
    earlier, later = done.record.meetings
    assert earlier.state is MeetingState.APPROVED
    assert earlier.items[0].blocks[0].text == "Mr Quelch gave the report."
    assert (earlier.approval.meeting_id, earlier.approval.presiding) == (LATER, "Mrs A Barden")
    assert earlier.approval.day == "2026-07-09"
    (resolved,) = later.items[0].blocks
    assert resolved.kind is B.RESOLUTION
    assert "subject to the following correction: in minute 1, paragraph 1," in resolved.text
    assert apply_all(done.record, done.inverse).record == record


USUAL = "RESOLVED that the notes of the meeting held on 12 March 2026 were correctly recorded"


@pytest.mark.parametrize(
    ("there", "texts"),
    [
        ((), 1),
        ((a_block("Ms Oduya thanked all.", block_id="n1"),), 2),
        ((a_block(USUAL, B.RESOLUTION, block_id="n1"),), 1),
        ((a_block("", B.RESOLUTION, block_id="n1"),), 1),
        ((a_block("RESOLVED to meet in May.", B.RESOLUTION, block_id="n1"),), 2),
    ],
    ids=["nothing", "a paragraph", "the usual resolution", "an open one", "another one"],
)
def test_the_resolution_takes_the_place_of_the_usual_one(there, texts) -> None:
    later = approve(two_meetings(*there)).record.meetings[1]
    blocks = later.items[0].blocks
    assert len(blocks) == texts
    assert blocks[-1].text == f"{USUAL} and be signed by the Chair."


def test_an_item_puts_up_the_meeting_it_names_or_the_last_one_held() -> None:
    named = two_meetings(notes_of=MEETING)
    unnamed = two_meetings()
    for record in (named, unnamed):
        later = record.meetings[1]
        assert notes_up(record, later, later.items[0]).id == MEETING
    other = replace(later.items[0], kind=ItemKind.INFORMATION)
    assert notes_up(unnamed, later, other) is None


ROWS = (
    a_row(1, Capacity.APOLOGIES, role=Role.CHAIR),
    a_row(2, role=Role.VICE_CHAIR),
    a_row(3),
)


@pytest.mark.parametrize(
    ("rows", "presided_by", "name", "office"),
    [
        (ROWS[1:], None, "Mr P M Quelch", "Vice-Chair"),
        (ROWS, None, "Mr P M Quelch", "Vice-Chair"),
        ((a_row(1, role=Role.CHAIR), *ROWS[1:]), None, "Mrs A Barden", "Chair"),
        (ROWS, PersonId("person-3"), "Ms S Oduya", "Chair"),
        (ROWS, PersonId("person-1"), None, "Chair"),
        ((), None, None, "Chair"),
    ],
)
def test_who_presides_signs(rows, presided_by, name, office) -> None:
    meeting = a_meeting(attendance=rows, presided_by=presided_by)
    found = presiding(meeting)
    assert (found.name if found else None) == name
    assert office_of(a_body(), meeting, name or "") == office


WORDS = ("alder", "beech", "cedar", "elm", "fir", "holly", "larch", "oak")


@st.composite
def texts_with_corrections(draw):
    """Draw paragraphs of words that stand once each, and for some the word they become."""
    paragraphs = draw(st.lists(st.permutations(WORDS), min_size=1, max_size=3))
    becomes = [
        draw(st.dictionaries(st.sampled_from(WORDS), st.text("xyz ", max_size=6), max_size=4))
        for _ in paragraphs
    ]
    return paragraphs, becomes


@given(texts_with_corrections())
def test_approval_gives_exactly_the_corrected_text_and_nothing_else(drawn) -> None:
    paragraphs, becomes = drawn
    blocks = tuple(a_block(" ".join(words), block_id=f"w{n}") for n, words in enumerate(paragraphs))
    record = two_meetings(items=(an_item(1, blocks=blocks), an_item(2)))
    places = cited_places(record, record.meetings[0])
    asked = [
        correction(places[n], before, after, number=10 * n + k)
        for n, words in enumerate(becomes)
        for k, (before, after) in enumerate(words.items())
    ]
    after = approve(record, *asked).record.meetings[0]
    wanted = tuple(
        replace(block, runs=plain(" ".join(becomes[n].get(word, word) for word in paragraphs[n])))
        for n, block in enumerate(blocks)
    )
    before = record.meetings[0]
    expected = (replace(before.items[0], blocks=wanted), before.items[1])
    assert after.items == expected
    assert (after.attendance, after.details) == (before.attendance, before.details)
