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


MARKS = {BOLD: "Strong", ITALIC: "Emphasis", BOLD | ITALIC: "Strong Emphasis"}
"""The character styles of the template by a run's flags, by their names in Word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One paragraph. ``number`` 0 is not counted (a bullet has none)."""

    style: Style
    runs: Runs
    number: int = 0

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Parts, and what the file says of itself. ``dated`` is from the record, never the clock."""

    title: str
    dated: datetime
    parts: tuple[Part, ...]
