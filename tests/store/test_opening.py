"""Opening looks first; what is refused is left as it was, byte for byte."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.record import Record
from kcsp_desktop.store import opening
from kcsp_desktop.store.migrations import migrations
from kcsp_desktop.store.opening import open_store
from tests.builders import a_record


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def a_database(path, *statements):
    conn = sqlite3.connect(path)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()


def a_text_file(path):
    path.write_text("Dear all,\n")


def somebody_elses(path):
    a_database(path, "PRAGMA journal_mode = WAL", "CREATE TABLE recipes (title)")


def with_migrations_of_another_program(path):
    a_database(
        path,
        "CREATE TABLE _sqlite_migrations (migration_set, name, applied_at)",
        "INSERT INTO _sqlite_migrations VALUES ('recipes', '0001_first', '')",
    )


def a_newer_one(path):
    open_store(path).close()
    a_database(
        path,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('kcsp_desktop', '0099_later', '2031-01-01')",
    )


def garbage_behind_the_header(path):
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (a_text_file, "is not a KCSP Desktop store"),
        (somebody_elses, "is not a KCSP Desktop store"),
        (with_migrations_of_another_program, "is not a KCSP Desktop store"),
        (a_newer_one, "made by a newer version"),
        (garbage_behind_the_header, "is damaged"),
    ],
)
def test_what_is_no_store_for_us_is_refused_and_left_as_it_was(path, made, sentence, write):
    made(path)
    before = files(path.parent)
    with pytest.raises(KcspError, match=sentence):
        open_store(path, write=write)
    assert before == files(path.parent)


def test_a_store_damaged_inside_is_said_to_be_damaged(store, path):
    store.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x07" * (len(content) - 4096))
    for write in (True, False):
        with pytest.raises(KcspError, match="is damaged"):
            open_store(path, write=write)


def test_a_value_that_is_none_of_ours_is_said_to_be_damage(store, path):
    store.close()
    a_database(path, "UPDATE blocks SET kind = 'sonnet'")
    with pytest.raises(KcspError, match="is damaged"):
        open_store(path)


def test_rows_that_point_nowhere_are_damage(store, path):
    store.close()
    a_database(path, "DELETE FROM bodies")
    with pytest.raises(KcspError, match="point nowhere"):
        open_store(path)


def test_a_failed_opening_lets_the_next_one_write(store, path):
    store.close()
    a_database(path, "UPDATE meetings SET mode = 'by post'")
    with pytest.raises(KcspError):
        open_store(path)
    a_database(path, "UPDATE meetings SET mode = 'online'")
    again = open_store(path)
    assert again.read_only == ""
    again.close()


def test_a_making_that_was_cut_short_is_finished(path):
    conn = sqlite3.connect(path)
    migrations.ensure_migrations_table(Database(conn, execute_plugins=False))
    conn.close()
    with pytest.raises(KcspError, match="still being made"):
        open_store(path, write=False)
    store = open_store(path)
    assert store.save(a_record()).revision == 1
    store.close()


def the_error(code):
    error = sqlite3.OperationalError("unable")
    error.sqlite_errorname = code
    return error


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("SQLITE_CANTOPEN", "was not closed properly"),
        ("SQLITE_BUSY_RECOVERY", "is locked by another program"),
        ("SQLITE_CORRUPT", "is damaged"),
    ],
)
def test_where_it_lies_is_told_from_damage(store, path, monkeypatch, code, sentence):
    def refuse(_):
        raise the_error(code)

    monkeypatch.setattr(opening, "connected_for_reading", refuse)
    with pytest.raises(KcspError, match=sentence):
        open_store(path, write=False)


def test_a_file_that_cannot_be_read_is_a_sentence(store, path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(KcspError, match="Permission denied"):
        open_store(path)


def test_a_name_that_no_system_takes_is_a_sentence(tmp_path):
    with pytest.raises(KcspError):
        open_store(tmp_path / ("x" * 5000))


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(KcspError, match="is a folder"):
        open_store(tmp_path)


def test_reading_makes_no_store(path):
    with pytest.raises(KcspError, match="There is no store"):
        open_store(path, write=False)
    assert not path.exists()


def test_a_store_is_made_where_there_is_none_with_its_folder(tmp_path):
    store = open_store(tmp_path / "new" / "store.db")
    assert store.record == Record()
    store.close()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KcspError, match="cannot be"):
        open_store(tmp_path / "file" / "store.db")


def test_an_empty_file_becomes_a_store(path):
    path.touch()
    store = open_store(path)
    assert store.save(a_record()).revision == 1
    store.close()


def test_an_empty_file_is_nothing_to_read(path):
    path.touch()
    with pytest.raises(KcspError, match="still being made"):
        open_store(path, write=False)


@pytest.mark.parametrize("name", ["50% & more? #1.db", "Örtliche Datei.db"])
def test_any_name_of_a_file_will_do(tmp_path, name):
    open_store(tmp_path / name).close()
    store = open_store(tmp_path / name, write=False)
    assert store.record == Record()
    store.close()


def test_a_place_that_cannot_be_written_to_is_read_and_says_so(store, path, monkeypatch):
    store.close()
    monkeypatch.setattr(os, "access", lambda place, _: False)
    reader = open_store(path)
    assert "cannot be written to" in reader.read_only
    assert a_record() == reader.record
    with pytest.raises(KcspError, match="reading only"):
        reader.save(Record())
    reader.close()


def test_no_store_is_made_where_nobody_may_write(path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda place, _: False)
    with pytest.raises(KcspError, match="No store can be made"):
        open_store(path)


def test_a_lock_that_cannot_be_made_leaves_reading(store, path):
    store.close()
    (path.parent / "store.db.lock").unlink()
    (path.parent / "store.db.lock").mkdir()
    reader = open_store(path)
    assert "cannot be written to" in reader.read_only
    reader.close()


def test_reading_leaves_no_file_behind(store, path):
    store.close()
    before = files(path.parent)
    open_store(path, write=False).close()
    assert before == files(path.parent)


def test_importing_the_room_does_not_import_sqlite_utils():
    code = "import sys, kcsp_desktop.store; print('sqlite_utils' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
