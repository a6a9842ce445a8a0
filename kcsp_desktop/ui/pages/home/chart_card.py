"""The card of figures: one of two charts of a body, drawn or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.buttons import WordButton
from kcsp_desktop.ui.kit.cards import Card
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.rows import Cell, Row, RowsModel
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.pages.home.charted import (
    ACTION_HEADS,
    ATTENDED_HEADS,
    Chart,
    actions_chart,
    attendance_chart,
)
from kcsp_desktop.ui.pages.home.drawing import HIGH, BarChart
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.home.gathering import Figures

_DRAWN, _TABLE, _NOTHING = range(3)
_CHARTS = (actions_chart, attendance_chart)
_WIDE = (134, 70, 76, 84)


class ChartCard(QWidget):
    """Title, the ways to another chart, body or form, and the chart itself."""

    letter = Signal(str)  # a letter pressed in the table

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures: Mapping[BodyId, Figures] = {}
        self._which, self._as_table = 0, False
        self._title = Words(look, size=Type.PANEL_TITLE, weight=Weight.TITLE)
        self.body = Choice(look)
        self.body.setObjectName("homeChartBody")
        self.body.setAccessibleName("Body of the figures")
        self.other = WordButton(look)
        self.other.setObjectName("homeOtherChart")
        self.form = WordButton(look)
        self.form.setObjectName("homeAsTable")
        self.drawn = BarChart(look)
        self.drawn.setObjectName("homeChart")
        self._tables = tuple(self._made_table(heads) for heads in (ACTION_HEADS, ATTENDED_HEADS))
        self._nothing = Words(look, role="ink2", wrap=True)
        self._pile, self._stack = QStackedWidget(), QStackedWidget()
        for widget in (self.drawn, self._pile, self._nothing):
            self._stack.addWidget(widget)
        for table, _ in self._tables:
            self._pile.addWidget(table)
        self._lay_out()
        self.body.activated.connect(self._show)
        self.other.clicked.connect(self.next_chart)
        self.form.clicked.connect(self.turn)
        look.changed.connect(self._dress)
        self._dress()

    # --- what the page asks ----------------------------------------------------------------

    def show_figures(
        self, bodies: Sequence[Body], figures: Mapping[BodyId, Figures], first: BodyId | None
    ) -> None:
        """Show the figures of a body; ``first`` is the one to begin with."""
        begins = not self._figures
        self._figures = figures
        self.body.set_entries((one.id, one.short_name or one.name) for one in bodies)
        if begins and first is not None:
            self.body.choose(first)
        self.body.setVisible(len(bodies) > 1)
        self._show()

    def chart(self) -> Chart | None:
        """Return the chart in hand."""
        figures = self._figures.get(BodyId(self.body.chosen()))
        return _CHARTS[self._which](figures) if figures is not None else None

    def stop(self) -> QWidget:
        """Return what has the focus while one is at the figures."""
        place = self._stack.currentIndex()
        if place == _TABLE:
            return self._tables[self._which][0]
        return self.drawn if place == _DRAWN else self.other

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through."""
        return (self.body, self.drawn, *(table for table, _ in self._tables), self.form, self.other)

    def turn(self) -> None:
        """Show a table instead of the drawing, or the drawing again."""
        self._as_table = not self._as_table
        self._change()

    def next_chart(self) -> None:
        """Show the other chart."""
        self._which = (self._which + 1) % len(_CHARTS)
        self._change()

    def next_body(self) -> None:
        """Show the figures of the next body."""
        count = self.body.count()
        if count:
            self.body.setCurrentIndex((self.body.currentIndex() + 1) % count)
            self._change()

    # --- within ----------------------------------------------------------------------------

    def _made_table(self, heads: tuple[str, ...]) -> tuple[Table, RowsModel]:
        columns = tuple(
            Column(words=words, width=wide, right=at > 0, tabular=True, stretches=at == 0)
            for at, (words, wide) in enumerate(zip(heads, _WIDE, strict=True))
        )
        table = Table(self._look, columns, margins=(Space.M, Space.M))
        table.setObjectName(f"homeTable{heads[1]}")
        model = RowsModel(len(columns), table)
        table.setModel(model)
        table.letter.connect(self.letter)
        return table, model

    def _change(self) -> None:
        """Show what was asked for; who was at the figures stays there."""
        inside = self._stack.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._show()
        if inside:
            self.stop().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._title.text()}, {'a table' if self._as_table else 'a chart'}")

    def _show(self) -> None:
        chart = self.chart()
        if chart is None:
            return
        other = _CHARTS[(self._which + 1) % len(_CHARTS)](self._figures[BodyId(self.body.chosen())])
        name = f"{self.body.currentText()}: " if self.body.count() > 1 else ""
        title = f"{name}{chart.title[0].lower() if name else chart.title[0]}{chart.title[1:]}"
        self._title.setText(title)
        self.other.set_words(other.title)
        self.form.set_words("Show the chart" if self._as_table else "Show as a table")
        self.form.setVisible(bool(chart.bars))
        self._nothing.setText(chart.nothing)
        self.drawn.show_chart(chart, title)
        table, model = self._tables[self._which]
        table.setAccessibleName(title)
        self._pile.setCurrentWidget(table)
        model.set_rows([_row(chart, cells) for cells in reversed(chart.rows)])
        if chart.rows and not table.current_key():
            table.set_current_key(chart.rows[-1][0])
        place = _TABLE if self._as_table else _DRAWN
        self._stack.setCurrentIndex(place if chart.bars else _NOTHING)
        self.setFocusProxy(self.stop())

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.body)
        links = QHBoxLayout()
        links.addWidget(self.form)
        links.addStretch(1)
        links.addWidget(self.other)
        card = Card(self._look)
        card.column.addWidget(self._stack, 1)
        card.column.addLayout(links)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(card)
        self._column.addStretch(1)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.S))
        self._title.setMinimumHeight(self._look.px(Measure.CONTROL))
        self._stack.setFixedHeight(self._look.px(HIGH))


def _row(chart: Chart, cells: tuple[str, ...]) -> Row:
    spoken = ", ".join(
        [cells[0], *(f"{h.lower()} {v}" for h, v in zip(chart.heads[1:], cells[1:], strict=True))]
    )
    return Row(key=cells[0], cells=tuple(Cell(text=one) for one in cells), spoken=spoken)
