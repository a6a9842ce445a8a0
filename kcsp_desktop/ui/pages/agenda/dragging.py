"""What is dragged over the agenda's list: an item to its new place, files onto an item.

How this works: an event filter on the list's viewport. A drag begins where the mouse moves with
the button held on an item; a line shows where it would stand. Keys do the same (Alt+Up, F).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from kcsp_desktop.ui.kit.words import Hairline

if TYPE_CHECKING:
    from kcsp_desktop.ui.kit.table import Table
    from kcsp_desktop.ui.look import Look

ITEM: Final = "application/x-kcsp-agenda-item"
_LEFT: Final = Qt.MouseButton.LeftButton


class Dragging(QObject):
    """Tells what is dropped on the rows of a table."""

    item_dropped = Signal(str, str, bool)  # the item's key, the row's key, whether below its middle
    files_dropped = Signal(str, object)  # the row's key, paths

    def __init__(self, look: Look, table: Table) -> None:
        """Watch the table's viewport."""
        super().__init__(table)
        self._table = table
        self._pressed: QPoint | None = None
        self._line = Hairline(look, role="focus", parent=table.viewport())
        self._line.hide()
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs to dragging."""
        kinds = QEvent.Type
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        if event.type() == kinds.DragLeave:
            self._line.hide()
            return True
        if not isinstance(event, QDropEvent):  # enter and move are of it, too
            return super().eventFilter(watched, event)
        place = event.position().toPoint()
        if not self._row_at(place) or not _is_ours(event.mimeData()):
            self._line.hide()
            event.ignore()
        elif event.type() == kinds.Drop:
            event.acceptProposedAction()
            self._on_drop(event.mimeData(), place)
        else:
            event.acceptProposedAction()
            self._show_line(place, files=event.mimeData().hasUrls())
        return True

    def _on_mouse(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == _LEFT:
            self._pressed = place
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & _LEFT:
            if self._pressed is not None and _is_far(place, self._pressed):
                pressed, self._pressed = self._pressed, None
                self._drag(self._row_at(pressed))
            return True  # the list would select whatever the mouse passes over
        return False

    def _drag(self, key: str) -> None:
        if not key:
            return
        drag, data = QDrag(self._table), QMimeData()
        data.setData(ITEM, key.encode())
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)
        self._line.hide()

    def _on_drop(self, data: QMimeData, place: QPoint) -> None:
        self._line.hide()
        key = self._row_at(place)
        if data.hasFormat(ITEM):
            dropped = bytes(data.data(ITEM).data()).decode()
            self.item_dropped.emit(dropped, key, self._is_below(place))
        else:
            self.files_dropped.emit(key, tuple(_paths(data)))

    def _row_at(self, place: QPoint) -> str:
        return self._table.key_at(place)

    def _box(self, place: QPoint) -> QRect:
        return self._table.visualRect(self._table.indexAt(place))

    def _is_below(self, place: QPoint) -> bool:
        return place.y() > self._box(place).center().y()

    def _show_line(self, place: QPoint, *, files: bool) -> None:
        """Show where an item would stand, or under the row that files would go to."""
        row = self._box(place)
        below = files or self._is_below(place)
        wide = self._table.viewport().width()
        self._line.setGeometry(0, row.bottom() if below else row.top(), wide, self._line.height())
        self._line.show()
        self._line.raise_()


def _is_far(place: QPoint, start: QPoint) -> bool:
    return (place - start).manhattanLength() >= QApplication.startDragDistance()


def _is_ours(data: QMimeData) -> bool:
    return data.hasFormat(ITEM) or bool(_paths(data))


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
