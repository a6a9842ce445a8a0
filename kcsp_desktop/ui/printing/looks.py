"""What each style of a document looks like on paper: as the delivered Word template has it.

All lengths in points. Must stay in step: ``resources/templates`` (the same styles in Word).
Source: house-format 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kcsp_desktop.documents.parts import Part, Style
from kcsp_desktop.domain.numbering import lettered

FAMILY: Final = "Arial"
SIZE: Final = 12.0
MARGIN: Final = 72.0  # 2.54 cm
_STEP: Final = 36.0  # 1.27 cm
_COVER: Final = 99.25
_BRIEF: Final = 70.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A style: ``left`` of the text, ``hanging`` of its number before it, ``level`` of a heading.

    ``keeps`` with the next paragraph on one page; ``rule`` has a line below; ``close`` stands
    close to another of its style.
    """

    size: float = SIZE
    bold: bool = False
    italic: bool = False
    before: float = 0.0
    after: float = 12.0
    left: float = 0.0
    hanging: float = 0.0
    level: int = 0
    keeps: bool = False
    rule: bool = False
    close: bool = False
    right: float = 0.0

    @property
    def in_list(self) -> bool:
        """Whether it stands in a list, close to the next of its kind."""
        return bool(self.hanging) and not self.bold and self.after < SIZE


LOOKS: Final[dict[str, Look]] = {
    Style.COUNCIL: Look(size=14, bold=True, after=10, keeps=True, rule=True),
    Style.BODY: Look(size=14, bold=True, level=1, keeps=True),
    Style.DRAFT: Look(bold=True, keeps=True),
    Style.OPENING: Look(),
    Style.ATTENDANCE: Look(),
    Style.HEADING: Look(size=13, bold=True, before=12, level=2, keeps=True),
    Style.MINUTE: Look(
        bold=True, before=12, after=2, left=_STEP, hanging=_STEP, level=3, keeps=True
    ),
    Style.ITEM_LINE: Look(after=10, left=_STEP, keeps=True),
    Style.PARAGRAPH: Look(left=_STEP, hanging=_STEP),
    Style.PLAIN: Look(left=_STEP),
    Style.LETTER: Look(after=6, left=2 * _STEP, hanging=_STEP),
    Style.BULLET: Look(after=6, left=2 * _STEP, hanging=_STEP),
    Style.SUB_BULLET: Look(after=6, left=2.5 * _STEP, hanging=_STEP / 2),
    Style.RESOLUTION: Look(before=6, left=_STEP),
    Style.CLAUSE: Look(after=6, left=2 * _STEP, hanging=_STEP),
    Style.CLAUSE_BULLET: Look(after=6, left=2.5 * _STEP, hanging=_STEP / 2),
    Style.POST_MEETING_NOTE: Look(before=6, left=_STEP),
    Style.CLOSING: Look(before=12, after=6),
    Style.SIGNATURE: Look(before=36, after=0, right=141.75, keeps=True),
    Style.SUBTITLE: Look(size=13, bold=True, level=2, keeps=True),
    Style.MEETING_LINE: Look(bold=True, keeps=True, close=True),
    Style.CONTACT: Look(close=True),
    Style.CONTACT_NAME: Look(bold=True, after=0, keeps=True),
    Style.AGENDA_NOTE: Look(after=10, keeps=True),
    Style.SECTION: Look(bold=True, before=12, after=8, level=3, keeps=True),
    Style.ITEM: Look(after=6, left=_STEP, hanging=_STEP),
    Style.DETAIL: Look(after=6, left=_STEP),
    Style.ISSUE_DAY: Look(bold=True, before=24, after=0),
    Style.COVER: Look(after=6, left=_COVER, hanging=_COVER),
    Style.COVER_MORE: Look(after=6, left=_COVER),
    Style.SUMMARY: Look(before=12, after=18),
    Style.BRIEF_ITEM: Look(
        bold=True, before=14, after=4, left=_BRIEF, hanging=_BRIEF, level=2, keeps=True
    ),
    Style.BRIEF_TEXT: Look(after=6, left=_BRIEF),
    Style.BRIEF_WORDS: Look(after=8, left=82),
    Style.TABLE_HEADING: Look(bold=True, before=3, after=3),
    Style.TABLE_CELL: Look(before=7.5, after=7.5),
}

_BULLETS: Final = {Style.BULLET: "•", Style.SUB_BULLET: "◦", Style.CLAUSE_BULLET: "•"}


def label(part: Part) -> str:
    """Return the number or the bullet of a part, as printed text."""
    if part.style in _BULLETS:
        return _BULLETS[part.style]
    if not part.number:
        return ""
    if part.form:
        return part.form.replace("%1", str(part.number))
    match part.style:
        case Style.LETTER:
            return f"{lettered(part.number)}."
        case Style.CLAUSE:
            return f"{lettered(part.number)})"
        case _:
            return f"{part.number}."
