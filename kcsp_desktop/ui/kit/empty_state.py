"""What a page shows when there is nothing: what is missing, and the keys that make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.painting import key_hint_width, paint_key_hint
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.ui.look import Look


class EmptyState(QWidget):
    """One bold line, keys with their words, and a filled button if `deed` is given."""

    pressed = Signal()

    def __init__(
        self,
        look: Look,
        words: str,
        keys: Sequence[tuple[str, str]] = (),
        *,
        deed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.button: Button | None = None
        column = QVBoxLayout(self)
        column.addStretch(1)
        bold = Words(look, words, weight=Weight.TITLE, wrap=True)
        bold.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(bold)
        if deed:
            self.button = Button(look, deed, main=True)
            self.button.clicked.connect(self.pressed)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.setFocusProxy(self.button)
        if keys:
            column.addWidget(KeyHints(look, keys))
        column.addStretch(1)
        self.setAccessibleName(words)
        self.setAccessibleDescription(", ".join(f"{key} {does}" for key, does in keys))
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        column = self.layout()
        if column is not None:
            gap = self._look.px(Space.L)
            column.setSpacing(self._look.px(Space.M))
            column.setContentsMargins(gap, gap, gap, gap)


class KeyHints(QWidget):
    """Keycaps with their words, in the middle or at the left; on more lines where they must."""

    def __init__(
        self,
        look: Look,
        keys: Sequence[tuple[str, str]],
        *,
        centred: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._keys, self._centred = look, tuple(keys), centred
        self.setAccessibleName(", ".join(f"{key} {does}" for key, does in keys))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._dress)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that fewer pixels across may need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return len(self._lines(width)) * self._look.px(Space.XL)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        wide = sum(self._wide(hint) for hint in self._keys)
        return QSize(wide, self._look.px(Space.XL))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest key."""
        return QSize(max(map(self._wide, self._keys), default=0), self._look.px(Space.XL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        look, painter = self._look, QPainter(self)
        high, gap = look.px(Space.XL), look.px(Space.XL)
        for number, line in enumerate(self._lines(self.width())):
            free = self.width() + gap - sum(map(self._wide, line))
            x = free // 2 if self._centred else 0
            for key, words in line:
                middle = number * high + high // 2
                x = paint_key_hint(look, painter, x, middle, key, words) + gap

    def _wide(self, hint: tuple[str, str]) -> int:
        return key_hint_width(self._look, *hint) + self._look.px(Space.XL)

    def _lines(self, width: int) -> list[list[tuple[str, str]]]:
        lines: list[list[tuple[str, str]]] = [[]]
        for hint in self._keys:
            if lines[-1] and sum(map(self._wide, [*lines[-1], hint])) > width + self._look.px(
                Space.XL
            ):
                lines.append([])
            lines[-1].append(hint)
        return lines

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
