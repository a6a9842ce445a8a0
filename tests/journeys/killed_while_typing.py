"""The typist who is to be killed: types into the real window for ever and tells what it shows.

How this works: run as a program on a store that holds the sample, it opens the meeting in hand,
goes to the end of its first text and presses what ``presses`` gives for its seed: words, every
kind of block, and now and then the key that takes what is offered. It tells, a line each,
``typed <when> <text>`` for every key (the clock as it went down, and the item's text then, as a
sum and its last letters) and ``says <words>`` whenever the saved state at the top right reads
otherwise. No event is handled between a key and its line, nor a key between a change of those
words and theirs: what is on disk has been told, and before the words what was typed by then.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget

from tests.journeys import secretary
from tests.journeys.keyboard import press

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = (
    "the", "Partnership", "noted", "that", "Zoë", "Threlfall", "had", "reported", "a", "fall",
    "in", "burglary", "of", "£40", "per", "household", "and", "asked", "officers", "for",
    "figures", "by", "July", "on", "every", "district", "bus",
)  # fmt: skip
_RESTS = (0.05, 0.05, 0.05, 0.2, 0.4, 0.8)  # between words; the last two let a save fall due
_TAKES = 0.06  # of the letters: something that is offered behind them is taken
_KINDS = (
    ("<Enter>",),
    ("<Enter>", "<Tab>"),
    ("<Enter>", "<Ctrl+Shift+K>"),
    ("<Enter>", "<Ctrl+Shift+L>"),
    ("<Ctrl+R>",),
    ("<Ctrl+R>", ":", "<Enter>"),
    ("<Ctrl+R>", ":", "<Enter>", "a", "<Enter>", "<Tab>"),
    ("<Ctrl+Shift+M>",),
    ("<Ctrl+Shift+N>",),
)  # what comes behind a block, each in its own way
_LOOK_MS = 3  # how often the saved state is looked at


def strokes(seed: int) -> Iterator[tuple[str, float]]:
    """Yield, without end, a letter (a line's end: Enter) and the seconds until the next.

    Fluent for longer than a second at times, so that a save falls due in the middle of a word.
    Two line ends never meet: Enter on an empty block means something else.
    """
    chance = random.Random(seed)
    while True:
        end = chance.choices((" ", ", ", ".\n"), weights=(7, 1, 2))[0]
        *letters, last = chance.choice(_WORDS) + end
        for letter in letters:
            yield letter, chance.uniform(0.02, 0.08)
        yield last, chance.choice(_RESTS)


def presses(seed: int) -> Iterator[tuple[str, float]]:
    """Yield, without end, a key as ``press`` knows it and the seconds until the next.

    Right takes all that is offered, Ctrl+Right a word; at a text's end they do nothing else.
    """
    chance = random.Random(-seed)
    for key in _KINDS[seed % len(_KINDS)]:  # each typist begins with another kind
        yield key, 0.1
    for letter, pause in strokes(seed):
        if letter != "\n":
            yield letter, pause
            if letter.isalpha() and chance.random() < _TAKES:
                yield chance.choice(("<Right>", "<Ctrl+Right>")), 0.1
            continue
        for key in chance.choice(_KINDS):
            yield key, 0.1


def summed(text: str) -> str:
    """Return a text in one short word."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def tell(*words: object) -> None:
    """Write a line in one piece: it is told or it is not, but never torn by the kill."""
    os.write(sys.stdout.fileno(), f"{' '.join(map(str, words))}\n".encode())


class SavedState:
    """The words at the top right, as they are seen."""

    def __init__(self, window: QWidget) -> None:
        found = window.findChild(QWidget, "strip_saved")
        assert found is not None
        self._labels = found.findChildren(QLabel)
        self._told = ""

    def tell_change(self) -> None:
        """Tell the words if they are others than last time."""
        words = " ".join(one.text() for one in self._labels if one.isVisible() and one.text())
        if words != self._told:
            self._told = words
            tell("says", words)


def type_for_ever(store: Path, seed: int) -> None:
    """Open the meeting in hand and type at the end of its first item until killed."""
    saved = SavedState(secretary.opened(store))
    press("<Enter>")
    secretary.go_to_item("A3")  # once it has a resolution, another is opened first
    sheet = QApplication.focusWidget()
    assert isinstance(sheet, QTextEdit)
    for key, pause in presses(seed):
        when = time.monotonic()
        press(key, handle_events=False)
        text = sheet.toPlainText()
        tell("typed", when, summed(text), repr(text[-60:]))
        while True:
            secretary.wait(_LOOK_MS)
            saved.tell_change()
            if time.monotonic() >= when + pause:
                break


if __name__ == "__main__":
    type_for_ever(Path(sys.argv[1]), int(sys.argv[2]))
