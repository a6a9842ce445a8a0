"""Reads the words of English, how common they are and which stand side by side.

How this works: symspellpy, a package for spelling, brings two plain lists (MIT) with counts
from the web: words, and pairs of words. They are read as files, the package itself is not
loaded. American spellings whose British twin is in the list too are given to the twin; words
that no minutes need and no room should see are left out. Half a second, so not on the window's
thread.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kcsp_desktop.domain.prediction.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

_PACKAGE = "symspellpy"
_WORDS = "frequency_dictionary_en_82_765.txt"
_PAIRS = "frequency_bigramdictionary_en_243_342.txt"
_PAIR_SCALE = 64  # the pairs' counts are on another scale: by it no word leads to more than itself
_RAREST = 130_000.0  # of half a million million; two words of five are as rare, and oddities

_BRITISH = {
    "analog": "analogue", "behavior": "behaviour", "catalog": "catalogue", "center": "centre",
    "color": "colour", "counselor": "counsellor", "defense": "defence", "dialog": "dialogue",
    "favor": "favour", "fiber": "fibre", "flavor": "flavour", "fulfill": "fulfil",
    "harbor": "harbour", "honor": "honour", "humor": "humour", "labor": "labour",
    "labeled": "labelled", "liter": "litre", "modeling": "modelling", "neighbor": "neighbour",
    "offense": "offence", "rumor": "rumour", "savior": "saviour", "signaling": "signalling",
    "skillful": "skilful", "theater": "theatre", "traveled": "travelled",
}  # fmt: skip
_AMERICAN = tuple(_BRITISH)
_SHORTEST_STEM = 3  # of "-ize": a prize stays one
# Frequent on the web. Beginnings, so that their other forms go too.
_UNWANTED = re.compile(r"^(?:porn|xxx|fuck|shit|cunt|tits?$|boobs?$|slut|whore|milf|sexy|nude)")


_one_at_a_time = Lock()


def base_words() -> Vocabulary:
    """Return the vocabulary; an empty one where the package or its lists are not to be found.

    Read once: who asks while it is being read waits for that reading.
    """
    # Found, not loaded: loading it takes as long as reading a list, for code that is not used.
    found = find_spec(_PACKAGE)
    places = found.submodule_search_locations if found else None
    with _one_at_a_time:
        return _read(Path(places[0]) if places else Path())


@cache
def _read(folder: Path) -> Vocabulary:
    try:
        words = _rows(folder / _WORDS)
        pairs = _rows(folder / _PAIRS)
        return Vocabulary(
            *in_british_english(
                ((word, float(count)) for word, count in words),
                ((one, two, float(count) / _PAIR_SCALE) for one, two, count in pairs),
            )
        )
    except FileNotFoundError:
        return Vocabulary({})


def in_british_english(
    words: Iterable[tuple[str, float]], pairs: Iterable[tuple[str, str, float]]
) -> tuple[dict[str, float], dict[str, float]]:
    """Return both lists without rare and unwanted words, American spellings made British."""
    counts = {word: count for word, count in words if count > _RAREST and not _UNWANTED.match(word)}
    twins = {word: twin for word in counts if (twin := british(word, counts)) != word}
    for word, twin in twins.items():
        counts[twin] += counts.pop(word)
    joined: dict[str, float] = {}
    for first, second, count in pairs:
        one, two = twins.get(first, first), twins.get(second, second)
        if one in counts and two in counts:
            pair = f"{one} {two}"
            joined[pair] = joined.get(pair, 0.0) + count
    return counts, joined


def british(word: str, known: Container[str]) -> str:
    """Return the British spelling of ``word``, where ``known`` has one; or ``word``."""
    at = word.rfind("iz")
    if at >= _SHORTEST_STEM and (twin := f"{word[:at]}is{word[at + 2 :]}") in known:
        return twin
    if word.startswith(_AMERICAN):
        american = next(start for start in _AMERICAN if word.startswith(start))
        twin = _BRITISH[american] + word[len(american) :]
        return twin if twin in known else word
    return word


def _rows(path: Path) -> Iterator[list[str]]:
    """Yield the parts of each line, one by one: as lists they would take 40 MB for a moment."""
    with path.open(encoding="utf-8-sig") as lines:
        for line in lines:
            yield line.split()
