"""The Home page: what needs the secretary today, what comes next, and the figures.

How this works: everything shown is worked out off the window's thread (``gathering.gathered``) from
the frozen record, whenever the page is opened or something changes under its eyes; a change while
that is at work is worked out behind it. The focus goes to the first need as soon as it is there.
Must stay in step: ``domain.today`` (the needs and their pages), ``commands`` (the keys).
"""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kcsp_desktop.domain.changes import Changes
from kcsp_desktop.domain.dates import spoken
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.today.need import About, Level, Need
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.commands import COMMANDS
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.cards import Card, Deed, DeedList, Ground
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.words import IconWords, Words
from kcsp_desktop.ui.pages.home.cards import MeetingsCard, NextCard
from kcsp_desktop.ui.pages.home.chart_card import ChartCard
from kcsp_desktop.ui.pages.home.gathering import Gathered, gathered
from kcsp_desktop.ui.pages.list_page import NothingCard
from kcsp_desktop.ui.pages.page import Page
from kcsp_desktop.ui.theme import Measure, Narrow, Role, Space, Type, Weight
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_WHOLE, _NO_MEETING, _NO_BODY = range(3)
_SHARES = (812, 442)  # the two columns
_COLOURS: dict[Level, Role] = {Level.LATE: "bad", Level.PRESSING: "warn", Level.WAITS: "ink2"}
_ICONS = {
    About.MEETS: "people", About.AGENDA: "clock", About.NOT_BEGUN: "calendar", About.DRAFT: "mail",
    About.REPORT: "clip", About.APPROVAL: "done", About.OVERDUE: "action", About.REVIEW: "lock",
    About.SIGNING: "pen", About.PUBLISHING: "globe", About.FLAGS: "flag", About.UNOWNED: "person",
    About.UNCLEAR: "calendar",
}  # fmt: skip
_PAGES = {"forward_plan": "Forward plan", "reports": "Reports", "registers": "Registers"}


