"""The People page: everybody who may be named, found by any word, added and put right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.changes import Kind
from kcsp_desktop.domain.edits import MergePeople, PutOrganisation, PutPerson, RemovePerson
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import listed
from kcsp_desktop.domain.wording.mending import mended, mended_words, places_mended
from kcsp_desktop.ui.dialogs.merging import MergeDialog
from kcsp_desktop.ui.dialogs.person import PersonDialog
from kcsp_desktop.ui.dialogs.posts import PostsDialog
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.list_models import person_rows
from kcsp_desktop.ui.pages.entries_page import EntriesPage
from kcsp_desktop.ui.pages.list_page import NothingCard
from kcsp_desktop.ui.pages.people.exchange import Exchange, bringing_in, counted
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.people import Organisation, Person, Post
    from kcsp_desktop.importing.people_found import Brought
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace


class PeoplePage(EntriesPage):
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
    shown_for = frozenset({Kind.PEOPLE})
    keys_on_list = (
        "add", "edit", "posts", "merge", "bring-in", "write-out", "find", "all-keys",
    )  # fmt: skip

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list and the card that stands in for an empty one."""
        super().__init__(workspace, look)
        self.exchange = Exchange(self)
        self.exchange.agreed.connect(self._on_agreed)
        nothing = NothingCard(
            look,
            "There is nobody here yet.",
            "Everybody who is named in minutes is written down once, as lists print them.",
            (
                ("peopleFirst", "Add a person", self.add),
                ("peopleBring", "Bring a list in…", lambda: self._run("bring-in")),
            ),
            (("Ins", "Add a person"),),
        )
        self._build_with(nothing)

    def entries(self) -> Sequence[object]:
        """Return everybody."""
        return self.workspace.record.people

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            **super().handlers(),
            "posts": self.posts,
            "merge": self.merge,
            "bring-in": self.exchange.bring_in,
            "write-out": self.exchange.write_out,
        }

    def rows(self) -> list[Row]:
        """Return everybody by surname."""
        return person_rows(self.workspace.record)

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

    def posts(self) -> None:
        """Show the posts of the person in hand."""
        person = self._in_hand()
        if person is not None:
            dialog = PostsDialog(self.look, self.workspace.record, person, self)
            dialog.posts_given.connect(lambda posts: self._on_posts(person.id, posts))
            dialog.open()

    def merge(self) -> None:
        """Ask who is the same as the person in hand, and make one of the two."""
        person = self._in_hand()
        if person is not None:
            dialog = MergeDialog(self.look, self.workspace.record, person, self)
            dialog.merge_given.connect(self._on_merge)
            dialog.open()

    def _on_posts(self, person_id: PersonId, posts: tuple[Post, ...]) -> None:
        person = self.workspace.record.person(person_id)
        if person is None or person.posts == posts:
            return
        edit = PutPerson(person=replace(person, posts=posts))
        place = Place(page=self.name, item_id=person_id)
        self.submit(edit, text=f"change the posts of {listed(person)}", place=place)
        self.table.setFocus()

    def _on_merge(self, gone: Person, kept: Person) -> None:
        edit = MergePeople(gone_id=gone.id, kept_id=kept.id)
        place = Place(page=self.name, item_id=kept.id)
        text = f"make {listed(gone)} and {listed(kept)} one"
        if self.submit(edit, text=text, place=place):
            self.take(kept.id)
            self.table.setFocus()
            person = self.workspace.record.person(kept.id) or kept
            what = f"{listed(gone)} is {listed(person)} now."
            self.notice.emit("info", what, "Ctrl+Z makes two of them again.")

    def _on_agreed(self, found: Brought) -> None:
        first = found.new[0] if found.new else found.changed[0][1]
        told = counted(len(found.new) + len(found.changed))
        edits = bringing_in(self.workspace.record, found)
        place = Place(page=self.name, item_id=first.id)
        if self.submit(*edits, text=f"bring in {told}", place=place):
            self.take(first.id)
            self.table.setFocus()
            self.notice.emit("info", f"Brought in {told}.", "Ctrl+Z takes all of it back.")

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
