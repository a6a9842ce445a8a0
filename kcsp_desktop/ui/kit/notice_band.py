"""The band under the strip: one notice at a time, worst first, until it is answered or untrue.

How this works: notices have keys. Showing one with a known key replaces it; the band shows the
worst, the oldest first among equals, and counts the others. It pushes the page down, never covers
it and never takes the focus.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.buttons import WordButton
from kcsp_desktop.ui.kit.painting import paint_box
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.theme import Role

Level = Literal["bad", "warn", "info"]

_WORST_FIRST: Final[tuple[Level, ...]] = ("bad", "warn", "info")
_ROLES: Final[dict[Level, tuple[Role, Role, str]]] = {
    "bad": ("bad", "bad_soft", "stop"),
    "warn": ("warn", "warn_soft", "warn"),
    "info": ("accent", "soft", "info"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is so (`words`), what to do (`advice`), and one deed that does it."""

    key: str
    level: Level
    words: str
    advice: str = ""
    deed: str = ""
    icon: str = ""
    brief: bool = False  # words and advice on one line, where there is room
    may_close: bool = False


class NoticeCard(QWidget):
    """One notice with its frame, to be put into a page."""

    deed_chosen = Signal(str)
    closed = Signal(str)

    def __init__(
        self,
        look: Look,
        notice: Notice | None = None,
        *,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`framed`: a box with round corners; otherwise a band from edge to edge."""
        super().__init__(parent)
        self._look, self._framed = look, framed
        self.notice: Notice | None = None
        self._words = Words(look, weight=Weight.TITLE, wrap=True)
        self._advice = Words(look, size=Type.SECOND, wrap=True)
        self._more = Words(look, role="ink2", size=Type.SECOND)
        self._more.setObjectName("notice_more")
        self.button = WordButton(look, weight=Weight.TITLE)
        self.button.setObjectName("notice_deed")
        self.close_button = WordButton(look, "Close", role="ink2")
        self.close_button.setObjectName("notice_close")
        self._row, self._column = QHBoxLayout(self), QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self.button.clicked.connect(self._answer)
        self.close_button.clicked.connect(self._close)
        look.changed.connect(self._dress)
        self.show_notice(notice)

    def show_notice(self, notice: Notice | None, more: int = 0) -> None:
        """Show a notice, and that there are `more`; None hides the card."""
        self.notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._words.setText(notice.words)
        self._advice.setText(notice.advice)
        self._advice.setVisible(bool(notice.advice))
        self._more.setText(f"and {more} more")
        self._more.setVisible(more > 0)
        self.button.set_words(notice.deed, _ROLES[notice.level][0])
        self.button.setVisible(bool(notice.deed))
        self.close_button.setVisible(notice.may_close)
        reachable = not notice.deed and not notice.may_close
        policy = Qt.FocusPolicy.TabFocus if reachable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.setAccessibleName(f"{notice.words} {notice.advice}".strip())
        self._dress()

    def focus_by_key(self) -> bool:
        """Take the focus (F6 came here); False when there is no notice."""
        if self.isHidden() or self.notice is None:
            return False
        target: QWidget = self
        if self.notice.deed:
            target = self.button
        elif self.notice.may_close:
            target = self.close_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc what may be closed; Enter does the deed from its button."""
        keys = Qt.Key
        if event.key() == keys.Key_Escape and self.notice is not None and self.notice.may_close:
            self._close()
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and self.button.hasFocus():
            self.button.click()
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and self.close_button.hasFocus():
            self.close_button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put words and advice beside each other, or below."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the frame and the icon."""
        if self.notice is None:
            return
        look, painter = self._look, QPainter(self)
        role, soft, icon = _ROLES[self.notice.level]
        edge: Role = "focus" if self.hasFocus() else role
        line = Measure.RING if self.hasFocus() else Measure.LINE
        if self._framed or self.hasFocus() or look.theme.framed:
            radius = Measure.RADIUS if self._framed else 0
            rect = self.rect()
            paint_box(look, painter, rect, ground=soft, edge=edge, line=line, radius=radius)
        else:
            painter.fillRect(self.rect(), look.colour(soft))
            broad = look.px(Measure.LINE)
            painter.fillRect(0, self.height() - broad, self.width(), broad, look.colour("line"))
        side = look.px(Measure.ICON_LARGE)
        place = QRect(look.px(Space.L - 1), (self.height() - side) // 2, side, side)
        look.paint_icon(painter, self.notice.icon or icon, role, place)

    def _lay_out(self) -> None:
        self._column.addStretch(1)
        self._column.addWidget(self._words)
        self._column.addWidget(self._advice)
        self._column.addStretch(1)
        self._row.addLayout(self._column, 1)
        for widget in (self._more, self.button, self.close_button):
            self._row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _answer(self) -> None:
        if self.notice is not None:
            self.deed_chosen.emit(self.notice.key)

    def _close(self) -> None:
        if self.notice is not None:
            self.closed.emit(self.notice.key)

    def _dress(self) -> None:
        px = self._look.px
        left = px(Space.L + Measure.ICON_LARGE + Space.M)
        self._row.setContentsMargins(left, px(Space.XS), px(Space.XS + Space.S), px(Space.XS))
        self._row.setSpacing(px(Space.L))
        one_line = self._is_one_line()
        way = QBoxLayout.Direction
        self._column.setDirection(way.LeftToRight if one_line else way.TopToBottom)
        self._column.setStretch(0, 0 if one_line else 1)
        self._column.setStretch(3, 1)
        self._column.setSpacing(px(Space.S if one_line else 4))
        for label in (self._words, self._advice):
            label.setWordWrap(not one_line)
        self.setMinimumHeight(px(Measure.NOTICE_ONE_LINE if one_line else Measure.NOTICE))
        self.update()

    def _is_one_line(self) -> bool:
        """Say whether words and advice may and can stand beside each other."""
        if self.notice is None or (self.notice.advice and not self.notice.brief):
            return False
        wide = QFontMetrics(self._words.font()).horizontalAdvance(self.notice.words)
        wide += QFontMetrics(self._advice.font()).horizontalAdvance(self.notice.advice)
        for other in (self._more, self.button, self.close_button):
            wide += 0 if other.isHidden() else other.sizeHint().width() + self._look.px(Space.L)
        return wide + self._look.px(2 * Space.XXL) <= self.width()


class NoticeBand(NoticeCard):
    """The one band of the window: it queues notices and shows the worst."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, framed=False, parent=parent)
        self._notices: dict[str, Notice] = {}
        self.closed.connect(self.remove)

    def add(self, notice: Notice) -> None:
        """Show a notice, in its turn; one of the same key is replaced."""
        is_new = self._notices.get(notice.key) != notice
        self._notices[notice.key] = notice
        self._show_worst()
        if is_new:
            words = f"{notice.words} {notice.advice}".strip()
            announce(self, words, at_once=notice.level == "bad")

    def remove(self, key: str) -> None:
        """Take a notice away: it has been answered or is no longer true."""
        if self._notices.pop(key, None) is not None:
            self._show_worst()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the notices, in the order they are shown."""
        return tuple(notice.key for notice in self._in_order())

    def _in_order(self) -> list[Notice]:
        return sorted(self._notices.values(), key=lambda n: _WORST_FIRST.index(n.level))

    def _show_worst(self) -> None:
        waiting = self._in_order()
        self.show_notice(waiting[0] if waiting else None, len(waiting) - 1)
