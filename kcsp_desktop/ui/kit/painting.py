"""What several widgets paint alike: boxes with a border, keycaps, one line of words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen

from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from kcsp_desktop.ui.kit.rows import Cell
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.theme import Role

ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def lay_ground(look: Look, area: QAbstractScrollArea, role: Role) -> None:
    """Give a list or text its ground and ink.

    The viewport is dressed by name: under a style sheet Qt gives it a palette of its own when it
    is first shown, and from then on it takes nothing from the widget around it.
    """
    for widget in (area, area.viewport()):
        palette = QPalette(widget.palette())
        for ground in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(ground, look.colour(role))
        palette.setColor(QPalette.ColorRole.Text, look.colour("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, look.colour("select"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.colour("on_select"))
        widget.setPalette(palette)


def paint_box(
    look: Look,
    painter: QPainter,
    rect: QRect,
    *,
    ground: Role | None = None,
    edge: Role | None = None,
    radius: float = Measure.RADIUS,
    line: float = Measure.LINE,
    dashed: bool = False,
) -> None:
    """Paint a rounded box whose border lies inside `rect`; lengths are those at 100 %."""
    broad = look.px(line) if edge else 0
    inset = broad / 2
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    if edge:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour(edge), broad, style))
    corner = max(0.0, look.px(radius) - inset)
    painter.drawRoundedRect(box, corner, corner)
    painter.restore()


def keycap_width(look: Look, key: str) -> int:
    """Return how wide the keycap of `key` is."""
    words = look.wide(key, Type.KEYCAP, Weight.TITLE)
    return max(words + 2 * look.px(5), look.px(Measure.KEYCAP))


def paint_keycap(look: Look, painter: QPainter, x: int, middle: int, key: str) -> int:
    """Paint a keycap with its left edge at `x`, centred on `middle`; return its right edge."""
    high = look.px(Measure.KEYCAP)
    rect = QRect(x, middle - high // 2, keycap_width(look, key), high)
    paint_box(look, painter, rect, ground="raised", edge="edge", radius=Measure.RADIUS_KEYCAP)
    painter.setFont(look.font(Type.KEYCAP, Weight.TITLE))
    painter.setPen(look.colour("ink2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    return x + rect.width()


def key_hint_width(look: Look, key: str, words: str, size: float = Type.SMALL) -> int:
    """Return how wide a keycap with its words is."""
    text = QFontMetrics(look.font(size)).horizontalAdvance(words)
    return keycap_width(look, key) + look.px(Space.S - 2) + text


def paint_key_hint(look: Look, painter: QPainter, x: int, middle: int, key: str, words: str) -> int:
    """Paint a keycap and what it does; return the right edge."""
    x = paint_keycap(look, painter, x, middle, key) + look.px(Space.S - 2)
    font = look.font(Type.SMALL)
    metrics = QFontMetrics(font)
    wide, high = metrics.horizontalAdvance(words), metrics.height()
    painter.setFont(font)
    painter.setPen(look.colour("ink2"))
    painter.drawText(QRect(x, middle - high // 2, wide + 1, high), ONE_LINE, words)
    return x + wide


def in_two_lines(metrics: QFontMetrics, text: str, width: int) -> list[str]:
    """Break text into at most two lines between words; what is still too long is shortened."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words, first = text.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".lstrip()) <= width:
        first = f"{first} {words.pop(0)}".lstrip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [first, rest] if first else [rest]


def strong_lines(
    plain: QFont, heavy: QFont, cell: Cell, width: int, most: int
) -> list[list[tuple[str, bool]]]:
    """Break a cell's text between words into lines of (words, whether they are bold).

    What is left behind the last line is told by dots.
    """
    metrics = {False: QFontMetrics(plain), True: QFontMetrics(heavy)}
    dots, (start, end) = metrics[False].horizontalAdvance("…"), cell.strong
    lines: list[list[tuple[str, bool]]] = [[]]
    used, at = 0, 0
    for word in cell.text.split(" "):
        inside = (edge for edge in (start, end) if at < edge <= at + len(word))
        bounds = sorted({at, at + len(word) + 1, *inside})
        pieces = [(f"{cell.text} "[a:b], start <= a < end) for a, b in pairwise(bounds)]
        wide = sum(metrics[bold].horizontalAdvance(words) for words, bold in pieces)
        at += len(word) + 1
        last = len(lines) == most
        rest = at <= len(cell.text)
        if lines[-1] and used + wide > width - (dots if last and rest else 0):
            if last:
                lines[-1].append(("…", False))
                break
            lines.append([])
            used = 0
        lines[-1] += pieces
        used += wide
    return lines
