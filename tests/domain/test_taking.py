"""Taking: what the keys put into the text, and when a space comes by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.prediction.suggester import Suggestion
from kcsp_desktop.domain.prediction.taking import Taking, asked, refused, shown, taken, typed

FOUND = Suggestion(typed="rep", text="report be noted.")
BEHIND = Suggestion(typed="", text="be noted.")
NAME = Suggestion(typed="mr qu", text="Mr Quelch (Clerk)")
DUE = Taking(space_due=True)


@pytest.mark.parametrize(
    ("taking", "found", "expected"),
    [
        (Taking(), FOUND, "ort be noted."),
        (DUE, BEHIND, " be noted."),
        (Taking(), NAME, " \u2192 Mr Quelch (Clerk)"),
        (Taking(refused=True), FOUND, ""),
        (Taking(), None, ""),
    ],
)
def test_what_is_shown(taking, found, expected):
    assert shown(taking, found) == expected


@pytest.mark.parametrize(
    ("taking", "found", "one_word", "expected"),
    [
        (Taking(), FOUND, False, (0, "ort be noted.")),
        (Taking(), FOUND, True, (0, "ort")),
        (DUE, BEHIND, True, (0, " be")),
        (Taking(), NAME, True, (5, "Mr Quelch")),
        (Taking(), Suggestion(typed="", text="late"), True, (0, "late")),
    ],
)
def test_what_is_taken(taking, found, one_word, expected):
    change = taken(taking, found, one_word=one_word)
    assert (change.removed, change.inserted) == expected
    assert change.taking == DUE


@pytest.mark.parametrize(
    ("before", "keys", "expected"),
    [
        ("the report", "was", "the report was"),
        ("the report", ", which", "the report, which"),
        ("the report", ",which", "the report, which"),  # the space is due behind a comma still
        ("the report", ".The", "the report. The"),
        ("kent", ".gov", "kent.gov"),
        ("at 10", ".30", "at 10.30"),
        ("the report", "(late)and", "the report (late)and"),
        ("multi", "-agency", "multi-agency"),
        ("the warden", "\u2019s", "the warden\u2019s"),
        ("the report", '"late"', 'the report "late"'),
        ("the report", "\u2018late", "the report \u2018late"),
        ("some", " ", "some "),
    ],
)
def test_a_space_comes_by_itself_behind_what_was_taken(before, keys, expected):
    taking = DUE
    for key in keys:
        change = typed(taking, before, key)
        before, taking = before + change.inserted, change.taking
    assert before == expected


def test_a_word_typed_past_is_kept_until_the_next_one():
    inside = typed(Taking(), "the re", "p", FOUND).taking
    assert inside.passed == frozenset({"report"})
    assert typed(inside, "the rep", " ").taking == Taking()


def test_a_name_typed_past_is_known_by_its_own_word():
    assert typed(Taking(), "mr qu", "e", NAME).taking.passed == frozenset({"quelch"})


def test_refusing_lasts_to_the_next_word():
    inside = typed(refused(Taking()), "the rep", "o", FOUND).taking
    assert (inside.refused, typed(inside, "the repo", " ").taking.refused) == (True, False)


def test_a_suggestion_is_asked_for_behind_the_space_that_is_due():
    assert (asked(DUE, "the report"), asked(Taking(), "the rep")) == ("the report ", "the rep")


@given(st.text(max_size=20), st.text(min_size=1, max_size=3), st.booleans())
def test_a_letter_typed_is_never_changed(before, letters, due):
    change = typed(Taking(space_due=due), before, letters)
    assert change.inserted in (letters, f" {letters}")
    assert change.removed == 0
