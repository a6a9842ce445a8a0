"""The Decisions page, worked by key."""

from datetime import date

import pytest

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.entries import Tag
from kcsp_desktop.domain.ids import BlockId, EntryId, MeetingId
from kcsp_desktop.ui.workspace import Place
from tests.builders import BODY, MEETING, a_block, a_meeting, a_record, an_item, some_details
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

K = BlockKind
ROADS = Tag(id=EntryId("roads"), body_id=BODY, name="Road Safety")
BLOCKS = (
    a_block("The map was approved by the Partnership.", block_id="p"),
    a_block("RESOLVED that the Partnership:", K.RESOLUTION, block_id="r"),
    a_block("agree the plan;", K.CLAUSE, block_id="c1"),
    a_block("thank the wardens.", K.CLAUSE, block_id="c2"),
)


@pytest.fixture
def shown(qtbot):
    held = a_meeting((an_item(1, blocks=BLOCKS),))
    later = a_meeting(1, id=MeetingId("m2"), details=some_details(date(2026, 7, 9)))
    return Shown(qtbot, "decisions", a_record(held, later, entries=(ROADS,)))


def cells(shown):
    model = shown.page.model
    return [[cell.text for cell in model.row(n).cells] for n in range(model.rowCount())]


def test_the_newest_stand_first_with_verb_and_item(shown):
    assert [(row[0], row[2], row[3]) for row in cells(shown)] == [
        ("ACP 9 July 2026", "Note", "RESOLVED to note the update."),
        ("ACP 12 March 2026", "Agree", "agree the plan;"),
        ("ACP 12 March 2026", "Thank", "thank the wardens."),
    ]
    assert shown.page.facts() == ("3 decisions", "1 in a paragraph")


def test_what_came_of_a_decision_is_noted_with_its_priority(shown):
    shown.press("Down", "Enter", "It went out", "Tab", "Space", "Enter")
    (outcome,) = shown.record.meetings[0].outcomes
    assert (outcome.block_id, outcome.text, outcome.tags) == ("c1", "It went out", ("roads",))
    assert cells(shown)[1][4] == "It went out"
    shown.undo()
    assert shown.record.meetings[0].outcomes == ()


def test_an_outcome_that_is_emptied_goes(shown):
    shown.press("Down", "Enter", "x", "Enter", "Enter", "Ctrl+A", "Backspace", "Enter")
    assert shown.record.meetings[0].outcomes == ()


def test_those_of_which_nothing_is_noted_are_one_choice(shown):
    shown.press("Down", "Enter", "Done", "Enter")
    shown.page.preset.choose("no-outcome")
    assert [row[3] for row in cells(shown)] == [
        "RESOLVED to note the update.",
        "thank the wardens.",
    ]


def test_what_was_decided_in_a_paragraph_is_pointed_out_and_gone_to(shown):
    shown.page.preset.choose("loose")
    assert [row[3] for row in cells(shown)] == ["The map was approved by the Partnership."]
    shown.page.table.setFocus()
    shown.press("Enter")
    assert shown.places == [
        Place(page="minutes", meeting_id=MEETING, item_id="item-1", caret=BlockId("p"))
    ]


def test_g_goes_to_where_it_was_decided(shown):
    shown.press("Down", "G")
    assert shown.places == [
        Place(page="minutes", meeting_id=MEETING, item_id="item-1", caret=BlockId("c1"))
    ]


def test_without_any_decision_a_card_says_where_they_are_made(qtbot):
    empty = Shown(qtbot, "decisions", a_record(a_meeting(0)))
    assert focused().objectName() == "decisionsMeetings"
    empty.press("Space")
    assert empty.commands == ["meetings"]


def test_the_minutes_put_the_caret_into_the_block_that_a_list_names(sample):
    meeting = sample.workspace.record.meetings[1]
    item = next(one for one in meeting.items if len(one.blocks) > 2)
    block = item.blocks[2]
    place = Place(page="minutes", meeting_id=meeting.id, item_id=item.id, caret=block.id)
    sample.go_to(place)
    assert sample.page.item_id == item.id
    assert sample.page.sheet.current_block() == block
