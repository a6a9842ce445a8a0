"""A pasted table as lines, for minutes have none: a row becomes a sentence. Pure; no Qt.

With a row of headings each value is told with its own ("Name: …; Post: …"), since a value without
its heading means nothing once the columns are gone. Without one the cells are joined by a dash,
which unlike a comma is seldom in the cells themselves. A table in which a cell holds several lines
is there for the layout of a page or mail: its lines are left as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import BOLD, Runs
from kcsp_desktop.ui.sheet.pasted_text import Line, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN_CELLS = " \u2013 "
_BETWEEN_VALUES = "; "


@dataclass(slots=True)
class Cell:
    """A cell: its lines, whether it is a heading, how many columns it takes."""

    head: bool = False
    span: int = 1
    lines: list[Line] = field(default_factory=list)

    @property
    def runs(self) -> Runs:
        """The words of its one line."""
        return tidied(self.lines[0].runs) if self.lines else ()


def flattened(rows: list[list[Cell]]) -> list[Line]:
    """Return a table as lines."""
    rows = [row for row in rows if any(cell.lines for cell in row)]
    if any(len(cell.lines) > 1 for row in rows for cell in row):
        return [line for row in rows for cell in row for line in cell.lines]
    if len(rows) > 1 and _is_head(rows[0]):
        heads = [_words(cell.runs) for cell in rows[0] for _ in range(cell.span)]
        return [Line(_joined(_told(row, heads), _BETWEEN_VALUES)) for row in rows[1:]]
    return [_row(row) for row in rows]


def _row(row: list[Cell]) -> Line:
    filled = [cell for cell in row if cell.lines]
    if len(filled) == 1:
        return filled[0].lines[0]
    return Line(_joined((cell.runs for cell in filled), _BETWEEN_CELLS))


def _is_head(row: list[Cell]) -> bool:
    filled = [cell for cell in row if cell.runs]
    bold = all(flags & BOLD for cell in filled for text, flags in cell.runs if text.strip())
    return len(filled) > 1 and (bold or all(cell.head for cell in filled))


def _told(row: list[Cell], heads: list[str]) -> Iterator[Runs]:
    column = 0
    for cell in row:
        head = heads[column] if column < len(heads) else ""
        column += cell.span
        if cell.runs:
            yield ((f"{head}: ", 0), *cell.runs) if head else cell.runs


def _words(runs: Runs) -> str:
    return "".join(text for text, _ in runs).rstrip(": ")


def _joined(parts: Iterator[Runs], between: str) -> Runs:
    out: list[tuple[str, int]] = []
    for part in parts:
        out += [(between, 0)] if out else []
        out += part
    return tuple(out)
