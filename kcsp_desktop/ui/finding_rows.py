"""Paints a finding: icon by its weight, what in bold, where below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kcsp_desktop.domain.checks import Finding, Level
from kcsp_desktop.ui.theme import Measure, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kcsp_desktop.ui.look import Look

_Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Rows of 54 with a chevron; the one in hand on `soft` with its bar."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Keep the look."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines and air."""
        return QSize(self._look.px(100), self._look.px(Measure.ROW_DEED))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        look, px = self._look, self._look.px
        rect: QRect = option.rect
        finding: Finding = index.data(int(Qt.ItemDataRole.UserRole))
        view = self.parent()
        painter.save()
        if isinstance(view, QListWidget) and view.currentIndex() == index:
            painter.fillRect(rect, look.colour("soft"))
            bar = QRect(rect.left(), rect.top(), px(Measure.BAR), rect.height())
            painter.fillRect(bar, look.colour("accent"))
            if view.hasFocus():
                painter.setPen(look.colour("focus"))
                for inset in range(Measure.RING):
                    painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))
        else:
            painter.fillRect(
                QRect(rect.left() + px(44), rect.bottom(), rect.width(), 1),
                look.colour("line"),
            )
        must = finding.level is Level.MUST
        icon = QRect(rect.left() + px(14), rect.top() + px(17), px(18), px(18))
        look.paint_icon(painter, "stop" if must else "warn", "bad" if must else "warn", icon)
        line = QRect(rect.left() + px(44), rect.top() + px(7), rect.width() - px(84), px(20))
        painter.setFont(look.font(14, Weight.NAME))
        painter.setPen(look.colour("ink"))
        elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        what = painter.fontMetrics().elidedText(finding.what, elide, line.width())
        painter.drawText(line, middle, what)
        painter.setFont(look.font(13))
        painter.setPen(look.colour("ink2"))
        where = painter.fontMetrics().elidedText(finding.where, elide, line.width())
        painter.drawText(line.translated(0, px(20)), middle, where)
        arrow = QRect(rect.right() - px(28), rect.top() + px(19), px(16), px(16))
        look.paint_icon(painter, "chevron_right", "accent", arrow)
        painter.restore()
