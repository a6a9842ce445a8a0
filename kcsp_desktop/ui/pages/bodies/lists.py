"""Two short lists in the form of a body: the sections of its agendas, and its members.

How this works: each list shows a body's tuple and answers its keys with a whole new body, handed
to the form's ``commit``. They hold nothing themselves. Former members stand under a head of their
own, so a row's place in the list is another than in the body.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.body import role_words
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.edits import PutOrganisation, PutPerson
from kcsp_desktop.domain.people import Organisation, Person, listed, short
from kcsp_desktop.domain.record import Record
from kcsp_desktop.ui.dialogs.body import SectionDialog
from kcsp_desktop.ui.dialogs.member import MemberDialog
from kcsp_desktop.ui.editing.edited_list import EditedList, moved, put, without
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.table_columns import Column

if TYPE_CHECKING:
    from kcsp_desktop.domain.body import Body, Membership, SectionPattern
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.ui.look import Look


class BodyList(EditedList):
    """A list of parts of a body."""

    given = Signal(object, object, str)  # the new Body, edits that go before it, words for undo
    _body: Body | None = None
    _record = Record()

    def show_body(self, body: Body, record: Record) -> None:
        """Show another body, or the same as it is now."""
        self._body, self._record = body, record
        self.show_rows(self._rows(body))

    def _rows(self, body: Body) -> list[Row]:
        return []


class SectionsList(BodyList):
    """The sections that each new agenda of the body has."""

    def __init__(self, look: Look) -> None:
        """Show letter, title, and a lock where it is closed to the public."""
        columns = (
            Column(words="Letter", width=32, lead=True),
            Column(words="Title", width=200, stretches=True, wraps=True, lead=True),
            Column(words="Restricted", width=110, role="lock"),
        )
        title, none = "Sections of a new agenda", "No sections yet."
        super().__init__(look, title, "New section…", "bodySections", columns, none)

    def add(self) -> None:
        """Ask for a new section; it stands last."""
        self._ask(None)

    def edit(self) -> None:
        """Ask what has changed in the section in hand."""
        place = self._place()
        if self._body is not None and place >= 0:
            self._ask(place)

    def remove(self) -> None:
        """Take the section in hand out; agendas that are there keep theirs."""
        place = self._place()
        if self._body is not None and place >= 0:
            kept = without(self._body.sections, place)
            self.given.emit(replace(self._body, sections=kept), (), "remove a section")

    def move_by(self, step: int) -> None:
        """Move the section in hand."""
        place = self._place()
        if self._body is not None and 0 <= place + step < len(self._body.sections) and place >= 0:
            sections = moved(self._body.sections, place, place + step)
            self.given.emit(replace(self._body, sections=sections), (), "move a section")
            self._take(place + step)

    def _ask(self, place: int | None) -> None:
        body = self._body
        if body is None:
            return
        section = None if place is None else body.sections[place]
        dialog = SectionDialog(self._look, body.sections, section, self)
        dialog.section_given.connect(lambda new: self._on_given(place, new))
        dialog.open()

    def _on_given(self, place: int | None, new: SectionPattern) -> None:
        if self._body is None:
            return
        sections = put(self._body.sections, place, new)
        text = "add a section" if place is None else "change a section"
        self.given.emit(replace(self._body, sections=sections), (), text)
        self._take(len(sections) - 1 if place is None else place)

    def _rows(self, body: Body) -> list[Row]:
        return [
            Row(
                key=one.letter,
                cells=(
                    Cell(text=one.letter),
                    Cell(text=one.title),
                    Cell(text="Restricted", icon="lock", icon_role="lock")
                    if one.restricted
                    else Cell(),
                ),
                spoken=f"{one.letter}, {one.title}{', restricted' if one.restricted else ''}",
            )
            for one in body.sections
        ]


class MembersList(BodyList):
    """The members, in the order in which they are printed under their offices."""

    def __init__(self, look: Look) -> None:
        """Show name, role and organisation; who is a member no more stands below."""
        columns = (
            Column(words="Name", width=160, stretches=True, wraps=True, lead=True),
            Column(words="Role", width=90, role="ink2", wraps=True),
            Column(words="Organisation", width=150, stretches=True, wraps=True, role="ink2"),
        )
        none = "No members yet. Ins adds the first."
        super().__init__(look, "Members", "New member…", "bodyMembers", columns, none)
        self._order: list[int] = []  # of each row its place in the body, -1 for a head

    def add(self) -> None:
        """Ask for a new member."""
        self._ask(None)

    def edit(self) -> None:
        """Ask what has changed in the member in hand."""
        place = self._place()
        if self._body is not None and place >= 0:
            self._ask(place)

    def remove(self) -> None:
        """Take the member in hand out; the person stays in the list of people."""
        place = self._place()
        if self._body is not None and place >= 0:
            kept = without(self._body.members, place)
            self.given.emit(replace(self._body, members=kept), (), "remove a member")

    def move_by(self, step: int) -> None:
        """Move the member in hand before or behind the neighbour in the list."""
        row = self.table.currentIndex().row()
        place, other = self._place(), row + step
        if self._body is None or place < 0 or not 0 <= other < len(self._order):
            return
        to = self._order[other]
        if to >= 0:
            members = moved(self._body.members, place, to)
            self.given.emit(replace(self._body, members=members), (), "move a member")
            self._take(self._order.index(to))

    def _place(self) -> int:
        row = self.table.currentIndex().row()
        return self._order[row] if 0 <= row < len(self._order) else -1

    def _ask(self, place: int | None) -> None:
        body = self._body
        if body is None:
            return
        member = None if place is None else body.members[place]
        dialog = MemberDialog(self._look, self._record, body, member, self)
        dialog.member_given.connect(lambda *given: self._on_given(place, *given))
        dialog.open()

    def _on_given(
        self,
        place: int | None,
        new: Membership,
        people: tuple[Person, ...],
        organisation: Organisation | None,
    ) -> None:
        if self._body is None:
            return
        first: list[Edit] = [PutOrganisation(organisation=organisation)] if organisation else []
        first += [PutPerson(person=person) for person in people]
        members = put(self._body.members, place, new)
        text = "add a member" if place is None else "change a member"
        self.given.emit(replace(self._body, members=members), tuple(first), text)
        there = len(members) - 1 if place is None else place
        if there in self._order:
            self._take(self._order.index(there))

    def _rows(self, body: Body) -> list[Row]:
        today = datetime.now().astimezone().date().isoformat()
        places = range(len(body.members))
        former = [n for n in places if "" < body.members[n].ends < today]
        present = [n for n in places if n not in former]
        self._order = present + ([-1, *former] if former else [])
        rows: list[Row] = []
        for place in self._order:
            if place < 0:
                rows.append(Row(key="former", cells=(Cell(text="Former members"),), section=True))
            else:
                rows.append(self._row(body, place, today, former=place in former))
        return rows

    def _row(self, body: Body, place: int, today: str, *, former: bool) -> Row:
        one = body.members[place]
        person = self._record.person(one.person_id)
        sends = self._record.organisation(
            one.organisation_id or (person.organisation_id if person else None)
        )
        substitute = self._record.person(one.substitute_id) if one.substitute_id else None
        begins = f"from {_day(one.begins)}" if one.begins else ""
        ends = f"to {_day(one.ends)}" if one.ends else ""
        instead = f"substitute {short(substitute)}" if substitute else ""
        # There is room for one of them: what is not so yet, what is over or will be, who comes.
        shown = (begins if one.begins > today else "") or ends or instead
        role = role_words(body)[one.role] + ("" if one.voting else ", no vote")
        name, sent = listed(person) if person else "", sends.name if sends else ""
        cells = (
            Cell(text=f"{name}, {shown}" if shown else name, role="ink3" if former else None),
            Cell(text=role, role="ink3" if former else None),
            Cell(text=sent, role="ink3" if former else None),
        )
        told = (name, role, sent, f"{begins} {ends}".strip(), instead)
        spoken = ", ".join(part for part in told if part)
        twice = sum(other.person_id == one.person_id for other in body.members[:place])
        key = f"{one.person_id}/{twice}" if twice else one.person_id
        return Row(key=key, cells=cells, spoken=f"{spoken}, former" if former else spoken)


def _day(day: str) -> str:
    """Return a stored date as it is printed; one that is no date as it stands."""
    try:
        return printed(date.fromisoformat(day))
    except ValueError:
        return day
