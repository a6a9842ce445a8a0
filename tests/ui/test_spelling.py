"""The speller answers from what it knows, learns the rest beside the window, and never stops it."""

import pytest

from kcsp_desktop.domain.spelling.words import words
from kcsp_desktop.ui.spelling import Speller, SpellerState
from tests.ui.a_speller import FewWords, a_speller


def bad(speller, text):
    return [found.word for found in speller.misspelt(words(text))]


def learned(qtbot, speller, text):
    """Ask about a text and return what is bad once the speller has looked it up."""
    with qtbot.waitSignal(speller.learned):
        assert bad(speller, text) == []
    return bad(speller, text)


def test_unknown_words_are_looked_up_once_and_then_known(qtbot):
    dictionary = FewWords()
    speller = a_speller(qtbot, dictionary)
    assert learned(qtbot, speller, "the notse were the notse") == ["notse", "notse"]
    assert sorted(dictionary.looked_up) == ["notse", "the", "were"]


def test_names_and_the_bodys_own_words_are_right(qtbot):
    speller = a_speller(qtbot)
    assert learned(qtbot, speller, "Wexmoor wellbeing") == ["Wexmoor", "wellbeing"]
    with qtbot.waitSignal(speller.learned) as told:
        speller.names = frozenset({"Wexmoor"})
    assert (told.args, bad(speller, "Wexmoor")) == ([frozenset({"Wexmoor"})], [])
    with qtbot.waitSignals([speller.learned, speller.word_added]):
        speller.add_word("wellbeing")
    assert (bad(speller, "Wellbeing"), speller.known_words) == ([], {"wellbeing"})
    speller.known_words = frozenset()
    assert bad(speller, "wellbeing") == ["wellbeing"]


def test_the_records_names_come_first_among_the_suggestions(qtbot):
    speller = a_speller(qtbot)
    speller.names = frozenset({"Harborough"})
    with qtbot.waitSignal(speller.suggested) as told:
        speller.suggest("Harborogh")
    assert told.args == ["Harborogh", ("Harborough", "harbour")]
    with qtbot.waitSignal(speller.suggested) as again:
        speller.suggest("Harborogh")
    assert again.args == told.args


def nothing():
    return None


def broken():
    raise OSError("the file is cut short")


@pytest.mark.parametrize("load", [nothing, broken])
def test_without_a_dictionary_spelling_is_off_and_says_how_to_get_it(qtbot, load):
    speller = Speller(load)
    speller.start()
    qtbot.waitUntil(lambda: speller.state is SpellerState.NO_DICTIONARY)
    assert bad(speller, "notse") == []
    assert "apt install hunspell-en-gb" in speller.fact[1]
    speller.suggest("notse")


class Broken(FewWords):
    def lookup(self, word):
        if word == "coast":
            raise ValueError(word)
        return super().lookup(word)

    def suggest(self, word):
        raise ValueError(word)


def test_a_word_the_dictionary_falls_over_is_not_marked(qtbot):
    speller = a_speller(qtbot, Broken())
    assert learned(qtbot, speller, "coast notse") == ["notse"]
    with qtbot.waitSignal(speller.suggested) as told:
        speller.suggest("notse")
    assert told.args == ["notse", ()]
