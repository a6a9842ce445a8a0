"""Rows for the house table: plain values, and a read-only model over them.

How this works: a page turns its values into `Row`s and hands the whole list to `RowsModel`. Where
the keys are the same as before only the rows that differ are redrawn; otherwise the model starts
afresh, and the table finds its current row again by key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kcsp_desktop.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
SECTION_ROLE: Final = Qt.ItemDataRole.UserRole + 2
KEY_ROLE: Final = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell shows. An icon alone needs `spoken`, its word."""

    text: str = ""
    second: str = ""  # smaller, after the text
    icon: str = ""
    icon_role: Role = "ink2"
    role: Role | None = None  # colour of the text, if not the column's
    bold: bool = False
    strong: tuple[int, int] = (0, 0)  # from where to where the text is bold, if not all of it
    italic_second: bool = False
    spoken: str = ""
    keys: tuple[str, ...] = ()  # keycaps instead of the rest while the row is current
    chosen_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; a section row has one cell that goes across, and can be current if it `takes`."""

    key: str
    cells: tuple[Cell, ...]
    section: bool = False
    takes: bool = False  # a section row that can be taken in hand
    spoken: str = ""  # the row as a screen reader reads it


class RowsModel(QAbstractTableModel):
    """A read-only model over rows."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        before, self_rows = self._rows, tuple(rows)
        if [(r.key, r.section) for r in before] != [(r.key, r.section) for r in self_rows]:
            self.beginResetModel()
            self._rows = self_rows
            self.endResetModel()
            return
        self._rows = self_rows
        for number, (old, new) in enumerate(zip(before, self_rows, strict=True)):
            if old != new:
                last = self.index(number, self._columns - 1)
                self.dataChanged.emit(self.index(number, 0), last)

    def row(self, number: int) -> Row:
        """Return a row by its place."""
        return self._rows[number]

    def place(self, key: str) -> int:
        """Return the place of the row with this key, -1 if there is none."""
        return next((i for i, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return how many columns there are."""
        return 0 if parent.isValid() else self._columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every row be chosen, but heads of sections only where they can be taken."""
        row = self._rows[index.row()] if index.isValid() else None
        if row is None or (row.section and not row.takes):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of a cell."""
        row = self._rows[index.row()]
        if role == SECTION_ROLE:
            return row.section
        if role == KEY_ROLE:
            return row.key
        place = 0 if row.section else index.column()
        if place >= len(row.cells):
            return None
        cell = row.cells[place]
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            whole = row.spoken if index.column() == 0 else ""
            return whole or cell.spoken or " ".join(p for p in (cell.text, cell.second) if p)
        return None
