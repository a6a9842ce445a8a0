"""Who is it? One line for the name, and how they are here: a row of the attendance."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.attendance import Attendance, Capacity
from kcsp_desktop.domain.body import Role, role_words
from kcsp_desktop.domain.edits import PutAttendance, PutOrganisation, PutPerson
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import Person, Post, found_organisation, listed, understood
from kcsp_desktop.ui.dialogs.person import new_organisation
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.body import Membership
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.people import Organisation
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look


class AttendanceDialog(QuestionDialog):
    """Asks for one row, new or there already; ``given`` carries the edits and the person's id."""

    given = Signal(object, str)

    def __init__(
        self,
        look: Look,
        record: Record,
        meeting: Meeting,
        parent: QWidget,
        *,
        row: Attendance | None = None,
        capacity: Capacity = Capacity.PRESENT,
    ) -> None:
        """``row`` is the one to change; ``capacity`` what a new one is offered as."""
        question = "Who is it?" if row is None else "What has changed?"
        super().__init__(look, question, "Add" if row is None else "Keep", parent)
        self.setObjectName("attendanceDialog")
        self._record, self._meeting, self._row = record, meeting, row
        self._known = {key_of(listed(person)): person for person in record.people}
        self._role_chosen = row is not None
        self._build(look, row, capacity)
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)
        self._offer_role()

    def _build(self, look: Look, row: Attendance | None, capacity: Capacity) -> None:
        record, meeting = self._record, self._meeting
        here = {one.person_id for one in meeting.attendance}
        names = sorted(listed(person) for person in record.people if person.id not in here)
        name = row.name if row else ""
        self._name = SuggestingField(look, names, name, hint="For example: Mr D Okafor, OBE")
        self._post = TextField(look, row.post if row else "")
        sends = sorted(one.name for one in record.organisations)
        self._organisation = SuggestingField(look, sends, row.organisation if row else "")
        self._capacity = Choice(look, [(kind, str(kind).capitalize()) for kind in Capacity])
        self._capacity.choose(row.capacity if row else capacity)
        self._role = Choice(look, list(role_words(record.body_of(meeting)).items()))
        self._role.choose(row.role if row else Role.MEMBER)
        self.add_field("attendanceName", "&Name, as it is printed", self._name, stretch=3)
        self.add_field("attendanceCapacity", "&Here as", self._capacity, beside=True, stretch=2)
        self.add_field("attendancePost", "&Post", self._post, stretch=3)
        self.add_field("attendanceRole", "&Role", self._role, beside=True, stretch=2)
        self.add_field("attendanceOrganisation", "Repre&sents", self._organisation)
        self._name.editingFinished.connect(self._offer_known)
        self._capacity.activated.connect(self._offer_role)
        self._role.activated.connect(self._on_role)

    def offer_name(self, name: str) -> None:
        """Begin with a name that was typed already."""
        self._name.setText(name)
        self._offer_role()

    def _person(self) -> Person | None:
        return self._known.get(key_of(self._name.text()))

    def _offer_known(self) -> None:
        """Fill in what is known of a person, where nothing is typed yet."""
        person = self._person()
        if self._row is not None:
            return
        self._offer_role()
        if person is None:
            return
        member = self._membership(person)
        sends = self._record.organisation(
            (member and member.organisation_id) or person.organisation_id
        )
        if not self._post.text():
            self._post.setText(person.post)
        if sends is not None and not self._organisation.text():
            self._organisation.setText(sends.name)

    def _membership(self, person: Person) -> Membership | None:
        members = self._record.body_of(self._meeting).members
        return next((one for one in members if one.person_id == person.id), None)

    def _on_role(self) -> None:
        self._role_chosen = True

    def _offer_role(self) -> None:
        """Offer the role in the body, or an officer's to whom is in attendance."""
        if self._role_chosen:
            return
        person = self._person()
        member = self._membership(person) if person else None
        serves = self._capacity.chosen() == Capacity.IN_ATTENDANCE
        self._role.choose(member.role if member else Role.OFFICER if serves else Role.MEMBER)

    def _check_answer(self) -> str:
        if not understood(self._name.text())["surname"]:
            return "The name is needed."
        person = self._person()
        here = {row.person_id for row in self._meeting.attendance}
        if self._row is None and person is not None and person.id in here:
            return f"{listed(person)} is in the list already."
        return ""

    def _on_accepted(self) -> None:
        self._offer_known()
        person = self._person()
        typed = self._organisation.text()
        sends = found_organisation(self._record.organisations, typed)
        edits: list[Edit] = []
        if self._row is None and person is None:
            if sends is None and (sends := new_organisation(typed)) is not None:
                edits.append(PutOrganisation(organisation=sends))
            person = new_person(self._name.text(), self._post.text(), sends)
            edits.append(PutPerson(person=person))
        row = self._row or Attendance(person_id=person.id if person else PersonId(""), name="")
        made = replace(
            row,
            name=listed(person) if person and self._row is None else spaced(self._name.text()),
            post=spaced(self._post.text()),
            organisation=sends.name if sends and self._row is None else spaced(typed),
            role=Role(self._role.chosen()),
            capacity=Capacity(self._capacity.chosen()),
        )
        if made.capacity is not Capacity.SUBSTITUTE:
            made = replace(made, substitute_for=None)
        edits.append(PutAttendance(meeting_id=self._meeting.id, attendance=made))
        self.given.emit(tuple(edits), made.person_id)


def new_person(name: str, post: str, sends: Organisation | None) -> Person:
    """Return a new person of a name as it is printed, who is sent by an organisation."""
    post = spaced(post)
    parts = understood(name)
    return Person(
        id=PersonId(str(uuid.uuid4())),
        honorific=parts["honorific"],
        initials=parts["initials"],
        forename=parts["forename"],
        surname=parts["surname"],
        post_nominals=parts["post_nominals"],
        organisation_id=sends.id if sends else None,
        posts=(Post(title=post),) if post else (),
    )


def spaced(text: str) -> str:
    """Return the words with one space between them."""
    return " ".join(text.split())


def key_of(name: str) -> str:
    """Return a name as names are compared: without capitals and further spaces."""
    return spaced(name).casefold()
