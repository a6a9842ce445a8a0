"""What can be done about the days of meetings, wherever they are listed.

How this works: a page that lists meetings, or shows one, gives these deeds to its commands. Each
is one step of undo. Must stay in step: ``commands`` (the keys), ``dialogs/planning``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from kcsp_desktop import paths
from kcsp_desktop.domain.dates import spoken
from kcsp_desktop.domain.planning.usual import is_to_fill
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.pages.page import Page


class PlanningDeeds:
    """The deeds of one page. Dialogs and rules are imported by the deed that needs them."""

    def __init__(self, page: Page) -> None:
        """``page`` is where they are done: undo comes back to it."""
        self._page = page
        self.ask_target: Callable[[str, str], str] = self._ask_target

    # --- the days --------------------------------------------------------------------------

    def plan(self, body: Body) -> None:
        """Ask for the days of a year and plan a meeting on each."""
        from kcsp_desktop.ui.dialogs.planning import PlanDialog

        page = self._page
        dialog = PlanDialog(page.look, page.workspace.record, body, page)
        dialog.edits_given.connect(self._on_planned)
        dialog.open()

    def _on_planned(self, edits: tuple[Edit, ...]) -> None:
        count = "1 meeting" if len(edits) == 1 else f"{len(edits)} meetings"
        if self._page.submit(*edits, text=f"plan {count}"):
            self._say(f"Planned {count}.", "Ctrl+Z takes them back.")

    def fill(self, meeting: Meeting | None) -> None:
        """Give a planned meeting what its body's pattern brings."""
        from kcsp_desktop.domain.planning.making import making
        from kcsp_desktop.domain.planning.usual import usual_details
        from kcsp_desktop.ui.dialogs.new_meeting import new_id
        from kcsp_desktop.ui.pages.forward_plan.deadlines import deadline_of

        if meeting is None:
            return
        if not is_to_fill(meeting):
            self._say("This meeting has been made from the pattern.", "Ins adds an item to it.")
            return
        record = self._page.workspace.record
        body = record.body_of(meeting)
        details = usual_details(record, body, meeting.details.date)
        made = making(record, body, details, new_id, deadline_of(body))
        if self._page.submit(*made.edits, text="fill from the pattern", place=self._at(meeting)):
            now = self._page.workspace.record.meeting(meeting.id)
            count = len(now.items) if now else 0
            day = spoken(meeting.details.date)
            items = "1 item" if count == 1 else f"{count} items"
            self._say(f"The meeting of {day} has {items} now.", "Ctrl+Z takes it back.")
            if self._page.isVisible():
                self._page.focus_first()  # the button that filled it may be gone

    def move(self, meeting: Meeting | None) -> None:
        """Ask to when a meeting is moved and why."""
        from kcsp_desktop.ui.dialogs.planning import MoveDialog

        if meeting is not None:
            page, today = self._page, self._page.workspace.now().date()
            dialog = MoveDialog(page.look, page.workspace.record, meeting, today, page)
            dialog.edits_given.connect(lambda edits: self._on_moved(meeting, edits))
            dialog.open()

    def _on_moved(self, meeting: Meeting, edits: tuple[Edit, ...]) -> None:
        if self._page.submit(*edits, text="move the meeting", place=self._at(meeting)):
            now = self._page.workspace.record.meeting(meeting.id)
            if now is not None:
                self._say(f"Moved to {spoken(now.details.date)}.", "Ctrl+Z takes it back.")

    # --- what an agenda lists --------------------------------------------------------------

    def future_dates(self, meeting: Meeting | None) -> None:
        """Ask which later meetings the agenda lists."""
        from kcsp_desktop.ui.dialogs.planning import FutureDatesDialog

        if meeting is not None:
            page = self._page
            dialog = FutureDatesDialog(page.look, page.workspace.record, meeting, page)
            dialog.edits_given.connect(lambda edits: self._on_dates(meeting, edits))
            dialog.open()

    def take_dates(self, meeting: Meeting | None) -> None:
        """List the meetings that are planned after this one."""
        from kcsp_desktop.domain.planning.moving import taking_planned

        if meeting is None:
            return
        edit = taking_planned(self._page.workspace.record, meeting)
        if edit.dates == meeting.future_dates:
            what = "lists the planned meetings already" if edit.dates else "has none after it"
            self._say(f"The agenda {what}.", "Ctrl+J shows what is planned.")
        else:
            self._on_dates(meeting, (edit,))

    def _on_dates(self, meeting: Meeting, edits: tuple[Edit, ...]) -> None:
        if not edits:
            return
        if self._page.submit(*edits, text="dates of future meetings", place=self._at(meeting)):
            now = self._page.workspace.record.meeting(meeting.id)
            count = len(now.future_dates) if now else 0
            listed = "1 later meeting" if count == 1 else f"{count} later meetings"
            self._say(f"The agenda lists {listed}.", "Ctrl+Z takes it back.")

    # --- what leaves -----------------------------------------------------------------------

    def calendar_file(self, body: Body) -> None:
        """Write the body's meetings for other calendars."""
        from kcsp_desktop.documents.calendar_file import write_calendar
        from kcsp_desktop.domain.planning.calendar import calendar_entries

        target = self.ask_target(
            "Where should the calendar lie?", f"{body.short_name} Calendar.ics"
        )
        if target:
            now = self._page.workspace.now()
            entries = calendar_entries(self._page.workspace.record, body, now.date())
            self._write(lambda: write_calendar(entries, now, Path(target)))

    def plan_in_word(self, body: Body) -> None:
        """Write the forward plan for everybody."""
        from kcsp_desktop.documents.forward_plan import write_plan
        from kcsp_desktop.domain.disclosure import Audience
        from kcsp_desktop.domain.planning.forward import forward_plan

        now = self._page.workspace.now().replace(
            microsecond=0, tzinfo=None
        )  # documents know no zones
        name = f"{body.short_name} Forward plan {now.date().isoformat()}.docx"
        target = self.ask_target("Where should the forward plan lie?", name)
        if target:
            record = self._page.workspace.record
            plan = forward_plan(record, body, Audience.PUBLIC, since=now.date())
            template = paths.notes_template()
            self._write(lambda: write_plan(plan, now, Path(target), template))

    def _write(self, work: Callable[[], tuple[Path, str]]) -> None:
        task = Task(work, self._page)
        task.done.connect(lambda made: self._say(f"Wrote {made[0].name}.", _lies(*made)))
        task.failed.connect(lambda why: self._page.notice.emit("bad", "It was not written.", why))
        task.start()

    def _ask_target(self, title: str, name: str) -> str:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        offered = Path(QStandardPaths.writableLocation(documents)) / name
        kinds = f"*{offered.suffix}"
        target = QFileDialog.getSaveFileName(self._page, title, str(offered), kinds)[0]
        return target if not target or Path(target).suffix else f"{target}{offered.suffix}"

    def _at(self, meeting: Meeting) -> Place:
        return Place(page=self._page.name, meeting_id=meeting.id)

    def _say(self, what: str, todo: str) -> None:
        self._page.notice.emit("info", what, todo)


def _lies(path: Path, sentence: str) -> str:
    return f"It lies in {path.parent}. {sentence}".strip()
