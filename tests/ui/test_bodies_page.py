"""The Bodies page, worked by key."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

from kcsp_desktop.domain.body import MentionReach, ResolutionShape, Role
from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.domain.people import listed
from kcsp_desktop.domain.record import Record
from tests.builders import a_body, a_record
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def shown(qtbot):
    """Return the page with two bodies, the one with members and a meeting in hand."""
    other = a_body(id=BodyId("body-2"), name="Birch Board", short_name="BB", members=())
    return Shown(qtbot, "bodies", a_record(bodies=(a_body(), other)))


def body(shown):
    return shown.record.bodies[0]


def at(shown, name):
    """Put the focus on a control as Tab would."""
    shown.child(name).setFocus()


def typed(shown, name, text):
    at(shown, name)
    shown.press("Ctrl+A", text, "Enter")


def test_enter_goes_to_the_form_and_esc_back(shown):
    shown.press("Enter")
    assert focused().objectName() == "bodyName"
    shown.press("Esc")
    assert focused() is shown.page.table


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("bodyName", "Alder Partnership", "name", "Alder Partnership"),
        ("bodyShortName", "AP", "short_name", "AP"),
        ("bodyAuthority", "ALDER COUNCIL", "authority", "ALDER COUNCIL"),
        ("bodyChairWord", "Chairman", "chair_word", "Chairman"),
        ("bodyViceChairWord", "Deputy", "vice_chair_word", "Deputy"),
        ("bodyMemberWord", "Member", "member_word", "Member"),
        ("bodyVenue", "Sessions House", "usual_venue", "Sessions House"),
        ("bodyQuorum", "7", "quorum", 7),
    ],
)
def test_a_line_is_kept_by_enter_as_one_edit(shown, name, text, field, value):
    before = body(shown)
    typed(shown, name, text)
    assert body(shown) == replace(before, **{field: value})
    shown.undo()
    assert body(shown) == before
    assert shown.child(name).text() == str(getattr(before, field))


def test_a_line_is_kept_by_leaving_it(shown):
    at(shown, "bodyVenue")
    shown.press("Barn", "Tab")
    assert body(shown).usual_venue == "Barn"
    assert shown.workspace.undo_stack.count() == 1


def test_ctrl_z_in_a_line_takes_back_typing_and_else_the_last_edit(shown):
    typed(shown, "bodyVenue", "Barn")
    shown.press("x", "Ctrl+Z")
    assert shown.child("bodyVenue").text() == "Barn"
    shown.press("Esc", "Ctrl+Z")
    assert body(shown).usual_venue == ""
    assert shown.child("bodyVenue").text() == ""


def test_esc_takes_typing_back_before_it_leaves(shown):
    at(shown, "bodyVenue")
    shown.press("Barn", "Esc")
    assert shown.child("bodyVenue").text() == ""
    assert focused().objectName() == "bodyVenue"
    assert not shown.workspace.undo_stack.canUndo()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("bodyName", " ", "The name is needed"),
        ("bodyShortName", "A/C", "no slash and no spaces"),
        ("bodyShortName", "A C", "no slash and no spaces"),
        ("bodyShortName", " ", "A short name is needed"),
        ("bodyShortName", "BB", "Birch Board has the short name BB already."),
        ("bodyQuorum", "some", "whole number"),
    ],
)
def test_a_refused_value_comes_back_with_a_sentence(shown, name, text, said):
    before = body(shown)
    field = shown.child(name)
    shown_before = field.text()
    typed(shown, name, text)
    assert body(shown) == before
    assert field.text() == shown_before
    assert said in field.accessibleDescription()
    shown.press("x")
    assert field.accessibleDescription() == ""


def test_a_choice_shows_what_it_gives_and_is_kept(shown):
    shape = shown.child("bodyResolution")
    assert [shape.itemText(n) for n in range(3)] == [
        "RESOLVED that the Alder Community Partnership …",
        "RESOLVED that the ACP …",
        "RESOLVED to …",
    ]
    at(shown, "bodyResolution")
    shown.press("Down", "Down")
    assert body(shown).resolution_shape is ResolutionShape.TO
    at(shown, "bodyRecordWord")
    shown.press("Down")
    assert body(shown).record_word == "minutes"


def test_a_first_mention_may_reach_over_the_whole_meeting(shown):
    at(shown, "bodyMentionReach")
    shown.press("Down")
    assert body(shown).mention_reach is MentionReach.MEETING
    shown.undo()
    assert body(shown).mention_reach is MentionReach.ITEM
    assert shown.child("bodyMentionReach").currentText() == "The item"


def test_words_spelt_so_are_kept_once_and_by_the_alphabet(shown):
    typed(shown, "bodyWords", "Tyland, Aylesham,, tyland Aylesham ")
    assert body(shown).words == ("Aylesham", "Tyland", "tyland")
    assert shown.child("bodyWords").text() == "Aylesham, Tyland, tyland"
    typed(shown, "bodyWords", "Tyland;tyland  Aylesham".replace(";", ","))
    assert shown.workspace.undo_stack.count() == 1
    assert shown.child("bodyWords").text() == "Aylesham, Tyland, tyland"
    shown.undo()
    assert body(shown).words == ()
    assert shown.child("bodyWords").text() == ""


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("bodyPrintApologies", "print_apologies"),
        ("bodyPrintRestricted", "print_restricted_heading"),
        ("bodyBoldResolved", "bold_resolved"),
        ("bodyRecordsVotes", "records_votes"),
        ("bodyMentionInitials", "mention_initials"),
    ],
)
def test_a_box_is_ticked_by_space_and_undone(shown, name, field):
    at(shown, name)
    shown.press("Space")
    assert getattr(body(shown), field)
    shown.undo()
    assert not getattr(body(shown), field)
    assert not shown.child(name).isChecked()


def test_ins_makes_a_body_and_goes_to_its_form(shown):
    shown.press("Ins", "Cedar Forum", "Tab", "CF", "Tab", "CEDAR COUNCIL", "Enter")
    made = shown.record.bodies[-1]
    assert (made.name, made.short_name, made.authority) == ("Cedar Forum", "CF", "CEDAR COUNCIL")
    assert focused().objectName() == "bodyName"
    assert focused().text() == "Cedar Forum"


def test_a_short_name_that_is_taken_is_said_in_the_dialog(shown):
    shown.press("Ins", "Cedar Forum", "Tab", "BB", "Enter")
    dialog = shown.child("newBodyDialog")
    assert dialog.wrong().startswith("Birch Board has the short name BB already.")
    shown.press("Esc")


def test_a_body_with_meetings_is_kept_and_one_without_goes(shown):
    shown.press("Del")
    assert shown.refusals[0].startswith("Alder Community Partnership has meetings.")
    shown.press("Down", "Del")
    assert [one.id for one in shown.record.bodies] == ["body-1"]
    assert shown.notices[0][1] == "Deleted Birch Board."
    shown.undo()
    assert len(shown.record.bodies) == 2


# --- sections ----------------------------------------------------------------------------------


def test_a_section_is_added_with_the_next_letter(shown):
    at(shown, "bodySections")
    shown.press("Ins", "Urgent business", "Tab", "Tab", "Space", "Enter")
    made = body(shown).sections[-1]
    assert (made.letter, made.title, made.restricted) == ("E", "Urgent business", True)
    assert shown.child("bodySections").current_key() == "E"


def test_a_section_is_changed_moved_and_taken_out(shown):
    at(shown, "bodySections")
    shown.press("Enter", "Ctrl+A", "Business", "Enter")
    assert body(shown).sections[0].title == "Business"
    shown.press("Alt+Down")
    assert [one.letter for one in body(shown).sections] == ["B", "A", "C", "D"]
    shown.press("Del")
    assert [one.letter for one in body(shown).sections] == ["B", "C", "D"]
    shown.undo()
    shown.undo()
    assert [one.letter for one in body(shown).sections] == ["A", "B", "C", "D"]


@pytest.mark.parametrize("letter", ["A", "AB", "7", ""])
def test_a_section_needs_a_letter_of_its_own(shown, letter):
    at(shown, "bodySections")
    shown.press("Ins", "Urgent business", "Tab", "Ctrl+A", letter or " ", "Enter")
    assert shown.child("sectionDialog").wrong()
    shown.press("Esc")
    assert len(body(shown).sections) == 4


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


# --- room and readers --------------------------------------------------------------------------


def test_where_there_is_no_room_enter_shows_the_form_alone(qtbot):
    shown = Shown(qtbot, "bodies", a_record(), width=900)
    assert not shown.child("bodyForm").isVisible()
    shown.press("Enter")
    assert shown.child("bodyForm").isVisible()
    assert not shown.page.table.isVisible()
    shown.press("Esc")
    assert focused() is shown.page.table


def test_every_control_has_a_name(shown):
    kinds = (QLineEdit, QComboBox, QAbstractButton, QTableView)
    nameless = [
        widget.objectName() or type(widget).__name__
        for kind in kinds
        for widget in shown.page.findChildren(kind)
        if not widget.accessibleName() and widget.metaObject().className() != "QTableCornerButton"
    ]
    assert nameless == []


def test_an_empty_store_offers_the_first_body(qtbot):
    shown = Shown(qtbot, "bodies", Record())
    assert focused().objectName() == "bodiesFirst"
    shown.press("Space", "Cedar Forum", "Tab", "CF", "Enter")
    assert shown.record.bodies[0].short_name == "CF"
    assert focused().objectName() == "bodyName"
