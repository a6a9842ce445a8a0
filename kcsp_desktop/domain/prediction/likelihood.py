"""How likely each word is behind some words: several memories and the language in one number.

How this works: each word has a part of a likelihood from every length of context, the longest
first; what a length has not seen falls to the next shorter one, down to the words of the
memories alone and then of the language (absolute discounting, the memories counted together,
each with its weight). A number is only ever one of today's: a date of another meeting looks
right and is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from kcsp_desktop.domain.prediction.memory import END, REACH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.prediction.memory import Counts, Memory
    from kcsp_desktop.domain.prediction.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How the parts are joined and what is shown. Measured on three real records, coarsely.

    ``make keys`` measures; none was chosen for one record at the cost of another.
    """

    room: float = 1.5  # a name or title of the day, against one place in the record
    room_discount: float = 0.3  # the same as below of the day's names and titles, which are whole
    meeting: float = 3.0  # a place in the meeting in hand, the same
    discount: float = 0.75  # taken from each count for what has not been seen there
    language: float = 0.8  # its part of a word's likelihood where no memory knows the word before
    alone: float = 0.1  # within the language: a word's own frequency
    pairs: float = 4.0  # and that behind the word before: above 1, since memories are so small
    capital: float = 0.03  # the language's part in a word that it knows in lower case only
    other_case: float = 0.03  # a word that would change the case of what is typed
    passed: float = 0.2  # a word that was shown and typed past
    show: float = 0.15  # shown from this likelihood on, of all that begin so
    show_untyped: float = 0.2  # the same before the first letter
    go_on: float = 0.3  # further words are added while all of them together are so likely
    longest: int = 10  # further words at most
    least: int = 2  # keys that taking must save: letters and the space, less the key that takes


class Source(NamedTuple):
    """A memory, what one place in it weighs, and what is taken from each count of it."""

    memory: Memory
    weight: float
    discount: float


class _Longer(NamedTuple):
    """What followed some words of context, discounted; ``spare`` falls to a shorter context."""

    counts: Counts
    total: float
    spare: float


class _AfterOne(NamedTuple):
    """What the memories know of any word, and behind one word, with the sums.

    Of each memory: its words, what followed, its weight and discount.
    """

    memories: list[tuple[Counts, dict[str, Counts], float, float]]
    total: float
    spare: float
    size: float


_FEW = 3  # candidates of each length of context before a letter is typed
_LEAST_SPARE = 0.03  # however often a context was seen, something new may follow


