"""One edit from ``submit`` to its commit, beside the bare transaction with the same rows."""

from __future__ import annotations

import json
import sqlite3
import threading
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.edits import SetBlockText
from kcsp_desktop.ui.saving import SavingThread
from kcsp_desktop.ui.workspace import Submission, Workspace
from tests.benchmarks.figures import Figure
from tests.benchmarks.records import SIZES, meeting_of, store_of
from tests.benchmarks.rounds import in_turns
from tests.benchmarks.stopwatch import Stopwatch
from tests.builders import a_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROUNDS, EACH = 40, 10
FLOOR = "raw sqlite3"


def measure(folder: Path) -> list[Figure]:
    """Save an edit in a usual meeting, and in a huge one."""
    app = QCoreApplication.instance() or QCoreApplication([])
    found = []
    for (items, blocks), bound in zip(SIZES, (1.5, None), strict=True):
        record = a_record(meeting_of(items, blocks))
        ours, end = saving(store_of(folder / f"ours-{blocks}.db", record), app)
        floor = raw(store_of(folder / f"floor-{blocks}.db", record))
        mine, least = in_turns(ROUNDS, ours, floor, each=EACH)
        end()
        name = f"one saved edit, submit to commit, among {blocks:,} blocks"
        found.append(Figure(name=name, ours=mine, floor=least, floor_name=FLOOR, bound=bound))
    return found


def saving(store: Path, app: QCoreApplication) -> tuple[Callable[[], float], Callable[[], None]]:
    """Return an edit that goes the whole way, through the workspace and the writer's thread."""
    workspace = Workspace()
    thread = SavingThread(workspace, store)
    thread.start()
    while not workspace.is_open:
        app.processEvents()
    item = workspace.record.meetings[0].items[0]
    committed = threading.Event()
    turns, watch, taken = count(), Stopwatch(every=True), [0.0]

    def note() -> None:
        taken[0] = watch.stop()
        committed.set()

    # On the writer's thread, at once: the moment of the commit itself.
    thread._writer.saved.connect(note, Qt.ConnectionType.DirectConnection)

    def edit() -> float:
        text = f"{item.blocks[0].text} {next(turns)}"
        change = SetBlockText(
            meeting_id=workspace.record.meetings[0].id, item_id=item.id,
            block_id=item.blocks[0].id, runs=plain(text),
        )  # fmt: skip
        committed.clear()
        watch.start()
        workspace.submit(Submission(edits=(change,), text="typing"))
        workspace.flush()
        committed.wait()
        while workspace.pending:
            app.processEvents()
        return taken[0]

    return edit, thread.finish


def raw(store: Path) -> Callable[[], float]:
    """Return the same statements, their values ready, by the standard library alone."""
    conn = sqlite3.connect(store, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        conn.execute(f"PRAGMA {pragma}")
    conn.row_factory = sqlite3.Row
    row = dict(conn.execute("SELECT * FROM blocks ORDER BY rank").fetchone())
    meeting = conn.execute("SELECT id FROM meetings").fetchone()[0]
    former = json.dumps({name: value for name, value in row.items() if name != "rank"})
    turns, watch = count(), Stopwatch()

    def edit() -> float:
        text = f"{row['text']} {next(turns)}"
        new = (json.dumps([[text, 0]]), text, row["id"])
        kept = ("blocks", row["id"], meeting, former, f"run:{text}", "2026-03-12T10:00:00", "me")
        watch.start()
        conn.execute("BEGIN IMMEDIATE")
        conn.execute(
            "INSERT OR IGNORE INTO history (entity, entity_id, meeting_id, former, run, at, who) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            kept,
        )
        conn.execute("UPDATE blocks SET runs = ?, text = ? WHERE id = ?", new)
        conn.execute(
            "UPDATE facts SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) "
            "WHERE name = 'revision'"
        )
        conn.execute("SELECT value FROM facts WHERE name = 'revision'").fetchone()
        conn.execute("COMMIT")
        return watch.stop()

    return edit
