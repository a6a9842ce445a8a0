"""Text as the words and marks that are counted, and words back as text.

How this works: a word keeps its inner hyphens, apostrophes, slashes and stops ("multi-agency",
"2024/25", "council.example"); every other mark is a token of its own. Where a word stands
*before* another it is counted by its class: letters without case, a year and any other long
number as one class, and the name behind any honorific as one class, so that what one speaker
"confirmed" is expected of the next one too. Must stay in step: ``spaced`` with what ``taking``
does about a space due.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.people import HONORIFICS

if TYPE_CHECKING:
    from collections.abc import Container

NAME = "<name>"
INITIAL = "<initial>"
NUMBER = "<number>"
_LONGEST_DAY = 2
SENTENCE_ENDS = frozenset(".?!")

_INSIDE = r"\w'\u2019./@&+-"
_TOKEN = re.compile(rf"[^\W_](?:[{_INSIDE}]*[^\W_])?|[^\w\s]|_+")
_BEGUN = re.compile(rf"[^\W_][{_INSIDE}]*$")
_HONORIFICS = {word.lower(): word for honorific in HONORIFICS for word in honorific.split()}
_NO_SPACE_BEFORE = frozenset(",.;:)?!%\u2019]\u201d")
_NO_SPACE_AFTER = frozenset("(\u00a3$[\u2018\u201c/-\u2013@")


def tokens(text: str) -> list[str]:
    """Return the words and marks of ``text``."""
    return _TOKEN.findall(text)


def begun(text: str) -> str:
    """Return the word that is being typed at the end of ``text``, or nothing."""
    found = _BEGUN.search(text)
    return found[0] if found else ""


def block_start(kind: str) -> str:
    """Return the class of what stands before the first word of such a block."""
    return f"^{kind}"


def spaced(before: str, token: str) -> bool:
    """Whether a space stands between the two tokens."""
    return token not in _NO_SPACE_BEFORE and before not in _NO_SPACE_AFTER


def written_honorific(word: str) -> str:
    """Return an honorific as it is printed ("mr" gives "Mr"); nothing for any other word."""
    return _HONORIFICS.get(word.lower(), "")


def classes(words: list[str]) -> list[str]:
    """Return what each of ``words`` counts as when it stands before another word."""
    found: list[str] = []
    names, former = False, ""
    for word in words:
        low = word.lower()
        if word == "(" and found and found[-1] == NAME:
            # Behind it stands a post, which is this one person's.
            found.append(f"({former}")
        elif names and word[:1].isupper() and low not in _HONORIFICS:
            # An initial is passed over: the surname is still to come.
            found.append(NAME if len(word) > 1 else INITIAL)
            names = len(word) == 1
        else:
            # A day of the month leads to its own month only.
            found.append(NUMBER if word[:1].isdigit() and len(word) > _LONGEST_DAY else low)
            names = low in _HONORIFICS
        former = low
    return found


def as_inside(word: str, lower_case: Container[str]) -> str:
    """Return a sentence's first word as it would stand inside one."""
    low = word.lower()
    return low if word[1:] == low[1:] and low in lower_case and low not in _HONORIFICS else word
