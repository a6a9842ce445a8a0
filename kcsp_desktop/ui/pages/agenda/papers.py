"""Report and papers of an item: a part of its form, worked by keys and by drop.

How this works: the group shows and asks, the page attaches and submits. Must stay in step:
``attaching`` (files come in), ``domain.reports`` (labels, states).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.dates import spoken
from kcsp_desktop.domain.reports import Paper, ReportState, Standing, standing
from kcsp_desktop.ui.kit.buttons import Button, WordButton
from kcsp_desktop.ui.kit.rows import Cell, Row, RowsModel
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import IconWords, Words
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.domain.paging import Pages
    from kcsp_desktop.domain.reports import Report
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.theme import Role

_COLUMNS = (
    Column(words="Paper", width=96, lead=True),
    Column(words="File", width=120, stretches=True, role="ink2", size=Type.SECOND, wraps=True),
    Column(words="Pages", width=78, role="ink2", size=Type.SECOND, right=True, tabular=True),
    Column(words="", width=78, role="ink2", size=Type.SECOND),
)


def report_words(report: Report | None, today: date) -> str:
    """Return how it stands with a report, as one sentence."""
    if report is None:
        return "No report is asked for."
    words = str(standing(report, today)).capitalize()
    if report.state is ReportState.RECEIVED and report.received_on:
        return f"{words} on {_day(report.received_on)}."
    if report.deadline and report.state is ReportState.EXPECTED:
        late = standing(report, today) is Standing.LATE
        return f"{words}: it was due by {_day(report.deadline)}." if late else (
            f"{words} by {_day(report.deadline)}."
        )  # fmt: skip
    return f"{words}."


def _day(iso: str) -> str:
    return spoken(date.fromisoformat(iso))


class PapersGroup(QWidget):
    """How it stands with the report, the files, and their pages in the pack."""

    report_wanted = Signal()
    attach_wanted = Signal()
    open_wanted = Signal(object)  # Paper: a copy of it
    edit_wanted = Signal(object)  # Paper: its label
    given = Signal(object, str)  # the item's papers as they would be, words for undo

    def __init__(self, look: Look) -> None:
        """Build the lines; ``show_item`` fills them."""
        super().__init__()
        self._look = look
        self._papers: tuple[Paper, ...] = ()
        self._report = Words(look, wrap=True)
        self._report.setObjectName("reportState")
        self.report = Button(look, "Report…")
        self.report.setObjectName("reportButton")
        self.report.clicked.connect(self.report_wanted)
        self.attach = WordButton(look, "Attach a file…", size=Type.SECOND)
        self.attach.setObjectName("papersAdd")
        self.attach.clicked.connect(self.attach_wanted)
        self.table = Table(look, _COLUMNS, margins=(Space.M, Space.M), head=False)
        self.table.setObjectName("papers")
        self.table.setAccessibleName("Papers")
        self.table.setAccessibleDescription(
            "Ins attaches, Enter names, O opens a copy, R restricts, D marks a draft, Del takes out"
        )
        self._model = RowsModel(len(_COLUMNS), self.table)
        self.table.setModel(self._model)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages = IconWords(look, "doc", size=Type.SECOND, wrap=True)
        self.pages.setObjectName("itemPages")
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.table.insert_pressed.connect(self.attach_wanted)
        self.table.row_chosen.connect(lambda _: self._tell(self.edit_wanted.emit))
        self.table.delete_pressed.connect(self.remove)
        self.table.move_asked.connect(self.move_by)
        self.table.letter.connect(self._on_letter)
        self.table.verticalHeader().sectionResized.connect(self._fit)

    def _lay_out(self) -> None:
        look = self._look
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(Words(look, "Report", size=Type.SECOND, weight=Weight.NAME))
        first.addWidget(self._report, 1)
        first.addWidget(self.report)
        second.addWidget(Words(look, "Papers", size=Type.SECOND, weight=Weight.NAME), 1)
        second.addWidget(self.attach)
        self._none = Words(
            look, "None yet. Ins here, or drop a PDF on the item.", role="ink2", size=Type.SECOND,
            wrap=True,
        )  # fmt: skip
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(first)
        self._column.addLayout(second)
        for widget in (self._none, self.table, self.pages):
            self._column.addWidget(widget)
        self._lines = (first, second)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.S))
        for line in self._lines:
            line.setSpacing(self._look.px(Space.M))
        self._fit()

    # --- what is shown ---------------------------------------------------------------------

    def show_item(
        self, item: AgendaItem, pages: Pages | None, today: date, *, closed: bool
    ) -> None:
        """Show another item, or the same as it is now."""
        before = self.table.currentIndex().row()
        self._papers = item.papers
        self._report.setText(report_words(item.report, today))
        late = item.report is not None and standing(item.report, today) is Standing.LATE
        self._report.set_role("warn" if late else "ink2")
        self._model.set_rows([_row(paper, closed=closed) for paper in item.papers])
        if item.papers and not self.table.currentIndex().isValid():
            near = max(0, min(before, len(item.papers) - 1))
            self.table.setCurrentIndex(self._model.index(near, 0))
        self._none.setVisible(not item.papers)
        self.table.setVisible(bool(item.papers))
        self.pages.setVisible(bool(item.papers) or pages is not None)
        self.pages.show_state(*_pages_state(item, pages, closed=closed))
        self._fit()

    def _fit(self) -> None:
        rows = self._model.rowCount()
        high = sum(self.table.rowHeight(number) for number in range(rows))
        self.table.setFixedHeight(high + 2 * self._look.px(Measure.LINE))

    def stop(self) -> QWidget:
        """Return where one goes to work on papers."""
        return self.table if self._papers else self.attach

    # --- keys ------------------------------------------------------------------------------

    def _on_letter(self, letter: str) -> None:
        match letter:
            case "O":
                self._tell(self.open_wanted.emit)
            case "R":
                self._tell(
                    lambda one: self._put(replace(one, restricted=not one.restricted), "restrict")
                )
            case "D":
                self._tell(lambda one: self._put(replace(one, draft=not one.draft), "draft"))

    def _tell(self, tell: Callable[[Paper], None]) -> None:
        paper = self._paper()
        if paper is not None:
            tell(paper)

    def _paper(self) -> Paper | None:
        key = self.table.current_key()
        return next((one for one in self._papers if one.id == key), None)

    def _put(self, new: Paper, words: str) -> None:
        papers = tuple(new if one.id == new.id else one for one in self._papers)
        self.give(papers, f"{words} a paper")

    def remove(self) -> None:
        """Take the paper in hand out."""
        paper = self._paper()
        if paper is not None:
            self.give(tuple(one for one in self._papers if one is not paper), "take out a paper")

    def move_by(self, step: int) -> None:
        """Move the paper in hand up (-1) or down (1)."""
        paper = self._paper()
        if paper is None:
            return
        at = self._papers.index(paper)
        to = at + step
        if 0 <= to < len(self._papers):
            others = [one for one in self._papers if one is not paper]
            others.insert(to, paper)
            self.give(tuple(others), "move a paper")

    def give(self, papers: tuple[Paper, ...], words: str) -> None:
        """Tell the papers as they would be."""
        self.given.emit(papers, words)


def _row(paper: Paper, *, closed: bool) -> Row:
    count = "1 page" if paper.pages == 1 else f"{paper.pages} pages"
    shut = closed or paper.restricted
    marks = "draft" if paper.draft else ""
    said = (paper.label, paper.file_name, count, "restricted" if shut else "", marks)
    cells = (
        Cell(text=paper.label),
        Cell(text=paper.file_name),
        Cell(text=count if paper.pages else "not counted"),
        Cell(text=marks, icon="lock" if shut else "", icon_role="lock"),
    )
    return Row(key=paper.id, cells=cells, spoken=", ".join(part for part in said if part))


def _pages_state(item: AgendaItem, pages: Pages | None, *, closed: bool) -> tuple[str, str, Role]:
    """Return icon, sentence and role for where the papers stand in the pack."""
    if closed and item.papers:
        return "lock", "Not in the public pack: the item is restricted.", "lock"
    if pages is not None:
        typed = "" if item.papers or item.notes_of else " They were typed: nothing is attached."
        return "doc", f"Pages {pages.printed} of the pack.{typed}", "ink2"
    return "warn", "No pages in the pack yet.", "warn"
