"""Figures as charts: bars with their parts, the same as a table and as one sentence. No widget."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import MONTHS, printed

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.ui.pages.home.gathering import Figures


ACTION_HEADS = ("Meeting", "Closed", "Open", "Overdue")
ATTENDED_HEADS = ("Meeting", "Present", "Apologies", "Quorum")


class Fill(Enum):
    """How a part of a bar is drawn: told apart without colour."""

    FULL = "full"
    OUTLINE = "outline"
    HATCHED = "hatched"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One meeting: its short and its whole date, and a figure for each part of the chart."""

    label: str
    spoken: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars made of parts; ``line`` is a level across all of them, 0 for none.

    ``heads`` and ``rows`` are the table that says the same and more.
    """

    title: str
    parts: tuple[tuple[str, Fill], ...]
    bars: tuple[Bar, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str
    line: int = 0
    line_words: str = ""


def actions_chart(figures: Figures) -> Chart:
    """Return how the actions of each meeting stand."""
    agreed = figures.agreed
    if not any(one.closed + one.left + one.overdue for one in agreed):
        agreed = ()
    return Chart(
        title="Actions by meeting",
        parts=(("Closed", Fill.FULL), ("Open", Fill.OUTLINE), ("Overdue", Fill.HATCHED)),
        bars=tuple(_bar(one.day, (one.closed, one.left, one.overdue)) for one in agreed),
        heads=ACTION_HEADS,
        rows=tuple(
            (printed(one.day), str(one.closed), str(one.left), str(one.overdue)) for one in agreed
        ),
        nothing="No action was agreed at a meeting yet.",
    )


def attendance_chart(figures: Figures) -> Chart:
    """Return how many members came to each meeting, against the quorum."""
    attended = figures.attended
    needed = attended[-1].needed if attended else 0
    few = (("Without a quorum", Fill.HATCHED),) if needed else ()
    return Chart(
        title="Members present",
        parts=(("Present", Fill.FULL), *few),
        bars=tuple(
            _bar(one.day, (one.present, 0) if one.quorate else (0, one.present)) for one in attended
        ),
        heads=ATTENDED_HEADS,
        rows=tuple(
            (
                printed(one.day),
                str(one.present),
                str(one.apologies),
                _met(one.needed, met=one.quorate),
            )
            for one in attended
        ),
        nothing="Nobody was marked at a meeting yet.",
        line=needed,
        line_words=f"Quorum {needed}" if needed else "",
    )


def _met(needed: int, *, met: bool) -> str:
    if not needed:
        return "none set"
    return f"{needed}, met" if met else f"{needed}, not met"


def _bar(day: date, parts: tuple[int, ...]) -> Bar:
    return Bar(
        label=f"{MONTHS[day.month - 1][:3]} {day.year % 100:02d}", spoken=printed(day), parts=parts
    )


def said(chart: Chart) -> str:
    """Say the figures in one go, as a screen reader reads the drawing; a table says them too."""
    if not chart.rows:
        return chart.nothing
    heads = chart.heads[1:]
    lines = (
        f"{row[0]}: {', '.join(f'{h.lower()} {v}' for h, v in zip(heads, row[1:], strict=True))}"
        for row in chart.rows
    )
    return f"{'; '.join(lines)}. T shows a table."
