"""What the Attendance page asks: substitutes, times, the chair, the sitting; all by key."""

from dataclasses import replace
from datetime import time

import pytest

from kcsp_desktop.domain.attendance import Capacity, Declaration
from kcsp_desktop.domain.body import Membership, Role
from kcsp_desktop.domain.edits import PutPerson
from kcsp_desktop.domain.ids import DeclarationId, ItemId, PersonId
from kcsp_desktop.domain.life import Adjournment
from kcsp_desktop.ui.pages.attendance.rows import doubts, notes, place_of_surname
from kcsp_desktop.ui.workspace import Submission
from tests.builders import (
    MEETING,
    a_body,
    a_meeting,
    a_person,
    a_record,
    a_row,
)
from tests.ui.pressing import Shown, focused

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ROLES = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.MEMBER)
FOUR = tuple(a_row(n, role=role) for n, role in enumerate(ROLES, 1))


@pytest.fixture
def page(qtbot):
    """Return a maker of the page; the first four of five members are in the list."""

    def made(rows=FOUR, width=1366, body=None, **fields):
        record = a_record(
            a_meeting(attendance=rows, **fields),
            bodies=(body or a_body(),),
            people=(*(a_person(n) for n in range(1, 6)), a_person(6, surname="Yeo")),
        )
        shown = Shown(qtbot, "attendance", record, width)
        shown.page.open(MEETING)
        shown.page.focus_first()
        return shown

    return made


def rows(shown):
    return {row.person_id: row for row in shown.record.meetings[0].attendance}


def the_meeting(shown):
    return shown.record.meetings[0]


# --- to a name -------------------------------------------------------------------------------

NAMES = ("Mr A Hale", "Ms B Holt", "Mrs C Hogg", "Dr D Éclair", "Cllr J van Holt")


@pytest.mark.parametrize(
    ("typed", "first", "found"),
    [
        ("h", 0, 0),
        ("ho", 0, 1),
        ("HO", 2, 2),
        ("h", 3, 0),
        ("e", 0, 3),
        ("van", 0, 4),
        ("x", 0, -1),
    ],
)
def test_a_surname_is_found_by_its_letters(typed, first, found):
    assert place_of_surname(NAMES, typed, first) == found


def test_shift_and_letters_go_to_a_surname_and_letters_alone_still_mark(page):
    shown = page()
    shown.press("Shift+T", "a")
    assert rows(shown)["person-4"].capacity is Capacity.APOLOGIES
    shown.press("Shift+Q", "Shift+U", "n")
    assert rows(shown)["person-2"].capacity is Capacity.ABSENT
    assert [row.capacity for row in rows(shown).values()].count(Capacity.PRESENT) == 2


def test_a_letter_that_begins_no_surname_says_so_and_stays(page):
    shown = page()
    shown.press("Shift+X")
    assert shown.notices[0][1] == "No surname begins with X."
    assert shown.page.table.current_key() == "person-1"


def test_the_same_letter_goes_on_to_the_next_of_it(page):
    shown = page(tuple(replace(row, name=f"Mr A Hill{n}") for n, row in enumerate(FOUR)))
    shown.press("Shift+H", "Shift+H")
    assert shown.page.table.current_key() == "person-3"


# --- substitutes -----------------------------------------------------------------------------


def test_the_named_substitute_is_offered_and_stands_behind_the_member(page):
    body = a_body()
    named = replace(body.members[1], substitute_id=PersonId("person-6"))
    shown = page(body=replace(body, members=(body.members[0], named, *body.members[2:])))
    shown.press("Down", "s", "Enter")
    assert list(rows(shown)) == [f"person-{n}" for n in (1, 2, 6, 3, 4)]
    assert rows(shown)["person-2"].capacity is Capacity.APOLOGIES
    new = rows(shown)["person-6"]
    assert (new.capacity, new.substitute_for) == (Capacity.SUBSTITUTE, "person-2")
    assert shown.page.table.current_key() == "person-3"
    shown.undo()
    assert tuple(rows(shown).values()) == FOUR


