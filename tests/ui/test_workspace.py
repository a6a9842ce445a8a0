"""Submitting, undoing, saving: what the workspace promises."""

import datetime
import gc
from functools import partial

import pytest
from PySide6.QtCore import QTimer

from kcsp_desktop.domain.blocks import Block, plain
from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.edits import InsertBlocks, PutBody, SetBlockText
from kcsp_desktop.domain.ids import BlockId, BodyId, ItemId, MeetingId, SectionId
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.record import Record
from kcsp_desktop.ui.workspace import LATEST_MS, EditCommand, Saving, Submission, Workspace

MEETING, ITEM, BLOCK = MeetingId("m"), ItemId("i"), BlockId("b1")


@pytest.fixture
def workspace(qtbot):
    made = Workspace()
    made.begin(a_record(), "test")
    return made


def a_record() -> Record:
    section = Section(id=SectionId("s"), letter="A", title="Business")
    meeting = Meeting(
        id=MEETING,
        body_id=BodyId("body"),
        details=Details(date=datetime.date(2026, 7, 9)),
        sections=(section,),
        items=(AgendaItem(id=ITEM, section_id=section.id, title="First"),),
    )
    body = Body(id=BodyId("body"), name="Harbour Partnership", short_name="HP")
    return Record(bodies=(body,), meetings=(meeting,))


def typed(text: str, start: int, end: int) -> Submission:
    edit = SetBlockText(meeting_id=MEETING, item_id=ITEM, block_id=BLOCK, runs=plain(text))
    return Submission(edits=(edit,), text="typing", merge=((BLOCK, start), (BLOCK, end)))


def with_a_block(workspace: Workspace) -> None:
    block = Block(id=BLOCK)
    workspace.submit(
        Submission(edits=(InsertBlocks(meeting_id=MEETING, item_id=ITEM, blocks=(block,)),)),
    )


def text_of(workspace: Workspace) -> str:
    return workspace.record.meetings[0].items[0].blocks[0].text


def test_letters_typed_in_a_row_are_undone_together(workspace):
    with_a_block(workspace)
    for n, text in enumerate(("a", "ab", "abc")):
        workspace.submit(typed(text, n, n + 1))
    workspace.undo_stack.undo()
    assert text_of(workspace) == ""
    workspace.undo_stack.redo()
    assert text_of(workspace) == "abc"


def test_a_jump_of_the_caret_begins_another_step(workspace):
    with_a_block(workspace)
    workspace.submit(typed("a", 0, 1))
    workspace.submit(typed("xa", 0, 1))
    workspace.undo_stack.undo()
    assert text_of(workspace) == "a"


def steps_alive() -> int:
    gc.collect()
    return sum(isinstance(one, EditCommand) for one in gc.get_objects())


def test_letters_typed_in_a_row_leave_nothing_behind_but_their_step(workspace):
    with_a_block(workspace)
    before = steps_alive()
    for n in range(300):
        workspace.submit(typed("a" * (n + 1), n, n + 1))
    assert steps_alive() - before <= 1
    assert workspace.undo_stack.count() == 2


def test_a_letter_typed_after_undo_is_a_step_and_a_run_of_its_own(workspace, qtbot):
    with_a_block(workspace)
    workspace.submit(typed("a", 0, 1))
    workspace.undo_stack.undo()
    with qtbot.waitSignal(workspace.save_wanted) as first:
        workspace.flush()
    workspace.submit(typed("b", 0, 1))
    with qtbot.waitSignal(workspace.save_wanted) as second:
        workspace.note_saved(first.args[2], "10:42:07")
        workspace.flush()
    assert text_of(workspace) == "b"
    assert workspace.undo_stack.count() == 2
    assert first.args[1] != second.args[1]


def test_a_rule_that_refuses_changes_nothing_and_says_why(workspace, qtbot):
    before = workspace.record
    edit = SetBlockText(meeting_id=MEETING, item_id=ITEM, block_id=BLOCK, runs=plain("x"))
    with qtbot.waitSignal(workspace.refused) as refusal:
        assert not workspace.submit(Submission(edits=(edit,)))
    assert workspace.record is before
    assert "no longer there" in refusal.args[0]


def test_an_edit_is_sent_to_be_saved_after_a_short_pause(workspace, qtbot):
    with qtbot.waitSignal(workspace.save_wanted, timeout=1000) as wanted:
        with_a_block(workspace)
    assert wanted.args[0] is workspace.record


def test_saved_is_said_only_when_nothing_newer_is_pending(workspace, qtbot):
    states = []
    workspace.save_state.connect(states.append)
    with qtbot.waitSignal(workspace.save_wanted) as wanted:
        with_a_block(workspace)
    workspace.submit(typed("a", 0, 1))
    workspace.note_saved(wanted.args[2], "10:42:07")
    assert workspace.pending
    assert Saving.SAVED not in [state.saving for state in states]


def typing_on(workspace: Workspace) -> QTimer:
    """Type a letter every 100 ms, so that no pause ever makes a save due."""
    text: list[str] = []

    def type_a_letter() -> None:
        text.append("a")
        workspace.submit(typed("".join(text), len(text) - 1, len(text)))

    timer = QTimer(workspace)
    timer.timeout.connect(type_a_letter)
    timer.start(100)
    return timer


def test_what_is_typed_during_a_slow_save_waits_a_second_not_two(workspace, qtbot):
    with qtbot.waitSignal(workspace.save_wanted) as wanted:
        with_a_block(workspace)
    letters = typing_on(workspace)
    QTimer.singleShot(700, partial(workspace.note_saved, wanted.args[2], "10:42:07"))
    with qtbot.waitSignal(workspace.save_wanted, timeout=int(1.4 * LATEST_MS)):
        pass
    letters.stop()


def test_a_failed_save_is_shown_and_tried_again(workspace, qtbot):
    with qtbot.waitSignal(workspace.save_wanted):
        with_a_block(workspace)
    with qtbot.waitSignal(workspace.save_state) as shown:
        workspace.note_failed("The disk is full.")
    assert shown.args[0].saving is Saving.NOT_SAVED
    with qtbot.waitSignal(workspace.save_wanted, timeout=3000) as again:
        pass
    assert again.args[0] is workspace.record


def test_a_reader_changes_nothing(qtbot):
    reader = Workspace()
    reader.begin(a_record(), "test", "Another window has it.")
    body = Body(id=BodyId("new"), name="New", short_name="N")
    assert not reader.submit(Submission(edits=(PutBody(body=body),)))
    assert len(reader.record.bodies) == 1
