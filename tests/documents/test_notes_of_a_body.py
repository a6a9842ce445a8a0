"""What a body prints its own way, and what stands behind the last resolution (house-format 5)."""

from __future__ import annotations

from datetime import date, time

import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.names import notes_name
from kcsp_desktop.documents.parts import Style
from kcsp_desktop.documents.record import notes
from kcsp_desktop.documents.word import write_notes
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.body import ParagraphForm, Role
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import AmendmentId, BlockId, ItemId, MeetingId, PersonId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import Adjournment, Amendment, Approval, FutureDate
from kcsp_desktop.domain.lifecycle import MeetingState
from tests.builders import a_block, a_body, a_meeting, a_record, a_row, an_item, some_details
from tests.documents.checker import faults
from tests.documents.pdf_reader import numbers_missing
from tests.documents.word_reader import read_word

PUBLIC, RESTRICTED = Audience.PUBLIC, Audience.RESTRICTED
TEMPLATE = paths.notes_template()
LATER = a_meeting((), id="later", details=some_details(date(2026, 7, 9)))
LATEST = a_meeting((), id="latest", details=some_details(date(2026, 11, 19)))


def made_of(items=1, audience=PUBLIC, body=None, **fields):
    meeting = a_meeting(items, **fields)
    record = a_record(meeting, LATER, LATEST, bodies=(a_body(**(body or {})),))
    return edition(record, meeting, audience)


def lines(made, **more):
    return [part.text for part in notes(made, **more).parts]


def amendment(number, cited, before, after, meeting="latest", **fields):
    return Amendment(
        id=AmendmentId(f"amendment-{number}"),
        item_id=ItemId("item-1"),
        cited=cited,
        before=before,
        after=after,
        asked_by="Mr Asked",
        meeting_id=MeetingId(meeting) if meeting else None,
        **fields,
    )


def approved(**fields):
    approval = Approval(
        meeting_id=MeetingId("later"), item_id=ItemId("i"), day="2026-07-09", presiding="Mrs Barden"
    )
    return {"state": MeetingState.APPROVED, "approval": approval} | fields


def test_a_body_of_the_minutes_kind_counts_its_paragraphs_in_brackets(tmp_path):
    body = {"record_word": "minutes", "paragraph_form": ParagraphForm.BRACKETS}
    made = made_of(2, RESTRICTED, body)
    path, _ = write_notes(made, tmp_path / notes_name(made), TEMPLATE)
    shown = [label for style, label, _ in read_word(path) if style == "Minute Paragraph"]
    assert shown == ["(1)", "(2)", "(1)", "(2)"]
    assert shown == [b.label.text for i in made.items for b in i.blocks if b.label.value]
    assert (faults(path), numbers_missing(path, tmp_path)) == ([], [])


@pytest.mark.parametrize(
    ("presided_by", "body", "expected"),
    [
        (None, {}, "PRESENT: Mrs A Barden (Chair) and Mr P M Quelch (Vice-Chair)."),
        (
            "person-2",
            {"chair_word": "Chairman", "vice_chair_word": "Vice-Chairman"},
            "PRESENT: Mrs A Barden (Chairman) and Mr P M Quelch (Vice-Chairman, in the Chair).",
        ),
        (
            "person-2",
            {},
            "PRESENT: Mrs A Barden (Chair) and Mr P M Quelch (Vice-Chair, in the Chair).",
        ),
        (
            None,
            {"print_posts": True},
            "PRESENT: Mrs A Barden (Chair; Leader, ABC) and Mr P M Quelch (Vice-Chair).",
        ),
    ],
)
def test_present_says_who_was_in_the_chair_and_what_they_do(presided_by, body, expected):
    rows = a_row(1, role=Role.CHAIR, post="Leader, ABC"), a_row(2, role=Role.VICE_CHAIR)
    by = PersonId(presided_by) if presided_by else None
    assert expected in lines(made_of(body=body, attendance=rows, presided_by=by))


