"""Who is here instead of a member? The one named by the body is offered, another is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.attendance import HERE_AS_MEMBER, Attendance, Capacity
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.edits import PutAttendance, PutOrganisation, PutPerson
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import found_organisation, listed, understood
from kcsp_desktop.ui.dialogs.attendance import key_of, new_person, spaced
from kcsp_desktop.ui.dialogs.person import new_organisation
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.people import Organisation, Person
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look


class SubstituteDialog(QuestionDialog):
    """Asks who is here for a member; ``given`` carries the edits and the substitute's id."""

    given = Signal(object, str)

    def __init__(
        self, look: Look, record: Record, meeting: Meeting, member: Attendance, parent: QWidget
    ) -> None:
        """``member`` is the row of who is not here; their named substitute is offered."""
        self._record, self._meeting, self._member = record, meeting, member
        self._known = {key_of(listed(person)): person for person in record.people}
        offered = self._offered()
        if offered is not None:  # of two who share a name, the one named by the body
            self._known[key_of(listed(offered))] = offered
        came = any(row.substitute_for == member.person_id for row in meeting.attendance)
        word = "noted already" if came else "the named substitute"
        said = f"{listed(offered)} is {word}." if offered else ""
        super().__init__(
            look, f"Who is here for {member.name}?", "Note it", parent, explanation=said
        )
        self.setObjectName("insteadDialog")
        sat = {row.person_id for row in meeting.attendance if row.capacity in HERE_AS_MEMBER}
        names = sorted(listed(person) for person in record.people if person.id not in sat)
        name = listed(offered) if offered else ""
        self._name = SuggestingField(look, names, name, hint="For example: Mr D Okafor, OBE")
        sends = sorted(one.name for one in record.organisations)
        self._organisation = SuggestingField(look, sends, self._represented())
        self.add_field("insteadName", "&Name, as it is printed", self._name)
        self.add_field("insteadOrganisation", "Repre&sents", self._organisation)
        self._name.selectAll()
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def _represented(self) -> str:
        """Return the organisation of the member: a substitute comes from there."""
        there = self._record.organisations
        found = found_organisation(there, self._member.organisation)
        return found.name if found else self._member.organisation

    def _offered(self) -> Person | None:
        """Return who came already, or the substitute the body has named, if not here already."""
        rows = self._meeting.attendance
        came = next((r for r in rows if r.substitute_for == self._member.person_id), None)
        if came is not None:
            return self._record.person(came.person_id)
        day = self._meeting.details.date.isoformat()
        members = self._record.body_of(self._meeting).members
        named = next(
            (
                one.substitute_id
                for one in members
                if one.person_id == self._member.person_id and one.on(day)
            ),
            None,
        )
        if named is None or any(
            row.person_id == named and row.capacity is Capacity.SUBSTITUTE for row in rows
        ):
            return None
        return self._record.person(named)

    def _person(self) -> Person | None:
        return self._known.get(key_of(self._name.text()))

    def _row_of(self, person: Person | None) -> Attendance | None:
        rows = self._meeting.attendance
        return next((row for row in rows if person and row.person_id == person.id), None)

    def _check_answer(self) -> str:
        if not understood(self._name.text())["surname"]:
            return "The name is needed."
        person = self._person()
        row = self._row_of(person)
        if person is None or row is None:
            return ""
        if person.id == self._member.person_id:
            return f"Nobody can be a substitute for themselves: {row.name} is the member."
        others = row.substitute_for not in (None, self._member.person_id)
        if row.capacity is Capacity.SUBSTITUTE and others:
            return f"{row.name} is here for somebody else already."
        if row.capacity in HERE_AS_MEMBER and self._is_member(person.id):
            return f"{row.name} is a member and here already."
        return ""

    def _is_member(self, person_id: PersonId) -> bool:
        day = self._meeting.details.date.isoformat()
        members = self._record.body_of(self._meeting).members
        no_members = (Role.ADVISER, Role.OFFICER)
        return any(
            one.person_id == person_id and one.on(day) and one.role not in no_members
            for one in members
        )

    def _on_accepted(self) -> None:
        typed = self._organisation.text()
        sends = found_organisation(self._record.organisations, typed)
        edits: list[Edit] = []
        person = self._person()
        if person is None:
            if sends is None and (sends := new_organisation(typed)) is not None:
                edits.append(PutOrganisation(organisation=sends))
            person = new_person(self._name.text(), "", sends)
            edits.append(PutPerson(person=person))
        edits += self._rows(person, sends, typed)
        self.given.emit(tuple(edits), person.id)

    def _rows(self, person: Person, sends: Organisation | None, typed: str) -> Iterator[Edit]:
        """Yield the rows: the member's, whoever was noted for them before, the substitute's."""
        meeting, member = self._meeting, self._member
        if member.capacity is not Capacity.ABSENT:
            member = replace(member, capacity=Capacity.APOLOGIES, substitute_for=None)
        yield PutAttendance(meeting_id=meeting.id, attendance=member)
        for row in meeting.attendance:
            if row.substitute_for == member.person_id and row.person_id != person.id:
                former = replace(row, capacity=Capacity.UNMARKED, substitute_for=None)
                yield PutAttendance(meeting_id=meeting.id, attendance=former)
        row = self._row_of(person) or Attendance(
            person_id=person.id,
            name=listed(person),
            post=person.post,
            organisation=(sends.short_name or sends.name) if sends else spaced(typed),
        )
        row = replace(row, capacity=Capacity.SUBSTITUTE, substitute_for=member.person_id)
        if row.role in (Role.ADVISER, Role.OFFICER):
            row = replace(row, role=Role.MEMBER)
        yield PutAttendance(meeting_id=meeting.id, attendance=row, after=member.person_id)


_NOT_HERE = (Capacity.APOLOGIES, Capacity.ABSENT, Capacity.UNMARKED)


class ForWhomDialog(QuestionDialog):
    """Asks for whom somebody is here who is no member; ``given`` is as of the other dialog."""

    given = Signal(object, str)

    def __init__(self, look: Look, meeting: Meeting, row: Attendance, parent: QWidget) -> None:
        """Who is not here is offered first."""
        super().__init__(look, f"For whom is {row.name} here?", "Note it", parent)
        self.setObjectName("substituteDialog")
        self._meeting, self._row = meeting, row
        others = [one for one in meeting.attendance if one is not row]
        others.sort(key=lambda one: one.capacity not in _NOT_HERE)
        self._choice = Choice(look, [(one.person_id, one.name) for one in others])
        if row.substitute_for:
            self._choice.choose(row.substitute_for)
        self.add_field("substituteFor", "&Member", self._choice)
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        for_whom = PersonId(self._choice.chosen())
        row = replace(self._row, capacity=Capacity.SUBSTITUTE, substitute_for=for_whom)
        edit = PutAttendance(meeting_id=self._meeting.id, attendance=row)
        self.given.emit((edit,), row.person_id)
