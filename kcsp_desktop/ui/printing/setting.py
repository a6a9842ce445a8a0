"""Parts of a document set as a ``QTextDocument``: paragraphs, numbers, headings, page breaks.

How this works: a number is printed text before a hanging indent, so that it is in the PDF's words
too; a heading says that it is one. Qt keeps nothing together by itself: where a heading would be
left alone at the foot of a page, it is told to begin the next. Runs on any one thread at a time.
Must stay in step: ``looks``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from kcsp_desktop.documents.parts import Part, Style, Table
from kcsp_desktop.domain.blocks import BOLD, ITALIC
from kcsp_desktop.ui.printing.looks import FAMILY, LOOKS, SIZE, Look, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from kcsp_desktop.documents.parts import Document

_PLAIN: Final = Look()
_INCH: Final = 72.0  # points
_KEEPS: Final = QTextFormat.Property.UserProperty + 1
_LINE: Final = "\u2028"  # a new line within a paragraph, as Qt has it


def set_text(document: Document, room: QSizeF) -> QTextDocument:
    """Return the document laid out in pages of ``room``, in points; see ``dots``.

    Laid out in dots of the screen and drawn larger: Qt turns only some lengths of a paragraph
    into those of another device.
    """
    text = QTextDocument()
    text.setUndoRedoEnabled(False)
    text.setUseDesignMetrics(True)
    text.setDocumentMargin(0)
    text.setDefaultFont(_font(_PLAIN))
    text.setPageSize(room * dots(1))
    cursor = QTextCursor(text)
    cursor.beginEditBlock()
    for place, part in enumerate(document.parts):
        if isinstance(part, Table):
            _add_table(cursor, part)
        else:
            after = document.parts[place + 1 : place + 2]
            _add(cursor, part, _spaced(part, after), first=place == 0)
    cursor.endEditBlock()
    _keep_together(text)
    return text


def _look(part: Part | Table) -> Look:
    return _PLAIN if isinstance(part, Table) else LOOKS.get(part.style, _PLAIN)


def _spaced(part: Part, after: Sequence[Part | Table]) -> Look:
    """Return the look of a part before the next one: behind a list there is a whole line."""
    look = _look(part)
    follower = next(iter(after), None)
    if look.in_list and not (follower is not None and _look(follower).in_list):
        return replace(look, after=_PLAIN.after)
    same = isinstance(follower, Part) and follower.style is part.style
    return replace(look, after=0) if look.close and same else look


def _add(cursor: QTextCursor, part: Part, look: Look, *, first: bool) -> None:
    if first:
        cursor.setBlockFormat(_block_format(look))
    else:
        cursor.insertBlock(_block_format(look), _char_format(look, 0))
    number = label(part)
    if number:
        cursor.insertText(f"{number}\t", _char_format(look, 0))
    for words, flags in part.runs:
        cursor.insertText(words.replace("\n", _LINE), _char_format(look, flags))


def _add_table(cursor: QTextCursor, table: Table) -> None:
    """Add a true table; its heads come again on each page."""
    form = QTextTableFormat()
    form.setHeaderRowCount(1)
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderBrush(Qt.GlobalColor.black)
    form.setCellPadding(dots(4))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in table.widths]
    )
    made = cursor.insertTable(len(table.rows) + 1, len(table.heads), form)
    for row, words in enumerate((table.heads, *table.rows)):
        look = LOOKS[Style.TABLE_CELL if row else Style.TABLE_HEADING]
        for column, cell in enumerate(words):
            at = made.cellAt(row, column).firstCursorPosition()
            at.setBlockFormat(_block_format(look))
            at.insertText(cell.replace("\n", _LINE), _char_format(look, 0))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _font(look: Look) -> QFont:
    font = QFont(FAMILY)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(look.size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _char_format(look: Look, flags: int) -> QTextCharFormat:
    form = QTextCharFormat()
    font = _font(look)
    font.setBold(look.bold or bool(flags & BOLD))
    font.setItalic(look.italic or bool(flags & ITALIC))
    form.setFont(font)
    return form


def _block_format(look: Look) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setTopMargin(dots(look.before))
    form.setBottomMargin(dots(look.after))
    form.setLeftMargin(dots(look.left))
    if look.hanging:
        form.setTextIndent(dots(-look.hanging))
        tab = QTextOption.Tab(dots(look.hanging), QTextOption.TabType.LeftTab)
        form.setTabPositions([tab])
    form.setRightMargin(dots(look.right))
    form.setProperty(_KEEPS, look.keeps)
    if look.level:
        form.setHeadingLevel(look.level)
    if look.rule:
        whole = QTextLength(QTextLength.Type.PercentageLength, 100)
        form.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
    return form


def dots(points: float) -> float:
    """Return a length in points as dots of the screen, in which Qt lays text out."""
    screen = QGuiApplication.primaryScreen()
    return points * (round(screen.logicalDotsPerInchY()) if screen is not None else 100) / _INCH


def _keep_together(text: QTextDocument) -> None:
    """Begin a new page with a heading whose text would begin there without it."""
    block, starts = text.begin(), None
    while block.isValid():
        keeps = bool(block.blockFormat().property(_KEEPS))
        if keeps:
            starts = starts or QTextBlock(block)
        elif starts is not None:
            if _page(text, starts) != _page(text, block):
                _break_before(starts)
            starts = None
        block = block.next()


def _page(text: QTextDocument, block: QTextBlock) -> int:
    """Return the page on which a block's first line stands."""
    text.pageCount()  # lays all of it out
    high = text.pageSize().height()
    top = text.documentLayout().blockBoundingRect(block).top()
    if not block.layout().lineCount():
        return int(top // high)
    first = block.layout().lineAt(0)
    return int((top + first.y() + first.height() / 2) // high)


def _break_before(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor.setBlockFormat(form)


def font_of(size: float = SIZE) -> QFont:
    """Return the font of plain text in another size, for the foot of a page."""
    return _font(Look(size=size))
