"""The popup of names at the caret: who may be meant, and a way to add somebody new.

How this works: a child of the sheet's own viewport, which never takes the focus: the sheet has the
keys and tells the popup what to show and which row is in hand. It opens below the caret, or above
it where there is no room below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from kcsp_desktop.ui.kit.painting import ONE_LINE, paint_box
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from kcsp_desktop.domain.wording.mentions import Named
    from kcsp_desktop.ui.look import Look

MOST = 5


class NamePopup(QWidget):
    """Shows up to five people and the row that adds one; ``taken`` comes from the mouse alone."""

    taken = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Be hidden until there is somebody to show."""
        super().__init__(parent)
        self.setObjectName("namePopup")
        self._look = look
        self.names: tuple[Named, ...] = ()
        self.letters = ""
        self.row = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("People whose name begins so")
        self.hide()
        look.changed.connect(self.hide)

    def show_names(self, names: tuple[Named, ...], letters: str, caret: QRect) -> None:
        """Show people for the letters typed, at the caret's place in the viewport."""
        if names[:MOST] != self.names or not self.isVisible():
            self.row = 0
        self.names, self.letters = names[:MOST], letters
        self.setAccessibleDescription(self.spoken())
        px, parent = self._look.px, self.parentWidget()
        room = parent.rect() if parent is not None else QRect()
        width = min(px(Measure.NAMES), room.width() - px(Space.S))
        height = (len(self.names) + 1) * px(Measure.ROW_NAME) + px(Space.S + 2)
        below = caret.bottom() + px(Space.S)
        opens_up = below + height > room.bottom() and caret.top() - height - px(Space.S) >= 0
        top = caret.top() - height - px(Space.S) if opens_up else below
        left = max(0, min(caret.left(), room.width() - width - px(Space.XS)))
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        self.update()

    def move_row(self, by: int) -> None:
        """Put the next row in hand, round and round."""
        self.row = (self.row + by) % (len(self.names) + 1)
        self.setAccessibleDescription(self.spoken())
        self.update()

    def in_hand(self) -> Named | None:
        """Return the person in hand; ``None``: the row that adds one."""
        return self.names[self.row] if self.row < len(self.names) else None

    def spoken(self) -> str:
        """Return the row in hand as words."""
        one = self.in_hand()
        if one is None:
            return self._adding()
        return ", ".join(part for part in (one.short, one.about, self._state(one)) if part)

    def _adding(self) -> str:
        return f"Add a person called “{self.letters}…”"

    @staticmethod
    def _state(one: Named) -> str:
        return "" if one.here else "not here today"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the row that was clicked."""
        height = self._look.px(Measure.ROW_NAME)
        row = (int(event.position().y()) - self._look.px(Space.XS)) // max(1, height)
        self.row = max(0, min(row, len(self.names)))
        self.taken.emit(self.row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the people, a line and the row that adds one."""
        look, painter = self._look, QPainter(self)
        paint_box(look, painter, self.rect(), ground="raised", edge="edge")
        for n, one in enumerate(self.names):
            self._person(painter, self._rect(n), one, n == self.row)
        last = self._rect(len(self.names))
        painter.fillRect(last.left(), last.top(), last.width(), 1, look.colour("line"))
        self._adder(painter, last.adjusted(0, 2, 0, 0), self.row == len(self.names))

    def _rect(self, row: int) -> QRect:
        px = self._look.px
        inset, height = px(Space.XS), px(Measure.ROW_NAME)
        extra = px(2) if row == len(self.names) else 0
        return QRect(inset, inset + row * height + extra, self.width() - 2 * inset, height)

    def _ground(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, self._look.colour("soft"))
        bar = self._look.px(Measure.BAR)
        accent = self._look.colour("accent")
        painter.fillRect(rect.left(), rect.top(), bar, rect.height(), accent)

    def _person(self, painter: QPainter, rect: QRect, one: Named, in_hand: bool) -> None:
        look, px = self._look, self._look.px
        if in_hand:
            self._ground(painter, rect)
        words = rect.adjusted(px(Space.M), 0, -px(Space.S), 0)
        self._name(painter, words, one.short)
        painter.setFont(look.font(Type.SECOND))
        painter.setPen(look.colour("ink2"))
        state = self._state(one) or ("Tab" if in_hand else "")
        metrics = QFontMetrics(look.font(Type.SMALL, Weight.NAME))
        right = metrics.horizontalAdvance(state) + px(Space.S) if state else 0
        about = words.adjusted(px(Measure.NAME_ABOUT), 0, -right, 0)
        shown = painter.fontMetrics().elidedText(
            one.about, Qt.TextElideMode.ElideRight, about.width()
        )
        painter.drawText(about, ONE_LINE, shown)
        painter.setFont(look.font(Type.SMALL, Weight.NAME))
        painter.drawText(words, ONE_LINE | Qt.AlignmentFlag.AlignRight, state)

    def _name(self, painter: QPainter, rect: QRect, name: str) -> None:
        """Paint a name, the typed letters bold."""
        look = self._look
        at = name.casefold().find(self.letters.casefold()) if self.letters else -1
        parts = [(name, False)] if at < 0 else [
            (name[:at], False),
            (name[at : at + len(self.letters)], True),
            (name[at + len(self.letters) :], False),
        ]  # fmt: skip
        left = rect.left()
        painter.setPen(look.colour("ink"))
        for words, typed in parts:
            painter.setFont(look.font(Type.UI, Weight.TYPED if typed else Weight.PLAIN))
            painter.drawText(QRect(left, rect.top(), rect.width(), rect.height()), ONE_LINE, words)
            left += painter.fontMetrics().horizontalAdvance(words)

    def _adder(self, painter: QPainter, rect: QRect, in_hand: bool) -> None:
        look, px = self._look, self._look.px
        if in_hand:
            self._ground(painter, rect)
        words = rect.adjusted(px(Space.M), 0, -px(Space.S), 0)
        side = px(Measure.ICON_SMALL)
        icon = QRect(words.left(), words.center().y() - side // 2, side, side)
        look.paint_icon(painter, "plus", "accent", icon)
        painter.setFont(look.font(Type.SECOND, Weight.NAME))
        painter.setPen(look.colour("accent"))
        painter.drawText(words.adjusted(side + px(Space.S), 0, 0, 0), ONE_LINE, self._adding())
        painter.setFont(look.font(Type.SMALL, Weight.NAME))
        painter.setPen(look.colour("ink2"))
        painter.drawText(words, ONE_LINE | Qt.AlignmentFlag.AlignRight, "F4")
