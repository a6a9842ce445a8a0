"""A copy at each start that finds the store changed; checked, seven kept."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.store import backups
from kcsp_desktop.store.backups import KEPT, copies_of, copy_at_start, thin, whole_copy
from kcsp_desktop.store.opening import open_store
from tests.store.test_save import typed

NOW = datetime(2026, 11, 24, 9, 30, 5)  # noqa: DTZ001 - a name on a shelf, local time


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store copies"


def test_the_copy_is_the_store_with_what_was_saved_last(store, path, folder):
    store.save(typed(store.record, "still in the log of changes"))
    copy = copy_at_start(path, folder, NOW)
    assert copy.name == "store 2026-11-24 093005.db"
    opened = open_store(copy, write=False)
    assert store.record == opened.record
    opened.close()


def test_a_store_that_has_not_changed_is_not_copied_again(store, path, folder):
    copy_at_start(path, folder, NOW)
    assert copy_at_start(path, folder, NOW + timedelta(days=1)) is None
    store.save(typed(store.record, "changed"))
    assert copy_at_start(path, folder, NOW + timedelta(days=2)) is not None


def test_seven_copies_are_kept_and_other_files_left_alone(store, path, folder):
    folder.mkdir()
    (folder / "store of mine.db").touch()
    for day in range(KEPT + 3):
        store.save(typed(store.record, f"day {day}"))
        copy_at_start(path, folder, NOW + timedelta(days=day))
    kept = copies_of(path, folder)
    assert (len(kept), KEPT) == (7, 7)
    assert kept[0].name == "store 2026-11-27 093005.db"
    assert (folder / "store of mine.db").exists()


def test_a_clock_that_was_put_back_does_not_cost_the_newest_copy(store, path, folder):
    for day in range(KEPT, -1, -1):
        store.save(typed(store.record, f"day {day}"))
        assert copy_at_start(path, folder, NOW + timedelta(days=day)).exists()


def test_a_store_that_cannot_be_copied_costs_no_older_copy(store, path, folder):
    copy = copy_at_start(path, folder, NOW)
    store.close()
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(KcspError, match=r"No copy of .* could be made"):
        copy_at_start(path, folder, NOW + timedelta(days=1))
    assert [copy] == list(folder.iterdir())


def test_a_copy_that_is_not_whole_is_not_given_a_name(store, path, tmp_path, monkeypatch):
    monkeypatch.setattr(backups, "_copied", lambda *_: "row 3 missing from index")
    with pytest.raises(KcspError, match="not whole"):
        whole_copy(path, tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy*"))


def test_a_folder_that_cannot_be_made_is_a_sentence(store, path, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(KcspError, match="No copy can be made in"):
        copy_at_start(path, tmp_path / "file" / "copies", NOW)


def test_a_copy_that_cannot_be_read_is_no_reason_not_to_copy(store, path, folder):
    folder.mkdir()
    (folder / "store 2026-11-23 093005.db").write_bytes(b"garbage")
    assert copy_at_start(path, folder, NOW) is not None


def test_the_copy_is_made_beside_other_readers_and_writers(store, path, folder):
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    assert copy_at_start(path, folder, NOW) is not None
    other.close()


@pytest.mark.parametrize(
    ("count", "expected"), [(0, []), (2, []), (3, []), (4, ["1"]), (5, ["1", "2"])]
)
def test_all_but_the_newest_may_go(count, expected):
    copies = [Path(str(n)) for n in range(count, 0, -1)]
    assert expected == [path.name for path in thin(copies, 3)]


def test_two_stores_of_one_folder_have_copies_of_their_own(store, path, folder):
    other = path.with_suffix(".sqlite")
    other.write_bytes(path.read_bytes())
    assert copy_at_start(path, folder, NOW).name == "store 2026-11-24 093005.db"
    assert copy_at_start(other, folder, NOW).name == "store.sqlite 2026-11-24 093005.db"
    assert len(copies_of(path, folder)) == 1


def test_what_a_start_that_was_cut_short_has_left_goes(store, path, folder):
    folder.mkdir()
    (folder / "store 2026-11-23 080000.db.part").write_bytes(b"half")
    (folder / "other 2026-11-23 080000.db.part").write_bytes(b"not ours")
    copy_at_start(path, folder, NOW)
    left = [one.name for one in folder.glob("*.part")]
    assert left == ["other 2026-11-23 080000.db.part"]
