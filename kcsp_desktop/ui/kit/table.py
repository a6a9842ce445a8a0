"""The house table: a list of rows to be worked by single keys.

How this works: the model is any read-only item model; cells may carry a `rows.Cell` under
`CELL_ROLE` and section heads say so under `SECTION_ROLE` (`rows.RowsModel` does both). The table
turns keys into signals in its own words and leaves all deeds to the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kcsp_desktop.ui.kit.painting import lay_ground
from kcsp_desktop.ui.kit.row_painter import RowPainter
from kcsp_desktop.ui.kit.rows import CELL_ROLE, KEY_ROLE, SECTION_ROLE, Cell
from kcsp_desktop.ui.kit.table_columns import Column, TableHead, shared_widths
from kcsp_desktop.ui.theme import Measure, Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel, QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from kcsp_desktop.ui.look import Look


class Table(QTableView):
    """A list of rows with one current row."""

    letter = Signal(str)  # a letter or digit, as a capital
    jump = Signal(str)  # a letter pressed with Shift, where ``jumps`` is set
    row_chosen = Signal(str)  # Enter or a double click; the row's key
    current_changed = Signal(str)  # the key of the row in hand, "" for none
    alt_enter_pressed = Signal()
    insert_pressed = Signal()
    delete_pressed = Signal()
    backspace_pressed = Signal()
    space_pressed = Signal()
    move_asked = Signal(int)  # Alt+Up is -1, Alt+Down is +1

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column],
        *,
        row: float = Measure.ROW,
        margins: tuple[float, float] = (Space.XL, Space.XL),
        head: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`row` is the height of a row, `margins` the free space left and right, at 100 %."""
        super().__init__(parent)
        self._look, self._columns, self._row_height = look, tuple(columns), row
        self._margins, self._key = margins, ""
        self.jumps = False  # whether Shift makes another thing of a letter
        self._painter = RowPainter(look, self, self)
        self.setItemDelegate(self._painter)
        self.setHorizontalHeader(TableHead(look, self, self))
        self.horizontalHeader().setVisible(head)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self._set_habits()
        look.changed.connect(self._dress)
        self._dress()

    def _set_habits(self) -> None:
        view = QAbstractItemView
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(view.SelectionMode.SingleSelection)
        self.setEditTriggers(view.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)

    # --- what pages ask --------------------------------------------------------------------

    def current_key(self) -> str:
        """Return the key of the row in hand, "" if there is none."""
        return self._key_of(self.currentIndex())

    def set_current_key(self, key: str) -> bool:
        """Take a row in hand by its key; say whether it is there."""
        model = self.model()
        for number in range(model.rowCount() if model else 0):
            index = model.index(number, 0)
            if self._key_of(index) == key and index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return True
        return False

    def key_at(self, place: QPoint) -> str:
        """Return the key of the row at a place of the viewport, "" if there is none."""
        return self._key_of(self.indexAt(place))

    # --- what the painter asks -------------------------------------------------------------

    def column(self, number: int) -> Column:
        """Return a column's description."""
        return self._columns[number]

    def margins(self) -> tuple[int, int]:
        """Return the free space left and right in pixels."""
        return self._look.px(self._margins[0]), self._look.px(self._margins[1])

    def outer_columns(self) -> tuple[int, int]:
        """Return the first and the last column that are shown."""
        shown = [i for i in range(len(self._columns)) if not self.isColumnHidden(i)]
        return shown[0], shown[-1]

    def shows_focus(self) -> bool:
        """Say whether the row in hand has the frame."""
        return self.hasFocus()

    # --- Qt --------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; the row in hand is found again by its key when it starts afresh."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._start_afresh)
            model.dataChanged.connect(self._set_heights)
        self._start_afresh()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell which row is in hand."""
        super().currentChanged(current, previous)
        key = self._key_of(current)
        if key and key != self._key:
            self._key = key
            self.current_changed.emit(key)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: typing does not jump, letters are deeds."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn keys into signals; arrows and pages move as ever."""
        if self._told(event):
            event.accept()
        elif event.key() in _ENDS and not event.modifiers() & _ALT:
            self._go_to_end(last=event.key() == Qt.Key.Key_End)
        elif event.key() in _MOVING and not event.modifiers() & _ALT:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _go_to_end(self, *, last: bool) -> None:
        """Take the first or the last row in hand; Qt would go along the row, where nothing is."""
        model = self.model()
        rows = range(model.rowCount()) if model is not None else range(0)
        for number in reversed(rows) if last else rows:
            index = model.index(number, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press on a keycap of the row in hand as that key."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        cell = index.data(CELL_ROLE) if index.row() == self.currentIndex().row() else None
        if isinstance(cell, Cell) and cell.keys:
            for key, box in self._painter.key_rects(self.visualRect(index), index.column(), cell):
                if box.contains(place):
                    self.letter.emit(key)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the row."""
        key = self._key_of(self.indexAt(event.position().toPoint()))
        if key:
            self.row_chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._share_width()
        if event.oldSize().width() != event.size().width() and any(c.wraps for c in self._columns):
            self._set_heights()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Where size or text is another, the row in hand is still to be seen."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _told(self, event: QKeyEvent) -> bool:
        key, pressed = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed == _ALT and (enter or key in _STEPS):
            if enter:
                self.alt_enter_pressed.emit()
            else:
                self.move_asked.emit(_STEPS[Qt.Key(key)])
            return True
        if pressed not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        if enter:
            self.row_chosen.emit(self.current_key())
        elif key == Qt.Key.Key_Insert:
            self.insert_pressed.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif key == Qt.Key.Key_Backspace:
            self.backspace_pressed.emit()
        elif key == Qt.Key.Key_Space:
            self.space_pressed.emit()
        elif len(event.text()) == 1 and event.text().isalnum():
            shifted = pressed == Qt.KeyboardModifier.ShiftModifier and event.text().isalpha()
            told = self.jump if self.jumps and shifted else self.letter
            told.emit(event.text().upper())
        else:
            return False
        return True

    def _key_of(self, index: QModelIndex | QPersistentModelIndex) -> str:
        if not index.isValid():
            return ""
        key = index.data(KEY_ROLE)
        return str(index.row() if key is None else key)

    def _start_afresh(self) -> None:
        wanted = self._key
        self._lay_out_rows()
        if not (wanted and self.set_current_key(wanted)) and wanted:
            self._key = ""
            self.current_changed.emit("")

    def _lay_out_rows(self) -> None:
        self._share_width()
        self._set_heights()

    def _set_heights(self) -> None:
        plain, section = self._look.px(self._row_height), self._look.px(Measure.SECTION)
        self.verticalHeader().setDefaultSectionSize(plain)
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        wrapping = [
            i
            for i, c in enumerate(self._columns)
            if c.wraps and not self.isColumnHidden(i) and rows <= _MOST_WRAPPED
        ]
        for number in range(rows):
            if model.index(number, 0).data(SECTION_ROLE):
                self.setRowHeight(number, section)
            elif wrapping:
                extra = max(self._painter.extra_height(model.index(number, i)) for i in wrapping)
                self.setRowHeight(number, plain + extra)

    def _share_width(self) -> None:
        if self.model() is None or self.model().columnCount() != len(self._columns):
            return
        room = self.viewport().width()
        widths = shared_widths(self._columns, room, self.margins(), self._look.px)
        for number in range(len(self._columns)):
            self.setColumnHidden(number, number not in widths)
        for number, wide in widths.items():
            self.setColumnWidth(number, wide)

    def _dress(self) -> None:
        lay_ground(self._look, self, "sheet")
        self.horizontalHeader().setFixedHeight(self._look.px(Measure.TABLE_HEAD))
        self._lay_out_rows()
        self._keep_in_sight()
        self.viewport().update()


_MOST_WRAPPED: Final = 500  # in longer lists words are shortened, to open at once
_ALT: Final = Qt.KeyboardModifier.AltModifier
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVING: Final = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip
_ENDS: Final = (Qt.Key.Key_Home, Qt.Key.Key_End)
