"""A block's text cut into sentences, each knowing where it stands.

How this works: a sentence ends at a full stop, question or exclamation mark or line break before a
capital, a digit or a quotation mark, unless the stop belongs to an abbreviation ("Mr.", "No. 4",
"J. Hale"). What stands in brackets is blanked in ``bare``, letter for letter: a name's post must
not stand between the name and what it promised, and places stay the same in both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ENDS = re.compile(r"""[.!?]["'\u2019\u201d)\]]*\s+(?=["'\u2018\u201c(\[]*[A-Z0-9])|\n+""")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Prof|Rev|St|Supt|Insp|Sgt|No|Nos|para|paras|vs|Ltd|cf"
    r"|approx|[A-Z])|\b[ei]\.[ge])\.\s+$",
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its words, the same with brackets blanked, and its place in the block."""

    text: str
    bare: str
    start: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut ``text`` into its sentences, without the space around them."""
    cuts = [0]
    cuts += [m.end() for m in _ENDS.finditer(text) if not _SHORT.search(text, 0, m.end())]
    pieces = zip(cuts, [*cuts[1:], len(text)], strict=True)
    return tuple(_sentence(text, start, end) for start, end in pieces if text[start:end].strip())


def _sentence(text: str, start: int, end: int) -> Sentence:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    words = text[start:end].rstrip()
    bare = _BRACKETS.sub(lambda m: " " * len(m[0]), words).replace("\u2019", "'")
    return Sentence(text=words, bare=bare, start=start)
