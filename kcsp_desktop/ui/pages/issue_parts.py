"""Parts of the Issue page: the way of a meeting as a line of shapes, a document to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kcsp_desktop.domain.lifecycle import MeetingState, way, worded
from kcsp_desktop.ui.kit.choices import CheckBox
from kcsp_desktop.ui.kit.painting import ONE_LINE
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kcsp_desktop.ui.look import Look


class StateLine(QWidget):
    """The states of a meeting one under another: what is done, what is now, what is to come."""

    def __init__(self, look: Look) -> None:
        """Start with nothing."""
        super().__init__()
        self._look = look
        self._states: tuple[tuple[str, Role, str], ...] = ()
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("stateLine")
        look.changed.connect(self.updateGeometry)

    def show_state(self, state: MeetingState, record_word: str) -> None:
        """Show where a meeting is on its way."""
        states = way(state)
        self._now = states.index(state)
        shapes: list[tuple[str, Role, str]] = []
        for place, one in enumerate(states):
            words = worded(str(one), record_word).capitalize()
            if one is MeetingState.CANCELLED:
                shapes.append(("stop", "bad", words))
            elif place == self._now:
                last = one is MeetingState.PUBLISHED
                shapes.append(("done" if last else "half", "ok" if last else "accent", words))
            else:
                done = place < self._now
                shapes.append(("done" if done else "none", "ok" if done else "ink2", words))
        self._states = tuple(shapes)
        self.setAccessibleName(f"The meeting is {state}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a row each."""
        px = self._look.px
        return QSize(px(Measure.OUTLINE), len(self._states) * px(Measure.ROW_WIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shapes, the line between them, and words."""
        look, painter = self._look, QPainter(self)
        side, high = look.px(Measure.ICON), look.px(Measure.ROW_WIDE)
        line, gap = look.px(Measure.RING), look.px(Space.XS)
        for place, (icon, role, words) in enumerate(self._states):
            box = QRect(0, place * high, side, high)
            look.paint_icon(painter, icon, role, box)
            if place + 1 < len(self._states):
                top = box.center().y() + side // 2 + gap
                below = QRect((side - line) // 2, top, line, high - side - 2 * gap)
                painter.fillRect(below, look.colour("edge"))
            now = place == self._now
            painter.setFont(look.font(Type.UI, Weight.TITLE if now else Weight.PLAIN))
            painter.setPen(look.colour("ink" if now else "ink2"))
            left = side + look.px(Space.M + 2)
            painter.drawText(QRect(left, box.top(), self.width() - left, high), ONE_LINE, words)


class DocumentRow(QWidget):
    """A document that may be made: its box, and below what goes into it."""

    def __init__(self, look: Look, words: str, second: str, icon: str, role: Role = "ink2") -> None:
        """`second` says in a few words what this document holds."""
        super().__init__()
        self._look = look
        self.box = CheckBox(look, words, icon=icon, icon_role=role)
        self.box.setAccessibleDescription(second)
        self.box.setChecked(True)
        self._second = Words(look, second, role="ink2", size=Type.SECOND, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.box)
        self._column.addWidget(self._second)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._second.setContentsMargins(self.box.words_left(), 0, 0, 0)
