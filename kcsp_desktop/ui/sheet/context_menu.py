"""The menu of the sheet: what was meant by a misspelt word, then commands with their keys.

It takes the place of Qt's own, which lists an undo that is switched off here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from kcsp_desktop.ui.commands import BY_NAME, shown_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.spelling import Speller

GROUPS = (
    ("undo", "redo"),
    ("cut", "copy", "paste", "paste-words", "select-all"),
    ("resolution", "plain", "bullet", "letter", "post-meeting-note", "private-note"),
)


class SheetMenu(QMenu):
    """Opened at the caret or the pointer; gone when it closes."""

    command_chosen = Signal(str)
    meant = Signal(str)  # a suggestion chosen

    def __init__(self, parent: QWidget, can: Callable[[str], bool]) -> None:
        """List the commands; ``can`` says which of them would do anything now."""
        super().__init__(parent)
        self.setObjectName("sheetMenu")
        self.setAccessibleName("Menu of the text")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._word = ""
        self._waiting: QAction | None = None
        for group in GROUPS:
            self.addSeparator()
            for name in group:
                self._add(name, enabled=can(name))

    def _add(self, name: str, *, enabled: bool) -> None:
        command = BY_NAME[name]
        action = self.addAction(f"{command.text}\t{shown_keys(command.keys)}")
        action.setObjectName(name)
        action.setEnabled(enabled)
        action.triggered.connect(lambda: self.command_chosen.emit(name))

    def offer(self, word: str, speller: Speller) -> None:
        """Put what may be meant by ``word`` on top, as soon as it has been found."""
        self._word = word
        first = self.actions()[0]
        self._waiting = self._above(first, "Looking for suggestions…")
        self._waiting.setEnabled(False)
        add = self._above(first, f"A&dd “{word}” to the words of this body")
        add.setObjectName("add-word")
        add.triggered.connect(lambda: speller.add_word(word))
        speller.suggested.connect(self._on_suggested)
        speller.suggest(word)

    def _above(self, below: QAction, text: str) -> QAction:
        action = self.addAction(text)
        self.removeAction(action)
        self.insertAction(below, action)
        return action

    def _on_suggested(self, word: str, suggestions: tuple[str, ...]) -> None:
        waiting = self._waiting
        if word != self._word or waiting is None:
            return
        self._waiting = None
        if not suggestions:
            waiting.setText("No suggestion")
            return
        for n, suggestion in enumerate(suggestions, start=1):
            action = self._above(waiting, f"&{n}  {suggestion}")
            action.setObjectName(f"suggestion{n}")
            action.triggered.connect(lambda _=False, meant=suggestion: self.meant.emit(meant))
        self.removeAction(waiting)
        if self.activeAction() is None:
            self.begin()

    def begin(self) -> None:
        """Stand on the first entry that can be chosen, so that Enter takes it."""
        usable = [one for one in self.actions() if one.isEnabled() and not one.isSeparator()]
        if usable and self._waiting is None and self._word:
            self.setActiveAction(usable[0])
