"""The Forward plan page: the meetings to come of a body, and under each what comes to it.

How this works: a meeting is a row that can be taken in hand, as a section of an agenda is; its
deeds are those of ``deeds``. Must stay in step: ``domain.planning.forward`` (what is
listed), ``commands`` (the keys).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.changes import Changes
from kcsp_desktop.domain.dates import printed_time, spoken
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.ids import BodyId, MeetingId
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.planning.forward import ForwardPlan, forward_plan
from kcsp_desktop.domain.planning.pattern import no_deadline
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.list_models import STATE_ICONS
from kcsp_desktop.ui.pages.forward_plan.deadlines import deadline_of, holidays_loaded
from kcsp_desktop.ui.pages.forward_plan.deeds import PlanningDeeds
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.theme import Type
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.planning.forward import Coming, ComingMeeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_LIST, _NO_MEETING, _NO_BODY = range(3)
_LOOSE = "loose"


class ForwardPlanPage(ListPage):
    """One body's meetings to come; where there are more bodies, a choice of them at the top."""

    name = "forward_plan"
    title = "Forward plan"
    finds = "Find in the plan"
    deed = "Plan meetings"
    columns_of_list = (
        Column(words="", width=24, size=Type.SECOND),
        Column(words="What comes", width=300, stretches=True, lead=True, wraps=True),
        Column(words="Why", width=130, drops=1, role="ink2", size=Type.SECOND),
        Column(words="Who", width=200, drops=3, role="ink2", size=Type.SECOND, wraps=True),
        Column(words="Report", width=200, drops=2, role="ink2", size=Type.SECOND, wraps=True),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list and the cards that stand in for an empty one."""
        super().__init__(workspace, look)
        self.deeds = PlanningDeeds(self)
        self._places: dict[str, tuple[MeetingId, ItemId | None]] = {}
        whole = self._build_list()
        self._body = Choice(look, [])
        self._body.setObjectName("forwardBody")
        self._body.setAccessibleName("Body")
        self._body.activated.connect(lambda: self.refresh(Changes()))
        self.head.add_choice(self._body)
        no_meeting = NothingCard(
            look,
            "No meeting is planned.",
            "Plan the dates of a year at once; each meeting waits until its agenda is filled.",
            (("planFirst", "Plan meetings", self.add),),
            (("Ins", "Plan meetings"),),
        )
        no_body = NothingCard(
            look,
            "There is no body yet.",
            "Begin with the committee or partnership that meets.",
            (("forwardMakeBody", "Make a body", lambda: self.command.emit("new-body")),),
        )
        self._cards: dict[int, QWidget] = {_NO_MEETING: no_meeting, _NO_BODY: no_body}
        self._stack = self._stacked(whole, no_meeting, no_body)

    # --- what is shown ---------------------------------------------------------------------

    def open(self, meeting_id: MeetingId | None) -> None:
        """Show the plan; by when reports are wanted is said once the holidays are known."""
        super().open(meeting_id)
        to_come = list(self._places.values())
        if to_come and not self._holidays_known:
            meeting = self.workspace.record.meeting(to_come[0][0])
            if meeting is not None:
                task = holidays_loaded(meeting.details.date.year, self)
                task.done.connect(self._on_holidays)

    _holidays_known = False

    def _on_holidays(self, _: object) -> None:
        self._holidays_known = True
        self.refresh(Changes())

    def refresh(self, changes: Changes) -> None:
        """Show the plan as it is now."""
        self._offer_bodies()
        self.show_rows()
        before, shown = self._stack.currentIndex(), self._to_show()
        self._stack.setCurrentIndex(shown)
        if before != shown and self.isVisible():
            self.focus_first()

    def _offer_bodies(self) -> None:
        """Offer the bodies; at first that of the latest meeting."""
        record = self.workspace.record
        bodies = sorted(record.bodies, key=lambda body: body.name.casefold())
        chosen = self._body.chosen()
        self._body.set_entries([(body.id, body.name) for body in bodies])
        latest = by_date(record.meetings)[-1:]
        if not chosen and latest:
            self._body.choose(latest[0].body_id)
        self._body.setVisible(len(bodies) > 1)

    def body(self) -> Body | None:
        """Return the body whose plan is shown."""
        return self.workspace.record.body(BodyId(self._body.chosen()))

    def _to_show(self) -> int:
        record = self.workspace.record
        if not self.workspace.is_open or self._places:
            return _LIST
        return _NO_MEETING if record.bodies else _NO_BODY

    def _plan(self) -> ForwardPlan | None:
        body = self.body()
        if body is None:
            return None
        deadline = deadline_of(body) if self._holidays_known else no_deadline
        return forward_plan(self.workspace.record, body, Audience.SECRETARY, deadline)

    def rows(self) -> list[Row]:
        """Return each meeting with what comes to it, and what falls on none."""
        self._places = {}
        plan = self._plan()
        if plan is None:
            return []
        rows: list[Row] = []
        for meeting in plan.meetings:
            self._places[meeting.meeting_id] = meeting.meeting_id, None
            rows.append(_meeting_row(meeting))
            for number, item in enumerate(meeting.items):
                key = f"{meeting.meeting_id} {item.item_id or number}"
                self._places[key] = meeting.meeting_id, item.item_id
                rows.append(_item_row(key, item))
        if plan.loose:
            words = "Promised, and at no meeting that is planned"
            rows.append(Row(key=_LOOSE, cells=(Cell(text=words),), section=True, spoken=words))
            rows += [_item_row(f"{_LOOSE} {n}", one) for n, one in enumerate(plan.loose)]
        return rows

    def show_rows(self) -> None:
        """Show the rows the filter lets through; without one meetings to which nothing comes."""
        if self.head.filter.text().strip():
            super().show_rows()
            return
        before = self.table.currentIndex().row()
        self.nothing_found.hide()
        self.model.set_rows(rows := self.rows())
        if rows and not self.table.currentIndex().isValid():
            self.table.set_current_key(rows[max(0, min(before, len(rows) - 1))].key)

    def focus_first(self) -> None:
        """Begin in the list, or on the button that makes what is missing."""
        self._cards.get(self._stack.currentIndex(), self.table).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter and list, or the card."""
        card = self._cards.get(self._stack.currentIndex())
        return (self.head.filter, self.table) if card is None else (card,)

    # --- keys ------------------------------------------------------------------------------

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "add": self.add,
            "plan-meetings": self.add,
            "edit": self.edit,
            "fill": lambda: self.deeds.fill(self._in_hand()),
            "move-meeting": lambda: self.deeds.move(self._in_hand()),
            "provisional": self.provisional,
            "cancel": self.cancel,
            "calendar-file": lambda: self._of_body(self.deeds.calendar_file),
            "plan-in-word": lambda: self._of_body(self.deeds.plan_in_word),
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex() != _LIST or not self.table.hasFocus():
            return ("plan-meetings", "find", "all-keys")
        return ("add", "fill", "move-meeting", "provisional", "cancel", "calendar-file",
                "plan-in-word", "all-keys")  # fmt: skip

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return Enter, which opens what is in hand."""
        in_list = self.table.hasFocus() and self._in_hand() is not None
        return (("Enter", "Open"),) if in_list else ()

    def facts(self) -> tuple[str, ...]:
        """Return how many meetings are to come."""
        count = len({meeting for meeting, _ in self._places.values()})
        return (f"{count} meetings to come" if count != 1 else "1 meeting to come",)

    def go_to(self, place: Place) -> None:
        """Take the meeting in hand."""
        self.take(place.meeting_id)

    def _in_hand(self) -> Meeting | None:
        place = self._places.get(self.table.current_key())
        return self.workspace.record.meeting(place[0]) if place else None

    def _of_body(self, deed: Callable[[Body], None]) -> None:
        body = self.body()
        if body is not None:
            deed(body)

    # --- deeds -----------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for the days of a year."""
        if self.body() is None:
            self.notice.emit("info", "There is no body yet.", "Make the body that meets first.")
            self.command.emit("new-body")
        self._of_body(self.deeds.plan)

    def edit(self) -> None:
        """Open the item in hand on its agenda, or the meeting."""
        meeting_id, item_id = self._places.get(self.table.current_key(), (None, None))
        meeting = self._in_hand()
        if meeting is not None:
            page = "agenda" if meeting.items else "details"
            self.go.emit(Place(page=page, meeting_id=meeting_id or "", item_id=item_id or ""))

    def cancel(self) -> None:
        """Cancel the meeting in hand; the Meetings page reinstates it."""
        from kcsp_desktop.domain.edits import Advance

        meeting = self._in_hand()
        if meeting is None:
            return
        edit = Advance(meeting_id=meeting.id, event=Event.CANCEL)
        if self.submit(edit, text=str(Event.CANCEL), place=self._at(meeting)):
            day = spoken(meeting.details.date)
            self.notice.emit("info", f"Cancelled the meeting of {day}.", "Ctrl+Z takes it back.")

    def provisional(self) -> None:
        """Say of the day in hand that it is not settled, or that it is."""
        from dataclasses import replace

        from kcsp_desktop.domain.edits import SetDetails

        meeting = self._in_hand()
        if meeting is not None:
            details = replace(meeting.details, provisional=not meeting.details.provisional)
            edit = SetDetails(meeting_id=meeting.id, details=details)
            self.submit(edit, text="provisional or settled", place=self._at(meeting))

    def _at(self, meeting: Meeting) -> Place:
        return Place(page=self.name, meeting_id=meeting.id)


def _meeting_row(meeting: ComingMeeting) -> Row:
    at = f" at {printed_time(meeting.start)}" if meeting.start else ""
    words = f"{spoken(meeting.day)}{at}"
    place = meeting.place or "no place yet"
    waits = meeting.state is MeetingState.PLANNED and not meeting.made
    state = "agenda not filled yet" if waits else str(meeting.state)
    told = [place, state, *(["provisional"] if meeting.provisional else [])]
    icon, role = STATE_ICONS[meeting.state]
    cell = Cell(text=words, second=" · ".join(told), icon=icon, icon_role=role)
    return Row(
        key=meeting.meeting_id,
        cells=(cell,),
        section=True,
        takes=True,
        spoken=", ".join((words, *told, f"{len(meeting.items)} items")),
    )


def _item_row(key: str, item: Coming) -> Row:
    title = item.title or "No title yet"
    mark = Cell(icon="lock", icon_role="lock", spoken="restricted") if item.restricted else Cell()
    said = (
        title,
        item.detail if item.detail != title else "",
        str(item.why),
        item.by,
        f"report {item.report}" if item.report else "",
        "restricted" if item.restricted else "",
    )
    cells = (
        mark,
        Cell(text=title, second=item.detail if item.detail != title else ""),
        Cell(text=str(item.why).capitalize()),
        Cell(text=item.by),
        Cell(text=item.report.capitalize()),
    )
    return Row(key=key, cells=cells, spoken=", ".join(part for part in said if part))
