"""Grants with their projects, and case reviews: the small registers that a body switches on.

Must stay in step: ``domain.registers.grants`` (the sums), ``domain.entries``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.edits import PutEntry, RemoveEntry
from kcsp_desktop.domain.entries import CaseReview, Grant, Project
from kcsp_desktop.domain.ids import EntryId, ItemId
from kcsp_desktop.domain.registers.grants import pounds, totals
from kcsp_desktop.domain.registers.reported import Report, reported, reports_of
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.pages.actions.cells import short_day
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.entries import Entry
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_E = TypeVar("_E", Grant, CaseReview)
_SHOWN_FOR = {Kind.ENTRIES, Kind.BODIES, Kind.MEETINGS, Kind.AGENDA, Kind.DETAILS}


class RegistersPage(ListPage):
    """Each grant's sums with its projects below, then the case reviews."""

    name = "registers"
    title = "Grants and case reviews"
    finds = "Find a project or case"
    deed = "New project"
    columns_of_list = (
        Column(words="What", width=330, lead=True, stretches=True, wraps=True),
        Column(words="Stands", width=140, wraps=True, drops=1, role="ink2"),
        Column(words="Bid", width=110, tabular=True, drops=4),
        Column(words="Approved", width=110, tabular=True),
        Column(words="Spent", width=110, tabular=True, drops=3),
        Column(words="Returned", width=110, tabular=True, drops=5),
        Column(words="By when", width=150, tabular=True, drops=2, role="ink2"),
        Column(words="Reported", width=200, tabular=True, drops=2, role="ink2"),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list and the cards for nothing at all."""
        super().__init__(workspace, look)
        self._known: dict[ItemId, Report] = {}
        whole = self._build_list()
        off = NothingCard(
            look,
            "No body keeps these registers.",
            "Switch “Grants” or “Case reviews” on for a body, in its settings.",
            (("registersBodies", "Go to the bodies", lambda: self.command.emit("bodies")),),
        )
        empty = NothingCard(
            look,
            "Nothing is kept here yet.",
            "A grant has its year and its allocation; projects stand under it.",
            (
                ("firstGrant", "New grant", self.new_grant),
                ("firstCase", "New case review", self.new_case),
            ),
        )
        self._cards: tuple[QWidget, ...] = (self.table, empty, off)
        self._stack = self._stacked(whole, empty, off)

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show the registers as they are now."""
        if changes.kinds and not changes.kinds & _SHOWN_FOR:
            return
        self.show_rows()
        kept = bool(self._bodies("keeps_grants") or self._bodies("keeps_cases"))
        self._show_of(self._stack, (0 if self.model.rowCount() else 1) if kept else 2)

    def _bodies(self, register: str) -> list[Body]:
        return [one for one in self.workspace.record.bodies if getattr(one, register)]

    def rows(self) -> list[Row]:
        """Return grants with their projects, newest year first, then the case reviews."""
        rows: list[Row] = []
        several = len(self.workspace.record.bodies) > 1
        for body in self._bodies("keeps_grants"):
            self._known = self._reports(body)
            for grant in sorted(self._of(body, Grant), key=lambda one: one.year, reverse=True):
                rows += self._grant_rows(body.short_name if several else "", grant)
        for body in self._bodies("keeps_cases"):
            self._known = self._reports(body)
            found = sorted(self._of(body, CaseReview), key=lambda one: (-one.year, one.pseudonym))
            if found:
                words = "Case reviews (restricted)"
                words = f"{words}, {body.short_name}" if several else words
                head = Cell(text=words, icon="lock", icon_role="lock")
                rows.append(Row(key=f"cases {body.id}", cells=(head,), section=True))
            rows += [_case_row(one, reported(self._known, one.items)) for one in found]
        return rows

    def _reports(self, body: Body) -> dict[ItemId, Report]:
        """Return the items of a body that may be linked; none where nothing of it is linked."""
        entries = self.workspace.record.entries
        linked = any(
            isinstance(one, (Project, CaseReview)) and one.items and one.body_id == body.id
            for one in entries
        )
        return reports_of(self.workspace.record, body.id) if linked else {}

    def _of(self, body: Body, kind: type[_E]) -> Iterator[_E]:
        return (
            one
            for one in self.workspace.record.entries
            if isinstance(one, kind) and one.body_id == body.id
        )

    def _grant_rows(self, body: str, grant: Grant) -> Iterator[Row]:
        projects = [one for one in self.workspace.record.entries if isinstance(one, Project)]
        sums = totals(grant, projects)
        words = f"{body} {grant.year}".strip()
        told = f"{pounds(grant.allocation)} allocated, {pounds(sums.left)} left"
        if sums.to_return:
            told += f", {pounds(sums.to_return)} to return"
        amounts = (sums.bid, sums.approved, sums.spent, sums.returned)
        yield Row(
            key=grant.id,
            cells=(
                Cell(text=words, second=told, bold=True),
                Cell(text="Grant", bold=True),
                *(Cell(text=pounds(each) if each else "", bold=True) for each in amounts),
                Cell(),
                Cell(),
            ),
            spoken=f"Grant {words}, {told}, {pounds(sums.approved)} approved",
        )
        for n, note in enumerate(sums.notes):
            cells = (Cell(text=note, icon="info", icon_role="warn"), *(Cell() for _ in range(7)))
            yield Row(key=f"{grant.id} note {n}", cells=cells, spoken=note)
        for one in projects:
            if one.grant_id == grant.id:
                yield _project_row(one, reported(self._known, one.items))

    def focus_first(self) -> None:
        """Begin in the list, or on the button that makes what is missing."""
        self._cards[self._stack.currentIndex()].setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter and list, or the card."""
        here = self._stack.currentIndex()
        return (self._cards[here],) if here else (self.head.filter, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "add": self.add,
            "edit": self.edit,
            "remove": self.remove,
            "new-grant": self.new_grant,
            "new-case": self.new_case,
            "reported": self.ask_reported,
            "go-to-minute": self.go_to_report,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex():
            return ("new-grant", "new-case", "all-keys")
        links = ("reported", "go-to-minute") if self._linked() is not None else ()
        return ("add", "new-grant", "new-case", *links, "remove", "find", "all-keys")

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return Enter, which changes what is in hand."""
        return (("Enter", "Change"),) if self.table.hasFocus() and self.table.current_key() else ()

    def go_to(self, place: Place) -> None:
        """Take what a change was made of in hand."""
        self.take(place.item_id)

    # --- deeds -----------------------------------------------------------------------------

    def _in_hand(self) -> Entry | None:
        key = self.table.current_key()
        return next((one for one in self.workspace.record.entries if one.id == key), None)

    def add(self) -> None:
        """Ask for a new project of the grant in hand, or of the newest."""
        from kcsp_desktop.ui.dialogs.registers.entries import ProjectDialog

        grants = [one for one in self.workspace.record.entries if isinstance(one, Grant)]
        if not grants:
            self.new_grant()
            return
        here = self._in_hand()
        meant = here.grant_id if isinstance(here, Project) else here.id if here else ""
        newest = max(grants, key=lambda one: one.year)
        grant = next((one for one in grants if one.id == meant), newest)
        dialog = ProjectDialog(self.look, grant, self)
        dialog.given.connect(self._put)
        dialog.open()

    def new_grant(self) -> None:
        """Ask for a grant: its year, its allocation, and how that is shared out."""
        from kcsp_desktop.ui.dialogs.registers.entries import GrantDialog

        bodies = self._bodies("keeps_grants")
        if not bodies:
            self.notice.emit("info", "No body keeps grants.", "Bodies, “Grants”, changes that.")
            return
        dialog = GrantDialog(self.look, bodies, self)
        dialog.given.connect(self._put)
        dialog.open()

    def new_case(self) -> None:
        """Ask for a case review: pseudonym and year, never more."""
        from kcsp_desktop.ui.dialogs.registers.entries import CaseDialog

        bodies = self._bodies("keeps_cases")
        if not bodies:
            advice = "Bodies, “Case reviews”, changes that."
            self.notice.emit("info", "No body keeps case reviews.", advice)
            return
        dialog = CaseDialog(self.look, bodies, self)
        dialog.given.connect(self._put)
        dialog.open()

    def edit(self) -> None:
        """Change what is in hand."""
        from kcsp_desktop.ui.dialogs.registers.entries import CaseDialog, GrantDialog, ProjectDialog

        one = self._in_hand()
        dialog: GrantDialog | ProjectDialog | CaseDialog
        bodies = list(self.workspace.record.bodies)
        match one:
            case Grant():
                dialog = GrantDialog(self.look, bodies, self, one=one)
            case Project():
                known = self.workspace.record.entries
                grant = next(each for each in known if each.id == one.grant_id)
                if not isinstance(grant, Grant):
                    return
                dialog = ProjectDialog(self.look, grant, self, one=one)
            case CaseReview():
                dialog = CaseDialog(self.look, bodies, self, one=one)
            case _:
                return
        dialog.given.connect(self._put)
        dialog.open()

    def _put(self, entry: Entry) -> None:
        place = Place(page=self.name, item_id=entry.id)
        if self.submit(PutEntry(entry=entry), text="register", place=place):
            self.refresh(Changes())
            self.take(entry.id)

    def _linked(self) -> Project | CaseReview | None:
        """Return what is in hand where items can report it: a grant is reported by its projects."""
        one = self._in_hand()
        return one if isinstance(one, (Project, CaseReview)) else None

    def ask_reported(self) -> None:
        """Ask at which item the project or case in hand was reported."""
        from kcsp_desktop.ui.dialogs.registers.reported import ReportedDialog

        one = self._linked()
        if one is None:
            self.notice.emit("info", "Projects and case reviews are reported.", "Choose one.")
            return
        known = reports_of(self.workspace.record, one.body_id)
        if not known:
            self.notice.emit("info", "The body has no meeting with items yet.", "")
            return
        named = one.name if isinstance(one, Project) else f"{one.pseudonym} {one.year or ''}"
        dialog = ReportedDialog(self.look, named.strip(), known, one.items, self)
        dialog.given.connect(lambda items: self._put(replace(one, items=items)))
        dialog.open()

    def go_to_report(self) -> None:
        """Go to the item that reported the project or case in hand last."""
        one = self._linked()
        found = reported(reports_of(self.workspace.record, one.body_id), one.items) if one else ()
        if not found:
            self.notice.emit("info", "No item is linked with it.", "R says where it was reported.")
            return
        last = found[-1]
        self.go.emit(Place(page="minutes", meeting_id=last.meeting.id, item_id=last.item.id))

    def remove(self) -> None:
        """Take what is in hand away."""
        one = self._in_hand()
        if one is not None and self.submit(
            RemoveEntry(entry_id=EntryId(one.id)), text="remove from the register"
        ):
            self.refresh(Changes())
            self.notice.emit("info", "It is removed.", "Ctrl+Z brings it back.")


def _reported_cell(found: tuple[Report, ...]) -> Cell:
    """Return where it was reported last, and how often before."""
    if not found:
        return Cell()
    last = found[-1]
    day = short_day(last.meeting.details.date.isoformat(), 0)
    words = f"{day}, {last.minute or last.code}"
    more = f"+{len(found) - 1}" if len(found) > 1 else ""
    return Cell(text=words, second=more)


def _said_of(found: tuple[Report, ...]) -> str:
    return f"reported {'; '.join(one.place for one in found)}" if found else ""


def _project_row(one: Project, found: tuple[Report, ...]) -> Row:
    amounts = [pounds(each) if each else "" for each in (one.bid, one.approved, one.spent,
                                                        one.returned)]  # fmt: skip
    pot = "tactical pot" if one.from_tactical else ""
    second = ", ".join(part for part in (one.run_by, pot) if part)
    said = (
        one.name,
        second,
        str(one.state),
        *(f"{word} {amount}" for word, amount in
          zip(("bid", "approved", "spent", "returned"), amounts, strict=True) if amount),
        _said_of(found),
    )  # fmt: skip
    return Row(
        key=one.id,
        cells=(
            Cell(text=one.name, second=second),
            Cell(text=str(one.state).capitalize()),
            *(Cell(text=amount) for amount in amounts),
            Cell(text=short_day(one.deadline, 0) if one.deadline else ""),
            _reported_cell(found),
        ),
        spoken=", ".join(part for part in said if part),
    )


def _case_row(one: CaseReview, found: tuple[Report, ...]) -> Row:
    name = f"{one.pseudonym} {one.year or ''}".strip()
    nothing = Cell(text="")
    due = short_day(one.next_report, 0) if one.next_report else ""
    return Row(
        key=one.id,
        cells=(
            Cell(text=name, icon="lock", icon_role="lock"),
            Cell(text=one.stage),
            nothing, nothing, nothing, nothing,
            Cell(text=due),
            _reported_cell(found),
        ),
        spoken=", ".join(part for part in (name, one.stage, due, _said_of(found)) if part),
    )  # fmt: skip
