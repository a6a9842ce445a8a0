"""The People page: everybody who may be named, found by any word, added and put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.edits import PutOrganisation, PutPerson, RemovePerson
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import listed
from kcsp_desktop.domain.wording.mending import mended, mended_words, places_mended
from kcsp_desktop.ui.dialogs.person import PersonDialog
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.list_models import person_rows
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.people import Organisation, Person
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace


class PeoplePage(ListPage):
    """Names as listed, with post, organisation and e-mail."""

    name = "people"
    title = "People"
    finds = "Find a person"
    deed = "New person"
    columns_of_list = (
        Column(words="Name", width=280, stretches=True, lead=True, wraps=True),
        Column(words="Post", width=300, stretches=True, wraps=True, role="ink2"),
        Column(words="Organisation", width=260, stretches=True, wraps=True, drops=2, role="ink2"),
        Column(words="E-mail", width=240, stretches=True, drops=1, role="ink2"),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list and the card that stands in for an empty one."""
        super().__init__(workspace, look)
        self._nothing = NothingCard(
            look,
            "There is nobody here yet.",
            "Everybody who is named in minutes is written down once, as lists print them.",
            (("peopleFirst", "Add a person", self.add),),
            (("Ins", "Add a person"),),
        )
        self._stack = self._stacked(self._build_list(), self._nothing)

    def refresh(self, changes: Changes) -> None:
        """Show the people as they are now."""
        if changes.kinds and Kind.PEOPLE not in changes.kinds:
            return
        self.show_rows()
        empty = self.workspace.is_open and not self.workspace.record.people
        self._stack.setCurrentIndex(1 if empty else 0)

    def rows(self) -> list[Row]:
        """Return everybody by surname."""
        return person_rows(self.workspace.record)

    def focus_first(self) -> None:
        """Begin in the list, or on the button that makes the first."""
        (self._nothing if self._stack.currentIndex() else self.table).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter and list."""
        return (self._nothing,) if self._stack.currentIndex() else (self.head.filter, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "add": self.add,
            "edit": self.edit,
            "remove": self.remove,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex():
            return ("add", "all-keys")
        if not self.table.hasFocus():
            return ("find", "next-column", "all-keys")
        return ("add", "edit", "remove", "find", "undo", "all-keys")

    def facts(self) -> tuple[str, ...]:
        """Return how many there are."""
        count = len(self.workspace.record.people)
        return (f"{count} people" if count != 1 else "1 person",)

    def go_to(self, place: Place) -> None:
        """Take the person in hand."""
        self.take(place.item_id)

    def add(self) -> None:
        """Ask for a new person."""
        self._ask(None)

    def edit(self) -> None:
        """Ask what has changed in the person in hand."""
        person = self._in_hand()
        if person is not None:
            self._ask(person)

    def remove(self) -> None:
        """Delete the person in hand."""
        person = self._in_hand()
        if person is None:
            return
        name = listed(person)
        place = Place(page=self.name, item_id=person.id)
        if self.submit(RemovePerson(person_id=person.id), text=f"delete {name}", place=place):
            self.notice.emit("info", f"Deleted {name}.", "Ctrl+Z brings it back.")

    def _in_hand(self) -> Person | None:
        return self.workspace.record.person(PersonId(self.table.current_key()))

    def _ask(self, person: Person | None) -> None:
        dialog = PersonDialog(self.look, self.workspace, self, person=person)
        dialog.person_given.connect(self._on_given)
        dialog.open()

    def _on_given(self, person: Person, organisation: Organisation | None) -> None:
        edits: list[Edit] = [PutOrganisation(organisation=organisation)] if organisation else []
        record = self.workspace.record
        former = record.person(person.id)
        if former == person and not organisation:
            return
        edits += mended(record, former, person) if former else (PutPerson(person=person),)
        places = places_mended(record, former, person) if former else 0
        text = f"{'change' if former else 'add'} {listed(person)}"
        place = Place(page=self.name, item_id=person.id)
        if self.submit(*edits, text=text, place=place):
            self.take(person.id)
            self.table.setFocus()
            if former and places:
                self.notice.emit("info", *mended_words(former, person, places))
