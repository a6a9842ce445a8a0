"""Colours RESOLVED at the head of a resolution and underlines misspellings, on the screen only.

How this works: Qt calls ``highlightBlock`` for each block that changes, and ``spelling`` asks for
it again when words have been looked up. Nothing is looked up in here: the speller answers from
what it knows. While Qt is changing the text the caret is in the word being typed, which is left
alone until the caret has gone (``leave_word``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.spelling.words import words
from kcsp_desktop.ui.sheet import block_text as bt
from kcsp_desktop.ui.theme import Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument

    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.spelling import Speller

_WORD = "RESOLVED"


class SheetHighlighter(QSyntaxHighlighter):
    """Touches neither text nor undo: formats of the layout alone."""

    def __init__(
        self,
        document: QTextDocument,
        look: Look,
        typed_at: Callable[[], int | None],
    ) -> None:
        """Watch ``document``; ``typed_at`` is the caret while Qt is changing the text."""
        super().__init__(document)
        self._look = look
        self._typed_at = typed_at
        self._word_at: int | None = None
        self.speller: Speller | None = None

    def highlightBlock(self, text: str) -> None:
        """Colour one block."""
        if text.startswith(_WORD) and bt.kind_of(self.currentBlock()) is BlockKind.RESOLUTION:
            style = QTextCharFormat()
            style.setForeground(self._look.colour("accent"))
            style.setFontWeight(Weight.TITLE)
            self.setFormat(0, len(_WORD), style)
        if self.speller is not None and self.speller.is_on:
            self._underline(text, self.speller)

    def _underline(self, text: str, speller: Speller) -> None:
        block = self.currentBlock()
        typed_at = self._typed_at()
        if typed_at is not None:
            self._word_at = typed_at
        caret = None
        if self._word_at is not None and block.contains(self._word_at):
            caret = bt.points(text, self._word_at - block.position())
        bad = speller.misspelt(words(text, caret, speller.right))
        if not bad or bt.units(text) != block.length() - 1:
            return  # Python does not see all of the text: places would be wrong
        for found in bad:
            start = bt.units(text, found.start)
            style = QTextCharFormat(self.format(start))  # what is coloured already stays so
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            style.setUnderlineColor(self._look.colour("spell"))
            self.setFormat(start, bt.units(text, found.end) - start, style)

    def leave_word(self, caret: int | None) -> None:
        """Look at the word that was being typed, if the caret is elsewhere now."""
        if self._word_at is None or self._word_at == caret:
            return
        block = self.document().findBlock(self._word_at)
        self._word_at = None
        if block.isValid():
            self.rehighlightBlock(block)
