"""A vote in words: printed, and written and read as a recorded one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import Vote
from kcsp_desktop.domain.wording.voting import WAYS, named_votes, recorded, voted, written_votes


@pytest.mark.parametrize(
    ("vote", "sentence"),
    [
        (Vote(), ""),
        (Vote(mover="Mrs Barden", seconder="Mr Quelch"),
         "Proposed by Mrs Barden and seconded by Mr Quelch."),
        (Vote(mover="Mrs Barden", in_favour=7, against=0, abstained=1),
         "Proposed by Mrs Barden. Voting: 7 for, 0 against, 1 abstained."),
        (Vote(seconder="Mr Quelch", in_favour=5),
         "Seconded by Mr Quelch. Voting: 5 for."),
    ],
)  # fmt: skip
def test_who_moved_it_and_the_figures_are_a_sentence_each(vote, sentence):
    assert voted(vote) == sentence


def test_a_recorded_vote_is_a_line_for_each_way():
    named = (("Mrs A", "for"), ("Mr B", "against"), ("Ms C", "for"), ("Dr D", "for"))
    assert recorded(Vote(named=named)) == ("For: Mrs A, Ms C and Dr D.", "Against: Mr B.")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("", ()),
        ("for: Mrs A, Mr B; against: Ms C", (("Mrs A", "for"), ("Mr B", "for"),
                                             ("Ms C", "against"))),
        ("Mrs A; Abstained: Mr B,", (("Mrs A", "for"), ("Mr B", "abstained"))),
    ],
)  # fmt: skip
def test_a_recorded_vote_is_read_as_it_is_typed(words, named):
    assert named_votes(words) == named


NAMES = st.text("abcd ", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(st.tuples(NAMES, st.sampled_from(WAYS)), max_size=5))
def test_what_is_written_is_read_again(named):
    by_way = tuple(sorted(named, key=lambda row: WAYS.index(row[1])))
    assert named_votes(written_votes(by_way)) == by_way