def test_a_substitute_nobody_knew_is_added_without_leaving(page):
    shown = page()
    shown.press("Down", "Down", "s", "Mr Z Underhill", "Tab", "Harbour Trust (HT)", "Enter")
    person = shown.record.people[-1]
    assert (person.surname, person.initials) == ("Underhill", "Z")
    assert rows(shown)[person.id].organisation == "HT"
    assert shown.record.organisation(person.organisation_id).name == "Harbour Trust"
    shown.undo()
    assert len(shown.record.people) == 6


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "The name is needed."),
        ("Mrs A Barden", "Mrs A Barden is a member and here already."),
        ("Ms S Oduya", "Nobody can be a substitute for themselves: Ms S Oduya is the member."),
    ],
)
def test_who_cannot_be_a_substitute_is_refused(page, name, said):
    shown = page()
    shown.press("Down", "Down", "s", "Ctrl+A", name or "Backspace", "Enter")
    assert shown.child("insteadDialog").wrong() == said
    shown.press("Esc")
    assert tuple(rows(shown).values()) == FOUR


def test_another_substitute_takes_the_place_of_the_first(page):
    shown = page()
    shown.press("Down", "Down", "s", "Dr J van der Veld", "Enter")
    shown.press("Shift+O", "s", "Ctrl+A", "Mrs A Lowe", "Enter")
    found = [row.name for row in rows(shown).values() if row.substitute_for == "person-3"]
    assert found == ["Mrs A Lowe"]
    assert rows(shown)["person-5"].capacity is Capacity.UNMARKED


def test_a_member_and_a_substitute_who_are_both_here_are_a_doubt():
    instead = a_row(5, Capacity.SUBSTITUTE, substitute_for=PersonId("person-3"))
    found = doubts(a_body(), a_meeting(attendance=(*FOUR, instead)))
    assert [one.what for one in found] == ["Ms S Oduya and a substitute are both here"]


# --- who came and went -----------------------------------------------------------------------


def test_t_notes_an_arrival_at_an_item_and_who_was_not_here_is(page):
    shown = page((replace(FOUR[0], capacity=Capacity.ABSENT), *FOUR[1:]))
    shown.press("t", "b2", "Tab", "1041", "Enter")
    row = rows(shown)["person-1"]
    assert (row.capacity, row.arrived, row.arrived_item) == (
        Capacity.PRESENT, "10.41", "item-2",
    )  # fmt: skip
    assert shown.page.model.row(0).cells[3].text == "arrived at B2, 10.41"
    assert focused() is shown.page.table


def test_t_notes_a_departure_and_forgets_what_is_emptied(page):
    shown = page((replace(FOUR[0], arrived_item=ItemId("item-1"), arrived="10.05"), *FOUR[1:]))
    shown.press("t", "Ctrl+A", "Backspace", "Tab", "Ctrl+A", "Backspace", "Tab", "B3", "Enter")
    assert shown.page.model.row(0).cells[3].text == "left at B3"


def test_who_went_out_and_came_back_is_told_in_that_order(page):
    shown = page()
    shown.press("t", "B3", "Tab", "Tab", "B2", "Tab", "10.20", "Enter")
    assert shown.page.model.row(0).cells[3].text == "left at B2, 10.20; back at B3"


def test_an_item_that_is_not_there_is_refused(page):
    shown = page()
    shown.press("t", "B9", "Enter")
    field = shown.child("comingsDialog").form.fields["arrivedItem"]
    assert field.wrong() == "No item of this meeting has that code."
    shown.press("Esc")
    assert shown.workspace.undo_stack.count() == 0


def test_declarations_are_shown_with_their_items():
    declared = Declaration(
        id=DeclarationId("d"),
        person_id=PersonId("person-3"),
        name="Ms S Oduya",
        item_id=ItemId("item-2"),
        left_room=True,
    )
    meeting = a_meeting(attendance=FOUR, declarations=(declared,))
    assert notes(meeting)["person-3"] == "interest in B2, left the room"


# --- the sitting -----------------------------------------------------------------------------


