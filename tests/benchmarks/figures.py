"""A figure: what was measured, beside its floor, as a ratio with its spread and a verdict.

How this works: absolute times tell of the machine, so ours and the floor take turns, round by
round, and the figure is the ratio of the two medians. Its spread is the quartiles of the rounds'
own ratios: what a busy machine does to one round it mostly does to both.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import Any

PASSED, PAST, TOLD = "within", "PAST ITS BOUND", ""
_HEAD = ("Figure", "Ours", "Floor", "Ratio", "Quartiles", "Bound", "Verdict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table. Values are a round's medians, in ``unit``.

    ``bound`` is the most that the ratio may be, ``limit`` the most that our own value may be;
    a figure that has neither is only told.
    """

    name: str
    ours: tuple[float, ...]
    floor: tuple[float, ...] = ()
    floor_name: str = ""
    unit: str = "ms"
    bound: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor ours is."""
        return median(self.ours) / median(self.floor) if self.floor else None

    @property
    def spread(self) -> tuple[float, float] | None:
        """The lower and the upper quartile of the rounds' ratios."""
        if len(self.ours) != len(self.floor) or len(self.ours) < 4:
            return None
        each = [mine / least for mine, least in zip(self.ours, self.floor, strict=True)]
        low, _, high = quantiles(each, n=4)
        return low, high

    @property
    def verdict(self) -> str:
        """Whether the figure keeps its bound and its limit; nothing where it has neither."""
        if self.bound is None and self.limit is None:
            return TOLD
        ratio = self.ratio
        kept = self.bound is None or (ratio is not None and ratio <= self.bound)
        if self.limit is not None:
            kept = kept and median(self.ours) <= self.limit
        return PASSED if kept else PAST

    def cells(self) -> tuple[str, ...]:
        """Return the line as the table has it."""
        ratio, spread = self.ratio, self.spread
        floor = f"{_number(median(self.floor))} {self.unit}" if self.floor else ""
        bounds = [] if self.bound is None else [f"{self.bound:g}x"]
        bounds += [] if self.limit is None else [f"{self.limit:g} {self.unit}"]
        return (
            self.name,
            f"{_number(median(self.ours))} {self.unit}",
            f"{floor} ({self.floor_name})" if floor else "",
            "" if ratio is None else f"{ratio:.2f}x",
            "" if spread is None else f"{spread[0]:.2f} to {spread[1]:.2f}",
            ", ".join(bounds),
            self.verdict,
        )


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def past_their_bounds(figures: list[Figure]) -> list[Figure]:
    """Return the figures that fail."""
    return [figure for figure in figures if figure.verdict == PAST]


def printed(figures: list[Figure]) -> str:
    """Return the table for the terminal."""
    rows = [_HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(_HEAD))]
    lines = ["  ".join(cell.ljust(widths[n]) for n, cell in enumerate(row)) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def in_markdown(figures: list[Figure]) -> str:
    """Return the table for the file."""
    rows = [_HEAD, ("---",) * len(_HEAD), *(figure.cells() for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def to_json(figures: list[Figure]) -> str:
    """Return figures as one line, to come out of a process of their own."""
    return json.dumps([asdict(figure) for figure in figures])


def from_json(line: str) -> list[Figure]:
    """Return the figures of such a line."""
    found: list[dict[str, Any]] = json.loads(line)
    return [
        Figure(**{**one, "ours": tuple(one["ours"]), "floor": tuple(one["floor"])}) for one in found
    ]
