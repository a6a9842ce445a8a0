"""The choices between the head of a list and its rows, which narrow and sort it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcsp_desktop.ui.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kcsp_desktop.ui.kit.choices import Choice
    from kcsp_desktop.ui.look import Look


class Narrowing(QWidget):
    """Choices side by side; ``chosen`` is called when one of them is another."""

    def __init__(
        self, look: Look, chosen: Callable[[], object], *choices: tuple[str, Choice, str]
    ) -> None:
        """``choices`` are (object name, the choice, what it is called)."""
        super().__init__()
        self._look = look
        self._line = QHBoxLayout(self)
        for name, choice, words in choices:
            choice.setObjectName(name)
            choice.setAccessibleName(words)
            choice.currentIndexChanged.connect(lambda _: chosen())
            self._line.addWidget(choice)
        self._line.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = self._look.px
        self._line.setContentsMargins(px(Space.XL), 0, px(Space.XL), px(Space.M))
        self._line.setSpacing(px(Space.M))


def offer(choice: Choice, entries: Sequence[tuple[str, str]], usual: str = "") -> None:
    """Offer other entries: what was chosen stays, else the usual one or the first. Tells nobody."""
    before = choice.chosen() if choice.count() else usual
    choice.blockSignals(True)
    choice.set_entries(entries)
    if entries:
        known = any(key == before for key, _ in entries)
        choice.choose(before if known else entries[0][0])
    choice.blockSignals(False)
