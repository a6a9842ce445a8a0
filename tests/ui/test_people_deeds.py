"""Posts, two made one, and lists in and out, on the People page by key."""

from dataclasses import replace

import pytest

from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.people import Post, listed
from kcsp_desktop.domain.record import Record
from kcsp_desktop.importing.people_found import Brought
from kcsp_desktop.ui.pages.people.exchange import bringing_in, first_of, read_people
from tests.builders import a_meeting, a_person, a_record, a_row
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TWIN = a_person(6, surname="Bardem", initials="A", honorific="Mrs", posts=())


@pytest.fixture
def shown(qtbot):
    """Return the page with six people, Mrs A Bardem in hand; she is Mrs A Barden really."""
    rows = (a_row(2), a_row(6, name=listed(TWIN)))
    issued = a_meeting(1, id="m2", state=MeetingState.CIRCULATED, attendance=rows)
    record = a_record(a_meeting(1), issued)
    return Shown(qtbot, "people", replace(record, people=(*record.people, TWIN)))


def person(shown, number):
    return shown.record.person(f"person-{number}")


# --- posts -------------------------------------------------------------------------------------


def test_posts_have_dates_and_the_first_is_the_present_one(shown):
    before = shown.record
    shown.press("Down", "p", "Ins", "Director", "Tab", "ABC", "Tab", "1/4/2026", "Enter")
    shown.press("Down", "Enter", "Tab", "Tab", "Tab", "31/3/2026", "Enter")
    shown.press("Tab", "Enter")
    assert person(shown, 1).posts == (
        Post(title="Director", organisation="ABC", begins="2026-04-01"),
        Post(title="Head of Wardens", organisation="ABC", ends="2026-03-31"),
    )
    assert shown.record.meetings == before.meetings
    shown.undo()
    assert shown.record == before


def test_a_post_is_moved_and_taken_out(shown):
    shown.press("Down", "p", "Ins", "Clerk", "Enter", "Alt+Down", "Home", "Del")
    shown.child("postsDialog").accept()
    assert person(shown, 1).posts == (Post(title="Clerk"),)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("Enter",), "The post is needed."),
        (("Clerk", "Tab", "Tab", "2/1/2020", "Tab", "1/1/2020", "Enter"), "The last day comes"),
    ],
)
def test_a_post_that_will_not_do_is_refused(shown, keys, said):
    shown.press("p", "Ins", *keys)
    assert shown.child("postDialog").wrong().startswith(said)
    shown.press("Esc", "Esc")
    assert person(shown, 6).posts == ()


# --- other spellings ---------------------------------------------------------------------------


def test_other_spellings_are_kept_each_once_and_never_the_name_itself(shown):
    shown.press("Enter", *["Tab"] * 6, "Bardin, Bardem,Bardin ,,", "Enter")
    assert person(shown, 6).spellings == ("Bardin",)


# --- two made one ------------------------------------------------------------------------------


def test_two_spellings_are_made_one_and_undone_in_one_step(shown):
    before = shown.record
    shown.press("g", "Mrs A Barden")
    said = shown.child("mergePreview").text().splitlines()
    assert said[0] == "Mrs A Bardem becomes Mrs A Barden."
    assert said[-1].startswith("The name stays as it was on the day in 1 meeting")
    shown.press("Enter")
    assert person(shown, 6) is None
    assert person(shown, 1).spellings == ("Bardem",)
    issued = shown.record.meetings[1].attendance[1]
    assert (issued.person_id, issued.name) == ("person-1", "Mrs A Bardem")
    assert shown.notices[0][1] == "Mrs A Bardem is Mrs A Barden now."
    assert shown.page.table.current_key() == "person-1"
    shown.undo()
    assert shown.record == before


def test_the_name_in_hand_may_be_the_one_that_is_kept(shown):
    shown.press("g", "Barden", "Tab", "Down", "Enter")
    assert person(shown, 1) is None
    assert listed(person(shown, 6)) == "Mrs A Bardem"


@pytest.mark.parametrize("typed", ["Nobody", "", "Mr"])
def test_who_is_meant_must_be_clear(shown, typed):
    before = shown.record
    shown.press("g", typed, "Enter") if typed else shown.press("g", "Enter")
    assert "Nobody in the list is called so" in shown.child("mergeDialog").wrong()
    shown.press("Esc")
    assert shown.record == before


def test_two_of_an_approved_record_are_refused_before_anything_is_done(qtbot):
    rows = (a_row(1), a_row(6, name=listed(TWIN)))
    record = a_record(a_meeting(1, state=MeetingState.APPROVED, attendance=rows))
    shown = Shown(qtbot, "people", replace(record, people=(*record.people, TWIN)))
    shown.press("g", "Mrs A Barden")
    assert "stand in the attendance" in shown.child("mergePreview").text()
    shown.press("Enter")
    assert "stand in the attendance" in shown.child("mergeDialog").wrong()
    shown.press("Esc")


