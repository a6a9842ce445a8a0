"""The secretary's own abbreviations: what is typed, and what it stands for.

How this works: an abbreviation is expanded when the word is ended by a space or punctuation. An
acronym is another thing: "DHR" is kept as typed, but at its first use in the item the words come
before it, "Domestic Homicide Review (DHR)" (house-format 5, style).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import AbbreviationId

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """``short`` as it is typed; ``full`` as it is printed. An ``acronym`` stays in the text."""

    id: AbbreviationId
    short: str
    full: str
    acronym: bool = False


def ending_word(text: str) -> str:
    """Return the word at the end of ``text``, letters, digits and & / ' only; maybe nothing."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] in "&/'\u2019"):
        start -= 1
    return text[start:]


def is_typeable(short: str) -> bool:
    """Whether ``short`` can ever be expanded: one word, of what a word may be made of."""
    return bool(short) and ending_word(short) == short


def expansion(text: str, before: str, known: Iterable[Abbreviation]) -> str | None:
    """Return what the word at the end of ``text`` becomes, or ``None``: it stays as it is.

    ``before`` is what stands in the item before this block: an acronym is written out only where
    neither it nor its words have stood before. A capital first letter typed gives a capital.
    """
    word = ending_word(text)
    found = _found(word, known) if word else None
    if found is None:
        return None
    if not found.acronym:
        return _as_typed(found, word)
    earlier = f"{before}\n{text[: len(text) - len(word)]}"
    if _has_word(earlier, found.short) or found.full.lower() in earlier.lower():
        return None
    return f"{found.full} ({found.short})"


def _found(word: str, known: Iterable[Abbreviation]) -> Abbreviation | None:
    """Return the abbreviation typed: to the letter first, then whatever the capitals."""
    loose = None
    for one in known:
        if one.short == word:
            return one
        if loose is None and not one.acronym and one.short.lower() == word.lower():
            loose = one
    return loose


def _as_typed(found: Abbreviation, word: str) -> str:
    if word[:1].isupper() and found.short[:1].islower():
        return found.full[:1].upper() + found.full[1:]
    return found.full


def _has_word(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(word) : at + len(word) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(word, at + 1)
    return False
