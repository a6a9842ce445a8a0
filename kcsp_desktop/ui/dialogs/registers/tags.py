"""What something is about: the priorities, themes and tags of its body in its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.registers.coverage import tags_in
from kcsp_desktop.ui.kit.choices import CheckBox
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.theme import Measure

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.ids import BodyId, EntryId
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look


class TagBoxes:
    """A box for each tag of a body in a year, in a dialog's form."""

    def __init__(
        self,
        dialog: QuestionDialog,
        look: Look,
        record: Record,
        body_id: BodyId,
        year: int,
        chosen: tuple[EntryId, ...],
    ) -> None:
        """Add the boxes; those of ``chosen`` are ticked."""
        self._boxes: dict[EntryId, CheckBox] = {}
        for tag in tags_in(record, body_id, year):
            box = CheckBox(look, tag.name.replace("&", "&&"))
            box.setObjectName(f"tag-{tag.id}")
            box.setChecked(tag.id in chosen)
            self._boxes[tag.id] = box
            dialog.form.add_widget(box)
        self._others = tuple(one for one in chosen if one not in self._boxes)

    def __bool__(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self._boxes)

    def first(self) -> QWidget | None:
        """Return the first box."""
        return next(iter(self._boxes.values()), None)

    def chosen(self) -> tuple[EntryId, ...]:
        """Return what is ticked; what another year has is left as it was."""
        return (*self._others, *(tag for tag, box in self._boxes.items() if box.isChecked()))


class TagsDialog(QuestionDialog):
    """Asks what something is about; ``given`` carries the tags."""

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        record: Record,
        body_id: BodyId,
        year: int,
        chosen: tuple[EntryId, ...],
        named: str,
        parent: QWidget,
    ) -> None:
        """``named`` says of what is asked."""
        super().__init__(look, "What is it about?", "Keep it", parent, explanation=named)
        self.setObjectName("tagsDialog")
        self._boxes = TagBoxes(self, look, record, body_id, year, chosen)
        self.accepted.connect(lambda: self.given.emit(self._boxes.chosen()))

    def showEvent(self, event: QShowEvent) -> None:
        """Start at the first box: there is nothing else to answer."""
        super().showEvent(event)
        first = self._boxes.first()
        if first is not None:
            first.setFocus()

    def _dress(self) -> None:
        super()._dress()
        # The first box stands at the very top: without room its ring would be cut off.
        ring = self._look.px(Measure.RING + 2)
        self.form.setContentsMargins(ring, ring, ring, 0)

    def has_tags(self) -> bool:
        """Whether the body has any priority in that year."""
        return bool(self._boxes)