@pytest.mark.parametrize("printed", [True, False])
def test_the_item_of_the_dates_lists_them_where_the_body_wants_it(printed):
    item = an_item(
        1, "C", title="Dates", kind=ItemKind.DATES, blocks=(a_block("RESOLVED", BlockKind.PLAIN),)
    )
    dates = (FutureDate(day="2026-07-09", start="10:00"),)
    found = lines(made_of((item,), body={"print_future_dates": printed}, future_dates=dates))
    between = ["The dates of future meetings are:", "Thursday, 9 July 2026 at 10am"] * printed
    assert found[-3 - len(between) :] == ["Dates", "(Item C1)", *between, "RESOLVED"]


def test_dates_that_were_typed_as_a_list_are_not_listed_again():
    blocks = (a_block("The dates are:", BlockKind.PLAIN), a_block("9 July", BlockKind.BULLET))
    item = an_item(1, "C", title="Dates", kind=ItemKind.DATES, blocks=blocks)
    dates = (FutureDate(day="2026-07-09"),)
    found = lines(made_of((item,), body={"print_future_dates": True}, future_dates=dates))
    assert found[-3:] == ["(Item C1)", "The dates are:", "9 July"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        (
            {"adjournments": (Adjournment(at="10.40", resumed="10.55"), Adjournment(at="11.30"))},
            [
                "The meeting was adjourned at 10.40 and resumed at 10.55.",
                "The meeting was adjourned at 11.30.",
            ],
        ),
        ({"inquorate": True}, ["The meeting closed for want of a quorum."]),
        (
            {"inquorate": True, "details": some_details(end=time(12, 5))},
            ["The meeting closed at 12.05 for want of a quorum."],
        ),
    ],
)
def test_a_sitting_that_broke_off_says_so_at_the_end(fields, expected):
    parts = notes(made_of(**fields)).parts
    assert [part.text for part in parts if part.style is Style.CLOSING] == expected
    assert [part.text for part in parts][len(parts) - len(expected) :] == expected


def test_what_was_amended_after_the_approval_is_a_list_at_the_end(tmp_path):
    amendments = (
        amendment(1, "minute 1, paragraph 1", "ten", "twelve", "later"),
        amendment(2, "minute 1, paragraph 2", "wardens", "bridges"),
        amendment(3, "minute 1", "", "A vote was taken."),
        amendment(4, "minute 1, paragraph 1", "outlined", "", "gone"),
        amendment(5, "minute 1", "asked", "for", ""),
    )
    made = made_of(**approved(amendments=amendments))
    assert lines(made)[-5:] == [
        "Amendments agreed on 19 November 2026",
        "Minute 1, paragraph 2: “wardens” becomes “bridges”.",
        "Minute 1: “A vote was taken.” is added.",
        "Amendments agreed after approval",
        "Minute 1, paragraph 1: “outlined” is left out.",
    ]
    assert faults(write_notes(made, tmp_path / "n.docx", TEMPLATE)[0]) == []


def test_an_amendment_of_closed_text_is_in_no_public_notes():
    item = an_item(blocks=(a_block("Alder", block_id="closed", restricted=True), a_block("Open")))
    secret = amendment(1, "minute 1", "Alder", "Birch", block_id=BlockId("closed"))
    assert "Birch" not in "".join(lines(made_of((item,), **approved(amendments=(secret,)))))
    entitled = made_of((item,), RESTRICTED, **approved(amendments=(secret,)))
    assert "Birch" in lines(entitled)[-1]


def test_a_copy_to_be_signed_has_a_place_for_it(tmp_path):
    made = made_of(**approved())
    path, _ = write_notes(made, tmp_path / "notes.docx", TEMPLATE, signing=True)
    assert [text for _, _, text in read_word(path)][-2:] == ["Signed (Chair):", "Date:"]
    assert notes_name(made, signing=True) == "ACP Notes 2026-03-12 APPROVED SIGNING COPY.docx"
    assert (faults(path), lines(made)[-1]) == ([], "RESOLVED to note the update.")


def test_a_draft_is_not_signed():
    with pytest.raises(KcspError, match="not approved yet"):
        notes(made_of(state=MeetingState.CIRCULATED), signing=True)
