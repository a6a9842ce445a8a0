"""Fifteen keys a second, and forty at times, with saving and completion on: nothing is lost.

A short form; ``TYPES_FOR=600`` types for ten minutes (``make soak``). The bare event loop beside
which the window is held runs at the same time, so that the machine is as busy for both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import islice

from tests.journeys.command_line import ROOT, kcsp, text_in
from tests.journeys.killed_while_typing import strokes

SECONDS = int(os.environ.get("TYPES_FOR", "10"))
SEED = 15
# Asked for is one frame more than the bare loop, which the long form holds the window to. Where
# other tests run beside the short one, a tick in a few runs is 18 ms late: it is given two.
FRAMES = (1 if SECONDS >= 60 else 2) / 60
GROWTH_MB = 12  # the text and its undo; and what Qt and Python keep of what they had


def started(*words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.journeys.fast_typist", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT)


def told_by(process: subprocess.Popen[str]) -> dict[str, float]:
    out, _ = process.communicate(timeout=SECONDS + 60)
    return json.loads(out)


def test_a_fast_typist_loses_no_key_and_waits_for_nothing(tmp_path):
    store = tmp_path / "store.db"
    kcsp(store, "sample")
    former = text_in(store)
    typing, bare = started(store, SECONDS, SEED), started("bare", SECONDS + 2)
    typed, nobody = told_by(typing), told_by(bare)
    letters = [letter for letter, _ in islice(strokes(SEED), int(typed["keys"]))]
    print({**typed, "bare": nobody["longest"]})
    assert typed["keys"] >= 15 * SECONDS
    assert text_in(store) == former + "".join(letters)
    assert typed["late"] - typed["early"] <= GROWTH_MB
    assert typed["longest"] <= nobody["longest"] + FRAMES
