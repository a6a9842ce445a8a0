"""A key in the sheet of the real window to the end of its paint, beside Qt's bare text edits.

As in the trial of the sheet: four hundred keys in a row, in a paragraph of three hundred letters.
The item is one of a meeting of three thousand blocks, and costs no more than it would by itself.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure
from tests.benchmarks.records import meeting_with, store_of
from tests.benchmarks.rounds import Contestant
from tests.builders import a_record

if TYPE_CHECKING:
    from pathlib import Path

SIZES = (10, 100, 1000)  # blocks in the item in hand
MEETING = 3000  # blocks in the meeting
ROUNDS = 20
A_FRAME = 16.7


def measure(folder: Path) -> list[Figure]:
    """Type in items of each size."""
    return [figure for blocks in SIZES for figure in _of(folder, blocks)]


def _of(folder: Path, blocks: int) -> list[Figure]:
    large = store_of(folder / f"keys-{blocks}.db", a_record(meeting_with(blocks, MEETING)))
    small = store_of(folder / f"keys-{blocks}-alone.db", a_record(meeting_with(blocks, blocks)))
    ours = Contestant("typing_in", "ours", str(large), str(blocks))
    alone = Contestant("typing_in", "ours", str(small), str(blocks))
    geometry = [str(length) for length in ours.told]
    text = Contestant("typing_in", "text", str(blocks), *geometry)
    plain = Contestant("typing_in", "plain", str(blocks), *geometry)
    contestants = (ours, text, plain, alone)
    for contestant in contestants:
        contestant.ask("keys")  # warms up
    taken = [[one.ask("keys") for one in contestants] for _ in range(ROUNDS)]
    for contestant in contestants:
        contestant.end()
    mine, bare, least, single = (
        tuple(median(each[n]) * 1000 for each in taken) for n in range(len(contestants))
    )
    name = f"key to paint among {blocks:,} blocks"
    return [
        Figure(name=f"{name}, p50", ours=mine, floor=bare, floor_name="QTextEdit", bound=2.0),
        Figure(name="… the same", ours=mine, floor=least, floor_name="QPlainTextEdit"),
        Figure(
            name="… the same", ours=mine, floor=single, floor_name="no other item in the meeting",
            bound=1.15,
        ),
        Figure(
            name=f"{name}, p99", ours=(_p99(taken, 0),), floor=(_p99(taken, 1),),
            floor_name="QTextEdit", limit=A_FRAME,
        ),
    ]  # fmt: skip


def _p99(taken: list[list[list[float]]], which: int) -> float:
    every = sorted(second for each in taken for second in each[which])
    return every[int(0.99 * len(every))] * 1000
