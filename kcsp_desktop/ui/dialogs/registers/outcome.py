"""What came of a decision, and which priorities it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.ui.dialogs.registers.tags import TagBoxes
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.ids import EntryId
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.domain.registers.decisions import DecisionRow
    from kcsp_desktop.ui.look import Look


class OutcomeDialog(QuestionDialog):
    """Asks what came of a decision; ``given`` carries the words and the tags."""

    given = Signal(str, object)

    def __init__(
        self,
        look: Look,
        record: Record,
        row: DecisionRow,
        tags: tuple[EntryId, ...],
        parent: QWidget,
    ) -> None:
        """``tags`` are those of the decision itself; those of its item are not asked for here."""
        super().__init__(look, "What came of it?", "Keep it", parent, explanation=row.text)
        self.setObjectName("outcomeDialog")
        self._words = TextField(look, row.outcome, hint="For example: the plan went out in May")
        self.add_field("outcomeWords", "&What came of it", self._words)
        self._boxes = TagBoxes(self, look, record, row.body_id, int(row.day[:4]), tags)
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        self.given.emit(" ".join(self._words.text().split()), self._boxes.chosen())
