"""Runs of text and the grouping of resolutions (house-format 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import (
    BOLD,
    ITALIC,
    BlockKind,
    Visibility,
    is_closed,
    joined,
    kept_closed,
    normalised,
    plain,
    resolutions,
    split_runs,
    with_text,
)
from tests.builders import a_block

K = BlockKind
RUNS = st.lists(st.tuples(st.text(max_size=4), st.integers(0, 3)), max_size=6)


def letters(runs) -> str:
    return "".join(text for text, _ in runs)


def grouped(*kinds: BlockKind):
    blocks = [a_block(f"{n}", kind) for n, kind in enumerate(kinds)]
    return [
        (one.lead.text, [(c.block.text, [b.text for b in c.bullets]) for c in one.clauses])
        for one in resolutions(blocks)
    ]


def test_neighbours_of_the_same_marks_are_joined_and_empty_runs_dropped() -> None:
    runs = (("", BOLD), ("no", 0), ("", ITALIC), ("ted", 0), ("!", BOLD))
    assert normalised(runs) == (("noted", 0), ("!", BOLD))


@given(RUNS)
def test_normalising_keeps_every_letter_and_is_done_once(runs) -> None:
    once = normalised(runs)
    assert letters(once) == letters(runs)
    assert normalised(once) == once
    assert all(text for text, _ in once)


@given(RUNS, st.integers(-3, 30))
def test_what_is_split_joins_again(runs, at: int) -> None:
    before, after = split_runs(normalised(runs), at)
    assert joined(before, after) == normalised(runs)
    assert letters(before) == letters(runs)[: max(at, 0)]


def test_a_split_counts_an_emoji_as_one() -> None:
    assert split_runs(plain("a😀b"), 2) == (plain("a😀"), plain("b"))


def test_plain_text_of_nothing_has_no_runs() -> None:
    assert plain("") == ()
    assert with_text(a_block(), "").text == ""


def test_a_lead_gathers_its_clauses_and_their_bullets() -> None:
    kinds = (K.PARAGRAPH, K.RESOLUTION, K.CLAUSE, K.CLAUSE, K.CLAUSE_BULLET, K.CLAUSE_BULLET)
    assert grouped(*kinds) == [("1", [("2", []), ("3", ["4", "5"])])]


def test_each_lead_begins_a_resolution() -> None:
    assert grouped(K.RESOLUTION, K.RESOLUTION, K.CLAUSE) == [("0", []), ("1", [("2", [])])]


@pytest.mark.parametrize("between", [K.PARAGRAPH, K.PLAIN, K.BULLET, K.POST_MEETING_NOTE])
def test_a_clause_without_a_lead_is_not_lost(between: BlockKind) -> None:
    expected = [("0", []), ("", [("2", []), ("3", [])])]
    assert expected == grouped(K.RESOLUTION, between, K.CLAUSE, K.CLAUSE)


def test_a_private_note_does_not_end_a_resolution() -> None:
    assert grouped(K.RESOLUTION, K.PRIVATE_NOTE, K.CLAUSE) == [("0", [("2", [])])]


def test_a_bullet_straight_under_the_lead_is_not_lost() -> None:
    assert grouped(K.RESOLUTION, K.CLAUSE_BULLET) == [("0", [("1", [])])]


CLOSED = {
    "open": a_block(),
    "restricted": a_block(restricted=True),
    "private": a_block(kind=K.PRIVATE_NOTE),
    "restricted private": a_block(kind=K.PRIVATE_NOTE, restricted=True),
}


def test_the_public_may_read_open_blocks_alone() -> None:
    assert [name for name, block in CLOSED.items() if not is_closed(block)] == ["open"]


@pytest.mark.parametrize(
    ("block", "source", "restricted"),
    [
        ("open", "open", False),
        ("open", "restricted", True),
        ("open", "private", True),
        ("open", "restricted private", True),
        ("private", "open", False),
        ("private", "private", False),
        ("private", "restricted", True),
        ("private", "restricted private", True),
        ("restricted", "open", True),
    ],
)
def test_words_never_become_more_open_than_their_source(block, source, restricted) -> None:
    kept = kept_closed(CLOSED[block], CLOSED[source])
    assert (kept.visibility is Visibility.RESTRICTED) is restricted
