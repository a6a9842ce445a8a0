"""The right column of the minutes: who is in the room, and what this item asks of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kcsp_desktop.domain.attendance import HERE, Capacity, in_printed_order, quorum
from kcsp_desktop.domain.body import Role
from kcsp_desktop.ui.theme import Measure, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kcsp_desktop.domain.actions import Action
    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look


class RoomPanel(QScrollArea):
    """Read only: it is looked at, and redrawn when attendance or actions change."""

    def __init__(self, look: Look) -> None:
        """Start empty; ``show_meeting`` fills it."""
        super().__init__()
        self._look = look
        self.setObjectName("roomPanel")
        self.setAccessibleName("In the room, and actions from this item")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_meeting(self, body: Body, meeting: Meeting, item_id: ItemId | None) -> None:
        """Show the room of ``meeting`` and the actions of one item."""
        px = self._look.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(8))
        self._add_room(column, body, meeting)
        actions = [action for action in meeting.actions if action.item_id == item_id]
        self._add_actions(column, actions)
        column.addStretch(1)
        self.setWidget(inner)

    def _add_room(self, column: QVBoxLayout, body: Body, meeting: Meeting) -> None:
        here = [row for row in in_printed_order(meeting.attendance) if row.capacity in HERE]
        count = quorum(body, meeting.attendance)
        fact = f"{count.here} present"
        if count.needed:
            fact += f", quorum {count.needed}"
        self._add_head(column, "In the room", fact if here else "")
        if not here:
            column.addWidget(self._text("Nobody is marked yet. Ctrl+2 opens the attendance.", 12))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(px := self._look.px(12))
        grid.setVerticalSpacing(px // 2)
        grid.setColumnStretch(1, 1)
        for n, row in enumerate(here):
            grid.addWidget(self._text(row.name, 13, "ink", Weight.NAME, wraps=False), n, 0)
            where = self._text(_represents(body, row), 12)
            where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(where, n, 1)
        column.addLayout(grid)

    def _add_actions(self, column: QVBoxLayout, actions: list[Action]) -> None:
        column.addSpacing(self._look.px(8))
        self._add_head(column, "Actions from this item", str(len(actions)) if actions else "")
        if not actions:
            column.addWidget(self._text("None yet. Ctrl+T adds one.", 12))
        for action in actions:
            card = QFrame()
            card.setObjectName("card")
            line, ground = self._look.colour("line"), self._look.colour("raised")
            card.setStyleSheet(_card_style(line, ground, self._look.px(Measure.RADIUS_CARD)))
            inside = QVBoxLayout(card)
            inside.addWidget(self._text(action.text, 13, "ink"))
            owed = ", ".join(part for part in (action.owner, action.due.words) if part)
            owed = owed or "nobody yet"
            inside.addWidget(self._text(owed, 12, "ink2", Weight.NAME))
            column.addWidget(card)

    def _add_head(self, column: QVBoxLayout, title: str, fact: str) -> None:
        grid = QGridLayout()
        grid.addWidget(self._text(title, 13, "ink2", Weight.TITLE, wraps=False), 0, 0)
        right = self._text(fact, 12, wraps=False)
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(right, 0, 1)
        column.addLayout(grid)

    def _text(
        self,
        text: str,
        size: int,
        role: str = "ink2",
        weight: int = Weight.PLAIN,
        *,
        wraps: bool = True,
    ) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._look.font(size, weight))
        palette = label.palette()
        palette.setColor(label.foregroundRole(), self._look.colour(role))  # type: ignore[arg-type]  # a role by its callers
        label.setPalette(palette)
        label.setWordWrap(wraps)
        return label


def _card_style(line: QColor, ground: QColor, radius: int) -> str:
    return (
        f"QFrame#card {{ background: {ground.name()}; border: 1px solid {line.name()};"
        f" border-radius: {radius}px; }}"
    )


def _represents(body: Body, row: Attendance) -> str:
    words = {Role.CHAIR: body.chair_word, Role.VICE_CHAIR: body.vice_chair_word}
    where = words.get(row.role) or row.organisation or row.post
    return f"{where}, online" if row.capacity is Capacity.ONLINE else where
