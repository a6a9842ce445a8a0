"""What the sheet shows: the text of one item, its painting, its caret; keys come in ``sheet``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, Block, BlockKind, Visibility
from kcsp_desktop.domain.numbering import Label, labels
from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.painting import keycap_width, lay_ground, paint_keycap
from kcsp_desktop.ui.sheet import block_text as bt
from kcsp_desktop.ui.sheet.change import Caret
from kcsp_desktop.ui.sheet.highlighter import SheetHighlighter
from kcsp_desktop.ui.sheet.painting import (
    GROUNDED,
    SheetPainter,
    first_line,
    sheet_sides,
    spoken_block,
)
from kcsp_desktop.ui.sheet.sheet_text import SheetText
from kcsp_desktop.ui.theme import Measure, Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId
    from kcsp_desktop.ui.look import Look

_ABOVE = 15  # between the rule under the head and the first line
_EMPTY = "Type what was said. Ctrl+R opens the resolution."


class SheetView(QTextEdit):
    """Shows one text of one item; ``MinuteSheet`` lets it be written."""

    block_entered = Signal(object, object)  # Label, BlockKind

    def __init__(
        self,
        look: Look,
        new_id: Callable[[], BlockId],
        now: Callable[[], str],
    ) -> None:
        """``new_id`` makes ids for new blocks, ``now`` the time at which they are noted."""
        super().__init__()
        self._look, self._new_id, self._now = look, new_id, now
        self.text_in_hand: tuple[MeetingId, ItemId, Visibility] | None = None
        self.labels_for: Callable[[tuple[Block, ...]], tuple[Label, ...]] = labels
        self._labels: tuple[Label, ...] = ()
        self._phantom: Block | None = None
        self._caret_before = self._caret_now = Caret()
        self._caret_state: tuple[int, ...] = ()
        self._entered: tuple[str, BlockKind, str] | None = None
        self.shows_times = False
        self._marked: frozenset[BlockId] = frozenset()
        self._ghost, self._ghost_cap = "", ""
        self.ghost_painted = ""  # as much of it as the line had room for
        self.after_paint: Callable[[], None] = lambda: None
        self.setAccessibleName("Minutes of the item in hand")
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.text = SheetText(self.document(), look, new_id, now, self)
        self._painter = SheetPainter(look)
        self.highlighter = SheetHighlighter(self.document(), look, self._typed_at)
        self.cursorPositionChanged.connect(self._on_caret)
        self.selectionChanged.connect(self._on_caret)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        look = self._look
        self.text.quiet = True
        self.document().setDefaultFont(look.font(16))
        self.document().setDocumentMargin(0)
        self.text.quiet = False
        lay_ground(look, self, "sheet")
        self.setAutoFillBackground(True)
        self.text.redress()
        self.highlighter.rehighlight()
        self._fit()

    # --- what is shown ---------------------------------------------------------------------

    def open_text(
        self,
        meeting_id: MeetingId,
        item_id: ItemId,
        visibility: Visibility,
        blocks: tuple[Block, ...],
        body: Body,
    ) -> None:
        """Show a text; ``body`` is named for what later belongs to it (names, prediction)."""
        self.text_in_hand = (meeting_id, item_id, visibility)
        self.text.visibility = visibility
        self.text.load(self._with_phantom(blocks))
        self._fit()
        self._relabel()
        self._on_caret()

    def refresh(self, blocks: tuple[Block, ...]) -> None:
        """Show the blocks as they are now, after an edit from elsewhere; scroll and caret stay."""
        wanted = self._with_phantom(blocks)
        if wanted == self.text.model:
            self.text.model = wanted
            self._relabel()
            return
        QGuiApplication.inputMethod().reset()
        caret = self.text.caret_of(self.textCursor())
        top = self.cursorRect().top()
        self.text.render(wanted)
        self._set_cursor(self.text.cursor_at(caret))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - top)
        self._relabel()

    def _with_phantom(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Show one empty paragraph for an empty text; its first letter makes it a block."""
        if blocks:
            self._phantom = None
            return blocks
        if self._phantom is None or self._phantom.visibility is not self.text.visibility:
            self._phantom = Block(
                id=self._new_id(), visibility=self.text.visibility, noted_at=self._now()
            )
        return (self._phantom,)

    def _relabel(self) -> None:
        self._labels = self.labels_for(self.text.model)
        if not self.text.quiet and not self.text.dirty:
            self._tell_block()
        self.viewport().update()

    def mark(self, blocks: frozenset[BlockId]) -> None:
        """Show the mark of an action beside these blocks."""
        if blocks != self._marked:
            self._marked = blocks
            self.viewport().update()

    def set_ghost(self, words: str, cap: str) -> None:
        """Show pale words behind the caret, with the key that takes them."""
        if (words, cap) != (self._ghost, self._ghost_cap):
            self._ghost, self._ghost_cap = words, cap
            line = self.cursorRect()
            self.viewport().update(0, line.top(), self.viewport().width(), line.height() + 1)

    def caret(self) -> Caret:
        """Return where the caret is. Kept, for at each letter several ask."""
        cursor, text = self.textCursor(), self.text
        state = cursor.position(), cursor.anchor(), text.document.revision(), id(text.model)
        if state != self._caret_state:
            self._caret_state, self._caret_now = state, text.caret_of(cursor)
        return self._caret_now

    def set_caret(self, caret: object) -> None:
        """Put the caret there and into sight."""
        if isinstance(caret, Caret):
            self._set_cursor(self.text.cursor_at(caret))
            self.ensureCursorVisible()

    def caret_to_end(self) -> None:
        """Put the caret behind the last letter."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keep_caret_inside(self) -> None:
        """Bring a caret back that has been moved behind the last letter.

        Qt counts an unfinished composition as letters when the caret goes up or down; the next
        deletion from such a place would end the program.
        """
        cursor, last = self.textCursor(), self.document().characterCount() - 1
        if max(cursor.position(), cursor.anchor()) > last:
            position = min(cursor.position(), last)
            cursor.setPosition(min(cursor.anchor(), last))
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self._set_cursor(cursor)

    def _set_cursor(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        self._on_caret()

    def _on_caret(self) -> None:
        if self.text.quiet or self.text.dirty:
            return  # the place before the change is still wanted
        self._caret_before = self.caret()
        self._tell_block()

    def _tell_block(self) -> None:
        """Tell which block is in hand, and tell it again when its number is another."""
        number = self.textCursor().blockNumber()
        if not 0 <= number < len(self.text.model):
            return
        block = self.text.model[number]
        label = self._labels[number] if number < len(self._labels) else Label()
        if self._entered != (block.id, block.kind, label.text):
            self._entered = (block.id, block.kind, label.text)
            self.block_entered.emit(label, block.kind)
            announce(self, spoken_block(label, block.kind))
            self.viewport().update()

    def _typed_at(self) -> int | None:
        return self.textCursor().position() if self.text.dirty else None

    def current_block(self) -> Block | None:
        """Return the block in hand, if it is one yet."""
        number = self.textCursor().blockNumber()
        block = self.text.model[number] if number < len(self.text.model) else None
        return None if block is self._phantom else block

    def text_before_caret(self) -> str | None:
        """Return the block's text, where the caret stands alone at its end; else ``None``."""
        cursor = self.textCursor()
        composing = cursor.block().layout().preeditAreaText() if cursor.block().isValid() else ""
        if cursor.hasSelection() or not cursor.atBlockEnd() or composing:
            return None
        number = cursor.blockNumber()
        return self.text.model[number].text if number < len(self.text.model) else None

    def rect_before_caret(self, letters: int) -> QRect:
        """Return where the caret would stand so many letters before, on its own line."""
        cursor = self.textCursor()
        text = cursor.block().text()
        before = cursor.positionInBlock()
        cursor.setPosition(cursor.position() - bt.units(text[:before][-letters:]))
        here, there = self.cursorRect(), self.cursorRect(cursor)
        return there if there.top() == here.top() else here

    def kind_in_hand(self) -> BlockKind:
        """Return the kind of the block in hand."""
        number = self.textCursor().blockNumber()
        return self.text.model[number].kind if number < len(self.text.model) else BlockKind.PLAIN

    def selected_text(self) -> str:
        """Return the words selected, without line ends."""
        return " ".join(self.textCursor().selectedText().split())

    # --- painting --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines at most 640 wide."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Room for the scroll bar is always kept, so that no line breaks anew when it comes.
        look, bar = self._look, self._look.px(Space.M)
        left, right = sheet_sides(look, self.width())
        self.setViewportMargins(left, look.px(_ABOVE), right - bar, 0)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        widest = look.px(Measure.SHEET_TEXT_AT + Measure.SHEET_TEXT)
        self.setLineWrapColumnOrWidth(max(1, min(self.width() - left - right, widest)))

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(self._look.px(640), self._look.px(400))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds, then the text, then numbers, bullets and the empty text's invitation.

        A letter has its own block painted and no other.
        """
        visible = self._visible(event.rect())
        if any(self.text.model[number].kind in GROUNDED for number, _, _ in visible):
            self._paint_grounds(visible)
        # Asked first: Qt lets go of the letters' places once they are painted, and to work them out
        # again for the caret costs as much as all else of ours in here.
        caret = self.cursorRect() if self._ghost or self._phantom is not None else QRect()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        in_hand = self.textCursor().blockNumber()
        for number, text, area in visible:
            if number < len(self._labels):
                block, label = self.text.model[number], self._labels[number]
                line = first_line(text, area.topLeft())
                self._painter.label(painter, block, label, line, number == in_hand)
                marks = ("action",) if block.id in self._marked else ()
                if marks or block.flagged:
                    flag = ("flag",) if block.flagged else ()
                    self._painter.marks(painter, line, (*marks, *flag))
                if self.shows_times and block.noted_at:
                    right = int(self.lineWrapColumnOrWidth())
                    self._painter.time(painter, line, right, block.noted_at[11:16])
        if self._ghost:
            self._paint_ghost(painter, caret)
        elif self._phantom is not None and not self.text.model[0].runs:
            self._invite(painter, caret)
        painter.end()
        self.after_paint()

    def _paint_grounds(self, visible: list[tuple[int, QTextBlock, QRectF]]) -> None:
        painter = QPainter(self.viewport())
        left, right = self._painter.left(), self.lineWrapColumnOrWidth()
        for number, _, area in visible:
            kind = self.text.model[number].kind
            former = self.text.model[number - 1].kind if number else None
            first = former not in RESOLUTION_PARTS or kind is BlockKind.RESOLUTION
            box = QRectF(left, area.top(), right - left, area.height())
            self._painter.ground(painter, kind, box, first)
        painter.end()

    def _visible(self, part: QRect) -> list[tuple[int, QTextBlock, QRectF]]:
        """Return number and place of each block that has something in a part of the viewport."""
        found = []
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        model, first, last = self.text.model, part.top(), part.bottom()
        text = self.cursorForPosition(part.topLeft()).block()
        number, end = text.blockNumber(), len(model)
        if 0 < number <= end and model[number - 1].kind in GROUNDED:
            text, number = text.previous(), number - 1  # its ground may go on below its words
        while text.isValid() and number < end:
            box = layout.blockBoundingRect(text)
            lines = text.layout()
            top = lines.position().y() - scrolled
            reach = self._painter.reach(model[number].kind)
            if top - reach > last:
                break  # a ground lies in its own block's margin: none below comes up to here
            height = lines.boundingRect().height() if lines.lineCount() else 0
            if top + height + reach >= first:
                found.append((number, text, QRectF(box.left(), top, box.width(), height)))
            text, number = text.next(), number + 1
        return found

    def _paint_ghost(self, painter: QPainter, at: QRect) -> None:
        """Paint the pale words as far as the line has room, then the keycap."""
        look = self._look
        cap = keycap_width(look, self._ghost_cap) + look.px(Space.S) if self._ghost_cap else 0
        room = int(self.lineWrapColumnOrWidth()) - at.right() - look.px(Space.S)
        painter.setFont(look.font(16))
        painter.setPen(look.colour("ghost"))
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(self._ghost) > room - cap:
            cap = 0  # the words have the room
        words = metrics.elidedText(self._ghost, Qt.TextElideMode.ElideRight, max(0, room - cap))
        self.ghost_painted = words
        baseline = at.top() + metrics.ascent()
        painter.drawText(QPointF(at.left() + 1, baseline), words)
        if cap and words:
            left = at.left() + metrics.horizontalAdvance(words) + look.px(Space.S)
            middle = int(baseline - metrics.xHeight() / 2)
            paint_keycap(look, painter, left, middle, self._ghost_cap)

    def _invite(self, painter: QPainter, at: QRect) -> None:
        painter.setFont(self._look.font(16))
        painter.setPen(self._look.colour("ghost"))
        baseline = at.top() + painter.fontMetrics().ascent()
        painter.drawText(QPointF(at.right() + self._look.px(4), baseline), _EMPTY)
