"""The ring around the control that has the focus, shown when the focus came by key.

How this works: a control cannot paint outside itself, so the ring is a widget of its own that lies
over the control's window (or over what a scroll area scrolls) and follows the control about.
Fields, lists and tabs show their focus inside themselves and need no ring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kcsp_desktop.ui.kit.painting import paint_box
from kcsp_desktop.ui.theme import Measure

if TYPE_CHECKING:
    from kcsp_desktop.ui.look import Look

_GAP: Final = 1
_BACK_AGAIN: Final = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


def came_by_key(reason: Qt.FocusReason, before: bool = False) -> bool:
    """Say whether the focus came by key; coming back to a window is as it was `before`."""
    return before if reason in _BACK_AGAIN else reason != Qt.FocusReason.MouseFocusReason


class FocusRing(QObject):
    """Puts the ring around one control whenever the focus comes to it by key."""

    def __init__(self, look: Look, control: QWidget) -> None:
        super().__init__(control)
        self._look, self._control = look, control
        self._by_key = True  # where a window starts, it shows
        self._ring: _Ring | None = None
        self._followed: list[QWidget] = []
        control.installEventFilter(self)

    def is_shown(self) -> bool:
        """Say whether the ring is to be seen."""
        return self._ring is not None and not self._ring.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show, hide and move the ring with its control."""
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif watched is self._control and kind == QEvent.Type.FocusIn:
            if isinstance(event, QFocusEvent):
                self._by_key = came_by_key(event.reason(), self._by_key)
            if self._by_key:
                self._show()
        elif watched is self._control and kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._hide()
        return False

    def _show(self) -> None:
        ground = self._ground()
        if self._ring is None or self._ring.parentWidget() is not ground:
            self._ring = _Ring(self._look, ground)
        step = self._control.parentWidget()
        while step is not None and step is not ground:
            step.installEventFilter(self)
            self._followed.append(step)
            step = step.parentWidget()
        self._ring.show()
        self._place()
        self._ring.raise_()

    def _hide(self) -> None:
        for step in self._followed:
            step.removeEventFilter(self)
        self._followed.clear()
        if self._ring is not None:
            self._ring.hide()

    def _ground(self) -> QWidget:
        step: QWidget | None = self._control.parentWidget()
        while step is not None and not step.isWindow():
            viewport = step.parentWidget()
            if viewport is not None and isinstance(viewport.parentWidget(), QScrollArea):
                return step
            step = viewport
        return self._control.window()

    def _place(self) -> None:
        if self._ring is None or self._ring.isHidden():
            return
        out = self._look.px(_GAP + Measure.RING)
        corner = self._control.mapTo(self._ground(), QPoint(0, 0))
        rect = QRect(corner, self._control.size()).adjusted(-out, -out, out, out)
        self._ring.setGeometry(rect)


class _Ring(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        radius = Measure.RADIUS + _GAP + Measure.RING
        paint_box(
            self._look,
            QPainter(self),
            self.rect(),
            edge="focus",
            radius=radius,
            line=Measure.RING,
        )
