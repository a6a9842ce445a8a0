"""A short list within a form or dialog: a head with the deed that adds, and a table below.

How this works: a subclass shows its rows by ``show_rows`` and answers Ins, Enter, Del, Alt+Up and
Alt+Down. The table is as high as its rows; what it stands in scrolls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.ui.kit.buttons import WordButton
from kcsp_desktop.ui.kit.rows import Row, RowsModel
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.ui.kit.table_columns import Column
    from kcsp_desktop.ui.look import Look

_T = TypeVar("_T")
_KEYS = "Ins adds, Enter edits, Del takes out, Alt+Up moves"


class EditedList(QWidget):
    """A head with the deed that adds, and a table as high as its rows."""

    def __init__(
        self, look: Look, title: str, deed: str, name: str, columns: Sequence[Column], none: str
    ) -> None:
        """``name`` is the table's object name, ``none`` what is said while it is empty."""
        super().__init__()
        self._look = look
        head = Words(look, title, weight=Weight.TITLE)
        button = WordButton(look, deed, size=Type.SECOND)
        button.setObjectName(f"{name}Add")
        button.clicked.connect(self.add)
        self._button = button
        self._none = Words(look, none, role="ink2", size=Type.SECOND)
        self.table = Table(look, columns, margins=(Space.M, Space.M), head=False)
        self.table.setObjectName(name)
        self.table.setAccessibleName(title)
        self.table.setAccessibleDescription(_KEYS)
        self._model = RowsModel(len(columns), self.table)
        self.table.setModel(self._model)
        line = QHBoxLayout()
        line.addWidget(head, 1)
        line.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(line)
        self._column.addWidget(self._none)
        self._column.addWidget(self.table)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.table.current_changed.connect(lambda _: self._show_row())
        self.table.insert_pressed.connect(self.add)
        self.table.row_chosen.connect(lambda _: self.edit())
        self.table.delete_pressed.connect(self.remove)
        self.table.move_asked.connect(self.move_by)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().sectionResized.connect(self._fit)  # words wrap otherwise now
        look.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; a row near the one in hand is taken where that one has gone."""
        before = self.table.currentIndex().row()
        self._model.set_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            places = [n for n, row in enumerate(rows) if not row.section]
            near = min(places, key=lambda n: abs(n - max(0, before)))
            self.table.setCurrentIndex(self._model.index(near, 0))
        self._fit()

    def stop(self) -> QWidget:
        """Return where F6 goes: the rows, or while there are none what makes one."""
        return self._button if self.table.isHidden() else self.table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ins on the button too: while there are no rows it is all that can be reached."""
        if event.key() == Qt.Key.Key_Insert:
            self.add()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Ask for a new row."""

    def edit(self) -> None:
        """Ask what has changed in the row in hand."""

    def remove(self) -> None:
        """Take the row in hand out."""

    def move_by(self, step: int) -> None:
        """Move the row in hand up (-1) or down (1)."""

    def _place(self) -> int:
        """Return the place of the row in hand, -1 if there is none."""
        return self.table.currentIndex().row()

    def _show_row(self) -> None:
        """Bring the row in hand into sight: the list is as high as its rows, the form scrolls."""
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, Scroll):
            area = area.parentWidget()
        inside = area.widget() if isinstance(area, Scroll) else None
        if isinstance(area, Scroll) and inside is not None and self.table.hasFocus():
            row = self.table.visualRect(self.table.currentIndex())
            middle = self.table.viewport().mapTo(inside, row.center())
            area.ensureVisible(middle.x(), middle.y(), 0, row.height())

    def _take(self, place: int) -> None:
        self.table.setCurrentIndex(self._model.index(place, 0))
        self.table.setFocus()

    def _fit(self) -> None:
        rows = self._model.rowCount()
        high = sum(self.table.rowHeight(number) for number in range(rows))
        self.table.setFixedHeight(max(high, self._look.px(Measure.ROW)))
        self.table.setVisible(rows > 0)
        self._none.setVisible(not rows)
        self._column.setSpacing(self._look.px(Space.XS))


def without(rows: tuple[_T, ...], place: int) -> tuple[_T, ...]:
    """Return the rows without the one at ``place``."""
    return (*rows[:place], *rows[place + 1 :])


def moved(rows: tuple[_T, ...], place: int, to: int) -> tuple[_T, ...]:
    """Return the rows with the one at ``place`` standing at ``to``."""
    rest = list(without(rows, place))
    rest.insert(to, rows[place])
    return tuple(rest)


def put(rows: tuple[_T, ...], place: int | None, new: _T) -> tuple[_T, ...]:
    """Return the rows with ``new`` at ``place``, or last where that is ``None``."""
    if place is None:
        return (*rows, new)
    return (*rows[:place], new, *rows[place + 1 :])
