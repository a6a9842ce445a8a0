"""The words of English, from the package that brings them."""

from __future__ import annotations

import sys

import pytest

from kcsp_desktop.importing import base_words as module
from kcsp_desktop.importing.base_words import base_words, british, in_british_english


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("organization", "organisation"),
        ("colors", "colours"),
        ("prize", "prize"),
        ("centered", "centered"),  # no such twin is known
        ("report", "report"),
    ],
)
def test_american_spellings_have_their_british_twin(word, expected):
    assert british(word, {"organisation", "colours", "prise"}) == expected


def test_the_lists_are_joined_in_british_english():
    words = [("organise", 9e6), ("organize", 1e6), ("events", 9e6), ("qqq", 1.0), ("xxx", 9e9)]
    pairs = [
        ("organise", "events", 2.0),
        ("organize", "events", 1.0),
        ("qqq", "events", 5.0),
    ]
    assert in_british_english(words, pairs) == (
        {"organise": 1e7, "events": 9e6},
        {"organise events": 3.0},
    )


def test_the_package_brings_words_and_pairs():
    vocabulary = base_words()
    assert vocabulary.share("the") > vocabulary.share("committee") > vocabulary.share("behaviour")
    assert vocabulary.share("organization") == 0.0
    assert "the" in vocabulary.after("of", "t")
    assert "symspellpy" not in sys.modules


def test_without_the_package_there_are_no_words(monkeypatch):
    monkeypatch.setattr(module, "_PACKAGE", "no_such_package_here")
    assert base_words().counts == {}