class HomePage(Page):
    """Needs and figures below one another at the left and right; a card where there is nothing."""

    name = "home"

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the cards; what they show comes a moment later."""
        super().__init__(workspace, look)
        self._task: Task | None = None
        self._again = self._focus_wanted = self._wide = False
        self._shown_for = date.min
        self._needs: dict[str, Need] = {}
        self.next = NextCard(look)
        self.meetings = MeetingsCard(look)
        self.needs = DeedList(look)
        self.needs.setObjectName("homeNeeds")
        self.needs.setAccessibleName("Needs you")
        self.figures = ChartCard(look)
        self._build()
        self._connect()
        look.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        look = self.look
        self._day = Words(look, size=Type.DAY, weight=Weight.TITLE)
        self.new = Button(look, "New meeting", main=True)
        self.new.setObjectName("homeNewMeeting")
        self._top = QHBoxLayout()
        self._top.addWidget(self._day)
        self._top.addStretch(1)
        self._top.addWidget(self.new)
        self._needs_part = self._build_needs()
        self._grid = QGridLayout()
        whole = Ground(look, "panel")
        self._column = QVBoxLayout(whole)
        self._column.addLayout(self._top)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._stack = QStackedWidget()
        self._nothing = (self._no_meeting(), self._no_body())
        self._scroll = Scroll(whole)
        for widget in (self._scroll, *self._nothing):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _build_needs(self) -> QWidget:
        look = self.look
        title = Words(look, "Needs you", size=Type.PANEL_TITLE, weight=Weight.TITLE)
        self._count = Words(look, role="ink2", weight=Weight.TITLE, tabular=True)
        self._quiet = IconWords(look, "done", "Nothing needs you today.", role="ok")
        self._quiet.setObjectName("homeQuiet")
        self._quiet.hide()
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._count)
        card = Card(look, padded=False)
        card.column.addWidget(self.needs)
        card.column.addWidget(self._quiet)
        part = QWidget()
        self._needs_column = QVBoxLayout(part)
        self._needs_column.setContentsMargins(0, 0, 0, 0)
        self._needs_column.addLayout(head)
        self._needs_column.addWidget(card)
        self._needs_column.addStretch(1)
        return part

    def _no_meeting(self) -> NothingCard:
        return NothingCard(
            self.look,
            "There are no meetings yet.",
            "A new meeting begins with its body's sections, standing items and members.",
            (
                ("homeFirstMeeting", "New meeting", lambda: self.command.emit("new-meeting")),
                ("homePlan", "Plan a year", lambda: self.command.emit("plan-meetings")),
            ),
            (("Ins", "New meeting"), ("Ctrl+N", "from anywhere")),
        )

    def _no_body(self) -> NothingCard:
        return NothingCard(
            self.look,
            "There is nothing here yet.",
            "Begin with the committee or partnership that meets, or look at two made-up meetings "
            "first.",
            (
                ("homeMakeBody", "Make a body", lambda: self.command.emit("new-body")),
                ("homeOpenSample", "Open the sample", lambda: self.command.emit("open-sample")),
            ),
        )

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: self.command.emit("new-meeting"))
        self.next.go.connect(self.go)
        self.next.command.connect(self.command)
        self.meetings.all_wanted.connect(lambda: self.command.emit("meetings"))
        self.meetings.chosen.connect(self._open_meeting)
        self.needs.chosen.connect(self._do)
        self.needs.letter.connect(lambda letter, _: self._on_letter(letter))
        self.meetings.list.letter.connect(lambda letter, _: self._on_letter(letter))
        self.figures.letter.connect(self._on_letter)

    # --- what is shown ---------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether what is to be shown is still being worked out."""
        return self._task is not None

    def refresh(self, changes: Changes) -> None:
        """Work out what there is to show; one after another, never two at once."""
        record, today = self.workspace.record, self.workspace.today()
        self._day.setText(spoken(today))
        moved = self._show_place()
        if self._task is not None:
            self._again = True
        elif self._stack.currentIndex() == _WHOLE and self.workspace.is_open:
            self._shown_for = today
            self._task = Task(partial(gathered, record, today), self)
            self._task.done.connect(self._on_gathered)
            self._task.failed.connect(self._on_failed)
            self._task.start()
        if moved and self.isVisible():
            self.focus_first()

    def _show_place(self) -> bool:
        """Show the page or the card for nothing; say whether that is another than before."""
        record = self.workspace.record
        place = _WHOLE
        if self.workspace.is_open and not record.meetings:
            place = _NO_MEETING if record.bodies else _NO_BODY
        before = self._stack.currentIndex()
        self._stack.setCurrentIndex(place)
        return before != place

    def _on_gathered(self, found: Gathered) -> None:
        self._task = None
        if self._again:  # what was found is of a former record
            self._again = False
            self.refresh_now()
            return
        record, had_focus = self.workspace.record, bool(self.needs.current_key())
        self._needs = {one.key: one for one in found.needs}
        self.needs.set_deeds([_deed(one) for one in found.needs])
        self.needs.setVisible(bool(found.needs))
        self._quiet.setVisible(not found.needs)
        self._count.setText(str(len(found.needs)) if found.needs else "")
        self.next.show_coming(found.coming[0] if found.coming else None)
        self.meetings.show_meetings(record, found.meetings)
        first = found.coming[0].body.id if found.coming else None
        self.figures.show_figures(record.bodies, found.figures, first)
        self._order_tabs()
        if self._focus_wanted or (had_focus and not self.needs.current_key()):
            self.focus_first()
        self.keys_changed.emit()

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does; rows that were made anew would come last."""
        stops = (
            self.new,
            self.next.deed,
            self.next.other,
            self.meetings.all,
            *self.meetings.list.stops(),
            *self.needs.stops(),
            *self.figures.stops(),
        )
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def refresh_now(self) -> None:
        """Work it out once more, for the record and the day as they are by now."""
        self.refresh(Changes())

    def _on_failed(self, why: str) -> None:
        self._task = None
        self.notice.emit("warn", "What needs you could not be worked out.", why)

    # --- places ----------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Begin with the worst need; while it is worked out, wait for it here."""
        place = self._stack.currentIndex()
        if place != _WHOLE:
            self._nothing[place - 1].setFocus()
            return
        self._scroll.verticalScrollBar().setValue(0)
        self._focus_wanted = self._task is not None
        if self._needs and not self._focus_wanted:
            self.needs.focus_row()
        elif self._focus_wanted:
            self.needs.setFocus()
        else:
            self.next.setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return the needs, the next meeting, the meetings and the figures."""
        place = self._stack.currentIndex()
        if place != _WHOLE:
            return (self._nothing[place - 1],)
        needs = (self.needs,) if self._needs else ()
        return (*needs, self.next, self.meetings, self.figures)

    def go_to(self, place: Place) -> None:
        """Nothing here can be pointed at: begin where work begins."""

    # --- keys ------------------------------------------------------------------------------

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page."""
        return {
            "as-table": self.figures.turn,
            "other-chart": self.figures.next_chart,
            "other-body": self.figures.next_body,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex() != _WHOLE:
            return ("new-meeting", "all-keys")
        several = ("other-body",) if len(self.workspace.record.bodies) > 1 else ()
        return ("as-table", "other-chart", *several, "new-meeting", "meetings", "next-column",
                "all-keys")  # fmt: skip

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the lists."""
        if self.needs.current_key():
            return (("Enter", "Go there"), ("Up / Down", "Choose"))
        if self.meetings.list.current_key():
            return (("Enter", "Open"), ("Up / Down", "Choose"))
        return ()

    def facts(self) -> tuple[str, ...]:
        """Return how many things are late."""
        late = sum(one.level is Level.LATE for one in self._needs.values())
        return (f"{late} late",) if late else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take single letters wherever on the page the focus is, for nothing here is typed in."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if not (plain and event.text().isalpha() and self._on_letter(event.text().upper())):
            super().keyPressEvent(event)

    def _on_letter(self, letter: str) -> bool:
        for command in COMMANDS:
            if command.on_list and command.keys == letter and self.name in command.where:
                self.handlers()[command.name]()
                self.keys_changed.emit()
                return True
        return False

    # --- deeds -----------------------------------------------------------------------------

    def _do(self, key: str) -> None:
        need = self._needs.get(key)
        if need is not None:
            self.go.emit(
                Place(
                    page=need.page,
                    meeting_id=need.meeting_id or "",
                    item_id=need.target_id,
                    caret=need.block_id,
                )
            )

    def _open_meeting(self, key: str) -> None:
        meeting = self.workspace.record.meeting(MeetingId(key))
        if meeting is not None:
            page = "minutes" if meeting.items else "details"
            self.go.emit(Place(page=page, meeting_id=meeting.id))

    def changeEvent(self, event: QEvent) -> None:
        """Begin a new day where the window is come back to on another one."""
        super().changeEvent(event)
        another = self._shown_for not in (date.min, self.workspace.today())
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and another:
            self.refresh_now()

    # --- room ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the columns side by side or below one another."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        px = self.look.px
        side = px(Space.XXL if self.look.effective(self.width()) >= Narrow.PEOPLE else Space.L)
        self._column.setContentsMargins(side, px(Space.L + Space.XS), side, px(Space.XL))
        self._column.setSpacing(px(Space.L))
        self._grid.setHorizontalSpacing(px(Space.XL + Space.S))
        self._grid.setVerticalSpacing(px(Space.XL))
        self._needs_column.setSpacing(px(Space.S))
        self._count.setMinimumHeight(px(Measure.CONTROL))  # as high as the figures' own head
        pad = px(Space.XL)
        self._quiet.setContentsMargins(pad, pad, pad, pad)
        self._lay_columns(wide=self.look.effective(self.width()) >= Narrow.OUTLINE)

    def _lay_columns(self, *, wide: bool) -> None:
        if wide == self._wide and self._grid.count():
            return
        self._wide = wide
        parts = (self.next, self.meetings, self._needs_part, self.figures)
        for part in parts:
            self._grid.removeWidget(part)
        for place, part in enumerate(parts):
            at = divmod(place, 2) if wide else (_BELOW[place], 0)
            self._grid.addWidget(part, *at)
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share if wide else 1 - column)


_BELOW = (1, 3, 0, 2)  # needs, next meeting, figures, meetings


def _deed(need: Need) -> Deed:
    late = need.level is Level.LATE
    page = _PAGES.get(need.page, need.page.capitalize())
    return Deed(
        key=need.key,
        words=need.words,
        second=f"Late. {need.second[0].upper()}{need.second[1:]}" if late else need.second,
        deed=page,
        icon="warn" if late else _ICONS[need.about],
        icon_role=_COLOURS[need.level],
    )
