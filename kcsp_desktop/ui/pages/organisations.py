"""The Organisations page: who sends people, of what kind, and who is a responsible authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.changes import Kind
from kcsp_desktop.domain.edits import PutOrganisation, RemoveOrganisation
from kcsp_desktop.domain.ids import OrganisationId
from kcsp_desktop.ui.dialogs.organisation import OrganisationDialog
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.pages.entries_page import EntriesPage
from kcsp_desktop.ui.pages.list_page import NothingCard
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.domain.people import Organisation
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace


class OrganisationsPage(EntriesPage):
    """One list by name."""

    name = "organisations"
    title = "Organisations"
    finds = "Find an organisation"
    deed = "New organisation"
    columns_of_list = (
        Column(words="Name", width=280, stretches=True, lead=True, wraps=True),
        Column(words="Short name", width=120, role="ink2"),
        Column(words="Kind", width=220, drops=2, role="ink2"),
        Column(words="Responsible authority", width=180, drops=1),
        Column(words="People", width=80, right=True, tabular=True, drops=3, role="ink2"),
    )
    shown_for = frozenset({Kind.PEOPLE})
    keys_on_list = ("add", "edit", "remove", "find", "undo", "all-keys")

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list and the card that stands in for an empty one."""
        super().__init__(workspace, look)
        nothing = NothingCard(
            look,
            "There are no organisations yet.",
            "Councils, the police, a health board: whoever sends people to a body.",
            (("organisationsFirst", "Add an organisation", self.add),),
            (("Ins", "Add an organisation"),),
        )
        self._build_with(nothing)

    def entries(self) -> Sequence[object]:
        """Return the organisations."""
        return self.workspace.record.organisations

    def rows(self) -> list[Row]:
        """Return them by name."""
        return organisation_rows(self.workspace.record)

    def facts(self) -> tuple[str, ...]:
        """Return how many there are."""
        count = len(self.workspace.record.organisations)
        return (f"{count} organisations" if count != 1 else "1 organisation",)

    def go_to(self, place: Place) -> None:
        """Take the organisation in hand; begin anew where undo has emptied the list."""
        self.take(place.item_id)
        self.focus_first()

    # --- deeds -----------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new organisation."""
        self._ask(None)

    def edit(self) -> None:
        """Ask what has changed in the organisation in hand."""
        one = self._in_hand()
        if one is not None:
            self._ask(one)

    def remove(self) -> None:
        """Delete the organisation in hand."""
        one = self._in_hand()
        if one is None:
            return
        edit = RemoveOrganisation(organisation_id=one.id)
        if self.submit(edit, text=f"delete {one.name}", place=self._at(one)):
            self.notice.emit("info", f"Deleted {one.name}.", "Ctrl+Z brings it back.")
            self.focus_first()

    def _in_hand(self) -> Organisation | None:
        return self.workspace.record.organisation(OrganisationId(self.table.current_key()))

    def _ask(self, one: Organisation | None) -> None:
        there = self.workspace.record.organisations
        dialog = OrganisationDialog(self.look, there, self, one=one)
        dialog.given.connect(self._on_given)
        dialog.open()

    def _on_given(self, one: Organisation) -> None:
        former = self.workspace.record.organisation(one.id)
        if former == one:
            return
        text = f"{'change' if former else 'add'} {one.name}"
        if self.submit(PutOrganisation(organisation=one), text=text, place=self._at(one)):
            self.take(one.id)
            self.table.setFocus()

    def _at(self, one: Organisation) -> Place:
        return Place(page=self.name, item_id=one.id)


def organisation_rows(record: Record) -> list[Row]:
    """Return the organisations by name, with how many people are of each."""
    counts: dict[str, int] = {}
    for person in record.people:
        if person.organisation_id:
            counts[person.organisation_id] = counts.get(person.organisation_id, 0) + 1
    known = sorted(record.organisations, key=lambda one: one.name.casefold())
    return [_row(one, counts.get(one.id, 0)) for one in known]


def _row(one: Organisation, people: int) -> Row:
    kind = str(one.kind)[:1].upper() + str(one.kind)[1:]
    yes = Cell(text="Yes", icon="tick", icon_role="ok") if one.responsible else Cell()
    told = (one.name, one.short_name, kind, "responsible authority" if one.responsible else "",
            f"{people} people")  # fmt: skip
    cells = (
        Cell(text=one.name),
        Cell(text=one.short_name),
        Cell(text=kind),
        yes,
        Cell(text=str(people)),
    )
    return Row(key=one.id, cells=cells, spoken=", ".join(part for part in told if part))
