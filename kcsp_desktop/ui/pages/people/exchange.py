"""People in and out: a table or vCards, read and written off the window's thread.

How this works: what a file brings is worked out first and shown; nothing changes before it is
agreed to, and then all of it is one step of undo. The file's ending says which kind it is.
"""

from __future__ import annotations

import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.dialogs.bring_in import BringInDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.people import Organisation, Person
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.importing.people_found import Brought
    from kcsp_desktop.ui.pages.page import Page

    People = tuple[Person, ...]
    Organisations = tuple[Organisation, ...]

CARDS = ".vcf"
_FILES = "Tables and vCards (*.csv *.vcf);;Tables (*.csv);;vCards (*.vcf);;All files (*)"
_KINDS = "Table (*.csv);;vCards (*.vcf)"
_TOLD = 3  # a band has room for so many sentences


class Exchange(QObject):
    """The two commands; the page is told by ``agreed`` what is to be brought in."""

    agreed = Signal(object)  # Brought

    def __init__(self, page: Page) -> None:
        """``page`` tells notices and is the dialogs' parent."""
        super().__init__(page)
        self._page = page
        self._task: Task | None = None
        self.ask_source: Callable[[], str] = self._ask_source  # a test answers for the person
        self.ask_target: Callable[[], str] = self._ask_target

    def bring_in(self) -> None:
        """Ask for a file and read it; what it brings is shown before anything is done."""
        source = "" if self._task else self.ask_source()
        if source:
            record = self._page.workspace.record
            work = partial(read_people, Path(source), record.people, record.organisations)
            self._start(work, partial(self._on_read, Path(source).name))

    def write_out(self) -> None:
        """Write everybody out, as a table or as vCards."""
        target = "" if self._task else self.ask_target()
        if target:
            record = self._page.workspace.record
            work = partial(write_people, _named(Path(target)), record.people, record.organisations)
            self._start(work, self._on_written)

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._task = Task(work, self)
        self._task.done.connect(done)
        self._task.done.connect(self._on_ended)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_ended(self) -> None:
        self._task = None

    def _on_failed(self, sentence: str) -> None:
        self._task = None
        self._page.notice.emit("warn", "That did not work.", sentence)

    def _on_read(self, name: str, found: Brought) -> None:
        tell = self._page.notice.emit
        if found.wrong:
            tell("warn", "Nothing was brought in.", first_of(found.wrong))
        elif not found.new and not found.changed:
            known = f"{counted(found.same)} in {name} stand here so already." if found.same else ""
            told = first_of(found.passed_over) or known or f"{name} has none."
            tell("info", "There was nothing new to bring in.", told)
        else:
            organisations = self._page.workspace.record.organisations
            dialog = BringInDialog(self._page.look, found, organisations, self._page)
            dialog.accepted.connect(lambda: self.agreed.emit(found))
            dialog.open()

    def _on_written(self, written: tuple[Path, str, int]) -> None:
        path, sentence, count = written
        lies = f"They lie in {path.parent}. {sentence}".strip()
        self._page.notice.emit("info", f"Wrote {counted(count)} to {path.name}.", lies)

    def _ask_source(self) -> str:
        title = "Which table or vCards?"
        return QFileDialog.getOpenFileName(self._page, title, _documents(), _FILES)[0]

    def _ask_target(self) -> str:
        title = "Where should the people lie?"
        offered = str(Path(_documents()) / "people.csv")
        name, kind = QFileDialog.getSaveFileName(self._page, title, offered, _KINDS)
        return f"{name}{CARDS}" if name and CARDS in kind and not Path(name).suffix else name


def read_people(source: Path, people: People, organisations: Organisations) -> Brought:
    """Return what a file brings beside who is there; raises ``KcspError``."""
    from kcsp_desktop.importing import people_csv, people_vcard
    from kcsp_desktop.importing.tables import read_text

    text = read_text(source)
    if source.suffix.lower() == CARDS:
        return people_vcard.understood(text, people, organisations, _new_id)
    return people_csv.understood(text, people, organisations, _new_id)


def write_people(
    target: Path, people: People, organisations: Organisations
) -> tuple[Path, str, int]:
    """Write everybody by surname; return where they lie, a sentence, and how many they are."""
    from kcsp_desktop.documents.lists.people_csv import write_table
    from kcsp_desktop.documents.lists.people_vcard import write_cards

    known = sorted(people, key=lambda one: (one.surname.casefold(), one.initials, one.forename))
    write = write_cards if target.suffix.lower() == CARDS else write_table
    path, sentence = write(target, known, organisations)
    return path, sentence, len(known)


def bringing_in(record: Record, found: Brought) -> tuple[Edit, ...]:
    """Return the edits that bring everything in; each counts on what the one before has done."""
    from kcsp_desktop.domain.edits import PutOrganisation, PutPerson
    from kcsp_desktop.domain.performing.applying import apply_all
    from kcsp_desktop.domain.wording.mending import mended

    edits: list[Edit] = [PutOrganisation(organisation=one) for one in found.organisations]
    edits += [PutPerson(person=one) for one in found.new]
    record = apply_all(record, edits).record
    for before, after in found.changed:
        step = mended(record, before, after)
        record = apply_all(record, step).record
        edits += step
    return tuple(edits)


def counted(count: int) -> str:
    """Return "1 person" or "5 people"."""
    return "1 person" if count == 1 else f"{count} people"


def first_of(sentences: tuple[str, ...]) -> str:
    """Return the first sentences, and how many more there are."""
    more = len(sentences) - _TOLD
    return " ".join((*sentences[:_TOLD], *((f"And {more} more.",) if more > 0 else ())))


def _named(target: Path) -> Path:
    """Return ``target`` with the ending of a table, unless it has one of the two."""
    if target.suffix.lower() in (".csv", CARDS):
        return target
    from kcsp_desktop.documents.writing import next_free

    # Nobody was asked whether a file of the longer name may be replaced.
    named = target.with_name(f"{target.name}.csv")
    return next_free(named) if named.exists() else named


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _new_id() -> str:
    return str(uuid.uuid4())
