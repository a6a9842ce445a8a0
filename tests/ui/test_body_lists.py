"""The lists in the form of a body: standing items and members, worked by key."""

from dataclasses import replace
from datetime import date

import pytest

from kcsp_desktop.domain.body import STANDING, Membership, Role, StandingItem
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.meeting import Details
from kcsp_desktop.domain.people import listed
from kcsp_desktop.domain.planning.pattern import new_meeting
from tests.builders import a_body, a_record, fresh_ids
from tests.ui.pressing import Shown

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def shown(qtbot):
    """Return the page with one body in hand, its form in sight."""
    return Shown(qtbot, "bodies", a_record())


def body(shown):
    return shown.record.bodies[0]


def at(shown, name):
    """Put the focus on a control as Tab would."""
    shown.child(name).setFocus()


def cells(shown, name):
    """Return the words of a list's rows."""
    model = shown.child(name).model()
    return [tuple(cell.text for cell in model.row(n).cells) for n in range(model.rowCount())]


# --- standing items ----------------------------------------------------------------------------


def test_a_standing_item_is_added_behind_the_one_in_hand(shown):
    at(shown, "bodyStanding")
    shown.press("Down", "Ins", "Road Safety", "Tab", "Down", "Tab", "Tab", "Down", "Down", "Down")
    shown.press("Tab", "Mr Okafor", "Tab", "15", "Enter")
    assert body(shown).standing[2] == StandingItem(
        section="B", title="Road Safety", month=3, presenter="Mr Okafor", minutes_planned=15
    )
    assert shown.child("bodyStanding").currentIndex().row() == 2
    shown.undo()
    assert body(shown).standing == STANDING


def test_a_standing_item_says_why_it_is_closed_and_where_it_was_decided(shown):
    at(shown, "bodyStanding")
    shown.press("Ins", "Reviews", "Tab", "Tab", "d", "Tab", "Tab", "Tab", "Tab", "Space")
    shown.press("Tab", "Space", "Tab", "personal data", "Tab", "minute 46", "Enter")
    made = body(shown).standing[1]
    assert (made.kind, made.minuted) == (ItemKind.DATES, False)
    assert (made.restriction, made.decided) == ("personal data", "minute 46")


def test_a_standing_item_is_changed_moved_and_taken_out(shown):
    at(shown, "bodyStanding")
    shown.press("Enter", "Ctrl+A", "Welcome", "Enter")
    assert body(shown).standing[0] == replace(STANDING[0], title="Welcome")
    shown.press("Alt+Down")
    assert [one.title for one in body(shown).standing[:2]] == ["Apologies", "Welcome"]
    shown.press("Del")
    assert body(shown).standing == STANDING[1:]
    for _ in range(3):
        shown.undo()
    assert body(shown).standing == STANDING


def test_an_item_that_is_edited_keeps_what_was_not_touched(shown):
    whole = StandingItem(
        section="B", title="Road Safety", kind=ItemKind.VERBAL, minuted=False, month=3,
        restriction="x", presenter="y", minutes_planned=9, skip_once=True, decided="z",
    )  # fmt: skip
    shown.page.form.standing.given.emit(replace(body(shown), standing=(whole,)), (), "")
    at(shown, "bodyStanding")
    shown.press("Enter", "Enter")
    assert body(shown).standing == (whole,)


def test_s_skips_an_item_once_with_a_mark_and_takes_that_back(shown):
    at(shown, "bodyStanding")
    shown.press("Down", "s")
    assert body(shown).standing[1].skip_once
    assert cells(shown, "bodyStanding")[1] == ("A", "Apologies", "Skipped once")
    made = new_meeting(shown.record, body(shown), Details(date=date(2026, 9, 1)), fresh_ids())
    assert "Apologies" not in [item.title for item in made.items]
    shown.press("s")
    assert body(shown).standing == STANDING
    shown.undo()
    assert body(shown).standing[1].skip_once


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("Ins", "Enter"), "The title is needed."),
        (("Ins", "x", "Tab", "Tab", "Tab", "Tab", "Tab", "soon", "Enter"), "whole number"),
    ],
)
def test_a_standing_item_that_will_not_do_is_refused_with_a_sentence(shown, keys, said):
    at(shown, "bodyStanding")
    shown.press(*keys)
    assert said in shown.child("standingDialog").wrong()
    shown.press("Esc")
    assert body(shown).standing == STANDING


def test_the_command_of_the_menu_skips_too(shown):
    at(shown, "bodyStanding")
    assert shown.page.keys().count("skip") == 1
    shown.page.handlers()["skip"]()
    assert body(shown).standing[0].skip_once


# --- members -----------------------------------------------------------------------------------


def test_a_member_is_added_from_the_people(qtbot):
    record = a_record()
    shown = Shown(qtbot, "bodies", replace(record, bodies=(a_body(members=()),)))
    at(shown, "bodyMembersAdd")
    shown.press("Space", "mr p m quelch", "Tab", "Up", "Enter")
    (member,) = body(shown).members
    assert (member.person_id, member.role) == ("person-2", Role.VICE_CHAIR)
    assert len(shown.record.people) == 5


