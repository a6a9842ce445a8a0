"""The schema's steps: what they make, and that every store ever made still opens."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.record import reference
from kcsp_desktop.store import steps
from kcsp_desktop.store.describing import described
from kcsp_desktop.store.difference import PARENTS_FIRST
from kcsp_desktop.store.history import former
from kcsp_desktop.store.migrations import migrations
from kcsp_desktop.store.opening import open_store
from tests.builders import a_record
from tests.store.test_save import typed

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs" / "store.md"
STORES = sorted((HERE / "stores").glob("*.db"))
"""A store made by each released schema, with one meeting in it; never made again."""


@pytest.fixture
def made():
    conn = sqlite3.connect(":memory:")
    db = Database(conn, execute_plugins=False)
    migrations.apply(db)
    yield db
    conn.close()


def test_the_tables_are_these_and_no_others(made):
    ours = {*PARENTS_FIRST, "files", "history", "facts", "_sqlite_migrations"}
    assert ours == set(made.table_names())


@pytest.mark.parametrize("table", [*PARENTS_FIRST, "history", "facts"])
def test_every_table_is_strict(made, table):
    assert made[table].strict


def test_docs_store_md_says_what_the_tables_are():
    assert DOCS.read_text(encoding="utf-8") == described(), (
        "python -m kcsp_desktop.store.describing > docs/store.md"
    )


@pytest.mark.parametrize("old", STORES, ids=lambda path: path.stem)
def test_a_store_of_every_version_opens_whole_and_can_be_written(old, path):
    shutil.copy(old, path)
    store = open_store(path)
    record = store.record
    (meeting,) = record.meetings
    assert reference(record, meeting) == "ACP/2026-03-12"
    assert [len(item.blocks) for item in meeting.items] == [3, 3, 3]
    assert [row.name for row in meeting.attendance][:2] == ["Mrs A Barden", "Mr P M Quelch"]
    assert [action.text for action in meeting.actions] == ["Send the wardens' plan"]
    assert meeting.items[0].blocks[0].text == "Mr Quelch outlined the plan."
    store.save(typed(record, "Changed."))
    store.close()
    texts = [one.text for one in former(path, "blocks", "block-1-1")]
    assert texts == ["Mr Quelch outlined the plan.", "Mr Quelch outlined the report."]


def a_later_step(monkeypatch, statement):
    """Let the program know one step more than the store has had."""
    later = type(migrations)("kcsp_desktop")
    for step in migrations._migrations:
        later(name=step.name)(step.fn)
    later(name="0002_later")(lambda db: db.execute(statement))
    monkeypatch.setattr("kcsp_desktop.store.migrations.migrations", later)
    monkeypatch.setattr(steps, "STEPS", (*steps.STEPS, "0002_later"))


def test_a_store_is_copied_aside_before_a_step_is_taken(store, path, monkeypatch):
    store.close()
    a_later_step(monkeypatch, "CREATE TABLE later (x)")
    open_store(path).close()
    monkeypatch.undo()
    with pytest.raises(KcspError, match="newer version"):
        open_store(path)
    copy = open_store(path.parent / "store before 0002_later.db", write=False)
    assert a_record() == copy.record
    copy.close()


def test_a_step_that_fails_leaves_the_store_as_it_was(store, path, monkeypatch):
    store.close()
    a_later_step(monkeypatch, "ALTER TABLE nonsense ADD COLUMN x")
    with pytest.raises(KcspError):
        open_store(path)
    monkeypatch.undo()
    again = open_store(path)
    assert a_record() == again.record
    again.close()


def test_an_older_store_is_not_read_but_said_to_be_older(store, path, monkeypatch):
    store.close()
    a_later_step(monkeypatch, "CREATE TABLE later (x)")
    with pytest.raises(KcspError, match="of an older version"):
        open_store(path, write=False)


def test_the_steps_known_are_those_that_are_made(made):
    taken = made.conn.execute(f"SELECT name FROM {steps.LEDGER} ORDER BY id").fetchall()
    assert [row[0] for row in taken] == list(steps.STEPS)
    assert steps.STEPS == ("0001_first", "0002_room", "0003_life", "0004_memory")
    assert (migrations.name, steps.taken(made.conn)) == (steps.SET, set(steps.STEPS))


def test_a_store_that_has_had_every_step_opens_without_sqlite_utils(store, path):
    store.close()
    code = (
        "import sys, pathlib; from kcsp_desktop.store.opening import open_store\n"
        "open_store(pathlib.Path(sys.argv[1])).close(); print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_what_the_second_version_brought_is_read_again(path):
    shutil.copy(HERE / "stores" / "v2.db", path)
    store = open_store(path)
    record, (meeting,) = store.record, store.record.meetings
    lead = meeting.items[0].blocks[2]
    store.close()
    assert (lead.flagged, lead.vote.mover, lead.vote.in_favour) == (True, "Mrs Barden", 3)
    assert [one.text for one in meeting.declarations] == ["A trustee"]
    assert (record.bodies[0].words, record.abbreviations[0].short) == (("wellbeing",), "asb")
