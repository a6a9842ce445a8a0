"""The questions of the Agenda page: why an item is restricted, what a section is called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.body import SectionPattern
from kcsp_desktop.ui.dialogs.body import SectionDialog
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.meeting import AgendaItem, Section
    from kcsp_desktop.ui.look import Look


class RestrictDialog(QuestionDialog):
    """Asks why an item is restricted; the reason may come later."""

    item_given = Signal(object)  # AgendaItem, restricted

    def __init__(self, look: Look, item: AgendaItem, parent: QWidget) -> None:
        """``item`` is open as yet."""
        super().__init__(look, "Why is it restricted?", "Restrict the item", parent)
        self.setObjectName("restrictDialog")
        self._item = item
        self._reason = TextField(
            look, item.restriction, hint="For example: personal data of residents"
        )
        self.add_field("restrictReason", "&Reason, for your own record", self._reason)
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        reason = " ".join(self._reason.text().split())
        self.item_given.emit(replace(self._item, restricted=True, restriction=reason))


def section_dialog(
    look: Look, sections: tuple[Section, ...], section: Section | None, parent: QWidget
) -> SectionDialog:
    """Return the question for a section of one agenda: ``section``, or a new one."""
    patterns = {
        one.id: SectionPattern(letter=one.letter, title=one.title, restricted=one.restricted)
        for one in sections
    }
    former = patterns[section.id] if section else None
    return SectionDialog(look, tuple(patterns.values()), former, parent)
