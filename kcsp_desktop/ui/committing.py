"""A line of a form whose value is kept when it is left or Enter is pressed, as one edit.

How this works: `settled` comes once for each new text. Undo and Redo belong to the line only while
something is typed in it; otherwise they are the window's (Qt's line edit would swallow them).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from kcsp_desktop.ui.kit.fields import TextArea, TextField

_WINDOWS_OWN = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class CommitField(TextField):
    """One line of text that tells when another text is settled; Esc takes the typing back."""

    settled = Signal(str)
    _shown = ""

    def show_text(self, text: str) -> None:
        """Show the value as it is now, unless another is being typed."""
        self._shown = text
        if not (self.hasFocus() and self.isModified()):
            self.restore()

    def restore(self) -> None:
        """Show the value again in place of what was typed."""
        if self.text() != self._shown or self.isModified():
            self.setText(self._shown)
        if not self.hasFocus():
            self.setCursorPosition(0)  # of a long text the beginning is seen

    def settle(self) -> None:
        """Tell the text if it is another than the one shown."""
        text = " ".join(self.text().split())
        if text == self._shown:
            self.restore()
        else:
            place = self.cursorPosition()
            self.setText(text)  # the line's own undo ends here: the edit has one
            self.setCursorPosition(place)
            self.settled.emit(text)

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window while nothing is typed; settle when told so."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not self.isModified()
            and any(event.matches(key) for key in _WINDOWS_OWN)
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle when the line is left; a menu over it is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle by Enter; Esc takes the typing back first."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
        elif key == Qt.Key.Key_Escape and self.isModified():
            self.restore()
        else:
            super().keyPressEvent(event)


class CommitArea(TextArea):
    """Several lines that are kept when they are left, as one edit; Esc takes the typing back."""

    settled = Signal(str)
    _shown = ""

    def show_text(self, text: str) -> None:
        """Show the value as it is now, unless another is being typed."""
        self._shown = text
        if not (self.hasFocus() and self.document().isModified()):
            self.restore()

    def restore(self) -> None:
        """Show the value again in place of what was typed."""
        if self.text() != self._shown or self.document().isModified():
            self.setPlainText(self._shown)
            self.document().setModified(False)

    def settle(self) -> None:
        """Tell the text if it is another than the one shown; empty lines at its ends are none."""
        lines = [" ".join(line.split()) for line in self.text().splitlines()]
        text = "\n".join(lines).strip("\n")
        if text == self._shown:
            self.restore()
        else:
            self.document().setModified(False)
            self.settled.emit(text)

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window while nothing is typed."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not self.document().isModified()
            and any(event.matches(key) for key in _WINDOWS_OWN)
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle when the lines are left; a menu over them is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the typing back by Esc first."""
        if event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.restore()
        else:
            super().keyPressEvent(event)
