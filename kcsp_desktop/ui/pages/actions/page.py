"""The Actions page: who owes what by when, over all meetings; updated and closed by key.

How this works: the register's rows are worked out once for each change of the record; presets,
saved filters, body, order and the words typed narrow and sort those. A deed is done to every
action that is marked, or to the one in hand. Must stay in step: ``domain.registers.actions``.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import CLOSED, ActionState
from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.edits import PutAction, PutEntry, RemoveEntry
from kcsp_desktop.domain.ids import ActionId, BodyId, EntryId
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.registers.actions import (
    ActionRow,
    Order,
    Standing,
    action_rows,
    in_order,
    narrowed,
)
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.pages.actions.cells import action_row
from kcsp_desktop.ui.pages.actions.filters import kept, offered, saved_filters, wanted
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.pages.narrowing import Narrowing, offer
from kcsp_desktop.ui.pages.writing_out.deeds import WritingOut
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.actions import Action
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.registers.actions import ActionFilter
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.writing_out.deeds import Source
    from kcsp_desktop.ui.workspace import Workspace

_MOST_SHOWN = 600  # more are never read; the words or a filter narrow them
_SHOWN_FOR = {Kind.ACTIONS, Kind.MEETINGS, Kind.BODIES, Kind.DETAILS, Kind.AGENDA, Kind.ENTRIES}
_ORDERS = {
    Order.DUE: "By when",
    Order.OWNER: "By who",
    Order.AGREED: "By meeting",
    Order.STANDING: "By standing",
    Order.TEXT: "By action",
}


class ActionsPage(ListPage):
    """By when, what, who, where it was agreed, and how it stands."""

    name = "actions"
    title = "Actions"
    finds = "Find an action"
    deed = ""
    columns_of_list = (
        Column(words="By when", width=170, lead=True, tabular=True),
        Column(words="Action", width=380, stretches=True, wraps=True),
        Column(words="Who", width=190, stretches=True, wraps=True, drops=3),
        Column(words="Agreed", width=170, tabular=True, drops=1, role="ink2"),
        Column(words="Stands", width=150, drops=2, role="ink2"),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list, what narrows it, and the card for nothing at all."""
        super().__init__(workspace, look)
        self._rows: tuple[ActionRow, ...] = ()
        self._shown: tuple[ActionRow, ...] = ()
        self._marked: set[str] = set()
        self._writing = WritingOut(self)
        whole = self._build_list()
        self.head.deed.hide()  # an action is made where it was agreed
        self.table.space_pressed.connect(self.mark)
        self._nothing = NothingCard(
            look,
            "There are no actions yet.",
            "Actions are noted in the minutes, at the paragraph in which they are agreed.",
            (("actionsMinutes", "Go to the latest minutes", self._go_to_latest),),
            (("Ctrl+T", "in the minutes"),),
        )
        self._stack = self._stacked(whole, self._nothing)

    def _under_head(self) -> QWidget:
        """Return what narrows and sorts the list."""
        self.preset = Choice(self.look, offered(()))
        self.of_body = Choice(self.look)
        self.order = Choice(self.look, [(str(key), words) for key, words in _ORDERS.items()])
        return Narrowing(
            self.look,
            self._on_narrowed,
            ("actionsPreset", self.preset, "Which actions"),
            ("actionsBody", self.of_body, "Of which body"),
            ("actionsOrder", self.order, "Sorted"),
        )

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show the actions as they are now."""
        if changes.kinds and not changes.kinds & _SHOWN_FOR:
            return
        record = self.workspace.record
        self._rows = action_rows(record, self.workspace.today())
        known = {row.action.id for row in self._rows}
        self._marked &= known
        offer(self.preset, offered(saved_filters(record)))
        bodies = [(str(one.id), one.short_name) for one in record.bodies]
        offer(self.of_body, [("", "All bodies"), *bodies])
        self.of_body.setVisible(len(bodies) > 1)
        self.show_rows()
        nothing = not self._rows and self.workspace.is_open
        self._show_of(self._stack, 1 if nothing else 0)

    def _wanted(self) -> ActionFilter:
        """Return what the list is narrowed to by what is chosen above it."""
        filters = saved_filters(self.workspace.record)
        return wanted(filters, self.preset.chosen(), self.of_body.chosen())

    def show_rows(self) -> None:
        """Show the rows that everything chosen and typed lets through."""
        chosen = self._wanted()
        typed = f"{chosen.words} {self.head.filter.text()}".strip()
        order = Order(self.order.chosen() or Order.DUE)
        self._shown = in_order(narrowed(self._rows, replace(chosen, words=typed)), order)
        before = self.table.currentIndex().row()
        rows = self.rows()
        self.model.set_rows(rows)
        if not self.table.currentIndex().isValid():
            self._take_nearest(rows, before)
        self._say_nothing_found(nothing=not rows and bool(self._rows))

    def _say_nothing_found(self, *, nothing: bool) -> None:
        typed = self.head.filter.text().strip()
        words = f"Nothing here has “{typed}”. Esc shows all again." if typed else "Nothing here."
        self.nothing_found.setText(words)
        self.nothing_found.setVisible(nothing)

    def rows(self) -> list[Row]:
        """Return the actions to be shown, as many as anybody reads."""
        year = self.workspace.today().year
        return [
            action_row(row, year, marked=row.action.id in self._marked)
            for row in self._shown[:_MOST_SHOWN]
        ]

    def _on_narrowed(self) -> None:
        self.show_rows()
        self.keys_changed.emit()

    def focus_first(self) -> None:
        """Begin in the list, or on the card."""
        (self._nothing if self._stack.currentIndex() else self.table).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter, choices and list, or the card."""
        if self._stack.currentIndex():
            return (self._nothing,)
        return (self.head.filter, self.preset, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "edit": self.edit,
            "mark": self.mark,
            "update": self.update_marked,
            "close-action": self.close_marked,
            "in-progress": self.in_progress,
            "go-to-minute": self.go_to_minute,
            "tags": self.ask_tags,
            "write-out": self.write_out,
            "chasers": self.write_chasers,
            "keep-filter": self.keep_filter,
            "drop-filter": self.drop_filter,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex():
            return ("all-keys",)
        if not self.table.hasFocus():
            return ("find", "next-column", "all-keys")
        return ("update", "close-action", "mark", "go-to-minute", "found", "write-out", "chasers",
                "all-keys")  # fmt: skip

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return Enter, which changes the action here."""
        return (("Enter", "Change"),) if self.table.hasFocus() and self.table.current_key() else ()

    def facts(self) -> tuple[str, ...]:
        """Return how many are shown, marked and overdue."""
        overdue = sum(row.standing is Standing.OVERDUE for row in self._rows)
        found = len(self._shown)
        told = [f"{found} actions" if found != 1 else "1 action"]
        if found > _MOST_SHOWN:
            told.append(f"the first {_MOST_SHOWN:,} are shown")
        if self._marked:
            told.append(f"{len(self._marked)} marked")
        if overdue:
            told.append(f"{overdue} overdue")
        return tuple(told)

    def go_to(self, place: Place) -> None:
        """Take the action in hand; one that is open is shown, whatever hides it."""
        row = next((one for one in self._rows if one.action.id == place.item_id), None)
        if row is not None and row not in self._shown and row.standing is not Standing.CLOSED:
            self.preset.choose("open")
            self.of_body.choose("")
            self.show_rows()
        self.take(place.item_id)

    # --- deeds -----------------------------------------------------------------------------

    def _in_hand(self) -> ActionRow | None:
        key = self.table.current_key()
        return next((row for row in self._shown if row.action.id == key), None)

    def _meant(self) -> tuple[ActionRow, ...]:
        """Return the marked actions, or the one in hand."""
        marked = tuple(row for row in self._rows if row.action.id in self._marked)
        row = self._in_hand()
        return marked or ((row,) if row is not None else ())

    def mark(self) -> None:
        """Mark the action in hand, or take its mark off, and go on to the next."""
        row = self._in_hand()
        if row is not None:
            self._marked ^= {row.action.id}
            self.show_rows()
            below = self.table.currentIndex().siblingAtRow(self.table.currentIndex().row() + 1)
            if below.isValid():
                self.table.setCurrentIndex(below)
            self.keys_changed.emit()

    def edit(self) -> None:
        """Change the words, the owner and the due day of the action in hand."""
        from kcsp_desktop.ui.dialogs.action import ActionDialog

        row = self._in_hand()
        meeting = self.workspace.record.meeting(row.meeting_id) if row else None
        item = meeting.item(row.action.item_id) if row and meeting else None
        if row is None or meeting is None or item is None:
            return
        block = next((one for one in item.blocks if one.id == row.action.block_id), None)
        dialog = ActionDialog(
            self.look,
            self.workspace.record,
            meeting,
            item,
            block,
            row.action.text,
            self,
            action=row.action,
        )
        dialog.given.connect(lambda edit: self._put((edit,), "action"))
        dialog.open()

    def update_marked(self) -> None:
        """Note what was said of the actions meant, and at which meeting."""
        from kcsp_desktop.ui.dialogs.registers.action_update import UpdateDialog

        meant = self._meant()
        if meant:
            dialog = UpdateDialog(
                self.look, self.workspace.record, meant, self.workspace.today(), self
            )
            dialog.given.connect(lambda edits: self._put(edits, "update"))
            dialog.open()

    def close_marked(self) -> None:
        """Close the actions meant, with a note and a day; open again those that are closed."""
        from kcsp_desktop.ui.dialogs.registers.action_update import CloseDialog

        meant = self._meant()
        if meant and all(row.action.state in CLOSED for row in meant):
            self._put(self._changed(meant, _opened), "open again")
        elif meant:
            dialog = CloseDialog(
                self.look, self.workspace.record, meant, self.workspace.today(), self
            )
            dialog.given.connect(lambda edits: self._put(edits, "close"))
            dialog.open()

    def in_progress(self) -> None:
        """Say that the actions meant are in progress, or no longer."""
        meant = tuple(row for row in self._meant() if row.action.state not in CLOSED)
        if meant:
            self._put(self._changed(meant, _progressed), "in progress")

    def _go_to_latest(self) -> None:
        """Go to the minutes of the latest meeting, or to the meetings where there is none."""
        meetings = by_date(self.workspace.record.meetings)
        if meetings:
            self.go.emit(Place(page="minutes", meeting_id=meetings[-1].id))
        else:
            self.command.emit("meetings")

    def _changed(
        self, rows: Iterable[ActionRow], change: Callable[[Action], Action]
    ) -> tuple[Edit, ...]:
        return tuple(
            PutAction(meeting_id=row.meeting_id, action=change(row.action)) for row in rows
        )

    def _put(self, edits: tuple[Edit, ...], text: str) -> None:
        row = self._in_hand()
        place = Place(page=self.name, item_id=row.action.id if row else "")
        if edits and self.submit(*edits, text=text, place=place):
            self._marked.clear()
            self.refresh(Changes())
            self.keys_changed.emit()

    def ask_tags(self) -> None:
        """Ask what the action in hand is about."""
        from kcsp_desktop.ui.dialogs.registers.tags import TagsDialog

        row = self._in_hand()
        if row is None:
            return
        dialog = TagsDialog(
            self.look,
            self.workspace.record,
            row.body_id,
            int(row.agreed_on[:4]),
            row.action.tags,
            row.action.text,
            self,
        )
        if not dialog.has_tags():
            dialog.deleteLater()
            self.notice.emit("info", f"{row.body} has no priorities yet.", "Go, Priorities.")
            return
        dialog.given.connect(
            lambda tags: self._put(
                self._changed((row,), lambda action: replace(action, tags=tags)), "about"
            )
        )
        dialog.open()

    def write_out(self) -> None:
        """Ask for a file of the actions of the body chosen, or of all, and write it."""
        from kcsp_desktop.ui.dialogs.registers.write_out import ACTION_FILES, WriteOutDialog
        from kcsp_desktop.ui.pages.writing_out.deeds import write_actions

        source, groups = self._source(), self._groups()
        scopes = [("", "All of them"), *_counted(groups, ("listed", "marked"))]
        dialog = WriteOutDialog(self.look, ACTION_FILES, self, scopes=scopes)
        dialog.given.connect(
            lambda ending, audience, scope: self._writing.begin(
                write_actions, source, ending, audience, groups.get(scope)
            )
        )
        dialog.open()

    def write_chasers(self) -> None:
        """Ask about what the owners are to be written to, and write the drafts."""
        from kcsp_desktop.ui.dialogs.registers.write_out import ChasersDialog
        from kcsp_desktop.ui.pages.writing_out.deeds import write_chasers

        source, groups = self._source(), self._groups()
        scopes = _counted(groups, ("marked", "overdue", "open"))
        if not scopes:
            self.notice.emit("info", "Nothing is open.", "There is nobody to write to.")
            return
        dialog = ChasersDialog(self.look, scopes, self)
        dialog.given.connect(
            lambda scope: self._writing.begin(write_chasers, source, groups[scope])
        )
        dialog.open()

    def _source(self) -> Source:
        body = self._wanted().body_id
        return self._writing.source(BodyId(body) if body else None, self.workspace.today())

    def _groups(self) -> dict[str, frozenset[ActionId]]:
        """Return the actions that may be meant, by the word for them."""
        body = self._wanted().body_id
        rows = [row for row in self._rows if not body or row.body_id == body]
        awake = (Standing.OVERDUE, Standing.OPEN, Standing.UNCLEAR)
        groups = {
            "listed": self._shown,
            "marked": [row for row in rows if row.action.id in self._marked],
            "overdue": [row for row in rows if row.standing is Standing.OVERDUE],
            "open": [row for row in rows if row.standing in awake],
        }
        return {key: frozenset(row.action.id for row in there) for key, there in groups.items()}

    def go_to_minute(self) -> None:
        """Go to where the action in hand was agreed."""
        row = self._in_hand()
        if row is not None:
            caret = row.action.block_id
            self.go.emit(
                Place(
                    page="minutes",
                    meeting_id=row.meeting_id,
                    item_id=row.action.item_id,
                    caret=caret,
                )
            )

    def keep_filter(self) -> None:
        """Keep what the list is narrowed to, under a name."""
        from kcsp_desktop.ui.dialogs.registers.filter_name import FilterNameDialog

        bodies = self.workspace.record.bodies
        if bodies:
            taken = tuple(one.name for one in saved_filters(self.workspace.record))
            dialog = FilterNameDialog(self.look, taken, self)
            dialog.named.connect(self._keep)
            dialog.open()

    def _keep(self, name: str) -> None:
        record, words = self.workspace.record, self.head.filter.text()
        chosen, body = self.preset.chosen(), self.of_body.chosen()
        one = kept(record, chosen, body, words, name, str(uuid.uuid4()))
        self._put((PutEntry(entry=one),), "keep the filter")
        self.head.filter.clear()
        self.preset.choose(one.id)
        self._on_narrowed()

    def drop_filter(self) -> None:
        """Take the saved filter that is chosen away."""
        chosen = self.preset.chosen()
        if any(one.id == chosen for one in saved_filters(self.workspace.record)):
            self._put((RemoveEntry(entry_id=EntryId(chosen)),), "drop the filter")
        else:
            self.notice.emit("info", "No filter of yours is chosen.", "K keeps one.")


_GROUPS = {
    "listed": "Those in the list now",
    "marked": "Those marked",
    "overdue": "What is overdue",
    "open": "Everything that is open",
}


def _counted(
    groups: dict[str, frozenset[ActionId]], names: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Return the groups of those names that hold anything, with how many."""
    return [(name, f"{_GROUPS[name]} ({len(groups[name])})") for name in names if groups[name]]


def _opened(action: Action) -> Action:
    """Return the action open again; why it was closed stays with it as an update."""
    return replace(action, state=ActionState.OPEN, closed_on="")


def _progressed(action: Action) -> Action:
    back = action.state is ActionState.IN_PROGRESS
    return replace(action, state=ActionState.OPEN if back else ActionState.IN_PROGRESS)
