"""The time that stands with a commitment, in the forms of minutes."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.actions import DueKind
from kcsp_desktop.domain.blocks import BlockKind
from tests.domain.commitments.reading import Row, commitments

K = DueKind
SAID = "Mrs Barden agreed to report back"


@pytest.mark.parametrize(
    ("when", "kind", "words", "day"),
    [
        ("by the end of July 2026", K.BY_THE_END_OF, "by the end of July 2026", "2026-07-31"),
        (
            "before the end of the month",
            K.BY_THE_END_OF,
            "before the end of the month",
            "2026-03-31",
        ),
        ("on Thursday 9 July 2026", K.DATE, "on Thursday 9 July 2026", "2026-07-09"),
        ("by 14 August", K.DATE, "by 14 August", "2026-08-14"),
        ("on 6th December", K.DATE, "on 6th December", "2026-12-06"),
        ("in May 2026", K.MONTH, "in May 2026", "2026-05-31"),
        ("in early June", K.MONTH, "in early June", "2026-06-30"),
        ("within two weeks", K.DATE, "within two weeks", "2026-03-26"),
        ("to the next meeting", K.NEXT_MEETING, "to the next meeting", ""),
        ("at the next Panel meeting", K.NEXT_MEETING, "at the next Panel meeting", ""),
        (
            "at the meeting on 9 July 2026",
            K.NAMED_MEETING,
            "at the meeting on 9 July 2026",
            "2026-07-09",
        ),
        ("at the July meeting", K.NAMED_MEETING, "at the July meeting", ""),
        ("at each meeting", K.EACH_MEETING, "at each meeting", ""),
        ("as a standing item", K.EACH_MEETING, "as a standing item", ""),
        ("annually", K.YEARLY, "annually", ""),
        ("each November", K.YEARLY, "each November", ""),
        ("every year", K.YEARLY, "every year", ""),
        ("at the appropriate time", K.UNCLEAR, "at the appropriate time", ""),
        ("in due course", K.UNCLEAR, "in due course", ""),
        ("in the spring of 2027", K.UNCLEAR, "in the spring of 2027", ""),
        ("on the state of the paths", K.OPEN, "", ""),
    ],
)
def test_the_time_is_read_and_its_words_are_kept(when, kind, words, day):
    found = commitments(Row("E", BlockKind.PARAGRAPH, f"{SAID} {when}.", None))
    due = found[0].due
    assert (due.kind, due.words, due.date) == (kind, words, day)


def test_a_day_that_is_gone_is_not_when_it_is_due():
    text = "The notes of the meeting held on 8 January 2026 would be circulated."
    assert commitments(Row("E", BlockKind.PARAGRAPH, text, None))[0].due.kind is K.OPEN
