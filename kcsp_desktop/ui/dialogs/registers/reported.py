"""At which items a project or a case review was reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.domain.registers.reported import reported
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.registers.reported import Report
    from kcsp_desktop.ui.look import Look


class ReportedDialog(QuestionDialog):
    """Asks for one more item, and which of the former ones stay; ``given`` carries all."""

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        named: str,
        known: dict[ItemId, Report],
        items: tuple[ItemId, ...],
        parent: QWidget,
    ) -> None:
        """``known`` are the items of the body, ``items`` those linked so far."""
        super().__init__(look, "Where was it reported?", "Keep it", parent, explanation=named)
        self.setObjectName("reportedDialog")
        self._known, self._items = known, items
        meetings = {one.meeting.id: one.meeting for one in reversed(known.values())}
        entries = [(str(key), printed(one.details.date)) for key, one in meetings.items()]
        self._meeting, self._item = Choice(look, entries), Choice(look)
        self.add_field("reportedMeeting", "&Meeting", self._meeting)
        self.add_field("reportedItem", "&Item", self._item)
        self._boxes: dict[ItemId, CheckBox] = {}
        for one in reported(known, items):
            box = self._boxes[one.item.id] = CheckBox(look, one.place)
            box.setAccessibleDescription(one.item.title)
            box.setObjectName(f"reported-{one.item.id}")
            box.setChecked(True)
            self.form.add_widget(box)
        self._meeting.currentIndexChanged.connect(self._offer_items)
        self._offer_items()
        self.accepted.connect(lambda: self.given.emit(self._answer()))

    def _offer_items(self) -> None:
        """Offer the items of the meeting chosen that are not linked yet."""
        there = [
            one
            for one in self._known.values()
            if one.meeting.id == self._meeting.chosen() and one.item.id not in self._boxes
        ]
        entries = [(str(one.item.id), f"{one.code} {one.item.title}".strip()) for one in there]
        nothing = ("", "No other item" if self._boxes else "No item")
        self._item.set_entries([nothing, *entries])

    def _answer(self) -> tuple[ItemId, ...]:
        """Return those that stay, those that are not known here, and the new one."""
        kept = [
            one for one in self._items if one not in self._boxes or self._boxes[one].isChecked()
        ]
        new = self._item.chosen()
        return (*kept, *((ItemId(new),) if new else ()))
