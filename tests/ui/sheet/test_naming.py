"""Which block of the text is which block of the record, after Qt has changed the text."""

import pytest

from kcsp_desktop.domain.blocks import BlockKind, Visibility, plain
from kcsp_desktop.ui.sheet.naming import Line, named
from tests.ui.sheet.test_intents import block, fresh

K = BlockKind


def line(name, text, kind=K.PARAGRAPH):
    return Line(block_id=name, kind=kind, runs=plain(text))


A, B = block("a", "one"), block("b", "two", K.BULLET)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("a", "one!")], [("a", "one!")]),
        ([line("a", "one"), line("a", "more")], [("a", "one"), ("new", "more")]),
        ([line("b", "two")], [("b", "two")]),
        ([line(None, "else", None)], [("a", "else")]),
        ([line("a", ""), line("x", "one")], [("new", ""), ("a", "one")]),
    ],
    ids=["typed", "an id is believed once", "one went", "all ids lost", "Enter at the start"],
)
def test_the_lines_are_named(lines, expected):
    old = (A, B) if lines[0].block_id == "b" else (A,)
    assert [(one.id, one.text) for one in named(old, lines, None, fresh)] == expected


def test_a_line_without_a_kind_takes_that_of_the_one_above():
    lines = [line("b", "two", K.BULLET), line(None, "three", None)]
    assert [one.kind for one in named((B,), lines, None, fresh)] == [K.BULLET, K.BULLET]
    assert named((), lines[1:], B, fresh)[0].kind is K.BULLET


def test_a_new_line_with_the_last_words_of_a_restricted_block_is_restricted():
    old = (block("a", "cost per visit", visibility=Visibility.RESTRICTED), B)
    lines = [line("a", "cost"), line(None, "and visit"), line("b", "two", K.BULLET)]
    found = named(old, lines, None, fresh)
    assert [one.visibility for one in found] == [
        Visibility.RESTRICTED,
        Visibility.RESTRICTED,
        Visibility.PUBLIC,
    ]
