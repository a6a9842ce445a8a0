"""Reports, papers and the pack, as deeds of the Agenda page.

How this works: the page says which item is in hand and submits; this asks, and hands files over.
Must stay in step: ``page`` (its handlers), ``commands`` (the keys).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.edits import SetPapers, SetReport
from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.ui.dialogs.papers import PackDialog, PaperDialog
from kcsp_desktop.ui.pages.agenda.attaching import Attaching
from kcsp_desktop.ui.pages.agenda.rows import follows
from kcsp_desktop.ui.printing.making import Making

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.reports import Paper, Report
    from kcsp_desktop.ui.pages.page import Page

FILES = "Papers (*.pdf *.docx *.doc *.odt)"


class PaperDeeds(QObject):
    """What is done with the report and the papers of the item in hand."""

    def __init__(
        self,
        page: Page,
        item: Callable[[], AgendaItem | None],
        submit: Callable[[Edit, str, AgendaItem], bool],
    ) -> None:
        """Serve a page: ``item`` is the one in hand, ``submit`` shows what became of it."""
        super().__init__(page)
        self._page, self._item, self._submit = page, item, submit
        self.attaching = Attaching(page.workspace, self)
        self.making = Making(page.workspace, self)
        self.attaching.said.connect(page.notice)
        self.making.said.connect(page.notice)

    def ask_files(self) -> None:
        """Ask for files and attach them to the item in hand."""
        if self._item() is None:
            self._page.notice.emit("info", "No item is in hand.", "Choose one and press F.")
            return
        dialog = QFileDialog(self._page, "Attach to the item")
        dialog.setObjectName("attachDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files)
        dialog.finished.connect(lambda _: self._page.window().activateWindow())
        dialog.open()

    def _on_files(self, names: Iterable[str]) -> None:
        item = self._item()
        if item is not None:
            self.attach(item.id, tuple(Path(name) for name in names))

    def attach(self, key: str, paths: Iterable[Path]) -> None:
        """Attach files to the item of a row's key; a section takes none."""
        meeting = self._page.meeting
        if meeting is None or meeting.item(ItemId(key)) is None:
            self._page.notice.emit("info", "A file belongs to an item.", "Drop it on one.")
            return
        self.attaching.attach(meeting.id, ItemId(key), paths)

    def set_report(self, report: Report | None, words: str) -> None:
        """Set the report of the item in hand."""
        meeting, item = self._page.meeting, self._item()
        if meeting is not None and item is not None:
            edit = SetReport(meeting_id=meeting.id, item_id=item.id, report=report)
            self._submit(edit, words, item)

    def set_papers(self, papers: tuple[Paper, ...], words: str) -> None:
        """Set the papers of the item in hand."""
        meeting, item = self._page.meeting, self._item()
        if meeting is not None and item is not None:
            edit = SetPapers(meeting_id=meeting.id, item_id=item.id, papers=papers)
            self._submit(edit, words, item)

    def edit_paper(self, paper: Paper) -> None:
        """Ask what a paper is called."""
        dialog = PaperDialog(self._page.look, paper, self._page)
        dialog.paper_given.connect(self._on_paper)
        dialog.open()

    def _on_paper(self, new: Paper) -> None:
        item = self._item()
        if item is not None:
            papers = tuple(new if one.id == new.id else one for one in item.papers)
            self.set_papers(papers, "name a paper")

    def ask_pack(self) -> None:
        """Ask for whom the pack is, and make it."""
        meeting = self._page.meeting
        if meeting is None:
            return
        dialog = PackDialog(self._page.look, self._page, pack_warning(meeting))
        dialog.audience_given.connect(self._on_audience)
        dialog.open()

    def _on_audience(self, audience: str) -> None:
        meeting = self._page.meeting
        if meeting is not None:
            self.making.make_pack(meeting, Audience(audience))


def pack_warning(meeting: Meeting) -> str:
    """Say which papers are to follow or are drafts: a pack may go out with them, knowingly."""
    waiting = [one.title for one in meeting.items if follows(one)]
    drafts = [one.title for one in meeting.items if _has_draft(one)]
    said = []
    if waiting:
        said.append(f"To follow, and not in it: {', '.join(waiting)}.")
    if drafts:
        said.append(f"Marked as a draft: {', '.join(drafts)}.")
    return " ".join(said)


def _has_draft(item: AgendaItem) -> bool:
    return any(paper.draft for paper in item.papers)
