"""The Agenda page: sections and items by keys, codes that renumber, the item's form beside."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kcsp_desktop.domain.applying import Changes
from kcsp_desktop.domain.edits import AddItem, MoveItem, RemoveItem, SetItem
from kcsp_desktop.domain.ids import BlockId, ItemId
from kcsp_desktop.domain.meeting import (
    AgendaItem,
    ItemKind,
    duplicate_item,
    in_order,
    is_restricted,
)
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.empty_state import EmptyState
from kcsp_desktop.ui.kit.rows import Cell, Row, RowsModel
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.pages.item_form import ItemForm
from kcsp_desktop.ui.pages.page import Page
from kcsp_desktop.ui.theme import Narrow, Space, Type, Weight
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.domain.ids import SectionId
    from kcsp_desktop.domain.meeting import Meeting, Section
    from kcsp_desktop.domain.numbering import Numbers
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_FORM = 520  # width of the form, pixels at 100 %
_COLUMNS = (
    Column(words="", width=44, code=True, weight=Weight.TITLE),
    Column(words="Title", width=260, stretches=True, wraps=True, lead=True),
    Column(words="Kind", width=110, drops=2, role="ink2"),
    Column(words="Presenter", width=124, drops=3, role="ink2"),
    Column(words="Pages", width=76, drops=1, tabular=True, role="ink2"),
    Column(words="Time", width=66, right=True, tabular=True, role="ink2"),
)


class AgendaPage(Page):
    """A list of items by section, worked by keys."""

    name = "agenda"

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build list and form."""
        super().__init__(workspace, look)
        self.table = Table(look, _COLUMNS)
        self.table.setObjectName("agendaList")
        self.table.setAccessibleName("Agenda")
        self.model = RowsModel(len(_COLUMNS), self.table)
        self.table.setModel(self.model)
        self.form = ItemForm(look)
        self._facts = Words(look, role="ink2")
        self._add = Button(look, "New item", icon="plus")
        self._add.setObjectName("agendaAdd")
        self._empty = EmptyState(look, "No items yet", (("Ins", "New item"),))
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        table = self.table
        table.letter.connect(self._on_letter)
        table.row_chosen.connect(lambda _: self.form.begin_title())
        table.insert_pressed.connect(self.add)
        table.delete_pressed.connect(self.remove)
        table.move_asked.connect(self.move_item)
        table.current_changed.connect(lambda _: self._show_form())
        self._add.clicked.connect(self.add)
        self.form.changed.connect(self._on_changed_item)
        self.form.left.connect(self.table.setFocus)

    def _lay_out(self) -> None:
        look, px = self.look, self.look.px
        left, head = QWidget(), QHBoxLayout()
        head.setContentsMargins(px(24), px(Space.M), px(24), px(Space.S))
        head.addWidget(Words(look, "Agenda", size=Type.PAGE_TITLE, weight=Weight.TITLE))
        head.addStretch(1)
        head.addWidget(self._add)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._panel = Scroll(self.form)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self._panel)

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show the agenda as it is now."""
        meeting = self.meeting
        if meeting is None:
            return
        self.model.set_rows(_rows(meeting, numbered(self.workspace.record, meeting)))
        self._stack.setCurrentIndex(0 if meeting.items else 1)
        if meeting.items and not self._in_hand():
            self.table.set_current_key(in_order(meeting)[0].id)
        self._show_form()
        self._share_room()

    def _in_hand(self) -> AgendaItem | None:
        meeting = self.meeting
        return meeting.item(ItemId(self.table.current_key())) if meeting else None

    def _show_form(self) -> None:
        meeting, item = self.meeting, self._in_hand()
        self.form.setVisible(item is not None)
        if meeting is not None and item is not None:
            given = numbered(self.workspace.record, meeting)
            number = given.minutes.get(item.id, 0) if item.minuted else 0
            self.form.show_item(item, given.codes[item.id], number)
        self.keys_changed.emit()

    def _share_room(self) -> None:
        wide = self.look.effective(self.width()) >= Narrow.OUTLINE
        self._panel.setFixedWidth(self.look.px(_FORM) if wide else self.width() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._share_room()

    def go_to(self, place: Place) -> None:
        """Take the item in hand."""
        if place.item_id:
            self.table.set_current_key(place.item_id)

    def focus_first(self) -> None:
        """Begin in the list."""
        (self.table if self._stack.currentIndex() == 0 else self._add).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return list and form."""
        return (self.table, self.form.lines["title"])

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "add": self.add,
            "edit": self.form.begin_title,
            "remove": self.remove,
            "duplicate": self.duplicate,
            "restrict": self.restrict,
            "minuted": self.toggle_minuted,
            "move-up": lambda: self.move_item(-1),
            "move-down": lambda: self.move_item(1),
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        return ("add", "edit", "move-up", "move-down", "restrict", "minuted", "remove", "all-keys")

    def facts(self) -> tuple[str, ...]:
        """Return how many items and how long they will take."""
        meeting = self.meeting
        if meeting is None:
            return ()
        total = sum(item.minutes_planned for item in meeting.items)
        time = f", {total // 60} h {total % 60} min" if total else ""
        return (f"{len(meeting.items)} items{time}",)

    def _on_letter(self, letter: str) -> None:
        deeds = {"R": self.restrict, "M": self.toggle_minuted, "D": self.duplicate}
        deed = deeds.get(letter.upper())
        if deed is not None:
            deed()

    # --- deeds -----------------------------------------------------------------------------

    def _place(self, item_id: str) -> Place:
        return Place(page=self.name, meeting_id=self.meeting_id or "", item_id=item_id)

    def add(self) -> None:
        """Add an item behind the one in hand and go to its title."""
        meeting = self.meeting
        if meeting is None or not meeting.sections:
            return
        at = self._in_hand()
        section_id = at.section_id if at else meeting.sections[0].id
        item = AgendaItem(id=ItemId(str(uuid.uuid4())), section_id=section_id)
        edit = AddItem(meeting_id=meeting.id, item=item, after=at.id if at else None)
        if self.submit(edit, text="new item", place=self._place(item.id)):
            self.refresh(Changes())
            self.table.set_current_key(item.id)
            self.form.begin_title()

    def _on_changed_item(self, item: AgendaItem) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        edit = SetItem(meeting_id=meeting.id, item=item)
        self.submit(edit, text="item", place=self._place(item.id))
        self.refresh(Changes())

    def remove(self) -> None:
        """Take the item in hand away."""
        meeting, item = self.meeting, self._in_hand()
        if meeting is None or item is None:
            return
        ids = [one.id for one in in_order(meeting)]
        at = ids.index(item.id)
        near = (ids[at + 1 :] or ids[:at][-1:] or [ItemId("")])[0]
        edit = RemoveItem(meeting_id=meeting.id, item_id=item.id)
        if self.submit(edit, text="delete item", place=self._place(item.id)):
            self.refresh(Changes())
            self.table.set_current_key(near)
            words = item.title or "The item"
            self.notice.emit("info", f"“{words}” is deleted.", "Ctrl+Z brings it back.")

    def duplicate(self) -> None:
        """Add a copy behind the item in hand."""
        meeting, item = self.meeting, self._in_hand()
        if meeting is None or item is None:
            return
        copy = duplicate_item(item, lambda: BlockId(str(uuid.uuid4())))
        edit = AddItem(meeting_id=meeting.id, item=copy, after=item.id)
        if self.submit(edit, text="duplicate item", place=self._place(copy.id)):
            self.refresh(Changes())
            self.table.set_current_key(copy.id)

    def restrict(self) -> None:
        """Restrict the item in hand, or open it."""
        item = self._in_hand()
        if item is not None:
            self._on_changed_item(replace(item, restricted=not item.restricted))

    def toggle_minuted(self) -> None:
        """Minute the item in hand, or not."""
        item = self._in_hand()
        if item is not None:
            self._on_changed_item(replace(item, minuted=not item.minuted))

    def move_item(self, by: int) -> None:
        """Move the item in hand up or down, across sections too."""
        meeting, item = self.meeting, self._in_hand()
        if meeting is None or item is None:
            return
        to = _moved(meeting, item, by)
        if to is None:
            return
        section_id, after = to
        edit = MoveItem(meeting_id=meeting.id, item_id=item.id, section_id=section_id, after=after)
        self.submit(edit, text="move item", place=self._place(item.id))
        self.refresh(Changes())
        self.table.set_current_key(item.id)


