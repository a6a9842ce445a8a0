"""The questions of the Bodies page: a new body, a section of its agendas."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.body import Body, SectionPattern
from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.ui.kit.choices import CheckBox
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look


class NewBodyDialog(QuestionDialog):
    """Asks for the names of a new body; the rest is set on the page."""

    body_given = Signal(object)  # Body

    def __init__(self, look: Look, refusal: Callable[[Body], str], parent: QWidget) -> None:
        """``refusal`` says what the rules have against a body, or nothing."""
        super().__init__(look, "Which body meets?", "Make the body", parent)
        self.setObjectName("newBodyDialog")
        self._refusal = refusal
        self._id = BodyId(str(uuid.uuid4()))
        self._name = TextField(look, hint="For example: Kent Community Safety Partnership")
        self._short = TextField(look, hint="For example: KCSP")
        self._authority = TextField(look, hint="For example: Kent County Council")
        self.add_field("newBodyName", "&Name", self._name)
        self.add_field("newBodyShortName", "&Short name, as in KCSP/2021-11-18", self._short)
        self.add_field(
            "newBodyAuthority", "&Authority, printed first on every document", self._authority
        )
        self.set_check(self._check_answer)
        self.accepted.connect(lambda: self.body_given.emit(self._made()))

    def _made(self) -> Body:
        return Body(
            id=self._id,
            name=_words(self._name),
            short_name=self._short.text().strip(),
            authority=_words(self._authority),
        )

    def _check_answer(self) -> str:
        return self._refusal(self._made())


class SectionDialog(QuestionDialog):
    """Asks for a section that each new agenda of the body has."""

    section_given = Signal(object)  # SectionPattern

    def __init__(
        self,
        look: Look,
        sections: tuple[SectionPattern, ...],
        section: SectionPattern | None,
        parent: QWidget,
    ) -> None:
        """``section`` is the one to edit, or ``None`` for a new one after the others."""
        deed = "Add the section" if section is None else "Keep the changes"
        super().__init__(look, "What is the section called?", deed, parent)
        self.setObjectName("sectionDialog")
        self._taken = {one.letter for one in sections if one is not section}
        known = section or SectionPattern(letter=_next_letter(self._taken), title="")
        self._letter = TextField(look, known.letter)
        self._heading = TextField(look, known.title, hint="For example: Matters for Information")
        self._restricted = CheckBox(look, "&Restricted: not open to the press and public")
        self._restricted.setObjectName("sectionRestricted")
        self._restricted.setChecked(known.restricted)
        self.add_field("sectionTitle", "&Title", self._heading, stretch=5)
        self.add_field("sectionLetter", "&Letter", self._letter, beside=True)
        self.form.add_widget(self._restricted)
        self.set_check(self._check_answer)
        self.accepted.connect(lambda: self.section_given.emit(self._made()))

    def _made(self) -> SectionPattern:
        return SectionPattern(
            letter=self._letter.text().strip().upper(),
            title=_words(self._heading),
            restricted=self._restricted.isChecked(),
        )

    def _check_answer(self) -> str:
        made = self._made()
        if not made.title:
            return "The title is needed."
        if len(made.letter) != 1 or not made.letter.isalpha():
            return "A section has one letter, such as B: its items are called B1, B2 and so on."
        if made.letter in self._taken:
            return f"There is a section {made.letter} already."
        return ""


def _next_letter(taken: set[str]) -> str:
    return next((letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in taken), "")


def _words(field: TextField) -> str:
    return " ".join(field.text().split())
