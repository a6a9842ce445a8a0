"""Reports owed: what has not come yet, over all meetings, earliest deadline first.

How this works: R says that a report came today, W writes a reminder as a draft letter into the
meeting's folder, Enter goes to the report. Must stay in step: ``domain.planning.reports_owed``
(what is owed), ``documents.mail_draft`` (the letter), ``commands`` (the keys).
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import printed, spoken
from kcsp_desktop.domain.disclosure import Audience, Edition, edition
from kcsp_desktop.domain.edits import SetReport
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.domain.planning.reports_owed import owed, received
from kcsp_desktop.domain.reports import Standing
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.printing.making import folder_of, show_folder
from kcsp_desktop.ui.theme import Type
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.changes import Changes
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.planning.reports_owed import Owed
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace


def _written(made: Edition, item_id: ItemId, to: str, deadline: str, folder: Path) -> Path:
    """Write a reminder; runs off the window's thread."""
    # Imported when one is written: the library of mail is not light.
    from kcsp_desktop.documents.mail_draft import chaser, chaser_name
    from kcsp_desktop.documents.writing import write_beside

    content = chaser(made, item_id, to, date.fromisoformat(deadline) if deadline else None)
    folder.mkdir(parents=True, exist_ok=True)
    path, _ = write_beside(folder / chaser_name(made, item_id), content)
    return path


class ReportsPage(ListPage):
    """A list of what is late, expected or to follow."""

    name = "reports"
    title = "Reports owed"
    finds = "Find a report"
    deed = "Received today"
    columns_of_list = (
        Column(words="Wanted by", width=190, lead=True, tabular=True),
        Column(words="State", width=112, size=Type.SECOND),
        Column(words="Item", width=220, stretches=True, lead=True, wraps=True),
        Column(words="Author", width=220, drops=2, role="ink2", size=Type.SECOND, wraps=True),
        Column(words="Meeting", width=180, role="ink2", size=Type.SECOND, drops=1),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list, and the card for nothing at all."""
        super().__init__(workspace, look)
        self._task: Task | None = None
        self._owed: dict[str, Owed] = {}
        whole = self._build_list()
        self.head.deed.clicked.disconnect()
        self.head.deed.clicked.connect(self.set_received)
        self.head.deed.setAccessibleDescription("R")
        self._nothing = NothingCard(
            look,
            "No report is owed",
            "A report is asked for on the Agenda page: T at its item.",
            (("reportsBack", "Go to the meetings", lambda: self.command.emit("meetings")),),
        )
        self._stack = self._stacked(whole, self._nothing)

    def refresh(self, changes: Changes) -> None:
        """Show what is owed today."""
        record = self.workspace.record
        self._owed = {
            f"{one.meeting.id}/{one.item.id}": one for one in owed(record, self.workspace.today())
        }
        nothing = self.workspace.is_open and not self._owed
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._stack.setCurrentIndex(1 if nothing else 0)
        self.show_rows()
        if had_focus and nothing:
            self._nothing.setFocus()

    def rows(self) -> list[Row]:
        """Return a row for each report."""
        return [_row(self.workspace.record, key, one) for key, one in self._owed.items()]

    def focus_first(self) -> None:
        """Begin in the list, or on the card."""
        (self.table if self._owed else self._nothing).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter and list."""
        return (self.head.filter, self.table) if self._owed else (self._nothing,)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "edit": self.go_to_report,
            "received": self.set_received,
            "chase": self.write_reminder,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        return ("edit", "received", "chase", "find", "all-keys")

    def facts(self) -> tuple[str, ...]:
        """Return how many are late."""
        late = sum(one.standing is Standing.LATE for one in self._owed.values())
        count = len(self._owed)
        words = "1 report owed" if count == 1 else f"{count} reports owed"
        return (f"{words}, {late} late" if late else words,) if count else ()

    def go_to(self, place: Place) -> None:
        """Take the report of that item in hand."""
        self.take(f"{place.meeting_id}/{place.item_id}" if place.item_id else "")

    def _in_hand(self) -> Owed | None:
        return self._owed.get(self.table.current_key())

    def go_to_report(self) -> None:
        """Go to the item on its agenda."""
        one = self._in_hand()
        if one is not None:
            self.go.emit(Place(page="agenda", meeting_id=one.meeting.id, item_id=one.item.id))

    def set_received(self) -> None:
        """Say that the report in hand came today."""
        one = self._in_hand()
        if one is None:
            return
        edit = SetReport(
            meeting_id=one.meeting.id,
            item_id=one.item.id,
            report=received(one.report, self.workspace.today()),
        )
        if self.submit(edit, text="a report received"):
            code = numbered(self.workspace.record, one.meeting).codes[one.item.id]
            self.notice.emit("info", f"Received: {code} {one.item.title}.", "Ctrl+Z takes it back.")

    def write_reminder(self) -> None:
        """Write a draft letter to the author of the report in hand."""
        one = self._in_hand()
        if one is None or self._task is not None:
            return
        made = edition(self.workspace.record, one.meeting, Audience.PUBLIC)
        report, folder = one.report, folder_of(self.workspace, one.meeting)
        to, deadline = report.author_email, report.deadline
        self._task = Task(partial(_written, made, one.item.id, to, deadline, folder), self)
        self._task.done.connect(self._on_written)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_written(self, path: Path) -> None:
        self._task = None
        self.notice.emit(
            "info", f"Written: {path.name}", f"It lies in {path.parent}: open and send it."
        )
        show_folder(path.parent)

    def _on_failed(self, why: str) -> None:
        self._task = None
        self.notice.emit("warn", "The reminder could not be written.", why)


def _row(record: Record, key: str, one: Owed) -> Row:
    code = numbered(record, one.meeting).codes[one.item.id]
    body = record.body_of(one.meeting)
    late = one.standing is not Standing.EXPECTED
    state = str(one.standing).capitalize()
    day = one.report.deadline
    wanted = printed(date.fromisoformat(day)) if day else "no day set"
    author = ", ".join(one.report.by) or one.report.author_email
    meeting = f"{body.short_name}, {printed(one.meeting.details.date)}"
    cells = (
        Cell(text=wanted, role=None if day else "ink3"),
        Cell(
            text=state,
            icon="warn" if late else "clock",
            icon_role="warn" if late else "ink2",
            role="warn" if late else None,
        ),
        Cell(text=f"{code}  {one.item.title or 'no title yet'}"),
        Cell(text=author),
        Cell(text=meeting),
    )
    said = (
        f"{code} {one.item.title}",
        state,
        f"wanted by {spoken(date.fromisoformat(day))}" if day else "no day set",
        author,
        meeting,
    )
    return Row(key=key, cells=cells, spoken=", ".join(part for part in said if part))
