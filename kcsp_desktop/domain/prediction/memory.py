"""What has been written: each place of each pair of words, walked from the latest back.

How this works: texts lie one behind the other as numbers of words, and each pair of classes is
chained to the place where it stood before. To ask what followed some words is to walk that
chain and to look how far each place agrees further back. So any length of context is found
without a table for each, and years of meetings cost some dozens of bytes a word. The walk is
short, because the latest places say most and a key is waiting.
"""

from __future__ import annotations

from array import array
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING

from kcsp_desktop.domain.prediction.vocabulary import LETTERS
from kcsp_desktop.domain.prediction.words import (
    SENTENCE_ENDS,
    as_inside,
    block_start,
    classes,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

Counts = dict[str, float]

END = ""
"""What follows the last word of a block."""

REACH = 5
"""So many words of context are looked at."""

_WALK = 120  # places of a pair that are looked at
_COMMONEST = 16
_LIKELIEST = 3
_NOTHING: dict[str, Counts] = {}


class Memory:
    """Texts of one origin, counted. ``revision`` changes with every text."""

    def __init__(self, lower_case: Container[str] = ()) -> None:
        """Remember nothing yet. ``lower_case``: words that only a sentence's start capitalises."""
        self.counts: Counts = {}
        self.size = 0
        self.revision = 0
        self._lower_case = lower_case
        self._forms = [END]
        self._form_numbers = {END: 0}
        self._class_numbers: dict[str, int] = {}
        self._form_at = array("l")
        self._class_at = array("l")
        self._same_before = array("l")
        self._latest: dict[int, int] = {}
        self._texts: dict[tuple[str, str], list[int]] = {}
        self._followers: dict[str, dict[str, Counts]] = {}  # by class, then by first letter
        self._follower_sums: dict[str, tuple[int, int]] = {}
        self._likeliest: dict[str, list[str]] = {}
        self._beginning: dict[str, dict[str, None]] = {}
        self._commonest: dict[str, list[str]] = {}

    def learn(self, text: str, kind: str = "") -> None:
        """Take in the text of one block; blocks of another ``kind`` begin otherwise."""
        words = self._inside(tokens(text))
        if not words:
            return
        self.revision += 1
        self._texts.setdefault((text, kind), []).append(len(self._form_at))
        before = ""
        forms, kinds = (END, *words, END), (block_start(kind), *classes(words), "")
        for form, class_ in zip(forms, kinds, strict=True):
            self._place(form, class_, before)
            if before:
                self._count(before, form, 1)
            before = class_

    def learn_all(self, texts: Iterable[tuple[str, str]]) -> None:
        """Take in many, each with its kind."""
        for text, kind in texts:
            self.learn(text, kind)

    def forget(self, text: str, kind: str = "") -> None:
        """Take back what was learnt from this very text; nothing where it never was."""
        places = self._texts.get((text, kind))
        if not places:
            return
        self.revision += 1
        place = places.pop()
        for class_ in (block_start(kind), *classes(tokens(text))):
            self._class_at[place] = -1  # a walk still comes by here, and takes nothing along
            place += 1
            self._count(class_, self._forms[self._form_at[place]], -1)

    def followers(self, before: str) -> dict[str, Counts]:
        """Return what followed the class and how often, by first letters."""
        return self._followers.get(before, _NOTHING)

    def follower_sums(self, before: str) -> tuple[int, int]:
        """Return how often anything followed the class, and how many different words."""
        return self._follower_sums.get(before, (0, 0))

    def likeliest(self, before: str) -> list[str]:
        """Return what followed the class most often."""
        if before not in self._likeliest:
            letters = self._followers.get(before, {}).values()
            every = (entry for followers in letters for entry in followers.items())
            self._likeliest[before] = [
                form for form, _ in nlargest(_LIKELIEST, every, key=itemgetter(1))
            ]
        return self._likeliest[before]

    def beginning(self, low: str) -> list[str]:
        """Return the commonest words that begin so, whatever stands before them."""
        key = low[:LETTERS]
        if key not in self._commonest:
            forms = self._beginning.get(key, ())
            self._commonest[key] = sorted(forms, key=self.counts.__getitem__, reverse=True)
        found = self._commonest[key]
        if len(low) > LETTERS:
            found = [form for form in found if form[: len(low)].lower() == low]
        return found[:_COMMONEST]

    def after(self, context: list[str]) -> list[Counts]:
        """Return what followed the last 2, 3, … classes of ``context``, and how often."""
        found: list[Counts] = []
        numbers = [self._class_numbers.get(class_, -2) for class_ in context[-REACH:]][::-1]
        if len(numbers) < 2 or min(numbers[:2]) < 0:
            return found
        class_at, form_at, forms = self._class_at, self._form_at, self._forms
        place = self._latest.get(numbers[1] << 32 | numbers[0], -1)
        for _ in range(_WALK):
            if place < 0:
                break
            if class_at[place] >= 0:
                form = forms[form_at[place + 1]]
                length = 2
                while length < len(numbers) and class_at[place - length] == numbers[length]:
                    length += 1
                while len(found) < length - 1:
                    found.append({})
                for counts in found[: length - 1]:
                    counts[form] = counts.get(form, 0) + 1
            place = self._same_before[place]
        return found

    def _inside(self, words: list[str]) -> list[str]:
        """Return ``words``, sentences' first ones in the case they would have inside."""
        starts = True
        found = []
        for word in words:
            known = starts and word not in self.counts
            found.append(as_inside(word, self._lower_case) if known else word)
            starts = word in SENTENCE_ENDS
        return found

    def _place(self, form: str, class_: str, before: str) -> None:
        number = self._class_numbers.setdefault(class_, len(self._class_numbers))
        if form not in self._form_numbers:
            self._form_numbers[form] = len(self._forms)
            self._forms.append(form)
        pair = self._class_numbers[before] << 32 | number if before else -1
        self._same_before.append(self._latest.get(pair, -1))
        self._latest[pair] = len(self._form_at)
        self._form_at.append(self._form_numbers[form])
        self._class_at.append(number)

    def _count(self, before: str, form: str, times: int) -> None:
        letters = self._followers.setdefault(before, {})
        followers = letters.setdefault(form[:1].lower(), {})
        every, different = self._follower_sums.get(before, (0, 0))
        different += _changed(followers, form, times)
        self._follower_sums[before] = every + times, different
        self._likeliest.pop(before, None)
        if form is not END:
            self.size += times
            self._index(form.lower(), form, _changed(self.counts, form, times))

    def _index(self, low: str, form: str, new: int) -> None:
        for length in range(1, LETTERS + 1):
            self._commonest.pop(low[:length], None)
            if new > 0:
                self._beginning.setdefault(low[:length], {})[form] = None
            elif new < 0:
                self._beginning[low[:length]].pop(form, None)


def _changed(counts: Counts, form: str, times: int) -> int:
    """Change a count; return 1 if the word is new there, -1 if it is gone, else 0."""
    former = counts.get(form, 0)
    if former + times > 0:
        counts[form] = former + times
        return 0 if former else 1
    counts.pop(form, None)
    return -1 if former else 0
