"""The Abbreviations page: what is typed short, what it stands for; brought in and written out."""

from __future__ import annotations

import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from kcsp_desktop.documents.writing import next_free
from kcsp_desktop.domain.changes import Kind
from kcsp_desktop.domain.edits import PutAbbreviation, RemoveAbbreviation
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import AbbreviationId
from kcsp_desktop.ui.dialogs.abbreviation import AbbreviationDialog
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.list_models import abbreviation_rows
from kcsp_desktop.ui.pages.entries_page import EntriesPage
from kcsp_desktop.ui.pages.list_page import NothingCard
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kcsp_desktop.domain.abbreviations import Abbreviation
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_FILES = "Tables (*.csv);;All files (*)"
_TOLD = 3  # a band has room for so many sentences


class AbbreviationsPage(EntriesPage):
    """One list for all bodies: what a secretary's fingers know does not change with the room."""

    name = "abbreviations"
    title = "Abbreviations"
    finds = "Find an abbreviation"
    deed = "New abbreviation"
    columns_of_list = (
        Column(words="Typed", width=160, lead=True),
        Column(words="Stands for", width=300, stretches=True, wraps=True),
        Column(words="Kind", width=120, drops=1, role="ink2"),
    )
    shown_for = frozenset({Kind.ABBREVIATIONS})
    keys_on_list = (
        "add", "edit", "remove", "find", "bring-in", "write-out", "undo", "all-keys",
    )  # fmt: skip

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list and the card that stands in for an empty one."""
        super().__init__(workspace, look)
        self.ask_source: Callable[[], str] = self._ask_source  # a test answers for the person
        self.ask_target: Callable[[], str] = self._ask_target
        nothing = NothingCard(
            look,
            "There are no abbreviations yet.",
            "Type “asb” and a space, and “anti-social behaviour” stands in the minutes.",
            (
                ("abbreviationsFirst", "Add an abbreviation", self.add),
                ("abbreviationsBring", "Bring a list in…", lambda: self._run("bring-in")),
            ),
            (("Ins", "Add an abbreviation"),),
        )
        self._build_with(nothing)

    def entries(self) -> Sequence[object]:
        """Return the abbreviations."""
        return self.workspace.record.abbreviations

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            **super().handlers(),
            "bring-in": partial(self._tried, self.bring_in),
            "write-out": partial(self._tried, self.write_out),
        }

    def rows(self) -> list[Row]:
        """Return them by what is typed."""
        return abbreviation_rows(self.workspace.record)

    def facts(self) -> tuple[str, ...]:
        """Return how many there are."""
        return (_counted(len(self.workspace.record.abbreviations)),)

    def go_to(self, place: Place) -> None:
        """Take the abbreviation in hand; begin anew where undo has emptied the list."""
        self.take(place.item_id)
        self.focus_first()

    # --- deeds -----------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new abbreviation."""
        self._ask(None)

    def edit(self) -> None:
        """Ask what has changed in the abbreviation in hand."""
        one = self._in_hand()
        if one is not None:
            self._ask(one)

    def remove(self) -> None:
        """Delete the abbreviation in hand."""
        one = self._in_hand()
        if one is None:
            return
        edit = RemoveAbbreviation(abbreviation_id=one.id)
        if self.submit(edit, text=f"delete {one.short}", place=self._at(one)):
            self.notice.emit("info", f"Deleted “{one.short}”.", "Ctrl+Z brings it back.")
            self.focus_first()

    def _in_hand(self) -> Abbreviation | None:
        return self._there(self.table.current_key())

    def _there(self, abbreviation_id: str) -> Abbreviation | None:
        known = self.workspace.record.abbreviations
        return next((one for one in known if one.id == abbreviation_id), None)

    def _ask(self, one: Abbreviation | None) -> None:
        there = self.workspace.record.abbreviations
        dialog = AbbreviationDialog(self.look, there, self, one=one)
        dialog.given.connect(self._on_given)
        dialog.open()

    def _on_given(self, one: Abbreviation) -> None:
        former = self._there(one.id)
        if former == one:
            return
        text = f"{'change' if former else 'add'} {one.short}"
        if self.submit(PutAbbreviation(abbreviation=one), text=text, place=self._at(one)):
            self.take(one.id)
            self.table.setFocus()

    def _at(self, one: Abbreviation) -> Place:
        return Place(page=self.name, item_id=one.id)

    # --- in and out ------------------------------------------------------------------------

    def _tried(self, deed: Callable[[], None]) -> None:
        """Do what may fail for a file's sake, and say so where it does."""
        try:
            deed()
        except KcspError as error:
            self.notice.emit("warn", error.what, error.todo)

    def bring_in(self) -> None:
        """Bring a table in: all of it as one change, or nothing."""
        from kcsp_desktop.importing.abbreviations_csv import understood
        from kcsp_desktop.importing.tables import read_text

        source = self.ask_source()
        if not source:
            return
        there = self.workspace.record.abbreviations
        found = understood(read_text(Path(source)), there, _new_id)
        if found.wrong:
            self.notice.emit("warn", "Nothing was brought in.", _first(found.wrong))
            return
        if not found.new:
            told = _first(found.passed_over) or f"{Path(source).name} has none."
            self.notice.emit("info", "There was nothing new to bring in.", told)
            return
        edits = [PutAbbreviation(abbreviation=one) for one in found.new]
        counted = _counted(len(edits))
        if self.submit(*edits, text=f"bring in {counted}", place=self._at(found.new[0])):
            self.take(found.new[0].id)
            self.table.setFocus()
            told = _first(found.passed_over) or "Ctrl+Z takes them out again."
            self.notice.emit("info", f"Brought in {counted}.", told)

    def write_out(self) -> None:
        """Write all abbreviations out as a table."""
        from kcsp_desktop.documents.lists.abbreviations_csv import write_table

        target = self.ask_target()
        if not target:
            return
        known = sorted(self.workspace.record.abbreviations, key=lambda one: one.short.casefold())
        path, sentence = write_table(_as_csv(Path(target)), known)
        lies = f"They lie in {path.parent}. {sentence}".strip()
        self.notice.emit("info", f"Wrote {_counted(len(known))} to {path.name}.", lies)

    def _ask_source(self) -> str:
        title = "Which table of abbreviations?"
        return QFileDialog.getOpenFileName(self, title, _documents(), _FILES)[0]

    def _ask_target(self) -> str:
        title = "Where should the abbreviations lie?"
        offered = str(Path(_documents()) / "abbreviations.csv")
        return QFileDialog.getSaveFileName(self, title, offered, _FILES)[0]


def _as_csv(target: Path) -> Path:
    """Return ``target`` as a table's name; nobody was asked whether another may be replaced."""
    if target.suffix.lower() == ".csv":
        return target
    named = target.with_name(f"{target.name}.csv")
    return next_free(named) if named.exists() else named


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _new_id() -> AbbreviationId:
    return AbbreviationId(str(uuid.uuid4()))


def _counted(count: int) -> str:
    return "1 abbreviation" if count == 1 else f"{count} abbreviations"


def _first(sentences: tuple[str, ...]) -> str:
    """Return the first sentences, and how many more there are."""
    more = len(sentences) - _TOLD
    return " ".join((*sentences[:_TOLD], *((f"And {more} more.",) if more > 0 else ())))
