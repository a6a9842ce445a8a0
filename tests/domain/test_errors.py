"""What is said to people when something cannot be done."""

from __future__ import annotations

from kcsp_desktop.domain.errors import KcspError, Missing, RuleBroken


def test_an_error_is_said_in_whole_sentences() -> None:
    error = KcspError("The venue is not set.", "Details.", "Type a place.")
    assert str(error) == "The venue is not set. Details. Type a place."


def test_an_error_of_one_sentence_has_no_stray_spaces() -> None:
    assert str(RuleBroken("That is not so.")) == "That is not so."


def test_what_is_missing_is_a_rule_broken_too() -> None:
    assert issubclass(Missing, RuleBroken)
