"""A fast typist at the real window, or nobody at a bare event loop: tells how long either stalled.

How this works: run as a program, ``STORE SECONDS SEED`` or ``bare SECONDS``. A timer ticks every
5 ms; by how much a tick is late is a stall, less the time for which the process waited for a
processor (``stopwatch``; every thread counts, since one that waits may hold what this one needs).
Keys fall due by the clock, 15 a second and in every fifth second 40,
whatever the window does meanwhile: what it was too slow for is pressed at once afterwards. It
tells one line of JSON: the keys, the longest stall, and the memory held early and in the end.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.stopwatch import Stopwatch, resident_mb
from tests.journeys import secretary
from tests.journeys.keyboard import press
from tests.journeys.killed_while_typing import strokes

if TYPE_CHECKING:
    from collections.abc import Iterator

TICK = 0.005
_STEADY, _BURST, _BURST_EVERY = 15, 40, 5


def due(seconds: int) -> Iterator[float]:
    """Yield when each key goes down, in seconds from the first."""
    for second in range(seconds):
        keys = _BURST if second % _BURST_EVERY == _BURST_EVERY - 1 else _STEADY
        for n in range(keys):
            yield second + n / keys


class Ticking:
    """Ticks in this thread's event loop and keeps by how much the latest tick was late."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._watch = Stopwatch(every=True)
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._watch.start()
        self._timer.start(round(TICK * 1000))

    def _tick(self) -> None:
        self.longest = max(self.longest, self._watch.stop() - TICK)
        self._watch.start()


def run(seconds: float, typing: QTimer | None = None) -> float:
    """Let the loop run for so long and return the longest stall."""
    loop = QEventLoop()
    ticking = Ticking()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    if typing is not None:
        typing.start()
    loop.exec()
    return ticking.longest


class Typist:
    """Presses what has fallen due, of the strokes of a seed."""

    def __init__(self, seconds: int, seed: int) -> None:
        self.pressed = 0
        self.early_mb = 0.0
        self._seconds = seconds
        self._due = list(due(seconds))
        self._letters = [letter for letter, _ in islice(strokes(seed), len(self._due))]
        self._began = 0.0
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(1)
        self.timer.timeout.connect(self._press_due)

    def _press_due(self) -> None:
        self._began = self._began or time.monotonic()
        now = time.monotonic() - self._began
        while self.pressed < len(self._due) and self._due[self.pressed] <= now:
            letter = self._letters[self.pressed]
            press("<Enter>" if letter == "\n" else letter)
            self.pressed += 1
        if not self.early_mb and now > self._seconds / 4:
            self.early_mb = resident_mb()


def type_for(store: Path, seconds: int, seed: int) -> dict[str, float]:
    """Type at the end of the meeting's first item, and leave the application."""
    window = secretary.opened(store)
    press("<Enter><Ctrl+End>")
    secretary.wait(1500)  # what is read on the pool after opening is told by other benchmarks
    typist = Typist(seconds, seed)
    longest = run(seconds + 1, typist.timer)
    told = {"keys": typist.pressed, "early": typist.early_mb, "late": resident_mb()}
    secretary.closed(window)
    return {**told, "longest": longest}


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        app = QApplication([])
        print(json.dumps({"longest": run(float(sys.argv[2]))}))
    else:
        print(json.dumps(type_for(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
