"""The Priorities page: what a body has set itself, and what a year has taken up of it.

Must stay in step: ``domain.registers.coverage``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.edits import PutEntry, RemoveEntry
from kcsp_desktop.domain.entries import Tag, TagKind
from kcsp_desktop.domain.ids import BodyId, EntryId
from kcsp_desktop.domain.registers.actions import action_rows
from kcsp_desktop.domain.registers.coverage import CoverageRow, coverage
from kcsp_desktop.domain.registers.decisions import decision_rows
from kcsp_desktop.ui.dialogs.registers.priority import PriorityDialog, years
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.pages.narrowing import Narrowing, offer
from kcsp_desktop.ui.pages.writing_out.deeds import WritingOut
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_KINDS = tuple(TagKind)
_SHOWN_FOR = {
    Kind.ENTRIES, Kind.ACTIONS, Kind.AGENDA, Kind.MEETINGS, Kind.BODIES, Kind.BLOCKS, Kind.DETAILS,
}  # fmt: skip


class PrioritiesPage(ListPage):
    """Each priority with its lead and years, and what was done about it in the year chosen."""

    name = "priorities"
    title = "Priorities"
    finds = "Find a priority"
    deed = "New priority"
    columns_of_list = (
        Column(words="Priority", width=330, lead=True, stretches=True, wraps=True),
        Column(words="Lead", width=230, stretches=True, wraps=True, drops=2, role="ink2"),
        Column(words="Years", width=130, tabular=True, drops=1, role="ink2"),
        Column(words="Meetings", width=90, tabular=True, drops=4),
        Column(words="Items", width=80, tabular=True),
        Column(words="Decisions", width=100, tabular=True, drops=5),
        Column(words="Actions", width=130, tabular=True, drops=6),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list and the card for nothing at all."""
        super().__init__(workspace, look)
        self._table: tuple[CoverageRow, ...] = ()
        self._writing = WritingOut(self)
        whole = self._build_list()
        nothing = NothingCard(
            look,
            "There are no priorities yet.",
            "With them items, actions and decisions are tagged, and a year shows what was done.",
            (("firstPriority", "New priority", self.add),),
            (("Ins", "New priority"),),
        )
        no_body = NothingCard(
            look,
            "There is no body yet.",
            "Priorities belong to a committee or partnership.",
            (("prioritiesMakeBody", "Make a body", lambda: self.command.emit("new-body")),),
        )
        self._cards: tuple[QWidget, ...] = (self.table, nothing, no_body)
        self._stack = self._stacked(whole, nothing, no_body)

    def _under_head(self) -> QWidget:
        """Return the choice of body and year."""
        self.of_body, self.year = Choice(self.look), Choice(self.look)
        return Narrowing(
            self.look,
            self._on_chosen,
            ("prioritiesBody", self.of_body, "Of which body"),
            ("prioritiesYear", self.year, "In which year"),
        )

    def _on_chosen(self) -> None:
        self.refresh(Changes())
        self.keys_changed.emit()

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show the priorities and what was done about them, as they are now."""
        if changes.kinds and not changes.kinds & _SHOWN_FOR:
            return
        record = self.workspace.record
        offer(self.of_body, [(str(one.id), one.short_name) for one in record.bodies])
        self.of_body.setVisible(len(record.bodies) > 1)
        now = self.workspace.today().year
        found = {meeting.details.date.year for meeting in record.meetings} | {now}
        offer(self.year, [(str(one), str(one)) for one in sorted(found, reverse=True)], str(now))
        body = record.body(BodyId(self.of_body.chosen())) if record.bodies else None
        self._table = ()
        if body is not None:
            self._table = coverage(
                record,
                body.id,
                int(self.year.chosen()),
                action_rows(record, self.workspace.today()),
                decision_rows(record),
            )
        self.show_rows()
        self._show_of(self._stack, 2 if body is None else 0 if self._kept() else 1)

    def _kept(self) -> bool:
        body = self.of_body.chosen()
        return any(
            isinstance(one, Tag) and one.body_id == body for one in self.workspace.record.entries
        )

    def rows(self) -> list[Row]:
        """Return the priorities of the year, under their kinds."""
        rows: list[Row] = []
        kind = ""
        for one in sorted(self._table, key=lambda row: _KINDS.index(row.tag.kind)):
            if str(one.tag.kind) != kind:
                kind = str(one.tag.kind)
                head = Cell(text=f"{kind.capitalize()}s".replace("ys", "ies"))
                rows.append(Row(key=f"kind {kind}", cells=(head,), section=True))
            rows.append(_row(one))
        return rows

    def focus_first(self) -> None:
        """Begin in the list, or on the button that makes what is missing."""
        self._cards[self._stack.currentIndex()].setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter, choices and list, or the card."""
        here = self._stack.currentIndex()
        return (self._cards[here],) if here else (self.head.filter, self.year, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "add": self.add,
            "edit": self.edit,
            "remove": self.remove,
            "write-out": self.write_out,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex():
            return ("add", "all-keys")
        return ("add", "remove", "write-out", "find", "all-keys")

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return Enter, which changes the priority here."""
        return (("Enter", "Change"),) if self.table.hasFocus() and self.table.current_key() else ()

    def facts(self) -> tuple[str, ...]:
        """Return how many there are, and how many nobody took up."""
        idle = sum(not row.items and not row.actions and not row.decisions for row in self._table)
        told = (f"{len(self._table)} in {self.year.chosen()}",)
        return (*told, f"{idle} not taken up") if idle else told

    def go_to(self, place: Place) -> None:
        """Take the priority in hand."""
        self.take(place.item_id)

    # --- deeds -----------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new priority."""
        if not self.workspace.record.bodies:
            self.command.emit("new-body")
            return
        self._ask(None)

    def edit(self) -> None:
        """Change the priority in hand."""
        one = next((r.tag for r in self._table if r.tag.id == self.table.current_key()), None)
        if one is not None:
            self._ask(one)

    def _ask(self, one: Tag | None) -> None:
        body = BodyId(self.of_body.chosen())
        dialog = PriorityDialog(self.look, self.workspace.record, body, self, one=one)
        dialog.given.connect(self._put)
        dialog.open()

    def _put(self, tag: Tag) -> None:
        place = Place(page=self.name, item_id=tag.id)
        if self.submit(PutEntry(entry=tag), text="priority", place=place):
            self.refresh(Changes())
            self.take(tag.id)

    def write_out(self) -> None:
        """Write the table of the year that is shown, in Word."""
        from kcsp_desktop.ui.pages.writing_out.deeds import write_coverage

        if self.workspace.record.bodies:
            source = self._writing.source(BodyId(self.of_body.chosen()), self.workspace.today())
            self._writing.begin(write_coverage, source, int(self.year.chosen()))

    def remove(self) -> None:
        """Take the priority in hand away."""
        key = self.table.current_key()
        if key and self.submit(RemoveEntry(entry_id=EntryId(key)), text="remove the priority"):
            self.refresh(Changes())
            self.notice.emit("info", "The priority is removed.", "Ctrl+Z brings it back.")


def _row(one: CoverageRow) -> Row:
    tag = one.tag
    actions = f"{one.actions}, {one.open_actions} open" if one.open_actions else str(one.actions)
    counts = (str(len(one.meetings)), str(one.items), str(one.decisions), actions)
    idle = not (one.items or one.actions or one.decisions)
    said = (
        f"{tag.name}, lead {tag.lead or 'not named'}, {counts[0]} meetings, {counts[1]} items, "
        f"{counts[2]} decisions, {counts[3]} actions"
    )
    return Row(
        key=tag.id,
        cells=(
            Cell(text=tag.name),
            Cell(text=tag.lead or "Not named", role=None if tag.lead else "warn"),
            Cell(text=years(tag) or "always"),
            *(Cell(text=text, role="ink3" if idle else None) for text in counts),
        ),
        spoken=said,
    )
