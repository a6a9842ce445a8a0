"""What is typed short, and what it becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.abbreviations import Abbreviation, ending_word, expansion

KNOWN = (
    Abbreviation(id="1", short="asb", full="anti-social behaviour"),
    Abbreviation(id="2", short="ptm", full="A Partnership Member"),
    Abbreviation(id="3", short="DRP", full="Domestic Review Panel", acronym=True),
    Abbreviation(id="4", short="w/e", full="week ending"),
)


@pytest.mark.parametrize(
    ("text", "before", "becomes"),
    [
        ("reports of asb", "", "anti-social behaviour"),
        ("Asb", "", "Anti-social behaviour"),
        ("ptm", "", "A Partnership Member"),
        ("the w/e", "", "week ending"),
        ("basb", "", None),
        ("reports", "", None),
        ("", "", None),
        ("the DRP", "", "Domestic Review Panel (DRP)"),
        ("the drp", "", None),
        ("the DRP", "The DRP met.", None),
        ("the DRP", "The domestic review panel met.", None),
        ("the DRP", "The XDRP met.", "Domestic Review Panel (DRP)"),
        ("DRP, and the DRP", "", None),
    ],
)
def test_a_word_is_expanded(text, before, becomes):
    assert expansion(text, before, KNOWN) == becomes


@given(st.text(max_size=30))
def test_the_ending_word_ends_the_text_and_has_no_space(text):
    word = ending_word(text)
    assert text.endswith(word)
    assert not any(letter.isspace() for letter in word)
