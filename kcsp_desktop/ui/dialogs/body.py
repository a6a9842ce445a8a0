"""The questions of the Bodies page: a new body, a section of its agendas, a member."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.body import Body, Membership, Role, SectionPattern, role_words
from kcsp_desktop.domain.ids import BodyId, PersonId
from kcsp_desktop.domain.people import Person, found_organisation, listed, understood
from kcsp_desktop.ui.dialogs.person import new_organisation
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.record import Record
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


class MemberDialog(QuestionDialog):
    """Asks who is a member and as what; a name that is not in the list makes a person."""

    # Membership, the new Person or None, the new Organisation or None
    member_given = Signal(object, object, object)

    def __init__(
        self,
        look: Look,
        record: Record,
        body: Body,
        member: Membership | None,
        parent: QWidget,
    ) -> None:
        """``member`` is the one to edit, or ``None`` for a new one."""
        person = record.person(member.person_id) if member else None
        question = f"What has changed for {listed(person)}?" if person else "Who is a member?"
        deed = "Add the member" if member is None else "Keep the changes"
        super().__init__(look, question, deed, parent)
        self.setObjectName("memberDialog")
        self._record, self._member = record, member
        self._there = {one.person_id for one in body.members}
        names = sorted(listed(p) for p in record.people if p.id not in self._there)
        self._name = SuggestingField(look, names, hint="For example: Mr D Okafor, OBE")
        self._role = Choice(look, [(role, words) for role, words in role_words(body).items()])
        self._role.choose(member.role if member else Role.MEMBER)
        organisations = sorted(one.name for one in record.organisations)
        self._represents = SuggestingField(look, organisations, hint="their own")
        if member is None:
            self.add_field("memberName", "&Name: from the list, or somebody new", self._name)
        else:
            self._name.setParent(self)
            self._name.hide()
            represented = record.organisation(member.organisation_id)
            self._represents.setText(represented.name if represented else "")
        self.add_field("memberRole", "&Role", self._role, stretch=2)
        self.add_field(
            "memberOrganisation", "Re&presents", self._represents, beside=True, stretch=3
        )
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def _found(self) -> Person | None:
        """Return the person of that name; of two, the one who is no member yet."""
        if self._member is not None:
            return self._record.person(self._member.person_id)
        wanted = _words(self._name).casefold()
        found = [p for p in self._record.people if listed(p).casefold() == wanted]
        return next((p for p in found if p.id not in self._there), found[0] if found else None)

    def _check_answer(self) -> str:
        found = self._found()
        if self._member is None and not _words(self._name):
            return "The name is needed."
        if self._member is None and found is not None and found.id in self._there:
            return f"{listed(found)} is a member already."
        return ""

    def _on_accepted(self) -> None:
        typed = self._represents.text()
        known = found_organisation(self._record.organisations, typed)
        organisation = known or new_organisation(typed)
        found = self._found()
        person = found or _new_person(_words(self._name))
        if found is None and organisation is not None:
            person = replace(person, organisation_id=organisation.id)
        member = Membership(
            person_id=person.id,
            role=Role(self._role.chosen()),
            organisation_id=organisation.id if organisation and found is not None else None,
        )
        self.member_given.emit(member, None if found else person, None if known else organisation)


def _new_person(name: str) -> Person:
    parts = understood(name)
    return Person(
        id=PersonId(str(uuid.uuid4())),
        honorific=parts["honorific"],
        initials=parts["initials"],
        forename=parts["forename"],
        surname=parts["surname"],
        post_nominals=parts["post_nominals"],
    )


def _next_letter(taken: set[str]) -> str:
    return next((letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in taken), "")


def _words(field: TextField) -> str:
    return " ".join(field.text().split())
