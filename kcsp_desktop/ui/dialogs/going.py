"""Which item? By its code or words of its title: to go there, or to move a block there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.numbering import Numbers
    from kcsp_desktop.ui.look import Look


class WhichItemDialog(QuestionDialog):
    """Asks for an item; ``item_given`` carries its id."""

    item_given = Signal(str)

    def __init__(
        self,
        look: Look,
        meeting: Meeting,
        numbers: Numbers,
        parent: QWidget,
        *,
        question: str = "Go to which item?",
        deed: str = "Go",
    ) -> None:
        """Items are found by code ("B3"), by minute number ("103") or by words of the title."""
        super().__init__(look, question, deed, parent)
        self.setObjectName("whichItemDialog")
        self._items = [
            (item.id, numbers.codes[item.id], numbers.minutes.get(item.id, 0), item.title)
            for item in in_order(meeting)
        ]
        known = [f"{code} {title}" for _, code, _, title in self._items]
        self._which = SuggestingField(look, known, hint="B3, 103, or words of the title")
        self.add_field("whichItem", "&Item", self._which)
        self.set_check(lambda: "" if self._found() else "No item of this meeting is called so.")
        self.accepted.connect(lambda: self.item_given.emit(self._found() or ""))

    def _found(self) -> ItemId | None:
        typed = " ".join(self._which.text().split()).casefold()
        if not typed:
            return None
        for item_id, code, minute, title in self._items:
            if typed in (code.casefold(), str(minute), f"{code} {title}".casefold()):
                return item_id
        hits = [one[0] for one in self._items if typed in f"{one[1]} {one[3]}".casefold()]
        return hits[0] if hits else None
