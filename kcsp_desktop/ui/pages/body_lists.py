"""Two short lists in the form of a body: the sections of its agendas, and its members.

How this works: each list shows a body's tuple and answers Ins, Enter, Del, Alt+Up and Alt+Down
with a whole new body, handed to the form's ``commit``. They hold nothing themselves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.body import role_words
from kcsp_desktop.domain.edits import PutOrganisation, PutPerson
from kcsp_desktop.domain.people import Organisation, Person, listed
from kcsp_desktop.domain.record import Record
from kcsp_desktop.ui.dialogs.body import MemberDialog, SectionDialog
from kcsp_desktop.ui.kit.buttons import WordButton
from kcsp_desktop.ui.kit.rows import Cell, Row, RowsModel
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.domain.body import Body, Membership, SectionPattern
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.ui.look import Look

_T = TypeVar("_T")


class EditedList(QWidget):
    """A head with the deed that adds, and a table as high as its rows."""

    given = Signal(object, object, str)  # the new Body, edits that go before it, words for undo

    def __init__(
        self, look: Look, title: str, deed: str, name: str, columns: Sequence[Column], none: str
    ) -> None:
        """``name`` is the table's object name, ``none`` what is said while it is empty."""
        super().__init__()
        self._look = look
        self._record = Record()
        self._body: Body | None = None
        head = Words(look, title, size=Type.SECOND, weight=Weight.NAME)
        button = WordButton(look, deed, size=Type.SECOND)
        button.setObjectName(f"{name}Add")
        button.clicked.connect(self.add)
        self._button = button
        self._none = Words(look, none, role="ink2", size=Type.SECOND)
        self.table = Table(look, columns, margins=(Space.M, Space.M), head=False)
        self.table.setObjectName(name)
        self.table.setAccessibleName(title)
        self.table.setAccessibleDescription("Ins adds, Enter edits, Del takes out, Alt+Up moves")
        self._model = RowsModel(len(columns), self.table)
        self.table.setModel(self._model)
        line = QHBoxLayout()
        line.addWidget(head, 1)
        line.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(line)
        self._column.addWidget(self._none)
        self._column.addWidget(self.table)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.table.current_changed.connect(lambda _: self._show_row())
        self.table.insert_pressed.connect(self.add)
        self.table.row_chosen.connect(lambda _: self.edit())
        self.table.delete_pressed.connect(self.remove)
        self.table.move_asked.connect(self.move_by)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().sectionResized.connect(self._fit)  # words wrap otherwise now
        look.changed.connect(self._fit)

    def show_body(self, body: Body, record: Record) -> None:
        """Show another body, or the same as it is now."""
        before = self.table.currentIndex().row()
        self._body, self._record = body, record
        rows = self._rows(body)
        self._model.set_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            near = max(0, min(before, len(rows) - 1))
            self.table.setCurrentIndex(self._model.index(near, 0))
        self._fit()

    def stop(self) -> QWidget:
        """Return where F6 goes: the rows, or while there are none what makes one."""
        return self._button if self.table.isHidden() else self.table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ins on the button too: while there are no rows it is all that can be reached."""
        if event.key() == Qt.Key.Key_Insert:
            self.add()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Ask for a new row."""

    def edit(self) -> None:
        """Ask what has changed in the row in hand."""

    def remove(self) -> None:
        """Take the row in hand out."""

    def move_by(self, step: int) -> None:
        """Move the row in hand up (-1) or down (1)."""

    def _rows(self, body: Body) -> list[Row]:
        return []

    def _place(self) -> int:
        """Return the place of the row in hand, -1 if there is none."""
        return self.table.currentIndex().row()

    def _show_row(self) -> None:
        """Bring the row in hand into sight: the list is as high as its rows, the form scrolls."""
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, Scroll):
            area = area.parentWidget()
        inside = area.widget() if isinstance(area, Scroll) else None
        if isinstance(area, Scroll) and inside is not None and self.table.hasFocus():
            row = self.table.visualRect(self.table.currentIndex())
            middle = self.table.viewport().mapTo(inside, row.center())
            area.ensureVisible(middle.x(), middle.y(), 0, row.height())

    def _take(self, place: int) -> None:
        self.table.setCurrentIndex(self._model.index(place, 0))
        self.table.setFocus()

    def _fit(self) -> None:
        rows = self._model.rowCount()
        high = sum(self.table.rowHeight(number) for number in range(rows))
        self.table.setFixedHeight(max(high, self._look.px(Measure.ROW)))
        self.table.setVisible(rows > 0)
        self._none.setVisible(not rows)
        self._column.setSpacing(self._look.px(Space.XS))


