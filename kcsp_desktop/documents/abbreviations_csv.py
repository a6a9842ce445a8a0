"""Writes abbreviations as a table that spreadsheet programs open and ours reads back.

How this works: a cell that such a program would run as a formula gets an apostrophe before it,
which they take as "this is text". Must stay in step: ``importing/abbreviations_csv``, which takes
the apostrophe off again.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from kcsp_desktop.documents.writing import write_beside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kcsp_desktop.domain.abbreviations import Abbreviation

# One that has its apostrophe gets another: reading takes off one, whatever there was.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_HEADS = ("typed", "stands for", "kind")


def as_table(abbreviations: Iterable[Abbreviation]) -> str:
    """Return the table, heads first."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEADS)
    for one in abbreviations:
        kind = "acronym" if one.acronym else "word"
        writer.writerow((_guarded(one.short), _guarded(one.full), kind))
    return out.getvalue()


def write_table(target: Path, abbreviations: Iterable[Abbreviation]) -> tuple[Path, str]:
    """Write the table; see ``write_beside``. With a mark by which Excel knows UTF-8."""
    return write_beside(target, as_table(abbreviations).encode("utf-8-sig"))


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
