"""The outline: sections and items of the agenda with their state, the way through the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcsp_desktop.domain.meeting import in_order, is_restricted
from kcsp_desktop.domain.outcome import Progress, progress
from kcsp_desktop.ui.kit.painting import in_two_lines, lay_ground
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

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
_SECTION, _LINE = 34, 18  # heights of a section row and of a line of a title
_TEXT = int(Qt.ItemDataRole.DisplayRole)
_Index = QModelIndex | QPersistentModelIndex
_Row = dict[int, object]  # a role and what the row says for it


class OutlineColumn(QWidget):
    """The list under its head: what it is, and how much of it is minuted."""

    def __init__(self, look: Look, outline: Outline) -> None:
        """Lay the head over the list."""
        super().__init__()
        self._look = look
        self._head = QHBoxLayout()
        title = Words(look, "Agenda", role="ink2", size=Type.SECOND, weight=Weight.TITLE)
        self.count = Words(look, role="ink2", size=Type.SMALL, tabular=True)
        self.count.setObjectName("outlineCount")
        self._head.addWidget(title, 1)
        self._head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(outline, 1)
        look.changed.connect(self._dress)
        self._dress()

    def show_count(self, meeting: Meeting) -> None:
        """Say how many of the items that are minuted have their outcome."""
        states = [progress(item) for item in meeting.items if item.minuted]
        done = sum(state is Progress.OUTCOME for state in states)
        self.count.setText(f"{done} of {len(states)} minuted" if states else "")

    def _dress(self) -> None:
        px = self._look.px
        self._head.setContentsMargins(px(Space.L), px(Space.M + 2), px(Space.L), px(Space.XS))


class _Rows(QAbstractListModel):
    """The rows as plain values.

    A model of our own and no `QListWidget`: emptying one that Python has held items of ended the
    program now and then (PySide 6.11), and this list is shown anew with every item.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[_Row, ...] = ()

    def show_rows(self, rows: tuple[_Row, ...]) -> None:
        """Show other rows; where the items are the same only what they say is drawn anew."""
        same = [row.get(_ID) for row in rows] == [row.get(_ID) for row in self._rows]
        if same and rows == self._rows:
            return
        if same and rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let items be taken in hand, but not the names of sections."""
        if not index.isValid() or _ID not in self._rows[index.row()]:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = _TEXT) -> object:
        """Return what a row says."""
        return self._rows[index.row()].get(role)


def _item_row(meeting: Meeting, item: AgendaItem, numbers: Numbers) -> _Row:
    state, code = progress(item), numbers.codes.get(item.id, "")
    number = str(numbers.minutes.get(item.id, "")) if item.minuted else ""
    locked = is_restricted(meeting, item)
    spoken = [code, item.title, str(state)]
    spoken += [f"minute {number}"] if number else []
    spoken += ["restricted"] if locked else []
    return {
        _TEXT: item.title,
        _ID: str(item.id),
        _CODE: code,
        _NUMBER: number,
        _LOCKED: locked,
        _STATE: str(state),
        int(Qt.ItemDataRole.AccessibleTextRole): ", ".join(spoken),
    }


class Outline(QListView):
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
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._quiet = False
        self._rows = _Rows(self)
        self.setModel(self._rows)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        lay_ground(self._look, self, "panel")
        self.scheduleDelayedItemsLayout()

    def show_meeting(self, meeting: Meeting, numbers: Numbers, current: ItemId | None) -> None:
        """Show the agenda of ``meeting``; ``current`` is the item in hand."""
        self._quiet = True
        scrolled = self.verticalScrollBar().value()
        rows: list[_Row] = []
        section_id = None
        for item in in_order(meeting):
            if item.section_id != section_id:
                section_id = item.section_id
                section = meeting.section(section_id)
                if section is not None:
                    rows.append({_TEXT: f"{section.letter}.  {section.title}"})
            rows.append(_item_row(meeting, item, numbers))
        self._rows.show_rows(tuple(rows))
        self.verticalScrollBar().setValue(scrolled)
        place = next((n for n, row in enumerate(rows) if current and row.get(_ID) == current), -1)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place))
            self.scrollTo(self.currentIndex())
        self._quiet = False

    def shows(self, item_id: ItemId, state: Progress) -> bool:
        """Whether the item in hand is that one, and shown in that state."""
        at = self.currentIndex()
        return at.isValid() and (at.data(_ID), at.data(_STATE)) == (item_id, str(state))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which item is in hand now, where a person took it."""
        super().currentChanged(current, previous)
        chosen = current.data(_ID) if current.isValid() else None
        if chosen and not self._quiet:
            self.item_chosen.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc go to the sheet; letters do not jump."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
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
        width = view.viewport().width() if isinstance(view, QListView) else 0
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
            lines = len(self._section_lines(str(index.data())))
            return QSize(px(100), px(_SECTION) + (lines - 1) * px(_LINE))
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
            self._paint_section(painter, rect, str(index.data()))
        painter.restore()

    def _section_lines(self, title: str) -> list[str]:
        view = self.parent()
        room = view.viewport().width() if isinstance(view, QListView) else 0
        metrics = QFontMetrics(self._look.font(12, Weight.TITLE))
        return in_two_lines(metrics, title, room - self._look.px(2 * Space.L))

    def _paint_section(self, painter: QPainter, rect: QRect, title: str) -> None:
        px = self._look.px
        painter.setFont(self._look.font(12, Weight.TITLE))
        painter.setPen(self._look.colour("ink3"))
        lines, high = self._section_lines(title), px(_LINE)
        top = rect.bottom() - px(Space.XS) - high * len(lines)
        for number, line in enumerate(lines):
            place = QRect(rect.left() + px(Space.L), top + number * high, rect.width(), high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_item(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        look, px = self._look, self._look.px
        view = self.parent()
        current = isinstance(view, QListView) and view.currentIndex() == index
        if current:
            self._paint_current(painter, rect.adjusted(px(6), 0, -px(6), 0))
        weight = Weight.TITLE if current else Weight.PLAIN
        painter.setFont(look.font(13, weight))
        lines = self._lines(QFontMetrics(look.font(13, Weight.TITLE)), str(index.data()))
        line_height = px(_LINE)
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
        if isinstance(view, QListView) and view.hasFocus():
            painter.setPen(look.colour("focus"))
            for inset in range(Measure.RING):
                painter.drawRect(ground.adjusted(inset, inset, -1 - inset, -1 - inset))
