"""The Bodies page, worked by key."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

from kcsp_desktop.domain.body import (
    DateForm,
    Holidays,
    MentionReach,
    NoticeKind,
    NoticeRule,
    ParagraphForm,
    ResolutionShape,
)
from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.domain.kinds import Mode
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
        ("bodyContact", "Ms L Tran", "contact", "Ms L Tran"),
        ("bodyPhone", "03000 41", "contact_phone", "03000 41"),
        ("bodyEmail", "l.tran@example.org", "contact_email", "l.tran@example.org"),
        ("bodyChairDays", "7", "chair_days", 7),
        ("bodyCirculateDays", "15", "circulate_days", 15),
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
        ("bodyEmail", "l.tran", "needs an @"),
        ("bodyStart", "soon", "This is not a time"),
        ("bodyNoticeDays", "five", "number of days"),
        ("bodyNoticeDays", "400", "at most 366"),
        ("bodyChairDays", "-1", "number of days"),
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


def test_a_usual_start_is_read_as_people_type_it_and_may_be_emptied(shown):
    typed(shown, "bodyStart", "10am")
    assert body(shown).usual_start == time(10)
    assert shown.child("bodyStart").text() == "10.00 am"
    typed(shown, "bodyStart", " ")
    assert body(shown).usual_start is None


def test_the_rule_of_notice_is_set_part_by_part(shown):
    typed(shown, "bodyNoticeDays", "3")
    for name in ("bodyNoticeKind", "bodyHolidays"):
        at(shown, name)
        shown.press("Down")
    expected = NoticeRule(days=3, kind=NoticeKind.CALENDAR, holidays=Holidays.NONE)
    assert body(shown).notice == expected
    shown.undo()
    assert body(shown).notice == replace(expected, holidays=Holidays.ENGLAND)
    assert shown.child("bodyHolidays").chosen() == Holidays.ENGLAND


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("bodyMode", "usual_mode", Mode.ONLINE),
        ("bodyParagraphs", "paragraph_form", ParagraphForm.BRACKETS),
        ("bodyDateForm", "date_form", DateForm.PLAIN),
        ("bodyParent", "parent_id", "body-2"),
    ],
)
def test_one_of_several_is_taken_by_down_and_undone(shown, name, field, value):
    before = body(shown)
    at(shown, name)
    shown.press("Down")
    assert body(shown) == replace(before, **{field: value})
    shown.undo()
    assert body(shown) == before


def test_a_body_is_not_offered_one_below_it_as_the_one_above(qtbot):
    group = a_body(id=BodyId("body-2"), short_name="WG", name="Working Group", parent_id="body-1")
    shown = Shown(qtbot, "bodies", a_record(bodies=(a_body(), group)))
    parent = shown.child("bodyParent")
    assert [parent.itemText(n) for n in range(parent.count())] == ["None: it is no sub-group"]
    shown.press("Down")
    assert parent.currentText() == "Alder Community Partnership"


def test_f6_goes_from_group_to_group_and_on_to_the_lists(shown):
    names = [stop.objectName() for stop in shown.page.columns()]
    assert names == [
        "bodiesFilter", "bodiesList", "bodyName", "bodyMode", "bodyNoticeDays", "bodyResolution",
        "bodyParagraphs", "bodyKeepsGrants", "bodySections", "bodyStanding", "bodyMembers",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("bodyCitesExempt", "cites_exempt"),
        ("bodyKeepsGrants", "keeps_grants"),
        ("bodyKeepsCases", "keeps_cases"),
        ("bodyPrintPosts", "print_posts"),
        ("bodyPrintDates", "print_future_dates"),
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
