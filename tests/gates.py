"""A small copy of the tree and the gates of ``make check`` run on it, to break one on purpose."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "kcsp_desktop"
_TOOLS = Path(sys.executable).parent


@dataclass(frozen=True)
class Tree:
    """A folder with our settings in it, where a gate can be run."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        """Write a file of the package, or append to it where it is there already."""
        path = self.folder / "kcsp_desktop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)

    def run(self, *command: str) -> tuple[int, str]:
        """Run a tool of the development environment here; return its status and what it said."""
        env = {**os.environ, "PYTHONPATH": str(self.folder), "NO_COLOR": "1", "COLUMNS": "200"}
        tool = str(_TOOLS / command[0])
        done = subprocess.run(
            [tool, *command[1:]],
            cwd=self.folder,
            env=env,
            check=False,
            text=True,
            capture_output=True,
        )
        return done.returncode, done.stdout + done.stderr


def whole(folder: Path) -> Tree:
    """Copy the package and its settings, without what was compiled."""
    left_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, folder / "kcsp_desktop", ignore=left_out)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return Tree(folder)


def tiny(folder: Path) -> Tree:
    """Take our settings and one small true module: quick for a tool that reads everything."""
    (folder / "kcsp_desktop" / "domain").mkdir(parents=True)
    for name in ("__init__.py", "domain/__init__.py", "domain/errors.py"):
        shutil.copy(PACKAGE / name, folder / "kcsp_desktop" / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return Tree(folder)
