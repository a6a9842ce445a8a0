"""Words found in the minutes of a meeting, and others put in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import BOLD, plain
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.wording.replacing import Search, places, replaced, replacements
from tests.builders import a_block, a_meeting, a_record, an_item


@pytest.mark.parametrize(
    ("text", "search", "by", "expected"),
    [
        ("The harbor and the Harbor", Search(words="harbor"), "harbour",
         "The harbour and the Harbour"),
        ("HARBOR", Search(words="harbor"), "harbour", "HARBOUR"),
        ("Harbor harbor", Search(words="harbor", exactly=True), "pier", "Harbor pier"),
        ("harbors harbor", Search(words="harbor", whole_words=True), "pier", "harbors pier"),
        ("a.b a+b", Search(words="a+b"), "c", "a.b c"),
        ("two  words", Search(words="two words"), "one", "one"),
        ("aaa", Search(words="a"), "aa", "aaaaaa"),
        ("nothing", Search(words="  "), "x", "nothing"),
        ("gone", Search(words="gone"), "", ""),
    ],
)  # fmt: skip
def test_words_are_replaced_everywhere(text, search, by, expected):
    assert "".join(part for part, _ in replaced(plain(text), search, by)) == expected


def test_marks_stay_with_the_words_that_had_them():
    runs = (("the ", 0), ("harbor", BOLD), (" wall", 0))
    assert replaced(runs, Search(words="harbor"), "pier") == (
        ("the ", 0),
        ("pier", BOLD),
        (" wall", 0),
    )


def a_whole():
    items = (
        an_item(1, "B", blocks=(a_block("b pier", block_id="b"),)),
        an_item(2, "A", blocks=(a_block("a pier pier", block_id="a"),)),
    )
    return a_record(a_meeting(items))


def test_places_are_told_in_the_order_of_the_agenda():
    found = places(a_whole().meetings[0], Search(words="pier"))
    assert [(one.block.id, one.start, one.end) for one in found] == [
        ("a", 2, 6),
        ("a", 7, 11),
        ("b", 2, 6),
    ]


def test_all_or_some_of_a_meeting_is_replaced_as_edits():
    record = a_whole()
    meeting, search = record.meetings[0], Search(words="pier")
    all_of_it = apply_all(record, replacements(meeting, search, "quay")).record.meetings[0]
    assert [i.blocks[0].text for i in all_of_it.items] == ["b quay", "a quay quay"]
    some = replacements(meeting, search, "quay", only=["b"])
    assert [edit.block_id for edit in some] == ["b"]


@given(st.text("ab \U0001f642", max_size=20), st.text("ab", min_size=1, max_size=2))
def test_what_is_replaced_exactly_is_what_python_replaces(text, words):
    runs = replaced(plain(text), Search(words=words, exactly=True), "-")
    assert "".join(part for part, _ in runs) == text.replace(words, "-")
