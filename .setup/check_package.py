"""Try the packaged application as `make package` left it, and say its size and how fast it starts.

It runs without a display and without this Python's settings, in a folder of its own: the sample, a
list, the notes in Word, a picture of the window. Qt modules that nobody asked for are a failure.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "build" / "dist" / "kcsp-desktop"
PROGRAM = FOLDER / ("kcsp-desktop.exe" if sys.platform == "win32" else "kcsp-desktop")
# What the window is made of, and what Qt on Linux needs to reach a display and a screen reader.
QT_MODULES = {"Core", "Gui", "PrintSupport", "Svg", "Widgets"}
QT_MODULES |= {"DBus", "WaylandClient", "WlShellIntegration", "XcbQpa"}
QT_LIBRARY = re.compile(r"(?:lib)?Qt6?([A-Z]\w*)(?:\.abi3)?(?:\.so[.\d]*|\.dll|\.pyd)?$")
RUNS = 5


def run(*words: str | Path, program: str | Path = PROGRAM) -> str:
    """Run the program and return what it printed; a failure stops this check."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([program, *words], env=env, check=False, text=True, capture_output=True)
    if done.returncode or done.stderr:
        sys.exit(f"{program} {' '.join(map(str, words))}: {done.returncode}\n{done.stderr}")
    return done.stdout


def seconds(*words: str | Path, program: str | Path = PROGRAM) -> float:
    """Return how long one run takes."""
    began = time.perf_counter()
    run(*words, program=program)
    return time.perf_counter() - began


def started(*words: str | Path) -> str:
    """Say how long the program takes, in itself and beside a Python that does nothing.

    The two are run in turn, so that whatever else the machine does slows both.
    """
    pairs = [(seconds(*words), seconds("-c", "pass", program=sys.executable)) for _ in range(RUNS)]
    ours, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    return f"{1000 * ours:.0f} ms, {ours / floor:.0f} times"


def try_the_main_job(folder: Path) -> tuple[str | Path, ...]:
    """Make the sample's notes and a picture; return the words for a picture of the first page."""
    store = ("--store", folder / "store.db")
    run(*store, "sample")
    meeting = run(*store, "meetings").splitlines()[-1].split()[0]
    notes = folder / "Notes.docx"
    run(*store, "export", "notes", meeting, "--out", notes)
    with zipfile.ZipFile(notes) as package:
        if package.testzip() or b"RESOLVED" not in package.read("word/document.xml"):
            sys.exit(f"{notes} is not the notes of a meeting.")
    try_what_is_loaded_late(store, meeting, folder)
    picture = (*store, "picture", "--out", folder / "window.png")
    run(*picture, "--meeting", meeting)
    if not (folder / "window.png").read_bytes().startswith(b"\x89PNG"):
        sys.exit("The picture of the window is none.")
    return picture


def try_what_is_loaded_late(store: tuple[str | Path, ...], meeting: str, folder: Path) -> None:
    """Use each library that only its own command loads: one left out would be missed there."""
    run(*store, "notice", meeting)
    body = meeting.partition("/")[0]
    files = {
        "pack.pdf": ("export", "pack", meeting),
        "plan.docx": ("export", "plan", body),
        "meetings.ics": ("calendar", body),
        "actions.xlsx": ("export", "actions"),
        "actions.ics": ("export", "actions"),
    }
    for name, words in files.items():
        run(*store, *words, "--out", folder / name)
        if not (folder / name).stat().st_size:
            sys.exit(f"{name} is empty.")


def main() -> None:
    """Check, then print the figures as rows of a table (docs/figures-package.md)."""
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    found = {match[1] for path in files if (match := QT_LIBRARY.match(path.name))}
    if found - QT_MODULES:
        sys.exit(f"Not needed, but in the folder: Qt {', '.join(sorted(found - QT_MODULES))}")
    size = sum(path.stat().st_size for path in files) / 1e6
    with tempfile.TemporaryDirectory() as name:
        picture = try_the_main_job(Path(name))
        print("| Figure | Value |\n| --- | --- |")
        print(f"| size | {size:.0f} MB in {len(files)} files |")
        print(f"| Qt modules | {', '.join(sorted(found))} |")
        print(f"| start to its version | {started('--version')} |")
        print(f"| start to a picture of the list | {started(*picture)} |")


if __name__ == "__main__":
    main()
