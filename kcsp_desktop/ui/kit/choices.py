"""A box to tick and a list to choose from, painted from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from kcsp_desktop.ui.kit.focus_ring import FocusRing
from kcsp_desktop.ui.kit.painting import ONE_LINE, paint_box
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.ui.look import Look

_WRAPPED: Final = (
    Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
)


class CheckBox(QCheckBox):
    """A box to tick, with its words beside it."""

    def __init__(
        self,
        look: Look,
        words: str,
        *,
        icon: str = "",
        icon_role: Role = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        """`icon` stands between the box and its words."""
        super().__init__(words, parent)
        self._look, self._icon, self._icon_role = look, icon, icon_role
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words.replace("&", ""))
        FocusRing(look, self)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return room for the box, a gap and the words on one line."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text().replace("&", ""))
        wide = self.words_left() + words + self._look.px(Space.XS)
        return QSize(wide, self._look.px(Space.XL))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few words on several lines."""
        wide = min(self.sizeHint().width(), self._look.px(10 * Space.L))
        return QSize(wide, self._look.px(Space.XL))

    def hasHeightForWidth(self) -> bool:
        """Say that long words go on below."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines of words."""
        room = QRect(0, 0, max(1, width - self.words_left()), self._look.px(Measure.STRIP))
        lines = QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self.text()).height()
        return max(self._look.px(Space.XL), lines + self._look.px(Space.XS))

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on the box or its words."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the tick and the words."""
        painter = QPainter(self)
        side = self._look.px(Measure.BOX)
        line = min(self.height(), self._look.px(Space.XL))
        box = QRect(self._look.px(2), (line - side) // 2, side, side)
        if self.isChecked():
            paint_box(self._look, painter, box, ground="accent", radius=Measure.RADIUS_KEYCAP)
            self._look.paint_icon(painter, "tick", "on_accent", box)
        else:
            radius = Measure.RADIUS_KEYCAP
            paint_box(self._look, painter, box, ground="raised", edge="edge", radius=radius)
        if self._icon:
            place = box.translated(side + self._look.px(Space.M), 0)
            self._look.paint_icon(painter, self._icon, self._icon_role, place)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("ink" if self.isEnabled() else "ink3"))
        words = self.rect().adjusted(self.words_left(), 0, 0, 0)
        painter.drawText(words, _WRAPPED, self.text())

    def words_left(self) -> int:
        """Return where the words begin, for what is said below them."""
        icon = Measure.BOX + Space.M if self._icon else 0
        return self._look.px(2 + Measure.BOX + Space.S + icon)

    def _dress(self) -> None:
        self.setFont(self._look.font())
        self.updateGeometry()


class Choice(QComboBox):
    """One of several: opens by Space, F4 or Alt+Down, and typing finds."""

    def __init__(
        self,
        look: Look,
        entries: Iterable[tuple[str, str]] = (),
        *,
        words_role: Role = "ink",
        weight: int = Weight.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        """`entries` are (key, words)."""
        super().__init__(parent)
        self._look, self._role, self._weight = look, words_role, weight
        self.set_entries(entries)
        look.changed.connect(self._dress)
        self._dress()

    def set_entries(self, entries: Iterable[tuple[str, str]]) -> None:
        """Offer other entries; the one chosen stays chosen if it is still offered."""
        before = self.chosen()
        blocked = self.blockSignals(True)
        self.clear()
        for key, words in entries:
            self.addItem(words, key)
        self.choose(before)
        self.blockSignals(blocked)
        self.updateGeometry()

    def chosen(self) -> str:
        """Return the key of the entry chosen, "" if there is none."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose an entry by its key; an unknown key leaves the choice as it is."""
        place = self.findData(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def sizeHint(self) -> QSize:
        """Return room for the longest entry and the arrow."""
        metrics = QFontMetrics(self.font())
        longest = max(
            (metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0
        )
        extra = self._look.px(2 * Space.M + Space.S + Measure.ICON)
        return QSize(longest + extra, self._look.px(Measure.CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters and the arrow."""
        return QSize(self._look.px(4 * Space.L), self._look.px(Measure.CONTROL))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel that passes over must not change a choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the entry and the arrow."""
        look, painter = self._look, QPainter(self)
        focused = self.hasFocus()
        edge: Role = "focus" if focused else "bad" if self.property("wrong") else "edge"
        line = Measure.RING if focused else Measure.LINE
        paint_box(look, painter, self.rect(), ground="raised", edge=edge, line=line)
        side, pad = look.px(Measure.ICON), look.px(Space.S)
        arrow = QRect(self.width() - pad - side, (self.height() - side) // 2, side, side)
        look.paint_icon(painter, "chevron_down", "ink2", arrow)
        room = self.rect().adjusted(
            look.px(Space.S + 2), 0, arrow.left() - self.width() - pad // 2, 0
        )
        painter.setFont(self.font())
        painter.setPen(look.colour(self._role if self.isEnabled() else "ink3"))
        words = QFontMetrics(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, ONE_LINE, words)

    def _dress(self) -> None:
        self.setFont(self._look.font(Type.UI, self._weight))
        self.setFixedHeight(self._look.px(Measure.CONTROL))
        self.updateGeometry()
