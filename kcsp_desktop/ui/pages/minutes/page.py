"""The Minutes page: outline, sheet, room. Two hours of typing happen here."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.domain.body import words_spelt
from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.edits import InsertBlocks, MoveBlocks, PutBody, RemoveBlocks
from kcsp_desktop.domain.errors import RuleBroken
from kcsp_desktop.domain.ids import BlockId, ItemId
from kcsp_desktop.domain.kinds import Course
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.numbering import Label, numbered
from kcsp_desktop.domain.outcome import progress
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.spelling.known import known_names
from kcsp_desktop.domain.wording.mentions import nameable, settling, spoken_order
from kcsp_desktop.ui.find_bar import FindBar
from kcsp_desktop.ui.item_head import ItemHead
from kcsp_desktop.ui.outline import Outline, OutlineColumn
from kcsp_desktop.ui.pages.item_questions import ask_document, ask_tags
from kcsp_desktop.ui.pages.minutes.approving import ApprovingNotes
from kcsp_desktop.ui.pages.minutes.clock import ItemClock
from kcsp_desktop.ui.pages.minutes.columns import OUTLINE, ROOM, Columns
from kcsp_desktop.ui.pages.minutes.deeds import Deeds
from kcsp_desktop.ui.pages.minutes.finding import Finding
from kcsp_desktop.ui.pages.minutes.hand import Hand
from kcsp_desktop.ui.pages.minutes.learning import Learning
from kcsp_desktop.ui.pages.minutes.mending import Mending
from kcsp_desktop.ui.pages.page import Page
from kcsp_desktop.ui.room_panel import RoomPanel
from kcsp_desktop.ui.room_view import RoomView
from kcsp_desktop.ui.sheet.change import Caret
from kcsp_desktop.ui.sheet.hints import hints_of
from kcsp_desktop.ui.sheet.painting import spoken_block
from kcsp_desktop.ui.sheet.sheet import MinuteSheet
from kcsp_desktop.ui.sheet.spelling import SheetSpelling
from kcsp_desktop.ui.theme import Measure
from kcsp_desktop.ui.workspace import Place, Submission

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.ids import MeetingId, PersonId
    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.sheet.change import Change
    from kcsp_desktop.ui.spelling import Speller
    from kcsp_desktop.ui.workspace import Workspace


class MinutesPage(Page):
    """One item in hand; its public text, or its restricted one."""

    name = "minutes"
    has_text = True

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the three columns."""
        super().__init__(workspace, look)
        self.hand = Hand(workspace)
        self._carets: dict[tuple[str, str], object] = {}
        self._spoken, self._kind = "", BlockKind.PARAGRAPH
        self._speller: Speller | None = None
        self._room_view: RoomView | None = None
        self.outline = Outline(look)
        self.outline_column = OutlineColumn(look, self.outline)
        self.head = ItemHead(look)
        self.find_bar = FindBar(look)
        self.sheet = MinuteSheet(look, lambda: BlockId(str(uuid.uuid4())), _now)
        self.sheet.setObjectName("sheet")
        self.room = RoomPanel(look)
        self._lay_out()
        self.spelling = SheetSpelling(self.sheet, workspace.undo_stack)
        self.deeds = Deeds(self, self.hand, self.sheet)
        self.finding = Finding(self, self.hand, self.sheet, self.find_bar, self.deeds)
        self.mending = Mending(self, self.hand, self.sheet)
        self.approving = ApprovingNotes(self, self.hand, self.sheet)
        self.learning = Learning(self.hand, self)
        self.clock = ItemClock(self.hand, self._in_use, self)
        self._connect()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.find_bar, self.sheet):
            column.addWidget(widget, 1 if widget is self.sheet else 0)
        self.columns_of_page = Columns(self.look, self.outline_column, middle, self.room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns_of_page)

    def _connect(self) -> None:
        sheet, completer = self.sheet, self.sheet.completer
        self.outline.item_chosen.connect(self._on_item_chosen)
        self.outline.entered.connect(self._enter_sheet)
        self.room.more_wanted.connect(lambda: self.command.emit("page-attendance"))
        self.head.text_chosen.connect(lambda text: self._show_text(Visibility(text)))
        sheet.change_made.connect(self._on_change)
        sheet.block_entered.connect(self._on_block_entered)
        sheet.kept_private.connect(self._on_kept_private)
        sheet.not_words.connect(self._on_not_words)
        completer.ask = self.learning.ask
        completer.earlier = self.hand.earlier_texts
        completer.spoken = self._spoken_order
        completer.person_wanted.connect(self.deeds.add_person)
        completer.offered.connect(self.keys_changed)
        self.spelling.command.connect(self.command)
        self.spelling.nothing_found.connect(partial(self.notice.emit, "info"))
        self.clock.ticked.connect(self._show_time)
        self.columns_of_page.folded.connect(self._on_folded)

    # --- what is shown ---------------------------------------------------------------------

    @property
    def item_id(self) -> ItemId | None:
        """The item in hand."""
        return self.hand.item_id

    @property
    def item(self) -> AgendaItem | None:
        """The item in hand, as it is now."""
        return self.hand.item

    def open(self, meeting_id: MeetingId | None) -> None:
        """Show a meeting at the item in hand, else at the first that waits to be minuted."""
        self.meeting_id = meeting_id
        self.hand.take_meeting(meeting_id)
        if self.hand.meeting is None:
            return
        self.refresh(Changes())
        self.learning.open_meeting()

    def set_speller(self, speller: Speller) -> None:
        """Mark misspellings in the sheet."""
        self._speller = speller
        self._tell_names()
        speller.word_added.connect(self._on_word_added)
        self.spelling.set_speller(speller)

    def _tell_names(self) -> None:
        """Tell who can be named, what is spelt so, and what stands for something."""
        meeting, record, body = self.hand.meeting, self.workspace.record, self.hand.body
        if self._speller is not None:
            self._speller.names = known_names(record, self.meeting)
            self._speller.known_words = frozenset(body.words if body else ())
        completer = self.sheet.completer
        completer.names = nameable(record, meeting) if meeting else ()
        completer.abbreviations = record.abbreviations

    def refresh(self, changes: Changes) -> None:
        """Redraw for what changed."""
        if self.hand.meeting is None:
            return
        if changes.kinds == {Kind.TIMES}:
            self._show_time()
            return
        if self.item is None:
            items = in_order(self.hand.meeting)
            self.hand.take_item(items[0].id if items else None)
        text_only = bool(changes.kinds) and changes.kinds <= {Kind.TEXT, Kind.BLOCKS}
        self._show_outline()
        if not text_only:
            self._show_head()
            self._show_room()
            self._tell_names()
        self._show_sheet()
        self.columns_of_page.fold()

    def _show_outline(self) -> None:
        meeting = self.hand.meeting
        if meeting is not None:
            numbers = numbered(self.workspace.record, meeting)
            self.outline.show_meeting(meeting, numbers, self.hand.item_id)
            self.outline_column.show_count(meeting)

    def _show_head(self) -> None:
        meeting, item = self.hand.meeting, self.item
        if meeting is None or item is None:
            self.head.show_item(
                "", "No items yet", ("Ctrl+3 opens the agenda",), False, Visibility.PUBLIC
            )
            return
        numbers = numbered(self.workspace.record, meeting)
        number = f"{numbers.minutes[item.id]}." if item.minuted else ""
        facts = [f"Item {numbers.codes[item.id]}", str(item.kind).capitalize(), item.presenter]
        facts += [f"Pages {item.pages}"] if item.pages else []
        facts += [str(item.course).capitalize()] if item.course is not Course.TAKEN else []
        facts += [] if item.minuted else ["Not minuted: nothing here is printed"]
        self.head.show_item(
            number,
            item.title or "Untitled",
            tuple(fact for fact in facts if fact),
            self.hand.has_two_texts(),
            self.hand.visibility,
        )
        self._show_time()

    def _show_time(self) -> None:
        self.head.set_time(self.clock.shown_for(self.item))
        self.keys_changed.emit()

    def _show_room(self) -> None:
        meeting = self.hand.meeting
        if meeting is not None:
            self.room.show_meeting(self.workspace.record, meeting, self.hand.item_id)
            marked = {one.block_id for one in meeting.actions if one.block_id}
            self.sheet.mark(frozenset(marked))

    def _show_sheet(self) -> None:
        meeting, item = self.hand.meeting, self.item
        self.sheet.setEnabled(item is not None)
        if meeting is None or item is None:
            return
        self.clock.follow()
        here = (meeting.id, item.id, self.hand.visibility)
        if self.sheet.text_in_hand == here:
            self.sheet.refresh(self.hand.blocks())
            return
        self._keep_caret()
        body = self.workspace.record.body_of(meeting)
        self.sheet.labels_for = self.hand.labels
        self.sheet.open_text(meeting.id, item.id, self.hand.visibility, self.hand.blocks(), body)
        caret = self._carets.get((item.id, str(self.hand.visibility)))
        if caret is not None:
            self.sheet.set_caret(caret)
        else:
            self.sheet.caret_to_end()
        self.learning.learn_item(None)
        self._tell_room_view()

    def _keep_caret(self) -> None:
        was = self.sheet.text_in_hand
        if was is not None:
            self._carets[(was[1], str(was[2]))] = self.sheet.caret()

    def _spoken_order(self) -> tuple[PersonId, ...]:
        texts = [block.text for block in self.hand.blocks()]
        return spoken_order(texts, self.sheet.completer.names)

    def _on_item_chosen(self, item_id: str) -> None:
        self.hand.take_item(ItemId(item_id))
        self._show_head()
        self._show_room()
        self._show_sheet()
        self.keys_changed.emit()

    def _show_text(self, visibility: Visibility) -> None:
        if self.hand.has_two_texts() and visibility is not self.hand.visibility:
            self.hand.visibility = visibility
            self._show_head()
            self._show_sheet()
            self.keys_changed.emit()
        self.sheet.setFocus()

    # --- changes ---------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        edits = (*change.edits, *self._settled(change.edits))
        what = Submission(
            edits=edits,
            text=change.text,
            before=self.hand.place(change.before),
            after=self.hand.place(change.after),
            merge=change.merge,
        )
        if not self.workspace.submit(what, self):
            self.sheet.refresh(self.hand.blocks())
            return
        blocks, model = self.hand.blocks(), self.sheet.text.model
        if not change.shown:
            self.sheet.refresh(blocks)
            self.sheet.set_caret(change.after)
        elif blocks and blocks != model:
            self.sheet.refresh(blocks)
            if {block.id for block in model} - {block.id for block in blocks}:
                self._say_closed()
        item = self.item
        if item is not None and not self.outline.shows(item.id, progress(item)):
            self._show_outline()
        self._tell_room_view()

    def _say_closed(self) -> None:
        """Say that a rule closed a block: it took up words that the public may not read."""
        self._show_head()
        words = "A block took up words that are not public."
        self.notice.emit("warn", words, "It is in the restricted detail now (F7).")

    def _settled(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Return what puts names right where blocks have come, gone or moved (house-format 5)."""
        meeting = self.hand.meeting
        touched = {item_id for edit in edits if _carries_words(edit) for item_id in _items_of(edit)}
        if meeting is None or not touched:
            return ()
        try:
            after = apply_all(self.workspace.record, edits).record
        except RuleBroken:
            return ()  # the workspace will say why
        there = after.meeting(meeting.id)
        return settling(after, there, touched, self.hand.visibility) if there else ()

    def submit(self, *edits: Edit, text: str = "", place: Place | None = None) -> bool:
        """Submit edits as one change, with the names put right."""
        return super().submit(*edits, *self._settled(edits), text=text, place=place)

    def _on_word_added(self, word: str) -> None:
        """Keep a word of the body's own, so that it is right in the next meeting too."""
        body = self.hand.body
        if body is None or word in body.words:
            return
        edit = PutBody(body=replace(body, words=words_spelt((*body.words, word))))
        place = self.hand.place(self.sheet.caret())
        if not self.submit(edit, text=f"add “{word}”", place=place):
            self._tell_names()  # it is marked again

    def _on_not_words(self) -> None:
        self.notice.emit(
            "info", "A file or a picture cannot stand in the minutes.", "Nothing was put in."
        )

    def _on_kept_private(self) -> None:
        self.notice.emit(
            "info", "A private note stays private.", "Ctrl+Shift+N makes a paragraph of it."
        )

    def place(self) -> Place:
        """Return the item, the text and the caret."""
        return self.hand.place(self.sheet.caret())

    def go_to(self, place: Place) -> None:
        """Show the item, the text and the caret where a change was made."""
        caret = self.hand.caret_meant(place)
        self.refresh(Changes())
        if isinstance(caret, Caret):
            self.sheet.set_caret(caret)
        self.sheet.setFocus()

    def _on_block_entered(self, label: Label, kind: BlockKind) -> None:
        self._spoken, self._kind = spoken_block(label, kind), kind
        block = self.sheet.current_block()
        self.learning.learn_item(block.id if block else None)
        self._tell_room_view()
        self.keys_changed.emit()

    # --- commands --------------------------------------------------------------------------

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of the sheet and of the way through the items."""
        sheet, columns = self.sheet, self.columns_of_page
        return {
            **self.deeds.handlers(),
            **self.finding.handlers(),
            **self.mending.handlers(),
            **self.approving.handlers(),
            "make-document": lambda: ask_document(self, self.item_id),
            "item-tags": lambda: ask_tags(self, self.item),
            "plain": sheet.toggle_numbered,
            "bullet": sheet.make_bullets,
            "letter": sheet.make_letters,
            "private-note": sheet.insert_private_note,
            "post-meeting-note": sheet.insert_post_meeting_note,
            "other-text": sheet.other_visibility,
            "other-tab": self._other_tab,
            "bold": sheet.toggle_bold,
            "italic": sheet.toggle_italic,
            "cut": sheet.cut,
            "copy": sheet.copy,
            "paste": sheet.paste,
            "paste-words": sheet.paste_words,
            "select-all": sheet.selectAll,
            "next-misspelling": self.spelling.next_misspelling,
            "word-menu": self.spelling.open_menu_at_caret,
            "move-up": sheet.move_up,
            "move-down": sheet.move_down,
            "next-item": lambda: self._step(1),
            "former-item": lambda: self._step(-1),
            "outline": lambda: self._toggle(OUTLINE, self.outline),
            "people-panel": lambda: self._toggle(ROOM, self.room),
            "room-view": self._toggle_room_view,
            "times": self._toggle_times,
            "only-sheet": lambda: self._show_alone(not columns.alone),
        }

    def _other_tab(self) -> None:
        if self.hand.has_two_texts():
            self._show_text(self.hand.other_text())
        else:
            self.notice.emit("info", "This item has one text.", "Only a restricted item has two.")

    def _step(self, by: int) -> None:
        meeting = self.hand.meeting
        if meeting is None:
            return
        items = in_order(meeting)
        at = next((n for n, item in enumerate(items) if item.id == self.hand.item_id), 0) + by
        if 0 <= at < len(items):
            self._on_item_chosen(items[at].id)
            self._show_outline()
            self._enter_sheet()
        else:
            end = "last" if by > 0 else "first"
            self.notice.emit("info", f"That was the {end} item.", "")

    def _toggle(self, column: str, widget: QWidget) -> None:
        self.columns_of_page.toggle(column)
        over = self.columns_of_page.over == column
        wanted = widget.isVisible() if column == OUTLINE else over
        (widget if wanted else self.sheet).setFocus()
        self.keys_changed.emit()

    def _show_alone(self, alone: bool) -> None:
        """Show the sheet and nothing else, or all again."""
        self.columns_of_page.show_alone(alone)
        self.alone_wanted.emit(alone)
        self.sheet.setFocus()

    def _toggle_times(self) -> None:
        self.sheet.shows_times = not self.sheet.shows_times
        self.sheet.viewport().update()

    def _toggle_room_view(self) -> None:
        """Open the window for the screen in the room, or close it."""
        if self._room_view is None:
            self._room_view = RoomView(self.workspace, self.look)
            self.destroyed.connect(self._room_view.deleteLater)
        if self._room_view.isVisible():
            self._room_view.close()
            return
        self._tell_room_view()
        self._room_view.appear()

    def _tell_room_view(self) -> None:
        meeting_id, item_id = self.hand.meeting_id, self.hand.item_id
        if self._room_view is not None and meeting_id and item_id:
            block = self.sheet.current_block()
            self._room_view.follow(meeting_id, item_id, block.id if block else None)

    # --- columns and keys ------------------------------------------------------------------

    def _enter_sheet(self) -> None:
        self.columns_of_page.show_sheet()
        self.sheet.setFocus()

    def _on_folded(self) -> None:
        self.head.set_low(self.look.effective(self.height()) < Measure.HEAD_LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the head short where the page is low."""
        super().resizeEvent(event)
        self._on_folded()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the time that was counted."""
        super().hideEvent(event)
        self.clock.keep()
        if self.columns_of_page.alone:
            self.columns_of_page.show_alone(False)
            self.alone_wanted.emit(False)

    def _in_use(self) -> bool:
        return self.isVisible() and self.isActiveWindow()

    def focus_first(self) -> None:
        """Focus the sheet, at the caret."""
        self.columns_of_page.show_sheet()
        (self.sheet if self.item is not None else self.outline).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def columns(self) -> tuple[QWidget, ...]:
        """Outline, sheet, room."""
        bar = self.find_bar.words
        return tuple(w for w in (self.outline, bar, self.sheet, self.room) if w.isVisible())

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the text, or of what is offered at the caret."""
        if self.outline.hasFocus():
            return (("Up, Down", "Choose an item"), ("Enter", "To the text"))
        if not self.sheet.hasFocus():
            return ()
        return hints_of(self._kind, self.sheet.completer)

    def keys(self) -> tuple[str, ...]:
        """Return the commands most used in the room, where the caret is in the text."""
        if not self.sheet.hasFocus():
            return ("next-item", "next-column", "all-keys")
        tab = ("other-tab",) if self.hand.has_two_texts() else ()
        agenda = ("outline",) if self.columns_of_page.is_narrow() else ()
        return (*agenda, "resolution", "action", *tab, "flag", "next-item", "all-keys")

    def facts(self) -> tuple[str, ...]:
        """Where the caret is, in words; flags; time."""
        meeting = self.hand.meeting
        flags = sum(b.flagged for item in meeting.items for b in item.blocks) if meeting else 0
        told = [self._spoken] if self._spoken else []
        told += [f"{flags} flag{'s' if flags != 1 else ''}"] if flags else []
        return (*told, *self.clock.facts())


def _carries_words(edit: Edit) -> bool:
    """Whether an edit changes which words stand before which; Enter and Backspace do not."""
    if isinstance(edit, InsertBlocks):
        return any(block.runs for block in edit.blocks)
    return isinstance(edit, (MoveBlocks, RemoveBlocks))


def _items_of(edit: Edit) -> tuple[ItemId, ...]:
    if isinstance(edit, MoveBlocks):
        return edit.item_id, edit.to_item_id
    return (edit.item_id,) if isinstance(edit, (InsertBlocks, RemoveBlocks)) else ()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
