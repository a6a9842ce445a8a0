"""Writes abbreviations as a table that spreadsheet programs open and ours reads back.

Must stay in step: ``importing/abbreviations_csv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.tables import as_csv, write_csv

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kcsp_desktop.domain.abbreviations import Abbreviation

_HEADS = ("typed", "stands for", "kind")


def as_table(abbreviations: Iterable[Abbreviation]) -> str:
    """Return the table, heads first."""
    rows = ((one.short, one.full, "acronym" if one.acronym else "word") for one in abbreviations)
    return as_csv(_HEADS, rows)


def write_table(target: Path, abbreviations: Iterable[Abbreviation]) -> tuple[Path, str]:
    """Write the table; see ``write_csv``."""
    return write_csv(target, as_table(abbreviations))
