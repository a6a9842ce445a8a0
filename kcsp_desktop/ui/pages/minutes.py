"""The Minutes page: outline, sheet, room. Two hours of typing happen here."""

from __future__ import annotations

import uuid
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.applying import Changes, Kind
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility
from kcsp_desktop.domain.body import preamble
from kcsp_desktop.domain.disclosure import Audience, seen
from kcsp_desktop.domain.ids import BlockId, ItemId
from kcsp_desktop.domain.meeting import in_order, is_restricted
from kcsp_desktop.domain.numbering import Label, labels, numbered
from kcsp_desktop.domain.outcome import Progress, progress
from kcsp_desktop.domain.spelling.known import known_names
from kcsp_desktop.ui.dialogs.action import ActionDialog
from kcsp_desktop.ui.item_head import ItemHead
from kcsp_desktop.ui.kit.words import Hairline
from kcsp_desktop.ui.outline import Outline, OutlineColumn
from kcsp_desktop.ui.pages.page import Page
from kcsp_desktop.ui.room_panel import RoomPanel
from kcsp_desktop.ui.sheet.painting import spoken_block
from kcsp_desktop.ui.sheet.sheet import MinuteSheet
from kcsp_desktop.ui.sheet.spelling import SheetSpelling
from kcsp_desktop.ui.theme import Measure, Narrow
from kcsp_desktop.ui.workspace import Place, Submission

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.domain.ids import MeetingId
    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.sheet.change import Change
    from kcsp_desktop.ui.spelling import Speller
    from kcsp_desktop.ui.workspace import Workspace


_OUTLINE, _ROOM = "outline", "room"
_FOLDS_UNDER = {_OUTLINE: Narrow.OUTLINE, _ROOM: Narrow.PEOPLE}
_BULLETS = (("Enter", "Next bullet"), ("Shift+Tab", "Back a level"))
_TO_TEXT = (("Enter", "Next paragraph"),)
_HINTS = {
    BlockKind.PARAGRAPH: (("Enter", "Next paragraph"), ("Tab", "Bullet")),
    BlockKind.LETTER: (("Enter", "Next letter"), ("Tab", "Bullet")),
    BlockKind.BULLET: (("Enter", "Next bullet"), ("Tab", "Second level")),
    BlockKind.SUB_BULLET: _BULLETS,
    BlockKind.RESOLUTION: ((": Enter", "Clause"), ("Enter", "Next paragraph")),
    BlockKind.CLAUSE: (("Enter", "Next clause"), ("Tab", "Bullet")),
    BlockKind.CLAUSE_BULLET: _BULLETS,
    BlockKind.POST_MEETING_NOTE: _TO_TEXT,
    BlockKind.PRIVATE_NOTE: _TO_TEXT,
}  # what the keys of the text do in a block of each kind: as `sheet.keys` has it


