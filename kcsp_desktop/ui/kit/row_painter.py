"""Painting of the house table's cells.

How this works: what belongs to the whole row (ground, accent bar, focus frame, hairline, the words
of a section) is painted by every cell for the whole row and clipped to the cell. So it stays right
whichever cells Qt asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kcsp_desktop.ui.kit.painting import (
    ONE_LINE,
    in_two_lines,
    keycap_width,
    paint_box,
    strong_lines,
)
from kcsp_desktop.ui.kit.rows import CELL_ROLE, SECTION_ROLE, Cell
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from kcsp_desktop.ui.kit.table_columns import Column, TableFace
    from kcsp_desktop.ui.look import Look


class RowPainter(QStyledItemDelegate):
    """Paints the cells of one `Table`."""

    def __init__(self, look: Look, table: TableFace, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._table = look, table

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row; widths are the columns' own."""
        return QSize(0, self._look.px(Measure.ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell and its share of the row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            cell = Cell(text=str(index.data() or ""))
        painter.save()
        painter.setClipRect(rect)
        current = index.row() == self._table.currentIndex().row()
        if index.data(SECTION_ROLE):
            self._paint_section(painter, self._row_rect(rect), cell, current=current)
        else:
            selected = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, self._row_rect(rect), current=current, selected=selected)
            self._paint_cell(painter, rect, index.column(), cell, current=current)
        painter.restore()

    def extra_height(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how much higher a row must be for the words of this cell to be whole."""
        cell = index.data(CELL_ROLE)
        text = _whole(cell) if isinstance(cell, Cell) else str(index.data() or "")
        spec = self._table.column(index.column())
        metrics = QFontMetrics(self._look.font(spec.size, Weight.TITLE))
        rect = QRect(0, 0, self._table.columnWidth(index.column()), 0)
        room = self._room(rect, index.column()).width()
        if isinstance(cell, Cell) and cell.icon:
            room -= self._look.px(Measure.ICON) + self._look.px(Space.S)
        return metrics.lineSpacing() if metrics.horizontalAdvance(text) > room else 0

    def key_rects(self, rect: QRect, column: int, cell: Cell) -> list[tuple[str, QRect]]:
        """Return where the keycaps of a current row's cell are."""
        side, gap = self._look.px(Measure.ROW - Space.S), self._look.px(Space.XS)
        x, found = self._room(rect, column).left(), []
        for key in cell.keys:
            wide = max(side, keycap_width(self._look, key))
            found.append((key, QRect(x, rect.center().y() - side // 2, wide, side)))
            x += wide + gap
        return found

    def _row_rect(self, rect: QRect) -> QRect:
        return QRect(0, rect.top(), self._table.viewport().width(), rect.height())

    def _room(self, rect: QRect, column: int) -> QRect:
        """Return a cell's rectangle without the margins of the table and the gap after it."""
        first, last = self._table.outer_columns()
        left, right = self._table.margins()
        gap = self._look.px(Space.S)
        return rect.adjusted(
            left if column == first else 0, 0, -(right if column == last else gap), 0
        )

    def _paint_ground(
        self, painter: QPainter, row: QRect, *, current: bool, selected: bool
    ) -> None:
        look = self._look
        painter.fillRect(row, look.colour("soft" if current or selected else "sheet"))
        line = look.px(Measure.LINE)
        focused = current and self._table.shows_focus()
        if not current:
            left, right = self._table.margins()
            width = row.width() - left - right
            painter.fillRect(left, row.bottom() + 1 - line, width, line, look.colour("line"))
        elif look.theme.framed or focused:
            edge: Role = "focus" if focused else "edge"
            paint_box(look, painter, row, ground="soft", edge=edge, line=Measure.RING)
        if current:
            bar = row.adjusted(0, line, 0, -line)
            bar.setWidth(look.px(Measure.BAR))
            painter.fillRect(bar, look.colour("focus" if focused else "accent"))

    def _paint_section(self, painter: QPainter, row: QRect, cell: Cell, *, current: bool) -> None:
        look = self._look
        if current:
            self._paint_ground(painter, row, current=True, selected=True)
        else:
            painter.fillRect(row, look.colour("sheet"))
        x = row.left() + self._table.margins()[0]
        if cell.icon:
            side = look.px(Measure.ICON_SMALL)
            place = QRect(x, row.top(), side, row.height())
            look.paint_icon(painter, cell.icon, cell.icon_role, place)
            x += side + look.px(Space.S)
        heading = look.font(Type.SECOND, Weight.TITLE)
        x = self._words(painter, x, row, cell.text, heading, cell.role or "ink2")
        second = look.font(Type.SECOND)
        second.setItalic(cell.italic_second)
        self._words(painter, x + look.px(Space.M + 2), row, cell.second, second, "ink2")

    def _paint_cell(
        self, painter: QPainter, rect: QRect, column: int, cell: Cell, *, current: bool
    ) -> None:
        if current and cell.keys:
            self._paint_keys(painter, rect, column, cell)
            return
        spec, room = self._table.column(column), self._room(rect, column)
        bold = cell.bold or (current and spec.lead)
        font = self._look.font(
            spec.size, Weight.TITLE if bold else spec.weight, tabular=spec.tabular
        )
        metrics = QFontMetrics(font)
        side = self._look.px(Measure.ICON_SMALL if spec.size < Type.UI else Measure.ICON)
        icon = side + (self._look.px(Space.S) if cell.text else 0) if cell.icon else 0
        if cell.strong != (0, 0):
            self._paint_strong(painter, room, cell, spec)
            return
        beside = room.adjusted(icon, 0, 0, 0)
        if (
            spec.wraps
            and rect.height() > 2 * metrics.lineSpacing()
            and metrics.horizontalAdvance(_whole(cell)) > beside.width()
        ):
            if cell.icon:
                place = QRect(room.left(), room.top(), side, room.height())
                self._look.paint_icon(painter, cell.icon, cell.icon_role, place)
            self._paint_lines(painter, beside, cell, font, spec.role)
            return
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width() - icon)
        x = room.left()
        if spec.right:
            x = room.right() + 1 - metrics.horizontalAdvance(text) - icon
        if cell.icon:
            place = QRect(x, room.top(), side, room.height())
            self._look.paint_icon(painter, cell.icon, cell.icon_role, place)
        role = cell.role or ("accent" if current and spec.code else spec.role)
        x = self._words(painter, x + icon, room, text, font, role)
        if cell.second:
            small = self._look.font(Type.SMALL)
            self._words(painter, x + self._look.px(Space.S), room, cell.second, small, "ink2")

    def _paint_lines(
        self, painter: QPainter, room: QRect, cell: Cell, font: QFont, role: Role
    ) -> None:
        metrics = QFontMetrics(font)
        lines = in_two_lines(metrics, _whole(cell), room.width())
        high = metrics.lineSpacing()
        top = room.top() + (room.height() - high * len(lines)) // 2
        for number, line in enumerate(lines):
            place = QRect(room.left(), top + number * high, room.width(), high)
            self._words(painter, room.left(), place, line, font, cell.role or role)

    def _paint_strong(self, painter: QPainter, room: QRect, cell: Cell, spec: Column) -> None:
        """Paint words of which some are bold, in one line or in two."""
        look = self._look
        plain, heavy = look.font(spec.size, spec.weight), look.font(spec.size, Weight.TITLE)
        high = QFontMetrics(heavy).lineSpacing()
        if cell.icon:
            side = look.px(Measure.ICON)
            place = QRect(room.left(), room.top(), side, room.height())
            look.paint_icon(painter, cell.icon, cell.icon_role, place)
            room = room.adjusted(side + look.px(Space.S), 0, 0, 0)
        lines = strong_lines(plain, heavy, cell, room.width(), 2 if room.height() > 2 * high else 1)
        top = room.top() + (room.height() - high * len(lines)) // 2
        for number, line in enumerate(lines):
            place, x = QRect(room.left(), top + number * high, room.width(), high), room.left()
            for words, bold in line:
                font = heavy if bold else plain
                x = self._words(painter, x, place, words, font, cell.role or spec.role)

    def _paint_keys(self, painter: QPainter, rect: QRect, column: int, cell: Cell) -> None:
        look = self._look
        painter.setFont(look.font(Type.KEYCAP, Weight.TITLE))
        for key, box in self.key_rects(rect, column, cell):
            chosen = key == cell.chosen_key
            ground: Role = "accent" if chosen else "raised"
            edge: Role = "accent" if chosen else "edge"
            paint_box(look, painter, box, ground=ground, edge=edge)
            painter.setPen(look.colour("on_accent" if chosen else "ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)

    def _words(
        self, painter: QPainter, x: int, row: QRect, words: str, font: QFont, role: Role
    ) -> int:
        """Paint one line of words from `x` on; return where they end."""
        if not words:
            return x
        wide = QFontMetrics(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        painter.drawText(QRect(x, row.top(), wide + 1, row.height()), ONE_LINE, words)
        return x + wide


def _whole(cell: Cell) -> str:
    """Return all the words of a cell, for where they take more than one line."""
    return f"{cell.text} — {cell.second}" if cell.text and cell.second else cell.text
