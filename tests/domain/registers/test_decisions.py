"""The decision register: each clause, its verb, what came of it; and decisions in paragraphs."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.ids import BlockId, EntryId
from kcsp_desktop.domain.life import Outcome
from kcsp_desktop.domain.registers.decisions import decision_rows, loose_decisions, verb_of
from tests.builders import a_block, a_meeting, a_record, an_item

K = BlockKind
CLAUSES = (
    a_block("Mr Quelch spoke.", block_id="p"),
    a_block("RESOLVED that the Partnership:", K.RESOLUTION, block_id="r"),
    a_block("agree the plan;", K.CLAUSE, block_id="c1"),
    a_block("contact the wardens with any:", K.CLAUSE, block_id="c2"),
    a_block("ideas; and", K.CLAUSE_BULLET, block_id="b1"),
    a_block("dates.", K.CLAUSE_BULLET, block_id="b2"),
)


def test_each_clause_is_a_decision_with_its_bullets() -> None:
    outcome = Outcome(block_id=BlockId("c1"), text="Done in May.", tags=(EntryId("t2"),))
    item = an_item(1, blocks=CLAUSES, tags=(EntryId("t1"),))
    found = decision_rows(a_record(a_meeting((item,), outcomes=(outcome,))))
    assert [(r.code, r.minute, r.letter, r.verb, r.text) for r in found] == [
        ("B1", 1, "a", "agree", "agree the plan;"),
        ("B1", 1, "b", "contact", "contact the wardens with any: ideas; dates"),
    ]
    assert [(row.outcome, row.tags) for row in found] == [
        ("Done in May.", ("t1", "t2")),
        ("", ("t1",)),
    ]


def test_a_resolution_of_one_sentence_is_one_decision() -> None:
    (row,) = decision_rows(a_record(a_meeting(1)))
    assert (row.letter, row.verb, row.text) == ("", "note", "RESOLVED to note the update.")


def test_a_restricted_decision_says_so() -> None:
    open_item = an_item(1, blocks=(a_block("RESOLVED to note.", K.RESOLUTION, restricted=True),))
    assert [row.restricted for row in decision_rows(a_record(a_meeting((open_item,))))] == [True]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("RESOLVED that the Alder Community Partnership note the update.", "note"),
        ("RESOLVED that the ACP noted the update and supported the plan.", "note"),
        ("RESOLVED to note the report.", "note"),
        ("RESOLVED that the future date be noted.", "note"),
        ("RESOLVED that the notes of 9 July were correctly recorded and be signed.", "approve"),
        ("RESOLVED that the minutes were a true record.", "approve"),
        ("RESOLVED that Mr Quelch be elected Vice-Chair.", "elect"),
        ("thank the officers;", "thank"),
        ("RESOLVED that nothing more happen.", ""),
    ],
)
def test_the_verb_of_a_decision(text, verb) -> None:
    assert verb_of(text) == verb


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The funding was agreed by the Partnership.", "was agreed by the Partnership"),
        ("It was unanimously resolved to go on.", "It was unanimously resolved"),
        ("The Committee then approved the map.", "The Committee then approved"),
        ("Members agreed that hedges matter.", "Members agreed"),
        ("Mr Quelch agreed to send it.", None),
        ("The plan was approved by the county.", None),
        ("Members asked whether it was agreed.", None),
    ],
)
def test_a_decision_inside_a_paragraph_is_pointed_out(text, phrase) -> None:
    found = loose_decisions((an_item(1, blocks=(a_block(text),)),))
    assert [one.phrase for one in found] == ([phrase] if phrase else [])


def test_resolutions_and_private_notes_are_no_loose_decisions() -> None:
    blocks = (
        a_block("Members agreed.", K.RESOLUTION, block_id="1"),
        a_block("Members agreed.", K.PRIVATE_NOTE, block_id="2"),
    )
    assert loose_decisions((an_item(1, blocks=blocks),)) == ()
