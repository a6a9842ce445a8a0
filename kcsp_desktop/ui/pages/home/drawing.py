"""Draws a chart of bars: figures on the bars, parts told apart by fill, a level as a broken line.

How this works: every part that is there is high enough for its figure, and what room is left is
shared in proportion; so a level has the height of a bar of one part, which is what it is for.
Where there is no room for all meetings the latest are drawn, and the drawing says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcsp_desktop.ui.kit.painting import ONE_LINE, paint_box
from kcsp_desktop.ui.pages.home.charted import Chart, Fill, said
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.home.charted import Bar

HIGH = 208  # pixels at 100 %
SLOT = 62  # across, a bar with its label and the gap to the next
BAR = 34
FIGURE = 17  # the least height of a part: room for its figure


class BarChart(QWidget):
    """One chart; a screen reader reads its figures as its description."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.chart: Chart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.updateGeometry)

    def show_chart(self, chart: Chart, title: str) -> None:
        """Draw another chart."""
        self.chart = chart
        self.setAccessibleName(title)
        self.setAccessibleDescription(said(chart))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a few bars."""
        return QSize(self._look.px(4 * SLOT), self._look.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Return room for two bars."""
        return QSize(self._look.px(2 * SLOT), self._look.px(HIGH))

    def shown(self) -> tuple[Bar, ...]:
        """Return the bars for which there is room: the latest."""
        if self.chart is None:
            return ()
        room = max(1, (self.width() - self._beside(self.chart)) // self._look.px(SLOT))
        return self.chart.bars[-room:]

    def _beside(self, chart: Chart) -> int:
        """Return how much room the words of the level take at the right."""
        if not chart.line_words:
            return 0
        return self._look.wide(chart.line_words, Type.SMALL, Weight.TITLE) + self._look.px(Space.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw legend, bars and level."""
        painter, look = QPainter(self), self._look
        if self.hasFocus():
            paint_box(look, painter, self.rect(), edge="focus", line=Measure.RING)
        if self.chart is None:
            return
        area = self.rect().adjusted(look.px(Space.S), 0, -look.px(Space.S), 0)
        top = self._paint_legend(painter, self.chart, area)
        words = look.metrics(Type.SMALL).height()
        foot = area.bottom() - words - look.px(Space.S)
        wide = area.width() - self._beside(self.chart)
        plot = QRect(area.left(), top + words // 2, wide, foot - top - words // 2)
        painter.fillRect(plot.left(), foot, plot.width(), look.px(1), look.colour("edge"))
        bars = self.shown()
        for place, bar in enumerate(bars):
            slot = plot.width() // max(len(bars), 4)
            x = plot.left() + place * slot
            self._paint_bar(painter, bar, QRect(x, plot.top(), slot, plot.height()))
            label = QRect(x, foot + look.px(Space.XS), slot, words)
            self._words(painter, label, bar.label, "ink2")
        self._paint_level(painter, plot)

    # --- heights ---------------------------------------------------------------------------

    def _high(self, figure: int, room: int) -> int:
        """Return how high a part with that figure is."""
        least = self._look.px(FIGURE)
        bars = self.shown()
        most = max([self.chart.line if self.chart else 0, *(sum(bar.parts) for bar in bars), 1])
        parts = max([sum(1 for part in bar.parts if part) for bar in bars], default=1)
        return least + max(0, room - max(parts, 1) * least) * figure // most

    # --- parts -----------------------------------------------------------------------------

    def _paint_legend(self, painter: QPainter, chart: Chart, area: QRect) -> int:
        """Paint what each fill means, on as many lines as that takes; return their lower edge."""
        look, side = self._look, self._look.px(14)
        high, x, y = look.px(Space.XL), area.left(), area.top() + look.px(Space.XS)
        few = len(self.shown())
        more = ((f"the last {few} of {len(chart.bars)}", None),) if few < len(chart.bars) else ()
        for words, fill in (*chart.parts, *more):
            box = side + look.px(Space.S) if fill is not None else 0
            wide = box + look.wide(words, Type.SMALL)
            if x > area.left() and x + wide > area.right():
                x, y = area.left(), y + high
            if fill is not None:
                swatch = QRect(x, y + (high - side) // 2, side, side)
                self._paint_fill(painter, swatch, fill)
            place = QRect(x + box, y, wide, high)
            self._words(painter, place, words, "ink2", left=True)
            x += wide + look.px(Space.L)
        return y + high

    def _paint_bar(self, painter: QPainter, bar: Bar, slot: QRect) -> None:
        look, chart = self._look, self.chart
        wide = min(look.px(BAR), slot.width() - look.px(Space.XS))
        low, x = slot.bottom() + 1, slot.center().x() - wide // 2
        for figure, (_, fill) in zip(bar.parts, chart.parts if chart else (), strict=False):
            if not figure:
                continue
            high = self._high(figure, slot.height())
            part = QRect(x, low - high, wide, high - look.px(2))
            self._paint_fill(painter, part, fill)
            self._paint_figure(painter, part, str(figure), fill)
            low -= high

    def _paint_fill(self, painter: QPainter, rect: QRect, fill: Fill) -> None:
        look = self._look
        if fill is Fill.FULL:
            painter.fillRect(rect, look.colour("accent"))
            return
        line = look.px(Measure.RING)
        inside = rect.adjusted(line // 2, line // 2, -((line + 1) // 2), -((line + 1) // 2))
        painter.setPen(QPen(look.colour("accent"), line))
        hatch = fill is Fill.HATCHED
        brush = QBrush(look.colour("accent"), Qt.BrushStyle.BDiagPattern)
        painter.setBrush(brush if hatch else look.colour("raised"))
        painter.drawRect(inside)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_figure(self, painter: QPainter, part: QRect, figure: str, fill: Fill) -> None:
        look = self._look
        if fill is Fill.HATCHED:  # the lines would run through the figure
            wide = look.wide(figure, Type.SMALL, Weight.TITLE, tabular=True) + look.px(Space.XS)
            high = look.px(FIGURE) - look.px(5)
            middle = part.center()
            ground = QRect(middle.x() - wide // 2, part.top() + look.px(2), wide, high)
            painter.fillRect(ground, look.colour("raised"))
        role: Role = "on_accent" if fill is Fill.FULL else "accent"
        painter.setFont(look.font(Type.SMALL, Weight.TITLE, tabular=True))
        painter.setPen(look.colour(role))
        place = QRect(part.left(), part.top(), part.width(), look.px(FIGURE) - look.px(1))
        painter.drawText(place, ONE_LINE | Qt.AlignmentFlag.AlignHCenter, figure)

    def _paint_level(self, painter: QPainter, plot: QRect) -> None:
        """Paint the level over the bars, with a bright edge so that it is seen on them too."""
        chart, look = self.chart, self._look
        if chart is None or not chart.line or not chart.bars:
            return
        y = plot.bottom() + 1 - self._high(chart.line, plot.height())
        painter.setPen(QPen(look.colour("raised"), look.px(2 * Measure.RING + 1)))
        painter.drawLine(plot.left(), y, plot.right(), y)
        painter.setPen(QPen(look.colour("ink"), look.px(Measure.RING), Qt.PenStyle.DashLine))
        painter.drawLine(plot.left(), y, plot.right(), y)
        high = look.metrics(Type.SMALL, Weight.TITLE).height()
        place = QRect(plot.right() + look.px(Space.S), y - high // 2, self._beside(chart), high)
        painter.setFont(look.font(Type.SMALL, Weight.TITLE))
        painter.setPen(look.colour("ink"))
        painter.drawText(place, ONE_LINE, chart.line_words)

    def _words(
        self, painter: QPainter, place: QRect, words: str, role: Role, *, left: bool = False
    ) -> None:
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        painter.setFont(self._look.font(Type.SMALL, tabular=True))
        painter.setPen(self._look.colour(role))
        painter.drawText(place, ONE_LINE | side, words)
