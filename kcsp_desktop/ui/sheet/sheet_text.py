"""The text of the sheet and the blocks it stands for, kept the same whatever Qt does.

How this works (the tried design, docs/architecture.md): ``contentsChange`` only notes how many
blocks are untouched at each end; ``contentsChanged`` reads the blocks between, gives each its
id and kind, and says what changed. ``render`` goes the other way, touching as little as can be.
The model's tuple is the truth; ids on the text's blocks are hints that survive Qt's own edits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor

from kcsp_desktop.domain.blocks import Block, BlockKind, Runs, Visibility
from kcsp_desktop.ui.sheet import block_text as bt
from kcsp_desktop.ui.sheet.change import Caret
from kcsp_desktop.ui.sheet.derive import trimmed
from kcsp_desktop.ui.sheet.naming import Line, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument

    from kcsp_desktop.domain.ids import BlockId
    from kcsp_desktop.ui.look import Look


class SheetText(QObject):
    """A document and its blocks. ``observed`` tells of what Qt changed: old and new blocks."""

    observed = Signal(object, object)

    def __init__(
        self,
        document: QTextDocument,
        look: Look,
        new_id: Callable[[], BlockId],
        now: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Watch ``document``; its layout must exist or Qt tells of nothing."""
        super().__init__(parent)
        self.document = document
        self._look, self._new_id, self._now = look, new_id, now
        self.model: tuple[Block, ...] = ()
        self.visibility = Visibility.PUBLIC
        self.quiet = False
        self._head: int | None = None
        self._tail = 0
        document.documentLayout()
        document.contentsChange.connect(self._note)
        document.contentsChanged.connect(self._derive)

    @property
    def dirty(self) -> bool:
        """Whether Qt has changed the text and the blocks have not followed yet."""
        return self._head is not None

    # --- from Qt to blocks -----------------------------------------------------------------

    def _note(self, position: int, _removed: int, added: int) -> None:
        """Read only: what is edited in here is not told of."""
        if self.quiet:
            return
        document = self.document
        first = document.findBlock(position)
        head = first.blockNumber() if first.isValid() else document.blockCount() - 1
        end = min(position + added, document.characterCount() - 1)
        last = document.findBlock(end)
        number = last.blockNumber() if last.isValid() else document.blockCount() - 1
        tail = document.blockCount() - 1 - number
        if self._head is None:
            self._head, self._tail = head, tail
        else:
            self._head, self._tail = min(self._head, head), min(self._tail, tail)

    def _derive(self) -> None:
        if self.quiet or self._head is None:
            return
        count = self.document.blockCount()
        head = max(0, min(self._head, len(self.model), count - 1))
        tail = max(0, min(self._tail, len(self.model) - head, count - head))
        self._head = None
        old = self.model
        between = old[head : len(old) - tail]
        texts = self._blocks(head, count - tail)
        by_id = {block.id: block for block in between}
        lines = [self._line(text, by_id) for text in texts]
        new_between = named(between, lines, old[head - 1] if head else None, self.fresh)
        new = (*old[:head], *new_between, *old[len(old) - tail :])
        self.model = new
        self._dress(head, count - tail)
        if new != old:
            self.observed.emit(old, new)

    def _blocks(self, first: int, end: int) -> list[QTextBlock]:
        found: list[QTextBlock] = []
        block = self.document.findBlockByNumber(first)
        while block.isValid() and block.blockNumber() < end:
            found.append(block)
            block = block.next()
        return found

    def _line(self, text: QTextBlock, by_id: dict[BlockId, Block]) -> Line:
        """Read a block of the text; what Python cannot read stays as the model has it."""
        block_id, runs = bt.id_of(text), bt.runs_of(text)
        if block_id in by_id and not bt.is_whole(text, runs):
            runs = by_id[block_id].runs
        return Line(block_id=block_id, kind=bt.kind_of(text), runs=runs)

    def fresh(self, kind: BlockKind) -> Block:
        """Return an empty block that is new in this text."""
        return Block(id=self._new_id(), kind=kind, visibility=self.visibility, noted_at=self._now())

    def _dress(self, first: int, end: int) -> None:
        """Write ids and kinds back over blocks, and heal text that Python could not read."""
        self.quiet = True
        for text in self._blocks(max(0, first), end):
            number = text.blockNumber()
            if number >= len(self.model):
                continue
            block = self.model[number]
            if bt.id_of(text) != block.id:
                text.setUserData(bt.IdData(block.id))
            if bt.kind_of(text) is not block.kind:
                cursor = QTextCursor(text)
                cursor.setBlockFormat(bt.block_format(block.kind, self._look))
            if not bt.is_whole(text, block.runs):
                self._rewrite(text, block.runs)
        self.quiet = False

    def _rewrite(self, text: QTextBlock, runs: Runs) -> None:
        cursor = QTextCursor(text)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        _insert(cursor, runs)

    # --- from blocks to Qt -----------------------------------------------------------------

    def load(self, blocks: tuple[Block, ...]) -> None:
        """Show other blocks altogether."""
        self.quiet = True
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        # Inside, so that all is new to the layout: it then lays out what is seen, and the rest
        # by and by.
        self.document.clear()
        styles = {kind: bt.block_format(kind, self._look) for kind in {b.kind for b in blocks}}
        for n, block in enumerate(blocks):
            style = styles[block.kind]
            if n:
                cursor.insertBlock(style, bt.char_format(0))
            else:
                cursor.setBlockFormat(style)
                cursor.setBlockCharFormat(bt.char_format(0))
            _insert(cursor, block.runs)
        cursor.endEditBlock()
        self.quiet = False
        self.model = blocks
        self._dress(0, len(blocks))

    def render(self, new: tuple[Block, ...]) -> None:
        """Show ``new`` by touching only what differs from the blocks in hand."""
        head, tail = trimmed(self.model, new)
        old_between = self.model[head : len(self.model) - tail]
        new_between = new[head : len(new) - tail]
        if not old_between and not new_between:
            return
        self.quiet = True
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        shared = min(len(old_between), len(new_between))
        for n in range(shared):
            self._replace(cursor, head + n, old_between[n], new_between[n])
        if len(old_between) > shared:
            self._take_out(cursor, head + shared, len(old_between) - shared)
        elif len(new_between) > shared:
            self._put_in(cursor, head + shared, new_between[shared:])
        cursor.endEditBlock()
        self.quiet = False
        self.model = new
        self._dress(head - 1, head + len(new_between) + 1)

    def _replace(self, cursor: QTextCursor, number: int, old: Block, new: Block) -> None:
        text = self.document.findBlockByNumber(number)
        cursor.setPosition(text.position())
        if old.kind is not new.kind:
            cursor.setBlockFormat(bt.block_format(new.kind, self._look))
        if old.runs == new.runs:
            return
        first, last = _common(old.runs, new.runs)
        whole = "".join(part for part, _ in old.runs)
        start = text.position() + bt.units(whole, first)
        end = text.position() + bt.units(whole, len(whole) - last)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        total = sum(len(part) for part, _ in new.runs)
        _insert(cursor, _middle(new.runs, first, total - last))

    def _take_out(self, cursor: QTextCursor, number: int, count: int) -> None:
        first = self.document.findBlockByNumber(number)
        behind = self.document.findBlockByNumber(number + count)
        if behind.isValid():
            start, end = first.position(), behind.position()
        else:
            above = first.previous()
            start = above.position() + above.length() - 1 if above.isValid() else 0
            end = self.document.characterCount() - 1
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _put_in(self, cursor: QTextCursor, number: int, blocks: tuple[Block, ...]) -> None:
        if number:
            above = self.document.findBlockByNumber(number - 1)
            cursor.setPosition(above.position() + above.length() - 1)
            for block in blocks:
                style = bt.block_format(block.kind, self._look)
                cursor.insertBlock(style, bt.char_format(0))
                _insert(cursor, block.runs)
            return
        cursor.setPosition(0)
        for block in reversed(blocks):
            below = cursor.blockFormat()
            cursor.insertBlock(below, bt.char_format(0))
            cursor.setPosition(0)
            cursor.setBlockFormat(bt.block_format(block.kind, self._look))
            _insert(cursor, block.runs)
            cursor.setPosition(0)

    def redress(self) -> None:
        """Give every block the format of its kind again (another size of text)."""
        self.quiet = True
        for text in self._blocks(0, len(self.model)):
            block = self.model[text.blockNumber()]
            QTextCursor(text).setBlockFormat(bt.block_format(block.kind, self._look))
        self.quiet = False

    # --- places ----------------------------------------------------------------------------

    def caret_of(self, cursor: QTextCursor) -> Caret:
        """Return the caret and the selection's other end by block and code points."""
        block_id, offset = self._place(cursor.position())
        anchor_id, anchor_offset = block_id, offset
        if cursor.hasSelection():
            anchor_id, anchor_offset = self._place(cursor.anchor())
        return Caret(
            block_id=block_id,
            offset=offset,
            anchor_id=anchor_id,
            anchor_offset=anchor_offset,
        )

    def _place(self, position: int) -> tuple[BlockId | None, int]:
        text = self.document.findBlock(position)
        number = text.blockNumber()
        if not 0 <= number < len(self.model):
            return None, 0
        return self.model[number].id, bt.points(text.text(), position - text.position())

    def cursor_at(self, caret: Caret) -> QTextCursor:
        """Return a cursor at that place; where its block has gone, at the end."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(self._position(caret.anchor_id, caret.anchor_offset))
        position = self._position(caret.block_id, caret.offset)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _position(self, block_id: BlockId | None, offset: int) -> int:
        for n, block in enumerate(self.model):
            if block.id == block_id:
                text = self.document.findBlockByNumber(n)
                length = max(0, text.length() - 1)
                return text.position() + min(bt.units(text.text(), offset), length)
        return self.document.characterCount() - 1


def _insert(cursor: QTextCursor, runs: Runs) -> None:
    for text, flags in runs:
        cursor.insertText(text, bt.char_format(flags))


def _common(old: Runs, new: Runs) -> tuple[int, int]:
    """Return how many letters with their marks are the same at the start and at the end."""
    first = [(letter, flags) for text, flags in old for letter in text]
    second = [(letter, flags) for text, flags in new for letter in text]
    head = 0
    least = min(len(first), len(second))
    while head < least and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < least - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    return head, tail


def _middle(runs: Runs, start: int, end: int) -> Runs:
    out: list[tuple[str, int]] = []
    at = 0
    for text, flags in runs:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            out.append((part, flags))
        at += len(text)
    return tuple(out)
