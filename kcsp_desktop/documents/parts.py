"""What a document consists of, before it is Word or anything else: a tuple of parts.

A part names its style, carries its text as runs and, where it is numbered, the number that must
be printed. Whoever writes the file makes the number by the file's own means and sees that it is
this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kcsp_desktop.domain.blocks import BOLD, ITALIC, Runs


class Style(StrEnum):
    """The styles of the template, by their names in Word (house-format 8)."""

    COUNCIL = "Council"
    BODY = "Title"
    DRAFT = "Draft Mark"
    OPENING = "Opening"
    ATTENDANCE = "Attendance"
    HEADING = "heading 1"
    MINUTE = "heading 2"
    ITEM_LINE = "Item Line"
    PARAGRAPH = "Minute Paragraph"
    PLAIN = "Plain Paragraph"
    LETTER = "Lettered List"
    BULLET = "Bullet 1"
    SUB_BULLET = "Bullet 2"
    RESOLUTION = "Resolution"
    CLAUSE = "Clause"
    CLAUSE_BULLET = "Clause Bullet"
    POST_MEETING_NOTE = "Post Meeting Note"
    CLOSING = "Closing Line"
    SIGNATURE = "Signature Line"
    SUBTITLE = "Subtitle"
    MEETING_LINE = "Meeting Line"
    CONTACT = "Contact Line"
    CONTACT_NAME = "Contact Name"
    AGENDA_NOTE = "Agenda Note"
    SECTION = "Agenda Section"
    ITEM = "Agenda Item"
    DETAIL = "Agenda Detail"
    ISSUE_DAY = "Issue Day"
    COVER = "Cover Line"
    COVER_MORE = "Cover More"
    SUMMARY = "Summary"
    BRIEF_ITEM = "Brief Item"
    BRIEF_TEXT = "Brief Text"
    BRIEF_WORDS = "Brief Words"
    TABLE_HEADING = "Table Heading"
    TABLE_CELL = "Table Cell"


TABLE_STYLE = "House Table"
"""The one style of tables: its borders, and its first row told apart."""

OF_A_RECORD = frozenset(
    {
        Style.COUNCIL, Style.BODY, Style.DRAFT, Style.OPENING, Style.ATTENDANCE, Style.HEADING,
        Style.MINUTE, Style.ITEM_LINE, Style.PARAGRAPH, Style.PLAIN, Style.LETTER, Style.BULLET,
        Style.SUB_BULLET, Style.RESOLUTION, Style.CLAUSE, Style.CLAUSE_BULLET,
        Style.POST_MEETING_NOTE,
    }
)  # fmt: skip
"""What a template must have for the notes of any meeting, whatever this one needs."""

MARKS = {BOLD: "Strong", ITALIC: "Emphasis", BOLD | ITALIC: "Strong Emphasis"}
"""The character styles of the template by a run's flags, by their names in Word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One paragraph. ``number`` 0 is not counted (a bullet has none).

    ``form`` is how the number is printed where that is not the style's own way: "(%1)", "A%1".
    A tab in the text goes to the style's own tab stop.
    """

    style: Style
    runs: Runs
    number: int = 0
    form: str = ""

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A true table: heads for each column, rows of as many cells. Never there for a layout.

    ``widths`` are the columns' shares of the line, in hundredths. Each line of a cell is a
    paragraph.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]

    @property
    def text(self) -> str:
        """The letters alone, a line a row."""
        return "\n".join("\t".join(row) for row in (self.heads, *self.rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Parts, and what the file says of itself. ``dated`` is from the record, never the clock.

    ``wide``: the pages lie on their side, for a table of many columns.
    """

    title: str
    dated: datetime
    parts: tuple[Part | Table, ...]
    wide: bool = False

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles that its template must have."""
        used = {part.style for part in self.parts if isinstance(part, Part)}
        tables = (Style.TABLE_HEADING, Style.TABLE_CELL)
        if any(isinstance(part, Table) for part in self.parts):
            used |= set(tables)
        # One of the notes is asked for all: it shall not fail at the first clause with a bullet.
        whole = used | OF_A_RECORD if Style.MINUTE in used else used
        return tuple(style for style in Style if style in whole) + (
            (TABLE_STYLE,) if used.issuperset(tables) else ()
        )
