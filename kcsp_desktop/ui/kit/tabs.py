"""The tabs of the strip: words, the current one underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from kcsp_desktop.ui.kit.focus_ring import came_by_key
from kcsp_desktop.ui.kit.painting import paint_box
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.theme import Role


class Tabs(QTabBar):
    """Tabs by key; none need be current (then another place, such as Home, is)."""

    chosen = Signal(str)

    def __init__(self, look: Look, *, role: Role = "accent", parent: QWidget | None = None) -> None:
        """`role` colours the current tab and its underline."""
        super().__init__(parent)
        self._look, self._role = look, role
        self._current = ""
        self._by_key = True
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self._tell)
        look.changed.connect(self._dress)
        self._dress()

    def set_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Offer tabs as (key, words)."""
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for key, words in tabs:
            place = self.addTab(words)
            self.setTabData(place, key)
        self.blockSignals(blocked)
        self.set_current(self._current)

    def set_current(self, key: str) -> None:
        """Show `key` as current; a key that is not among the tabs shows none."""
        self._current = key
        blocked = self.blockSignals(True)
        for place in range(self.count()):
            if self.tabData(place) == key:
                self.setCurrentIndex(place)
        self.blockSignals(blocked)
        self.update()

    def current(self) -> str:
        """Return the key last shown as current."""
        return self._current

    def tabSizeHint(self, index: int) -> QSize:
        """Return room for the words as they are when current."""
        metrics = QFontMetrics(self._look.font(Type.UI, Weight.TITLE))
        words = metrics.horizontalAdvance(self.tabText(index))
        return QSize(words + 2 * self._look.px(Space.M + 2), self._look.px(Measure.STRIP))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: tabs are not squeezed, the strip folds instead."""
        return self.tabSizeHint(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._by_key = came_by_key(event.reason(), self._by_key)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a tab; the one Qt holds to be current may not be where we are."""
        place = self.tabAt(event.position().toPoint())
        was_current = place == self.currentIndex()
        super().mousePressEvent(event)
        if was_current:
            self._tell(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, underline and the ring inside the tab."""
        look, painter = self._look, QPainter(self)
        for place in range(self.count()):
            rect = self.tabRect(place)
            current = self.tabData(place) == self._current
            role = self._role if current else "ink2"
            painter.setFont(look.font(Type.UI, Weight.TITLE if current else Weight.NAME))
            painter.setPen(look.colour(role))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(place))
            if current:
                painter.fillRect(self._underline(rect), look.colour(role))
            if place == self.currentIndex() and self.hasFocus() and self._by_key:
                inside = look.px(Space.XS)
                frame = rect.adjusted(inside, inside + inside, -inside, -inside - inside)
                paint_box(look, painter, frame, edge="focus", line=Measure.RING)

    def _underline(self, rect: QRect) -> QRect:
        broad, inset = self._look.px(Measure.BAR), self._look.px(Space.S)
        return QRect(
            rect.left() + inset, rect.bottom() + 1 - broad, rect.width() - 2 * inset, broad
        )

    def _tell(self, place: int) -> None:
        key = str(self.tabData(place) or "")
        if key and key != self._current:
            self.chosen.emit(key)

    def _dress(self) -> None:
        self.setFont(self._look.font(Type.UI, Weight.TITLE))
        self.updateGeometry()
        self.update()
