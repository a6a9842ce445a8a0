"""Paints what is not text: grounds below it, numbers, bullets and labels beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from kcsp_desktop.domain.blocks import RESOLUTION_PARTS, BlockKind
from kcsp_desktop.ui.kit.painting import paint_box
from kcsp_desktop.ui.theme import Measure, Role, Space, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.domain.blocks import Block
    from kcsp_desktop.domain.numbering import Label
    from kcsp_desktop.ui.look import Look

_NOTES: dict[BlockKind, tuple[str, str, Role]] = {
    BlockKind.POST_MEETING_NOTE: ("note", "Post-meeting note", "ink2"),
    BlockKind.PRIVATE_NOTE: (
        "hide", "Private note: for you alone, never printed or shown", "private",
    ),
}  # fmt: skip
GROUNDED = RESOLUTION_PARTS | _NOTES.keys()
"""The kinds that have something painted below their words."""
_REACH = 32  # how far their ground goes beyond the words, at most
# Where the letters begin, and where the middles of bullets are.
_BULLETS = {BlockKind.BULLET: 94, BlockKind.SUB_BULLET: 120, BlockKind.CLAUSE_BULLET: 140}
_LETTERS: dict[BlockKind, tuple[int, Role]] = {
    BlockKind.CLAUSE: (100, "accent"),
    BlockKind.LETTER: (84, "ink3"),
}


class SheetPainter:
    """Knows how a block looks; the widget tells it where each one lies."""

    def __init__(self, look: Look) -> None:
        """Keep the look."""
        self._look = look

    def ground(self, painter: QPainter, kind: BlockKind, area: QRectF, first: bool) -> None:
        """Paint below a block's text. ``area`` is from the text's left edge to the right end."""
        look, px = self._look, self._look.px
        if kind in RESOLUTION_PARTS:
            top = area.top() - px(9 if first else 7)
            box = QRectF(area.left(), top, area.width(), area.bottom() - top + px(9))
            painter.fillRect(box, look.colour("softer"))
            bar = QRectF(box.left(), box.top(), px(Measure.BAR), box.height())
            painter.fillRect(bar, look.colour("accent"))
        elif kind is BlockKind.PRIVATE_NOTE:
            box = QRectF(area.left(), area.top() - px(30), area.width(), area.height() + px(38))
            whole = box.toAlignedRect()
            paint_box(look, painter, whole, ground="private_soft", edge="private", dashed=True)
            self._label(painter, kind, box)
        elif kind is BlockKind.POST_MEETING_NOTE:
            box = QRectF(area.left(), area.top() - px(28), area.width(), area.height() + px(34))
            bar = QRectF(box.left(), box.top(), px(Measure.BAR), box.height())
            painter.fillRect(bar, look.colour("edge"))
            self._label(painter, kind, box)

    def _label(self, painter: QPainter, kind: BlockKind, box: QRectF) -> None:
        look, px = self._look, self._look.px
        icon, words, role = _NOTES[kind]
        at = QRect(int(box.left()) + px(16), int(box.top()) + px(8), px(14), px(14))
        look.paint_icon(painter, icon, role, at)
        painter.setFont(look.font(12, Weight.TITLE))
        painter.setPen(look.colour(role))
        where = QRectF(box.left() + px(36), box.top() + px(5), box.width() - px(40), px(20))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, words)

    def label(
        self,
        painter: QPainter,
        block: Block,
        label: Label,
        line: QRectF,
        in_hand: bool,
    ) -> None:
        """Paint a number, letter or bullet; ``line`` is the first line's place and height."""
        look, px = self._look, self._look.px
        role: Role = "accent" if in_hand else "ink3"
        if block.kind is BlockKind.PARAGRAPH:
            weight = Weight.TITLE if in_hand else Weight.PLAIN
            painter.setFont(look.font(15, weight, tabular=True))
            painter.setPen(look.colour(role))
            wide = look.wide(label.text, 15, weight, tabular=True)
            number = QPointF(px(72) - wide, self._baseline(line))
            painter.drawText(number, label.text)
        elif block.kind in _LETTERS:
            left, letter_role = _LETTERS[block.kind]
            painter.setFont(look.font(16, Weight.NAME))
            painter.setPen(look.colour(letter_role))
            painter.drawText(QPointF(px(left), self._baseline(line)), label.text)
        elif block.kind in _BULLETS:
            self._bullet(painter, block.kind, line)

    def marks(self, painter: QPainter, line: QRectF, names: tuple[str, ...]) -> None:
        """Paint the marks beside a block: an action, a flag; the second on the second line."""
        px, side = self._look.px, self._look.px(Measure.ICON_LARGE)
        middle = self._baseline(line) - self._look.metrics(16).xHeight() / 2
        for n, name in enumerate(names):
            at = QRect(px(Space.XS), int(middle + n * line.height()) - side // 2, side, side)
            self._look.paint_icon(painter, name, "flag" if name == "flag" else "accent", at)

    def time(self, painter: QPainter, line: QRectF, right: int, words: str) -> None:
        """Paint at the right edge when a block was noted."""
        painter.setFont(self._look.font(Type.SMALL, tabular=True))
        painter.setPen(self._look.colour("ink3"))
        wide = self._wide(painter, words)
        painter.drawText(QPointF(right - wide, self._baseline(line)), words)

    def _bullet(self, painter: QPainter, kind: BlockKind, line: QRectF) -> None:
        look, px = self._look, self._look.px
        metrics = look.metrics(16)
        middle = self._baseline(line) - metrics.xHeight() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("ink2"), 1.2))
        ring = kind is BlockKind.SUB_BULLET
        painter.setBrush(Qt.BrushStyle.NoBrush if ring else look.colour("ink2"))
        painter.drawEllipse(QPointF(px(_BULLETS[kind]) + px(1), middle), px(5) / 2, px(5) / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _baseline(self, line: QRectF) -> float:
        return line.top() + self._look.metrics(16).ascent()

    def _wide(self, painter: QPainter, text: str) -> int:
        return painter.fontMetrics().horizontalAdvance(text)

    def reach(self, kind: BlockKind) -> int:
        """Return how far beyond its words a block of that kind is painted at most."""
        return self._look.px(_REACH) if kind in GROUNDED else 0

    def left(self) -> int:
        """Return where the text of a paragraph begins, in pixels."""
        return self._look.px(Measure.SHEET_TEXT_AT)


def sheet_sides(look: Look, width: int) -> tuple[int, int]:
    """Return the free space left and right of a sheet of that width, in pixels.

    The head above the sheet asks the same, so that both have one left and one right edge.
    """
    narrow = look.effective(width) < Measure.SHEET_NARROW
    left, right = Measure.SHEET_SIDES_NARROW if narrow else Measure.SHEET_SIDES
    return look.px(left), look.px(right)


def spoken_block(label: Label, kind: BlockKind) -> str:
    """Return what a block is called where it is not seen: "Paragraph 2", "Clause b)", "Bullet"."""
    if kind is BlockKind.PLAIN:
        return "Plain paragraph"
    number = label.text.rstrip(".") if any(letter.isalnum() for letter in label.text) else ""
    return f"{str(kind).replace('-', ' ').capitalize()} {number}".strip()


def first_line(block: QTextBlock, top_left: QPointF) -> QRectF:
    """Return the place of a block's first line in the viewport."""
    layout = block.layout()
    if layout.lineCount() == 0:
        return QRectF(top_left.x(), top_left.y(), 1, 1)
    line = layout.lineAt(0)
    return line.rect().translated(top_left)
