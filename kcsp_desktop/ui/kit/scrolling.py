"""A page or form that scrolls up and down when there is no room, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Shows one widget at the width there is; as high as the widget where it may be."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = widget
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(widget)
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Return the size of the widget."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a few lines: the rest can be scrolled to."""
        least = self._inside.minimumSizeHint()
        return QSize(least.width(), min(least.height(), 4 * self.fontMetrics().lineSpacing()))
