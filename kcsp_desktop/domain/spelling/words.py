"""Which words of a text are to be looked up in a dictionary at all. Pure.

How this works: one expression finds addresses, then words; what is no word of the language
(numbers, initials, short acronyms, other scripts) is left out. A hyphen parts a word; an
apostrophe does not. Must stay in step: ``known`` (whose names are cut by the same rule).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container

_TOP = "uk|com|org|net|eu|gov|docx?|xlsx?|pptx?|pdf"
_WORD = r"[\w\u0300-\u036f]+(?:['\u2019][\w\u0300-\u036f]+)*"
_ADDRESS = (
    r"[^\s@]{1,64}@\S+|\w{2,10}://\S+|www\.\S+"
    rf"|\w[\w-]*(?:\.[\w-]+)*\.(?:{_TOP})\b(?:/\S*)?"
)
_WORDS = re.compile(_WORD)
_WORDS_AND_ADDRESSES = re.compile(f"(?P<address>{_ADDRESS})|{_WORD}", re.IGNORECASE)
_MAY_HOLD_ADDRESS = re.compile(r"@|://|\w\.\w")
_ACRONYM = re.compile(r"[A-Z]{2,6}s?")
_PREFIX = re.compile(
    "anti|co|de|ex|inter|mid|mini|multi|non|post|pre|pro|re|semi|sub|ultra|un", re.IGNORECASE
)
_LAST_LATIN = "\u024f"
_APOSTROPHES = ("'", "\u2019")
_JOINS = (*_APOSTROPHES, "-")


class Found(NamedTuple):
    """A word in a text: from and to in code points, and as a dictionary writes it."""

    start: int
    end: int
    word: str


def words(text: str, typing_at: int | None = None, right: Container[str] = ()) -> tuple[Found, ...]:
    """Return the words to be looked up, without the one that is being typed.

    That one touches the caret at ``typing_at``, which is ``None`` where nobody is typing: a
    half-written word is no mistake yet. Words that are known to be ``right`` are passed over: at
    each letter the whole paragraph is looked through, and nearly all of it is.
    """
    found = []
    addresses = _MAY_HOLD_ADDRESS.search(text) is not None  # few texts do, and to look is dear
    for match in (_WORDS_AND_ADDRESSES if addresses else _WORDS).finditer(text):
        if addresses and match["address"] is not None:
            continue
        token = match[0]
        if token in right:
            continue
        start, end = match.span()
        if typing_at is not None and _is_typed(text, start, end, typing_at):
            continue
        if token[-2:-1] in _APOSTROPHES and token[-1] in "sS":
            token = token[:-2]
        word = token if token.isascii() else written(token)
        if _is_looked_up(word) and not (text[end : end + 1] == "-" and _PREFIX.fullmatch(word)):
            found.append(Found(start, start + len(token), word))
    return tuple(found)


def written(word: str) -> str:
    """Return a word as dictionaries write it: straight apostrophe, composed accents."""
    return word if word.isascii() else unicodedata.normalize("NFC", word.replace("\u2019", "'"))


def _is_typed(text: str, start: int, end: int, caret: int) -> bool:
    return start < caret <= end + (text[end : end + 1] in _JOINS)


def _is_looked_up(word: str) -> bool:
    """Whether a dictionary has a say on a word.

    Up to six capitals are taken for an acronym (MARAC, PCCs), which no dictionary has; a longer
    word in capitals is looked up, for RESOLVED is often typed in a hurry.
    """
    if len(word) < 2 or (word[1].isupper() and _ACRONYM.fullmatch(word)):
        return False
    if word.isascii() and word.isalpha():
        return True
    return all(letter.isalpha() or letter == "'" for letter in word) and max(word) <= _LAST_LATIN
