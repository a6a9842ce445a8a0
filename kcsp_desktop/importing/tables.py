"""Reads tables of commas or semicolons, as spreadsheet programs write them.

Must stay in step: ``documents/tables`` (puts an apostrophe before what would be a formula).
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 2_000_000  # some ten thousand lines: more than that is another kind of file
UNREADABLE = "The file is not a table: a quotation mark is opened and not closed."

_GUARDED = re.compile(r"'+[=+\-@\t\r]")  # an apostrophe that keeps a cell from being a formula


def read_text(path: Path) -> str:
    """Return the text of a file; raises ``KcspError`` where it is not one of UTF-8."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise KcspError(f"{path.name} could not be read ({error.strerror}).") from error
    if len(content) > MOST_BYTES:
        raise KcspError(f"{path.name} is too large to be such a list.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KcspError(
            f"{path.name} is not text in UTF-8.",
            todo="In the spreadsheet, save it as “CSV UTF-8”.",
        ) from None


def numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of cells, with the number a text editor gives them; ``csv.Error`` is raised.

    A line that says nothing has no cells: spreadsheets fill lines up with empty ones.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    before = 0
    for row in reader:
        line, before = before + 1, reader.line_num
        cells = [_cell(one) for one in row]
        while cells and not cells[-1]:
            cells.pop()
        yield line, cells


def _separator(text: str) -> str:
    """Return the first comma or semicolon outside quotation marks: none can be typed in a word."""
    quoted = False
    for letter in text:
        if letter == '"':
            quoted = not quoted
        elif not quoted and letter in ",;":
            return letter
    return ","


def _cell(text: str) -> str:
    cell = " ".join(text.split())
    return cell[1:] if _GUARDED.match(cell) else cell
