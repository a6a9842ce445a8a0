"""Between a ``QTextDocument`` and blocks: text, marks, kinds, ids, and units of length.

Qt counts UTF-16 units, Python code points: ``units`` and ``points`` are the only converters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextBlockUserData,
    QTextCharFormat,
    QTextFormat,
)

from kcsp_desktop.domain.blocks import BOLD, ITALIC, BlockKind, Runs, normalised
from kcsp_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import BlockId
    from kcsp_desktop.ui.look import Look

KIND = int(QTextFormat.Property.UserProperty.value) + 1
_KINDS = {str(kind): kind for kind in BlockKind}
_BOLD_FROM = 600

# Left edge of the text and air above, in pixels at 100 % (LOOK: blocks on the sheet).
_LEFT = {
    BlockKind.PARAGRAPH: 84, BlockKind.PLAIN: 84, BlockKind.LETTER: 114, BlockKind.BULLET: 110,
    BlockKind.SUB_BULLET: 136, BlockKind.RESOLUTION: 100, BlockKind.CLAUSE: 130,
    BlockKind.CLAUSE_BULLET: 156, BlockKind.POST_MEETING_NOTE: 100, BlockKind.PRIVATE_NOTE: 100,
}  # fmt: skip
_ABOVE = {
    BlockKind.PARAGRAPH: 12, BlockKind.PLAIN: 12, BlockKind.LETTER: 6, BlockKind.BULLET: 4,
    BlockKind.SUB_BULLET: 3, BlockKind.RESOLUTION: 21, BlockKind.CLAUSE: 6,
    BlockKind.CLAUSE_BULLET: 4, BlockKind.POST_MEETING_NOTE: 40, BlockKind.PRIVATE_NOTE: 44,
}  # fmt: skip
# Of two margins that meet Qt takes the larger: these reach past the frame below the words too.
_BELOW = {BlockKind.PRIVATE_NOTE: 26, BlockKind.POST_MEETING_NOTE: 20}
_LINE_HEIGHT = 100 * Type.SHEET_LINE


class IdData(QTextBlockUserData):
    """Carries a block's id through Qt's own edits; a hint, the model is the truth."""

    def __init__(self, block_id: BlockId) -> None:
        """Keep the id."""
        super().__init__()
        self.block_id = block_id


def units(text: str, points: int | None = None) -> int:
    """Return the UTF-16 length of the first ``points`` code points of ``text`` (of all)."""
    part = text if points is None else text[:points]
    # Asked several times at every key, so the letters are not counted one by one.
    return len(part.encode("utf-16-le", "surrogatepass")) // 2


def points(text: str, unit_count: int) -> int:
    """Return how many code points of ``text`` stand before a UTF-16 offset."""
    if units(text) == len(text):
        return max(0, min(unit_count, len(text)))  # nearly always: one unit a letter
    seen = 0
    for n, letter in enumerate(text):
        if seen >= unit_count:
            return n
        seen += 2 if ord(letter) > 0xFFFF else 1
    return len(text)


def runs_of(block: QTextBlock) -> Runs:
    """Read a block's text with its marks; every other format is ignored."""
    found: list[tuple[str, int]] = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        style = fragment.charFormat()
        flags = BOLD if style.fontWeight() >= _BOLD_FROM else 0
        flags |= ITALIC if style.fontItalic() else 0
        found.append((fragment.text(), flags))
        at += 1
    return normalised(found)


def is_whole(block: QTextBlock, runs: Runs) -> bool:
    """Whether Python sees all of a block: a lone surrogate is lost on the way from Qt."""
    return block.length() - 1 == sum(units(text) for text, _ in runs)


def id_of(block: QTextBlock) -> BlockId | None:
    """Return the id a block carries, if any."""
    data = block.userData()
    return data.block_id if isinstance(data, IdData) else None


def kind_of(block: QTextBlock) -> BlockKind | None:
    """Return the kind a block carries, if any."""
    value = block.blockFormat().property(KIND)
    return _KINDS.get(value) if isinstance(value, str) else None


def block_format(kind: BlockKind, look: Look) -> QTextBlockFormat:
    """Return the format of a kind: its margins, its line height and the kind itself."""
    style = QTextBlockFormat()
    style.setProperty(KIND, str(kind))
    style.setLeftMargin(look.px(_LEFT[kind]))
    style.setTopMargin(look.px(_ABOVE[kind]))
    style.setBottomMargin(look.px(_BELOW.get(kind, 0)))
    style.setRightMargin(look.px(12))
    height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    style.setLineHeight(_LINE_HEIGHT, height)
    return style


def char_format(flags: int) -> QTextCharFormat:
    """Return one of the four formats of letters."""
    style = QTextCharFormat()
    if flags & BOLD:
        style.setFontWeight(QFont.Weight.Bold)
    if flags & ITALIC:
        style.setFontItalic(True)
    return style