class MinutesPage(Page):
    """One item in hand; its public text, or its restricted one."""

    name = "minutes"

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Build the three columns."""
        super().__init__(workspace, look)
        self.item_id: ItemId | None = None
        self._visibility = Visibility.PUBLIC
        self._carets: dict[tuple[str, str], object] = {}
        self._spoken, self._kind = "", BlockKind.PARAGRAPH
        self._hidden: set[str] = set()
        self._over = ""  # the column that a narrow window shows over the others
        self.outline = Outline(look)
        self.outline_column = OutlineColumn(look, self.outline)
        self.head = ItemHead(look)
        self.sheet = MinuteSheet(look, lambda: BlockId(str(uuid.uuid4())), _now)
        self.sheet.setObjectName("sheet")
        self.room = RoomPanel(look)
        self._speller: Speller | None = None
        self.spelling = SheetSpelling(self.sheet, workspace.undo_stack)
        self.spelling.command.connect(self.command)
        self.spelling.nothing_found.connect(partial(self.notice.emit, "info"))
        self._lay_out()
        self.outline.item_chosen.connect(self._on_item_chosen)
        self.outline.entered.connect(self._enter_sheet)
        self.room.more_wanted.connect(lambda: self.command.emit("page-attendance"))
        self.head.text_chosen.connect(lambda text: self._show_text(Visibility(text)))
        self.sheet.change_made.connect(self._on_change)
        self.sheet.block_entered.connect(self._on_block_entered)
        self.sheet.kept_private.connect(self._on_kept_private)

    def _lay_out(self) -> None:
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.sheet, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._lines = [Hairline(self.look, upright=True) for _ in range(2)]
        row.addWidget(self.outline_column)
        row.addWidget(self._lines[0])
        row.addWidget(self._middle, 1)
        row.addWidget(self._lines[1])
        row.addWidget(self.room)

    def open(self, meeting_id: MeetingId | None) -> None:
        """Show a meeting at the item in hand, else at the first that waits to be minuted."""
        if meeting_id != self.meeting_id:
            self.meeting_id = meeting_id
            self.item_id = None
        meeting = self.meeting
        if meeting is None:
            return
        if self.item_id is None or meeting.item(self.item_id) is None:
            items = in_order(meeting)
            waiting = [i for i in items if progress(i) in (Progress.NOT_STARTED, Progress.STARTED)]
            first = next(iter(waiting or items), None)
            self.item_id = first.id if first else None
        self._visibility = self._first_text()
        self.refresh(Changes())

    @property
    def item(self) -> AgendaItem | None:
        """The item in hand, as it is now."""
        meeting = self.meeting
        return meeting.item(self.item_id) if meeting and self.item_id else None

    def _first_text(self) -> Visibility:
        """Return the detail for a restricted item: there new blocks are restricted."""
        meeting, item = self.meeting, self.item
        restricted = meeting is not None and item is not None and is_restricted(meeting, item)
        return Visibility.RESTRICTED if restricted else Visibility.PUBLIC

    def refresh(self, changes: Changes) -> None:
        """Redraw for what changed."""
        if self.meeting is None:
            return
        if self.item is None:
            self.item_id = None
            items = in_order(self.meeting)
            if items:
                self.item_id = items[0].id
                self._visibility = self._first_text()
        text_only = bool(changes.kinds) and changes.kinds <= {Kind.TEXT, Kind.BLOCKS}
        self._show_outline()
        if not text_only:
            self._show_head()
            self._show_room()
            self._tell_names()
        self._show_sheet()
        self._fold()

    def set_speller(self, speller: Speller) -> None:
        """Mark misspellings in the sheet."""
        self._speller = speller
        self._tell_names()
        self.spelling.set_speller(speller)

    def _tell_names(self) -> None:
        if self._speller is not None:
            self._speller.names = known_names(self.workspace.record, self.meeting)

    def _show_outline(self) -> None:
        meeting = self.meeting
        if meeting is not None:
            self.outline.show_meeting(
                meeting,
                numbered(self.workspace.record, meeting),
                self.item_id,
            )
            self.outline_column.show_count(meeting)

    def _show_head(self) -> None:
        meeting, item = self.meeting, self.item
        if meeting is None or item is None:
            self.head.show_item(
                "", "No items yet", ("Ctrl+3 opens the agenda",), False, Visibility.PUBLIC
            )
            return
        numbers = numbered(self.workspace.record, meeting)
        number = f"{numbers.minutes[item.id]}." if item.minuted else ""
        facts = [f"Item {numbers.codes[item.id]}", str(item.kind).capitalize(), item.presenter]
        facts += [f"Pages {item.pages}"] if item.pages else []
        facts += [] if item.minuted else ["Not minuted: nothing here is printed"]
        self.head.show_item(
            number,
            item.title or "Untitled",
            tuple(fact for fact in facts if fact),
            self._has_two_texts(),
            self._visibility,
        )

    def _has_two_texts(self) -> bool:
        meeting, item = self.meeting, self.item
        if meeting is None or item is None:
            return False
        hidden = any(block.visibility is Visibility.RESTRICTED for block in item.blocks)
        return hidden or is_restricted(meeting, item)

    def _show_room(self) -> None:
        meeting = self.meeting
        if meeting is not None:
            self.room.show_meeting(self.workspace.record, meeting, self.item_id)
            marked = {one.block_id for one in meeting.actions if one.block_id}
            self.sheet.mark(frozenset(marked))

    def _blocks(self) -> tuple[Block, ...]:
        item = self.item
        blocks = item.blocks if item else ()
        wanted = self._visibility
        return tuple([block for block in blocks if block.visibility is wanted])

    def _labels(self, blocks: tuple[Block, ...]) -> tuple[Label, ...]:
        """Return labels as the document will have them in which the text will stand.

        The public summary is numbered as the public edition has it; the detail as the
        restricted edition, in which both stand.
        """
        item = self.item
        if self._visibility is Visibility.PUBLIC or item is None:
            return labels(blocks)
        own = {block.id: block for block in blocks}
        merged = [own.get(block.id, block) for block in item.blocks]
        merged = [b for b in merged if b.id in own or seen((b,), Audience.RESTRICTED)]
        given = dict(zip((b.id for b in merged), labels(merged), strict=True))
        if not own.keys() <= given.keys():
            return labels(blocks)
        return tuple(given[block.id] for block in blocks)

    def _show_sheet(self) -> None:
        meeting, item = self.meeting, self.item
        self.sheet.setEnabled(item is not None)
        if meeting is None or item is None:
            return
        here = (meeting.id, item.id, self._visibility)
        if self.sheet.text_in_hand == here:
            self.sheet.refresh(self._blocks())
            return
        self._keep_caret()
        body = self.workspace.record.body_of(meeting)
        self.sheet.labels_for = self._labels
        self.sheet.open_text(meeting.id, item.id, self._visibility, self._blocks(), body)
        caret = self._carets.get((item.id, str(self._visibility)))
        if caret is not None:
            self.sheet.set_caret(caret)
        else:
            self.sheet.caret_to_end()

    def _keep_caret(self) -> None:
        was = self.sheet.text_in_hand
        if was is not None:
            self._carets[(was[1], str(was[2]))] = self.sheet.caret()

    def _on_item_chosen(self, item_id: str) -> None:
        self.item_id = ItemId(item_id)
        self._visibility = self._first_text()
        self._show_head()
        self._show_room()
        self._show_sheet()
        self.keys_changed.emit()

    def _show_text(self, visibility: Visibility) -> None:
        if self._has_two_texts() and visibility is not self._visibility:
            self._visibility = visibility
            self._show_head()
            self._show_sheet()
            self.keys_changed.emit()
        self.sheet.setFocus()

    def _on_change(self, change: Change) -> None:
        what = Submission(
            edits=change.edits,
            text=change.text,
            before=self._place(change.before),
            after=self._place(change.after),
            merge=change.merge,
        )
        if not self.workspace.submit(what, self):
            self.sheet.refresh(self._blocks())
            return
        blocks = self._blocks()
        if not change.shown:
            self.sheet.refresh(blocks)
            self.sheet.set_caret(change.after)
        elif blocks and blocks != self.sheet.text.model:
            # A rule closed a block: it took up words of a private note or restricted block.
            self.sheet.refresh(blocks)
            self._show_head()
            words = "A block took up words that are not public."
            self.notice.emit("warn", words, "It is in the restricted detail now (F7).")
        item = self.item
        if item is not None and not self.outline.shows(item.id, progress(item)):
            self._show_outline()

    def _on_kept_private(self) -> None:
        self.notice.emit(
            "info", "A private note stays private.", "Ctrl+Shift+N makes a paragraph of it."
        )

    def _place(self, caret: object) -> Place:
        return Place(
            page=self.name,
            meeting_id=self.meeting_id or "",
            item_id=self.item_id or "",
            caret=(self._visibility, caret),
        )

    def go_to(self, place: Place) -> None:
        """Show the item, the text and the caret where a change was made."""
        if place.item_id and place.item_id != self.item_id:
            self.item_id = ItemId(place.item_id)
            self._visibility = self._first_text()
        if isinstance(place.caret, tuple):
            self._visibility = place.caret[0]
        self.refresh(Changes())
        if isinstance(place.caret, tuple) and place.caret[1] is not None:
            self.sheet.set_caret(place.caret[1])
        self.sheet.setFocus()

    def _on_block_entered(self, label: Label, kind: BlockKind) -> None:
        self._spoken, self._kind = spoken_block(label, kind), kind
        self.keys_changed.emit()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands of the sheet and of the way through the items."""
        sheet = self.sheet
        return {
            "resolution": self._open_resolution,
            "action": self._ask_action,
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
            "next-misspelling": self.spelling.next_misspelling,
            "word-menu": self.spelling.open_menu_at_caret,
            "select-all": sheet.selectAll,
            "move-up": sheet.move_up,
            "move-down": sheet.move_down,
            "next-item": lambda: self._step(1),
            "former-item": lambda: self._step(-1),
            "outline": self._toggle_outline,
            "people-panel": self._toggle_room,
        }

    def _open_resolution(self) -> None:
        meeting = self.meeting
        if meeting is not None:
            self.sheet.open_resolution(preamble(self.workspace.record.body_of(meeting)))

    def _other_tab(self) -> None:
        other = {Visibility.PUBLIC: Visibility.RESTRICTED, Visibility.RESTRICTED: Visibility.PUBLIC}
        if self._has_two_texts():
            self._show_text(other[self._visibility])
        else:
            self.notice.emit("info", "This item has one text.", "Only a restricted item has two.")

    def _step(self, by: int) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        items = in_order(meeting)
        at = next((n for n, item in enumerate(items) if item.id == self.item_id), 0) + by
        if 0 <= at < len(items):
            self._on_item_chosen(items[at].id)
            self._show_outline()
            self._enter_sheet()
        else:
            end = "last" if by > 0 else "first"
            self.notice.emit("info", f"That was the {end} item.", "")

    def _ask_action(self) -> None:
        meeting, item = self.meeting, self.item
        if meeting is None or item is None:
            return
        block = self.sheet.current_block()
        dialog = ActionDialog(self.look, meeting, item.id, block, self.sheet.selected_text(), self)
        dialog.given.connect(lambda edit: self.submit(edit, text="action", place=self._place(None)))
        dialog.given.connect(lambda _: self._show_room())
        dialog.finished.connect(lambda _: self.sheet.setFocus())
        dialog.open()

    def _toggle_outline(self) -> None:
        self._toggle(_OUTLINE)
        (self.outline if self.outline.isVisible() else self.sheet).setFocus()

    def _toggle_room(self) -> None:
        self._toggle(_ROOM)
        (self.room if self._over == _ROOM else self.sheet).setFocus()

    def _toggle(self, column: str) -> None:
        """Hide or show a column; where the window has folded it, lay it over the sheet."""
        if self.look.effective(self.width()) < _FOLDS_UNDER[column]:
            self._over = "" if self._over == column else column
        else:
            self._hidden ^= {column}
        self._fold()
        self.keys_changed.emit()

    def _enter_sheet(self) -> None:
        self._over = ""
        self._fold()
        self.sheet.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns fold where the window is narrow."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        wide, px = self.look.effective(self.width()), self.look.px
        if self._over and wide >= _FOLDS_UNDER[self._over]:
            self._over = ""
        shown = {
            column
            for column, least in _FOLDS_UNDER.items()
            if column not in self._hidden and wide >= least
        }
        if self._over:
            shown = {self._over}
        alone = bool(self._over) and wide < Narrow.TABS
        self.outline_column.setFixedWidth(self.width() if alone else px(Measure.OUTLINE))
        self.room.setFixedWidth(self.width() if alone else px(Measure.PEOPLE))
        self.outline_column.setVisible(_OUTLINE in shown)
        self.room.setVisible(_ROOM in shown)
        self._middle.setVisible(not alone)
        self._lines[0].setVisible(_OUTLINE in shown and not alone)
        self._lines[1].setVisible(_ROOM in shown and not alone)
        self.head.set_low(self.look.effective(self.height()) < Measure.HEAD_LOW)

    def focus_first(self) -> None:
        """Focus the sheet, at the caret."""
        self._over = ""
        self._fold()
        (self.sheet if self.item is not None else self.outline).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def columns(self) -> tuple[QWidget, ...]:
        """Outline, sheet, room."""
        return tuple(w for w in (self.outline, self.sheet, self.room) if w.isVisible())

    def extra_keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the text."""
        if self.outline.hasFocus():
            return (("Up, Down", "Choose an item"), ("Enter", "To the text"))
        if not self.sheet.hasFocus():
            return ()
        return _HINTS.get(self._kind, _HINTS[BlockKind.PARAGRAPH])

    def keys(self) -> tuple[str, ...]:
        """Return the commands most used in the room, where the caret is in the text."""
        if not self.sheet.hasFocus():
            return ("next-item", "next-column", "all-keys")
        tab = ("other-tab",) if self._has_two_texts() else ()
        folded = self.look.effective(self.width()) < Narrow.OUTLINE
        agenda = ("outline",) if folded else ()
        return (*agenda, "resolution", "action", *tab, "private-note", "next-item", "all-keys")

    def facts(self) -> tuple[str, ...]:
        """Where the caret is, in words."""
        return (self._spoken,) if self._spoken else ()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
