"""The Decisions page: what was resolved, clause by clause, and what came of it.

Must stay in step: ``domain.registers.decisions``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.edits import SetOutcomes
from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.domain.life import Outcome
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.domain.registers.decisions import (
    DecisionRow,
    LooseDecision,
    decision_rows,
    loose_decisions,
)
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.pages.actions.cells import short_day
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.pages.narrowing import Narrowing, offer
from kcsp_desktop.ui.pages.writing_out.deeds import WritingOut
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.ids import EntryId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_MOST_SHOWN = 1000
_SHOWN_FOR = {
    Kind.ACTIONS, Kind.MEETINGS, Kind.BODIES, Kind.DETAILS, Kind.AGENDA, Kind.ENTRIES, Kind.BLOCKS,
    Kind.TEXT,
}  # fmt: skip
_ALL, _NO_OUTCOME, _LOOSE = "all", "no-outcome", "loose"
_PRESETS = (
    (_ALL, "All"),
    (_NO_OUTCOME, "Nothing noted of them yet"),
    (_LOOSE, "Decided in a paragraph"),
)


class DecisionsPage(ListPage):
    """When and where, the verb, the words, and what came of it; newest first."""

    name = "decisions"
    title = "Decisions"
    finds = "Find a decision"
    deed = ""
    columns_of_list = (
        Column(words="Decided", width=210, lead=True, tabular=True),
        Column(words="Item", width=230, wraps=True, drops=1, role="ink2"),
        Column(words="Verb", width=90, drops=2, role="ink2"),
        Column(words="Decision", width=380, stretches=True, wraps=True),
        Column(words="What came of it", width=220, stretches=True, wraps=True, drops=3),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list, what narrows it, and the card for nothing at all."""
        super().__init__(workspace, look)
        self._decisions: dict[str, DecisionRow] = {}
        self._writing = WritingOut(self)
        self._loose: dict[str, tuple[Meeting, LooseDecision]] = {}
        whole = self._build_list()
        self.head.deed.hide()  # a decision is made in the minutes
        self._nothing = NothingCard(
            look,
            "Nothing has been decided yet.",
            "Resolutions are taken in the minutes, at the item that they decide.",
            (("decisionsMeetings", "Go to the meetings", lambda: self.command.emit("meetings")),),
            (("Ctrl+R", "in the minutes"),),
        )
        self._stack = self._stacked(whole, self._nothing)

    def _under_head(self) -> QWidget:
        """Return what narrows the list."""
        self.preset, self.of_body = Choice(self.look, _PRESETS), Choice(self.look)
        return Narrowing(
            self.look,
            self._on_filter,
            ("decisionsPreset", self.preset, "Which decisions"),
            ("decisionsBody", self.of_body, "Of which body"),
        )

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show the decisions as they are now."""
        if changes.kinds and not changes.kinds & _SHOWN_FOR:
            return
        record = self.workspace.record
        newest = sorted(decision_rows(record), key=lambda row: row.day, reverse=True)
        self._decisions = {row.block_id: row for row in newest}
        self._loose = {
            f"{one.block_id}/{one.phrase}": (meeting, one)
            for meeting in reversed(by_date(record.meetings))
            for one in loose_decisions(meeting.items)
        }
        bodies = [(str(one.id), one.short_name) for one in record.bodies]
        offer(self.of_body, [("", "All bodies"), *bodies])
        self.of_body.setVisible(len(bodies) > 1)
        self.show_rows()
        nothing = not self._decisions and not self._loose and self.workspace.is_open
        self._show_of(self._stack, 1 if nothing else 0)

    def rows(self) -> list[Row]:
        """Return the decisions chosen, or what was decided in a paragraph."""
        body, preset = self.of_body.chosen(), self.preset.chosen()
        if preset == _LOOSE:
            return [
                self._loose_row(key, meeting, one)
                for key, (meeting, one) in self._loose.items()
                if not body or meeting.body_id == body
            ]
        return [
            _row(one)
            for one in self._decisions.values()
            if (not body or one.body_id == body) and (preset == _ALL or not one.outcome)
        ][:_MOST_SHOWN]

    def _loose_row(self, key: str, meeting: Meeting, one: LooseDecision) -> Row:
        body, item = self.workspace.record.body_of(meeting), meeting.item(one.item_id)
        words = next((b.text for b in item.blocks if b.id == one.block_id), "") if item else ""
        where = f"{body.short_name} {short_day(meeting.details.date.isoformat(), 0)}"
        title = item.title if item else ""
        advice = "Resolve it too: Enter goes there"
        return Row(
            key=key,
            cells=(
                Cell(text=where, icon="warn", icon_role="warn", spoken=f"{where}, not resolved"),
                Cell(text=title),
                Cell(text=""),
                Cell(text=words),
                Cell(text=advice),
            ),
            spoken=f"{where}, {title}, {one.phrase}, not resolved",
        )

    def focus_first(self) -> None:
        """Begin in the list, or on the card."""
        (self._nothing if self._stack.currentIndex() else self.table).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter, choice and list, or the card."""
        if self._stack.currentIndex():
            return (self._nothing,)
        return (self.head.filter, self.preset, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "edit": self.edit,
            "go-to-minute": self.go_to_minute,
            "write-out": self.write_out,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex():
            return ("all-keys",)
        if not self.table.hasFocus():
            return ("find", "next-column", "all-keys")
        return ("go-to-minute", "write-out", "find", "all-keys")

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return Enter, which notes what came of the decision here."""
        if not self.table.hasFocus() or not self.table.current_key():
            return ()
        words = "Go there" if self.preset.chosen() == _LOOSE else "What came of it"
        return (("Enter", words),)

    def facts(self) -> tuple[str, ...]:
        """Return how many decisions there are, and how many stand in paragraphs."""
        count, loose = len(self._decisions), len(self._loose)
        told = [f"{count} decisions" if count != 1 else "1 decision"]
        if loose:
            told.append(f"{loose} in a paragraph")
        return tuple(told)

    def go_to(self, place: Place) -> None:
        """Take the decision in hand."""
        self.take(place.item_id)

    # --- deeds -----------------------------------------------------------------------------

    def edit(self) -> None:
        """Ask what came of the decision in hand; of a loose one, go there."""
        row = self._decisions.get(self.table.current_key())
        meeting = self.workspace.record.meeting(row.meeting_id) if row else None
        if row is None or meeting is None or self.preset.chosen() == _LOOSE:
            self.go_to_minute()
            return
        from kcsp_desktop.ui.dialogs.registers.outcome import OutcomeDialog

        former = next((one for one in meeting.outcomes if one.block_id == row.block_id), None)
        tags = former.tags if former else ()
        dialog = OutcomeDialog(self.look, self.workspace.record, row, tags, self)
        dialog.given.connect(lambda text, chosen: self._set(row, text, chosen))
        dialog.open()

    def _set(self, row: DecisionRow, text: str, tags: tuple[EntryId, ...]) -> None:
        meeting = self.workspace.record.meeting(row.meeting_id)
        if meeting is None:
            return
        new = Outcome(block_id=row.block_id, text=text, tags=tags)
        others = tuple(one for one in meeting.outcomes if one.block_id != row.block_id)
        outcomes = (*others, new) if text or tags else others
        edit = SetOutcomes(meeting_id=meeting.id, outcomes=outcomes)
        place = Place(page=self.name, item_id=row.block_id)
        if self.submit(edit, text="what came of it", place=place):
            self.refresh(Changes())

    def write_out(self) -> None:
        """Ask for a file of the decisions of the body chosen, or of all, and write it."""
        from kcsp_desktop.ui.dialogs.registers.write_out import DECISION_FILES, WriteOutDialog
        from kcsp_desktop.ui.pages.writing_out.deeds import write_decisions

        body = self.of_body.chosen()
        source = self._writing.source(BodyId(body) if body else None, self.workspace.today())
        dialog = WriteOutDialog(self.look, DECISION_FILES, self)
        dialog.given.connect(
            lambda ending, audience, _: self._writing.begin(
                write_decisions, source, ending, audience
            )
        )
        dialog.open()

    def go_to_minute(self) -> None:
        """Go to where it was decided."""
        key = self.table.current_key()
        row, loose = self._decisions.get(key), self._loose.get(key)
        place = Place(page="minutes")
        if loose is not None:
            meeting, one = loose
            place = replace(place, meeting_id=meeting.id, item_id=one.item_id, caret=one.block_id)
        elif row is not None:
            place = replace(
                place, meeting_id=row.meeting_id, item_id=row.item_id, caret=row.block_id
            )
        if place.meeting_id:
            self.go.emit(place)


def _row(one: DecisionRow) -> Row:
    where = f"{one.body} {short_day(one.day, 0)}"
    number = f"{one.minute or one.code}{f' {one.letter})' if one.letter else ''}"
    said = (where, number, one.title, one.text, one.outcome, "restricted" if one.restricted else "")
    return Row(
        key=one.block_id,
        cells=(
            Cell(text=where, second=number),
            Cell(text=one.title),
            Cell(text=one.verb.capitalize()),
            Cell(text=one.text, icon="lock" if one.restricted else "", icon_role="lock"),
            Cell(text=one.outcome),
        ),
        spoken=", ".join(part for part in said if part),
    )
