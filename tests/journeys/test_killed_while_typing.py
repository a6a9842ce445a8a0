"""Whoever types is killed at random: all that was called saved is there, and nearly all the rest.

How this works: a process (``killed_while_typing``) types every kind of block into the real window
and takes what is offered; it tells every key, the text then, and what the saved state says. It is
killed, the store is read with the command line, and another goes on typing in the same store. The
text kept must be one of those told, and nothing else. Of the keys there must be

- all that had been typed when the words last became "Saved 10:42:07";
- all that was typed more than a second, and ``ALLOWANCE`` for the commit, before the kill;
- and whatever is not there, but older than "Saving…" takes to appear, was under "Saving…".

``KILLS`` and ``SEED`` in the environment ask for more and for others (``make soak``). To be killed
is not to lose power: that commits reach the disk is what ``tests/store`` asks ``synchronous`` for.
"""

from __future__ import annotations

import os
import queue
import random
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from tests.journeys.command_line import ROOT, kcsp, text_in
from tests.journeys.killed_while_typing import summed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

KILLS = int(os.environ.get("KILLS", "5"))
SEED = int(os.environ.get("SEED", "2026"))
SAVING = "Saving…"
LATEST, SHOWN_AFTER = 1.0, 0.4  # seconds until a save is due, and until "Saving…" appears
ALLOWANCE = 0.25  # for the commit itself, on a machine that has other work too


@dataclass
class Told:
    """What one typist told until the kill."""

    pressed: list[float] = field(default_factory=list)  # when each key went down
    texts: list[str] = field(default_factory=list)  # the text then, as a sum
    last: str = ""  # the last letters of the last
    saved: int = 0  # how many had when the words last became "Saved …"
    words: str = ""
    killed: float = 0.0

    def take(self, line: str) -> None:
        """Take in a line."""
        what, _, rest = line.strip().partition(" ")
        if what == "typed":
            when, text, self.last = rest.split(" ", 2)
            self.pressed.append(float(when))
            self.texts.append(text)
            return
        self.words = rest
        if rest.startswith("Saved "):
            self.saved = len(self.pressed)

    def pending(self, kept: int) -> float:
        """Return how old the first key is that was not kept; 0: all were."""
        return self.killed - self.pressed[kept] if kept < len(self.pressed) else 0.0

    def kept(self, former: str, text: str) -> int:
        """Return how many keys led to ``text``; -1: none of them did."""
        told = [summed(former), *self.texts]
        return max((n for n, one in enumerate(told) if one == summed(text)), default=-1)

    def faults(self, kept: int, text: str) -> Iterator[str]:
        """Say what is wrong with the text of the store, to which the first ``kept`` keys led."""
        if kept < 0:
            yield f"never typed was …{text[-60:]!r}; it ended in {self.last}"
            return
        pending = self.pending(kept)
        if kept < self.saved:
            yield f"{self.saved} keys were called saved, {kept} are there"
        if pending > LATEST + ALLOWANCE:
            yield f"a key was not there after {pending:.2f} s"
        if pending > SHOWN_AFTER + ALLOWANCE and self.words != SAVING:
            yield f"a key was not there after {pending:.2f} s, under {self.words!r}"


class Typist:
    """The process, listened to from a thread so that waiting for a line ends in time."""

    def __init__(self, store: Path, seed: int) -> None:
        self.told = Told()
        self._lines: queue.Queue[str] = queue.Queue()
        program = [sys.executable, "-m", "tests.journeys.killed_while_typing"]
        self._process = subprocess.Popen(
            [*program, str(store), str(seed)],
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
        )
        self._listening = threading.Thread(target=self._listen)
        self._listening.start()

    def _listen(self) -> None:
        for line in self._process.stdout:
            self._lines.put(line)

    def says_saving(self) -> bool:
        """Whether the last words told are those."""
        return self.told.words == SAVING

    def types_past(self, keys: int) -> bool:
        """Whether more keys than that have been told."""
        return len(self.told.pressed) > keys

    def listen(self, seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Take in what is told for so long, or until something holds; return whether it does."""
        end = time.monotonic() + seconds
        while not until():
            try:
                self.told.take(self._lines.get(timeout=max(0.0, end - time.monotonic())))
            except queue.Empty:
                return until()
        return True

    def kill(self) -> Told:
        """Kill the process (``kill -9``) and take in all it had told."""
        self.told.killed = time.monotonic()
        self._process.kill()
        self._process.wait()
        self._listening.join()
        self._process.stdout.close()
        while not self._lines.empty():
            self.told.take(self._lines.get())
        return self.told


def while_it_says_saving(typist: Typist, chance: random.Random) -> None:
    """Wait for some moment of the time in which it says "Saving…"."""
    for _ in range(50):
        assert typist.listen(20, typist.says_saving), "it never says Saving…"
        typist.listen(chance.uniform(0, 0.6), lambda: not typist.says_saving())
        if typist.says_saving():
            return
    raise AssertionError("no moment of Saving… was met")


def as_it_is_saved(typist: Typist, chance: random.Random) -> None:
    """Wait for a pause of 0.3 s: what is pending is committed about now."""
    keys = -1
    while typist.types_past(keys):
        keys = len(typist.told.pressed)
        typist.listen(0.28, partial(typist.types_past, keys))
    typist.listen(chance.uniform(0, 0.04))


def at_any_moment(typist: Typist, chance: random.Random) -> None:
    """Wait for some moment, whatever it says."""
    typist.listen(chance.uniform(0, 1))


# Half of them, so that a third holds even where the words change in the instant of the kill.
MOMENTS = (while_it_says_saving, as_it_is_saved, while_it_says_saving, at_any_moment)


def killed(store: Path, seed: int, moment: Callable[[Typist, random.Random], None]) -> Told:
    """Let one type into the store for a while and kill it at such a moment."""
    typist, chance = Typist(store, seed), random.Random(seed)
    try:
        assert typist.listen(60, partial(typist.types_past, 0)), "nothing was typed"
        typist.listen(chance.uniform(0, 3))  # what is offered has been read by then, or not
        moment(typist, chance)
    finally:
        told = typist.kill()
    return told


def checked(store: Path) -> list[tuple[object, ...]]:
    """Return SQLite's own checks of the file, only read: the next opens what the kill left."""
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as conn:
        return [
            *conn.execute("PRAGMA integrity_check"),
            *conn.execute("PRAGMA foreign_key_check"),
        ]


def test_what_was_called_saved_survives_a_kill(tmp_path):
    store = tmp_path / "store.db"
    kcsp(store, "sample")
    text, saving, pending = text_in(store), 0, []
    moments = [MOMENTS[n % len(MOMENTS)] for n in range(KILLS)]
    random.Random(SEED).shuffle(moments)
    for n, moment in enumerate(moments):
        told = killed(store, SEED + n, moment)
        former, text = text, text_in(store)
        kept = told.kept(former, text)
        assert list(told.faults(kept, text)) == []
        assert checked(store) == [("ok",)]
        saving += told.words == SAVING
        pending.append(told.pending(kept))
        print(f"{n + 1}. {told.words}, {told.saved}/{kept}/{len(told.pressed)} keys")
    waited = f"{sum(map(bool, pending))} with keys pending, {max(pending):.2f} s at most"
    print(f"{KILLS} kills, {saving} while it said {SAVING}, {waited}; nothing saved was lost")
    assert saving * 3 >= KILLS
