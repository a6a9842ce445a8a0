"""What to offer behind the caret: the rest of a word, and the words that surely follow it.

How this works: each word that may stand here has a part of a likelihood from every length of
context, the longest first; what a length has not seen falls to the next shorter one, down to the
words of the memories alone and then of the language (absolute discounting). The memories are
counted together, each with its weight: the meeting in hand says most. A word of the other case,
and one that was shown and typed past, count for little. Further words are added while each is
likelier than not; a word too unlikely is not shown at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from kcsp_desktop.domain.prediction.memory import END, REACH
from kcsp_desktop.domain.prediction.words import (
    SENTENCE_ENDS,
    begun,
    block_start,
    classes,
    spaced,
    tokens,
    written_honorific,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kcsp_desktop.domain.prediction.memory import Counts, Memory
    from kcsp_desktop.domain.prediction.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How the parts are joined. Measured on three real records (``tests/keys``), coarsely."""

    room: float = 1.5  # a name or title of the day, against one place in the record
    meeting: float = 3.0  # a place in the meeting in hand, the same
    discount: float = 0.75  # taken from each count for what has not been seen there
    language: float = 0.35  # its part of a word's likelihood without context
    pairs: float = 0.3  # within the language: the part that looks at the word before
    capital: float = 0.02  # the language's part in a word that it knows in lower case only
    other_case: float = 0.03  # a word that would change the case of what is typed
    passed: float = 0.3  # a word that was shown and typed past
    show: float = 0.08  # shown from this likelihood on, of all that begin so
    show_untyped: float = 0.12  # the same before the first letter
    go_on: float = 0.5  # a further word is added from this likelihood on
    longest: int = 10  # further words at most
    least: int = 2  # keys that taking must save: letters and the space, less the key that takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What stands if it is taken: ``text`` in place of ``typed``, the letters before the caret.

    Both are the same but for case as far as ``typed`` goes.
    """

    typed: str
    text: str

    @property
    def rest(self) -> str:
        """What comes behind the caret."""
        return self.text[len(self.typed) :]

    @property
    def changes_typed(self) -> bool:
        """Whether taking it changes the case of letters typed."""
        return not self.text.startswith(self.typed)


class _Longer(NamedTuple):
    """What followed some words of context; ``spare`` falls to the next shorter context."""

    counts: Counts
    total: float
    spare: float


_FEW = 3  # candidates of each length of context before a letter is typed
_NEAR = 160  # letters before the caret that can matter to the next word
_KEPT = 200


class Suggester:
    """Joins one vocabulary and some memories with their weights."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        sources: Iterable[tuple[Memory, float]],
        weights: Weights | None = None,
    ) -> None:
        """Take memories as they are: what they learn later is used from then on."""
        self.vocabulary = vocabulary
        self.sources = tuple(sources)
        self.weights = weights or Weights()
        self._revisions: tuple[int, ...] = ()
        self._longer_by: dict[tuple[str, ...], list[_Longer]] = {}
        self._further_by: dict[tuple[str, ...], str] = {}

    def suggest(
        self, before: str, kind: str = "", passed: Collection[str] = ()
    ) -> Suggestion | None:
        """Return what to offer behind ``before``, the block's text up to the caret.

        ``kind`` is the block's; ``passed`` are words, in lower case, that were shown in this
        place and typed past (``taking`` keeps them).
        """
        self._let_go()
        typed = begun(before)
        words, context = _context(before[: len(before) - len(typed)], kind)
        starts = not words or words[-1] in SENTENCE_ENDS
        scores = self._scores(context, typed, starts)
        for form in scores if passed else ():
            if form.lower() in passed:
                scores[form] *= self.weights.passed
        form, likelihood = _best(scores)
        if typed:
            likelihood /= sum(scores.values()) or 1.0
        if form is END or likelihood < self._bound(typed):
            return None
        text = _cased(form, starts or typed[:1].isupper()) + self._further(context, words, form)
        found = _with_honorific(before, words, Suggestion(typed=typed, text=text))
        return found if len(found.rest) >= self.weights.least else None

    def _bound(self, typed: str) -> float:
        return self.weights.show if typed else self.weights.show_untyped

    def _let_go(self) -> None:
        """Drop what was kept from key to key, once a memory has changed or it grows large."""
        revisions = tuple(memory.revision for memory, _ in self.sources)
        if revisions != self._revisions or len(self._further_by) > _KEPT:
            self._revisions = revisions
            self._longer_by.clear()
            self._further_by.clear()

    def _further(self, context: list[str], words: list[str], form: str) -> str:
        """Return what surely follows ``form``, up to a word or to a mark that may end it."""
        key = (*context[-REACH:], form)
        if key not in self._further_by:
            self._further_by[key] = self._followed(context[-REACH:], words[-REACH:], form)
        return self._further_by[key]

    def _followed(self, context: list[str], words: list[str], form: str) -> str:
        text = kept = ""
        for _ in range(self.weights.longest):
            words.append(form)
            context.append(classes(words[-REACH:])[-1])
            starts = form in SENTENCE_ENDS
            form, likelihood = _best(self._scores(context, "", starts))
            if form is END or likelihood < self.weights.go_on:
                break
            text += " " * spaced(words[-1], form) + _cased(form, starts)
            if form[-1].isalnum() or form in ".)%":
                kept = text
        return kept

    def _longer(self, context: list[str]) -> list[_Longer]:
        key = tuple(context[-REACH:])
        if key not in self._longer_by:
            joined: list[Counts] = []
            for memory, weight in self.sources:
                for n, counts in enumerate(memory.after(context)):
                    if n == len(joined):
                        joined.append({})
                    mine = joined[n]
                    for form, count in counts.items():
                        mine[form] = mine.get(form, 0.0) + weight * count
            self._longer_by[key] = [self._with_spare(counts) for counts in joined]
        return self._longer_by[key]

    def _with_spare(self, counts: Counts) -> _Longer:
        total = sum(counts.values())
        return _Longer(counts, total, self._spare(len(counts), total))

    def _spare(self, different: float, total: float) -> float:
        return min(self.weights.discount * different / total, 0.95) if total else 1.0

    def _scores(self, context: list[str], typed: str, starts: bool) -> dict[str, float]:
        """Return the likelihood of every word worth a look; without letters, of the likeliest."""
        weights, sources, vocabulary = self.weights, self.sources, self.vocabulary
        low, cut, last = typed.lower(), len(typed), context[-1]
        longer = self._longer(context)
        pairs = vocabulary.after(last, low)
        forms = self._candidates(last, low, longer)
        forms.update(pairs)
        total = different = 0.0
        for memory, weight in sources:
            times, kinds = memory.follower_sums(last)
            total += weight * times
            different += kinds
        size = sum(weight * memory.size for memory, weight in sources) or 1.0
        levels = [_Longer({}, total, self._spare(different, total)), *longer] if total else []
        discount, of_pairs, language = weights.discount, weights.pairs, weights.language
        scores = {}
        for form in forms:
            if typed and len(form) <= cut:
                continue
            below = form.lower()
            known = vocabulary.share(below)
            if form == below:
                known = of_pairs * pairs.get(below, 0.0) + (1 - of_pairs) * known
            else:
                known *= weights.capital
            seen = behind = 0.0
            for memory, weight in sources:
                seen += weight * memory.counts.get(form, 0)
                behind += weight * memory.followers(last, below[:1]).get(form, 0)
            score = language * known + (1 - language) * seen / size
            for counts, sum_, spare in levels:
                count = behind if counts is levels[0].counts else counts.get(form, 0.0)
                score = max(count - discount, 0.0) / sum_ + spare * score
            if not starts and form[:cut] != typed:
                score *= weights.other_case
            scores[form] = score
        return scores

    def _candidates(self, last: str, low: str, longer: list[_Longer]) -> set[str]:
        found: set[str] = set()
        if not low:
            for memory, _ in self.sources:
                found.update(memory.likeliest(last))
            for counts, _, _ in longer:
                found.update(nlargest(_FEW, counts, counts.__getitem__))
            return found
        cut = len(low)
        for memory, _ in self.sources:
            found.update(memory.beginning(low))
            followers = memory.followers(last, low[0])
            found.update(form for form in followers if form[:cut].lower() == low)
        for counts, _, _ in longer:
            found.update(form for form in counts if form[:cut].lower() == low)
        found.update(self.vocabulary.beginning(low))
        return found


def _best(scores: dict[str, float]) -> tuple[str, float]:
    """Return the likeliest word; of two alike the first in the alphabet."""
    if not scores:
        return END, 0.0
    form = min(scores, key=lambda form: (-scores[form], form))
    return form, scores[form]


def _context(text: str, kind: str) -> tuple[list[str], list[str]]:
    """Return the words before the one that is due, as they stand and as classes."""
    words = tokens(text[-_NEAR:])
    if len(text) > _NEAR:
        del words[:1]  # it may be half a word
        return words, classes(words)
    return words, [block_start(kind), *classes(words)]


def _cased(form: str, capital: bool) -> str:
    return form[:1].upper() + form[1:] if capital else form


def _with_honorific(before: str, words: list[str], found: Suggestion) -> Suggestion:
    """Put a "mr" typed before a name right too, when the name is taken."""
    typed = words[-1] if words else ""
    printed = written_honorific(typed)
    if not printed or printed == typed or not found.typed or not found.text[:1].isupper():
        return found
    behind = before[before.rindex(typed, 0, len(before) - len(found.typed)) :]
    text = printed + behind[len(printed) : len(behind) - len(found.typed)] + found.text
    return Suggestion(typed=behind, text=text)
