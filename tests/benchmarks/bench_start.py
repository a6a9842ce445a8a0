"""From the start of the process to the first paint, and to a list that answers keys."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from kcsp_desktop import paths
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.record import Record
from kcsp_desktop.importing.sample import sample_edits
from tests.benchmarks.figures import Figure
from tests.benchmarks.records import store_of, years
from tests.benchmarks.rounds import environment

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 15
FLOOR = "bare QMainWindow"


def measure(folder: Path) -> list[Figure]:
    """Start ours and the bare window in turns, on the sample and on twenty years."""
    sample = apply_all(Record(), sample_edits(paths.resources() / "sample")).record
    stores = (store_of(folder / "sample.db", sample), store_of(folder / "years.db", years(20)))
    bare: list[list[float]] = []
    ours: dict[Path, list[list[float]]] = {store: [] for store in stores}
    for number in range(ROUNDS + 1):
        found = started("bare")
        each = {store: started("ours", str(store)) for store in stores}
        if number:  # the first round fills the machine's caches
            bare.append(found)
            for store in stores:
                ours[store].append(each[store])
    floor, least = _column(bare, 0), _column(bare, 1)
    first, long = (ours[store] for store in stores)

    def figure(name: str, mine: tuple[float, ...], bound: float | None = None) -> Figure:
        return Figure(name=name, ours=mine, floor=floor, floor_name=FLOOR, bound=bound)

    return [
        figure("start to the first paint", _column(first, 0), 1.3),
        figure("start to the list filled and answering a key", _column(first, 1), 1.8),
        figure("… of twenty years, 9,600 blocks", _column(long, 1)),
        Figure(
            name="memory then", unit="MB", ours=_column(first, 2), floor=least, floor_name=FLOOR
        ),
        Figure(
            name="… of twenty years", unit="MB", ours=_column(long, 2), floor=least,
            floor_name=FLOOR,
        ),
    ]  # fmt: skip


def started(*arguments: str) -> list[float]:
    """Start one; return its moments in ms from the start of the process, and its memory in MB."""
    start = time.perf_counter()  # one clock for the whole machine
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.starting", *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    *moments, memory = map(float, done.stdout.split())
    pairs = zip(moments[::2], moments[1::2], strict=True)
    return [*(max(moment - start, computed) * 1000 for moment, computed in pairs), memory]


def _column(rows: list[list[float]], number: int) -> tuple[float, ...]:
    return tuple(row[number] for row in rows)
