"""Run the benchmarks, print their table and write it into ``docs/figures.md``.

``python -m tests.benchmarks [start] [save] [notes] [keys] [opening] [registers]``: with names, only
those are run and the file is left alone. The status is 1 where a figure is past its bound.
"""

from __future__ import annotations

import compileall
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

from tests.benchmarks.figures import (
    Figure,
    from_json,
    in_markdown,
    past_their_bounds,
    printed,
    to_json,
)
from tests.benchmarks.rounds import environment
from tests.gates import ROOT

ALL = ("start", "save", "notes", "keys", "opening", "registers")
TABLE = ROOT / "docs" / "figures.md"
_ONE = "--one"
_REMARKS = "\n## "  # from here on the file is written by hand


def main(names: list[str]) -> int:
    """Run what is named, or all; return the exit status."""
    unknown = set(names) - set(ALL)
    if unknown:
        print(f"No such benchmark: {', '.join(sorted(unknown))}. There are {', '.join(ALL)}.")
        return 2
    compiled()
    found = [figure for name in names or ALL for figure in run(name)]
    print(printed(found))
    if not names:
        TABLE.write_text(written(found, TABLE), encoding="utf-8")
    past = past_their_bounds(found)
    for figure in past:
        print(f"{figure.name}: past its bound.")
    return 1 if past else 0


def compiled() -> None:
    """Compile all that is run: uncompiled modules double the time to the window (FLOOR T10)."""
    import sqlite_utils

    for folder in (Path(sqlite_utils.__file__).parents[1], ROOT / "kcsp_desktop", ROOT / "tests"):
        compileall.compile_dir(folder, quiet=2)


def run(name: str) -> list[Figure]:
    """Run one benchmark in a process of its own, in a folder of its own on the same disk."""
    print(f"Measuring: {name}", file=sys.stderr, flush=True)
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    folder = mkdtemp(prefix="bench-", dir=build)
    own = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME"), f"{folder}/home")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks", _ONE, name, folder],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**environment(), **own},
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return from_json(done.stdout)


def written(found: list[Figure], table: Path) -> str:
    """Return the file: the machine, the table, and what stood by hand below the former one."""
    former = table.read_text(encoding="utf-8") if table.exists() else ""
    _, mark, remarks = former.partition(_REMARKS)
    return f"{_head()}\n{in_markdown(found)}\n{mark}{remarks}"


def _head() -> str:
    from PySide6.QtCore import qVersion

    parts = (
        f"{processor()}, {os.cpu_count()} cores",
        f"{platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()} (offscreen)",
        f"SQLite {sqlite3.sqlite_version}",
    )
    return f"""\
# Figures

Made by `make bench`, which fails where a bound is passed. Each figure is the ratio of ours to a
floor measured in turns with it in the same run; the quartiles are of the rounds' ratios. Time that
other programs had the processor is taken off, as far as the system tells of it.

{datetime.now(UTC).date().isoformat()}: {"; ".join(parts)}.
"""


def processor() -> str:
    """Return the name of the machine's processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


if __name__ == "__main__":
    if sys.argv[1:2] == [_ONE]:
        benchmark = import_module(f"tests.benchmarks.bench_{sys.argv[2]}")
        print(to_json(benchmark.measure(Path(sys.argv[3]))))
    else:
        sys.exit(main(sys.argv[1:]))
