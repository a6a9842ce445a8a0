"""The questions of the Agenda page: why an item is restricted, what a section is called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.body import SectionPattern
from kcsp_desktop.domain.wording.closing import AGREEMENT, CONFIDENTIAL, PARAGRAPHS
from kcsp_desktop.ui.dialogs.body import SectionDialog
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.meeting import AgendaItem, Section
    from kcsp_desktop.ui.look import Look


class RestrictDialog(QuestionDialog):
    """Asks why an item is restricted; the reason may come later."""

    item_given = Signal(object)  # AgendaItem, restricted

    def __init__(self, look: Look, item: AgendaItem, parent: QWidget, *, cites: bool) -> None:
        """``item`` is open as yet; ``cites``: the body names paragraphs of Schedule 12A."""
        super().__init__(look, "Why is it restricted?", "Restrict the item", parent)
        self.setObjectName("restrictDialog")
        self._item = item
        self._reason = TextField(
            look, item.restriction, hint="For example: personal data of residents"
        )
        words = {"": "In my own words", CONFIDENTIAL: "Confidential", AGREEMENT: AGREEMENT}
        if cites:
            words |= {str(n): f"Paragraph {n}: {told}" for n, told in PARAGRAPHS.items()}
        self._usual = Choice(look, list(words.items()))
        self.add_field("restrictReason", "&Reason, for your own record", self._reason)
        self.add_field("restrictUsual", "or a &usual reason", self._usual)
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        reason, usual = " ".join(self._reason.text().split()), self._usual.chosen()
        new = replace(self._item, restricted=True, restriction=reason)
        if usual.isdigit():
            new = replace(new, exempt=tuple(sorted({*new.exempt, int(usual)})))
        elif usual:
            new = replace(new, restriction=usual)
        self.item_given.emit(new)


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
