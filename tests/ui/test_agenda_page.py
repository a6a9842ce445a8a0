"""The Agenda page, worked by key."""

import pytest

from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.ui.pages.agenda.rows import length_words, understood_title
from kcsp_desktop.ui.workspace import Place
from tests.builders import MEETING, a_meeting, a_record, an_item
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def agenda(qtbot):
    """Return a maker of the page over one meeting of some items (three in section B)."""

    def made(items=3, width=1366, **fields):
        shown = Shown(qtbot, "agenda", a_record(a_meeting(items, **fields)), width)
        shown.page.open(MEETING)
        shown.page.focus_first()
        return shown

    return made


def items(shown):
    return in_order(shown.record.meetings[0])


def agenda_of(shown):
    letters = {one.id: one.letter for one in shown.record.meetings[0].sections}
    return [f"{letters[item.section_id]} {item.title}" for item in items(shown)]


def codes(shown):
    rows = [shown.page.model.row(n) for n in range(shown.page.model.rowCount())]
    return [row.cells[0].text[:1] if row.section else row.cells[1].text for row in rows]


def test_sections_and_items_stand_in_order_with_their_codes(agenda):
    assert codes(agenda()) == ["A", "B", "B1", "B2", "B3", "C", "D"]


def test_ins_title_enter_makes_an_agenda(agenda):
    shown = agenda(0)
    shown.press("Ins", "First", "Enter", "Ins", "Second", "Enter", "Ins", "Third", "Enter")
    assert agenda_of(shown) == ["A First", "A Second", "A Third"]
    assert focused() is shown.page.table


def test_a_new_item_stands_behind_the_one_in_hand(agenda):
    shown = agenda()
    shown.press("Ins", "New", "Enter")
    assert agenda_of(shown) == ["B Report 1", "B New", "B Report 2", "B Report 3"]
    shown.undo()
    shown.undo()
    assert len(items(shown)) == 3


def test_on_a_section_ins_makes_its_first_item(agenda):
    shown = agenda()
    shown.press("Down", "Down", "Down", "Down", "Ins", "Secret", "Enter")
    assert agenda_of(shown)[-1] == "D Secret"
    assert "D1" in codes(shown)


def test_esc_takes_back_an_item_that_got_no_title(agenda):
    shown = agenda()
    shown.press("Ins", "Esc")
    assert len(items(shown)) == 3
    assert focused() is shown.page.table


def test_a_title_tells_the_kind_while_nobody_has_chosen_one(agenda):
    shown = agenda(0)
    shown.press("Ins", "Apologies", "Enter", "Ins", "Date of Future Meetings", "Enter")
    assert [(one.kind, one.minuted) for one in items(shown)] == [
        (ItemKind.APOLOGIES, False),
        (ItemKind.DATES, True),
    ]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Introduction", (ItemKind.INTRODUCTION, False)),
        ("Declarations of Interest", (ItemKind.DECLARATIONS, True)),
        ("Notes of meeting held on 13 July 2021", (ItemKind.LAST_NOTES, True)),
        ("Notes of the meeting held on 13 July 2021", (ItemKind.LAST_NOTES, True)),
        ("Date of next meeting", (ItemKind.DATES, True)),
        ("Dates of Future Meetings", (ItemKind.DATES, True)),
        ("PREVENT - Verbal Update", (ItemKind.VERBAL, True)),
        ("Notes on apologies", (ItemKind.INFORMATION, True)),
    ],
)
def test_titles_are_understood(title, told):
    assert understood_title(title) == told


def test_items_move_within_their_section_and_into_the_next(agenda):
    shown = agenda()
    shown.press("Alt+Down")
    assert agenda_of(shown) == ["B Report 2", "B Report 1", "B Report 3"]
    shown.press("Alt+Down", "Alt+Down")
    assert agenda_of(shown)[-1] == "C Report 1"
    shown.press("Alt+Up", "Alt+Up", "Alt+Up", "Alt+Up")
    assert agenda_of(shown)[0] == "A Report 1"
    assert shown.page.table.current_key() == "item-1"
    shown.press("Alt+Up")
    assert agenda_of(shown)[0] == "A Report 1"


def test_r_asks_why_and_m_and_d_act_at_once(agenda):
    shown = agenda()
    shown.press("r", "Personal data", "Enter", "m", "d")
    first, copy, _, _ = items(shown)
    assert (first.restricted, first.restriction, first.minuted) == (True, "Personal data", False)
    assert (copy.title, copy.restricted) == (first.title, True)
    assert {one.id for one in copy.blocks}.isdisjoint(one.id for one in first.blocks)
    shown.press("r")
    assert not items(shown)[1].restricted


