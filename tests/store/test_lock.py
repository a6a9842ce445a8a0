"""One writer; others read, say who writes, and can read again."""

import subprocess
import sys

import pytest

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.store.lock import WriterLock
from kcsp_desktop.store.opening import open_store
from tests.store.test_save import typed

WRITER = """
import sys
from pathlib import Path
from kcsp_desktop.store.lock import WriterLock
from kcsp_desktop.store.opening import open_store
store = open_store(Path(sys.argv[1]))
print("read only" if store.read_only else "writes", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def another_process(path):
    """Start a process that opens the store and stays; killed at the end."""
    started = []

    def start():
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process, process.stdout.readline().strip()

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_the_second_process_reads_only_and_is_told_who_writes(path, another_process):
    _, how = another_process()
    second = open_store(path)
    assert how == "writes"
    assert " on " in second.read_only
    assert "has this store open" in second.read_only
    second.close()


def test_a_killed_writer_leaves_no_lock_behind(path, another_process):
    writer, _ = another_process()
    writer.kill()
    writer.wait()
    store = open_store(path)
    assert store.read_only == ""
    store.close()


def test_a_second_window_of_one_process_reads_only(store, path):
    second = open_store(path)
    assert second.read_only
    second.close()


def test_another_process_cannot_write_beside_us(store, another_process):
    _, how = another_process()
    assert how == "read only"


def test_a_reader_reads_again_what_the_writer_has_saved(store, path):
    reader = open_store(path)
    store.save(typed(store.record, "later"))
    assert reader.record != store.record
    assert store.record == reader.reload()
    reader.close()


def test_the_writer_too_may_read_again(store):
    assert store.record == store.reload()


def test_a_holder_whose_name_cannot_be_read_is_nobody(path):
    assert WriterLock(path).holder() == ""
    WriterLock(path).release()


def test_reading_again_what_has_gone_keeps_what_was_read(store, path):
    store.close()
    reader = open_store(path, write=False)
    before = reader.record
    path.unlink()
    with pytest.raises(KcspError, match="cannot be read"):
        reader.reload()
    assert reader.record is before


def test_the_next_writer_gets_in_when_the_first_closes(store, path):
    store.close()
    second = open_store(path)
    assert second.read_only == ""
    second.close()
