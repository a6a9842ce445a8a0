"""When an action is due, as people say it."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.actions import Due, DueKind, understood_due


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Due()),
        ("  ", Due()),
        (
            "6 December 2026",
            Due(kind=DueKind.DATE, words="6 December 2026", date="2026-12-06"),
        ),
        ("Next  meeting", Due(kind=DueKind.NEXT_MEETING, words="Next meeting")),
        ("each meeting", Due(kind=DueKind.EACH_MEETING, words="each meeting")),
        ("annually", Due(kind=DueKind.YEARLY, words="annually")),
        ("in due course", Due(kind=DueKind.UNCLEAR, words="in due course")),
    ],
)
def test_when_it_is_due_is_read_and_the_words_are_kept(words: str, expected: Due) -> None:
    assert expected == understood_due(words)
