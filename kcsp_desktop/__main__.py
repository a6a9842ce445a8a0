"""The door: the window where nothing else is asked for, else the command line.

The window is what most starts are for, and it waits for nothing that only a command needs.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from kcsp_desktop import paths


def main() -> None:
    """Open the window, or do what the command line says (``python -m kcsp_desktop``)."""
    match sys.argv[1:]:
        case []:
            _open(paths.default_store())
        case ["--store", store]:
            _open(Path(store))
        case _:
            from kcsp_desktop.cli import main as command_line

            command_line()


def window() -> None:
    """Open the window on the user's own store (for a start menu)."""
    _open(paths.default_store())


def _open(store: Path) -> None:
    # Nearly all that a start makes stays: to look 80 times for what does not took 17 ms of it.
    # ``ui/background`` sets it going again after the first paint, on this thread only.
    gc.disable()
    try:
        from kcsp_desktop.app import run

        status = run(store)
    except (Exception, KeyboardInterrupt) as error:
        from kcsp_desktop.cli import fail

        fail(error)
    sys.exit(status)


if __name__ == "__main__":
    main()
