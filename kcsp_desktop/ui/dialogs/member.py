"""Who is a member, as what, from when to when, and who comes instead."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.body import Body, Membership, Role, role_words
from kcsp_desktop.domain.dates import printed, understood_date
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import Person, found_organisation, listed, understood
from kcsp_desktop.domain.wording.merging import overlap
from kcsp_desktop.ui.dialogs.person import new_organisation
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import ParsedField
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.kit.fields import TextField
    from kcsp_desktop.ui.look import Look


class MemberDialog(QuestionDialog):
    """Asks who is a member and as what; a name that is not in the list makes a person."""

    # Membership, the new people, the new Organisation or None
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
        self._record, self._body, self._member = record, body, member
        self._build_who(look)
        self._build_term(look)
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def _build_who(self, look: Look) -> None:
        member, record, body = self._member, self._record, self._body
        there = {one.person_id for one in body.members}
        names = sorted(listed(p) for p in record.people if p.id not in there)
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

    def _build_term(self, look: Look) -> None:
        member = self._member
        self._begins, self._ends = day_field(look), day_field(look)
        self._begins.set_value(_day(member.begins) if member else None)
        self._ends.set_value(_day(member.ends) if member else None)
        names = sorted(listed(person) for person in self._record.people)
        substitute = self._record.person(member.substitute_id) if member and member.substitute_id \
            else None  # fmt: skip
        self._substitute = SuggestingField(
            look, names, listed(substitute) if substitute else "", hint="nobody by arrangement"
        )
        self.add_field("memberFrom", "&From", self._begins)
        self.add_field("memberTo", "&To", self._ends, beside=True)
        self.add_field("memberSubstitute", "&Substitute", self._substitute)
        self._voting = CheckBox(look, "Has a &vote")
        self._voting.setObjectName("memberVoting")
        self._voting.setChecked(member.voting if member else True)
        self.form.add_widget(self._voting)

    def _found(self) -> Person | None:
        """Return the person of that name; of two, the one who is no member yet."""
        if self._member is not None:
            return self._record.person(self._member.person_id)
        there = {one.person_id for one in self._body.members}
        found = self._called(_words(self._name))
        return next((p for p in found if p.id not in there), found[0] if found else None)

    def _called(self, name: str) -> list[Person]:
        return [p for p in self._record.people if listed(p).casefold() == name.casefold()]

    def _check_answer(self) -> str:
        found, name = self._found(), _words(self._name)
        made = self._membership(found.id if found else PersonId(""))
        if self._member is None and not name:
            return "The name is needed."
        if made.begins and made.ends and made.ends < made.begins:
            return "The last day comes before the first."
        others = [one for one in self._body.members if one is not self._member]
        if any(one.person_id == made.person_id and overlap(one, made) for one in others):
            return f"{listed(found) if found else name} is a member already."
        own = listed(found) if found else name
        if _words(self._substitute).casefold() == own.casefold():
            return "Nobody comes instead of themselves."
        return ""

    def _membership(self, person_id: PersonId) -> Membership:
        begins, ends = self._begins.value(), self._ends.value()
        return Membership(
            person_id=person_id,
            role=Role(self._role.chosen()),
            begins=begins.isoformat() if begins else "",
            ends=ends.isoformat() if ends else "",
            voting=self._voting.isChecked(),
        )

    def _on_accepted(self) -> None:
        typed = self._represents.text()
        known = found_organisation(self._record.organisations, typed)
        organisation = known or new_organisation(typed)
        found = self._found()
        person = found or _new_person(_words(self._name))
        if found is None and organisation is not None:
            person = replace(person, organisation_id=organisation.id)
        made = [] if found else [person]
        instead = _words(self._substitute)
        substitute = next(iter(self._called(instead)), None)
        if substitute is None and instead:
            substitute = _new_person(instead)
            made.append(substitute)
        member = replace(
            self._membership(person.id),
            organisation_id=organisation.id if organisation and found is not None else None,
            substitute_id=substitute.id if substitute else None,
        )
        self.member_given.emit(member, tuple(made), None if known else organisation)


def day_field(look: Look) -> ParsedField[date]:
    """Return a field for a day that may be left open."""
    return ParsedField(
        look,
        understood_date,
        printed,
        sentence="This is not a date: type it like 18 November 2021 or 18/11/21.",
        hint="open",
    )


def _day(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


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


def _words(field: TextField) -> str:
    return " ".join(field.text().split())
