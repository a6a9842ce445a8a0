"""The cards of Home: the next meeting with its steps, and the meetings around today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kcsp_desktop.domain.dates import printed, printed_time, spoken
from kcsp_desktop.domain.notice import said
from kcsp_desktop.domain.planning.calendar import place_of
from kcsp_desktop.domain.today.coming import How
from kcsp_desktop.ui.kit.buttons import Button, WordButton
from kcsp_desktop.ui.kit.cards import Card, Deed, DeedList
from kcsp_desktop.ui.kit.painting import ONE_LINE
from kcsp_desktop.ui.kit.words import Hairline, Words
from kcsp_desktop.ui.list_models import STATE_ICONS
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.domain.today.coming import Coming, Step
    from kcsp_desktop.ui.look import Look

_SHAPES: Final[dict[How, tuple[str, Role]]] = {
    How.DONE: ("done", "ok"),
    How.PART: ("half", "accent"),
    How.PRESSES: ("clock", "warn"),
    How.LATE: ("warn", "bad"),
    How.TO_DO: ("none", "ink2"),
}


class Steps(QWidget):
    """Steps side by side, each with its shape; on more lines where they must."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: tuple[Step, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show other steps."""
        self._steps = steps
        self.setAccessibleName(", ".join(f"{one.words}: {one.how}" for one in steps))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that fewer pixels across may need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return max(1, len(self._lines(width))) * self._look.px(Space.XL)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(sum(map(self._wide, self._steps)), self._look.px(Space.XL))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest step."""
        return QSize(max(map(self._wide, self._steps), default=0), self._look.px(Space.XL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        look, painter = self._look, QPainter(self)
        high, side = look.px(Space.XL), look.px(Measure.ICON)
        for number, line in enumerate(self._lines(self.width())):
            x = 0
            for step in line:
                icon, role = _SHAPES[step.how]
                look.paint_icon(painter, icon, role, QRect(x, number * high, side, high))
                presses = step.how in (How.PRESSES, How.LATE)
                painter.setFont(look.font(Type.UI, Weight.TITLE if presses else Weight.PLAIN))
                painter.setPen(look.colour(role if presses else "ink"))
                left = x + side + look.px(Space.S)
                place = QRect(left, number * high, self._wide(step), high)
                painter.drawText(place, ONE_LINE, step.words)
                x += self._wide(step)

    def _wide(self, step: Step) -> int:
        look = self._look
        weight = Weight.TITLE if step.how in (How.PRESSES, How.LATE) else Weight.PLAIN
        words = look.wide(step.words, Type.UI, weight)
        return look.px(Measure.ICON + Space.S) + words + look.px(Space.XL)

    def _lines(self, width: int) -> list[list[Step]]:
        lines: list[list[Step]] = [[]]
        gap = self._look.px(Space.XL)  # behind the last of a line there need be none
        for step in self._steps:
            if lines[-1] and sum(map(self._wide, [*lines[-1], step])) > width + gap:
                lines.append([])
            lines[-1].append(step)
        return lines


class NextCard(Card):
    """The next meeting: body, day, steps, and the next deed as the only filled button."""

    go = Signal(object)  # Place
    command = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setObjectName("homeNext")
        self._coming: Coming | None = None
        head = Words(look, "Next meeting", role="ink2", size=Type.SECOND, weight=Weight.TITLE)
        self._name = Words(look, size=Type.CARD_TITLE, weight=Weight.TITLE, wrap=True)
        self._when = Words(look, wrap=True, tabular=True)
        self._line = Hairline(look)
        self._steps = Steps(look)
        self.deed = Button(look, "", main=True)
        self.deed.setObjectName("homeNextDeed")
        self.other = Button(look, "Attendance")
        self.other.setObjectName("homeAttendance")
        self._row = QHBoxLayout()
        for button in (self.deed, self.other):
            self._row.addWidget(button)
        self._row.addStretch(1)
        for widget in (head, self._name, self._when, self._line, self._steps):
            self.column.addWidget(widget)
        self.column.addLayout(self._row)
        self.column.addStretch(1)
        self.setFocusProxy(self.deed)
        self.deed.clicked.connect(self._do)
        self.other.clicked.connect(lambda: self._go_to("attendance"))

    def _dress(self) -> None:
        super()._dress()
        side, above = self._look.px(Space.XL), self._look.px(Space.L)
        self.column.setContentsMargins(side, above, side, above)
        self.column.setSpacing(self._look.px(Space.S))

    def show_coming(self, one: Coming | None) -> None:
        """Show that meeting, or that there is none to come."""
        self._coming = one
        self._line.setVisible(one is not None)
        self._steps.setVisible(one is not None)
        self.other.setVisible(one is not None and one.page != "attendance")
        deed = one.deed if one else "Plan meetings"
        self.deed.setText(deed)
        self.deed.setAccessibleName(deed)
        if one is None:
            self._name.setText("No meeting is planned.")
            self._when.setText("Ctrl+N makes one, Ctrl+J plans the dates of a year.")
            return
        self._name.setText(one.body.name)
        self._when.setText(_when(one.meeting))
        self._steps.show_steps(one.steps)
        clock = said(one.notice) if one.notice else ""
        self.deed.setAccessibleDescription(f"{one.body.name}, {_when(one.meeting)}. {clock}")
        self._steps.setToolTip(clock)

    def _do(self) -> None:
        if self._coming is None:
            self.command.emit("plan-meetings")
        else:
            self._go_to(self._coming.page)

    def _go_to(self, page: str) -> None:
        if self._coming is not None:
            self.go.emit(Place(page=page, meeting_id=self._coming.meeting.id))


def _when(meeting: Meeting) -> str:
    details = meeting.details
    start = printed_time(details.start) if details.start else ""
    parts = (spoken(details.date), start, place_of(details))
    provisional = " (provisional)" if details.provisional else ""
    return ", ".join(part for part in parts if part) + provisional


class MeetingsCard(Card):
    """The next meetings and the latest, each with its state, and the way to all of them."""

    chosen = Signal(str)
    all_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padded=False, parent=parent)
        self.setObjectName("homeMeetings")
        head = Words(look, "Meetings", role="ink2", size=Type.SECOND, weight=Weight.TITLE)
        self.all = WordButton(look, "All meetings")
        self.all.setObjectName("homeAllMeetings")
        self._head = QHBoxLayout()
        self._head.addWidget(head)
        self._head.addStretch(1)
        self._head.addWidget(self.all)
        self.list = DeedList(look, row=Measure.ROW_WIDE)
        self.list.setObjectName("homeMeetingsList")
        self.list.setAccessibleName("Meetings around today")
        self.column.addLayout(self._head)
        self.column.addWidget(self.list)
        self.column.addStretch(1)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self.chosen)
        self.all.clicked.connect(self.all_wanted)
        look.changed.connect(self._dress_head)
        self._dress_head()

    def show_meetings(self, record: Record, meetings: Sequence[Meeting]) -> None:
        """Show those meetings; their bodies too where there is more than one."""
        several = len(record.bodies) > 1
        self.list.set_deeds([_deed(record, one, several=several) for one in meetings])
        self.setFocusProxy(self.list if meetings else self.all)

    def _dress_head(self) -> None:
        side, above = self._look.px(Space.L + Space.XS), self._look.px(Space.M)
        self._head.setContentsMargins(side, above, side, self._look.px(Space.XS))


def _deed(record: Record, meeting: Meeting, *, several: bool) -> Deed:
    icon, role = STATE_ICONS[meeting.state]
    day = printed(meeting.details.date)
    return Deed(
        key=meeting.id,
        words=f"{record.body_of(meeting).short_name}, {day}" if several else day,
        deed=str(meeting.state).capitalize(),
        icon=icon,
        icon_role=role,
    )