def test_two_of_the_very_same_name_can_be_made_one(qtbot):
    record = a_record()
    twin = a_person(7, surname="Barden", initials="A", honorific="Mrs")
    shown = Shown(qtbot, "people", replace(record, people=(twin, *record.people)))
    shown.press("g", "Mrs A Barden", "Enter")
    assert len(shown.record.people) == 5


# --- in and out --------------------------------------------------------------------------------


def brought(shown, qtbot, path, text):
    """Bring a file in until the question, or a notice, is there."""
    path.write_text(text, encoding="utf-8")
    shown.page.exchange.ask_source = lambda: str(path)
    shown.press("b")
    qtbot.waitUntil(lambda: focused().window() is not shown.window or bool(shown.notices))


def test_what_a_list_does_is_shown_and_then_done_in_one_step(shown, qtbot, tmp_path):
    before = shown.record
    text = "name,phone,organisation\nMr P Hill,1,Birch Police (BP)\nMrs A Barden,03000 9,\n"
    brought(shown, qtbot, tmp_path / "list.csv", text)
    assert shown.record == before
    assert shown.child("bringInNew").text() == "Mr P Hill"
    assert shown.child("bringInChanged").text() == "Mrs A Barden: phone 03000 9"
    assert shown.child("bringInNeworganisations").text() == "Birch Police (BP)"
    shown.press("Enter")
    assert listed(shown.record.people[-1]) == "Mr P Hill"
    assert person(shown, 1).phone == "03000 9"
    assert shown.notices[0][1] == "Brought in 2 people."
    shown.undo()
    assert shown.record == before


def test_esc_leaves_everything_as_it_was(shown, qtbot, tmp_path):
    before = shown.record
    brought(shown, qtbot, tmp_path / "list.csv", "name\nMr P Hill\n")
    shown.press("Esc")
    assert shown.record == before
    assert not shown.workspace.undo_stack.canUndo()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("list.csv", "name,e-mail\nMr P Hill,x\n", "Line 2: “x” is no e-mail address."),
        ("list.vcf", "nothing\n", "Card 1: it is damaged"),
        ("list.csv", "name\nMrs A Barden\n", "1 person in list.csv stand here so already."),
        ("list.csv", "name\n", "list.csv has none."),
    ],
)
def test_what_brings_nothing_in_is_told(shown, qtbot, tmp_path, name, text, said):
    brought(shown, qtbot, tmp_path / name, text)
    assert shown.notices[0][2].startswith(said)
    assert not shown.workspace.undo_stack.canUndo()


@pytest.mark.parametrize("name", ["people.csv", "people.vcf", "people"])
def test_what_is_written_out_brings_nothing_new_in_again(shown, qtbot, tmp_path, name):
    shown.page.exchange.ask_target = lambda: str(tmp_path / name)
    shown.press("w")
    qtbot.waitUntil(lambda: bool(shown.notices))
    path = tmp_path / (name if "." in name else "people.csv")
    assert shown.notices[0][1] == f"Wrote 6 people to {path.name}."
    found = read_people(path, shown.record.people, shown.record.organisations)
    assert (found.same, found.new, found.changed) == (6, (), ())


def test_two_names_in_one_paragraph_are_both_mended(shown):
    text = "Mr Quelch told Mrs Barden."
    block = replace(shown.record.meetings[0].items[0].blocks[0], runs=((text, 0),))
    item = replace(shown.record.meetings[0].items[0], blocks=(block,))
    record = replace(shown.record, meetings=(replace(shown.record.meetings[0], items=(item,)),))
    people = record.people
    found = Brought(
        changed=(
            (people[1], replace(people[1], surname="Quelsh")),
            (people[0], replace(people[0], surname="Barton")),
        ),
    )
    shown.workspace.record = record
    assert shown.page.submit(*bringing_in(record, found))
    texts = [block.text for block in shown.record.meetings[0].items[0].blocks]
    assert texts == ["Mr Quelsh told Mrs Barton."]


def test_a_few_sentences_are_told_and_the_rest_counted():
    assert first_of(("a.", "b.")) == "a. b."
    assert first_of(("a.", "b.", "c.", "d.", "e.")) == "a. b. c. And 2 more."


def test_an_empty_page_offers_a_list_too(qtbot, tmp_path):
    shown = Shown(qtbot, "people", Record())
    path = tmp_path / "list.vcf"
    path.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ms L Tran\r\nEND:VCARD\r\n")
    shown.page.exchange.ask_source = lambda: str(path)
    shown.press("Tab", "Enter")
    qtbot.waitUntil(lambda: focused().window() is not shown.window)
    shown.press("Enter")
    assert [listed(one) for one in shown.record.people] == ["Ms L Tran"]
