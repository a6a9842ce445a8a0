"""Former values are kept, once for each typing run, and found again."""

import getpass

import pytest

from kcsp_desktop.domain.edits import MoveItem, RemoveItem
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import ItemId, SectionId
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.store import lock
from kcsp_desktop.store.history import former, former_of_meeting
from tests.builders import MEETING
from tests.store.test_save import ITEM, typed

FIRST = "Mr Quelch outlined the report."


def texts(path):
    return [one.text for one in former(path, "blocks", "block-1-1")]


def test_one_former_text_is_kept_for_each_typing_run(store, path):
    for run, text in (("1", "a"), ("1", "ab"), ("1", "abc"), ("2", "abcd"), ("2", "abcde")):
        store.save(typed(store.record, text), run)
    assert texts(path) == ["abc", FIRST]


def test_each_save_without_a_run_keeps_what_was_before(store, path):
    for text in ("a", "ab", "abc"):
        store.save(typed(store.record, text))
    assert texts(path) == ["ab", "a", FIRST]


def test_a_former_text_knows_who_and_when_and_its_marks(store, path):
    saved = store.save(typed(store.record, "new"))
    (found,) = former(path, "blocks", "block-1-1")
    assert (lock.login(), saved.at, ((FIRST, 0),)) == (found.who, found.at, found.runs)


def test_a_place_in_the_list_keeps_no_former_value(store, path):
    move = MoveItem(meeting_id=MEETING, item_id=ITEM, section_id=SectionId("section-B"),
                    after=ItemId("item-3"))  # fmt: skip
    store.save(apply_all(store.record, (move,)).record)
    assert former_of_meeting(path, MEETING) == ()


def test_what_went_with_a_deleted_item_is_found_by_its_meeting(store, path):
    gone = RemoveItem(meeting_id=MEETING, item_id=ITEM)
    store.save(apply_all(store.record, (gone,)).record, "deleting")
    found = {(one.table, one.row_id) for one in former_of_meeting(path, MEETING)}
    assert found == {("items", "item-1"), *(("blocks", f"block-1-{n}") for n in (1, 2, 3))}


def test_a_store_that_cannot_be_read_is_a_sentence(tmp_path):
    with pytest.raises(KcspError, match="cannot be read"):
        former(tmp_path / "none.db", "blocks", "x")


def test_a_system_that_does_not_say_who_is_logged_in_stops_nothing(monkeypatch):
    def nobody():
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert lock.login() == ""
