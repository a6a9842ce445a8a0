"""The Meetings page, where the application starts: every meeting, newest first.

Edits and dialogs are imported by the deeds that need them: the list must not wait for those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.dates import spoken
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.record import by_date
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.list_models import meeting_rows
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.planning.making import Making
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.forward_plan.deeds import PlanningDeeds
    from kcsp_desktop.ui.workspace import Workspace

_LIST, _NO_MEETING, _NO_BODY = range(3)
_SHOWN_FOR = {Kind.MEETINGS, Kind.BODIES, Kind.STATE, Kind.DETAILS, Kind.AGENDA}


class MeetingsPage(ListPage):
    """Date, body, place, minutes and state of each meeting."""

    name = "meetings"
    title = "Meetings"
    finds = "Find a meeting"
    deed = "New meeting"
    columns_of_list = (
        Column(words="Date", width=230, lead=True, tabular=True),
        Column(words="Body", width=250, stretches=True, wraps=True),
        Column(words="Place", width=230, stretches=True, wraps=True, drops=2, role="ink2"),
        Column(words="Minutes", width=110, tabular=True, drops=1, role="ink2"),
        Column(words="State", width=160, drops=3, role="ink2"),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the list and the two cards that stand in for an empty one."""
        super().__init__(workspace, look)
        no_meeting = NothingCard(
            look,
            "There are no meetings yet.",
            "A new meeting begins with its body's sections, standing items and members.",
            (("firstMeeting", "New meeting", self.add),),
            (("Ins", "New meeting"), ("Ctrl+N", "from anywhere")),
        )
        no_body = NothingCard(
            look,
            "There are no meetings yet.",
            "Begin with the committee or partnership that meets, or look at two made-up "
            "meetings first.",
            (
                ("makeBody", "Make a body", lambda: self.command.emit("new-body")),
                ("openSample", "Open the sample", lambda: self.command.emit("open-sample")),
            ),
        )
        self._cards: dict[int, QWidget] = {_NO_MEETING: no_meeting, _NO_BODY: no_body}
        self._stack = self._stacked(self._build_list(), no_meeting, no_body)

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show the meetings as they are now."""
        if changes.kinds and not changes.kinds & _SHOWN_FOR:
            return
        self.show_rows()
        before, shown = self._stack.currentIndex(), self._to_show()
        self._stack.setCurrentIndex(shown)
        if before != shown and self.isVisible():
            self.focus_first()

    def _to_show(self) -> int:
        record = self.workspace.record
        if record.meetings or not self.workspace.is_open:
            return _LIST
        return _NO_MEETING if record.bodies else _NO_BODY

    def rows(self) -> list[Row]:
        """Return the meetings, newest first."""
        return meeting_rows(self.workspace.record)

    def focus_first(self) -> None:
        """Begin in the list, or on the button that makes what is missing."""
        self._cards.get(self._stack.currentIndex(), self.table).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter and list, or the card."""
        card = self._cards.get(self._stack.currentIndex())
        return (self.head.filter, self.table) if card is None else (card,)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "new-meeting": self.add,
            "add": self.add,
            "edit": self.edit,
            "remove": self.remove,
            "duplicate": self.duplicate,
            "cancel": self.cancel,
            "fill": lambda: self.deeds.fill(self._in_hand()),
            "move-meeting": lambda: self.deeds.move(self._in_hand()),
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex() != _LIST:
            return ("new-meeting", "all-keys")
        if not self.table.hasFocus():
            return ("new-meeting", "find", "next-column", "all-keys")
        meeting = self._in_hand()
        fills = ("fill",) if meeting is not None and _waits(meeting) else ()
        return ("new-meeting", *fills, "move-meeting", "cancel", "duplicate", "remove", "find",
                "all-keys")  # fmt: skip

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return Enter, which opens the meeting here."""
        return (("Enter", "Open"),) if self.table.hasFocus() and self.table.current_key() else ()

    def facts(self) -> tuple[str, ...]:
        """Return how many there are."""
        count = len(self.workspace.record.meetings)
        return (f"{count} meetings" if count != 1 else "1 meeting",)

    def go_to(self, place: Place) -> None:
        """Take the meeting in hand."""
        self.take(place.meeting_id)

    # --- deeds -----------------------------------------------------------------------------

    @property
    def deeds(self) -> PlanningDeeds:
        """What can be done about days, imported when it is first wanted."""
        if self._deeds is None:
            from kcsp_desktop.ui.pages.forward_plan.deeds import PlanningDeeds

            self._deeds = PlanningDeeds(self)
        return self._deeds

    _deeds: PlanningDeeds | None = None

    def add(self) -> None:
        """Ask for a new meeting; without a body there is first one to be made."""
        record = self.workspace.record
        if not record.bodies:
            self.notice.emit("info", "There is no body yet.", "Make the body that meets first.")
            self.command.emit("new-body")
            return
        from kcsp_desktop.ui.dialogs.new_meeting import NewMeetingDialog
        from kcsp_desktop.ui.pages.forward_plan.deadlines import deadline_of, holidays_loaded

        dialog = NewMeetingDialog(self.look, record, self._likely_body(), deadline_of, self)
        dialog.made.connect(self._on_made)
        dialog.open()
        latest = by_date(record.meetings)[-1:]
        if latest:  # while the date is typed
            holidays_loaded(latest[0].details.date.year, self)

    def edit(self) -> None:
        """Open the meeting in hand."""
        meeting = self._in_hand()
        if meeting is not None:
            page = "minutes" if meeting.items else "details"
            self.go.emit(Place(page=page, meeting_id=meeting.id))

    def duplicate(self) -> None:
        """Ask when the next meeting after this pattern is."""
        from kcsp_desktop.ui.dialogs.new_meeting import DuplicateDialog

        meeting = self._in_hand()
        if meeting is not None:
            dialog = DuplicateDialog(self.look, self.workspace.record, meeting, self)
            dialog.meeting_given.connect(self._on_duplicate)
            dialog.open()

    def cancel(self) -> None:
        """Cancel the meeting in hand, or reinstate it."""
        from kcsp_desktop.domain.edits import Advance

        meeting = self._in_hand()
        if meeting is None:
            return
        back = meeting.state is MeetingState.CANCELLED
        event = Event.REINSTATE if back else Event.CANCEL
        edit = Advance(meeting_id=meeting.id, event=event)
        if self.submit(edit, text=str(event), place=self._at(meeting)):
            done = "Reinstated" if back else "Cancelled"
            self._say(f"{done} {_called(meeting)}.", "Ctrl+Z takes it back.")

    def remove(self) -> None:
        """Delete the meeting in hand with all it holds."""
        from kcsp_desktop.domain.edits import RemoveMeeting

        meeting = self._in_hand()
        if meeting is None:
            return
        edit = RemoveMeeting(meeting_id=meeting.id)
        if self.submit(edit, text="delete the meeting", place=self._at(meeting)):
            self._say(f"Deleted {_called(meeting)}.", "Ctrl+Z brings it back.")

    def _on_made(self, making: Making) -> None:
        """Make or fill the meeting, as one step of undo; what it began with is its agenda."""
        at = Place(page=self.name, meeting_id=making.meeting_id)
        if self.submit(*making.edits, text="make a meeting", place=at):
            self.go.emit(Place(page="details", meeting_id=making.meeting_id))

    def _on_duplicate(self, meeting: Meeting) -> None:
        if self._added(meeting, "duplicate a meeting"):
            self.take(meeting.id)
            self._say(f"Made {_called(meeting)}.", "Enter opens it, Ctrl+Z takes it back.")

    def _added(self, meeting: Meeting, text: str) -> bool:
        from kcsp_desktop.domain.edits import AddMeeting

        return self.submit(AddMeeting(meeting=meeting), text=text, place=self._at(meeting))

    def _in_hand(self) -> Meeting | None:
        return self.workspace.record.meeting(MeetingId(self.table.current_key()))

    def _likely_body(self) -> BodyId:
        """Return the body of the meeting in hand, else of the latest one, else the first."""
        record = self.workspace.record
        latest = by_date(record.meetings)[-1:]
        meeting = self._in_hand() or (latest[0] if latest else None)
        return meeting.body_id if meeting else record.bodies[0].id

    def _at(self, meeting: Meeting) -> Place:
        return Place(page=self.name, meeting_id=meeting.id)

    def _say(self, what: str, todo: str) -> None:
        self.notice.emit("info", what, todo)


def _called(meeting: Meeting) -> str:
    return f"the meeting of {spoken(meeting.details.date)}"


def _waits(meeting: Meeting) -> bool:
    """Whether the agenda of a planned meeting was not made yet."""
    from kcsp_desktop.domain.planning.usual import is_to_fill

    return is_to_fill(meeting)