class Likelihoods:
    """Asks the memories and the vocabulary. ``today`` are those of the meeting in hand."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        record: Memory,
        today: Iterable[Source],
        weights: Weights,
    ) -> None:
        """Take memories as they are; a place in the record weighs 1."""
        self._vocabulary = vocabulary
        self._today = tuple(today)
        self._sources = (Source(record, 1.0, weights.discount), *self._today)
        self._weights = weights
        self._longer_by: dict[tuple[str, ...], list[_Longer]] = {}

    @property
    def revisions(self) -> tuple[int, ...]:
        """Another value once any memory has changed."""
        return tuple(memory.revision for memory, _, _ in self._sources)

    def let_go(self) -> None:
        """Drop what is kept from key to key."""
        self._longer_by.clear()

    def of_words(self, context: list[str], typed: str, *, starts: bool) -> Counts:
        """Return the likelihood of each word worth a look; with nothing typed of the likeliest.

        ``starts``: a sentence begins, where any word has a capital.
        """
        low, cut, last = typed.lower(), len(typed), context[-1]
        longer = self._longer(context)
        pairs = self._vocabulary.after(last, low)
        forms = self._beginning(last, low, longer) if low else self._likeliest(last, longer)
        forms.update(pairs)
        if not low:
            return self._of(forms, last, longer, pairs)
        found = self._of([form for form in forms if len(form) > cut], last, longer, pairs)
        for form in () if starts else found:
            if form[:cut] != typed:
                found[form] *= self._weights.other_case
        return found

    def of_next(self, context: list[str]) -> Counts:
        """Return that of the very likeliest only: enough where none but a sure one will do."""
        last, longer = context[-1], self._longer(context)
        forms = {max(counts, key=counts.__getitem__) for counts, _, _ in longer}
        for memory, _, _ in self._sources:
            forms.update(memory.likeliest(last)[:1])
        return self._of(forms, last, longer, self._vocabulary.after(last))

    def _of(self, forms: Iterable[str], last: str, longer: list[_Longer], pairs: Counts) -> Counts:
        weights, share = self._weights, self._vocabulary.share
        of_pairs, alone, language = weights.pairs, weights.alone, weights.language
        memories, total, spare, size = self._after_one(last)
        found = {}
        for form in forms:
            low = form.lower()
            if low[:1].isdigit() and not self._is_of_today(form):
                continue
            known = alone * share(low)
            if form == low:
                known += of_pairs * pairs.get(low, 0.0)
            else:
                known *= weights.capital
            seen = behind = 0.0
            for counts, followers, weight, discount in memories:
                seen += weight * counts.get(form, 0)
                at_letter = followers.get(low[:1])
                if at_letter and form in at_letter:
                    behind += weight * (at_letter[form] - discount)
            likelihood = language * known + (1 - language) * seen / size
            if total:
                likelihood = behind / total + spare * likelihood
            for counts, of_all, left in longer:
                likelihood = counts.get(form, 0.0) / of_all + left * likelihood
            found[form] = likelihood
        return found

    def _is_of_today(self, number: str) -> bool:
        return any(number in memory.counts for memory, _, _ in self._today)

    def _after_one(self, last: str) -> _AfterOne:
        total = spare = size = 0.0
        memories = []
        for memory, weight, discount in self._sources:
            times, kinds = memory.follower_sums(last)
            total += weight * times
            spare += weight * discount * kinds
            size += weight * memory.size
            memories.append((memory.counts, memory.followers(last), weight, discount))
        spare = spare / total if total else 1.0
        return _AfterOne(memories, total, max(spare, _LEAST_SPARE), size or 1.0)

    def _longer(self, context: list[str]) -> list[_Longer]:
        key = tuple(context[-REACH:])
        if key not in self._longer_by:
            self._longer_by[key] = self._joined(context)
        return self._longer_by[key]

    def _joined(self, context: list[str]) -> list[_Longer]:
        """Count the memories together, for each length of context."""
        joined: list[Counts] = []
        totals: list[float] = []
        for memory, weight, discount in self._sources:
            for n, counts in enumerate(memory.after(context)):
                if n == len(joined):
                    joined.append({})
                    totals.append(0.0)
                mine = joined[n]
                for form, count in counts.items():
                    if form[:1].isdigit() and not self._is_of_today(form):
                        continue
                    mine[form] = mine.get(form, 0.0) + weight * (count - discount)
                    totals[n] += weight * count
        return [
            _Longer(counts, total, max(1 - sum(counts.values()) / total, _LEAST_SPARE))
            for counts, total in zip(joined, totals, strict=True)
            if total
        ]

    def _likeliest(self, last: str, longer: list[_Longer]) -> set[str]:
        found: set[str] = set()
        for memory, _, _ in self._sources:
            found.update(memory.likeliest(last))
        for counts, _, _ in longer:
            found.update(nlargest(_FEW, counts, counts.__getitem__))
        return found

    def _beginning(self, last: str, low: str, longer: list[_Longer]) -> set[str]:
        cut, first = len(low), low[0]
        found = set(self._vocabulary.beginning(low))
        for memory, _, _ in self._sources:
            found.update(memory.beginning(low))
            followers = memory.followers(last).get(first, ())
            found.update(form for form in followers if form[:cut].lower() == low)
        for counts, _, _ in longer:
            found.update(form for form in counts if form[:cut].lower() == low)
        return found


def best(likelihoods: Counts) -> tuple[str, float]:
    """Return the likeliest word; of two alike the first in the alphabet."""
    if not likelihoods:
        return END, 0.0
    form = min(likelihoods, key=lambda form: (-likelihoods[form], form))
    return form, likelihoods[form]
