"""The questions about papers: what one is called, which pack is to be made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.reports import Paper
    from kcsp_desktop.ui.look import Look


class PaperDialog(QuestionDialog):
    """Asks what a paper is called, and whether it is restricted or a draft."""

    paper_given = Signal(object)  # Paper

    def __init__(self, look: Look, paper: Paper, parent: QWidget) -> None:
        """Show the paper as it is."""
        super().__init__(look, "What is this paper called?", "Keep", parent)
        self.setObjectName("paperDialog")
        self._paper = paper
        self._label = TextField(look, paper.label, hint="For example: Appendix A")
        self._restricted = CheckBox(look, "Restricted: not in the public pack")
        self._restricted.setObjectName("paperRestricted")
        self._restricted.setChecked(paper.restricted)
        self._draft = CheckBox(look, "A draft")
        self._draft.setObjectName("paperDraft")
        self._draft.setChecked(paper.draft)
        self.add_field("paperLabel", f"&Label of {paper.file_name}", self._label)
        self.form.add_widget(self._restricted)
        self.form.add_widget(self._draft)
        self.set_check(lambda: "" if self._label.text().strip() else "A paper needs a label.")
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        new = replace(
            self._paper,
            label=" ".join(self._label.text().split()),
            restricted=self._restricted.isChecked(),
            draft=self._draft.isChecked(),
        )
        self.paper_given.emit(new)


class PackDialog(QuestionDialog):
    """Asks for whom the pack is made."""

    audience_given = Signal(str)

    def __init__(self, look: Look, parent: QWidget, warning: str) -> None:
        """``warning`` says what will be missing in it, or is a draft; "" nothing."""
        super().__init__(
            look, "Who is the agenda pack for?", "Make the pack", parent, explanation=warning
        )
        self.setObjectName("packDialog")
        words = {
            Audience.PUBLIC: "Everybody: nothing restricted is in it",
            Audience.RESTRICTED: "Members: restricted papers stand behind the public pages",
        }
        self._who = Choice(look, list(words.items()))
        self.add_field("packAudience", "&For", self._who)
        self.accepted.connect(lambda: self.audience_given.emit(self._who.chosen()))
