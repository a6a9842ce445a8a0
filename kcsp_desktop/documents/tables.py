"""Tables of commas that spreadsheet programs open and ours reads back.

How this works: a cell that such a program would run as a formula gets an apostrophe before it,
which they take as "this is text". Must stay in step: ``importing/tables``, which takes the
apostrophe off again.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from kcsp_desktop.documents.writing import write_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

# One that has its apostrophe gets another: reading takes off one, whatever there was.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table, heads first; no cell of it is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def write_csv(target: Path, table: str) -> tuple[Path, str]:
    """Write a table; see ``write_beside``. With a mark by which Excel knows UTF-8."""
    return write_beside(target, table.encode("utf-8-sig"))


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
