"""Why an item that is minuted has no resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look


class NoOutcomeDialog(QuestionDialog):
    """Asks for the reason; ``given`` carries it, empty where there is none any more."""

    given = Signal(str)

    def __init__(self, look: Look, reason: str, parent: QWidget) -> None:
        """``reason`` is the one given before."""
        super().__init__(
            look, "Why does this item have no outcome?", "Keep the reason", parent,
            explanation="It is yours: no document prints it.",
        )  # fmt: skip
        self._reason = TextField(look, reason, hint="For example: no decision was asked for")
        self.add_field("noOutcome", "&Reason", self._reason)
        self.accepted.connect(lambda: self.given.emit(" ".join(self._reason.text().split())))
