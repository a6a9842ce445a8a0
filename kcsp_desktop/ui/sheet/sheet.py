"""The minute sheet: a text edit whose keys mean blocks, and which tells every change as edits.

Letters are view-first (Qt edits, ``SheetText`` observes); structure is intent-first (Enter, Tab,
Backspace at a start, paste, drop: asked for as edits, then rendered). The window's workspace
holds undo; this text has none of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
)

from kcsp_desktop.domain.blocks import (
    BOLD,
    ITALIC,
    Block,
    BlockKind,
    Visibility,
    spliced,
    split_runs,
)
from kcsp_desktop.domain.disclosure import hangs_under
from kcsp_desktop.domain.edits import Edit, MoveBlocks, SetVisibility
from kcsp_desktop.ui.sheet import intents, keys, paste
from kcsp_desktop.ui.sheet.change import Caret, Change
from kcsp_desktop.ui.sheet.completer import SheetCompleter
from kcsp_desktop.ui.sheet.derive import derived, same_kinds
from kcsp_desktop.ui.sheet.intents import Reach
from kcsp_desktop.ui.sheet.pasted_text import cleaned
from kcsp_desktop.ui.sheet.view import SheetView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QMimeData
    from PySide6.QtGui import (
        QDropEvent,
        QFocusEvent,
        QInputMethodEvent,
        QTextCursor,
    )

    from kcsp_desktop.domain.ids import BlockId
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.sheet.pasted_text import Piece


class MinuteSheet(SheetView):
    """One text of one item. ``change_made`` asks the workspace to do, or to note, a change."""

    change_made = Signal(object)  # Change
    not_words = Signal()  # a file or a picture was to be pasted or dropped, and was not
    menu_wanted = Signal(object)  # QPoint in the viewport; None: at the caret
    kept_private = Signal()  # a private note was asked to become something else, and did not

    def __init__(
        self,
        look: Look,
        new_id: Callable[[], BlockId],
        now: Callable[[], str],
    ) -> None:
        """``new_id`` makes ids for new blocks, ``now`` the time at which they are noted."""
        super().__init__(look, new_id, now)
        self.text.observed.connect(self._on_observed)
        self.completer = SheetCompleter(self, look, self.replace_before_caret)
        self.completer.offered.connect(self._show_offer)
        self.after_paint = self.completer.note_painted
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.selectionChanged.connect(self._on_caret_moved)

    def _on_caret_moved(self) -> None:
        if not self.text.quiet and not self.text.dirty:
            self.completer.note_caret()

    def _show_offer(self) -> None:
        ghost = self.completer.ghost
        self.set_ghost(ghost, self.completer.cap if ghost else "")

    # --- changes ---------------------------------------------------------------------------

    def _on_observed(self, old: tuple[Block, ...], new: tuple[Block, ...]) -> None:
        before, begins = self._caret_before, self._phantom is not None
        self._tell(old, new, before, "typing", shown=True)
        if begins or not same_kinds(old, new):
            self._relabel()  # after the workspace has them: it knows what else is numbered
        self._on_caret()
        self.completer.note_caret()
        self.completer.note_change()

    def _tell(
        self,
        old: tuple[Block, ...],
        new: tuple[Block, ...],
        before: Caret,
        words: str,
        *,
        shown: bool,
        after: Caret | None = None,
    ) -> None:
        """Ask for the change from ``old`` to ``new``, unless nothing changes."""
        if self.text_in_hand is None:
            return
        meeting_id, item_id, _ = self.text_in_hand
        real_old = () if self._phantom is not None and old == (self._phantom,) else old
        if not real_old:
            self._phantom = None
        edits = derived(meeting_id, item_id, real_old, new)
        if not edits:
            return
        after = after or self.caret()
        self.change_made.emit(
            Change(
                edits=edits,
                before=before,
                after=after,
                text=words,
                shown=shown,
                merge=_merge(real_old, new, before, after) if shown else None,
            ),
        )

    def _ask(self, new: tuple[Block, ...], words: str, after: Caret) -> None:
        """Ask for an intent: the workspace does it, and then shows it here."""
        old = self.text.model
        self._tell(old, new, self.caret(), words, shown=False, after=after)

    def _ask_edits(self, edits: tuple[Edit, ...], words: str, after: Caret) -> None:
        """Ask for edits that no difference of two texts would tell."""
        self.change_made.emit(
            Change(edits=edits, before=self.caret(), after=after, text=words, shown=False),
        )

    def _reach(self) -> Reach:
        """Return the selection in reading order; the caret's place twice where there is none."""
        caret = self.caret()
        one = (self._number(caret.block_id), caret.offset)
        other = (self._number(caret.anchor_id), caret.anchor_offset)
        (first, start), (last, end) = sorted((one, other))
        return Reach(first=first, start=start, last=last, end=end)

    def replace_before_caret(self, removed: int, inserted: str, words: str) -> None:
        """Put ``inserted`` in the place of the last letters before the caret, as one change."""
        caret = self.caret()
        number = self._number(caret.block_id)
        block = self.text.model[number]
        start = caret.offset - removed
        new = replace(block, runs=spliced(block.runs, start, caret.offset, inserted))
        end = start + len(inserted)
        place = Caret(block_id=block.id, offset=end, anchor_id=block.id, anchor_offset=end)
        self._ask((*self.text.model[:number], new, *self.text.model[number + 1 :]), words, place)

    def _number(self, block_id: BlockId | None) -> int:
        return next((n for n, b in enumerate(self.text.model) if b.id == block_id), 0)

    # --- keys ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: a text edit would swallow their keys."""
        if isinstance(event, QKeyEvent) and event.type() == event.Type.ShortcutOverride:
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if event.matches(undo) or event.matches(redo):
                event.ignore()
                return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Bring the space along that is due, for letters that come by an input method too."""
        letters, before = event.commitString(), self.text_before_caret()
        alone = letters and before is not None and not event.replacementLength()
        if alone and self.completer.type_letters(letters, before or ""):
            event.setCommitString("")
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing while the keys are elsewhere."""
        super().focusOutEvent(event)
        self.completer.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Tab and Backspace mean blocks; everything else is the text edit's."""
        self.keep_caret_inside()
        if self.completer.takes(event):
            return
        key, shift = event.key(), Qt.KeyboardModifier.ShiftModifier
        cursor = self.textCursor()
        plain_key = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, shift, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain_key:
            self._enter()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and plain_key:
            if cursor.positionInBlock() == 0 or key == Qt.Key.Key_Backtab:
                self._level(up=key == Qt.Key.Key_Backtab)
        elif key == Qt.Key.Key_Backspace and self._erases_kind(event, cursor):
            self._change_kind(keys.erased, "kind")
        else:
            super().keyPressEvent(event)

    def _erases_kind(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        at_start = cursor.positionInBlock() == 0 and not cursor.hasSelection()
        bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        block = self.text.model[cursor.blockNumber()]
        return bare and at_start and keys.erased(block.kind) is not None

    def _enter(self) -> None:
        if self._phantom is not None:
            return  # in an empty text there is nothing to part
        wanted = intents.entered(self.text.model, self._reach(), self.text.fresh)
        if wanted is not None:
            self._ask(wanted[0], "new block", wanted[1])

    def _level(self, *, up: bool) -> None:
        number = self.textCursor().blockNumber()
        above = self.text.model[number - 1].kind if number else None
        if up:
            self._change_kind(keys.back, "level")
        else:
            self._change_kind(lambda kind: keys.deeper(kind, above), "level")

    def _change_kind(self, rule: Callable[[BlockKind], BlockKind | None], words: str) -> None:
        """Give the blocks in hand the kind that ``rule`` says, where it says one.

        A private note stays what it is: one key too many must not make its words public.
        """
        model, reach = self.text.model, self._reach()
        new = list(model)
        for n in range(reach.first, reach.last + 1):
            if not keys.is_kept(model[n]):
                new[n] = replace(model[n], kind=rule(model[n].kind) or model[n].kind)
        if tuple(new) != model:
            self._ask(tuple(new), words, self.caret())
        elif keys.is_kept(model[reach.first]):
            self.kept_private.emit()

    # --- commands --------------------------------------------------------------------------

    def toggle_numbered(self) -> None:
        """Numbered or plain, for the blocks in hand."""
        self._toggle_kind(BlockKind.PARAGRAPH, otherwise=BlockKind.PLAIN)

    def make_bullets(self) -> None:
        """Bullets, or back to paragraphs."""
        self._toggle_kind(BlockKind.BULLET)

    def make_letters(self) -> None:
        """Make a lettered list, or paragraphs again."""
        self._toggle_kind(BlockKind.LETTER)

    def _toggle_kind(self, wanted: BlockKind, otherwise: BlockKind = BlockKind.PARAGRAPH) -> None:
        reach = self._reach()
        every = all(b.kind is wanted for b in self.text.model[reach.first : reach.last + 1])
        kind = otherwise if every else wanted
        self._change_kind(lambda _: kind, str(wanted))

    def insert_private_note(self) -> None:
        """Open a note for the secretary alone; in one that has words, make it a paragraph."""
        number = self.textCursor().blockNumber()
        block = self.text.model[number]
        if not keys.is_kept(block):
            self._open_block(BlockKind.PRIVATE_NOTE, "")
            return
        opened = replace(block, kind=BlockKind.PARAGRAPH)
        new = (*self.text.model[:number], opened, *self.text.model[number + 1 :])
        self._ask(new, "paragraph", self.caret())

    def insert_post_meeting_note(self) -> None:
        """Open a post-meeting note."""
        self._open_block(BlockKind.POST_MEETING_NOTE, "")

    def open_resolution(self, preamble: str) -> None:
        """Open a resolution that begins in the body's own words; the space behind them is due."""
        self._open_block(BlockKind.RESOLUTION, preamble.rstrip())
        self.completer.opened_lead(preamble.rstrip())

    def insert_usual(self, *lines: tuple[BlockKind, str]) -> None:
        """Put in the usual resolution with its clauses, or the usual line, whole."""
        number = self.textCursor().blockNumber()
        new, place = intents.put_whole(self.text.model, number, lines, self.text.fresh)
        self._ask(new, str(lines[0][0]).replace("-", " "), place)
        self.setFocus()

    def _open_block(self, kind: BlockKind, text: str) -> None:
        number = self.textCursor().blockNumber()
        new, place = intents.opened(self.text.model, number, kind, text, self.text.fresh)
        self._ask(new, str(kind).replace("-", " "), place)
        self.setFocus()

    def other_visibility(self) -> None:
        """Put the blocks in hand into the other text, public or restricted."""
        if self.text_in_hand is None or self._phantom is not None:
            return
        meeting_id, item_id, visibility = self.text_in_hand
        other = Visibility.PUBLIC if visibility is Visibility.RESTRICTED else Visibility.RESTRICTED
        reach = self._reach()
        model, last = self.text.model, self._reach().last
        while last + 1 < len(model) and hangs_under(model[last + 1], model[reach.first : last + 1]):
            last += 1  # what hangs under a block goes with it, or it would stand under another
        edits = tuple(
            SetVisibility(
                meeting_id=meeting_id, item_id=item_id, block_id=block.id, visibility=other
            )
            for block in model[reach.first : last + 1]
        )
        self._ask_edits(edits, "visibility", Caret())

    def toggle_bold(self) -> None:
        """Bold on or off."""
        self._toggle_mark(BOLD)

    def toggle_italic(self) -> None:
        """Italic on or off."""
        self._toggle_mark(ITALIC)

    def _toggle_mark(self, mark: int) -> None:
        style = QTextCharFormat()
        now = self.currentCharFormat()
        if mark == BOLD:
            style.setFontWeight(400 if now.fontWeight() >= 600 else 700)
        else:
            style.setFontItalic(not now.fontItalic())
        self.mergeCurrentCharFormat(style)

    def blocks_in_hand(self) -> tuple[Block, ...]:
        """Return the block with the caret, or those that the selection touches."""
        reach = self._reach()
        return self.text.model[reach.first : reach.last + 1]

    def move_up(self) -> None:
        """Move the blocks in hand up by one."""
        reach = self._reach()
        self._move(range(reach.first, reach.last + 1), reach.first - 1)

    def move_down(self) -> None:
        """Move the blocks in hand down by one."""
        reach = self._reach()
        self._move(range(reach.first, reach.last + 1), reach.last + 2)

    def _move(self, moving: range, before: int) -> None:
        """Put blocks before another: their ids, times and actions go with them."""
        model = self.text.model
        if self.text_in_hand is None or not 0 <= before <= len(model):
            return
        if moving.start <= before <= moving.stop:
            return
        meeting_id, item_id, _ = self.text_in_hand
        edit = MoveBlocks(
            meeting_id=meeting_id,
            item_id=item_id,
            block_ids=tuple(block.id for block in model[moving.start : moving.stop]),
            to_item_id=item_id,
            after=model[before - 1].id if before else None,
        )
        self._ask_edits((edit,), "move", self.caret())

    # --- clipboard -------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Our own form beside plain text; private notes stay out of the latter."""
        reach = self._reach()
        out = []
        for number in range(reach.first, reach.last + 1):
            block = self.text.model[number]
            runs = block.runs
            if number == reach.last:
                runs = split_runs(runs, reach.end)[0]
            if number == reach.first:
                runs = split_runs(runs, reach.start)[1]
            out.append((block, runs))
        return paste.mime_of(tuple(out))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words and our own blocks."""
        return paste.holds_words(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: cleaned into blocks, the first joined to what stands before the caret."""
        if not paste.holds_words(source):
            self.not_words.emit()
            return
        pieces = paste.pieces_of(source)
        if not source.hasFormat(paste.MIME):
            pieces = intents.set_apart(self.text.model, self._reach(), pieces)
        self._insert(self.text.model, self._reach(), pieces, "paste")

    def _insert(
        self, model: tuple[Block, ...], reach: Reach, pieces: tuple[Piece, ...], words: str
    ) -> None:
        if pieces:
            new, place = intents.inserted(model, reach, pieces, self.text.fresh)
            self._ask(new, words, place)

    def paste_words(self) -> None:
        """Paste words alone, without bold, links and tables."""
        pieces = cleaned(QGuiApplication.clipboard().text())
        self._insert(self.text.model, self._reach(), pieces, "paste")

    def replace_words(self, number: int, start: int, end: int, words: str) -> None:
        """Put other words in the place of some of one block, with the marks of the first."""
        reach = Reach(first=number, start=start, last=number, end=end)
        behind = split_runs(self.text.model[number].runs, start)[1]
        pieces = ((None, ((words, behind[0][1] if behind else 0),)),)
        self._insert(self.text.model, reach, pieces, "spelling")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own menu: Qt's lists an undo that is switched off."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(None if by_key else self.viewport().mapFromGlobal(event.globalPos()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Drop at the place, as one change of ours (Qt's own damages the text).

        What was dragged inside the sheet is moved, and whole blocks as blocks; a copy is told
        by Ctrl. Qt is told of a copy always, so that it takes nothing out by itself.
        """
        if not paste.holds_words(event.mimeData()):
            event.ignore()
            super().dragLeaveEvent(QDragLeaveEvent())
            self.not_words.emit()
            return
        pieces = paste.pieces_of(event.mimeData())
        moves = (
            event.source() in (self, self.viewport())
            and event.dropAction() == Qt.DropAction.MoveAction
        )
        place = self.text.caret_of(self.cursorForPosition(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        super().dragLeaveEvent(QDragLeaveEvent())
        number, offset = self._number(place.block_id), place.offset
        model, reach = self.text.model, self._reach()
        if moves and not reach.is_empty:
            whole = intents.whole_blocks(model, reach)
            if whole and (offset == 0 or offset == len(model[number].text)):
                self._move(whole, number if offset == 0 else number + 1)
                return
            if reach.holds(number, offset):
                return
            model, number, offset = intents.taken_out(model, reach, number, offset)
        at = Reach(first=number, start=offset, last=number, end=offset)
        self._insert(model, at, pieces, "drop")


def _merge(
    old: tuple[Block, ...],
    new: tuple[Block, ...],
    before: Caret,
    after: Caret,
) -> tuple[object, object] | None:
    """Return the ends that join typing: one block whose text alone changed, or the first letter."""
    same = len(old) == len(new) and all(
        was.id == now.id for was, now in zip(old, new, strict=True) if was is not now
    )
    if before.block_id != after.block_id or not (same or (not old and len(new) == 1)):
        return None
    if (before.block_id, before.offset) != (before.anchor_id, before.anchor_offset):
        return None
    return (before.block_id, before.offset), (after.block_id, after.offset)
