"""Find and replace over the whole meeting: a bar above the sheet, worked by keys.

How this works: the bar holds words and options and asks; the page finds, goes there and replaces.
Enter goes to the next place, Shift+Enter to the former one, Alt+R replaces the one in hand, Alt+A
all of them as one step of undo, Esc closes and leaves the caret where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcsp_desktop.domain.wording.replacing import Search
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.choices import CheckBox
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Type

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.ui.look import Look


class FindBar(QWidget):
    """``step_wanted`` 1 or -1; ``replace_wanted`` True for all places."""

    step_wanted = Signal(int)
    replace_wanted = Signal(bool)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Be hidden until it is asked for."""
        super().__init__()
        self.setObjectName("findBar")
        self._look = look
        self.words = TextField(look, hint="Find in this meeting")
        self.words.setObjectName("findWords")
        self.words.setAccessibleName("Find in this meeting")
        self.by = TextField(look, hint="Replace by")
        self.by.setObjectName("findBy")
        self.by.setAccessibleName("Replace by")
        self._exactly = CheckBox(look, "&Capitals")
        self._whole = CheckBox(look, "&Words")
        self._one = Button(look, "&Replace")
        self._all = Button(look, "&All")
        self._count = Words(look, "", role="ink2", size=Type.SMALL)
        row = QHBoxLayout(self)
        px = look.px
        row.setContentsMargins(px(Space.L), px(Space.S), px(Space.L), px(Space.S))
        row.setSpacing(px(Space.S))
        for widget, stretch in (
            (self.words, 3), (self.by, 2), (self._exactly, 0), (self._whole, 0),
            (self._one, 0), (self._all, 0), (self._count, 0),
        ):  # fmt: skip
            row.addWidget(widget, stretch)
        self._one.clicked.connect(lambda: self.replace_wanted.emit(False))
        self._all.clicked.connect(lambda: self.replace_wanted.emit(True))
        self.words.textChanged.connect(lambda: self.show_count(-1, 0))
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._look.colour("panel"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def appear(self, words: str) -> None:
        """Open with the words that are selected, or with the former ones."""
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def search(self) -> Search:
        """Return what to find."""
        return Search(
            words=self.words.text(),
            exactly=self._exactly.isChecked(),
            whole_words=self._whole.isChecked(),
        )

    def show_count(self, at: int, of: int) -> None:
        """Say which place of how many is in hand; -1: nothing has been looked for yet."""
        if at < 0:
            self._count.setText("")
        else:
            self._count.setText(f"{at} of {of}" if of else "Not found")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: next; Shift+Enter: former; Esc: close."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_wanted.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)
