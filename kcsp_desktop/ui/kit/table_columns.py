"""The columns of the house table: what they are, how they share the width, their heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHeaderView

from kcsp_desktop.ui.kit.painting import ONE_LINE
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; `width` is at 100 %, for one that `stretches` it is the least."""

    words: str
    width: int
    stretches: bool = False
    right: bool = False  # words at the right edge, as numbers are
    tabular: bool = False
    lead: bool = False  # semi-bold in the current row
    wraps: bool = False  # long words go on to a second line
    code: bool = False  # in the accent colour in the current row
    role: Role = "ink"
    size: float = Type.UI
    weight: int = Weight.PLAIN
    drops: int = 0  # 1 is left out first when there is no room, 0 never


def shared_widths(
    columns: Sequence[Column], width: int, margins: tuple[int, int], px: Callable[[float], int]
) -> dict[int, int]:
    """Return the columns for which there is room, with their widths in pixels.

    Columns that may be dropped go one after another; then those that stretch give way. The margins
    belong to the first and the last column shown.
    """
    room = width - sum(margins)
    widths = {i: px(column.width) for i, column in enumerate(columns)}
    leaving = sorted((c.drops, i) for i, c in enumerate(columns) if c.drops)
    while leaving and sum(widths.values()) > room:
        del widths[leaving.pop(0)[1]]
    stretching = [i for i in widths if columns[i].stretches]
    for left, number in zip(range(len(stretching), 0, -1), stretching, strict=True):
        share = (room - sum(widths.values())) // left
        widths[number] = max(px(Space.XXL), widths[number] + share)
    widths[min(widths)] += margins[0]
    widths[max(widths)] += margins[1]
    return widths


class TableFace(Protocol):
    """What those who paint a table ask of it."""

    def column(self, number: int) -> Column:
        """Return how a column looks."""

    def outer_columns(self) -> tuple[int, int]:
        """Return the first and last column that is shown."""

    def margins(self) -> tuple[int, int]:
        """Return the margins left and right, in pixels."""

    def shows_focus(self) -> bool:
        """Return whether the row in hand shows the focus."""

    def currentIndex(self) -> QModelIndex:
        """Return the cell in hand."""

    def columnWidth(self, column: int) -> int:
        """Return a column's width in pixels."""

    def viewport(self) -> QWidget:
        """Return what is painted on."""


class TableHead(QHeaderView):
    """The words above the columns."""

    def __init__(self, look: Look, table: TableFace, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._table = look, table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint the words of one column."""
        look, spec = self._look, self._table.column(logicalIndex)
        first, last = self._table.outer_columns()
        left, right = self._table.margins()
        painter.fillRect(rect, look.colour("panel"))
        line = look.px(Measure.LINE)
        under = rect.adjusted(0, rect.height() - line, 0, 0)
        painter.fillRect(under, look.colour("line"))
        room = rect.adjusted(
            left if logicalIndex == first else 0,
            0,
            -(right if logicalIndex == last else look.px(Space.S)),
            -line,
        )
        painter.setFont(look.font(Type.SMALL, Weight.TITLE))
        painter.setPen(look.colour("ink2"))
        side = Qt.AlignmentFlag.AlignRight if spec.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, ONE_LINE | side, spec.words)
