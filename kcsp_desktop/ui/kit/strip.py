"""The strip at the top of every page: home, where we are, tabs, and the saved state.

How this works: the strip shows as much as there is room for. Step by step it takes the short
title, leaves the pill out, and last turns the tabs into one box and Home into its icon; under 800
effective pixels it is folded in any case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.saved_state import SavedState
from kcsp_desktop.ui.kit.strip_buttons import BackButton, HomeButton
from kcsp_desktop.ui.kit.tabs import Tabs
from kcsp_desktop.ui.kit.words import Hairline, Pill, Words
from kcsp_desktop.ui.theme import Measure, Narrow, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.ui.look import Look

_WHOLE, _SHORT_TITLE, _NO_PILL, _FOLDED = range(4)
HOME: Final = "home"


class Strip(QWidget):
    """Home, title, state, tabs; at the right the way back and the saved state."""

    home_chosen = Signal()
    tab_chosen = Signal(str)
    back_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._long, self._short, self._step = "", "", _WHOLE
        self._tabs_offered: tuple[tuple[str, str], ...] = ()
        self.home = HomeButton(look)
        self.tabs = Tabs(look)
        self.tab_box = Choice(look, words_role="accent", weight=Weight.TITLE)
        self.pill = Pill(look)
        self.back = BackButton(look)
        self.saved = SavedState(look)
        self._line = Hairline(look, upright=True, role="edge")
        self._title = Words(look, weight=Weight.TITLE, tabular=True)
        self._gap = QSpacerItem(0, 0)
        self._row = QHBoxLayout(self)
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def set_place(self, title: str, short: str = "", icon: str = "", state: str = "") -> None:
        """Say which meeting this is (long and short) and its state; "" for none of either."""
        self._long, self._short = title, short or title
        self.pill.show_state(icon, state, "accent")
        self._fold()

    def set_tabs(self, tabs: Sequence[tuple[str, str]], current: str = "") -> None:
        """Offer tabs as (key, words) and show which is current; `HOME` means Home."""
        if tuple(tabs) != self._tabs_offered:
            self._tabs_offered = tuple(tabs)
            self.tabs.set_tabs(tabs)
        self.set_current(current)

    def set_current(self, key: str) -> None:
        """Show another tab, or `HOME`, as current."""
        self.tabs.set_current(key)
        self.home.set_current(key == HOME)
        words = () if any(key == k for k, _ in self._tabs_offered) else (("", "Go to…"),)
        self.tab_box.set_entries((*words, *self._tabs_offered))
        self.tab_box.choose(key if not words else "")
        self._fold()

    def set_back(self, words: str, key: str = "") -> None:
        """Offer the way back to a meeting, with its key; "" takes it away."""
        self.back.show_way(words, key)
        self._fold()

    def sizeHint(self) -> QSize:
        """Return the height of the strip; its width is the window's."""
        return QSize(0, self._look.px(Measure.STRIP))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the strip never widens the window."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("chrome"))
        line = self._look.px(Measure.LINE)
        painter.fillRect(0, self.height() - line, self.width(), line, self._look.colour("line"))

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row.setSpacing(0)
        for widget in (self.home, self._line, self._title, self.pill):
            self._row.addWidget(widget)
        self._row.addSpacerItem(self._gap)
        self._row.addWidget(self.tabs)
        self._row.addWidget(self.tab_box)
        self._row.addStretch(1)
        self._row.addWidget(self.back)
        self._row.addSpacing(self._look.px(Space.L + Space.XS))
        self._row.addWidget(self.saved)
        self.home.setObjectName("strip_home")
        self.tabs.setObjectName("strip_tabs")
        self.tabs.setAccessibleName("Pages")
        self.tab_box.setObjectName("strip_tab_box")
        self.tab_box.setAccessibleName("Page")
        self.back.setObjectName("strip_back")
        self.saved.setObjectName("strip_saved")
        self.home.clicked.connect(self.home_chosen)
        self.back.clicked.connect(self.back_chosen)
        self.tabs.chosen.connect(self.tab_chosen)
        self.tab_box.activated.connect(self._tell_box)

    def _tell_box(self) -> None:
        key = self.tab_box.chosen()
        if key and key != self.tabs.current():
            self.tab_chosen.emit(key)

    def _fold(self) -> None:
        steps = range(_FOLDED if self._look.effective(self.width()) < Narrow.TABS else 0, 4)
        step = next((s for s in steps if self._needed(s) <= self.width()), _FOLDED)
        folded = step == _FOLDED
        self._gap.changeSize(self._look.px(Space.L + 2) if self._long else 0, 0)
        self._title.setText(self._long if step == _WHOLE else self._short)
        self._title.setVisible(bool(self._long))
        self._line.setVisible(bool(self._long))
        self.pill.setVisible(bool(self.pill.words()) and step < _NO_PILL)
        self.tabs.setVisible(not folded)
        self.tab_box.setVisible(folded)
        self.back.setVisible(bool(self.back.text()) and not folded)
        self.home.set_narrow(folded)

    def _needed(self, step: int) -> int:
        """Return the width that a step of folding needs."""
        metrics = QFontMetrics(self._look.font(Type.UI, Weight.TITLE, tabular=True))
        title = self._long if step == _WHOLE else self._short
        wide = metrics.horizontalAdvance(title) + self.home.sizeHint().width()
        wide += self.tabs.sizeHint().width() + self.saved.sizeHint().width()
        if self.back.text():
            wide += self.back.sizeHint().width()
        if self.pill.words() and step < _NO_PILL:
            wide += self.pill.sizeHint().width() + self._look.px(Space.M)
        return wide + self._look.px(7 * Space.L)

    def _dress(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(Space.S), 0, px(Space.L + 2), px(Measure.LINE))
        gap = px(Space.M + 1)
        self._line.setFixedHeight(px(20))
        self._title.setContentsMargins(gap, 0, px(Space.M), 0)
        self.setFixedHeight(px(Measure.STRIP))
        self._fold()
        self.update()
