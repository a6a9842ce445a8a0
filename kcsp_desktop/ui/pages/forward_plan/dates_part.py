"""The later meetings that an agenda lists, under the form of the item that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.planning.calendar import written_date
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.forward_plan.deeds import PlanningDeeds

_NONE = "None yet: N types them, K takes those that are planned."


class DatesPart(QWidget):
    """The dates in the order of the agenda, and the two ways to change them."""

    def __init__(self, look: Look, deeds: PlanningDeeds) -> None:
        """Hidden until an item that lists dates is shown."""
        super().__init__()
        self._look = look
        self._meeting: Meeting | None = None
        self._dates = Words(look, role="ink2", wrap=True)
        self._dates.setObjectName("itemDates")
        edit = Button(look, "Next meetings…")
        take = Button(look, "Take the planned ones")
        edit.setObjectName("itemDatesEdit")
        take.setObjectName("itemDatesTake")
        edit.clicked.connect(lambda: deeds.future_dates(self._meeting))
        take.clicked.connect(lambda: deeds.take_dates(self._meeting))
        self._row = QHBoxLayout()
        for button in (edit, take):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(
            Words(look, "The agenda lists", size=Type.SECOND, weight=Weight.NAME)
        )
        self._column.addWidget(self._dates)
        self._column.addLayout(self._row)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_dates(self, meeting: Meeting | None) -> None:
        """Show what that meeting's agenda lists; ``None`` hides the part."""
        self._meeting = meeting
        if meeting is not None:
            self._dates.setText("\n".join(map(written_date, meeting.future_dates)) or _NONE)
        self.setVisible(meeting is not None)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.S))
        self._row.setSpacing(self._look.px(Space.S))
