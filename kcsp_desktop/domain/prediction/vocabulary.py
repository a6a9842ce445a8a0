"""The words of the language: which there are, how common each is, which stand side by side.

How this works: made once, off the window's thread, from lists that ``importing`` reads; then
only asked. The quarter of a million pairs lie in one text, sorted, and are found by halving: as
a table of tables they would cost ten times the memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from heapq import nlargest
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LETTERS = 3
"""So many letters of a word's beginning have their commonest words at hand."""

_COMMONEST = 16
_AFTER_EACH = 4
_SOUGHT_BEFORE = 500  # the commonest words: what follows each is too much to look through on a key
_LAST = "\uffff"


class Vocabulary:
    """Words in lower case with their frequencies, and pairs of them with theirs."""

    def __init__(
        self, counts: Mapping[str, float], pairs: Mapping[str, float] | None = None
    ) -> None:
        """Sort and index. ``pairs`` are by "first second"."""
        self.counts = dict(counts)
        self._total = sum(self.counts.values()) or 1.0
        self._words = sorted(self.counts)
        self._best: dict[str, list[str]] = {}
        for word in sorted(self._words, key=self.counts.__getitem__, reverse=True):
            for length in range(1, LETTERS + 1):
                best = self._best.setdefault(word[:length], [])
                if len(best) < _COMMONEST:
                    best.append(word)
        ordered = sorted((pairs or {}).items())
        self._pair_text = "".join([pair for pair, _ in ordered])
        self._pair_ends = array("l", accumulate([len(pair) for pair, _ in ordered], initial=0))
        self._pair_counts = array("d", [count for _, count in ordered])
        most = nlargest(_SOUGHT_BEFORE, self._words, self.counts.__getitem__)
        self._likely = {first: self._followers(first, "", _AFTER_EACH) for first in most}

    def share(self, low: str) -> float:
        """Return how large a part of all words ``low`` is."""
        return self.counts.get(low, 0.0) / self._total

    def beginning(self, low: str) -> list[str]:
        """Return the commonest words that begin so."""
        if len(low) <= LETTERS:
            return self._best.get(low, [])
        start = bisect_left(self._words, low)
        found = self._words[start : bisect_left(self._words, low + _LAST, start)]
        return nlargest(_COMMONEST, found, self.counts.__getitem__)

    def after(self, first: str, low: str = "") -> dict[str, float]:
        """Return in what part of its places ``first`` is followed by each word beginning so.

        The commonest only, most of all where nothing has been typed.
        """
        total = self.counts.get(first, 0.0)
        if not total:
            return {}
        if not low and first in self._likely:
            return self._likely[first]
        return self._followers(first, low, _COMMONEST if low else _AFTER_EACH)

    def _followers(self, first: str, low: str, most: int) -> dict[str, float]:
        key = f"{first} {low}"
        every = range(len(self._pair_counts))
        start = bisect_left(every, key, key=self._pair)
        stop = bisect_left(every, key + _LAST, start, key=self._pair)
        counts, total = self._pair_counts, self.counts[first]
        places = nlargest(most, every[start:stop], counts.__getitem__)
        return {self._pair(n)[len(first) + 1 :]: counts[n] / total for n in places}

    def _pair(self, n: int) -> str:
        return self._pair_text[self._pair_ends[n] : self._pair_ends[n + 1]]