def test_a_name_that_is_not_there_makes_a_person_and_undo_takes_both(shown):
    at(shown, "bodyMembers")
    shown.press("Ins", "Supt C Bell", "Tab", "Tab", "Birch Police", "Enter")
    person = shown.record.people[-1]
    assert listed(person) == "Supt C Bell"
    assert shown.record.organisation(person.organisation_id).name == "Birch Police"
    assert body(shown).members[-1].person_id == person.id
    assert shown.child("bodyMembers").current_key() == person.id
    shown.undo()
    assert len(shown.record.people) == 5
    assert len(body(shown).members) == 5


def test_nobody_is_a_member_twice(shown):
    at(shown, "bodyMembers")
    shown.press("Ins", "Mrs A Barden", "Enter")
    assert shown.child("memberDialog").wrong() == "Mrs A Barden is a member already."
    shown.press("Esc")


def test_a_member_takes_another_role_and_goes(shown):
    at(shown, "bodyMembers")
    shown.press("Down", "Down", "Enter", "Down", "Tab", "ABC", "Enter")
    assert body(shown).members[2].role is Role.ADVISER
    assert body(shown).members[2].organisation_id == "organisation-1"
    shown.press("Alt+Up", "Del")
    assert [one.person_id for one in body(shown).members] == [
        "person-1",
        "person-2",
        "person-4",
        "person-5",
    ]


def test_the_commands_of_a_list_act_on_the_one_with_the_focus(shown):
    at(shown, "bodyMembers")
    assert {"add", "edit", "remove", "move-up", "move-down"} <= shown.page.handlers().keys()
    shown.page.handlers()["move-down"]()
    assert body(shown).members[1].person_id == "person-1"
    shown.page.table.setFocus()
    assert "move-down" not in shown.page.handlers()


def test_a_member_has_a_term_a_vote_or_none_and_a_substitute(shown):
    at(shown, "bodyMembers")
    shown.press("Enter", "Tab", "Tab", "1/9/2024", "Tab", "31/8/2099", "Tab", "Ms S Oduya", "Tab")
    shown.press("Space", "Enter")
    assert body(shown).members[0] == Membership(
        person_id=PersonId("person-1"), role=Role.CHAIR, begins="2024-09-01", ends="2099-08-31",
        voting=False, substitute_id=PersonId("person-3"),
    )  # fmt: skip
    name, role, _ = cells(shown, "bodyMembers")[0]
    assert name == "Mrs A Barden, to 31 August 2099"
    spoken = shown.child("bodyMembers").model().row(0).spoken
    assert spoken.endswith("from 1 September 2024 to 31 August 2099, substitute Ms Oduya")
    assert role == "Chair, no vote"


def test_a_substitute_may_be_somebody_new(shown):
    at(shown, "bodyMembers")
    shown.press("Enter", "Tab", "Tab", "Tab", "Tab", "Mr T New", "Enter")
    made = shown.record.people[-1]
    assert listed(made) == "Mr T New"
    assert body(shown).members[0].substitute_id == made.id
    shown.undo()
    assert len(shown.record.people) == 5


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("1/9/2024", "Tab", "1/9/2023"), "The last day comes before the first."),
        (("Tab", "Tab", "Mrs A Barden"), "Nobody comes instead of themselves."),
    ],
)
def test_a_term_that_will_not_do_is_refused(shown, keys, said):
    at(shown, "bodyMembers")
    shown.press("Enter", "Tab", "Tab", *keys, "Enter")
    assert shown.child("memberDialog").wrong() == said
    shown.press("Esc")


def test_former_members_stand_apart_and_may_come_again(shown):
    at(shown, "bodyMembers")
    shown.press("Enter", "Tab", "Tab", "Tab", "31/8/2021", "Enter")
    names = [row[0] for row in cells(shown, "bodyMembers")]
    assert names[4:] == ["Former members", "Mrs A Barden, to 31 August 2021"]
    shown.press("Ins", "Mrs A Barden", "Tab", "Tab", "Tab", "1/9/2021", "Enter")
    again = [one for one in body(shown).members if one.person_id == "person-1"]
    assert [(one.begins, one.ends) for one in again] == [("", "2021-08-31"), ("2021-09-01", "")]


def test_a_member_moves_among_those_of_today_only(shown):
    at(shown, "bodyMembers")
    shown.press("Enter", "Tab", "Tab", "Tab", "31/8/2021", "Enter")
    shown.press("Home", "Alt+Down")
    order = [one.person_id for one in body(shown).members]
    assert order == ["person-1", "person-3", "person-2", "person-4", "person-5"]
    shown.press("Home", "Alt+Up")
    assert [one.person_id for one in body(shown).members] == order
