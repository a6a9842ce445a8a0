"""The status bar: the keys that work here and now, and a few facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcsp_desktop.ui.kit.painting import ONE_LINE, key_hint_width, paint_key_hint
from kcsp_desktop.ui.theme import Measure, Narrow, Space, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.ui.look import Look


class KeyBar(QWidget):
    """Left as many (key, words) as fit, right the facts; the last fact stays longest."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: tuple[tuple[str, str], ...] = ()
        self._facts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Keys")
        look.changed.connect(self._dress)
        self._dress()

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys: ("Ctrl+R", "Resolution"), most wanted first."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self._say()

    def set_facts(self, facts: Sequence[str]) -> None:
        """Show other facts, such as ("1 flag", "Item 12 min", "100 %")."""
        if tuple(facts) != self._facts:
            self._facts = tuple(facts)
            self._say()

    def shown_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys for which there is room."""
        room = self.width() - self._facts_width(self._shown_facts()) - self._look.px(2 * Space.L)
        gap, shown = self._look.px(Space.L + 2), []
        # The way to all the others is never what is left out.
        last = self._keys[-1:] if self._keys[-1:] and self._keys[-1][0] == "F1" else ()
        room -= sum(key_hint_width(self._look, *hint) + gap for hint in last)
        for key, words in self._keys[: len(self._keys) - len(last)]:
            room -= key_hint_width(self._look, key, words) + gap
            if room < 0:
                break
            shown.append((key, words))
        return (*shown, *last)

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(0, self._look.px(Measure.STATUS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, line, keys and facts."""
        look, painter = self._look, QPainter(self)
        painter.fillRect(self.rect(), look.colour("chrome"))
        line = look.px(Measure.LINE)
        painter.fillRect(0, 0, self.width(), line, look.colour("line"))
        middle = (self.height() + line) // 2
        x = look.px(Space.M + 2)
        for key, words in self.shown_keys():
            x = paint_key_hint(look, painter, x, middle, key, words) + look.px(Space.L + 2)
        self._paint_facts(painter)

    def _paint_facts(self, painter: QPainter) -> None:
        font = self._look.font(Type.SMALL, tabular=True)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink2"))
        metrics = QFontMetrics(font)
        x = self.width() - self._look.px(Space.L + 2)
        for fact in reversed(self._shown_facts()):
            wide = metrics.horizontalAdvance(fact)
            painter.drawText(QRect(x - wide, 0, wide + 1, self.height()), ONE_LINE, fact)
            x -= wide + self._look.px(Space.L)

    def _shown_facts(self) -> tuple[str, ...]:
        facts = self._facts
        if self._look.effective(self.width()) < Narrow.TABS:
            facts = facts[-1:]  # keys are worth more there
        while len(facts) > 1 and self._facts_width(facts) > self.width() * 2 // 5:
            facts = facts[1:]
        return facts

    def _facts_width(self, facts: Sequence[str]) -> int:
        metrics = QFontMetrics(self._look.font(Type.SMALL, tabular=True))
        gap = self._look.px(Space.L)
        return sum(metrics.horizontalAdvance(fact) + gap for fact in facts)

    def _say(self) -> None:
        keys = ", ".join(f"{key} {words}" for key, words in self._keys)
        self.setAccessibleDescription(". ".join(part for part in (keys, *self._facts) if part))
        self.update()

    def _dress(self) -> None:
        self.setFixedHeight(self._look.px(Measure.STATUS))
        self.update()
