"""The Attendance page, worked by key."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.ui.pages.attendance.rows import counts, doubts
from kcsp_desktop.ui.workspace import Place
from tests.builders import (
    MEETING,
    a_body,
    a_meeting,
    a_person,
    a_record,
    a_row,
    an_organisation,
)
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(qtbot):
    """Return a maker of the page; four people in the list, not marked yet."""

    def made(attendance=None, width=1366, record=None, **fields):
        roles = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.MEMBER)
        rows = tuple(a_row(n, Capacity.UNMARKED, role=role) for n, role in enumerate(roles, 1))
        rows = rows if attendance is None else attendance
        record = record or a_record(a_meeting(attendance=rows, **fields))
        shown = Shown(qtbot, "attendance", record, width)
        shown.page.open(MEETING)
        shown.page.focus_first()
        return shown

    return made


def rows(shown):
    return shown.record.meetings[0].attendance


def marks(shown):
    return [row.capacity for row in rows(shown)]


def printed(shown, label):
    return shown.child(f"printed{label}").text().replace("\N{NO-BREAK SPACE}", " ")


def test_a_letter_marks_and_moves_down(page):
    shown = page()
    shown.press("p", "o", "a", "n")
    assert marks(shown) == [
        Capacity.PRESENT,
        Capacity.ONLINE,
        Capacity.APOLOGIES,
        Capacity.ABSENT,
    ]
    for _ in range(4):
        shown.undo()
    assert set(marks(shown)) == {Capacity.UNMARKED}


def test_twenty_two_people_are_marked_by_as_many_keys(page):
    shown = page(tuple(a_row(n, Capacity.UNMARKED, name=f"Mr A {n}") for n in range(1, 23)))
    shown.press("p" * 22)
    assert set(marks(shown)) == {Capacity.PRESENT}


def test_i_and_l_and_backspace(page):
    shown = page()
    shown.press("i", "l", "p", "Up", "Backspace")
    assert marks(shown)[:3] == [Capacity.IN_ATTENDANCE, Capacity.ALSO_PRESENT, Capacity.UNMARKED]


def test_the_row_in_hand_shows_its_keys_with_the_chosen_one(page):
    cell = page((a_row(1, Capacity.ONLINE),)).page.model.row(0).cells[2]
    assert (cell.keys, cell.chosen_key) == (("P", "O", "A", "S", "I", "L", "N"), "O")


def a_guest(number=7, **fields):
    """Return the row of somebody who is no member of the body."""
    return a_row(number, Capacity.UNMARKED, **fields)


def test_s_asks_of_a_guest_for_whom_and_offers_who_is_not_here_first(page):
    shown = page((a_row(1), a_row(2), a_row(3, Capacity.APOLOGIES), a_guest()))
    shown.press("Down", "Down", "Down", "s", "Enter")
    last = rows(shown)[3]
    assert (last.capacity, last.substitute_for) == (Capacity.SUBSTITUTE, PersonId("person-3"))
    assert shown.page.model.row(3).cells[3].text == "for Ms S Oduya"
    assert focused() is shown.page.table


def test_s_says_that_there_is_nobody_to_stand_in_for(page):
    guest = a_guest()
    people = (*(a_person(n) for n in range(1, 6)), a_person(7))
    shown = page(record=a_record(a_meeting(attendance=(guest,)), people=people))
    shown.press("s")
    assert shown.notices[0][1] == "There is nobody to stand in for."


def test_all_who_are_not_marked_become_present_and_officers_in_attendance(page):
    officer = a_row(2, Capacity.UNMARKED, role=Role.OFFICER)
    shown = page((a_row(1, Capacity.APOLOGIES), a_row(3, Capacity.UNMARKED), officer))
    shown.page.handlers()["all-present"]()
    assert marks(shown) == [Capacity.APOLOGIES, Capacity.PRESENT, Capacity.IN_ATTENDANCE]
    shown.undo()
    assert marks(shown)[1] is Capacity.UNMARKED


def test_del_takes_a_row_and_says_how_it_comes_back(page):
    shown = page()
    shown.press("Del")
    assert len(rows(shown)) == 3
    assert shown.notices[0][2] == "Ctrl+Z brings them back."
    assert shown.page.table.current_key() == "person-2"


def test_rows_are_moved(page):
    shown = page()
    shown.press("Alt+Down")
    assert [row.person_id for row in rows(shown)][:2] == ["person-2", "person-1"]
    assert shown.page.table.current_key() == "person-1"


def test_a_list_is_typed_from_nothing(page):
    shown = page(
        (), record=a_record(a_meeting(attendance=()), people=(), bodies=(a_body(members=()),))
    )
    shown.press("Ins", "Mr P M Hill, OBE", "Tab", "Tab", "Tab", "c", "Enter")
    shown.press("Ins", "Mr Rivers", "Enter", "Ins", "Ms S Allen", "Enter")
    shown.press("Ins", "Mrs A Taylor", "Tab", "i", "Tab", "Clerk", "Enter")
    shown.press("Ins", "Mr M Dentten", "Tab", "Tab", "Adviser", "Enter")
    assert [(row.name, row.capacity, row.role, row.post) for row in rows(shown)] == [
        ("Mr P M Hill, OBE", Capacity.PRESENT, Role.CHAIR, ""),
        ("Mr Rivers", Capacity.PRESENT, Role.MEMBER, ""),
        ("Ms S Allen", Capacity.PRESENT, Role.MEMBER, ""),
        ("Mrs A Taylor", Capacity.IN_ATTENDANCE, Role.OFFICER, "Clerk"),
        ("Mr M Dentten", Capacity.IN_ATTENDANCE, Role.OFFICER, "Adviser"),
    ]
    assert [person.surname for person in shown.record.people][:2] == ["Hill", "Rivers"]
    assert focused() is shown.page.table
    shown.undo()
    assert (len(rows(shown)), len(shown.record.people)) == (4, 4)


def test_who_is_known_is_taken_and_not_doubled(page):
    shown = page((), record=a_record(a_meeting(attendance=())))
    shown.press("Ins", "mrs a barden", "Enter")
    assert len(shown.record.people) == 5
    row = rows(shown)[0]
    assert (row.person_id, row.name, row.role) == ("person-1", "Mrs A Barden", Role.CHAIR)
    assert row.post == "Head of Wardens, ABC"


def test_who_is_in_the_list_already_is_refused(page):
    shown = page()
    shown.press("Ins", "Mrs A Barden", "Enter")
    assert len(rows(shown)) == 4
    assert shown.page.findChild(QLabel, "") is not None
    shown.press("Esc")
    assert focused() is shown.page.table


def test_a_new_organisation_comes_with_its_person(page):
    shown = page()
    shown.press("Ins", "Dr E Marsh", "Tab", "Tab", "Tab", "Tab", "Harbour Trust (HT)", "Enter")
    person = shown.record.people[-1]
    assert shown.record.organisation(person.organisation_id).short_name == "HT"
    assert rows(shown)[-1].organisation == "Harbour Trust"


def test_enter_changes_the_row_as_on_the_day_and_not_the_person(page):
    shown = page()
    shown.press("Enter", "Ctrl+A", "Mrs A Barden-Hay", "Enter")
    assert rows(shown)[0].name == "Mrs A Barden-Hay"
    assert shown.record.people[0].surname == "Barden"


def test_enter_without_a_change_is_no_step_of_undo(page):
    shown = page((a_row(1, organisation="ABC"),))
    shown.press("Enter", "Enter")
    assert shown.workspace.undo_stack.count() == 0


def test_an_empty_list_offers_the_members_of_the_body(page):
    shown = page(())
    shown.child("attendanceMembers").click()
    assert [row.person_id for row in rows(shown)] == [f"person-{n}" for n in range(1, 6)]
    assert focused() is shown.page.table
    shown.undo()
    assert focused() is shown.child("attendanceFirst")


def test_the_lines_stand_as_they_will_be_printed(page):
    shown = page()
    shown.press("p", "p", "p", "i")
    assert printed(shown, "Present") == (
        "Mrs A Barden (Chair), Mr P M Quelch (Vice-Chair) and Ms S Oduya."
    )
    assert printed(shown, "InAttendance") == "Cllr R Thane-Lisle."
    assert not shown.child("printedAlsoPresent").isVisible()


def test_quorum_is_shown_where_one_is_set(page):
    shown = page()
    shown.press("p", "p")
    assert shown.child("attendanceQuorum").words() == "Not met: 2 members here, 3 needed"
    shown.press("p")
    assert shown.child("attendanceQuorum").words() == "Met: 3 members here, 3 needed"


def test_no_quorum_no_words_of_it(page):
    shown = page(record=a_record(bodies=(a_body(quorum=0),)))
    assert not shown.child("attendanceQuorum").isVisible()


def test_counts_are_said_in_words():
    kinds = (Capacity.PRESENT, Capacity.ONLINE, Capacity.SUBSTITUTE, Capacity.UNMARKED)
    rows = tuple(a_row(n, capacity) for n, capacity in enumerate(kinds, 1))
    assert counts(rows) == ((3, "present, 1 online and 1 a substitute"), (1, "not marked yet"))
    assert counts(()) == ((0, "present"),)


def test_doubts_are_about_marks_posts_titles_and_initials():
    rows = (
        a_row(1, Capacity.UNMARKED),
        a_row(2, Capacity.IN_ATTENDANCE),
        a_row(3, name="Widden"),
        a_row(4, name="Mr Rivers"),
    )
    assert [doubt.what for doubt in doubts(a_body(), a_meeting(attendance=rows))] == [
        "Mrs A Barden is not marked",
        "Mr P M Quelch has no post",
        "Widden has no title",
        "Mr Rivers has no initial",
    ]


def test_many_who_are_not_marked_are_one_doubt():
    rows = tuple(a_row(n, Capacity.UNMARKED) for n in range(1, 6))
    found = doubts(a_body(), a_meeting(attendance=rows))
    assert [doubt.what for doubt in found] == ["5 people are not marked"]


def test_a_row_is_read_whole_and_names_its_organisation(page):
    row = replace(a_row(1, Capacity.ONLINE, role=Role.CHAIR), organisation="ABC", arrived="10.12")
    shown = page(
        (row,), record=a_record(a_meeting(attendance=(row,)), organisations=(an_organisation(),))
    )
    assert shown.page.model.row(0).spoken == (
        "Mrs A Barden, Chair, Alder Borough Council, online, arrived 10.12"
    )


def test_the_filter_finds_and_letters_go_on(page):
    shown = page()
    shown.page.go_to_filter()
    shown.press("Oduya", "Enter", "p")
    assert [row.capacity for row in rows(shown)].index(Capacity.PRESENT) == 2


def test_an_approved_record_refuses(page):
    shown = page(state=MeetingState.APPROVED)
    shown.press("p")
    assert "need an amendment" in shown.refusals[0]
    assert set(marks(shown)) == {Capacity.UNMARKED}


def test_undo_leads_to_the_person_and_a_narrow_window_folds_the_panel(page):
    shown = page(width=700)
    shown.page.go_to(Place(page="attendance", meeting_id=MEETING, item_id="person-3"))
    assert shown.page.table.current_key() == "person-3"
    assert not shown.child("attendancePrinted").isVisible()
