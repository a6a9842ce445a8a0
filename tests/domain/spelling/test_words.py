"""Which words are looked up, where they stand, and whose names are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.spelling.words import words, written


def told(text, typing_at=None):
    return [found.word for found in words(text, typing_at)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The notes were agreed.", ["The", "notes", "were", "agreed"]),
        ("", []),
        # Numbers, codes, times and words with figures in them.
        ("In 2026 item B3 at 10.30am, the 4th of 21,500", ["In", "item", "at", "the", "of"]),
        # Addresses of every kind.
        ("See www.exmaple.org/a-b or clerk@exmaple.gov.uk now", ["See", "or", "now"]),
        ("at https://exmaple.org/pagge, or exmaple.co.uk/x", ["at", "or"]),
        ("in the file notess.docx of", ["in", "the", "file", "of"]),
        # A missing space after a full stop is no address.
        ("agreed.The", ["agreed", "The"]),
        # Possessives lose their ending, straight or curly; other apostrophes stay.
        ("Harbour's and the clerk\u2019s, members' didn\u2019t", ["Harbour", "and", "the", "clerk",
                                                        "members", "didn't"]),
        ("MERIDIAN'S", ["MERIDIAN"]),
        # Hyphens part a word; a prefix before one is no word of its own.
        ("a well-kept multi-agnecy co-ordniator", ["well", "kept", "agnecy", "ordniator"]),
        ("coast\u2013line and/or", ["coast", "line", "and", "or"]),
        # Initials, short acronyms and their plurals; a long word in capitals is looked up.
        ("Mr P M Hill and J. of the KHSP, PCCs, RESOLEVD", ["Mr", "Hill", "and", "of", "the",
                                                            "RESOLEVD"]),
        # Accents, composed or not; other scripts are nobody's mistake.
        ("a cafe\u0301 and Москва", ["caf\u00e9", "and"]),
        ("snake_case", []),
    ],
)  # fmt: skip
def test_what_is_looked_up(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("caret", "expected"),
    [
        (None, ["the", "speling", "was"]),
        (5, ["the", "was"]),
        (11, ["the", "was"]),
        # At its start, and behind the space, it is typed no longer.
        (4, ["the", "speling", "was"]),
        (12, ["the", "speling", "was"]),
        (15, ["the", "speling"]),
    ],
)
def test_the_word_being_typed_is_left_alone(caret, expected):
    assert told("the speling was", caret) == expected


@pytest.mark.parametrize("text", ["isn'", "isn\u2019", "well-", "isn't"])
def test_an_apostrophe_or_hyphen_does_not_end_the_typing(text):
    assert told(text, len(text)) == []


def test_places_are_code_points_and_leave_the_possessive_out():
    text = "😀 the Clrek\u2019s"
    (last,) = words(text)[1:]
    assert (text[last.start : last.end], last.word) == ("Clrek", "Clrek")


@given(st.text(max_size=80), st.none() | st.integers(0, 80))
def test_every_word_found_stands_where_it_says(text, caret):
    former = 0
    for found in words(text, caret):
        assert former <= found.start < found.end <= len(text)
        assert written(text[found.start : found.end]) == found.word
        former = found.end


@given(st.text(alphabet="ab.@-:/w' ", max_size=400))
def test_addresses_never_take_long(text):
    words(text)


def test_a_long_text_without_spaces_is_read_in_no_time():
    assert len(words("ab," * 5000)) == 5000