def test_an_item_of_a_restricted_section_is_not_opened_by_itself(agenda):
    shown = agenda((an_item(section="D"),))
    shown.press("r")
    assert [said[1] for said in shown.notices] == ["Its whole section is restricted."]
    assert shown.child("itemRestricted").isChecked()


def test_del_takes_an_item_and_says_how_it_comes_back(agenda):
    shown = agenda()
    shown.press("Del")
    assert agenda_of(shown) == ["B Report 2", "B Report 3"]
    assert shown.notices == [("info", "Deleted “Report 1”.", "Ctrl+Z brings it back.")]
    assert shown.page.table.current_key() == "item-2"


def test_del_held_down_leaves_the_sections(agenda):
    shown = agenda()
    shown.press(*["Del"] * 8)
    assert codes(shown) == ["A", "B", "C", "D"]
    shown.press("Ins", "Again", "Enter")
    assert agenda_of(shown) == ["B Again"]


def test_the_form_keeps_each_line_when_it_is_left(agenda):
    shown = agenda()
    shown.press("Enter", "Road Safety", "Tab", "deci", "Tab", "15 min", "Tab", "Mr Quelch", "Enter")
    item = items(shown)[0]
    assert (item.title, item.kind, item.minutes_planned) == ("Road Safety", ItemKind.DECISION, 15)
    assert item.presenter == "Mr Quelch"
    assert focused() is shown.page.table
    assert shown.child("agendaTotals").text() == "3 items, 15 min."


def test_minutes_that_cannot_be_read_change_nothing(agenda):
    shown = agenda()
    shown.press("Enter", "Tab", "Tab", "soon", "Enter")
    assert shown.page.form.form.fields["itemTime"].wrong().startswith("This cannot be read")
    assert items(shown)[0].minutes_planned == 0
    assert focused() is shown.child("itemTime")


def test_boxes_set_minuted_and_restricted(agenda):
    shown = agenda()
    shown.child("itemMinuted").click()
    assert shown.child("itemMinute").text() == "not minuted"
    assert not shown.child("itemRestriction").isVisible()
    shown.child("itemRestricted").click()
    assert shown.child("itemRestriction").isVisible()


def test_enter_on_a_section_changes_its_title(agenda):
    shown = agenda()
    shown.press("Up", "Enter", "Ctrl+A", "Standing Items", "Enter")
    assert shown.record.meetings[0].sections[1].title == "Standing Items"
    assert shown.record.meetings[0].sections[1].letter == "B"


def test_an_agenda_without_sections_asks_for_one(agenda):
    shown = agenda(0, sections=())
    shown.press("Ins", "Business", "Enter")
    assert [one.title for one in shown.record.meetings[0].sections] == ["Business"]


def test_a_published_agenda_refuses_and_shows_what_was(agenda):
    shown = agenda(state=MeetingState.AGENDA_PUBLISHED)
    shown.press("Enter", "Other", "Enter")
    assert "recall it" in shown.refusals[0]
    assert shown.child("itemTitle").text() == "Report 1"


def test_the_filter_finds_and_the_facts_say_where(agenda):
    shown = agenda()
    shown.page.go_to_filter()
    shown.press("Report 3", "Enter")
    assert codes(shown) == ["B", "B3"]
    assert shown.page.facts() == ("Section B, item 3 of 3",)


def test_a_narrow_window_shows_list_or_form(agenda):
    shown = agenda(width=700)
    assert not shown.child("itemTitle").isVisible()
    shown.press("Enter")
    assert focused() is shown.child("itemTitle")
    shown.press("Esc")
    assert focused() is shown.page.table


def test_undo_leads_to_the_item(agenda):
    shown = agenda()
    shown.page.go_to(Place(page="agenda", meeting_id=MEETING, item_id="item-3"))
    assert shown.page.table.current_key() == "item-3"


def test_a_row_is_read_whole(agenda):
    shown = agenda((an_item(presenter="Mr Quelch", minutes_planned=5, minuted=False),))
    assert shown.page.model.row(2).spoken == (
        "B1, Report 1, information, Mr Quelch, 5 minutes, not minuted"
    )


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, ""), (45, "45 min"), (60, "1 h"), (109, "1 h 49 min")]
)
def test_lengths_are_said_in_hours_and_minutes(minutes, words):
    assert length_words(minutes) == words
