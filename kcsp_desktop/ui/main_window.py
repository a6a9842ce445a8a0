"""The frame: menus, strip, notices, the page in hand, the status bar of keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kcsp_desktop.domain.changes import Kind
from kcsp_desktop.domain.dates import printed, spoken
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.ui import menus
from kcsp_desktop.ui.commands import BY_NAME, MEETING_PAGES, hints
from kcsp_desktop.ui.kit.key_bar import KeyBar
from kcsp_desktop.ui.kit.notice_band import Level, Notice, NoticeBand
from kcsp_desktop.ui.kit.strip import Strip
from kcsp_desktop.ui.pages.making import made
from kcsp_desktop.ui.theme import Measure
from kcsp_desktop.ui.workspace import Place, SaveState, Saving

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QCloseEvent

    from kcsp_desktop.domain.changes import Changes
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.page import Page
    from kcsp_desktop.ui.saving import SavingThread
    from kcsp_desktop.ui.spelling import Speller
    from kcsp_desktop.ui.theme import ThemeChoice
    from kcsp_desktop.ui.workspace import Workspace

_STATE_ICONS = {
    "planned": "calendar", "agenda drafted": "doc", "agenda published": "globe",
    "in progress": "half", "draft notes": "half", "circulated": "mail", "approved": "done",
    "signed": "done", "published": "globe", "cancelled": "stop",
}  # fmt: skip
_IN_STRIP = frozenset({Kind.BODIES, Kind.MEETINGS, Kind.DETAILS, Kind.STATE})
_ANY_HEIGHT = (1 << 24) - 1  # what Qt calls no maximum
_OUTSIDE = (
    ("meetings", "Meetings"),
    ("forward_plan", "Forward plan"),
    ("actions", "Actions"),
    ("decisions", "Decisions"),
    ("bodies", "Bodies"),
    ("people", "People"),
    ("reports", "Reports"),
)


class MainWindow(QMainWindow):
    """Frame and navigation. Everything a page shows it draws itself."""

    sample_wanted = Signal()
    opening_failed = Signal()
    left = Signal()  # the secretary looks elsewhere, or the window closes

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        saving: SavingThread,
        new_speller: Callable[[MainWindow], Speller],
    ) -> None:
        """Build the frame and the meetings page; other pages are made when first opened."""
        super().__init__()
        self.workspace = workspace
        self.look = look
        self._saving = saving
        self._new_speller = new_speller
        self._speller: Speller | None = None
        self._pages: dict[str, Page] = {}
        self.page_name = "meetings"
        self.meeting_id: MeetingId | None = None
        self.setObjectName("mainWindow")
        self.setWindowTitle("KCSP Desktop")
        self._build()
        self._connect()
        self._show_strip()

    def begin(self) -> None:
        """Show the meetings, unless another page has been asked for meanwhile."""
        if not self._pages:
            self.show_page("meetings", focus=False)

    def _build(self) -> None:
        look = self.look
        self.actions_by_name: dict[str, QAction] = menus.fill(self.menuBar(), self, self.run)
        for name, action in self.actions_by_name.items():
            action.setCheckable(name.startswith("theme-"))
        self._tick_theme()
        self.strip = Strip(look)
        self.notices = NoticeBand(look)
        self.stack = QStackedWidget()
        self.key_bar = KeyBar(look)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, self.notices, self.stack, self.key_bar):
            column.addWidget(widget, 1 if widget is self.stack else 0)
        self.setCentralWidget(whole)
        self.setMinimumSize(*Measure.WINDOW)
        self.resize(1366, 768)

    def _connect(self) -> None:
        workspace = self.workspace
        self.strip.home_chosen.connect(lambda: self.run("home"))
        self.strip.tab_chosen.connect(self.show_page)
        self.strip.back_chosen.connect(lambda: self.run("page-minutes"))
        self.notices.deed_chosen.connect(lambda _: workspace.flush())
        self._saving.not_opened.connect(self._on_not_opened)
        self._saving.not_copied.connect(lambda why: self.say("warn", why))
        workspace.opened.connect(self._on_opened)
        workspace.save_state.connect(self._on_save_state)
        workspace.refused.connect(lambda why: self.say("warn", why, "Nothing was changed."))
        workspace.returned.connect(self._on_returned)
        workspace.changed.connect(self._on_changed)
        self.look.changed.connect(self._on_look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            app.applicationStateChanged.connect(self._on_application_state)

    # --- pages -----------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page in view, made when it is first wanted."""
        if self.page_name not in self._pages:
            self._add_page(self.page_name)
        return self._pages[self.page_name]

    def show_page(self, name: str, *, focus: bool = True) -> None:
        """Show a page, made when it is first wanted."""
        if name in MEETING_PAGES and self._meeting_gone():
            self.say("info", "No meeting is open.", "Choose one in the list and press Enter.")
            name = "meetings"
        self.workspace.flush()
        self.page_name = name
        self.stack.setCurrentWidget(self.page)
        self.page.open(self.meeting_id if name in MEETING_PAGES else None)
        self._show_strip()
        if focus:
            self.page.focus_first()
        self._show_keys()

    def _add_page(self, name: str) -> None:
        page = made(name, self.workspace, self.look)
        if page.has_text:
            page.set_speller(self.speller)
        page.keys_changed.connect(self._show_keys)
        page.go.connect(self.go_to)
        page.notice.connect(self.say)
        page.command.connect(self.run)
        page.alone_wanted.connect(self._show_alone)
        self._pages[name] = page
        self.stack.addWidget(page)

    def _show_alone(self, alone: bool) -> None:
        """Leave nothing but the page; a notice is shown all the same."""
        # Of no height, not hidden: a hidden menu bar takes its keys along.
        self.menuBar().setMaximumHeight(0 if alone else _ANY_HEIGHT)
        self.strip.setVisible(not alone)
        self.key_bar.setVisible(not alone)

    def _meeting_gone(self) -> bool:
        return self.meeting_id is None or self.workspace.record.meeting(self.meeting_id) is None

    def go_to(self, place: Place) -> None:
        """Show that page, meeting, item and caret."""
        if place.page in MEETING_PAGES:
            meeting_id = MeetingId(place.meeting_id)
            if self.workspace.record.meeting(meeting_id) is None:
                self.show_page("meetings")
                return
            self.meeting_id = meeting_id
        self.show_page(place.page)
        self.page.go_to(place)

    def _on_returned(self, place: Place) -> None:
        """Go where undo or redo has been; what was said of the deed is no longer true."""
        self.notices.remove("said")
        self.go_to(place)

    def _on_changed(self, changes: Changes) -> None:
        if self._said == "warn":  # "Nothing was changed": now something was
            self.notices.remove("said")
        if not changes.kinds & _IN_STRIP:
            return  # most changes are letters, and the strip tells nothing of them
        if self.page_name in MEETING_PAGES and self._meeting_gone():
            self.meeting_id = None
            self.show_page("meetings")
        else:
            self._show_strip()

    def _on_look(self) -> None:
        self._show_strip()
        self._show_keys()
        self._tick_theme()

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self.look.choose_theme(choice)
        self._tick_theme()  # where the theme is the same as before nothing else tells

    def _tick_theme(self) -> None:
        chosen = "contrast" if self.look.choice == "high_contrast" else self.look.choice
        for name in ("system", "light", "dark", "contrast"):
            self.actions_by_name[f"theme-{name}"].setChecked(name == chosen)

    # --- strip and status bar --------------------------------------------------------------

    def _show_strip(self) -> None:
        inside = self.page_name in MEETING_PAGES
        meeting = self.workspace.record.meeting(self.meeting_id) if self.meeting_id else None
        if inside and meeting is not None:
            body = self.workspace.record.body_of(meeting)
            day = meeting.details.date
            self.strip.set_place(
                f"{body.short_name} · {spoken(day)}",
                f"{body.short_name} {printed(day)}",
                _STATE_ICONS[meeting.state],
                str(meeting.state).capitalize(),
            )
            self.strip.set_back("")
            tabs = tuple((name, name.capitalize()) for name in MEETING_PAGES)
        else:
            self.strip.set_place("")
            back = meeting and f"Back to {printed(meeting.details.date)}"
            self.strip.set_back(back or "", "Ctrl+4" if back else "")
            tabs = _OUTSIDE
        self.strip.set_tabs(tabs, self.page_name)

    def _show_keys(self) -> None:
        if self.page_name not in self._pages:
            return
        page = self.page
        self.key_bar.set_keys((*page.extra_keys(), *hints(page.name, page.keys())))
        self.key_bar.set_facts((*page.facts(), f"{self.look.percent} %"))

    def _on_focus_changed(self) -> None:
        self._show_keys()

    def _on_application_state(self) -> None:
        self.workspace.flush()
        self.left.emit()

    def _on_save_state(self, state: SaveState) -> None:
        match state.saving:
            case Saving.SAVED:
                self.strip.saved.show_saved(state.at)
                self.notices.remove("not-saved")
            case Saving.SAVING:
                self.strip.saved.show_saving()
            case Saving.NOT_SAVED:
                self.strip.saved.show_not_saved(state.at)
                since = f"Not saved since {state.at}." if state.at else "Not saved."
                what = f"Your words are kept here. {state.why}"
                self._notify("not-saved", "bad", since, what, "Try again")
            case Saving.READ_ONLY:
                self._notify("reading", "warn", "You can read, not change.", state.why)

    def say(self, level: Level, what: str, todo: str = "") -> None:
        """Show a notice that goes when it is closed, no longer true, or another is to be said."""
        self._said = level
        self.notices.add(
            Notice(key="said", level=level, words=what, advice=todo, may_close=True),
        )

    def _notify(self, key: str, level: Level, words: str, advice: str, deed: str = "") -> None:
        self.notices.add(Notice(key=key, level=level, words=words, advice=advice, deed=deed))

    # --- opening and closing ---------------------------------------------------------------

    def _on_opened(self) -> None:
        self.show_page(self.page_name)

    def _on_not_opened(self, why: str) -> None:
        self._notify("opening", "bad", "The store could not be opened.", why)
        self.opening_failed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before leaving; stay where that fails."""
        self._settle_line()
        if self.workspace.is_open and not self._saving.save_all() and not self._leave_unsaved:
            self.say(
                "bad", "Not everything is saved.", "Put the cause right; close again to leave."
            )
            self._leave_unsaved = True
            event.ignore()
            return
        self.left.emit()
        self._saving.finish()
        event.accept()

    _leave_unsaved = False
    _said: Level = "info"  # of the notice that was said last

    def _settle_line(self) -> None:
        """Keep what is typed in the line in hand, which loses the focus only when all is shut."""
        from kcsp_desktop.ui.committing import CommitArea, CommitField

        line = self.focusWidget()
        if isinstance(line, (CommitField, CommitArea)):
            line.settle()

    @property
    def speller(self) -> Speller:
        """What checks spelling, made with the first page that has a text."""
        if self._speller is None:
            self._speller = self._new_speller(self)
            self._speller.state_changed.connect(self._on_speller)
        return self._speller

    def _on_speller(self) -> None:
        """Say in the menu that spelling is off, where it is; it is never a reason to stop."""
        from kcsp_desktop.ui.spelling import SpellerState

        if self.speller.state is SpellerState.NO_DICTIONARY:
            self.actions_by_name["spelling"].setText("&Spelling is off: how to get it")

    # --- commands --------------------------------------------------------------------------

    def run(self, name: str) -> None:
        """Do a command: the page's own answer, else the window's; else say where it works."""
        handler = self.page.handlers().get(name) or self._own_handlers().get(name)
        if handler is None:
            command = BY_NAME[name]
            pages = (page.replace("_", " ").capitalize() for page in command.where)
            where = " or ".join(pages) or "another page"
            words = command.text.replace("&", "").rstrip("…")
            self.say("info", f"“{words}” works in {where}.", "")
            return
        try:
            handler()
        except KcspError as error:
            self.say("warn", error.what, " ".join(p for p in (error.where, error.todo) if p))

    def _own_handlers(self) -> dict[str, Callable[[], object]]:
        look = self.look
        pages = {f"page-{name}": name for name in MEETING_PAGES}
        pages |= {"forward-plan": "forward_plan"}
        outside = (
            "home", "meetings", "actions", "decisions", "priorities", "registers", "reports",
            "bodies", "people", "organisations", "abbreviations",
        )  # fmt: skip
        pages |= {name: name for name in outside}
        return {
            **{command: partial(self.show_page, name) for command, name in pages.items()},
            "undo": self.workspace.undo_stack.undo,
            "redo": self.workspace.undo_stack.redo,
            "quit": self.close,
            "open-sample": self.sample_wanted.emit,
            "new-meeting": lambda: self._on_page("meetings", "new-meeting"),
            "plan-meetings": lambda: self._on_page("forward_plan", "plan-meetings"),
            "new-body": lambda: self._on_page("bodies", "add"),
            "make-notes": lambda: self._on_page("issue", "make-notes"),
            "make-document": lambda: self._on_page("issue", "make-document"),
            "make-pack": lambda: self._on_page("agenda", "make-pack"),
            "print": self._print,
            "event": lambda: self._on_page("issue", "event"),
            "found": self._show_commitments,
            "larger": look.larger,
            "smaller": look.smaller,
            "usual-size": lambda: look.set_percent(100),
            "theme-system": lambda: self._choose_theme("system"),
            "theme-light": lambda: self._choose_theme("light"),
            "theme-dark": lambda: self._choose_theme("dark"),
            "theme-contrast": lambda: self._choose_theme("high_contrast"),
            "next-column": lambda: self._step_column(1),
            "former-column": lambda: self._step_column(-1),
            "all-keys": self._show_all_keys,
            "spelling": lambda: self.say("info", *self.speller.fact),
            "about": self._about,
        }

    def _on_page(self, page: str, command: str) -> None:
        self.show_page(page)
        if self.page_name == page:
            self.page.handlers()[command]()

    def _show_commitments(self) -> None:
        """Show what nobody logged: of the meeting in view, else of the latest ones."""
        inside = self.page_name in MEETING_PAGES and self.meeting_id
        self.go_to(Place(page="found", meeting_id=self.meeting_id or "" if inside else ""))

    def _step_column(self, by: int) -> None:
        columns: list[QWidget] = [self.strip, *self.page.columns()]
        if self.notices.isVisible():
            columns.insert(1, self.notices)
        focus = QApplication.focusWidget()
        at = next(
            (
                n
                for n, w in enumerate(columns)
                if focus is not None and (w is focus or w.isAncestorOf(focus))
            ),
            0,
        )
        target = columns[(at + by) % len(columns)]
        if target is self.notices:
            self.notices.focus_by_key()
            return
        if target is self.strip:
            target = self.strip.tabs if self.strip.tabs.isVisible() else self.strip.tab_box
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_all_keys(self) -> None:
        from kcsp_desktop.ui.keys_sheet import KeysSheet

        KeysSheet(self.look, self).open()

    def _print(self) -> None:
        """Ask which document is to be printed."""
        # Imported when it is asked for: printing brings the printers' drivers along.
        from kcsp_desktop.ui.dialogs.printing import ask_what_to_print

        meeting = self.workspace.record.meeting(self.meeting_id) if self.meeting_id else None
        if meeting is None:
            self.say("info", "No meeting is open.", "Choose one in the list and press Enter.")
            return
        ask_what_to_print(self.look, self.workspace.record, meeting, self, self.say)

    def _about(self) -> None:
        self.say(
            "info", "KCSP Desktop", "Minutes as people speak, notes as the council prints them."
        )
