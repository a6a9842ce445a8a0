"""The strip's own buttons: Home, and the way back to the meeting in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kcsp_desktop.ui.kit.buttons import WordButton
from kcsp_desktop.ui.kit.focus_ring import FocusRing
from kcsp_desktop.ui.kit.painting import ONE_LINE, keycap_width, paint_keycap
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.ui.look import Look


class HomeButton(QAbstractButton):
    """The house with its word; underlined when Home is where we are."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._current, self._narrow = look, False, False
        self.setText("Home")
        self.setAccessibleName("Home")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        FocusRing(look, self)
        look.changed.connect(self.updateGeometry)

    def set_current(self, current: bool) -> None:
        """Show that Home is where we are, or is not."""
        self._current = current
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or with its word."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and word, as high as the strip."""
        px = self._look.px
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        wide = px(Space.S + Measure.ICON_LARGE + Space.S)
        wide += 0 if self._narrow else words + px(Space.M + 2)
        return QSize(wide, px(Measure.STRIP - Measure.LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the house, the word and the underline."""
        look, painter = self._look, QPainter(self)
        role: Role = "accent" if self._current else "ink2"
        side, left = look.px(Measure.ICON_LARGE), look.px(Space.S)
        icon = self.rect().adjusted(left, 0, 0, 0)
        icon.setWidth(side)
        look.paint_icon(
            painter, "home", "accent" if self._narrow and self._current else "ink2", icon
        )
        words = self.rect().adjusted(left + side + look.px(Space.S), 0, 0, 0)
        painter.setFont(self._font())
        painter.setPen(look.colour(role))
        if not self._narrow:
            painter.drawText(words, ONE_LINE, self.text())
        if self._current:
            broad, out = look.px(Measure.BAR), look.px(Space.XS)
            first = left if self._narrow else words.left() - out
            last = self.width() - look.px(Space.S)
            painter.fillRect(first, self.height() - broad, last - first, broad, look.colour(role))

    def _font(self) -> QFont:
        return self._look.font(Type.UI, Weight.TITLE if self._current else Weight.NAME)


class BackButton(WordButton):
    """The way back to the meeting in hand, with its keycap."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._key = ""
        super().__init__(look, size=Type.SECOND, parent=parent)

    def show_way(self, words: str, key: str) -> None:
        """Say where it leads and by which key."""
        self._key = key if words else ""
        self.set_words(words)

    def sizeHint(self) -> QSize:
        """Return room for the words and the keycap."""
        words = super().sizeHint()
        extra = keycap_width(self._look, self._key) + self._look.px(Space.S) if self._key else 0
        return QSize(words.width() + extra, words.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the keycap."""
        painter, pad = QPainter(self), self._look.px(Space.XS)
        font = self.font()
        font.setUnderline(self.underMouse() or self.isDown())
        painter.setFont(font)
        painter.setPen(self._look.colour(self._role))
        painter.drawText(self.rect().adjusted(pad, 0, 0, 0), ONE_LINE, self.text())
        if self._key:
            x = self.width() - keycap_width(self._look, self._key) - pad
            paint_keycap(self._look, painter, x, self.height() // 2, self._key)
