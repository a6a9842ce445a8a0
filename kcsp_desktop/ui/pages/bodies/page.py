"""The Bodies page: the committees at the left, everything that is set of one at the right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.edits import PutBody, RemoveBody
from kcsp_desktop.domain.errors import RuleBroken
from kcsp_desktop.domain.ids import BodyId, FileId
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.references import short_name_refused
from kcsp_desktop.ui.dialogs.body import NewBodyDialog
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Hairline
from kcsp_desktop.ui.list_models import body_rows
from kcsp_desktop.ui.pages.bodies.form import BodyForm
from kcsp_desktop.ui.pages.bodies.standing import StandingList
from kcsp_desktop.ui.pages.bodies.template import Keeping, ask_template
from kcsp_desktop.ui.pages.list_page import ListPage, NothingCard
from kcsp_desktop.ui.theme import Narrow
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.ui.kit.rows import Row
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.bodies.lists import BodyList
    from kcsp_desktop.ui.workspace import Workspace

_FORM = 520  # width of the form, pixels at 100 %


class BodiesPage(ListPage):
    """List and form; where there is no room for both, Enter goes to the form and Esc back."""

    name = "bodies"
    title = "Bodies"
    finds = "Find a body"
    deed = "New body"
    columns_of_list = (
        Column(words="Name", width=260, stretches=True, lead=True, wraps=True),
        Column(words="Short name", width=130, role="ink2"),
        Column(words="Members", width=90, right=True, tabular=True, drops=2, role="ink2"),
        Column(words="Meetings", width=90, right=True, tabular=True, drops=1, role="ink2"),
    )

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build list, form, and the card that stands in for an empty list."""
        super().__init__(workspace, look)
        self._nothing = NothingCard(
            look,
            "There are no bodies yet.",
            "A body is the committee or partnership that meets: its name, its words, its members.",
            (("bodiesFirst", "Make a body", self.add_body),),
            (("Ins", "Make a body"),),
        )
        self._left = self._build_list()
        self.form = BodyForm(look, self._commit)
        self.ask_template: Callable[[], str] = lambda: ask_template(self)  # a test answers
        self._keeping = Keeping(workspace, self)
        self._keeping.kept.connect(self._on_template_kept)
        self._keeping.not_kept.connect(self._on_template_not_kept)
        self.form.template.wanted.connect(self.choose_template)
        self.form.template.dropped.connect(lambda: self._set_template(None))
        self._panel = Scroll(self.form)
        self._panel.setObjectName("bodyForm")
        self._line = Hairline(look, upright=True)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._line)
        row.addWidget(self._panel)
        self._in_form = False
        self._stack = self._stacked(both, self._nothing)
        look.changed.connect(self._share_room)

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, changes: Changes) -> None:
        """Show the bodies as they are now, and the one in hand."""
        if changes.kinds and not changes.kinds & {Kind.BODIES, Kind.PEOPLE, Kind.MEETINGS}:
            return
        self.show_rows()
        empty = self.workspace.is_open and not self.workspace.record.bodies
        self._stack.setCurrentIndex(1 if empty else 0)
        self._show_form()
        self._share_room()

    def rows(self) -> list[Row]:
        """Return the bodies by name."""
        return body_rows(self.workspace.record)

    def _show_form(self) -> None:
        body = self._in_hand()
        self.form.setVisible(body is not None)
        if body is not None:
            self.form.show_body(body, self.workspace.record)

    def _on_current(self, key: str) -> None:
        self._show_form()
        self._panel.verticalScrollBar().setValue(0)
        super()._on_current(key)

    def _share_room(self) -> None:
        """Show list and form side by side, or one of them."""
        narrow = self.look.effective(self.width()) < Narrow.OUTLINE
        self._left.setVisible(not (narrow and self._in_form))
        self._panel.setVisible(not narrow or self._in_form)
        self._line.setVisible(not narrow)
        if narrow:
            self._panel.setMaximumWidth(self.width())
            self._panel.setMinimumWidth(self.width() if self._in_form else 0)
        else:
            self._panel.setFixedWidth(self.look.px(_FORM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._share_room()

    def focus_first(self) -> None:
        """Begin in the list, or on the button that makes the first."""
        self._leave_form()
        if self._stack.currentIndex():
            self._nothing.setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter, list and form, or the card."""
        if self._stack.currentIndex():
            return (self._nothing,)
        form = self.form
        if not self._panel.isVisible():
            return (self.head.filter, self.table)
        left = (self.head.filter, self.table) if self._left.isVisible() else ()
        return (*left, *form.stops())

    # --- keys ------------------------------------------------------------------------------

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this page; those of a list act on the one with the focus."""
        part = self._list_with_focus()
        if part is not None:
            own = {"skip": part.skip} if isinstance(part, StandingList) else {}
            return {
                "add": part.add,
                "edit": part.edit,
                "remove": part.remove,
                "move-up": lambda: part.move_by(-1),
                "move-down": lambda: part.move_by(1),
                "find": self.go_to_filter,
                **own,
            }
        return {
            "add": self.add_body,
            "edit": self.edit,
            "remove": self.remove,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex():
            return ("add", "all-keys")
        part = self._list_with_focus()
        if part is None and not self.table.hasFocus():
            return ("undo", "find", "next-column", "all-keys")
        if isinstance(part, StandingList):
            return ("edit", "remove", "skip", "undo", "next-column", "all-keys")
        if part is not None:
            return ("edit", "remove", "undo", "next-column", "all-keys")
        return ("add", "edit", "remove", "undo", "find", "next-column", "all-keys")

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Return Esc, which goes back to the list, and what Ins and Alt+Up do in a short one."""
        focus = self.focusWidget()
        inside = focus is not None and focus.hasFocus() and self.form.isAncestorOf(focus)
        short = (("Ins", "Add"), ("Alt+Up", "Move up")) if self._list_with_focus() else ()
        return (("Esc", "Back to the list"), *short) if inside else ()

    def facts(self) -> tuple[str, ...]:
        """Return how many there are."""
        count = len(self.workspace.record.bodies)
        return (f"{count} bodies" if count != 1 else "1 body",)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list by Esc."""
        if self._unfiltered(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave_form()
        else:
            super().keyPressEvent(event)

    def go_to(self, place: Place) -> None:
        """Take the body in hand."""
        self.take(place.item_id)

    def _list_with_focus(self) -> BodyList | None:
        return next((part for part in self.form.lists if part.table.hasFocus()), None)

    def _leave_form(self) -> None:
        self._in_form = False
        self._share_room()
        self.table.setFocus()

    # --- deeds -----------------------------------------------------------------------------

    def add_body(self) -> None:
        """Ask for a new body."""
        dialog = NewBodyDialog(self.look, self._refusal, self)
        dialog.body_given.connect(self._on_given)
        dialog.open()

    def edit(self) -> None:
        """Go to the form of the body in hand."""
        if self._in_hand() is not None:
            self._in_form = True
            self._share_room()
            self._panel.verticalScrollBar().setValue(0)
            self.form.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def remove(self) -> None:
        """Delete the body in hand."""
        body = self._in_hand()
        if body is None:
            return
        edit = RemoveBody(body_id=body.id)
        if self.submit(edit, text=f"delete {body.name}", place=self._at(body)):
            self.notice.emit("info", f"Deleted {body.name}.", "Ctrl+Z brings it back.")

    # --- its Word template -----------------------------------------------------------------

    _template_for: BodyId | None = None  # whose template is on its way to the disk

    def choose_template(self) -> None:
        """Ask for a Word template of the body's own, and keep it."""
        body, source = self._in_hand(), "" if self.workspace.read_only else self.ask_template()
        if body is not None and source:
            self._template_for = body.id
            self._keeping.keep(Path(source))

    def _on_template_kept(self, name: str) -> None:
        body_id, self._template_for = self._template_for, None
        body = self.workspace.record.body(body_id) if body_id else None
        if body is not None:
            self._give_template(body, FileId(name))
            self.notice.emit("info", f"{body.name} has a Word template of its own.", "")

    def _on_template_not_kept(self, sentence: str) -> None:
        self._template_for = None
        self.notice.emit("warn", "The template was not taken.", sentence)

    def _set_template(self, template_id: FileId | None) -> None:
        body = self._in_hand()
        if body is not None:
            self._give_template(body, template_id)

    def _give_template(self, body: Body, template_id: FileId | None) -> None:
        changed = replace(body, template_id=template_id)
        if changed != body:
            self._commit(changed, (), f"change the Word template of {body.name}")

    def _on_given(self, body: Body) -> None:
        edit = PutBody(body=body)
        if self.submit(edit, text=f"make {body.name}", place=self._at(body)):
            self.take(body.id)
            self.edit()

    def _commit(self, body: Body, first: tuple[Edit, ...], text: str) -> str:
        """Keep a changed body; return a sentence where the rules refuse."""
        refused = self.workspace.read_only or self._refusal(body, first)
        if not refused:
            self.submit(*first, PutBody(body=body), text=text, place=self._at(body))
        return refused

    def _refusal(self, body: Body, first: tuple[Edit, ...] = ()) -> str:
        """Say what the rules have against a body, or nothing."""
        if not body.name:
            return "The name is needed: it is printed on every document."
        try:
            apply_all(self.workspace.record, (*first, PutBody(body=body)))
        except RuleBroken as error:
            return str(error)
        return short_name_refused(body.short_name)

    def _in_hand(self) -> Body | None:
        return self.workspace.record.body(BodyId(self.table.current_key()))

    def _at(self, body: Body) -> Place:
        return Place(page=self.name, item_id=body.id)
