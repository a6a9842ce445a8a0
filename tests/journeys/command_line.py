"""What the store holds, as the command line tells it in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MEETING = "WCSP/2026-07-09"  # the sample's meeting in hand


def kcsp(store: Path, *words: str) -> str:
    """Run the command line."""
    command = [sys.executable, "-m", "kcsp_desktop", "--store", str(store), *words]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=ROOT)
    return done.stdout


def shown(store: Path) -> dict[str, Any]:
    """Return the sample's meeting in hand."""
    found: dict[str, Any] = json.loads(kcsp(store, "show", MEETING, "--json"))
    return found


def item_in(store: Path, code: str) -> dict[str, Any]:
    """Return the item of that code."""
    return next(item for item in shown(store)["items"] if item["code"] == code)


def blocks_in(store: Path, code: str) -> list[tuple[str, str]]:
    """Return (kind, text) of an item's blocks."""
    return [(block["kind"], block["text"]) for block in item_in(store, code)["blocks"]]


def text_in(store: Path) -> str:
    """Return the text of the meeting's first item that is minuted, a line a block."""
    first = next(item for item in shown(store)["items"] if item["minuted"])
    return "\n".join(block["text"] for block in first["blocks"])
