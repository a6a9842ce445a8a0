"""The right column of the minutes: who is in the room, and what this item asks of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kcsp_desktop.domain.attendance import Capacity, here_at, in_printed_order
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.meeting import in_order_taken, quorum_of
from kcsp_desktop.ui.kit.buttons import WordButton
from kcsp_desktop.ui.kit.empty_state import KeyHints
from kcsp_desktop.ui.kit.painting import ONE_LINE, paint_box
from kcsp_desktop.ui.kit.words import Hairline, IconWords, Words
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from kcsp_desktop.domain.actions import Action
    from kcsp_desktop.domain.attendance import Attendance
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look

_MOST = 10  # people shown one by one


class RoomPanel(QScrollArea):
    """Read only: it is looked at, and redrawn when attendance or actions change."""

    more_wanted = Signal()  # the whole list of who is here

    def __init__(self, look: Look) -> None:
        """Start empty; ``show_meeting`` fills it."""
        super().__init__()
        self._look = look
        self.setObjectName("roomPanel")
        self.setAccessibleName("In the room, and actions from this item")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frame = _Frame(look, self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that arrows scroll this column now."""
        super().focusInEvent(event)
        self._frame.setGeometry(self.rect())
        self._frame.raise_()
        self._frame.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self._frame.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frame at the edges."""
        super().resizeEvent(event)
        self._frame.setGeometry(self.rect())

    def show_meeting(self, record: Record, meeting: Meeting, item_id: ItemId | None) -> None:
        """Show the room of ``meeting`` and the actions of one item."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_room(column, record, meeting, item_id)
        column.addWidget(Hairline(self._look))
        self._add_actions(column, [one for one in meeting.actions if one.item_id == item_id])
        news = _news(meeting, item_id)
        if news:
            column.addWidget(Hairline(self._look))
            self._add_news(column, news)
        column.addStretch(1)
        former = self.takeWidget()
        if former is not None:
            # Later: the look may be telling these very widgets that it has changed.
            former.hide()
            former.deleteLater()
        self.setWidget(inner)
        self._frame.raise_()

    def _add_room(
        self, whole: QVBoxLayout, record: Record, meeting: Meeting, item_id: ItemId | None
    ) -> None:
        body = record.body_of(meeting)
        order = tuple(item.id for item in in_order_taken(meeting))
        rows = in_printed_order(meeting.attendance, meeting.presided_by)
        here = [row for row in rows if here_at(row, order, item_id)]
        count = quorum_of(body, meeting, item_id)
        fact = f"{count.here} present"
        if count.needed:
            fact += f", quorum {count.needed}"
        column = self._part(whole, "In the room", fact if here else "")
        if not here:
            column.addWidget(self._small("Nobody is marked yet."))
            column.addWidget(KeyHints(self._look, (("Ctrl+2", "Attendance"),), centred=False))
            return
        short = {one.name: one.short_name for one in record.organisations}
        for row in here[:_MOST]:
            column.addWidget(_PersonRow(self._look, row, _represents(body, row, short)))
        if len(here) > _MOST:
            words = f"and {len(here) - _MOST} more"
            more = WordButton(self._look, words, size=Type.SECOND)
            more.setObjectName("roomMore")
            more.setAccessibleName(f"{words}: opens the attendance")
            more.clicked.connect(self.more_wanted)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_actions(self, whole: QVBoxLayout, actions: list[Action]) -> None:
        column = self._part(whole, "Actions from this item", str(len(actions)) if actions else "")
        if not actions:
            column.addWidget(self._small("None yet."))
        gap = self._look.px(Space.S)
        for action in actions:
            column.addWidget(_ActionCard(self._look, action))
            column.addSpacing(gap)
        column.addWidget(KeyHints(self._look, (("Ctrl+T", "Add an action"),), centred=False))

    def _add_news(self, whole: QVBoxLayout, news: list[tuple[str, str]]) -> None:
        column = self._part(whole, "At this item", "")
        for icon, words in news:
            column.addWidget(IconWords(self._look, icon, words, size=Type.SECOND, wrap=True))
            column.addSpacing(self._look.px(Space.XS))

    def _part(self, whole: QVBoxLayout, title: str, fact: str) -> QVBoxLayout:
        px = self._look.px
        column = QVBoxLayout()
        column.setContentsMargins(px(Space.L), px(Space.M + 2), px(Space.L), px(Space.M))
        column.setSpacing(0)
        head = QHBoxLayout()
        named = Words(self._look, title, role="ink2", size=Type.SECOND, weight=Weight.TITLE)
        head.addWidget(named, 1)
        head.addWidget(Words(self._look, fact, role="ink2", size=Type.SMALL, tabular=True))
        column.addLayout(head)
        column.addSpacing(px(Space.M))
        whole.addLayout(column)
        return column

    def _small(self, text: str) -> Words:
        return Words(self._look, text, role="ink2", size=Type.SMALL, wrap=True)


