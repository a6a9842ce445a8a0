"""When an action is due, as people say it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.actions import Due, DueKind
from kcsp_desktop.domain.wording.due_words import explained, understood_due

SAID = date(2026, 7, 9)
K = DueKind


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("6 December 2026", K.DATE, "2026-12-06"),
        ("by 6 December", K.DATE, "2026-12-06"),
        ("before 3rd March", K.DATE, "2027-03-03"),
        ("on Monday, 20 July", K.DATE, "2026-07-20"),
        ("9/9/26", K.DATE, "2026-09-09"),
        ("July", K.MONTH, "2026-07-31"),
        ("in June", K.MONTH, "2027-06-30"),
        ("early Sept", K.MONTH, "2026-09-30"),
        ("February 2028", K.MONTH, "2028-02-29"),
        ("end of July", K.BY_THE_END_OF, "2026-07-31"),
        ("by the end of March 2027", K.BY_THE_END_OF, "2027-03-31"),
        ("end of the year", K.BY_THE_END_OF, "2026-12-31"),
        ("by the end of the financial year", K.BY_THE_END_OF, "2027-03-31"),
        ("end of December", K.BY_THE_END_OF, "2026-12-31"),
        ("the end of 2027", K.BY_THE_END_OF, "2027-12-31"),
        ("end of the month", K.BY_THE_END_OF, "2026-07-31"),
        ("Next  meeting", K.NEXT_MEETING, ""),
        ("at the next Partnership meeting.", K.NEXT_MEETING, ""),
        ("the meeting on 5 November 2026", K.NAMED_MEETING, "2026-11-05"),
        ("the meeting of 5 November", K.NAMED_MEETING, "2026-11-05"),
        ("November meeting", K.NAMED_MEETING, ""),
        ("each meeting", K.EACH_MEETING, ""),
        ("standing item", K.EACH_MEETING, ""),
        ("annually", K.YEARLY, ""),
        ("every year", K.YEARLY, ""),
        ("ongoing", K.OPEN, ""),
        ("within two weeks", K.DATE, "2026-07-23"),
        ("in a fortnight", K.DATE, "2026-07-23"),
        ("in 14 days", K.DATE, "2026-07-23"),
        ("in three months\u2019 time", K.DATE, "2026-10-09"),
        ("in due course", K.UNCLEAR, ""),
        ("end of play", K.UNCLEAR, ""),
        ("31 February", K.UNCLEAR, ""),
        ("the end of 0000", K.UNCLEAR, ""),
    ],
)
def test_when_it_is_due_is_read_and_the_words_are_kept(words, kind, day):
    assert understood_due(words, SAID) == Due(kind=kind, words=" ".join(words.split()), date=day)


def test_nothing_said_is_open():
    assert understood_due("  ", SAID) == Due()


def test_the_last_day_of_a_short_month_is_not_passed():
    assert understood_due("in a month", date(2026, 1, 31)).date == "2026-02-28"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("end of July", "Friday 31 July 2026"),
        ("next meeting", "at the next meeting"),
        ("meeting on 5 November", "the meeting on Thursday 5 November 2026"),
        ("soon", "not a date: kept in these words, to be asked for"),
    ],
)
def test_how_the_words_were_understood_is_said(words, said):
    assert explained(understood_due(words, SAID)) == said


@given(st.text(max_size=40), st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)))
def test_any_words_are_kept_and_none_are_refused(words, said_on):
    assert understood_due(words, said_on).words == " ".join(words.split())
