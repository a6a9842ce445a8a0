"""Words, and words with an icon, that follow the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kcsp_desktop.ui.kit.painting import paint_box
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.ui.look import Look


class Words(QLabel):
    """A label in a role's colour, a size and a weight."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        role: Role = "ink",
        size: float = Type.UI,
        weight: int = Weight.PLAIN,
        tabular: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`wrap`: long words go on to further lines; otherwise the label is one line."""
        super().__init__(text, parent)
        self._look, self._role, self._size = look, role, size
        self._weight, self._tabular = weight, tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        look.changed.connect(self._dress)
        self._dress()

    def set_role(self, role: Role, weight: int | None = None) -> None:
        """Take another colour, and another weight if one is given."""
        weight = self._weight if weight is None else weight
        if (role, weight) != (self._role, self._weight):
            self._role, self._weight = role, weight
            self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._size, self._weight, tabular=self._tabular))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._look.colour(self._role))
        self.setPalette(palette)


class IconWords(QWidget):
    """An icon and its words: a state has a shape and a word before it has a colour."""

    def __init__(
        self,
        look: Look,
        icon: str = "",
        words: str = "",
        *,
        role: Role = "ink2",
        words_role: Role = "ink",
        size: float = Type.UI,
        weight: int = Weight.PLAIN,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`role` colours the icon, `words_role` the words; `wrap` lets long words go on below."""
        super().__init__(parent)
        self._look, self._icon, self._role = look, icon, role
        self._picture = QLabel(self)
        self._words = Words(
            look,
            words,
            role=words_role,
            size=size,
            weight=weight,
            tabular=True,
            wrap=wrap,
            parent=self,
        )
        self._row = QHBoxLayout(self)
        top = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag(0)
        self._row.addWidget(self._picture, 0, top)
        self._row.addWidget(self._words, 1 if wrap else 0)
        broad = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        self.setSizePolicy(broad, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(words)
        look.changed.connect(self._dress)
        self._dress()

    def show_state(
        self,
        icon: str,
        words: str,
        role: Role,
        words_role: Role | None = None,
        weight: int | None = None,
    ) -> None:
        """Show another state; the words keep their colour unless `words_role` is given."""
        self._icon, self._role = icon, role
        self._words.setText(words)
        if words_role is not None:
            self._words.set_role(words_role, weight)
        self.setAccessibleName(words)
        self._dress()

    def words(self) -> str:
        """Return the words shown."""
        return self._words.text()

    def _dress(self) -> None:
        self._picture.setVisible(bool(self._icon))
        if self._icon:
            self._picture.setPixmap(self._look.pixmap(self._icon, self._role))
        self._row.setContentsMargins(*self._margins())
        self._row.setSpacing(self._look.px(Space.S - 2))
        self.update()

    def _margins(self) -> tuple[int, int, int, int]:
        return (0, 0, 0, 0)


class Pill(IconWords):
    """A state of a meeting on a soft ground: icon and word."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            role="accent",
            words_role="accent",
            size=Type.SMALL,
            weight=Weight.TITLE,
            parent=parent,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        edge: Role | None = "edge" if self._look.theme.framed else None
        paint_box(self._look, painter, self.rect(), ground="soft", edge=edge)

    def _dress(self) -> None:
        self.setFixedHeight(self._look.px(Measure.PILL))
        super()._dress()

    def _margins(self) -> tuple[int, int, int, int]:
        return (self._look.px(Space.S - 1), 0, self._look.px(Space.S), 0)


class Hairline(QWidget):
    """A line between two things: decoration only."""

    def __init__(
        self,
        look: Look,
        *,
        upright: bool = False,
        role: Role = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._upright, self._role = look, upright, role
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self._look.colour(self._role))

    def _dress(self) -> None:
        broad = self._look.px(Measure.LINE)
        if self._upright:
            self.setFixedWidth(broad)
        else:
            self.setFixedHeight(broad)
        self.update()
