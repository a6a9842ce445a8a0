"""What is saved is there, whole; what fails changes nothing."""

import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.edits import MoveBlocks, RemoveItem, RemoveMeeting, SetBlockText
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import BlockId, ItemId
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.record import Record
from kcsp_desktop.store.difference import difference
from kcsp_desktop.store.opening import open_store
from tests.builders import MEETING, a_block, a_meeting, a_record, an_item
from tests.store import strategies as some

ITEM, OTHER = ItemId("item-1"), ItemId("item-2")


def typed(record: Record, text: str, block: str = "block-1-1") -> Record:
    edit = SetBlockText(meeting_id=MEETING, item_id=ITEM, block_id=BlockId(block), runs=plain(text))
    return apply_all(record, (edit,)).record


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_row_of_saved_records_reopens_as_the_last_of_them(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        store = open_store(path)
        record = data.draw(some.records())
        store.save(record)
        for _ in range(data.draw(st.integers(1, 3))):
            record = data.draw(some.edited(record))
            store.save(record, data.draw(st.sampled_from(["", "run"])))
        store.close()
        again = open_store(path)
        again.close()
        assert record == again.record


def test_a_letter_typed_writes_one_row(store):
    after = typed(store.record, "A letter")
    found = difference(store.record, after, store._ranks)
    assert [change.table for change in found.puts] == ["blocks"]
    assert found.gone == ()


def test_a_block_put_between_others_writes_one_row(store):
    item = store.record.meetings[0].items[0]
    blocks = (item.blocks[0], a_block(block_id="new"), *item.blocks[1:])
    items = (replace(item, blocks=blocks), *store.record.meetings[0].items[1:])
    after = replace(store.record, meetings=(replace(store.record.meetings[0], items=items),))
    found = difference(store.record, after, store._ranks)
    assert [change.row_id for change in found.puts] == ["new"]


def test_a_block_moved_to_another_item_survives_its_former_item(store, reopened):
    edits = (
        MoveBlocks(
            meeting_id=MEETING,
            item_id=ITEM,
            block_ids=(BlockId("block-1-2"),),
            to_item_id=OTHER,
        ),
        RemoveItem(meeting_id=MEETING, item_id=ITEM),
    )
    after = apply_all(store.record, edits).record
    store.save(after)
    assert after == reopened()


def test_a_removed_meeting_leaves_no_row_of_it(store):
    after = apply_all(store.record, (RemoveMeeting(meeting_id=MEETING),)).record
    store.save(after)
    for table in ("meetings", "sections", "items", "blocks", "attendance", "actions"):
        count = store._conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert (table, 0) == (table, count)


def test_each_save_counts_one_revision_and_none_where_nothing_changed(store):
    revisions = [store.save(typed(store.record, text)).revision for text in ("a", "b", "b")]
    assert revisions == [2, 3, 3]


def test_damaged_text_is_saved_mended(store, reopened):
    store.save(typed(store.record, "half \ud83d, nul \x00"))
    assert reopened().meetings[0].items[0].blocks[0].text == "half \ufffd, nul "


def test_the_writers_commits_are_flushed_to_the_disk(store):
    assert tuple(
        store.pragma(name) for name in ("synchronous", "journal_mode", "foreign_keys")
    ) == (2, "wal", 1)


class Failing:
    """A connection that fails at its nth statement."""

    def __init__(self, conn, at):
        self._conn, self._left = conn, at

    def __getattr__(self, name):
        return getattr(self._conn, name)

    def execute(self, *statement):
        self._left -= 1
        if self._left == 0:
            raise sqlite3.OperationalError("a fault for the test")
        return self._conn.execute(*statement)


def everything_changed(record: Record) -> Record:
    meeting = record.meetings[0]
    items = (an_item(9, blocks=(a_block("new", block_id="nine"),)), *meeting.items[1:])
    return replace(typed(record, "x"), meetings=(replace(meeting, items=items),), people=())


def statements(store, record) -> int:
    """How many statements a save of ``record`` takes: the highest that can fail."""
    found = difference(store.record, record, store._ranks)
    former = sum(one.former is not None for one in found.puts) + len(found.gone)
    return 1 + former + len(found.puts) + len(found.gone) + 2


def test_a_fault_at_any_step_changes_nothing_and_the_next_save_writes_all(store, reopened):
    before, after = store.record, everything_changed(store.record)
    conn = store._conn
    for step in range(1, statements(store, after) + 1):
        store._conn = Failing(conn, step)
        with pytest.raises(KcspError, match="could not be written"):
            store.save(after)
        assert store.record is before
        assert reopened() == before
    store._conn = conn
    store.save(after)
    assert reopened() == after


def test_a_fault_that_is_our_own_leaves_no_transaction_open(store, reopened):
    store._who = object()  # a value SQLite cannot hold
    before = store.record
    with pytest.raises(Exception, match="type"):
        store.save(typed(store.record, "x"))
    assert not store._conn.in_transaction
    assert reopened() == before


def test_a_full_disk_is_said_in_a_sentence_and_passes(store, reopened):
    pages = store.pragma("page_count")
    store._conn.execute(f"PRAGMA max_page_count = {pages}")
    long = typed(store.record, "x" * 1_000_000)
    with pytest.raises(KcspError, match="The disk is full"):
        store.save(long)
    store._conn.execute("PRAGMA max_page_count = 1000000")
    store.save(long)
    assert reopened() == long


def test_a_store_locked_by_another_program_is_said_in_a_sentence(store, path):
    store._conn.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(KcspError, match="locked by another program"):
            store.save(typed(store.record, "x"))
    finally:
        other.close()
    assert store.save(typed(store.record, "x")).revision == 2


def test_a_row_that_is_gone_behind_our_back_fails_the_save(store, path):
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM blocks WHERE id = 'block-1-1'")
    other.close()
    with pytest.raises(KcspError, match="a row is gone"):
        store.save(typed(store.record, "x"))


def test_an_id_that_stands_twice_is_refused_before_anything_is_written(store):
    twice = (an_item(1), an_item(1))
    with pytest.raises(ValueError, match="twice"):
        store.save(a_record(a_meeting(twice)))
    assert store.save(store.record).revision == 1


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("SQLITE_READONLY_DBMOVED", "cannot be written to"),
        ("SQLITE_IOERR_WRITE", "does not answer"),
        ("SQLITE_LOCKED", "locked by another program"),
        ("SQLITE_CORRUPT", "could not be written"),
    ],
)
def test_every_failure_of_the_disk_is_a_sentence(store, monkeypatch, code, sentence):
    error = sqlite3.OperationalError("no")
    error.sqlite_errorname = code

    def fail(*_):
        raise error

    monkeypatch.setattr(store, "_commit", fail)
    with pytest.raises(KcspError, match=sentence):
        store.save(typed(store.record, "x"))
