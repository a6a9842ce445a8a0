"""Time as it would be on a processor of our own: what others took of it is taken off.

How this works: Linux tells of each thread how long it was ready to run and had to wait. On a
machine on which other things run as well that is most of what a clock shows, and it tells nothing
of the program. Waiting for a disk, a lock or another thread is not taken off. Two threads may have
waited at the same time, so what is left is never less than what the process computed. Where a
system does not tell, nothing is taken off. Only what Python has loaded anyway is imported here:
starts are timed too.
"""

import os
import time

_TASKS = "/proc/self/task"
_OF_THIS_THREAD = "/proc/thread-self/schedstat"


def _opened(path: str) -> int:
    """Open a file of the system's; -1 where there is none, or its thread has ended."""
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        return -1


def _delay(file: int) -> float:
    """Return the seconds of waiting; the second number of three is in nanoseconds."""
    return int(os.pread(file, 80, 0).split()[1]) / 1e9


def waits_by_thread() -> dict[str, float]:
    """Return the seconds that each thread of this process has waited for a processor."""
    found: dict[str, float] = {}
    try:
        tasks = list(os.scandir(_TASKS))
    except OSError:
        return found
    for task in tasks:
        file = _opened(f"{task.path}/schedstat")
        if file >= 0:
            found[task.name] = _delay(file)
            os.close(file)
    return found


def waited() -> float:
    """Return the seconds that all threads of this process have waited for a processor."""
    return sum(waits_by_thread().values())


def resident_mb() -> float:
    """Return the memory that this process holds now in MB; 0 where the system does not tell."""
    file = _opened("/proc/self/statm")
    if file < 0:
        return 0.0
    pages = int(os.read(file, 80).split()[1])
    os.close(file)
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


class Stopwatch:
    """Times one thread, the one that makes it; or with ``every``, all of the process."""

    def __init__(self, *, every: bool = False) -> None:
        self._every = every
        # Kept open: a file to be opened would cost more than many a thing that is timed.
        self._file = -1 if every else _opened(_OF_THIS_THREAD)
        self._begun = self._computed = 0.0
        self._waited: dict[str, float] = {}

    def _waits(self) -> dict[str, float]:
        if self._every:
            return waits_by_thread()
        return {"": _delay(self._file)} if self._file >= 0 else {}

    def start(self) -> None:
        self._waited = self._waits()
        self._computed = time.process_time() if self._every else 0.0
        self._begun = time.perf_counter()

    def stop(self) -> float:
        """Return the seconds since ``start``."""
        end = time.perf_counter()
        computed = time.process_time() - self._computed if self._every else 0.0
        # Thread by thread: one that has ended meanwhile would take all it ever waited with it.
        waited = sum(now - self._waited.get(one, 0.0) for one, now in self._waits().items())
        return max(end - self._begun - waited, computed)
