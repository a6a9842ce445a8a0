"""Opening a meeting of 3,000 blocks, and the memory it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure
from tests.benchmarks.records import meeting_of, store_of
from tests.benchmarks.rounds import Contestant
from tests.builders import a_record

if TYPE_CHECKING:
    from pathlib import Path

BLOCKS = 3000
ROUNDS = 10
FLOOR = "QTextEdit, the text of the item in hand"


def measure(folder: Path) -> list[Figure]:
    """Open meetings of a hundred items, and of one."""
    found: list[Figure] = []
    for items, name in ((100, "100 items"), (1, "one item")):
        record = a_record(*(meeting_of(items, BLOCKS, f"{name}-{n}") for n in (1, 2)))
        ours = Contestant("opening_a", "ours", str(store_of(folder / f"{name}.db", record)))
        floor = Contestant("opening_a", "bare", str(BLOCKS // items))
        ours.ask(), ours.ask(), floor.ask()  # the page is made, the text's memory taken
        each = [(ours.ask(), floor.ask()) for _ in range(ROUNDS)]
        ours.end()
        floor.end()
        found.append(
            Figure(
                name=f"opening a meeting of {BLOCKS:,} blocks in {name}",
                ours=tuple(mine[0] * 1000 for mine, _ in each),
                floor=tuple(least[0] * 1000 for _, least in each),
                floor_name=FLOOR,
            )
        )
        found.append(
            Figure(
                name="memory then",
                unit="MB",
                ours=(each[-1][0][1],),
                floor=(each[-1][1][1],),
                floor_name="QTextEdit",
            )
        )
    return found
