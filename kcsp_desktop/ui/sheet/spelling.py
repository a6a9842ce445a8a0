"""Spelling on the sheet: marks kept up to date, the next mistake, the menu at the caret.

How this works: the speller tells which words it has learned; the blocks that hold them are drawn
again, those in sight at once and the rest a few at a time. Nothing in here changes the text but
``replace``, which asks the sheet as a paste would: one step of undo.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QTimer, Signal

from kcsp_desktop.domain.spelling.words import Found, words, written
from kcsp_desktop.ui.sheet.change import Caret
from kcsp_desktop.ui.sheet.context_menu import SheetMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from kcsp_desktop.ui.sheet.sheet import MinuteSheet
    from kcsp_desktop.ui.spelling import Speller

_STEP_MS = 4


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelt word: the number of its block, and where it stands there."""

    number: int
    found: Found


class SheetSpelling(QObject):
    """Keeps the marks of one sheet. Without a speller there are none, and the menu is there."""

    command = Signal(str)  # a command chosen in the menu
    nothing_found = Signal(str, str)  # why there is no next mistake, and what to do

    def __init__(self, sheet: MinuteSheet, undo_stack: QUndoStack) -> None:
        """``undo_stack`` is the window's: the menu asks it whether there is anything to undo."""
        super().__init__(sheet)
        self._sheet, self._stack = sheet, undo_stack
        self._speller: Speller | None = None
        self._due: list[int] = []  # numbers of blocks to be looked through
        self._learned: set[str] = set()
        self._all = False  # whatever they hold
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._step)
        sheet.menu_wanted.connect(self.open_menu)
        sheet.cursorPositionChanged.connect(self._on_caret)
        sheet.block_entered.connect(lambda *_: self._leave_word(None))

    def set_speller(self, speller: Speller) -> None:
        """Mark what that speller finds, from now on; its dictionary is read now."""
        self._speller = speller
        self._sheet.highlighter.speller = speller
        speller.state_changed.connect(self._on_state)
        speller.learned.connect(self._on_learned)
        speller.start()
        self._on_state()

    # --- marks -----------------------------------------------------------------------------

    def _on_caret(self) -> None:
        if not self._sheet.text.dirty and not self._sheet.text.quiet:
            self._leave_word(self._sheet.textCursor().position())

    def _leave_word(self, caret: int | None) -> None:
        self._sheet.highlighter.leave_word(caret)

    def _on_state(self) -> None:
        if self._speller is not None and self._speller.is_on:
            self._all = True
            self._draw_again()

    def _on_learned(self, learned: frozenset[str]) -> None:
        self._learned |= {word.lower() for word in learned}
        self._draw_again()

    def _draw_again(self) -> None:
        seen = self._in_sight()
        rest = range(self._sheet.document().blockCount())
        self._due = [*seen, *(n for n in rest if n not in seen)]
        self._step()

    def _in_sight(self) -> range:
        corner = self._sheet.viewport().rect().bottomRight()
        first = self._sheet.cursorForPosition(QPoint(0, 0)).blockNumber()
        return range(first, self._sheet.cursorForPosition(corner).blockNumber() + 1)

    def _step(self) -> None:
        """Look through blocks for a few milliseconds; the rest after the next events."""
        clock = QElapsedTimer()
        clock.start()
        done = 0
        while done < len(self._due) and clock.elapsed() < _STEP_MS:
            block = self._sheet.document().findBlockByNumber(self._due[done])
            if block.isValid() and (self._all or self._holds_learned(block.text())):
                self._sheet.highlighter.rehighlightBlock(block)
            done += 1
        del self._due[:done]
        if self._due:
            self._later.start(0)
        else:
            self._learned, self._all = set(), False

    def _holds_learned(self, text: str) -> bool:
        """Whether a text holds a word of those learned, in whatever capitals."""
        return any(found.word.lower() in self._learned for found in words(text))

    # --- mistakes --------------------------------------------------------------------------

    def _misspelt(self, number: int) -> list[Found]:
        if self._speller is None:
            return []
        return self._speller.misspelt(words(self._sheet.text.model[number].text))

    def at(self, place: Caret) -> Misspelling | None:
        """Return the mistake that holds or touches a place."""
        for number, block in enumerate(self._sheet.text.model):
            if block.id == place.block_id:
                for found in self._misspelt(number):
                    if found.start <= place.offset <= found.end:
                        return Misspelling(number, found)
        return None

    def next_misspelling(self) -> None:
        """Select the next mistake behind the caret, round the end, and offer what was meant."""
        speller = self._speller
        if speller is None or not speller.is_on:
            self.nothing_found.emit(*(speller.fact if speller else ("Spelling is off.", "")))
            return
        found = self._next()
        if found is None:
            self.nothing_found.emit("No misspelling in this text.", "")
            return
        block_id = self._sheet.text.model[found.number].id
        self._sheet.set_caret(
            Caret(
                block_id=block_id,
                offset=found.found.end,
                anchor_id=block_id,
                anchor_offset=found.found.start,
            )
        )
        self._open(found, self._below_caret())

    def _next(self) -> Misspelling | None:
        model, caret = self._sheet.text.model, self._sheet.caret()
        here = next((n for n, block in enumerate(model) if block.id == caret.block_id), 0)
        for number in (*range(here, len(model)), *range(here + 1)):
            for found in self._misspelt(number):
                if number != here or found.start >= caret.offset:
                    return Misspelling(number, found)
        first = next(iter(self._misspelt(here)), None)
        return Misspelling(here, first) if first is not None else None

    def replace(self, mistake: Misspelling, words_meant: str) -> None:
        """Put the word meant in the place of a mistake, unless the text has changed since."""
        found, model = mistake.found, self._sheet.text.model
        if mistake.number < len(model):
            there = model[mistake.number].text[found.start : found.end]
            if written(there) == found.word:
                self._sheet.replace_words(mistake.number, found.start, found.end, words_meant)

    # --- the menu --------------------------------------------------------------------------

    def open_menu_at_caret(self) -> None:
        """Open the menu by key."""
        self.open_menu(None)

    def open_menu(self, point: QPoint | None) -> None:
        """Open the menu there, in the viewport; at the caret where no place is given."""
        sheet = self._sheet
        cursor = sheet.textCursor() if point is None else sheet.cursorForPosition(point)
        mistake = self.at(sheet.text.caret_of(cursor))
        at = self._below_caret() if point is None else sheet.viewport().mapToGlobal(point)
        self._open(mistake, at)

    def _below_caret(self) -> QPoint:
        return self._sheet.viewport().mapToGlobal(self._sheet.cursorRect().bottomLeft())

    def _can(self, command: str) -> bool:
        """Whether a command of the menu would do anything now."""
        match command:
            case "undo":
                return self._stack.canUndo()
            case "redo":
                return self._stack.canRedo()
            case "cut" | "copy":
                return self._sheet.textCursor().hasSelection()
            case "paste" | "paste-words":
                return self._sheet.canPaste()
        return True

    def _open(self, mistake: Misspelling | None, at: QPoint) -> None:
        menu = SheetMenu(self._sheet, self._can)
        menu.command_chosen.connect(self.command)
        if mistake is not None and self._speller is not None:
            word = mistake.found.word
            menu.offer(word, self._speller)
            menu.meant.connect(lambda meant: self.replace(mistake, meant))
        menu.popup(at)
        menu.begin()
