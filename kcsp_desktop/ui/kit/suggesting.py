"""A line that knows some answers: the likeliest stands in grey behind what is typed, Down takes it.

How this works: nothing pops up and nothing is put in by itself; what is typed counts unless Down
or Up goes through the answers that have every typed word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent

from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.painting import ONE_LINE
from kcsp_desktop.ui.theme import Measure, Space

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.ui.look import Look

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SuggestingField(TextField):
    """One line of text; Down and Up go through the known answers that have the typed words."""

    def __init__(self, look: Look, known: Iterable[str], text: str = "", *, hint: str = "") -> None:
        """``known`` are the answers, in the order in which they are offered."""
        super().__init__(look, text, hint=hint)
        self._known = tuple(known)
        self._typed = text
        self._said = ""
        self._at = -1
        self.textEdited.connect(self._on_edited)

    def suggestion(self) -> str:
        """Return the answer that Down would take now, or nothing."""
        matches = self._matches()
        at = self._at + 1
        return matches[at] if at < len(matches) and (self._typed or self._at >= 0) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the answers; everything else is typing."""
        step = _STEPS.get(Qt.Key(event.key()))
        matches = self._matches()
        if step is None or not matches:
            super().keyPressEvent(event)
            return
        self._at = max(-1, min(self._at + step, len(matches) - 1))
        self.setText(matches[self._at] if self._at >= 0 else self._typed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the next answer behind what is typed."""
        super().paintEvent(event)
        words = self.suggestion() if self.hasFocus() and self._at < 0 else ""
        if not words:
            return
        look, metrics = self._look, QFontMetrics(self.font())
        x = look.px(Space.S + Measure.RING) + metrics.horizontalAdvance(self.text())
        side = look.px(Measure.ICON_SMALL)
        x += look.px(Space.L)
        room = self.width() - x - side - look.px(Space.XS + Space.S)
        if room < look.px(Space.XXL):
            return
        painter = QPainter(self)
        look.paint_icon(painter, "arrow_down", "ghost", QRect(x, 0, side, self.height()))
        painter.setFont(self.font())
        painter.setPen(look.colour("ghost"))
        left = x + side + look.px(Space.XS)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), ONE_LINE, words)

    def _on_edited(self, text: str) -> None:
        self._typed, self._at = text, -1
        words = self.suggestion()
        if words and words != self._said:
            announce(self, f"Down takes {words}")
        self._said = words

    def _matches(self) -> list[str]:
        typed = self._typed.casefold().split()
        found = [one for one in self._known if all(word in one.casefold() for word in typed)]
        start = " ".join(typed)
        return sorted(found, key=lambda one: not one.casefold().startswith(start))
