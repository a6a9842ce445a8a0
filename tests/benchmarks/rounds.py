"""Taking turns: contestants in processes of their own, each doing a round when it is asked.

A process of its own, because Qt's shortcuts, timers and memory are a whole process's: a bare text
edit in our process would pay for our menus.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.benchmarks.stopwatch import Stopwatch
from tests.gates import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable


def environment() -> dict[str, str]:
    """Return the environment of a process that is measured."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


class Contestant:
    """A process that answers every line with one line of JSON; see ``serve``."""

    def __init__(self, module: str, *arguments: str) -> None:
        """Start it and wait until it is ready; ``told`` is what it then says of itself."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        self.told: Any = self._answer()

    def ask(self, word: str = "") -> Any:
        """Let it do a round and return what it says."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"A contestant ended with status {self._process.wait()}.")
        return json.loads(line)

    def end(self) -> None:
        """Let it go."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)


def serve(told: object, answer: Callable[[str], object]) -> None:
    """Be a contestant: say that all is ready, then answer until nobody asks any more."""
    print(json.dumps(told), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(line.strip())), flush=True)


def in_turns(
    rounds: int, *doing: Callable[[], float], each: int = 1
) -> tuple[tuple[float, ...], ...]:
    """Let each do its share of every round and return its medians in ms, round by round.

    What is done returns the seconds it took. A round that warms up is not counted.
    """
    found: list[list[float]] = [[] for _ in doing]
    for number in range(rounds + 1):
        for mine, do in zip(found, doing, strict=True):
            taken = median(do() for _ in range(each))
            if number:
                mine.append(taken * 1000)
    return tuple(tuple(mine) for mine in found)


def timed(do: Callable[[], object]) -> Callable[[], float]:
    """Return ``do`` as something that returns the seconds it took."""

    watch = Stopwatch()

    def doing() -> float:
        watch.start()
        do()
        return watch.stop()

    return doing
