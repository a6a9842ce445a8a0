"""Reads abbreviations from a table of commas or semicolons, as spreadsheet programs write it.

How this works: a line is what is typed, what it stands for, and "word" or "acronym" ("word" where
nothing is said); the first line may be the heads of the columns. Nothing is guessed: one line that
cannot be understood and nothing comes in, so that a file is put right once and brought in again.
Must stay in step: ``documents/abbreviations_csv`` (writes the same table).
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.abbreviations import Abbreviation, is_typeable
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kcsp_desktop.domain.ids import AbbreviationId

MOST_BYTES = 2_000_000  # some ten thousand abbreviations: more than that is another kind of file

_HEADS = ({"typed", "short", "abbreviation"}, {"stands for", "full", "meaning"})
_KINDS = {"": False, "word": False, "acronym": True}
_GUARDED = re.compile(r"'+[=+\-@\t\r]")  # an apostrophe that keeps a cell from being a formula


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a table holds. Where a line is ``wrong`` nothing is ``new``; ``passed_over`` tells."""

    new: tuple[Abbreviation, ...] = ()
    wrong: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()


def read_text(path: Path) -> str:
    """Return the text of a file; raises ``KcspError`` where it is not one of UTF-8."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise KcspError(f"{path.name} could not be read ({error.strerror}).") from error
    if len(content) > MOST_BYTES:
        raise KcspError(f"{path.name} is too large to be a list of abbreviations.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KcspError(
            f"{path.name} is not a table in UTF-8.",
            todo="In the spreadsheet, save it as “CSV UTF-8”.",
        ) from None


def understood(
    text: str, there: Iterable[Abbreviation], new_id: Callable[[], AbbreviationId]
) -> Brought:
    """Return what ``text`` brings beside those that are ``there`` already."""
    known = {one.short: one for one in there}
    first: dict[str, int] = {}  # what is typed, and the line it came on
    new: list[Abbreviation] = []
    wrong: list[str] = []
    passed_over: list[str] = []
    try:
        for line, cells in _rows(text):
            one, doubt = _abbreviation(cells, new_id)
            if one is None:
                wrong.append(f"Line {line}: {doubt}")
            elif one.short in first:
                same = f"“{one.short}” stands on line {first[one.short]} already."
                passed_over.append(f"Line {line}: {same}")
            elif one.short in known:
                full = known[one.short].full
                passed_over.append(f"Line {line}: “{one.short}” stands for “{full}” already.")
            else:
                first[one.short] = line
                new.append(one)
    except csv.Error:
        wrong.append("The file is not a table: a quotation mark is opened and not closed.")
    if wrong:
        return Brought(wrong=tuple(wrong))
    return Brought(new=tuple(new), passed_over=tuple(passed_over))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that say something, with the number a text editor gives them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    before, heads_may_come = 0, True
    for row in reader:
        line, before = before + 1, reader.line_num
        cells = [_cell(one) for one in row]
        while cells and not cells[-1]:
            cells.pop()  # spreadsheets fill lines up with empty cells
        if cells and not (heads_may_come and _is_heads(cells)):
            yield line, cells
        heads_may_come = heads_may_come and not cells


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


def _is_heads(cells: list[str]) -> bool:
    if len(cells) < len(_HEADS):
        return False
    return all(cell.casefold() in words for cell, words in zip(cells, _HEADS, strict=False))


def _abbreviation(
    cells: list[str], new_id: Callable[[], AbbreviationId]
) -> tuple[Abbreviation | None, str]:
    short, full, kind, *more = (*cells, *[""] * (3 - len(cells)))
    if more:
        return None, "there are more than three columns."
    if not short or not full:
        return None, "what is typed and what it stands for are both needed."
    if not is_typeable(short):
        return None, f"“{short}” cannot be typed as one word: letters and digits only."
    if kind.casefold() not in _KINDS:
        return None, f"“{kind}” is no kind: say “word” or “acronym”."
    acronym = _KINDS[kind.casefold()]
    return Abbreviation(id=new_id(), short=short, full=full, acronym=acronym), ""
