"""The head over the sheet: number, title, facts; the banner and tabs of a restricted item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.ui.sheet.painting import sheet_sides
from kcsp_desktop.ui.theme import Measure, Space, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from kcsp_desktop.ui.look import Look

_TITLE_LINE, _FACTS, _BANNER, _TABS_HIGH = 28, 24, 62, 36  # heights at 100 %
_TIME = 72  # width of the time at the right, at 100 %
_TABS = ((Visibility.PUBLIC, "Public summary"), (Visibility.RESTRICTED, "Restricted detail"))


class ItemHead(QWidget):
    """Painted, since it is read and not worked: the tabs have a key of their own (F7)."""

    text_chosen = Signal(str)  # a Visibility

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look = look
        self._low = False
        self._number, self._title, self._facts = "", "", ""
        self._time = ""
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

    def set_time(self, words: str) -> None:
        """Show at the right how long the item has taken, or nothing."""
        if words != self._time:
            self._time = words
            self.updateGeometry()
            self.update()

    def set_low(self, low: bool) -> None:
        """Be short where the page is low: title and tabs, without facts and banner."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def _paint_time(self, painter: QPainter, line: QRect) -> None:
        painter.setFont(self._look.font(13, tabular=True))
        painter.setPen(self._look.colour("ink2"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, right, self._time)

    def _text_left(self) -> int:
        left, _ = sheet_sides(self._look, self.width())
        return left + self._look.px(Measure.SHEET_TEXT_AT)

    def _lines(self) -> list[str]:
        """Break the title into lines; the time beside it has room of its own."""
        width = self._text_width() - (self._look.px(_TIME) if self._time else 0)
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
        _, right = sheet_sides(self._look, self.width())
        room = self.width() - self._text_left() - right
        return max(px(120), min(room, px(Measure.SHEET_TEXT)))

    def sizeHint(self) -> QSize:
        """Return title, facts and rule; where it is restricted banner and tabs too."""
        px = self._look.px
        height = self._top() + len(self._lines()) * px(_TITLE_LINE)
        if self._restricted:
            height += px(_TABS_HIGH) + (0 if self._low else px(_FACTS + _BANNER + Space.S))
        else:
            height += px(Space.XS - 1) if self._low else px(_FACTS + Space.M - 1)
        return QSize(px(300), height + Measure.LINE)

    def _top(self) -> int:
        return self._look.px(Space.XS + 1 if self._low else Space.XL - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the title anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything."""
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("sheet"))
        left, width, top = self._text_left(), self._text_width(), self._top()
        painter.setFont(look.font(20, Weight.TITLE, tabular=True))
        painter.setPen(look.colour("ink"))
        number = QRect(0, top, left - px(12), px(_TITLE_LINE))
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._number
        )
        self._paint_time(painter, QRect(left, top, width, px(_TITLE_LINE)))
        painter.setFont(look.font(20, Weight.TITLE))
        painter.setPen(look.colour("ink"))
        for line in self._lines():
            place = QRect(left, top, width + px(20), px(_TITLE_LINE))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
            top += px(_TITLE_LINE)
        if not self._low:
            painter.setFont(look.font(13))
            painter.setPen(look.colour("ink2"))
            elide = Qt.TextElideMode.ElideRight
            facts = painter.fontMetrics().elidedText(self._facts, elide, width)
            place = QRect(left, top, width, px(_FACTS))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, facts)
            if self._restricted:
                self._paint_banner(painter, left, top + px(_FACTS + Space.XS), width)
        if self._restricted:
            self._paint_tabs(painter)
        rule = QRect(left, self.height() - Measure.LINE, width, Measure.LINE)
        painter.fillRect(rule, look.colour("line"))
        painter.end()

    def _paint_banner(self, painter: QPainter, left: int, top: int, width: int) -> None:
        look, px = self._look, self._look.px
        box = QRect(left, top, width, px(_BANNER))
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

    def _paint_tabs(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
        for tab, name in _TABS:
            place = self._tab_rect(tab)
            current = tab is self._visibility
            painter.setFont(look.font(14, Weight.TITLE))
            painter.setPen(look.colour("lock" if current else "ink2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
            if current:
                bar = place.adjusted(-px(Measure.BAR), 0, px(Measure.BAR), 0)
                bar.setTop(bar.bottom() + 1 - px(Measure.BAR))
                painter.fillRect(bar, look.colour("lock"))
        if self._low:  # there is no banner to say it
            side = look.px(Measure.ICON_SMALL)
            first = self._tab_rect(_TABS[0][0])
            at = QRect(first.left() - side - px(Space.M), first.top(), side, first.height())
            look.paint_icon(painter, "lock", "lock", at)

    def _tab_rect(self, tab: Visibility) -> QRect:
        px = self._look.px
        metrics = QFontMetrics(self._look.font(14, Weight.TITLE))
        left, high = self._text_left(), px(_TABS_HIGH)
        top = self.height() - Measure.LINE - high
        for one, name in _TABS:
            width = metrics.horizontalAdvance(name)
            if one is tab:
                return QRect(left, top, width, high)
            left += width + px(28)
        raise LookupError(tab)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the text whose tab is pressed."""
        if not self._restricted:
            return
        for tab, _ in _TABS:
            if self._tab_rect(tab).contains(event.position().toPoint()):
                self.text_chosen.emit(str(tab))
