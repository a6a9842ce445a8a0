"""Our line icons: drawn from `resources/icons/*.svg` at any size, in any colour, sharp.

How this works: a file is read when its icon is first needed. It is drawn in `currentColor`, for
which the theme's colour is put in before it is rendered. Pictures are kept by name, colour, size
and the device's pixel ratio until the theme or the size of text changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path


class Icons:
    """The icons of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawings: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, side: int, ratio: float) -> QPixmap:
        """Return icon `name` in `colour` ("#RRGGBB"), `side` logical pixels wide and high."""
        key = (name, colour, side, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._rendered(name, colour, side, ratio)
        return found

    def forget(self) -> None:
        """Let go of the pictures made so far."""
        self._pixmaps.clear()

    def _rendered(self, name: str, colour: str, side: int, ratio: float) -> QPixmap:
        drawing = self._drawing(name).replace("currentColor", colour)
        dots = max(1, round(side * ratio))
        picture = QPixmap(dots, dots)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, dots, dots))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            self._drawings[name] = (self._folder / f"{name}.svg").read_text("utf-8")
        return self._drawings[name]
