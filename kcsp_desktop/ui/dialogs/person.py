"""Who is it? A person as printed, read into its parts; the parts can be put right by hand.

How this works: one line takes the whole name ("Mr P M Hill, OBE") and says below how it was read.
Where that is wrong the box opens the four parts, and they count instead of the line. Must stay in
step: `domain/people.understood` (reads) and `listed` (prints).
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from kcsp_desktop.domain.ids import OrganisationId, PersonId
from kcsp_desktop.domain.people import (
    NameParts,
    Organisation,
    Person,
    Post,
    found_organisation,
    listed,
    organisation_words,
    understood,
)
from kcsp_desktop.ui.kit.choices import CheckBox
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import FieldColumn, TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_PARTS = (
    ("honorific", "personTitle", "Title", 1),
    ("initials", "personInitials", "Initials or first name", 1),
    ("surname", "personSurname", "Surname", 1),
    ("post_nominals", "personLetters", "Letters after the name", 1),
)
_BESIDE = ("initials", "post_nominals")


class PersonDialog(QuestionDialog):
    """Asks for a person, new or there already; open it with ``open()``."""

    person_given = Signal(object, object)  # Person, the new Organisation or None

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        person: Person | None = None,
        name: str = "",
    ) -> None:
        """``person`` is the one to edit; ``name`` is what was typed already for a new one."""
        question = "Who is it?" if person is None else "What has changed?"
        deed = "Add the person" if person is None else "Keep the changes"
        super().__init__(look, question, deed, parent)
        self.setObjectName("personDialog")
        self._record = workspace.record
        self._person = person
        self._former = person or Person(id=PersonId(str(uuid.uuid4())), surname="")
        self._allowed_twice = ""
        self._build_name(look, name)
        self._build_rest(look)
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)
        self._say_reading()

    # --- what is asked ---------------------------------------------------------------------

    def _build_name(self, look: Look, name: str) -> None:
        self._name = TextField(look, hint="For example: Mr D Okafor, OBE")
        self.add_field("personName", "&Name, as it is printed", self._name)
        self._reading = Words(look, role="ink2", size=Type.SECOND, wrap=True)
        self._reading.setObjectName("personReading")
        self.form.add_widget(self._reading)
        self._by_parts = CheckBox(look, "The name was mis&read: give its parts")
        self._by_parts.setObjectName("personByParts")
        self.form.add_widget(self._by_parts)
        self._parts = FieldColumn(look)
        self._part_fields: dict[str, TextField] = {}
        for part, key, label, share in _PARTS:
            field = self._part_fields[part] = TextField(look)
            self._parts.add_field(key, label, field, beside=part in _BESIDE, stretch=share)
        self.form.add_widget(self._parts)
        self._parts.hide()
        self._name.setText(listed(self._person) if self._person else name)
        self._name.textEdited.connect(self._say_reading)
        self._by_parts.toggled.connect(self._on_by_parts)
        for field in self._part_fields.values():
            field.textEdited.connect(self._say_reading)

    def _build_rest(self, look: Look) -> None:
        person = self._person
        self._post = TextField(look, hint="For example: Head of Community Safety, KCC")
        names = sorted(one.name for one in self._record.organisations)
        self._organisation = SuggestingField(look, names, hint="From the list, or a new one")
        self._email, self._phone = TextField(look), TextField(look)
        self._spellings = TextField(look, hint="For example: Okafour, Okofor")
        if person is not None:
            sends = self._record.organisation(person.organisation_id)
            self._post.setText(person.post)
            self._organisation.setText(sends.name if sends else "")
            self._email.setText(person.email)
            self._phone.setText(person.phone)
            self._spellings.setText(", ".join(person.spellings))
        self.add_field("personPost", "P&ost, as it is printed after the name", self._post)
        self.add_field("personOrganisation", "Or&ganisation", self._organisation)
        self.add_field("personEmail", "&E-mail", self._email, stretch=3)
        self.add_field("personPhone", "&Phone", self._phone, beside=True, stretch=2)
        self.add_field("personSpellings", "Other &spellings of the surname", self._spellings)

    # --- how the name is read --------------------------------------------------------------

    def _on_by_parts(self, by_parts: bool) -> None:
        """Open the parts, filled with what was read."""
        if by_parts:
            read = self._read()
            self._part_fields["honorific"].setText(read.honorific)
            self._part_fields["initials"].setText(read.initials or read.forename)
            self._part_fields["surname"].setText(read.surname)
            self._part_fields["post_nominals"].setText(read.post_nominals)
        self._parts.setVisible(by_parts)
        self._name.setReadOnly(by_parts)
        self._say_reading()
        self._scroll.updateGeometry()
        self._grow()

    def _read(self) -> Person:
        """Return the person as the line is read; a name left as it was keeps its own parts."""
        typed = " ".join(self._name.text().split())
        if self._person is not None and typed == listed(self._person):
            return self._person
        return _with_parts(self._former, understood(typed))

    def _named(self) -> Person:
        """Return the person with the parts that count: those given by hand, or those read."""
        read = self._read()
        if not self._by_parts.isChecked():
            return read
        parts = {part: " ".join(f.text().split()) for part, f in self._part_fields.items()}
        typed = cast("NameParts", {"forename": "", **parts})
        if typed["initials"] == read.initials:
            typed["forename"] = read.forename
        elif any(letter.islower() for letter in typed["initials"]):
            typed["forename"], typed["initials"] = typed["initials"], ""
        return _with_parts(self._former, typed)

    def _say_reading(self) -> None:
        named = self._named()
        parts = (
            ("title", named.honorific),
            ("initials", named.initials) if named.initials else ("first name", named.forename),
            ("surname", named.surname),
            ("letters", named.post_nominals),
        )
        said = ", ".join(f"{word} {text}" for word, text in parts if text)
        self._reading.setText(f"Read as {said}." if said else "How it is read is said here.")

    # --- the answer ------------------------------------------------------------------------

    def _check_answer(self) -> str:
        person = self._answer(None)
        name = listed(person)
        if not person.surname:
            return "The surname is needed."
        there = any(listed(p) == name and p.id != person.id for p in self._record.people)
        if there and self._allowed_twice != name:
            self._allowed_twice = name
            return f"{name} is in the list already. Press again if this is somebody else."
        return ""

    def _answer(self, organisation: Organisation | None) -> Person:
        former = self._former
        typed = " ".join(self._post.text().split())
        posts = former.posts
        if typed != former.post:
            kept = former.posts[1:]
            posts = (_post(typed, self._record.organisations, organisation), *kept)
            posts = posts if typed else kept
        return replace(
            self._named(),
            organisation_id=organisation.id if organisation else None,
            posts=posts,
            email=self._email.text().strip(),
            phone=self._phone.text().strip(),
            spellings=self._spelt(),
        )

    def _spelt(self) -> tuple[str, ...]:
        """Return the other spellings, each once and never the name itself."""
        typed = (" ".join(one.split()) for one in self._spellings.text().split(","))
        own = self._named().surname
        return tuple(dict.fromkeys(one for one in typed if one and one != own))

    def _on_accepted(self) -> None:
        typed = self._organisation.text()
        known = found_organisation(self._record.organisations, typed)
        organisation = known or new_organisation(typed)
        person = self._answer(organisation)
        self.person_given.emit(person, None if known else organisation)


def _with_parts(person: Person, parts: NameParts) -> Person:
    return replace(
        person,
        honorific=parts["honorific"],
        initials=parts["initials"],
        forename=parts["forename"],
        surname=parts["surname"],
        post_nominals=parts["post_nominals"],
    )


def new_organisation(typed: str) -> Organisation | None:
    """Return a new organisation: "Kent County Council (KCC)" gives the short name too."""
    name, short = organisation_words(typed)
    if not name:
        return None
    return Organisation(id=OrganisationId(str(uuid.uuid4())), name=name, short_name=short)


def _post(typed: str, there: Iterable[Organisation], own: Organisation | None) -> Post:
    """Return the post; its last words are the organisation's where they name one."""
    title, _, last = typed.rpartition(", ")
    if title and found_organisation((*there, *((own,) if own else ())), last):
        return Post(title=title, organisation=last)
    return Post(title=typed)
