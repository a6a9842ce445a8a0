"""Cards, and lists of deeds: what is so at the left, the deed and a chevron at the right."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kcsp_desktop.ui.kit.painting import ONE_LINE, paint_box
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.ui.look import Look


class Card(QWidget):
    """A raised ground with a border; put a layout or one column of widgets in."""

    def __init__(self, look: Look, *, padded: bool = True, parent: QWidget | None = None) -> None:
        """Make an empty card; a list that goes to the border wants it not `padded`."""
        super().__init__(parent)
        self._look, self._padded = look, padded
        self.column = QVBoxLayout(self)
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and border."""
        radius = Measure.RADIUS_CARD
        paint_box(
            self._look, QPainter(self), self.rect(), ground="raised", edge="line", radius=radius
        )

    def _dress(self) -> None:
        side = self._look.px(Space.XL if self._padded else Measure.LINE)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(self._look.px(Space.M) if self._padded else 0)
        self.update()


class Ground(QWidget):
    """A plain ground in one role's colour; put a layout in."""

    def __init__(self, look: Look, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._role = look, role
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._look.colour(self._role))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One row of a `DeedList`; with `head` it is the head of a group and cannot be chosen."""

    key: str
    words: str
    second: str = ""
    deed: str = ""
    icon: str = ""
    icon_role: Role = "ink2"
    head: bool = False


class DeedRow(QAbstractButton):
    """A row that is pressed as a whole."""

    entered = Signal(str)  # its key: the focus has come

    def __init__(self, look: Look, deed: Deed, high: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._high = look, high
        self.deed = deed
        self.is_last = False  # of its group: no line below
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_deed(deed)
        look.changed.connect(self.updateGeometry)

    def show_deed(self, deed: Deed) -> None:
        """Show another deed in this row."""
        self.deed = deed
        policy = Qt.FocusPolicy.NoFocus if deed.head else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(policy)
        self.setEnabled(not deed.head)
        self.setAccessibleName(". ".join(p for p in (deed.words, deed.second) if p))
        self.setAccessibleDescription(deed.deed)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Up and Down to the list: by itself a button would go to whatever Tab goes to."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell, whichever way the focus came."""
        super().focusInEvent(event)
        self.entered.emit(self.deed.key)

    def sizeHint(self) -> QSize:
        """Return the height of the row."""
        high = Measure.ROW_WIDE if self.deed.head else self._high
        return QSize(self._look.px(Space.XXL), self._look.px(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a head or a deed."""
        painter = QPainter(self)
        if self.deed.head:
            self._paint_head(painter)
        else:
            self._paint_deed(painter)

    def _paint_head(self, painter: QPainter) -> None:
        look = self._look
        painter.fillRect(self.rect(), look.colour("panel"))
        line = look.px(Measure.LINE)
        for y in (0, self.height() - line):
            painter.fillRect(0, y, self.width(), line, look.colour("line"))
        left = self._paint_icon(painter)
        font = look.font(Type.UI, Weight.TITLE)
        role: Role = "ink" if self.deed.icon_role == "accent" else self.deed.icon_role
        room = QRect(left, 0, self.width() - left - look.px(Space.XL), self.height())
        self._words(painter, room, self.deed.words, font, role)
        tail = look.font(Type.UI, Weight.TITLE, tabular=True)
        self._words(painter, room, self.deed.second, tail, "ink2", right=True)

    def _paint_deed(self, painter: QPainter) -> None:
        look, focused = self._look, self.hasFocus()
        if focused:
            paint_box(look, painter, self.rect(), ground="soft", edge="focus", line=Measure.RING)
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        left = self._paint_icon(painter)
        right = self._paint_way(painter)
        room = QRect(left, 0, right - left - look.px(Space.L), self.height())
        line = look.px(Measure.LINE)
        if not focused and not self.is_last:
            across = self.width() - left - look.px(Space.L + Space.XS)
            painter.fillRect(left, self.height() - line, across, line, look.colour("line"))
        title = look.font(Type.UI, Weight.TITLE if focused else Weight.NAME)
        second = look.font(Type.SECOND)
        high = QFontMetrics(title).height()
        low = QFontMetrics(second).height() if self.deed.second else 0
        top = (self.height() - high - low - look.px(3)) // 2
        self._words(painter, room_at(room, top, high), self.deed.words, title, "ink")
        under = room_at(room, top + high + look.px(3), low)
        self._words(painter, under, self.deed.second, second, "ink2")

    def _paint_icon(self, painter: QPainter) -> int:
        side, left = self._look.px(Measure.ICON_LARGE), self._look.px(Space.L + Space.XS)
        if self.deed.icon:
            place = QRect(left, 0, side, self.height())
            self._look.paint_icon(painter, self.deed.icon, self.deed.icon_role, place)
        return left + side + self._look.px(Space.L)

    def _paint_way(self, painter: QPainter) -> int:
        """Paint the deed and the chevron; return where they begin."""
        look = self._look
        side = look.px(Measure.ICON_SMALL)
        x = self.width() - look.px(Space.XL) - side
        look.paint_icon(painter, "chevron_right", "accent", QRect(x, 0, side, self.height()))
        font = look.font(Type.UI, Weight.NAME)
        wide = QFontMetrics(font).horizontalAdvance(self.deed.deed)
        x -= look.px(Space.M) + wide
        painter.setFont(font)
        painter.setPen(look.colour("accent"))
        painter.drawText(QRect(x, 0, wide + 1, self.height()), ONE_LINE, self.deed.deed)
        return x

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        font: QFont,
        role: Role,
        *,
        right: bool = False,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        text = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, ONE_LINE | side, text)


class DeedList(QWidget):
    """Rows of deeds under heads; Up and Down move, Enter does, single letters are told."""

    chosen = Signal(str)
    letter = Signal(str, str)  # the letter as a capital, the key of the row
    alt_enter_pressed = Signal(str)

    def __init__(
        self, look: Look, *, row: float = Measure.ROW_CARD, parent: QWidget | None = None
    ) -> None:
        """`row` is the height of a row at 100 %."""
        super().__init__(parent)
        self._look, self._high = look, row
        self._rows: dict[str, DeedRow] = {}
        self._last = ""  # the row that had the focus last
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show other deeds; a row that stays keeps its widget and so the focus."""
        wanted = {deed.key for deed in deeds}
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        followers = [deed.head for deed in deeds[1:]] + [True]
        for place, deed in enumerate(deeds):
            row = self._row(deed)
            row.is_last = followers[place]
            self._column.insertWidget(place, row)
        for one, following in pairwise(self.stops()):
            QWidget.setTabOrder(one, following)

    def current_key(self) -> str:
        """Return the key of the row that has the focus, "" if none has."""
        return next((key for key, row in self._rows.items() if row.hasFocus()), "")

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the rows that can be chosen, in order."""
        return tuple(row.deed.key for row in self._in_order())

    def stops(self) -> tuple[QWidget, ...]:
        """Return the rows that can have the focus, in order."""
        return tuple(self._in_order())

    def focus_row(self, key: str = "") -> bool:
        """Give the focus to a row, the first by default; say whether there is one."""
        rows = self._in_order()
        row = self._rows.get(key) or (rows[0] if rows else None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to a row: the list itself has nothing to show it on."""
        if not self.focus_row(self._last):
            super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the rows, do the deed, tell letters."""
        key, rows, current = event.key(), self._in_order(), self.current_key()
        row = self._rows.get(current)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if row is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not alt:
            step = rows.index(row) + (1 if key == Qt.Key.Key_Down else -1)
            self.focus_row(rows[max(0, min(step, len(rows) - 1))].deed.key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and alt:
            self.alt_enter_pressed.emit(current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(current)
        elif plain and len(event.text()) == 1 and event.text().isalnum():
            self.letter.emit(event.text().upper(), current)
        else:
            super().keyPressEvent(event)

    def _on_entered(self, key: str) -> None:
        self._last = key

    def _in_order(self) -> list[DeedRow]:
        places = (self._column.itemAt(i) for i in range(self._column.count()))
        widgets = (place.widget() for place in places if place is not None)
        return [row for row in widgets if isinstance(row, DeedRow) and not row.deed.head]

    def _row(self, deed: Deed) -> DeedRow:
        row = self._rows.get(deed.key)
        if row is None:
            row = self._rows[deed.key] = DeedRow(self._look, deed, self._high, self)
            row.clicked.connect(lambda *, key=deed.key: self.chosen.emit(key))
            row.entered.connect(self._on_entered)
        else:
            row.show_deed(deed)
        return row


def room_at(room: QRect, top: int, high: int) -> QRect:
    """Return the part of `room` from `top` on, `high` pixels."""
    return QRect(room.left(), top, room.width(), high)
