"""What is typed, and what does it stand for? One abbreviation, new or there already."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.abbreviations import Abbreviation, is_typeable
from kcsp_desktop.domain.ids import AbbreviationId
from kcsp_desktop.ui.kit.choices import CheckBox
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look

_TYPED, _FULL = "abbreviationTyped", "abbreviationFull"


class AbbreviationDialog(QuestionDialog):
    """Asks for an abbreviation; ``given`` carries it."""

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        there: Iterable[Abbreviation],
        parent: QWidget,
        *,
        one: Abbreviation | None = None,
    ) -> None:
        """``one`` is the abbreviation to edit; ``there`` are all, for one is not given twice."""
        question = "What do you want to type short?" if one is None else "What has changed?"
        deed = "Add the abbreviation" if one is None else "Keep the changes"
        super().__init__(look, question, deed, parent)
        self.setObjectName("abbreviationDialog")
        self._id = one.id if one else AbbreviationId(str(uuid.uuid4()))
        self._taken = {other.short: other.full for other in there if other.id != self._id}
        self._typed = TextField(look, one.short if one else "", hint="For example: asb")
        self._full = TextField(look, one.full if one else "", hint="anti-social behaviour")
        self._acronym = CheckBox(
            look, "An &acronym: stays in the text, written out at its first use"
        )
        self._acronym.setObjectName("abbreviationAcronym")
        self._acronym.setChecked(one is not None and one.acronym)
        self.add_field(_TYPED, "What is &typed", self._typed)
        self.add_field(_FULL, "What it &stands for", self._full)
        self.form.add_widget(self._acronym)
        for key, widget in ((_TYPED, self._typed), (_FULL, self._full)):
            field = self.form.fields[key]
            widget.textEdited.connect(lambda _, field=field: field.show_wrong(""))
        self.accepted.connect(lambda: self.given.emit(self._answer()))

    def accept(self) -> None:
        """Close with the answer; what is wrong is said under its own field."""
        for key, sentence in ((_TYPED, self._wrong_typed()), (_FULL, self._wrong_full())):
            if sentence:
                self.show_wrong(sentence, key)
                return
        super().accept()

    def _answer(self) -> Abbreviation:
        return Abbreviation(
            id=self._id,
            short=_spaced(self._typed.text()),
            full=_spaced(self._full.text()),
            acronym=self._acronym.isChecked(),
        )

    def _wrong_typed(self) -> str:
        short = self._answer().short
        if not short:
            return "What is typed is needed."
        if not is_typeable(short):
            return "It is one word of letters and digits, without spaces or full stops."
        if short in self._taken:
            return f"“{short}” stands for “{self._taken[short]}” already."
        return ""

    def _wrong_full(self) -> str:
        return "" if self._answer().full else "What it stands for is needed."


def _spaced(text: str) -> str:
    return " ".join(text.split())
