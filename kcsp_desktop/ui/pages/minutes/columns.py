"""Outline, sheet and room side by side: how they fold where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcsp_desktop.ui.kit.words import Hairline
from kcsp_desktop.ui.theme import Measure, Narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.ui.look import Look

OUTLINE, ROOM = "outline", "room"
_FOLDS_UNDER = {OUTLINE: Narrow.OUTLINE, ROOM: Narrow.PEOPLE}


class Columns(QWidget):
    """Three columns; the outer two hide by command, or where there is no room for them."""

    folded = Signal()

    def __init__(self, look: Look, left: QWidget, middle: QWidget, right: QWidget) -> None:
        """Lay them side by side, with lines between."""
        super().__init__()
        self._look = look
        self._left, self._middle, self._right = left, middle, right
        self._hidden: set[str] = set()
        self.over = ""  # the column that a narrow window shows over the others
        self.alone = False  # only the sheet
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._lines = [Hairline(look, upright=True) for _ in range(2)]
        row.addWidget(left)
        row.addWidget(self._lines[0])
        row.addWidget(middle, 1)
        row.addWidget(self._lines[1])
        row.addWidget(right)

    def toggle(self, column: str) -> None:
        """Hide or show a column; where the window has folded it, lay it over the sheet."""
        self.alone = False
        if self._look.effective(self.width()) < _FOLDS_UNDER[column]:
            self.over = "" if self.over == column else column
        else:
            self._hidden ^= {column}
        self.fold()

    def show_alone(self, alone: bool) -> None:
        """Show the sheet without the other two, or all three again."""
        self.alone, self.over = alone, ""
        self.fold()

    def show_sheet(self) -> None:
        """Take away what lies over the sheet."""
        self.over = ""
        self.fold()

    def is_narrow(self) -> bool:
        """Whether the outline has no room of its own."""
        return self._look.effective(self.width()) < Narrow.OUTLINE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the window is narrow."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Show what there is room for."""
        wide, px = self._look.effective(self.width()), self._look.px
        if self.over and wide >= _FOLDS_UNDER[self.over]:
            self.over = ""
        shown = {
            column
            for column, least in _FOLDS_UNDER.items()
            if column not in self._hidden and wide >= least and not self.alone
        }
        if self.over:
            shown = {self.over}
        whole = bool(self.over) and wide < Narrow.TABS
        self._left.setFixedWidth(self.width() if whole else px(Measure.OUTLINE))
        self._right.setFixedWidth(self.width() if whole else px(Measure.PEOPLE))
        self._left.setVisible(OUTLINE in shown)
        self._right.setVisible(ROOM in shown)
        self._middle.setVisible(not whole)
        self._lines[0].setVisible(OUTLINE in shown and not whole)
        self._lines[1].setVisible(ROOM in shown and not whole)
        self.folded.emit()
