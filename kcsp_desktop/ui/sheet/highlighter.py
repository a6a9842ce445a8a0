"""Colours RESOLVED at the head of a resolution, on the screen only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.ui.sheet.block_text import kind_of
from kcsp_desktop.ui.theme import Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from kcsp_desktop.ui.look import Look

_WORD = "RESOLVED"


class SheetHighlighter(QSyntaxHighlighter):
    """Touches neither text nor undo: formats of the layout alone."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        """Watch ``document``."""
        super().__init__(document)
        self._look = look

    def highlightBlock(self, text: str) -> None:
        """Colour one block."""
        if text.startswith(_WORD) and kind_of(self.currentBlock()) is BlockKind.RESOLUTION:
            style = QTextCharFormat()
            style.setForeground(self._look.colour("accent"))
            style.setFontWeight(Weight.TITLE)
            self.setFormat(0, len(_WORD), style)
