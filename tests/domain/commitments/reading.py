"""Reads the tables of made-up sentences, and what the rules find in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.commitments import CommitmentKind, found_in
from tests.builders import a_block, an_item

if TYPE_CHECKING:
    from kcsp_desktop.domain.commitments import Commitment

SAID_ON = date(2026, 3, 12)
_BLOCKS = {"p": BlockKind.PARAGRAPH, "r": BlockKind.RESOLUTION, "c": BlockKind.CLAUSE}
_LETTERS = {
    CommitmentKind.EXPLICIT: "E",
    CommitmentKind.RESOLVED: "R",
    CommitmentKind.IMPLIED: "I",
}


@dataclass(frozen=True)
class Row:
    """A sentence with what should be found in it: "E", "R", "I", "EE", or nothing."""

    expected: str
    block: BlockKind
    text: str
    owner: str | None


def rows(name: str) -> list[Row]:
    """Return the rows of a table beside this module."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [_row(line) for line in text.splitlines() if line and not line.startswith("#")]


def _row(line: str) -> Row:
    expected, block, rest = line.split(" ", 2)
    sentence, arrow, owner = rest.partition(" =>")
    return Row(expected.strip("-"), _BLOCKS[block], sentence, owner.strip() if arrow else None)


def commitments(row: Row) -> tuple[Commitment, ...]:
    """Return what the rules find in one row's sentence."""
    item = an_item(blocks=(a_block(row.text, kind=row.block),))
    return found_in(item, said_on=SAID_ON)


def letters(found: tuple[Commitment, ...]) -> str:
    """Return the kinds of what was found, "EE"."""
    return "".join(_LETTERS[one.kind] for one in found)


@dataclass(frozen=True)
class Figures:
    """How many were wanted, how many of these were found, how many false ones were found."""

    wanted: int
    hit: int
    false: int

    @property
    def recall(self) -> float:
        """The share of the wanted that was found."""
        return self.hit / self.wanted

    @property
    def precision(self) -> float:
        """The share of the found that was wanted."""
        return self.hit / (self.hit + self.false)


def figures(table: list[Row], kinds: str) -> Figures:
    """Count the finds of ``kinds`` ("ER" or "I") over a table, sentence by sentence."""
    wanted = hit = false = 0
    for row in table:
        want = sum(row.expected.count(kind) for kind in kinds)
        got = sum(letters(commitments(row)).count(kind) for kind in kinds)
        wanted, hit, false = wanted + want, hit + min(want, got), false + max(got - want, 0)
    return Figures(wanted, hit, false)
