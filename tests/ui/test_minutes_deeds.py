"""What is done at an item by key: usual resolutions, flags, late news, other items, finding."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel

from kcsp_desktop.domain.attendance import Capacity, here_at
from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.domain.kinds import Course, ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.reports import Report
from kcsp_desktop.ui.workspace import Place
from tests.builders import MEETING, a_block, a_body, a_meeting, a_record, a_row, an_item
from tests.ui.pressing import Shown

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
K = BlockKind


@pytest.fixture
def page(qtbot):
    """Return a maker of the page, at its first item."""

    def made(*items, body=None, **fields):
        rows = (a_row(1), a_row(2), a_row(3, Capacity.APOLOGIES))
        items = items or (an_item(1), an_item(2), an_item(3, "D", blocks=()))
        meeting = a_meeting(tuple(items), attendance=rows, **fields)
        shown = Shown(qtbot, "minutes", a_record(meeting, bodies=(body or a_body(),)))
        shown.page.open(MEETING)
        shown.page.go_to(Place(page="minutes", meeting_id=MEETING, item_id=items[0].id))
        shown.page.sheet.caret_to_end()
        return shown

    return made


def blocks(shown, n=0):
    return shown.record.meetings[0].items[n].blocks


def do(shown, name):
    shown.page.handlers()[name]()
    QApplication.processEvents()


def answer(shown, *keys):
    """Press keys in the dialog that has opened."""
    shown.press(*keys)


def test_the_usual_resolution_is_put_in_by_one_key(page):
    shown = page(an_item(1, kind=ItemKind.VERBAL, blocks=(a_block("Said.", block_id="a"),)))
    do(shown, "usual")
    last = blocks(shown)[-1]
    assert last.kind is K.RESOLUTION
    assert last.text == "RESOLVED that the Alder Community Partnership note the update."
    shown.undo()
    assert len(blocks(shown)) == 1


def test_what_a_report_recommends_is_the_resolution_by_the_same_key(page):
    report = Report(recommendations=("Agree the plan;", "Note the risks."))
    shown = page(an_item(1, report=report, blocks=(a_block("Said.", block_id="a"),)))
    do(shown, "usual")
    assert [(b.kind, b.text) for b in blocks(shown)[1:]] == [
        (K.RESOLUTION, "RESOLVED that the Alder Community Partnership:"),
        (K.CLAUSE, "agree the plan;"),
        (K.CLAUSE, "note the risks."),
    ]
    shown.undo()
    assert len(blocks(shown)) == 1


def test_an_item_of_declarations_gets_its_usual_line(page):
    shown = page(an_item(1, kind=ItemKind.DECLARATIONS, blocks=()))
    do(shown, "usual")
    assert [(b.kind, b.text) for b in blocks(shown)] == [
        (K.PLAIN, "No declarations were received.")
    ]


def test_a_block_is_flagged_and_found_from_another_item(page):
    shown = page()
    do(shown, "flag")
    assert blocks(shown)[-1].flagged
    assert "1 flag" in shown.page.facts()
    do(shown, "next-item")
    do(shown, "next-flag")
    assert shown.page.item_id == "item-1"
    assert shown.page.sheet.current_block() == blocks(shown)[-1]
    do(shown, "flag")
    do(shown, "next-flag")
    assert shown.notices[-1][1] == "Nothing is flagged."


def test_a_late_arrival_is_noted_with_its_item_and_said(page):
    shown = page()
    do(shown, "came-or-went")
    answer(shown, "Ms S Oduya", "Enter")
    row = shown.record.meetings[0].attendance[2]
    assert (row.capacity, row.arrived_item, row.left_item) == (Capacity.PRESENT, "item-1", None)
    assert blocks(shown)[-1].text == "Ms S Oduya joined the meeting."
    texts = [label.text() for label in shown.page.room.findChildren(QLabel)]
    assert any("Ms S Oduya arrived" in text for text in texts)
    shown.undo()
    assert shown.record.meetings[0].attendance[2].arrived == ""


def test_somebody_who_is_here_can_only_have_left(page):
    shown = page()
    do(shown, "came-or-went")
    answer(shown, "Mr P M Quelch", "Enter")
    row = shown.record.meetings[0].attendance[1]
    assert (row.capacity, row.left_item) == (Capacity.PRESENT, "item-1")
    assert blocks(shown)[-1].text == "Mr P M Quelch left the meeting."


def test_who_comes_back_is_here_again_and_was_away_between(page):
    shown = page()
    for _ in range(2):
        do(shown, "came-or-went")
        answer(shown, "Mr P M Quelch", "Enter")
        shown.page.go_to(Place(page="minutes", meeting_id=MEETING, item_id="item-3"))
    row = shown.record.meetings[0].attendance[1]
    assert (row.left_item, row.arrived_item) == ("item-1", "item-3")
    order = ("item-1", "item-2", "item-3")
    assert [here_at(row, order, item) for item in order] == [False, False, True]


def test_a_departure_that_loses_the_quorum_is_told(page):
    shown = page(body=a_body(quorum=2))
    do(shown, "came-or-went")
    answer(shown, "Mr P M Quelch", "Enter")
    assert shown.notices[-1][1] == "The quorum is lost: 1 member is here, 2 are needed."


def test_a_declaration_is_noted_and_said(page):
    shown = page()
    do(shown, "declaration")
    answer(shown, "Mr P M Quelch", "Tab", "Tab", "a trustee", "Enter")
    (one,) = shown.record.meetings[0].declarations
    assert (one.name, one.item_id, one.text) == ("Mr P M Quelch", "item-1", "a trustee")
    assert blocks(shown)[-1].text == ("Mr P M Quelch declared an interest in Item B1 as a trustee.")


def test_an_item_is_deferred_and_says_so(page):
    shown = page(an_item(1, blocks=()))
    do(shown, "deferred")
    assert shown.record.meetings[0].items[0].course is Course.DEFERRED
    assert [b.text for b in blocks(shown)] == ["This item was deferred."]
    do(shown, "deferred")
    assert shown.record.meetings[0].items[0].course is Course.TAKEN


def test_another_item_is_reached_by_its_code(page):
    shown = page()
    do(shown, "go-to-item")
    answer(shown, "d1", "Enter")
    assert shown.page.item_id == "item-3"
    assert shown.page.hand.visibility is Visibility.RESTRICTED


def test_a_block_is_moved_to_another_item_and_back(page):
    shown = page()
    before = blocks(shown)
    do(shown, "move-to-item")
    answer(shown, "B2", "Enter")
    assert blocks(shown, 1)[-1] == before[-1]
    assert blocks(shown) == before[:-1]
    shown.undo()
    assert blocks(shown) == before


def test_a_vote_is_recorded_where_the_body_records_votes(page):
    shown = page(body=a_body(records_votes=True))
    do(shown, "vote")
    answer(shown, "Mrs A Barden", "Tab", "Mr P M Quelch", "Tab", "7", "Tab", "0", "Enter")
    vote = blocks(shown)[-1].vote
    assert (vote.mover, vote.seconder, vote.in_favour, vote.against, vote.abstained) == (
        "Mrs A Barden", "Mr P M Quelch", 7, 0, None,
    )  # fmt: skip


def test_more_votes_than_may_be_given_are_told_while_they_are_typed(page):
    shown = page(body=a_body(records_votes=True))
    do(shown, "vote")
    answer(shown, "Tab", "Tab", "5")
    dialog = shown.child("voteDialog")
    assert dialog.wrong() == "That is 5 votes, and 2 here may vote."
    answer(shown, "Backspace", "2")
    assert dialog.wrong() == ""


def test_a_body_that_records_no_votes_says_so(page):
    shown = page()
    do(shown, "vote")
    assert "does not record votes" in shown.notices[-1][1]


def test_words_are_found_and_replaced_over_all_items(page):
    shown = page()
    bar = shown.page.find_bar
    shown.page.sheet.moveCursor(QTextCursor.MoveOperation.Start)
    do(shown, "find")
    shown.press("wardens", "Enter")
    assert shown.page.sheet.selected_text() == "wardens"
    shown.press("Enter")
    assert shown.page.item_id == "item-2"
    bar.by.setText("rangers")
    bar.replace_wanted.emit(True)
    assert [b.text for b in (blocks(shown)[1], blocks(shown, 1)[1])] == [
        "A Member asked about rangers."
    ] * 2
    shown.undo()
    assert blocks(shown)[1].text == "A Member asked about wardens."


def test_a_name_takes_its_form_again_where_blocks_move(page):
    full = "Mr Quelch (Head of Wardens, ABC) spoke."
    items = (an_item(1, blocks=(a_block("Mr Quelch asked.", block_id="a"),
                                a_block(full, block_id="b"))),)  # fmt: skip
    shown = page(*items)
    do(shown, "move-up")
    assert [b.text for b in blocks(shown)] == [full, "Mr Quelch asked."]
    do(shown, "move-down")
    assert [b.text for b in blocks(shown)] == [
        "Mr Quelch (Head of Wardens, ABC) asked.", "Mr Quelch spoke.",
    ]  # fmt: skip


def test_the_time_of_an_item_is_counted_while_the_meeting_is_in_progress(page):
    shown = page(state=MeetingState.IN_PROGRESS)
    clock = shown.page.clock
    clock._unkept = 130.0
    clock.keep()
    assert shown.record.meetings[0].items[0].spent == 130
    assert clock.facts() == ("Item 2 min", "Meeting 0 h 02")
    assert not shown.workspace.undo_stack.canUndo()


def test_an_action_is_added_to_a_block_and_opened_again(page):
    shown = page()
    do(shown, "action")
    answer(shown, "Send the plan", "Tab", "All members", "Tab", "end of July", "Enter")
    (action,) = shown.record.meetings[0].actions
    assert (action.block_id, action.owner, action.due.date) == (
        "block-1-3", "All members", "2026-07-31",
    )  # fmt: skip
    do(shown, "action")
    answer(shown, "Send the whole plan", "Enter")
    (changed,) = shown.record.meetings[0].actions
    assert (changed.id, changed.text, changed.due) == (
        action.id, "Send the whole plan", action.due,
    )  # fmt: skip


def test_words_that_are_selected_make_an_action_of_their_own(page):
    shown = page()
    do(shown, "action")
    answer(shown, "First", "Enter")
    cursor = shown.page.sheet.textCursor()
    mode = QTextCursor.MoveMode.KeepAnchor
    cursor.movePosition(QTextCursor.MoveOperation.PreviousWord, mode, 3)
    shown.page.sheet.setTextCursor(cursor)
    do(shown, "action")
    answer(shown, "Enter")
    assert len(shown.record.meetings[0].actions) == 2
