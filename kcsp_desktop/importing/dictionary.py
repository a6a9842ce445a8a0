"""The British dictionary: found where a package put it, read into memory once.

How this works: spylls reads the two files of a hunspell dictionary and looks words up. It is
given the lines by ``_Lines``, since its own reader leaves files open, and since reading is then
the place to let other threads pass: the letters being typed go before the dictionary.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME = "en_GB"
_LINES_AT_A_TIME = 20
_TURN_S = 0.002


class Dictionary(Protocol):
    """What is asked of a dictionary."""

    def lookup(self, word: str) -> bool:
        """Whether a word is right."""

    def suggest(self, word: str) -> Iterator[str]:
        """Yield what may have been meant, the likeliest first."""


def found(folders: Iterable[Path]) -> Path | None:
    """Return the first of the dictionaries there, without the endings of its files."""
    for folder in folders:
        if all((folder / f"{NAME}.{ending}").is_file() for ending in ("aff", "dic")):
            return folder / NAME
    return None


def loaded(place: Path) -> Dictionary:
    """Read the dictionary at ``place``; it takes about a second.

    Half a million objects come to be that never go. A collection that walked over them would
    stop the typing for a tenth of a second, now and for ever after: it is told to leave them.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return _read(place)
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def _read(place: Path) -> Dictionary:
    # Imported late: it is wanted on the worker's thread only, after the window is shown.
    from spylls import hunspell
    from spylls.hunspell import readers

    affixes, context = readers.read_aff(_Lines(place.with_suffix(".aff")))
    lines = _Lines(place.with_suffix(".dic"), context.encoding)
    made: Dictionary = hunspell.Dictionary(
        affixes, readers.read_dic(lines, aff=affixes, context=context)
    )
    return made


class Manners:
    """Lets other threads pass every two milliseconds of work in pure Python.

    Measured with letters typed meanwhile: without it one in twenty waits three times as long; to
    let them pass more often, or to shorten Python's own turn, slows every letter.
    """

    def __init__(self) -> None:
        """Begin a turn."""
        self._since = time.monotonic()

    def let_pass(self) -> None:
        """End the turn, if it has been long enough."""
        if time.monotonic() - self._since > _TURN_S:
            time.sleep(0)
            self._since = time.monotonic()


class _Lines:
    """Numbered lines of a file without empty ones; the encoding may change on the way."""

    def __init__(self, path: Path, encoding: str = "cp1252") -> None:
        self._bytes = path.read_bytes()
        self._at = 0
        self._manners = Manners()
        self.reset_encoding(encoding)

    def reset_encoding(self, encoding: str) -> None:
        """Go on in another encoding, which a line of the file itself has named."""
        text = self._bytes.decode(encoding, "surrogateescape")
        self._lines = text.removeprefix("\ufeff").removeprefix("\xef\xbb\xbf").split("\n")

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> tuple[int, str]:
        while self._at < len(self._lines):
            line = self._lines[self._at].strip()
            self._at += 1
            if self._at % _LINES_AT_A_TIME == 0:
                self._manners.let_pass()
            if line:
                return self._at, line
        raise StopIteration
