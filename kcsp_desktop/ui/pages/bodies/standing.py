"""The standing items of a body: what its agendas have by themselves.

How this works: as the other lists of the form; S leaves an item out of the next meeting, once, and
takes that back. ``planning.pattern`` makes a meeting of these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import MONTHS
from kcsp_desktop.ui.dialogs.standing import StandingDialog
from kcsp_desktop.ui.editing.edited_list import moved, put, without
from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.pages.bodies.lists import BodyList

if TYPE_CHECKING:
    from kcsp_desktop.domain.body import Body, StandingItem
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.theme import Role


class StandingList(BodyList):
    """The items in the order in which an agenda has them within their sections."""

    def __init__(self, look: Look) -> None:
        """Show section, title, and what is special about an item."""
        columns = (
            Column(words="Section", width=32, lead=True),
            Column(words="Title", width=200, stretches=True, wraps=True, lead=True),
            Column(words="When", width=130, role="ink2", wraps=True),
        )
        title, none = "Standing items", "No standing items: a new agenda is empty."
        super().__init__(look, title, "New item…", "bodyStanding", columns, none)
        self.table.setAccessibleDescription(
            "Ins adds, Enter edits, Del takes out, Alt+Up moves, S skips once"
        )
        self.table.letter.connect(self._on_letter)

    def add(self) -> None:
        """Ask for a new item; it stands behind the one in hand."""
        self._ask(None)

    def edit(self) -> None:
        """Ask what has changed in the item in hand."""
        place = self._place()
        if self._body is not None and place >= 0:
            self._ask(place)

    def remove(self) -> None:
        """Take the item in hand out; agendas that are there keep theirs."""
        place = self._place()
        if self._body is not None and place >= 0:
            kept = without(self._body.standing, place)
            self.given.emit(replace(self._body, standing=kept), (), "remove a standing item")

    def move_by(self, step: int) -> None:
        """Move the item in hand."""
        place = self._place()
        if self._body is not None and 0 <= place + step < len(self._body.standing) and place >= 0:
            items = moved(self._body.standing, place, place + step)
            self.given.emit(replace(self._body, standing=items), (), "move a standing item")
            self._take(place + step)

    def skip(self) -> None:
        """Leave the item in hand out of the next meeting, or put it in again."""
        place = self._place()
        if self._body is None or place < 0:
            return
        one = self._body.standing[place]
        new = replace(one, skip_once=not one.skip_once)
        items = put(self._body.standing, place, new)
        what = "skip" if new.skip_once else "no longer skip"
        self.given.emit(replace(self._body, standing=items), (), f"{what} “{one.title}” once")
        announce(self.table, "Skipped once" if new.skip_once else "Not skipped")

    def _on_letter(self, letter: str) -> None:
        if letter == "S":
            self.skip()

    def _ask(self, place: int | None) -> None:
        body = self._body
        if body is None:
            return
        item = None if place is None else body.standing[place]
        near = body.standing[self._place()].section if self._place() >= 0 else ""
        dialog = StandingDialog(self._look, body, item, near, self)
        dialog.item_given.connect(lambda new: self._on_given(place, new))
        dialog.open()

    def _on_given(self, place: int | None, new: StandingItem) -> None:
        if self._body is None:
            return
        items, there = self._body.standing, place
        if there is None:
            there = self._place() + 1
            items = (*items[:there], new, *items[there:])
        else:
            items = put(items, there, new)
        text = "add a standing item" if place is None else "change a standing item"
        self.given.emit(replace(self._body, standing=items), (), text)
        self._take(there)

    def _rows(self, body: Body) -> list[Row]:
        return [_row(place, one) for place, one in enumerate(body.standing)]


def _row(place: int, one: StandingItem) -> Row:
    when = "Skipped once" if one.skip_once else f"From {MONTHS[one.month - 1]}" if one.month else ""
    facts = (
        str(one.kind),
        "" if one.minuted else "not minuted",
        one.presenter,
        f"{one.minutes_planned} minutes" if one.minutes_planned else "",
        when.lower() if one.skip_once else when and f"yearly, from {MONTHS[one.month - 1]}",
    )
    spoken = ", ".join(part for part in (one.section, one.title, *facts) if part)
    mark = (
        Cell(text=when, icon="hide", icon_role="warn", role="warn")
        if one.skip_once
        else Cell(text=when, icon="repeat" if one.month else "")
    )
    faint: Role | None = "ink3" if one.skip_once else None
    cells = (Cell(text=one.section, role=faint), Cell(text=one.title, role=faint), mark)
    return Row(key=str(place), cells=cells, spoken=spoken)
