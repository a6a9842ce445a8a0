"""The outline: sections and items of the agenda with their state, the way through the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kcsp_desktop.domain.meeting import in_order, is_restricted
from kcsp_desktop.domain.outcome import Progress, progress
from kcsp_desktop.ui.kit.painting import lay_ground
from kcsp_desktop.ui.theme import Measure, Role, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.numbering import Numbers
    from kcsp_desktop.ui.look import Look

_ROLE = int(Qt.ItemDataRole.UserRole)
_ID, _CODE, _NUMBER, _LOCKED, _STATE = range(_ROLE, _ROLE + 5)
_SHAPES: dict[str, tuple[str, Role]] = {
    Progress.NOT_MINUTED: ("dash", "ink2"),
    Progress.NOT_STARTED: ("none", "ink2"),
    Progress.STARTED: ("half", "accent"),
    Progress.OUTCOME: ("done", "ok"),
}
_Index = QModelIndex | QPersistentModelIndex


class Outline(QListWidget):
    """Items by section. ``item_chosen`` on every move, ``entered`` when Enter goes to the sheet."""

    item_chosen = Signal(str)
    entered = Signal()

    def __init__(self, look: Look) -> None:
        """Start empty; ``show_meeting`` fills it."""
        super().__init__()
        self._look = look
        self.setObjectName("outline")
        self.setAccessibleName("Agenda")
        self.setItemDelegate(_OutlineDelegate(look, self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)
        self._quiet = False
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        lay_ground(self._look, self, "panel")
        self.scheduleDelayedItemsLayout()

    def show_meeting(self, meeting: Meeting, numbers: Numbers, current: ItemId | None) -> None:
        """Fill with the agenda of ``meeting``; ``current`` is the item in hand."""
        self._quiet = True
        self.clear()
        section_id = None
        for item in in_order(meeting):
            if item.section_id != section_id:
                section_id = item.section_id
                section = meeting.section(section_id)
                if section is not None:
                    self._add_section(f"{section.letter}. {section.title}")
            self._add_item(meeting, item, numbers, current)
        self._quiet = False

    def _add_section(self, title: str) -> None:
        row = QListWidgetItem(title)
        row.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(row)

    def _add_item(
        self,
        meeting: Meeting,
        item: AgendaItem,
        numbers: Numbers,
        current: ItemId | None,
    ) -> None:
        row = QListWidgetItem(item.title)
        state = progress(item)
        number = str(numbers.minutes.get(item.id, "")) if item.minuted else ""
        locked = is_restricted(meeting, item)
        row.setData(_ID, item.id)
        row.setData(_CODE, numbers.codes.get(item.id, ""))
        row.setData(_NUMBER, number)
        row.setData(_LOCKED, locked)
        row.setData(_STATE, str(state))
        spoken = [numbers.codes.get(item.id, ""), item.title, state]
        spoken += [f"minute {number}"] if number else []
        spoken += ["restricted"] if locked else []
        row.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        self.addItem(row)
        if item.id == current:
            self.setCurrentItem(row)

    def _on_current(self, row: QListWidgetItem | None) -> None:
        if row is not None and not self._quiet and row.data(_ID):
            self.item_chosen.emit(row.data(_ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the sheet; letters do not jump."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif not event.text() or event.text() < " ":
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.viewport().update()


class _OutlineDelegate(QStyledItemDelegate):
    """Paints a section's name or an item's shape, code, title, lock and number."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def _title_width(self) -> int:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 0
        return max(self._look.px(80), width - self._look.px(66 + 52))

    def _lines(self, metrics: QFontMetrics, text: str) -> list[str]:
        """Break a title on at most two lines; the second one is elided."""
        width = self._title_width()
        words, line = text.split(), ""
        for n, word in enumerate(words):
            longer = f"{line} {word}".strip()
            if line and metrics.horizontalAdvance(longer) > width:
                rest = " ".join(words[n:])
                return [line, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
            line = longer
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line 30 high, two lines 46, a section 34."""
        px = self._look.px
        if not index.data(_ID):
            return QSize(px(100), px(34))
        metrics = QFontMetrics(self._look.font(13, Weight.TITLE))
        two = len(self._lines(metrics, str(index.data()))) > 1
        return QSize(px(100), px(46) if two else px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        painter.save()
        if index.data(_ID):
            self._paint_item(painter, rect, index)
        else:
            px = self._look.px
            painter.setFont(self._look.font(12, Weight.TITLE))
            painter.setPen(self._look.colour("ink3"))
            metrics = painter.fontMetrics()
            name = metrics.elidedText(
                str(index.data()),
                Qt.TextElideMode.ElideRight,
                rect.width() - px(32),
            )
            inner = rect.adjusted(px(16), px(6), 0, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_item(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        look, px = self._look, self._look.px
        view = self.parent()
        current = isinstance(view, QListWidget) and view.currentIndex() == index
        if current:
            self._paint_current(painter, rect.adjusted(px(6), 0, -px(6), 0))
        weight = Weight.TITLE if current else Weight.PLAIN
        painter.setFont(look.font(13, weight))
        lines = self._lines(QFontMetrics(look.font(13, Weight.TITLE)), str(index.data()))
        line_height = px(18)
        top = rect.center().y() - len(lines) * line_height // 2 + 1
        icon, role = _SHAPES[index.data(_STATE)]
        look.paint_icon(
            painter, icon, role, QRect(rect.left() + px(16), top + px(1), px(16), px(16))
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour("ink"))
        for n, line in enumerate(lines):
            box = QRect(rect.left() + px(66), top + n * line_height, rect.width(), line_height)
            painter.drawText(box, middle, line)
        painter.setFont(look.font(13, Weight.TITLE if current else Weight.NAME))
        code = QRect(rect.left() + px(39), top, px(27), line_height)
        painter.drawText(code, middle, str(index.data(_CODE)))
        painter.setFont(look.font(13, Weight.PLAIN, tabular=True))
        painter.setPen(look.colour("ink2"))
        right = QRect(rect.left(), top, rect.width() - px(16), line_height)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, str(index.data(_NUMBER)))
        if index.data(_LOCKED):
            at = QRect(rect.right() - px(16 + 42), top + px(2), px(14), px(14))
            look.paint_icon(painter, "lock", "lock", at)

    def _paint_current(self, painter: QPainter, ground: QRect) -> None:
        look, view = self._look, self.parent()
        painter.fillRect(ground, look.colour("soft"))
        bar = QRect(ground.left(), ground.top(), look.px(Measure.BAR), ground.height())
        painter.fillRect(bar, look.colour("accent"))
        if isinstance(view, QListWidget) and view.hasFocus():
            painter.setPen(look.colour("focus"))
            for inset in range(Measure.RING):
                painter.drawRect(ground.adjusted(inset, inset, -1 - inset, -1 - inset))
