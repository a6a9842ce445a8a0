"""The room view: a window of its own for the screen in the room, large, public wording only.

How this works: the page of minutes tells where the secretary is (``follow``); 300 ms after a
pause the public edition of the meeting is asked for that item and painted, each block by a text
document of its own. Sizes scale with the window, so that the words of the minutes are never under
1/28 of its height. Must stay in step: ``documents/room`` (what is shown).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from kcsp_desktop.documents.room import RoomText, room_text
from kcsp_desktop.domain.blocks import BOLD, RESOLUTION_PARTS, BlockKind
from kcsp_desktop.domain.disclosure import Audience, EditionBlock, edition, seen
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.ui.sheet.block_text import char_format
from kcsp_desktop.ui.theme import THEMES, RoomMeasure, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.theme import Role
    from kcsp_desktop.ui.workspace import Workspace

_AFTER_MS = 300
_R = RoomMeasure
_INSET = {BlockKind.BULLET: _R.STEP, BlockKind.SUB_BULLET: 2 * _R.STEP, BlockKind.LETTER: _R.STEP}


@dataclass(slots=True)
class _Laid:
    """A block's words laid out: its document, where it stands, its label."""

    block: EditionBlock
    words: QTextDocument
    left: float
    top: float = 0.0


class RoomView(QWidget):
    """Shows the item in hand to the room. Esc or F5 closes, B blanks."""

    closed = Signal()

    def __init__(self, workspace: Workspace, look: Look) -> None:
        """Make a window without a parent: it goes to the other screen, where there is one."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("roomView")
        self.setWindowTitle("KCSP Desktop: room view")
        self.setAccessibleName("Room view")
        self._workspace, self._look = workspace, look
        self._theme = THEMES["light"]
        self._place: tuple[MeetingId, ItemId, BlockId | None] | None = None
        self._text: RoomText | None = None
        self._percent = 100
        self._blank = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.renew)
        self.resize(*_R.WINDOW)

    def follow(self, meeting_id: MeetingId, item_id: ItemId, block_id: BlockId | None) -> None:
        """Show that place, a short pause later."""
        self._place = (meeting_id, item_id, block_id)
        self._timer.start(_AFTER_MS)

    def appear(self) -> None:
        """Open on the other screen, whole, where there is one; else as a window."""
        own = QGuiApplication.focusWindow()
        others = [s for s in QGuiApplication.screens() if own is None or s is not own.screen()]
        if own is not None and others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()
        self.renew()

    def renew(self) -> None:
        """Ask for the public wording as it is now."""
        self._text = self._asked()
        self.setAccessibleDescription(self._spoken())
        self.update()

    def _asked(self) -> RoomText | None:
        record = self._workspace.record
        meeting = record.meeting(self._place[0]) if self._place else None
        if meeting is None or self._place is None:
            return None
        _, item_id, block_id = self._place
        place = next((n for n, one in enumerate(in_order(meeting)) if one.id == item_id), -1)
        item = meeting.item(item_id)
        public = seen(item.blocks, Audience.PUBLIC) if item else ()
        in_hand = next((n for n, one in enumerate(public) if one.id == block_id), len(public) - 1)
        return room_text(edition(record, meeting, Audience.PUBLIC), place, in_hand)

    def _spoken(self) -> str:
        shown = self._text
        return " ".join(block.block.text for block in shown.blocks) if shown else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, F5: close. B: blank. Ctrl+plus, minus, 0: its own size."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        elif key == Qt.Key.Key_B:
            self._blank = not self._blank
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._percent = min(200, self._percent + 10)
        elif control and key == Qt.Key.Key_Minus:
            self._percent = max(50, self._percent - 10)
        elif control and key == Qt.Key.Key_0:
            self._percent = 100
        else:
            super().keyPressEvent(event)
        self.update()

    def hideEvent(self, event: object) -> None:
        """Tell that it is gone."""
        super().hideEvent(event)  # type: ignore[arg-type]  # a hide event
        self._timer.stop()
        self.closed.emit()

    # --- painting --------------------------------------------------------------------------

    def _px(self, at_768: float, *, own: bool = True) -> float:
        """Return a length for this height of window; ``own``: with this window's own size."""
        return at_768 * self.height() / _R.HEIGHT * (self._percent / 100 if own else 1)

    def _font(self, size: float, weight: int = Weight.PLAIN, *, own: bool = True) -> QFont:
        font = self._look.font(16, weight)
        font.setPixelSize(max(1, round(self._px(size, own=own))))
        return font

    def _colour(self, role: Role) -> QColor:
        return QColor(getattr(self._theme, role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Head, title, wording, foot; or nothing at all while it is blanked."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour("sheet"))
        if self._blank or self._text is None:
            return
        side = self._px(_R.SIDE, own=False)
        area = QRectF(side, 0, self.width() - 2 * side, self.height())
        self._frame(painter, self._text, area)
        if self._text.private:
            painter.setFont(self._font(_R.TITLE, Weight.TITLE))
            painter.setPen(self._colour("ink"))
            painter.drawText(
                area, Qt.AlignmentFlag.AlignCenter, "The meeting is in private session"
            )
            return
        below = self._title(painter, self._text, area)
        self._wording(painter, self._text, area, below)

    def _frame(self, painter: QPainter, text: RoomText, area: QRectF) -> None:
        painter.setFont(self._font(_R.SMALL, own=False))
        painter.setPen(self._colour("ink2"))
        rule = self._px(_R.RULE, own=False)
        head = QRectF(
            area.left(), rule - self._px(50, own=False), area.width(), self._px(42, own=False)
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignLeft, text.body)
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignRight, text.day)
        painter.fillRect(QRectF(area.left(), rule, area.width(), 1), self._colour("edge"))
        foot = self.height() - self._px(_R.FOOT, own=False)
        painter.fillRect(QRectF(area.left(), foot, area.width(), 1), self._colour("line"))
        below = QRectF(area.left(), foot, area.width(), self._px(50, own=False))
        painter.drawText(below, middle | Qt.AlignmentFlag.AlignLeft, text.foot)

    def _title(self, painter: QPainter, text: RoomText, area: QRectF) -> float:
        """Paint code and title; return where the wording may begin."""
        top = self._px(_R.RULE, own=False) + self._px(24)
        painter.setFont(self._font(_R.TITLE, Weight.TITLE))
        painter.setPen(self._colour("accent"))
        wide = max(self._px(_R.TEXT_AT), painter.fontMetrics().horizontalAdvance(text.code + "  "))
        line = QRectF(area.left(), top + self._px(5), area.width(), self._px(50))
        painter.drawText(line, Qt.AlignmentFlag.AlignTop, text.code)
        painter.setPen(self._colour("ink"))
        where = QRectF(area.left() + wide, top, area.width() - wide, self._px(50) * 3)
        words = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        taken = painter.boundingRect(where, words, text.title)
        painter.drawText(where.adjusted(0, self._px(5), 0, 0), words, text.title)
        return top + max(self._px(50), taken.height()) + self._px(22)

    def _wording(self, painter: QPainter, text: RoomText, area: QRectF, top: float) -> None:
        room = QRectF(
            area.left(), top, area.width(), self.height() - self._px(_R.FOOT, own=False) - top
        )
        laid = self._lay_out(text, room)
        if not laid:
            return
        at_hand = laid[text.in_hand]
        bottom = at_hand.top + at_hand.words.size().height() + self._px(24)
        shift = min(0.0, room.bottom() - max(bottom, 0.0)) if laid else 0.0
        whole = laid[-1].top + laid[-1].words.size().height() + self._px(24)
        shift = min(0.0, max(shift, room.bottom() - whole) if whole > room.bottom() else 0.0)
        painter.save()
        painter.setClipRect(room)
        painter.translate(0, shift)
        self._grounds(painter, laid, room)
        for one in laid:
            self._block(painter, one, room)
        painter.restore()

    def _lay_out(self, text: RoomText, room: QRectF) -> list[_Laid]:
        found: list[_Laid] = []
        top = room.top()
        former = False
        for block in text.blocks:
            resolved = block.block.kind in RESOLUTION_PARTS
            top += self._px(40 if resolved and not former else 18) if found or resolved else 0
            left = room.left() + self._px(_left(block.block.kind))
            words = self._document(block, room.right() - self._px(24 if resolved else 0) - left)
            found.append(_Laid(block, words, left, top))
            top += words.size().height()
            former = resolved
        return found

    def _document(self, block: EditionBlock, width: float) -> QTextDocument:
        resolved = block.block.kind in RESOLUTION_PARTS
        words = QTextDocument(self)
        words.setDocumentMargin(0)
        words.setDefaultFont(self._font(_R.RESOLUTION if resolved else _R.TEXT))
        words.setTextWidth(max(width, 1))
        cursor = QTextCursor(words)
        shape = cursor.blockFormat()
        shape.setLineHeight(_R.LINE * 100 / _R.NATURAL_LINE, 1)
        cursor.setBlockFormat(shape)
        runs = block.block.runs
        if block.block.kind is BlockKind.POST_MEETING_NOTE:
            runs = (("Post-meeting note: ", BOLD), *runs)
        for part, flags in runs:
            style = char_format(flags)
            style.setForeground(self._colour("ink"))
            before, word, after = part.partition("RESOLVED") if resolved else (part, "", "")
            cursor.insertText(before, style)
            strong = char_format(flags)
            strong.setFontWeight(Weight.TYPED)
            strong.setForeground(self._colour("accent"))
            cursor.insertText(word, strong)
            cursor.insertText(after, style)
        return words

    def _grounds(self, painter: QPainter, laid: list[_Laid], room: QRectF) -> None:
        parts = [one for one in laid if one.block.block.kind in RESOLUTION_PARTS]
        if parts:
            top = parts[0].top - self._px(24)
            bottom = parts[-1].top + parts[-1].words.size().height() + self._px(18)
            box = QRectF(room.left(), top, room.width(), bottom - top)
            painter.fillRect(box, self._colour("softer"))
            painter.fillRect(
                QRectF(box.left(), top, self._px(6), box.height()), self._colour("accent")
            )

    def _block(self, painter: QPainter, one: _Laid, room: QRectF) -> None:
        kind, label = one.block.block.kind, one.block.label.text
        if label:
            resolved = kind in RESOLUTION_PARTS
            size = _R.RESOLUTION if resolved else _R.TEXT
            painter.setFont(self._font(size, Weight.NAME if resolved else Weight.PLAIN))
            painter.setPen(self._colour("accent" if kind is BlockKind.CLAUSE else "ink3"))
            left = room.left() + self._px(_label_at(kind))
            line = one.words.firstBlock().layout().lineAt(0)
            painter.drawText(QPointF(left, one.top + line.y() + line.ascent()), label)
        painter.save()
        painter.translate(one.left, one.top)
        one.words.drawContents(painter)
        painter.restore()


def _left(kind: BlockKind) -> float:
    """Return where the words of a kind begin, from the left edge."""
    if kind in RESOLUTION_PARTS:
        return {BlockKind.RESOLUTION: 36, BlockKind.CLAUSE: 92}.get(kind, 132)
    return _R.TEXT_AT + _INSET.get(kind, 0)


def _label_at(kind: BlockKind) -> float:
    if kind in RESOLUTION_PARTS:
        return 36 if kind is BlockKind.CLAUSE else 100
    return _left(kind) - (_R.TEXT_AT if kind is BlockKind.PARAGRAPH else 32)
