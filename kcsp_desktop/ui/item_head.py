"""The head over the sheet: number, title, facts; the banner and tabs of a restricted item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.ui.theme import Measure, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from kcsp_desktop.ui.look import Look

_TABS = ((Visibility.PUBLIC, "Public summary"), (Visibility.RESTRICTED, "Restricted detail"))


class ItemHead(QWidget):
    """Painted, since it is read and not worked: the tabs have a key of their own (F7)."""

    text_chosen = Signal(str)  # a Visibility

    def __init__(self, look: Look, margins: tuple[int, int, int]) -> None:
        """``margins``: left edge, where the text begins, right edge, in pixels at 100 %."""
        super().__init__()
        self._look = look
        self._left, self._text_at, self._right = margins
        self._number, self._title, self._facts = "", "", ""
        self._restricted = False
        self._visibility = Visibility.PUBLIC
        self.setObjectName("itemHead")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(
        self,
        number: str,
        title: str,
        facts: tuple[str, ...],
        restricted: bool,
        visibility: Visibility,
    ) -> None:
        """Show an item's head; the tabs stand only where ``restricted``."""
        self._number, self._title, self._facts = number, title, "    ".join(facts)
        self._restricted, self._visibility = restricted, visibility
        spoken = [number, title, *facts]
        if restricted:
            spoken += ["restricted item", dict(_TABS)[visibility]]
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.updateGeometry()
        self.update()

    def _lines(self, width: int) -> list[str]:
        metrics = QFontMetrics(self._look.font(20, Weight.TITLE))
        lines, line = [], ""
        for word in self._title.split():
            longer = f"{line} {word}".strip()
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        return [*lines, line]

    def _text_width(self) -> int:
        px = self._look.px
        return max(
            px(120), min(self.width() - px(self._text_at + self._right), px(Measure.SHEET_TEXT))
        )

    def sizeHint(self) -> QSize:
        """Title lines 28 each, facts 24, rule; banner 62 and tabs 40 more where restricted."""
        px = self._look.px
        height = px(16) + len(self._lines(self._text_width())) * px(28) + px(34)
        if self._restricted:
            height += px(62 + 8 + 38)
        return QSize(px(300), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the title anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything."""
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("sheet"))
        left, width = px(self._text_at), self._text_width()
        top = px(16)
        painter.setFont(look.font(20, Weight.TITLE, tabular=True))
        painter.setPen(look.colour("ink"))
        number = QRect(0, top, left - px(12), px(28))
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._number
        )
        for line in self._lines(width):
            painter.drawText(
                QRect(left, top, width + px(20), px(28)), Qt.AlignmentFlag.AlignVCenter, line
            )
            top += px(28)
        painter.setFont(look.font(13))
        painter.setPen(look.colour("ink2"))
        facts = painter.fontMetrics().elidedText(self._facts, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top, width, px(24)), Qt.AlignmentFlag.AlignVCenter, facts)
        top += px(33)
        if self._restricted:
            top = self._paint_restricted(painter, left, top - px(5), width)
        painter.fillRect(QRect(left, top, width, Measure.LINE), look.colour("line"))
        painter.end()

    def _paint_restricted(self, painter: QPainter, left: int, top: int, width: int) -> int:
        look, px = self._look, self._look.px
        box = QRect(left, top, width, px(62))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("lock"))
        painter.setBrush(look.colour("lock_soft"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), px(4), px(4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        look.paint_icon(painter, "lock", "lock", QRect(left + px(14), top + px(12), px(18), px(18)))
        painter.setFont(look.font(14, Weight.TITLE))
        line = QRect(left + px(42), top + px(8), width - px(50), px(22))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, "Restricted item")
        painter.setFont(look.font(13))
        painter.setPen(look.colour("ink"))
        words = (
            "What you write here goes into the public documents."
            if self._visibility is Visibility.PUBLIC
            else "The detail below stays out of every public document."
        )
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, px(23)), Qt.AlignmentFlag.AlignVCenter, words)
        top += px(62 + 8)
        for tab, name in _TABS:
            place = self._tab_rect(tab, top)
            current = tab is self._visibility
            painter.setFont(look.font(14, Weight.TITLE))
            painter.setPen(look.colour("lock" if current else "ink2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
            if current:
                bar = QRect(
                    place.left() - px(3), place.bottom() - px(2), place.width() + px(6), px(3)
                )
                painter.fillRect(bar, look.colour("lock"))
        return top + px(36)

    def _tab_rect(self, tab: Visibility, top: int) -> QRect:
        px = self._look.px
        metrics = QFontMetrics(self._look.font(14, Weight.TITLE))
        left = px(self._text_at)
        for one, name in _TABS:
            width = metrics.horizontalAdvance(name)
            if one is tab:
                return QRect(left, top, width, px(36))
            left += width + px(28)
        raise LookupError(tab)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the text whose tab is pressed."""
        if not self._restricted:
            return
        top = self.height() - self._look.px(48)
        for tab, _ in _TABS:
            area = self._tab_rect(tab, top).adjusted(0, 0, 0, self._look.px(12))
            if area.contains(event.position().toPoint()):
                self.text_chosen.emit(str(tab))
