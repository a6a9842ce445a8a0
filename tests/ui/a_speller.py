"""A speller over a dictionary of a few words, for tests that press keys."""

import time

from kcsp_desktop.ui.spelling import Speller

WORDS = (
    "the", "notes", "were", "agreed", "harbour", "clerk", "said", "that", "coast", "to", "and",
    "was", "of",
)  # fmt: skip


class FewWords:
    """Right is what is listed; what was meant begins with the same letter."""

    def __init__(self, words=WORDS):
        self.words = set(words)
        self.looked_up = []

    def lookup(self, word):
        self.looked_up.append(word)
        return word.lower() in self.words

    def suggest(self, word):
        time.sleep(0.02)  # they are asked for while the menu is open already
        yield from (one for one in sorted(self.words) if one[0] == word[0].lower())


def a_speller(qtbot, dictionary=None):
    """Return a speller that has read its dictionary."""
    made = Speller(lambda: dictionary or FewWords())
    made.start()
    qtbot.waitUntil(lambda: made.is_on)
    return made
