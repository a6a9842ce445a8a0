"""Places in a text: Qt counts UTF-16 units, Python code points."""

from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.ui.sheet import block_text as bt

texts = st.text(st.sampled_from("ab é\u2019\u2028😀🙂"), max_size=9)


@given(texts, st.integers(0, 12))
def test_a_place_in_code_points_comes_back_from_its_place_in_units(text, place):
    place = min(place, len(text))
    assert bt.points(text, bt.units(text, place)) == place


@given(texts)
def test_units_are_what_utf16_has(text):
    assert bt.units(text) == sum(2 if ord(letter) > 0xFFFF else 1 for letter in text)


@given(texts)
def test_a_place_past_the_end_is_the_end_and_before_the_start_the_start(text):
    assert (bt.points(text, 99), bt.points(text, -1)) == (len(text), 0)


def test_the_middle_of_a_letter_is_behind_it():
    assert bt.points("a😀b", 2) == 2
