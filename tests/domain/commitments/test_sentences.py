"""The rules on sentences that are made up in the form of English councils' minutes.

``sentences.txt`` was there while the rules were written. ``held_out.txt`` was written before them;
the first run over it, on 26 November 2026, found 32 of 34 (precision 0.97) of kinds E and R and
8 of 8 (precision 0.89) of kind I. One of the two it missed was a fault ("concerned" was taken for
a worry) and was mended; nothing else was changed for its sake. One hand wrote both: records of
other hands are harder. Four sets of some 90 sentences each from minutes that other councils
published, kept outside the project, gave of kinds E and R on their first reading recall 0.60, 0.64,
0.74, 0.73 with precision 0.83, 0.97, 0.79, 0.82, each before the rules were widened by it.
"""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.commitments import WHY
from tests.domain.commitments.reading import commitments, figures, letters, rows

KNOWN = rows("sentences.txt")
HELD_OUT = rows("held_out.txt")


def named(row):
    return row.text[:60]


@pytest.mark.parametrize("row", KNOWN, ids=named)
def test_a_sentence_of_minutes_holds_what_a_secretary_would_log(row):
    assert letters(commitments(row)) == row.expected


@pytest.mark.parametrize("row", [row for row in KNOWN if row.owner is not None], ids=named)
def test_who_would_owe_it_is_guessed(row):
    assert commitments(row)[0].owner.lower() == row.owner.lower()


def test_the_tables_are_large_enough_to_say_something():
    assert len(KNOWN) >= 100
    assert sum(not row.expected for row in KNOWN) >= 30
    assert len(HELD_OUT) >= 70


def test_sentences_held_out_are_found_as_well():
    sure = figures(HELD_OUT, "ER")
    assert sure.recall >= 0.9, sure
    assert sure.precision >= 0.9, sure


def test_perhaps_is_offered_for_sentences_held_out():
    perhaps = figures(HELD_OUT, "I")
    assert perhaps.recall >= 0.75, perhaps
    assert perhaps.precision >= 0.75, perhaps


def test_every_rule_can_say_why():
    used = {one.rule for row in (*KNOWN, *HELD_OUT) for one in commitments(row)}
    assert used <= set(WHY)
    assert not {"action", "promised", "asked that", "resolved", "duty", "amended"} - used