class _Frame(QWidget):
    """The frame that shows the focus of a column, inside its edges; it takes no press."""

    def __init__(self, look: Look, column: QWidget) -> None:
        super().__init__(column)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        paint_box(self._look, painter, self.rect(), edge="focus", line=Measure.RING, radius=0)


class _PersonRow(QWidget):
    """A name, and at the right for whom; what is too long is shortened, never put below."""

    def __init__(self, look: Look, row: Attendance, where: str) -> None:
        super().__init__()
        self._look, self._name, self._where = look, row.name, where
        self.setFixedHeight(look.px(Measure.ROW_PEOPLE))
        self.setAccessibleName(", ".join(part for part in (row.name, where) if part))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Return any width: the column gives it."""
        return QSize(0, self._look.px(Measure.ROW_PEOPLE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two."""
        look, painter = self._look, QPainter(self)
        bold, small = look.font(Type.SECOND, Weight.NAME), look.font(Type.SMALL)
        elide = Qt.TextElideMode.ElideRight
        name = QFontMetrics(bold).elidedText(self._name, elide, self.width())
        painter.setFont(bold)
        painter.setPen(look.colour("ink"))
        painter.drawText(self.rect(), ONE_LINE, name)
        taken = QFontMetrics(bold).horizontalAdvance(name) + look.px(Space.M)
        room = QRect(taken, 0, self.width() - taken, self.height())
        where = QFontMetrics(small).elidedText(self._where, elide, room.width())
        painter.setFont(small)
        painter.setPen(look.colour("ink2"))
        painter.drawText(room, ONE_LINE | Qt.AlignmentFlag.AlignRight, where)


class _ActionCard(QWidget):
    """What must be done, below it who and by when."""

    def __init__(self, look: Look, action: Action) -> None:
        super().__init__()
        self._look = look
        px = look.px
        column = QVBoxLayout(self)
        side = px(Measure.ICON_SMALL + Space.M + Space.S + 1)
        column.setContentsMargins(side, px(Space.S), px(Space.S), px(Space.S))
        column.setSpacing(px(Space.XS))
        column.addWidget(Words(look, action.text, size=Type.SECOND, wrap=True))
        by = f"by {action.due.words}" if action.due.date else action.due.words
        owed = ", ".join(part for part in (action.owner or "nobody yet", by) if part)
        weight = Weight.NAME
        column.addWidget(Words(look, owed, role="ink2", size=Type.SMALL, weight=weight, wrap=True))
        self.setAccessibleName(f"{action.text}. {owed}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the mark that the sheet has too."""
        look, painter = self._look, QPainter(self)
        radius = Measure.RADIUS
        paint_box(look, painter, self.rect(), ground="raised", edge="line", radius=radius)
        side = look.px(Measure.ICON_SMALL)
        top = look.px(Space.S + 1)
        look.paint_icon(painter, "action", "accent", QRect(look.px(Space.M - 1), top, side, side))


def _news(meeting: Meeting, item_id: ItemId | None) -> list[tuple[str, str]]:
    """Return who came, went or declared an interest at the item: an icon's name and words."""
    found = []
    for row in meeting.attendance:
        if item_id and row.arrived_item == item_id:
            found.append(("person", f"{row.arrived} {row.name} arrived".strip()))
        if item_id and row.left_item == item_id:
            found.append(("person", f"{row.left} {row.name} left".strip()))
    for one in meeting.declarations:
        if one.item_id == item_id:
            left = " and left the room" if one.left_room else ""
            found.append(("info", f"{one.name} declared an interest{left}"))
    return found


def _represents(body: Body, row: Attendance, short: dict[str, str]) -> str:
    words = {Role.CHAIR: body.chair_word, Role.VICE_CHAIR: body.vice_chair_word}
    sends = short.get(row.organisation) or row.organisation
    where = words.get(row.role) or sends or row.post
    return ", ".join(p for p in (where, "online" if row.capacity is Capacity.ONLINE else "") if p)
