"""The Agenda page: sections and items at the left, the item in hand as a form at the right.

How this works: Ins makes an item behind the one in hand and goes to its title, Enter there goes
back to the list: Ins, title, Enter is the rhythm. Must stay in step: `rows` (what is
listed), `item_form` (what is set), `deeds` (reports, papers, pack), `commands` (the keys).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.changes import Changes
from kcsp_desktop.domain.ids import ItemId, SectionId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.meeting import AgendaItem, Section, duplicate_item
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.domain.planning.last_record import approvable
from kcsp_desktop.domain.planning.standing import with_standing, without_standing
from kcsp_desktop.domain.planning.usual import is_to_fill
from kcsp_desktop.ui.dialogs.agenda import RestrictDialog, section_dialog
from kcsp_desktop.ui.dialogs.new_meeting import new_id
from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Hairline, Words
from kcsp_desktop.ui.pages.agenda.deeds import PaperDeeds
from kcsp_desktop.ui.pages.agenda.dragging import Dragging
from kcsp_desktop.ui.pages.agenda.item_form import ShownItem
from kcsp_desktop.ui.pages.agenda.pack_pages import PackPages
from kcsp_desktop.ui.pages.agenda.rows import (
    agenda_facts,
    agenda_rows,
    items_of,
    place_of_drop,
    step_of,
)
from kcsp_desktop.ui.pages.agenda.side import AgendaSide
from kcsp_desktop.ui.pages.forward_plan.deeds import PlanningDeeds
from kcsp_desktop.ui.pages.item_questions import ask_tags
from kcsp_desktop.ui.pages.list_page import ListPage
from kcsp_desktop.ui.theme import Narrow, Space, Type
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from kcsp_desktop.domain.body import SectionPattern
    from kcsp_desktop.domain.ids import MeetingId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.paging import Pages
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_FORM = 520  # width of the form, pixels at 100 %
_WHOLE = "Its whole section is restricted."
_WHOLE_TODO = "Move the item to another section to open it, or open the section."


class AgendaPage(ListPage):
    """List and form; where there is no room for both, Enter goes to the form and Esc back."""

    name = "agenda"
    title = "Agenda"
    finds = "Find an item"
    deed = "New item"
    columns_of_list = (
        Column(words="", width=24, size=Type.SECOND),
        Column(words="", width=38, lead=True, code=True, tabular=True),
        Column(words="Title", width=220, stretches=True, lead=True, wraps=True),
        Column(words="Kind", width=106, drops=1, role="ink2", size=Type.SECOND, wraps=True),
        Column(words="Presenter", width=112, drops=2, role="ink2", size=Type.SECOND, wraps=True),
        Column(words="Report", width=96, drops=4, role="ink2", size=Type.SECOND),
        Column(words="Pages", width=84, drops=5, role="ink2", size=Type.SECOND, tabular=True),
        Column(words="Time", width=56, drops=3, role="ink2", size=Type.SECOND, right=True),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build list and form."""
        super().__init__(workspace, look)
        self.planning = PlanningDeeds(self)
        self._in_form = False
        self._added_at = -1  # the step of undo that added the item whose title is awaited
        self._ranges: dict[ItemId, Pages] = {}
        self._left = self._build_list()
        self.totals = Words(look, role="ink2", size=Type.SECOND)
        self.totals.setObjectName("agendaTotals")
        column = self._left.layout()
        if column is not None:
            column.addWidget(self.totals)
        self._side = AgendaSide(look, self.planning)
        self.form, self.report_form = self._side.form, self._side.report_form
        self.deeds, self.pack_pages = PaperDeeds(self, self.item, self.submit_for), PackPages(self)
        self._side.nothing.pressed.connect(lambda: self.planning.fill(self.meeting))
        self._panel = Scroll(self._side)
        self._panel.setObjectName("itemForm")
        self._line = Hairline(look, upright=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._left, self._line, self._panel):
            row.addWidget(widget, 1 if widget is self._left else 0)
        self._wire()
        look.changed.connect(self._share_room)

    def _wire(self) -> None:
        form, papers, deeds = self.form, self.form.papers, self.deeds
        form.given.connect(self._on_given)
        form.left.connect(self._leave_form)
        form.section_restricts.connect(lambda: self.notice.emit("info", _WHOLE, _WHOLE_TODO))
        form.standing_given.connect(self._on_standing)
        papers.report_wanted.connect(self.edit_report)
        papers.attach_wanted.connect(deeds.ask_files)
        papers.open_wanted.connect(deeds.making.open_copy)
        papers.edit_wanted.connect(deeds.edit_paper)
        papers.given.connect(deeds.set_papers)
        self.report_form.given.connect(deeds.set_report)
        self.report_form.left.connect(self._leave_report)
        self.pack_pages.counted.connect(lambda: self.refresh(Changes()))
        self.table.move_asked.connect(self.move_by)
        self._dragging = Dragging(self.look, self.table)
        self._dragging.item_dropped.connect(self._on_dropped)
        self._dragging.files_dropped.connect(deeds.attach)

    # --- what is shown ---------------------------------------------------------------------

    def open(self, meeting_id: MeetingId | None) -> None:
        """Show the agenda of a meeting, the list in front."""
        self._in_form = self._side.in_report = False
        super().open(meeting_id)

    def refresh(self, changes: Changes) -> None:
        """Show the agenda as it is now, and the item in hand."""
        if self.meeting is None:
            return
        self.show_rows()
        self._show_form()
        self._share_room()

    def rows(self) -> list[Row]:
        """Return sections and items."""
        meeting = self.meeting
        if meeting is None:
            return []
        record = self.workspace.record
        self._ranges = self.pack_pages.ranges(record, meeting)
        return agenda_rows(meeting, numbered(record, meeting), self._ranges, self.workspace.today())

    def show_rows(self) -> None:
        """Show the rows the filter lets through; without a filter empty sections too."""
        if self.head.filter.text().strip():
            super().show_rows()
            return
        before = self.table.currentIndex().row()
        self.nothing_found.hide()
        self.model.set_rows(rows := self.rows())
        if not self.table.currentIndex().isValid():
            self._take_nearest(rows, before)

    def _take_nearest(self, rows: Sequence[Row], before: int) -> None:
        """Take the item next to where one stood, or the section it stood in."""
        super()._take_nearest(rows, before)
        if rows and not self.table.currentIndex().isValid():
            self.table.set_current_key(rows[max(0, min(before, len(rows)) - 1)].key)

    def _show_form(self) -> None:
        meeting, item = self.meeting, self.item()
        if meeting is not None:
            self.totals.setText(agenda_facts(meeting))
        shown = self._shown(meeting, item) if meeting is not None and item is not None else None
        self._side.show_item(shown, meeting)

    def _shown(self, meeting: Meeting, item: AgendaItem) -> ShownItem:
        record = self.workspace.record
        numbers = numbered(record, meeting)
        return ShownItem(
            item=item,
            section=meeting.section(item.section_id),
            body=record.body_of(meeting),
            code=numbers.codes[item.id],
            minute=f"minute {numbers.minutes[item.id]}" if item.minuted else "not minuted",
            held=approvable(record, meeting),
            pages=self._ranges.get(item.id),
            today=self.workspace.today(),
        )

    def _on_current(self, key: str) -> None:
        self._side.in_report = False
        self._show_form()
        super()._on_current(key)

    def _share_room(self) -> None:
        """Show list and form side by side, or one of them."""
        narrow = self.look.effective(self.width()) < Narrow.OUTLINE
        self._left.setVisible(not (narrow and self._in_form))
        self._panel.setVisible(not narrow or self._in_form)
        self._line.setVisible(not narrow)
        wide = self.width() if narrow else min(self.look.px(_FORM), self.width() // 2)
        self._panel.setFixedWidth(wide)
        side, px = self.look.px(Space.XL), self.look.px
        self.totals.setContentsMargins(side, px(Space.S), side, px(Space.S))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._share_room()

    def focus_first(self) -> None:
        """Begin in the list, or on the button that fills an agenda that is only planned."""
        self._leave_form()
        meeting = self.meeting
        empty = meeting is not None and not meeting.items and is_to_fill(meeting)
        if empty and self._panel.isVisible():
            self._side.nothing.setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter, list and form."""
        return (self.head.filter, self.table, self.form.title)

    # --- keys ------------------------------------------------------------------------------

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "add": self.add,
            "edit": self.edit,
            "remove": self.remove,
            "duplicate": self.duplicate,
            "move-up": lambda: self._move(-1),
            "move-down": lambda: self._move(1),
            "add-section": lambda: self._ask_section(None),
            "report": self.edit_report,
            "papers": self.go_to_papers,
            "attach": self.deeds.ask_files,
            "make-pack": self.deeds.ask_pack,
            "restrict": self.restrict,
            "minuted": self.set_minuted,
            "fill": lambda: self.planning.fill(self.meeting),
            "item-tags": lambda: ask_tags(self, self.item()),
            "future-dates": lambda: self.planning.future_dates(self.meeting),
            "take-dates": lambda: self.planning.take_dates(self.meeting),
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if not self.table.hasFocus():
            return ("undo", "find", "all-keys")
        meeting, item = self.meeting, self.item()
        if meeting is not None and is_to_fill(meeting):
            return ("fill", "add", "edit", "all-keys")
        if item is not None and item.kind is ItemKind.DATES:
            return ("add", "edit", "future-dates", "take-dates", "move-up", "move-down",
                    "all-keys")  # fmt: skip
        return ("add", "edit", "report", "attach", "move-up", "restrict", "make-pack", "all-keys")

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the form while the focus is in it."""
        focus = self.focusWidget()
        inside = focus is not None and self._panel.isAncestorOf(focus) and focus.hasFocus()
        return self._side.keys(focus) if inside else ()

    def facts(self) -> tuple[str, ...]:
        """Return where the item in hand stands."""
        meeting, item = self.meeting, self.item()
        section = meeting.section(item.section_id) if meeting and item else None
        if meeting is None or item is None or section is None:
            return ()
        there = items_of(meeting, section.id)
        place = there.index(item) + 1
        return (f"Section {section.letter}, item {place} of {len(there)}",)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list by Esc; an item just made that got no title goes again."""
        if self._unfiltered(event):
            return
        if event.key() == Qt.Key.Key_Insert and not self.form.isVisible():
            self.add()  # from the button that fills an empty agenda
            return
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        item, stack = self.item(), self.workspace.undo_stack
        if item is not None and not item.title and stack.index() == self._added_at:
            stack.undo()
        self._leave_form()

    def go_to(self, place: Place) -> None:
        """Take the item in hand."""
        self.take(place.item_id)
        self._leave_form()

    def _leave_form(self) -> None:
        self._in_form = self._side.in_report = False
        self._show_form()
        self._share_room()
        self.table.setFocus()

    # --- items -----------------------------------------------------------------------------

    def item(self) -> AgendaItem | None:
        """Return the item in hand."""
        return self.meeting.item(ItemId(self.table.current_key())) if self.meeting else None

    def _section(self) -> Section | None:
        """Return the section in hand, or that of the item in hand."""
        meeting, item = self.meeting, self.item()
        if meeting is None:
            return None
        return meeting.section(item.section_id if item else SectionId(self.table.current_key()))

    def add(self) -> None:
        """Make an item behind the one in hand, or first in the section in hand."""
        meeting = self.meeting
        if meeting is None:
            return
        section = self._section() or next(iter(meeting.sections), None)
        if section is None:
            self._ask_section(None)
            return
        former = self.item()
        new = AgendaItem(id=ItemId(new_id()), section_id=section.id)
        after = former.id if former else None
        self.head.filter.clear()
        if self.submit_for(
            e.AddItem(meeting_id=meeting.id, item=new, after=after), "new item", new
        ):
            self._added_at = self.workspace.undo_stack.index()
            self.take(new.id)
            self.edit()

    def edit(self) -> None:
        """Go to the form of the item in hand, or ask about the section in hand."""
        section = self._section()
        if self.item() is None:
            if section is not None:
                self._ask_section(section)
            return
        self._in_form = True
        self._share_room()
        self._panel.verticalScrollBar().setValue(0)
        self.form.begin_title()

    def edit_report(self) -> None:
        """Go to the report of the item in hand."""
        if self.item() is not None:
            self._in_form = self._side.in_report = True
            self._share_room()
            self._show_form()
            self._panel.verticalScrollBar().setValue(0)
            self.report_form.begin()

    def _leave_report(self) -> None:
        self._side.in_report = False
        self._show_form()
        self.form.papers.report.setFocus()

    def go_to_papers(self) -> None:
        """Go to the papers of the item in hand."""
        if self.item() is not None:
            self._in_form, self._side.in_report = True, False
            self._share_room()
            self._show_form()
            self.form.papers.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Delete the item in hand; a section stays, whoever holds the key down."""
        meeting, item = self.meeting, self.item()
        if meeting is None or item is None:
            return
        what = f"“{item.title}”" if item.title else "an item without a title"
        edit = e.RemoveItem(meeting_id=meeting.id, item_id=item.id)
        if self.submit_for(edit, f"delete {what}", item):
            self.notice.emit("info", f"Deleted {what}.", "Ctrl+Z brings it back.")

    def duplicate(self) -> None:
        """Put the item in hand there once more, its text too."""
        meeting, item = self.meeting, self.item()
        if meeting is None or item is None:
            return
        new = duplicate_item(item, new_id)
        edit = e.AddItem(meeting_id=meeting.id, item=new, after=item.id)
        if self.submit_for(edit, "duplicate an item", new):
            self.take(new.id)

    def _move(self, step: int) -> None:
        """Move what the focus is on: a paper, or else the item in hand."""
        papers = self.form.papers
        (papers if papers.table.hasFocus() else self).move_by(step)

    def move_by(self, step: int) -> None:
        """Move the item in hand up (-1) or down (1); past the end of its section into the next."""
        meeting, item = self.meeting, self.item()
        if meeting is None or item is None:
            return
        step_to = step_of(meeting, item, step)
        if step_to is None:
            return
        section_id, after = step_to
        edit = e.MoveItem(
            meeting_id=meeting.id,
            item_id=item.id,
            section_id=section_id,
            after=after,
        )
        if self.submit_for(edit, "move an item", item):
            self.take(item.id)
            announce(self.table, f"Now {self.form.heading.text()}")

    def _on_dropped(self, key: str, onto: str, below: bool) -> None:
        """Put an item where it was dropped."""
        meeting = self.meeting
        item = meeting.item(ItemId(key)) if meeting is not None else None
        if meeting is None or item is None:
            return
        place = place_of_drop(meeting, item, onto, below=below)
        if place is None:
            return
        section_id, after = place
        edit = e.MoveItem(
            meeting_id=meeting.id, item_id=item.id, section_id=section_id, after=after
        )
        if self.submit_for(edit, "move an item", item):
            self.take(item.id)

    def restrict(self) -> None:
        """Ask why the item in hand is restricted, or open it again."""
        item, section = self.item(), self._section()
        if item is None:
            return
        if item.restricted:
            self._on_given(replace(item, restricted=False), "open an item")
        elif section is not None and section.restricted:
            self.notice.emit("info", _WHOLE, _WHOLE_TODO)
        else:
            self._ask_reason(item)

    def set_minuted(self) -> None:
        """Have the item in hand minuted, or not."""
        item = self.item()
        if item is not None:
            self._on_given(replace(item, minuted=not item.minuted), "minuted or not")

    def _on_given(self, item: AgendaItem, text: str) -> None:
        meeting = self.meeting
        if meeting is not None:  # what was refused goes back to what it was
            self.submit_for(e.SetItem(meeting_id=meeting.id, item=item), text, item)

    def _on_standing(self, on: bool) -> None:
        """Have the item on each new agenda of the body too, or on this one alone."""
        meeting, item, section = self.meeting, self.item(), self._section()
        if meeting is None or item is None or section is None:
            return
        body = self.workspace.record.body_of(meeting)
        new = (with_standing if on else without_standing)(body, item, section)
        edits: list[e.Edit] = [e.SetItem(meeting_id=meeting.id, item=replace(item, standing=on))]
        if new != body:
            edits.append(e.PutBody(body=new))
        self.submit(*edits, text="standing item", place=self._place_of(item))
        self._show_form()

    def submit_for(self, edit: e.Edit, text: str, item: AgendaItem | None) -> bool:
        """Submit an edit as one change at an item, and show what became of it."""
        done = self.submit(edit, text=text, place=self._place_of(item))
        if item is not None:
            self._show_form()
        return done

    def _place_of(self, item: AgendaItem | None) -> Place:
        item_id = item.id if item else ""
        return Place(page=self.name, meeting_id=self.meeting_id or "", item_id=item_id)

    # --- questions -------------------------------------------------------------------------

    def _ask_reason(self, item: AgendaItem) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        cites = self.workspace.record.body_of(meeting).cites_exempt
        dialog = RestrictDialog(self.look, item, self, cites=cites)
        dialog.item_given.connect(lambda new: self._on_given(new, "restrict an item"))
        dialog.open()

    def _ask_section(self, section: Section | None) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        dialog = section_dialog(self.look, meeting.sections, section, self)
        dialog.section_given.connect(lambda new: self._on_section(section, new))
        dialog.open()

    def _on_section(self, former: Section | None, new: SectionPattern) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        made = Section(
            id=former.id if former else SectionId(new_id()),
            letter=new.letter,
            title=new.title,
            restricted=new.restricted,
        )
        kept = tuple(made if one == former else one for one in meeting.sections)
        sections = kept if former else (*kept, made)
        if self.submit_for(
            e.SetSections(meeting_id=meeting.id, sections=sections), "section", None
        ):
            self.take(made.id)