def test_the_vice_chair_is_offered_where_the_chair_is_not_here(page):
    shown = page()
    shown.press("a")
    assert "C: Mr P M Quelch (Vice-Chair)?" in [
        one.todo for one in doubts(a_body(), the_meeting(shown))
    ]
    shown.press("c", "Enter")
    assert the_meeting(shown).presided_by == "person-2"
    printed = shown.child("printedPresent").text().replace("\N{NO-BREAK SPACE}", " ")
    assert printed.startswith("Mr P M Quelch (Vice-Chair, in the Chair), ")
    assert shown.child("attendanceChair").words() == ("In the Chair: Mr P M Quelch (Vice-Chair)")
    shown.undo()
    assert the_meeting(shown).presided_by is None


def test_a_narrow_window_offers_the_vice_chair_and_tells_the_quorum(page):
    shown = page(width=700)
    counts = shown.child("attendanceCounts").text().replace("&nbsp;", " ")
    assert "of 3 needed for a quorum" in counts
    shown.press("a")
    assert shown.notices == [
        ("info", "The Chair is not here.", "C, then Enter: Mr P M Quelch presides.")
    ]


def test_start_end_and_breaks_are_kept_as_one_change(page):
    shown = page()
    shown.press("m", "Tab", "12.35 pm", "Tab", "11.15 to 11.30", "Enter")
    meeting = the_meeting(shown)
    assert meeting.details.end == time(12, 35)
    assert meeting.adjournments == (Adjournment(at="11.15", resumed="11.30"),)
    assert shown.child("attendanceTimes").words() == (
        "10.00 am to 12.35 pm, adjourned 11.15 to 11.30"
    )
    shown.undo()
    assert (the_meeting(shown).details.end, the_meeting(shown).adjournments) == (None, ())


def test_a_lost_quorum_is_told_once_and_where(page):
    shown = page()
    shown.press("t", "Tab", "Tab", "B3", "Enter", "Down", "t", "Tab", "Tab", "B2", "Enter")
    assert [one[:2] for one in shown.notices] == [
        ("warn", "The quorum is lost: 2 members are here, 3 are needed.")
    ]
    assert shown.child("attendanceQuorum").words() == "Not met: 2 members here, 3 needed"


def test_a_quorum_that_came_late_is_told_at_its_item(page):
    late = {"arrived_item": ItemId("item-3")}
    shown = page((*FOUR[:2], *(replace(row, **late) for row in FOUR[2:])))
    assert shown.child("attendanceQuorum").words() == "Met: 4 members here, 3 needed"
    lost = shown.child("attendanceQuorumLost").words()
    assert lost == "Not met at B1: 2 members here, 3 needed"


def test_a_meeting_is_closed_for_want_of_a_quorum(page):
    shown = page((*FOUR[:2], *(replace(row, capacity=Capacity.ABSENT) for row in FOUR[2:])))
    shown.press("q", "10.20 am", "Enter")
    assert (the_meeting(shown).inquorate, the_meeting(shown).details.end) == (True, time(10, 20))
    words = "Closed without a quorum: 2 members here, 3 needed"
    assert shown.child("attendanceQuorum").words() == words
    shown.undo()
    assert (the_meeting(shown).inquorate, the_meeting(shown).details.end) == (False, None)


def test_a_body_without_a_quorum_cannot_lose_it(page):
    shown = page(body=a_body(quorum=0))
    shown.press("q")
    assert shown.notices[0][1] == "This body has no quorum."


# --- as on the day ---------------------------------------------------------------------------


def test_the_members_are_refreshed_and_who_is_there_stays_as_on_the_day(page):
    shown = page()
    married = replace(shown.record.people[0], surname="Barden-Hay")
    shown.workspace.submit(Submission(edits=(PutPerson(person=married),)))
    shown.press("r")
    assert list(rows(shown)) == [f"person-{n}" for n in range(1, 6)]
    assert rows(shown)["person-1"].name == "Mrs A Barden"
    assert shown.notices[0][1] == "Added: Dr J van der Veld."
    shown.press("r")
    assert shown.notices[1][1] == "Every member of the day is in the list."


def test_all_are_here_lists_the_members_of_an_empty_list_first(page):
    clerk = Membership(person_id=PersonId("person-6"), role=Role.OFFICER)
    shown = page((), body=a_body(members=(*a_body().members, clerk)))
    shown.page.handlers()["all-present"]()
    marks = [row.capacity for row in rows(shown).values()]
    assert marks == [*[Capacity.PRESENT] * 5, Capacity.IN_ATTENDANCE]
