"""Breaks in a meeting, as they are written and read."""

import pytest

from kcsp_desktop.domain.life import Adjournment, understood_breaks, written_breaks

ONE = (Adjournment(at="11.15", resumed="11.30"),)
TWO = (*ONE, Adjournment(at="12.40"))


@pytest.mark.parametrize(
    ("typed", "breaks"),
    [
        ("11.15 to 11.30", ONE),
        ("1115-1130", ONE),
        ("11:15 am \N{EN DASH} 11:30 am", ONE),
        ("11.15 resumed 11.30; 12.40 pm", TWO),
        ("11.15 to 11.30, 12.40", TWO),
        ("", ()),
        ("before lunch", None),
        ("11.15 to 11.30 to 11.45", None),
        ("25.15", None),
    ],
)
def test_breaks_are_read_as_people_type_them(typed, breaks) -> None:
    assert understood_breaks(typed) == breaks


@pytest.mark.parametrize("breaks", [(), ONE, TWO])
def test_breaks_are_read_as_they_are_written(breaks) -> None:
    assert understood_breaks(written_breaks(breaks)) == breaks
