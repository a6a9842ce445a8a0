"""A name for what a list is narrowed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look


class FilterNameDialog(QuestionDialog):
    """Asks for a name that no other filter has; ``named`` carries it."""

    named = Signal(str)

    def __init__(self, look: Look, taken: tuple[str, ...], parent: QWidget) -> None:
        """``taken`` are the names that others have."""
        super().__init__(look, "What is this filter called?", "Keep the filter", parent)
        self.setObjectName("filterNameDialog")
        self._taken = {name.casefold() for name in taken}
        self._name = TextField(look, hint="For example: waiting for the police")
        self.add_field("filterName", "&Name", self._name)
        self.set_check(self._wrong_name)
        self.accepted.connect(lambda: self.named.emit(self._answer()))

    def _answer(self) -> str:
        return " ".join(self._name.text().split())

    def _wrong_name(self) -> str:
        name = self._answer()
        if not name:
            return "It needs a name."
        return f"There is one called “{name}”." if name.casefold() in self._taken else ""
