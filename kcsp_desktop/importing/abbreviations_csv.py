"""Reads abbreviations from a table of commas or semicolons, as spreadsheet programs write it.

How this works: a line is what is typed, what it stands for, and "word" or "acronym" ("word" where
nothing is said); the first line may be the heads of the columns. Nothing is guessed: one line that
cannot be understood and nothing comes in, so that a file is put right once and brought in again.
Must stay in step: ``documents/lists/abbreviations_csv`` (writes the same table).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.abbreviations import Abbreviation, is_typeable
from kcsp_desktop.importing.tables import UNREADABLE, numbered_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kcsp_desktop.domain.ids import AbbreviationId

_HEADS = ({"typed", "short", "abbreviation"}, {"stands for", "full", "meaning"})
_KINDS = {"": False, "word": False, "acronym": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a table holds. Where a line is ``wrong`` nothing is ``new``; ``passed_over`` tells."""

    new: tuple[Abbreviation, ...] = ()
    wrong: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()


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
        wrong.append(UNREADABLE)
    if wrong:
        return Brought(wrong=tuple(wrong))
    return Brought(new=tuple(new), passed_over=tuple(passed_over))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that say something, but for heads."""
    heads_may_come = True
    for line, cells in numbered_rows(text):
        if cells and not (heads_may_come and _is_heads(cells)):
            yield line, cells
        heads_may_come = heads_may_come and not cells


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
