"""The Abbreviations page and its dialog, worked by key."""

import pytest

from kcsp_desktop.domain.abbreviations import Abbreviation
from tests.builders import a_record
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

KNOWN = (
    Abbreviation(id="1", short="ptm", full="A Partnership Member"),
    Abbreviation(id="2", short="asb", full="anti-social behaviour"),
    Abbreviation(id="3", short="DRP", full="Domestic Review Panel", acronym=True),
)


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot, "abbreviations", a_record(abbreviations=KNOWN))


def cells(shown):
    model = shown.page.model
    return [tuple(c.text for c in model.row(n).cells) for n in range(model.rowCount())]


def last(shown):
    one = shown.record.abbreviations[-1]
    return (one.short, one.full, one.acronym)


def test_they_stand_by_what_is_typed(shown):
    assert cells(shown) == [
        ("asb", "anti-social behaviour", "Word"),
        ("DRP", "Domestic Review Panel", "Acronym"),
        ("ptm", "A Partnership Member", "Word"),
    ]


def test_ins_adds_one_and_undo_takes_it_back(shown):
    shown.press("Ins", "cct", "Tab", "closed-circuit television", "Enter")
    assert last(shown) == ("cct", "closed-circuit television", False)
    assert shown.page.table.current_key() == shown.record.abbreviations[-1].id
    assert focused() is shown.page.table
    shown.undo()
    assert shown.record.abbreviations == KNOWN


def test_space_on_the_box_makes_an_acronym(shown):
    shown.press("Ins", "CSP", "Tab", "Community Safety Partnership", "Tab", "Space", "Enter")
    assert last(shown) == ("CSP", "Community Safety Partnership", True)


@pytest.mark.parametrize(
    ("typed", "full", "field", "said"),
    [
        ("", "one", "Typed", "What is typed is needed."),
        ("a b", "one", "Typed", "one word of letters and digits"),
        ("asb", "one", "Typed", "“asb” stands for “anti-social behaviour” already."),
        ("new", " ", "Full", "What it stands for is needed."),
    ],
)
def test_what_is_wrong_is_said_under_its_field(shown, typed, full, field, said):
    shown.press("Ins", typed, "Tab", full, "Enter")
    there = shown.child(f"abbreviation{field}")
    assert said in there.accessibleDescription()
    assert focused() is there
    shown.press("x")
    assert said not in there.accessibleDescription()
    shown.press("Esc")
    assert shown.record.abbreviations == KNOWN


def test_the_dialog_grows_with_what_is_said_in_it(shown):
    shown.press("Ins")
    dialog = shown.child("abbreviationDialog")
    before = dialog.height()
    shown.press("Enter")
    assert dialog.height() > before
    shown.press("Esc")


def test_enter_edits_and_nothing_changed_is_no_edit(shown):
    shown.press("Enter", "Enter")
    assert not shown.workspace.undo_stack.canUndo()
    shown.press("Enter", "Tab", "Ctrl+A", "nuisance", "Enter")
    assert cells(shown)[0] == ("asb", "nuisance", "Word")
    shown.undo()
    assert shown.record.abbreviations == KNOWN


def test_del_deletes_the_one_in_hand(shown):
    shown.press("Down", "Del")
    assert [row[0] for row in cells(shown)] == ["asb", "ptm"]
    assert shown.notices[0][1] == "Deleted “DRP”."
    shown.undo()
    assert shown.record.abbreviations == KNOWN


def test_the_filter_reads_what_they_stand_for(shown):
    shown.page.handlers()["find"]()
    shown.press("partner")
    assert [row[0] for row in cells(shown)] == ["ptm"]
    shown.press("Esc")
    assert len(cells(shown)) == 3


def test_an_empty_list_offers_the_first(qtbot):
    shown = Shown(qtbot, "abbreviations", a_record())
    assert focused().objectName() == "abbreviationsFirst"
    shown.press("Space", "asb", "Tab", "behaviour", "Enter")
    assert last(shown) == ("asb", "behaviour", False)
    assert focused() is shown.page.table
    shown.press("Del")
    assert focused().objectName() == "abbreviationsFirst"


def bring(shown, tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    shown.page.ask_source = lambda: str(path)
    shown.press("b")


def test_b_brings_a_table_in_as_one_step_and_tells_what_was_there(shown, tmp_path):
    bring(shown, tmp_path, "cct,closed-circuit television\nasb,other\nPCC,Commissioner,acronym\n")
    assert last(shown) == ("PCC", "Commissioner", True)
    already = "Line 2: “asb” stands for “anti-social behaviour” already."
    assert shown.notices == [("info", "Brought in 2 abbreviations.", already)]
    shown.undo()
    assert shown.record.abbreviations == KNOWN


def test_a_table_with_a_wrong_line_changes_nothing(shown, tmp_path):
    bring(shown, tmp_path, "cct,one\n,a\n,b\n,c\n,d\n")
    assert shown.record.abbreviations == KNOWN
    _, what, told = shown.notices[0]
    assert what == "Nothing was brought in."
    assert told.startswith("Line 2: ")
    assert told.endswith("And 1 more.")


def test_a_table_of_nothing_new_is_said_to_be_so(shown, tmp_path):
    bring(shown, tmp_path, "typed,stands for\n")
    assert shown.notices == [("info", "There was nothing new to bring in.", "list.csv has none.")]


def test_w_writes_out_what_can_be_brought_in_again(shown, tmp_path):
    shown.page.ask_target = lambda: str(tmp_path / "mine")
    shown.press("w")
    assert shown.notices[0][1] == "Wrote 3 abbreviations to mine.csv."
    lines = (tmp_path / "mine.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "asb,anti-social behaviour,word"


def test_a_table_that_nobody_was_asked_about_is_not_replaced(shown, tmp_path):
    (tmp_path / "mine.csv").write_text("old")
    shown.page.ask_target = lambda: str(tmp_path / "mine")
    shown.press("w")
    assert (tmp_path / "mine.csv").read_text() == "old"
    shown.page.ask_target = lambda: str(tmp_path / "mine.csv")
    shown.press("w")
    assert (tmp_path / "mine.csv").read_text() != "old"
    assert [said[1] for said in shown.notices] == [
        "Wrote 3 abbreviations to mine (2).csv.",
        "Wrote 3 abbreviations to mine.csv.",
    ]


def test_no_file_chosen_is_no_deed(shown):
    shown.page.ask_source = shown.page.ask_target = lambda: ""
    shown.press("b", "w")
    assert shown.notices == []
    assert not shown.workspace.undo_stack.canUndo()


def test_a_file_that_cannot_be_read_is_refused(shown, tmp_path):
    shown.page.ask_source = lambda: str(tmp_path / "gone.csv")
    shown.press("b")
    ((level, what, _),) = shown.notices
    assert (level, what[:26]) == ("warn", "gone.csv could not be read")
