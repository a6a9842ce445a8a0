"""The chair's brief in Word: a script with times, and nothing that is the secretary's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from kcsp_desktop import paths
from kcsp_desktop.documents.brief import brief
from kcsp_desktop.documents.word import write_document
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.planning.briefing import CLOSING_WORDS, briefing
from kcsp_desktop.domain.reports import Report
from kcsp_desktop.domain.wording.exempt import exclusion
from tests.builders import a_body, a_meeting, a_record, an_item
from tests.documents.checker import faults
from tests.documents.outputs import unzipped
from tests.documents.word_reader import read_word
from tests.domain.test_disclosure import PRIVATE, meetings

ASKED = Report(recommendations=("agree the plan", "note the cost"))
ITEMS = (
    an_item(1, "A", title="Introduction", kind=ItemKind.INTRODUCTION, minuted=False),
    an_item(
        2, title="Wardens", presenter="Ms Oduya", minutes_planned=20, pages="1 - 6", report=ASKED
    ),
    an_item(3, "D", title="Case Review", exempt=(1,), detail="Case Alder", kind=ItemKind.ELECTION),
)


def made_of(*items, **body):
    meeting = a_meeting(items)
    return brief(briefing(a_record(meeting, bodies=(a_body(**body),)), meeting))


def test_the_script_goes_item_by_item():
    assert [part.text for part in made_of(*ITEMS).parts][2:] == [
        "FOR THE CHAIR AND THE SECRETARY ONLY",
        "Thursday, 12th March, 2026, at 10.00 am",
        "Council Chamber",
        "UNRESTRICTED ITEMS",
        "10.00\tA1 Introduction",
        "Quorum: 3 members.",
        "Say: Good morning, and welcome to this meeting of the Alder Community Partnership.",
        "10.00\tB1 Wardens (20 min)",
        "Presenter: Ms Oduya",
        "Pages 1 - 6",
        "The report is for information.",
        "Say: I ask Ms Oduya to introduce this item.",
        "Proposed resolution",
        "RESOLVED that the Alder Community Partnership:",
        "agree the plan;",
        "note the cost.",
        "RESTRICTED ITEMS",
        f"Say: {CLOSING_WORDS}",
        "10.20\tD1 Case Review",
        "Case Alder",
        "Say: I ask for nominations: who proposes, and who seconds?",
        "By the planned times the meeting ends at 10.20.",
        "2 items have no time.",
    ]


def test_where_the_body_cites_the_law_the_exclusion_is_moved():
    shown = [part.text for part in made_of(*ITEMS, cites_exempt=True).parts]
    at = shown.index("RESTRICTED ITEMS")
    assert shown[at + 1] == f"Move: {exclusion((1,))}"
    assert shown[at + 3].startswith("Exempt information: paragraph 1 of Part 1")


@pytest.mark.parametrize("cites", [True, False])
def test_a_brief_in_word_is_faultless_and_the_same_bytes_each_time(tmp_path, cites):
    document = made_of(*ITEMS, cites_exempt=cites)
    path, _ = write_document(document, tmp_path / "brief.docx", paths.notes_template())
    assert faults(path) == []
    assert [label for style, label, _ in read_word(path) if style == "Clause"] == ["a)", "b)"]
    assert unzipped(document) == unzipped(document)


@settings(deadline=None, max_examples=50)
@given(meetings())
def test_no_byte_of_a_brief_tells_a_private_note(meeting):
    assert PRIVATE.encode() not in unzipped(brief(briefing(a_record(meeting), meeting)))
