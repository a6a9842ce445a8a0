"""Buttons: the plain and the main one, and words that can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from kcsp_desktop.ui.kit.focus_ring import FocusRing
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.ui.look import Look


class Button(QPushButton):
    """A button that says its deed; at most one on a page or card is the main one."""

    def __init__(
        self,
        look: Look,
        words: str,
        *,
        main: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._look, self._main, self._icon = look, main, icon
        self.setProperty("main", main)
        self.setAccessibleName(words.replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        FocusRing(look, self)
        look.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too, on a page as in a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        weight = Weight.TITLE if self._main else Weight.NAME
        self.setFont(self._look.font(Type.UI, weight))
        if self._icon:
            self.setIcon(self._look.icon(self._icon, "on_accent" if self._main else "ink"))
            side = self._look.px(Measure.ICON)
            self.setIconSize(QSize(side, side))


class WordButton(QAbstractButton):
    """Words in a role's colour that can be pressed: a link, the deed of a notice."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        *,
        role: Role = "accent",
        size: float = Type.UI,
        weight: int = Weight.NAME,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._size, self._weight = look, role, size, weight
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words)
        FocusRing(look, self)
        look.changed.connect(self._dress)
        self._dress()

    def set_words(self, words: str, role: Role | None = None) -> None:
        """Say something else, in another colour if one is given."""
        self._role = role or self._role
        self.setText(words)
        self.setAccessibleName(words.replace("&", ""))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the words, never too small to be hit."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + 2 * self._look.px(Space.XS), self._look.px(Space.XL))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline the words under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the underline away."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() or self.isDown())
        painter.setFont(font)
        painter.setPen(self._look.colour(self._role))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _dress(self) -> None:
        self.setFont(self._look.font(self._size, self._weight))
        self.updateGeometry()
