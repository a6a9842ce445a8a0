"""The minute sheet: a text edit whose keys mean blocks, and which tells every change as edits.

Letters are view-first (Qt edits, ``SheetText`` observes); structure is intent-first (Enter, Tab,
Backspace at a start, paste, drop: asked for as edits, then rendered). The window's workspace
holds undo; this text has none of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QTextCharFormat

from kcsp_desktop.domain.blocks import (
    BOLD,
    ITALIC,
    RESOLUTION_PARTS,
    Block,
    BlockKind,
    Visibility,
    joined,
    normalised,
    plain,
    split_runs,
)
from kcsp_desktop.domain.edits import SetVisibility
from kcsp_desktop.ui.sheet import keys, paste
from kcsp_desktop.ui.sheet.change import Caret, Change
from kcsp_desktop.ui.sheet.derive import derived
from kcsp_desktop.ui.sheet.view import SheetView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QMimeData
    from PySide6.QtGui import QDropEvent, QKeyEvent, QTextCursor

    from kcsp_desktop.domain.ids import BlockId
    from kcsp_desktop.ui.look import Look


class MinuteSheet(SheetView):
    """One text of one item. ``change_made`` asks the workspace to do, or to note, a change."""

    change_made = Signal(object)  # Change

    def __init__(
        self,
        look: Look,
        new_id: Callable[[], BlockId],
        now: Callable[[], str],
    ) -> None:
        """``new_id`` makes ids for new blocks, ``now`` the time at which they are noted."""
        super().__init__(look, new_id, now)
        self.text.observed.connect(self._on_observed)

    # --- changes ---------------------------------------------------------------------------

    def _on_observed(self, old: tuple[Block, ...], new: tuple[Block, ...]) -> None:
        before = self._caret_before
        self._relabel()
        self._tell(old, new, before, "typing", shown=True)
        self._on_caret()

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

    def _put(self, number: int, count: int, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        model = self.text.model
        return (*model[:number], *blocks, *model[number + count :])

    def _new(self, kind: BlockKind, text: str = "") -> Block:
        return Block(
            id=self._new_id(),
            kind=kind,
            runs=plain(text),
            visibility=self.text.visibility,
            noted_at=self._now(),
        )

    # --- keys ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: a text edit would swallow their keys."""
        if event.type() == event.Type.ShortcutOverride:
            key: QKeyEvent = event  # type: ignore[assignment]  # the type says which event it is
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if key.matches(undo) or key.matches(redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Tab and Backspace mean blocks; everything else is the text edit's."""
        key, shift = event.key(), Qt.KeyboardModifier.ShiftModifier
        cursor = self.textCursor()
        plain_key = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, shift, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain_key:
            if cursor.hasSelection():
                cursor.removeSelectedText()
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
        number = self.textCursor().blockNumber()
        block = self.text.model[number]
        at = self.caret().offset
        if not block.runs:
            kind = keys.stepped_out(block.kind)
            if kind is not None and block is not self._phantom:
                changed = replace(block, kind=kind)
                new = self._put(number, 1, (changed,))
                self._ask(new, "step out", Caret(block_id=block.id, anchor_id=block.id))
            return
        before, after = split_runs(block.runs, at)
        kind = keys.following(block.kind, block.text[:at], not after)
        fresh = replace(self._new(kind), runs=after)
        if not before:
            above = self._new(block.kind)
            new = self._put(number, 1, (above, block))
            self._ask(new, "new block", Caret(block_id=block.id, anchor_id=block.id))
            return
        new = self._put(number, 1, (replace(block, runs=before), fresh))
        self._ask(new, "new block", Caret(block_id=fresh.id, anchor_id=fresh.id))

    def _level(self, *, up: bool) -> None:
        number = self.textCursor().blockNumber()
        above = self.text.model[number - 1].kind if number else None
        if up:
            self._change_kind(keys.back, "level")
        else:
            self._change_kind(lambda kind: keys.deeper(kind, above), "level")

    def _change_kind(self, rule: Callable[[BlockKind], BlockKind | None], words: str) -> None:
        """Give the blocks in hand the kind that ``rule`` says, where it says one."""
        first, last = self._selected_numbers()
        changed = tuple(
            replace(block, kind=rule(block.kind) or block.kind)
            for block in self.text.model[first : last + 1]
        )
        new = self._put(first, last - first + 1, changed)
        if new != self.text.model:
            self._ask(new, words, self.caret())

    def _selected_numbers(self) -> tuple[int, int]:
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        return first, min(last, len(self.text.model) - 1)

    # --- commands --------------------------------------------------------------------------

    def toggle_numbered(self) -> None:
        """Numbered or plain, for the blocks in hand."""
        first, last = self._selected_numbers()
        every = all(b.kind is BlockKind.PARAGRAPH for b in self.text.model[first : last + 1])
        kind = BlockKind.PLAIN if every else BlockKind.PARAGRAPH
        self._change_kind(lambda _: kind, "number on or off")

    def make_bullets(self) -> None:
        """Bullets, or back to paragraphs."""
        self._toggle_kind(BlockKind.BULLET)

    def make_letters(self) -> None:
        """Make a lettered list, or paragraphs again."""
        self._toggle_kind(BlockKind.LETTER)

    def insert_private_note(self) -> None:
        """Open a note for the secretary alone, in an empty block or below this one."""
        self._open_block(BlockKind.PRIVATE_NOTE, "")

    def insert_post_meeting_note(self) -> None:
        """Open a post-meeting note."""
        self._open_block(BlockKind.POST_MEETING_NOTE, "")

    def open_resolution(self, preamble: str) -> None:
        """Open a resolution that begins in the body's own words."""
        self._open_block(BlockKind.RESOLUTION, preamble)

    def _toggle_kind(self, wanted: BlockKind) -> None:
        first, last = self._selected_numbers()
        every = all(block.kind is wanted for block in self.text.model[first : last + 1])
        kind = BlockKind.PARAGRAPH if every else wanted
        self._change_kind(lambda _: kind, str(wanted))

    def _open_block(self, kind: BlockKind, text: str) -> None:
        number = self.textCursor().blockNumber()
        block = self.text.model[number]
        if block.runs:
            if block.kind in RESOLUTION_PARTS:
                while number + 1 < len(self.text.model) and self.text.model[
                    number + 1
                ].kind in RESOLUTION_PARTS - {BlockKind.RESOLUTION}:
                    number += 1
            opened = self._new(kind, text)
            new = self._put(number + 1, 0, (opened,))
        else:
            opened = replace(block, kind=kind, runs=plain(text))
            new = self._put(number, 1, (opened,))
        end = len(text)
        place = Caret(block_id=opened.id, offset=end, anchor_id=opened.id, anchor_offset=end)
        self._ask(new, str(kind).replace("-", " "), place)
        self.setFocus()

    def other_visibility(self) -> None:
        """Put the blocks in hand into the other text, public or restricted."""
        if self.text_in_hand is None or self._phantom is not None:
            return
        meeting_id, item_id, visibility = self.text_in_hand
        other = Visibility.PUBLIC if visibility is Visibility.RESTRICTED else Visibility.RESTRICTED
        first, last = self._selected_numbers()
        edits = tuple(
            SetVisibility(
                meeting_id=meeting_id, item_id=item_id, block_id=block.id, visibility=other
            )
            for block in self.text.model[first : last + 1]
        )
        caret = self.caret()
        self.change_made.emit(
            Change(edits=edits, before=caret, after=Caret(), text="visibility", shown=False),
        )

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

    def move_up(self) -> None:
        """Move the blocks in hand up by one."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the blocks in hand down by one."""
        self._move(1)

    def _move(self, by: int) -> None:
        first, last = self._selected_numbers()
        model = self.text.model
        if first + by < 0 or last + by >= len(model):
            return
        moving = model[first : last + 1]
        if by < 0:
            new = (*model[: first - 1], *moving, model[first - 1], *model[last + 1 :])
        else:
            new = (*model[:first], model[last + 1], *moving, *model[last + 2 :])
        self._ask(new, "move", self.caret())

    # --- clipboard -------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Our own form beside plain text; private notes stay out of the latter."""
        first, last = self._selected_numbers()
        caret = self.caret()
        ends = sorted(
            (
                self._number(caret.block_id), caret.offset,
            ) if side else (self._number(caret.anchor_id), caret.anchor_offset)
            for side in (True, False)
        )  # fmt: skip
        out = []
        for number in range(first, last + 1):
            block = self.text.model[number]
            runs = block.runs
            if number == ends[1][0]:
                runs = split_runs(runs, ends[1][1])[0]
            if number == ends[0][0]:
                runs = split_runs(runs, ends[0][1])[1]
            out.append((block, runs))
        return paste.mime_of(tuple(out))

    def _number(self, block_id: BlockId | None) -> int:
        return next((n for n, b in enumerate(self.text.model) if b.id == block_id), 0)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words and our own blocks."""
        return source.hasText() or source.hasFormat(paste.MIME)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: cleaned into blocks, the first joined to what stands before the caret."""
        pieces = paste.pieces_of(source)
        if not pieces:
            return
        if self.textCursor().hasSelection():
            self.textCursor().removeSelectedText()
        self._insert_pieces(pieces)

    def _insert_pieces(self, pieces: tuple[paste.Piece, ...]) -> None:
        number, at = self.textCursor().blockNumber(), self.caret().offset
        block = self.text.model[number]
        before, after = split_runs(block.runs, at)
        kind, runs = pieces[0]
        first = replace(
            block,
            runs=joined(before, runs),
            kind=kind if kind and not block.runs else block.kind,
        )
        rest = tuple(
            replace(self._new(kind or block.kind), runs=normalised(runs))
            for kind, runs in pieces[1:]
        )
        whole = (first, *rest)
        length = len(whole[-1].text)
        last = replace(whole[-1], runs=joined(whole[-1].runs, after))
        place = Caret(block_id=last.id, offset=length, anchor_id=last.id, anchor_offset=length)
        self._ask(self._put(number, 1, (*whole[:-1], last)), "paste", place)

    def dropEvent(self, event: QDropEvent) -> None:
        """Drop as a copy at the place, as one change of ours (Qt's own damages the text)."""
        pieces = paste.pieces_of(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if pieces:
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            self._insert_pieces(pieces)


def _merge(
    old: tuple[Block, ...],
    new: tuple[Block, ...],
    before: Caret,
    after: Caret,
) -> tuple[object, object] | None:
    """Return the ends that join typing: one block whose text alone changed, or the first letter."""
    same = [block.id for block in old] == [block.id for block in new]
    if before.block_id != after.block_id or not (same or (not old and len(new) == 1)):
        return None
    if (before.block_id, before.offset) != (before.anchor_id, before.anchor_offset):
        return None
    return (before.block_id, before.offset), (after.block_id, after.offset)
