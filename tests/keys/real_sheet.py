"""The sheet as a user has it: keys to the window, words from what the window paints.

How this works: after each key the window is let alone until it has painted the letter and looked
for something to offer (``SheetCompleter`` asks after the paint); what is then at the caret, pale
words or the person in hand of the popup, is the suggestion. A block is made by the fewest keys
that lead to its kind from the one that Enter gives; the text is read back from the document.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, BlockKind
from kcsp_desktop.ui.workspace import Place
from tests.benchmarks.records import store_of
from tests.journeys.keyboard import press
from tests.journeys.secretary import closed, opened, wait, wait_for
from tests.keys.entered import UNDER_TEST, record_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.keys.meetings import Meeting

_K = BlockKind
_KEYS = {
    _K.PARAGRAPH: {
        _K.PLAIN: "<Ctrl+Shift+L>",
        _K.LETTER: "<Ctrl+Shift+K>",
        _K.BULLET: "<Tab>",
    },
    _K.PLAIN: {_K.PARAGRAPH: "<Ctrl+Shift+L>", _K.BULLET: "<Tab>"},
    _K.LETTER: {_K.PARAGRAPH: "<Enter>", _K.BULLET: "<Tab>"},
    _K.BULLET: {_K.PARAGRAPH: "<Enter>", _K.SUB_BULLET: "<Tab>"},
    _K.SUB_BULLET: {_K.BULLET: "<Enter>"},
    _K.CLAUSE: {_K.PARAGRAPH: "<Enter>", _K.CLAUSE_BULLET: "<Tab>"},
    _K.CLAUSE_BULLET: {_K.CLAUSE: "<Enter>"},
}
_BELOW_RESOLUTION = {_K.PLAIN: "<Ctrl+Shift+L>", _K.BULLET: "<Ctrl+Shift+B>", _K.CLAUSE: "<Tab>"}
_ANYWHERE = {
    _K.RESOLUTION: "<Ctrl+R>",
    _K.POST_MEETING_NOTE: "<Ctrl+Shift+M>",
    _K.PRIVATE_NOTE: "<Ctrl+Shift+N>",
}


def way(here: BlockKind, kind: BlockKind, *, below_resolution: bool = False) -> list[str]:
    """Return the fewest keys that make a ``kind`` of an empty block; none where none do."""
    ways, seen = [(here, [])], {here}
    for place, keys in ways:
        if place is kind:
            return keys
        known = _KEYS.get(place, {})
        if below_resolution and place is _K.PARAGRAPH:
            known = _BELOW_RESOLUTION
        for there, key in {**known, **_ANYWHERE}.items():
            if there not in seen:
                seen.add(there)
                ways.append((there, [*keys, key]))
    return []


class RealSheet:
    """The sheet of the meeting under test in the window on ``path``, which is made for it."""

    def __init__(self, path: Path, meeting: Meeting, store: list[Meeting]) -> None:
        self.window = opened(store_of(path, record_of(meeting, store)))
        self.window.go_to(Place(page="minutes", meeting_id=UNDER_TEST))
        self._page = self.window.page
        self._sheet = self._page.sheet
        self._looking = self._sheet.completer.findChild(QTimer)
        self.seconds: list[float] = []
        wait_for(lambda: self._page.learning._suggester is not None)
        wait(100)
        self._begins = True

    def close(self) -> None:
        closed(self.window)

    def next_item(self) -> int:
        """Go on to the next item; the first is in hand when the page is opened."""
        if not self._begins:
            self._press("<Ctrl+Enter>")
        self._begins = True
        return 1

    def open_block(self, kind: str) -> int:
        keys = [] if self._begins else ["<Enter>"]
        for key in keys:
            self._press(key)
        number = self._sheet.textCursor().blockNumber()
        above = self._sheet.text.model[number - 1].kind if number else None
        keys += (
            more := way(
                self._sheet.kind_in_hand(),
                BlockKind(kind),
                below_resolution=above in RESOLUTION_PARTS,
            )
        )
        for key in more:
            self._press(key)
        self._begins = False
        return len(keys)

    def type(self, letter: str) -> None:
        self._press(letter)

    def backspace(self) -> None:
        self._press("<Backspace>")

    def take(self) -> None:
        """Take what is shown; where the line has no room for all of it, a word of it."""
        at_start = not self._sheet.textCursor().positionInBlock()
        if self._shows_part():
            self.take_word()
        else:
            self._press("<Right>" if at_start else "<Tab>")

    def take_word(self) -> None:
        self._press("<Ctrl+Right>")

    def suggestion(self) -> str:
        """Return what is painted at the caret: the name in hand, or pale words.

        A name under another title is not what was meant; half a word at the line's end is none.
        """
        completer = self._sheet.completer
        one = completer.popup.in_hand() if completer.popup.isVisible() else None
        if one is not None:
            letters = completer.popup.letters.casefold()
            title, found, _ = one.short.casefold().partition(letters)
            if not found or not self.text().casefold().endswith(title + letters):
                return ""
            return completer.offer()
        if not self._shows_part():
            return completer.ghost
        first, behind, _ = self._sheet.ghost_painted[1:].partition(" ")
        return completer.ghost[:1] + first if behind else ""

    def _shows_part(self) -> bool:
        ghost = self._sheet.completer.ghost
        return bool(ghost) and self._sheet.ghost_painted != ghost

    def text(self) -> str:
        return self._sheet.textCursor().block().text()

    def texts(self) -> list[tuple[str, str]]:
        """Return (text, kind) of every block of the meeting, as the workspace has it."""
        meeting = self.window.workspace.record.meeting(UNDER_TEST)
        items = meeting.items if meeting else ()
        return [(block.text, str(block.kind)) for item in items for block in item.blocks]

    def _press(self, key: str) -> None:
        """Press a key and wait until what stands at the caret is up to date."""
        start = perf_counter()
        press(key)
        while self._looking.isActive():
            QApplication.processEvents()
        QApplication.processEvents()  # the pale words, too, are painted now
        self.seconds.append(perf_counter() - start)