def _moved(meeting: Meeting, item: AgendaItem, by: int) -> tuple[SectionId, ItemId | None] | None:
    """Return the section and the item behind which a step up or down leads, if anywhere."""
    sections = [section.id for section in meeting.sections]
    here = [one for one in in_order(meeting) if one.section_id == item.section_id]
    at, section_at = here.index(item), sections.index(item.section_id)
    if 0 <= at + by < len(here):
        before = [one for one in here if one is not item]
        target = at + by
        behind = before[target - 1].id if target else None
        return item.section_id, behind or _last_before(meeting, item, section_at)
    if not 0 <= section_at + by < len(sections):
        return None
    return sections[section_at + by], (
        _last_before(meeting, item, section_at + by)
        if by > 0
        else _last_before(meeting, item, section_at)
    )


def _last_before(meeting: Meeting, item: AgendaItem, section_at: int) -> ItemId | None:
    """Return the last item of the sections before one, leaving the moving one aside."""
    earlier = {section.id for section in meeting.sections[:section_at]}
    ids = [one.id for one in in_order(meeting) if one.section_id in earlier and one is not item]
    return ids[-1] if ids else None


def _rows(meeting: Meeting, given: Numbers) -> list[Row]:
    rows: list[Row] = []
    for section in meeting.sections:
        rows.append(_section_row(section))
        rows += [
            _item_row(meeting, item, given)
            for item in in_order(meeting)
            if item.section_id == section.id
        ]
    return rows


def _section_row(section: Section) -> Row:
    lock = "lock" if section.restricted else ""
    words = f"{section.letter}. {section.title}"
    second = "Not open to the press and public" if section.restricted else ""
    cell = Cell(text=words, bold=True, icon=lock, icon_role="lock", second=second)
    return Row(key=section.id, cells=(cell,), section=True, spoken=words)


def _item_row(meeting: Meeting, item: AgendaItem, given: Numbers) -> Row:
    code = given.codes[item.id]
    time = f"{item.minutes_planned} min" if item.minutes_planned else ""
    kind = str(item.kind).capitalize() if item.minuted else "Not minuted"
    locked = is_restricted(meeting, item)
    pages = item.pages or ("no paper" if item.kind is ItemKind.VERBAL else "")
    title = Cell(text=item.title or "Untitled", icon="lock" if locked else "", icon_role="lock")
    cells = (
        Cell(text=code),
        title,
        Cell(text=kind),
        Cell(text=item.presenter),
        Cell(text=pages),
        Cell(text=time),
    )
    return Row(key=item.id, cells=cells, spoken=f"{code} {item.title}, {kind}, {time}")
