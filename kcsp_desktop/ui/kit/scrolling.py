"""A page or form that scrolls up and down when there is no room, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


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
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the focus into sight; Qt does so for Tab only, not for arrows and F6."""
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        """Return the size of the widget."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a few lines: the rest can be scrolled to."""
        least = self._inside.minimumSizeHint()
        return QSize(least.width(), min(least.height(), 4 * self.fontMetrics().lineSpacing()))
