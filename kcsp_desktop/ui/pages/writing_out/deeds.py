"""Writes the registers out and says where the files lie.

How this works: a page says what is to be written; the editions are made and the files written off
the window's thread, over the frozen record, in the folder of the documents. Must stay in step:
``documents.registers`` (what can be written), ``commands`` (W, M).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.domain.record import Record
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.printing.making import documents_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import ActionId
    from kcsp_desktop.ui.pages.page import Page

_MOST_NAMED = 3  # owners without an address are told by name up to so many


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written, and what is to be said of it beside where it lies."""

    words: str
    folder: Path
    sentence: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a file is made of: the record, a body or all, the day, the folder, the store."""

    record: Record
    body_id: BodyId | None
    today: date
    folder: Path
    store: Path | None

    def editions(self, audience: Audience) -> tuple[Edition, ...]:
        """Return what an audience may see."""
        from kcsp_desktop.domain.registers.editions import editions

        return editions(self.record, audience, self.body_id)

    def template(self) -> Path:
        """Return the body's own template; the delivered one where there are several bodies."""
        from kcsp_desktop.store.files import template_file

        bodies = [one for one in self.record.bodies if self.body_id in (None, one.id)]
        return template_file(self.store, bodies[0].template_id if len(bodies) == 1 else None)


def write_actions(
    source: Source, ending: str, audience: Audience, wanted: Collection[ActionId] | None
) -> Written:
    """Write the actions, all or those wanted."""
    from kcsp_desktop.documents.registers import exporting
    from kcsp_desktop.documents.registers.file_names import actions_name
    from kcsp_desktop.domain.registers.actions import meeting_days

    made, days = source.editions(audience), meeting_days(source.record)
    target = source.folder / actions_name(made, source.today, ending)
    source.folder.mkdir(parents=True, exist_ok=True)
    return _written(
        *exporting.write_actions(made, days, source.today, target, source.template(), wanted)
    )


def write_decisions(source: Source, ending: str, audience: Audience) -> Written:
    """Write the decisions."""
    from kcsp_desktop.documents.registers import exporting
    from kcsp_desktop.documents.registers.file_names import decisions_name

    made = source.editions(audience)
    target = source.folder / decisions_name(made, source.today, ending)
    source.folder.mkdir(parents=True, exist_ok=True)
    return _written(*exporting.write_decisions(made, source.today, target, source.template()))


def write_coverage(source: Source, year: int) -> Written:
    """Write what a body took up of its priorities in a year."""
    from kcsp_desktop.documents.registers.coverage_table import coverage_table
    from kcsp_desktop.documents.registers.file_names import coverage_name
    from kcsp_desktop.documents.word import write_document
    from kcsp_desktop.domain.errors import KcspError
    from kcsp_desktop.domain.registers.actions import action_rows
    from kcsp_desktop.domain.registers.coverage import coverage
    from kcsp_desktop.domain.registers.decisions import decision_rows

    record, body_id, today = source.record, source.body_id, source.today
    made = source.editions(Audience.RESTRICTED)
    if body_id is None or not made:
        raise KcspError("There is no meeting yet.", todo="Make one under Meetings.")
    rows = coverage(record, body_id, year, action_rows(record, today), decision_rows(record))
    days = {one.id: one.details.date for one in record.meetings}
    document = coverage_table(made, rows, days, year, today)
    source.folder.mkdir(parents=True, exist_ok=True)
    target = source.folder / coverage_name(made[-1], year)
    return _written(*write_document(document, target, source.template()))


def write_chasers(source: Source, wanted: Collection[ActionId]) -> Written:
    """Write a letter to each owner of the actions wanted, body by body."""
    from kcsp_desktop.documents.registers.chasers import chasers
    from kcsp_desktop.documents.writing import write_beside
    from kcsp_desktop.domain.errors import KcspError
    from kcsp_desktop.domain.registers.actions import meeting_days
    from kcsp_desktop.domain.registers.editions import editions
    from kcsp_desktop.domain.wording.addressees import addressees

    record, days = source.record, meeting_days(source.record)
    known, sent = addressees(record), []
    source.folder.mkdir(parents=True, exist_ok=True)
    for body in record.bodies:
        if source.body_id not in (None, body.id):
            continue
        public, members = (
            editions(record, one, body.id) for one in (Audience.PUBLIC, Audience.RESTRICTED)
        )
        if public:
            made = chasers(public, members, days, source.today, known, wanted)
            sent += [(one, *write_beside(source.folder / one.name, one.content)) for one in made]
    without = [one.owner for one, _, _ in sent if not one.to]
    said = [words for _, _, words in sent if words]
    if not sent:
        raise KcspError("Nobody owns what was chosen.", todo="Enter on an action says who does.")
    if without:
        said.append(_no_address(without))
    return Written(
        words=_letters(len(sent)),
        folder=source.folder,
        sentence=" ".join(said),
        several=len(sent) > 1,
    )


def _letters(count: int) -> str:
    return "Wrote 1 letter." if count == 1 else f"Wrote {count} letters."


def _no_address(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    told = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"No address is known of {told}."


def _written(path: Path, sentence: str) -> Written:
    return Written(words=f"Wrote {path.name}.", folder=path.parent, sentence=sentence)


class WritingOut(QObject):
    """Writes one thing at a time for a page."""

    def __init__(self, page: Page) -> None:
        """``page`` tells where it lies."""
        super().__init__(page)
        self._page = page
        self._task: Task | None = None

    def source(self, body_id: BodyId | None, today: date) -> Source:
        """Return what files are made of now; everything typed is saved before."""
        workspace = self._page.workspace
        workspace.flush()
        return Source(
            record=workspace.record,
            body_id=body_id,
            today=today,
            folder=documents_folder(workspace, body_id),
            store=workspace.store_path,
        )

    def begin(self, work: Callable[..., Written], *given: object) -> None:
        """Write; while something is being written nothing else is."""
        if self._task is not None:
            return
        self._task = Task(partial(work, *given), self)
        self._task.done.connect(self._on_written)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_written(self, made: Written) -> None:
        self._task = None
        lies = "They lie" if made.several else "It lies"
        where = f"{lies} in {made.folder}. {made.sentence}".strip()
        self._page.notice.emit("info", made.words, where)

    def _on_failed(self, why: str) -> None:
        self._task = None
        self._page.notice.emit("bad", "It was not written.", why)
