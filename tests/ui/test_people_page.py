"""The People page and the dialog it shares, worked by key."""

from dataclasses import replace

import pytest

from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import Post, listed
from kcsp_desktop.domain.record import Record
from kcsp_desktop.ui.dialogs.person import PersonDialog
from tests.builders import a_person, a_record
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def shown(qtbot):
    """Return the page with five people; Dr van der Veld is in no attendance and no body."""
    record = a_record()
    body = replace(record.bodies[0], members=record.bodies[0].members[:4])
    return Shown(qtbot, "people", replace(record, bodies=(body,)))


def names(shown):
    model = shown.page.model
    return [model.row(n).cells[0].text for n in range(model.rowCount())]


def last(shown):
    return shown.record.people[-1]


def test_people_stand_by_surname(shown):
    assert names(shown) == [
        "Mrs A Barden",
        "Ms S Oduya",
        "Mr P M Quelch",
        "Cllr R Thane-Lisle",
        "Dr J van der Veld",
    ]


def test_ins_adds_a_person_from_the_name_as_printed(shown):
    shown.press("Ins", "Mr P M Hill, OBE", "Tab", "Tab", "Head of Wardens, ABC", "Tab", "abc")
    shown.press("Tab", "p.hill@example.org", "Tab", "03000 1", "Enter")
    hill = last(shown)
    assert (hill.honorific, hill.initials, hill.surname) == ("Mr", "P M", "Hill")
    assert hill.post_nominals == "OBE"
    assert hill.posts == (Post(title="Head of Wardens", organisation="ABC"),)
    assert hill.organisation_id == "organisation-1"
    assert (hill.email, hill.phone) == ("p.hill@example.org", "03000 1")
    assert shown.page.table.current_key() == hill.id
    assert focused() is shown.page.table


def test_a_new_organisation_comes_with_its_person_and_goes_with_undo(shown):
    shown.press("Ins", "Ms L Tran", "Tab", "Tab", "Tab", "Birch Health Board (BHB)", "Enter")
    made = shown.record.organisations[-1]
    assert (made.name, made.short_name) == ("Birch Health Board", "BHB")
    assert last(shown).organisation_id == made.id
    shown.undo()
    assert len(shown.record.organisations) == 1
    assert len(shown.record.people) == 5


def test_the_dialog_says_how_a_name_is_read(shown):
    shown.press("Ins", "Supt C Bell")
    said = shown.child("personReading").text()
    assert said == "Read as title Supt, initials C, surname Bell."
    shown.press("Esc")


def test_a_misread_name_is_given_by_its_parts(shown):
    shown.press("Ins", "Mary Ann Evans Smith", "Tab", "Space")
    shown.press("Tab", "Dame", "Tab", "Ctrl+A", "Mary Ann", "Tab", "Ctrl+A", "Evans Smith")
    shown.press("Tab", "CBE", "Enter")
    made = last(shown)
    assert (made.honorific, made.forename, made.surname) == ("Dame", "Mary Ann", "Evans Smith")
    assert listed(made) == "Dame Mary Ann Evans Smith, CBE"


def test_a_name_without_a_surname_is_refused(shown):
    shown.press("Ins", "Enter")
    assert shown.child("personDialog").wrong() == "The surname is needed."
    shown.press("Esc")
    assert len(shown.record.people) == 5


def test_a_second_person_of_one_name_is_added_only_when_meant(shown):
    shown.press("Ins", "Mrs A Barden", "Enter")
    assert len(shown.record.people) == 5
    shown.press("Enter")
    assert len(shown.record.people) == 6


def test_enter_edits_and_keeps_what_was_not_touched(shown):
    shown.press("Enter", "Ctrl+A", "Mrs A Barden-Cole", "Enter")
    person = shown.record.person(PersonId("person-1"))
    assert person == a_person(1, surname="Barden-Cole")
    shown.undo()
    assert shown.record.person(PersonId("person-1")) == a_person(1)


def test_a_surname_mended_is_mended_in_the_minutes_and_undone_in_one_step(shown):
    before = shown.record
    shown.press("Down", "Down", "Enter", "Ctrl+A", "Mr P M Quelsh", "Enter")
    meeting = shown.record.meetings[0]
    assert meeting.attendance[1].name == "Mr P M Quelsh"
    assert meeting.items[0].blocks[0].text == "Mr Quelsh outlined the report."
    said = "Mr Quelch is Mr Quelsh now, in 4 places of attendances and minutes."
    assert [one[1] for one in shown.notices] == [said]
    shown.undo()
    assert shown.record == before


def test_nothing_changed_is_no_edit(shown):
    shown.press("Enter", "Enter")
    assert not shown.workspace.undo_stack.canUndo()


def test_a_forename_behind_initials_survives_another_letter(qtbot):
    person = a_person(1, forename="Anne")
    shown = Shown(qtbot, "people", a_record(people=(person,), bodies=(), meetings=()))
    shown.press("Enter", "Tab", "Space", "Tab", "Tab", "Tab", "Tab", "MBE", "Enter")
    assert last(shown) == replace(person, post_nominals="MBE")


def test_del_removes_somebody_who_stands_nowhere(shown):
    shown.press("Down", "Down", "Down", "Down", "Del")
    assert len(names(shown)) == 4
    assert shown.notices[0][1] == "Deleted Dr J van der Veld."
    assert shown.page.table.current_key() == "person-4"
    shown.undo()
    assert len(names(shown)) == 5


def test_del_is_refused_for_somebody_in_an_attendance(shown):
    shown.press("Del")
    assert shown.refusals == ["Barden stands in the attendance of a meeting."]
    assert len(names(shown)) == 5


def test_the_filter_reads_posts_and_organisations_too(shown):
    shown.press("Enter", "Tab", "Tab", "Ctrl+A", "Fire Officer", "Enter")
    shown.page.handlers()["find"]()
    shown.press("fire")
    assert names(shown) == ["Mrs A Barden"]


def test_an_empty_list_offers_the_first_person(qtbot):
    shown = Shown(qtbot, "people", Record())
    assert focused().objectName() == "peopleFirst"
    shown.press("Space", "Ms L Tran", "Enter")
    assert names(shown) == ["Ms L Tran"]
    assert focused() is shown.page.table


def test_down_takes_the_organisation_shown_in_grey(shown):
    shown.press("Ins", "Ms L Tran", "Tab", "Tab", "Tab", "boro")
    assert focused().suggestion() == "Alder Borough Council"
    shown.press("Down", "Enter")
    assert last(shown).organisation_id == "organisation-1"


def test_another_page_may_begin_with_a_name_already_typed(shown, qtbot):
    dialog = PersonDialog(shown.look, shown.workspace, shown.window, name="Mr O Reid")
    given = []
    dialog.person_given.connect(lambda *both: given.append(both))
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    shown.press("Enter")
    assert [(listed(person), made) for person, made in given] == [("Mr O Reid", None)]
