"""Who is it? One line for the name, and how they are here: a row of the attendance."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.attendance import Attendance, Capacity
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.edits import PutAttendance, PutPerson
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import Person, Post, listed, understood
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Meeting
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
        self._known = {listed(person): person for person in record.people}
        name = row.name if row else ""
        self._name = SuggestingField(look, sorted(self._known), name, hint="Mr P M Hill, OBE")
        self._name.editingFinished.connect(self._offer_known)
        self._post = TextField(look, row.post if row else "")
        self._organisation = TextField(look, row.organisation if row else "")
        kinds = [(kind, str(kind).capitalize()) for kind in Capacity]
        self._capacity = Choice(look, kinds)
        self._capacity.choose(row.capacity if row else capacity)
        self._role = Choice(look, [(role, str(role).capitalize()) for role in Role])
        self._role.choose(row.role if row else Role.MEMBER)
        self.add_field("attendanceName", "&Name, as it is printed", self._name, stretch=3)
        self.add_field("attendanceCapacity", "&Here as", self._capacity, beside=True, stretch=2)
        self.add_field("attendancePost", "&Post", self._post, stretch=3)
        self.add_field("attendanceRole", "&Role", self._role, beside=True, stretch=2)
        self.add_field("attendanceOrganisation", "Repre&sents", self._organisation)
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def _person(self) -> Person | None:
        return self._known.get(" ".join(self._name.text().split()))

    def _offer_known(self) -> None:
        """Fill in post and organisation of somebody known, where nothing is typed yet."""
        person = self._person()
        if person is None or self._row is not None:
            return
        if not self._post.text():
            self._post.setText(person.post)
        sends = self._record.organisation(person.organisation_id)
        if sends is not None and not self._organisation.text():
            self._organisation.setText(sends.name)

    def _check_answer(self) -> str:
        if not self._name.text().strip():
            return "The name is needed."
        person = self._person()
        here = {row.person_id for row in self._meeting.attendance}
        if self._row is None and person is not None and person.id in here:
            return f"{listed(person)} is in the list already."
        return ""

    def _on_accepted(self) -> None:
        name = " ".join(self._name.text().split())
        self._offer_known()
        values = {
            "name": name,
            "post": self._post.text().strip(),
            "organisation": self._organisation.text().strip(),
            "role": Role(self._role.chosen()),
            "capacity": Capacity(self._capacity.chosen()),
        }
        edits: list[Edit] = []
        if self._row is not None:
            row = replace(self._row, **values)  # type: ignore[arg-type]  # fields of Attendance
        else:
            person = self._person()
            if person is None:
                posts = (Post(title=str(values["post"])),) if values["post"] else ()
                parts = understood(name)
                person = replace(
                    Person(id=PersonId(str(uuid.uuid4())), surname="", posts=posts),
                    **parts,  # type: ignore[arg-type]  # names of a person's parts
                )
                edits.append(PutPerson(person=person))
            row = Attendance(person_id=person.id, **values)  # type: ignore[arg-type]  # as above
        edits.append(PutAttendance(meeting_id=self._meeting.id, attendance=row))
        self.given.emit(tuple(edits), row.person_id)
