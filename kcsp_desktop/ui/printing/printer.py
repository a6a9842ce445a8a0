"""A document on paper or as PDF: A4, the template's margins, the page's number at its foot.

How this works: ``paint`` draws the pages of a document on any paged device; a PDF is one that
writes into bytes. It may run off the window's thread, over frozen values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from kcsp_desktop.ui.printing.looks import MARGIN, SIZE
from kcsp_desktop.ui.printing.setting import dots, font_of, set_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPagedPaintDevice

    from kcsp_desktop.documents.parts import Document

_FINE: Final = 1200  # dots an inch: letters stand where the font wants them
_FOOT: Final = 36.0  # points from the edge of the paper to the foot's line
_FOOT_SIZE: Final = 10.0
_EDGE: Final = 0.5  # less than any line is high
BLANK: Final = "This page is intentionally left blank"


def number_alone(page: int) -> str:
    """Return the foot of our own documents: the number (house-format 8)."""
    return str(page)


def no_foot(page: int) -> str:
    """Return nothing: in a pack each page gets its number in the pack."""
    del page
    return ""


def pdf_bytes(document: Document, foot: Callable[[int], str] = number_alone) -> bytes:
    """Return a document as PDF."""
    return _written(document.title, lambda device: paint(document, device, foot))


def paint(
    document: Document, device: QPagedPaintDevice, foot: Callable[[int], str] = number_alone
) -> int:
    """Draw a document on a device and return how many pages it has."""
    painter = _begun(device)
    paper = _paper(device)
    room = QSizeF(paper.width() - 2 * MARGIN, paper.height() - 2 * MARGIN)
    text = set_text(document, room)
    layout, high = text.documentLayout(), text.pageSize().height()
    pages = text.pageCount()
    for page in range(1, pages + 1):
        if page > 1:
            device.newPage()
        painter.save()
        painter.translate(MARGIN, MARGIN)
        painter.scale(1 / dots(1), 1 / dots(1))
        painter.translate(0, -(page - 1) * high)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, (page - 1) * high, text.pageSize().width(), high)
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        painter.setClipRect(context.clip)
        # Qt also draws what only touches the edge: words of the next page, unseen but there.
        context.clip = context.clip.adjusted(0, _EDGE, 0, -_EDGE)
        layout.draw(painter, context)
        painter.restore()
        _paint_foot(painter, paper, foot(page))
    painter.end()
    return pages


def _begun(device: QPagedPaintDevice) -> QPainter:
    """Return a painter that counts in points from the corner of the paper.

    A printer counts from where it can print: the paper's corner lies before that.
    """
    painter = QPainter(device)
    fine = device.logicalDpiX()
    painter.translate(-device.pageLayout().paintRectPixels(fine).topLeft())
    painter.scale(fine / 72, fine / 72)
    return painter


def _paper(device: QPagedPaintDevice) -> QRectF:
    return QRectF(device.pageLayout().fullRectPoints())


def _paint_foot(painter: QPainter, paper: QRectF, words: str) -> None:
    if words:
        line = paper.adjusted(0, 0, 0, -_FOOT)
        _paint_words(painter, line, _FOOT_SIZE, Qt.AlignmentFlag.AlignBottom, words)


def _paint_words(
    painter: QPainter, room: QRectF, size: float, upright: Qt.AlignmentFlag, words: str
) -> None:
    fine = painter.device().logicalDpiX() / 72  # a font takes its size from the device
    painter.save()
    painter.translate(room.topLeft())
    painter.scale(1 / fine, 1 / fine)
    painter.setFont(font_of(size))
    within = QRectF(QPointF(0, 0), room.size() * fine)
    painter.drawText(within, Qt.AlignmentFlag.AlignHCenter | upright, words)
    painter.restore()


def feet_bytes(last_page: int) -> bytes:
    """Return as many empty pages as a pack has, each with "Page n" at its foot."""

    def draw(device: QPagedPaintDevice) -> None:
        painter = _begun(device)
        for page in range(1, last_page + 1):
            if page > 1:
                device.newPage()
            _paint_foot(painter, _paper(device), f"Page {page}")
        painter.end()

    return _written("", draw)


def blank_bytes() -> bytes:
    """Return the page that fills up a document so that the next begins on the right."""

    def draw(device: QPagedPaintDevice) -> None:
        painter = _begun(device)
        _paint_words(painter, _paper(device), SIZE, Qt.AlignmentFlag.AlignVCenter, BLANK)
        painter.end()

    return _written(BLANK, draw)


def _written(title: str, draw: Callable[[QPagedPaintDevice], object]) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setTitle(title)
    device.setCreator("")
    device.setResolution(_FINE)
    size = QPageSize(QPageSize.PageSizeId.A4)
    portrait = QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(size, portrait, QMarginsF(0, 0, 0, 0)))
    draw(device)
    del device
    buffer.close()
    return bytes(content.data())