class SectionsList(EditedList):
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
            self._ask(self._body.sections[place])

    def remove(self) -> None:
        """Take the section in hand out; agendas that are there keep theirs."""
        place = self._place()
        if self._body is not None and place >= 0:
            kept = _without(self._body.sections, place)
            self.given.emit(replace(self._body, sections=kept), (), "remove a section")

    def move_by(self, step: int) -> None:
        """Move the section in hand."""
        place = self._place()
        if self._body is not None and 0 <= place + step < len(self._body.sections) and place >= 0:
            moved = _moved(self._body.sections, place, step)
            self.given.emit(replace(self._body, sections=moved), (), "move a section")
            self._take(place + step)

    def _ask(self, section: SectionPattern | None) -> None:
        body = self._body
        if body is None:
            return
        dialog = SectionDialog(self._look, body.sections, section, self)
        dialog.section_given.connect(lambda new: self._on_given(section, new))
        dialog.open()

    def _on_given(self, former: SectionPattern | None, new: SectionPattern) -> None:
        if self._body is None:
            return
        sections = _put(self._body.sections, former, new)
        text = "change a section" if former else "add a section"
        self.given.emit(replace(self._body, sections=sections), (), text)
        self._take(sections.index(new))

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


class MembersList(EditedList):
    """The members, in the order in which they are printed under their offices."""

    def __init__(self, look: Look) -> None:
        """Show name, role and organisation."""
        columns = (
            Column(words="Name", width=160, stretches=True, wraps=True, lead=True),
            Column(words="Role", width=90, role="ink2", wraps=True),
            Column(words="Organisation", width=150, stretches=True, wraps=True, role="ink2"),
        )
        none = "No members yet. Ins adds the first."
        super().__init__(look, "Members", "New member…", "bodyMembers", columns, none)

    def add(self) -> None:
        """Ask for a new member."""
        self._ask(None)

    def edit(self) -> None:
        """Ask what has changed in the member in hand."""
        place = self._place()
        if self._body is not None and place >= 0:
            self._ask(self._body.members[place])

    def remove(self) -> None:
        """Take the member in hand out; the person stays in the list of people."""
        place = self._place()
        if self._body is not None and place >= 0:
            kept = _without(self._body.members, place)
            self.given.emit(replace(self._body, members=kept), (), "remove a member")

    def move_by(self, step: int) -> None:
        """Move the member in hand."""
        place = self._place()
        if self._body is not None and 0 <= place + step < len(self._body.members) and place >= 0:
            moved = _moved(self._body.members, place, step)
            self.given.emit(replace(self._body, members=moved), (), "move a member")
            self._take(place + step)

    def _ask(self, member: Membership | None) -> None:
        body = self._body
        if body is None:
            return
        dialog = MemberDialog(self._look, self._record, body, member, self)
        dialog.member_given.connect(lambda *given: self._on_given(member, *given))
        dialog.open()

    def _on_given(
        self,
        former: Membership | None,
        new: Membership,
        person: Person | None,
        organisation: Organisation | None,
    ) -> None:
        if self._body is None:
            return
        first: list[Edit] = [PutOrganisation(organisation=organisation)] if organisation else []
        if person is not None:
            first.append(PutPerson(person=person))
        members = _put(self._body.members, former, new)
        text = "change a member" if former else "add a member"
        self.given.emit(replace(self._body, members=members), tuple(first), text)
        self._take(members.index(new))

    def _rows(self, body: Body) -> list[Row]:
        words, rows = role_words(body), []
        for one in body.members:
            person = self._record.person(one.person_id)
            sends = self._record.organisation(
                one.organisation_id or (person.organisation_id if person else None)
            )
            cells = (
                listed(person) if person else "",
                words[one.role],
                sends.name if sends else "",
            )
            spoken = ", ".join(cell for cell in cells if cell)
            shown = tuple(Cell(text=cell) for cell in cells)
            rows.append(Row(key=one.person_id, cells=shown, spoken=spoken))
        return rows


def _without(rows: tuple[_T, ...], place: int) -> tuple[_T, ...]:
    return (*rows[:place], *rows[place + 1 :])


def _moved(rows: tuple[_T, ...], place: int, step: int) -> tuple[_T, ...]:
    rest = list(_without(rows, place))
    rest.insert(place + step, rows[place])
    return tuple(rest)


def _put(rows: tuple[_T, ...], former: _T | None, new: _T) -> tuple[_T, ...]:
    if former is None:
        return (*rows, new)
    return tuple(new if row == former else row for row in rows)
