"""What to offer behind the caret: the rest of a word, and the words that surely follow it.

How this works: of all words that may stand here the likeliest is offered, unless it is too
unlikely or saves too little; one that was shown and typed past gives way to the next, since who
wanted it would have taken it. Further words are added while they are likely enough together.
What was worked out for one key is kept for the next, until a memory changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.prediction.likelihood import Likelihoods, Source, Weights, best
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
    from collections.abc import Collection

    from kcsp_desktop.domain.prediction.memory import Memory
    from kcsp_desktop.domain.prediction.vocabulary import Vocabulary

_NEAR = 160  # letters before the caret that can matter to the next word
_KEPT = 200
_MAY_END = frozenset(".)%")


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


class Suggester:
    """Joins the vocabulary of the language and the memories, each with its weight."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        *,
        record: Memory,
        room: Memory,
        meeting: Memory,
        own: Memory | None = None,
        weights: Weights | None = None,
    ) -> None:
        """Take memories as they are: what they learn later is used from then on.

        ``record``: the body's other meetings; ``room``: people, titles and phrases of the day;
        ``meeting``: what is public of the one in hand; ``own``: a restricted item in hand.
        """
        self._weights = weights = weights or Weights()
        today = [Source(room, weights.room, weights.room_discount)]
        today += [
            Source(memory, weights.meeting, weights.discount)
            for memory in (meeting, own)
            if memory is not None
        ]
        self._likelihoods = Likelihoods(vocabulary, record, today, weights)
        self._revisions = self._likelihoods.revisions
        self._further_by: dict[tuple[str, ...], str] = {}

    def suggest(
        self, before: str, kind: str = "", passed: Collection[str] = ()
    ) -> Suggestion | None:
        """Return what to offer behind ``before``, the block's text up to the caret.

        ``kind`` is the block's; ``passed`` are words, in lower case, that were shown in this
        place and typed past (``taking`` keeps them).
        """
        self._let_go()
        weights = self._weights
        typed = begun(before)
        rest = before[: len(before) - len(typed)]
        words, context = _context(rest, kind)
        starts = words[-1] in SENTENCE_ENDS if words else not rest.strip()
        likelihoods = self._likelihoods.of_words(context, typed, starts=starts)
        for form in likelihoods if passed else ():
            if form.lower() in passed:
                likelihoods[form] *= weights.passed
        form, likelihood = best(likelihoods)
        all_ = sum(likelihoods.values()) if typed else 1.0
        if form is END or likelihood < (weights.show if typed else weights.show_untyped) * all_:
            return None
        text = _cased(form, capital=starts or typed[:1].isupper())
        text += self._further(context, words, form)
        found = _with_honorific(before, words, Suggestion(typed=typed, text=text))
        return found if len(found.rest) >= weights.least else None

    def _let_go(self) -> None:
        revisions = self._likelihoods.revisions
        if revisions != self._revisions or len(self._further_by) > _KEPT:
            self._revisions = revisions
            self._likelihoods.let_go()
            self._further_by.clear()

    def _further(self, context: list[str], words: list[str], form: str) -> str:
        """Return what surely follows ``form``, up to a word or to a mark that may end it."""
        key = (*context[-REACH:], form)
        if key not in self._further_by:
            self._further_by[key] = self._followed(context[-REACH:], words[-REACH:], form)
        return self._further_by[key]

    def _followed(self, context: list[str], words: list[str], form: str) -> str:
        text = kept = ""
        sure = 1.0
        for _ in range(self._weights.longest):
            words.append(form)
            context.append(classes(words[-REACH:])[-1])
            starts = form in SENTENCE_ENDS
            form, likelihood = best(self._likelihoods.of_next(context))
            sure *= likelihood
            if form is END or sure < self._weights.go_on:
                break
            text += " " * spaced(words[-1], form) + _cased(form, capital=starts)
            if form[-1].isalnum() or form in _MAY_END:
                kept = text
        return kept


def _context(text: str, kind: str) -> tuple[list[str], list[str]]:
    """Return the words before the one that is due, as they stand and as classes."""
    words = tokens(text[-_NEAR:])
    if len(text) > _NEAR:
        del words[:1]  # it may be half a word
        return words, classes(words) or [block_start("")]
    return words, [block_start(kind), *classes(words)]


def _cased(form: str, *, capital: bool) -> str:
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
