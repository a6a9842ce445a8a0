"""What completion learns in the window: public words only, and a closed item's own in that item."""

from dataclasses import replace

import pytest

from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, plain
from kcsp_desktop.domain.edits import InsertBlocks, SetBlockText
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.prediction.vocabulary import Vocabulary
from kcsp_desktop.importing import base_words
from kcsp_desktop.ui.pages.minutes import learning as module
from kcsp_desktop.ui.pages.minutes.hand import Hand
from kcsp_desktop.ui.pages.minutes.learning import Learning
from kcsp_desktop.ui.workspace import Submission, Workspace
from tests.builders import MEETING, a_block, a_meeting, a_record, an_item, some_details

WORD = "quaternions"


@pytest.fixture(autouse=True)
def no_language(monkeypatch):
    monkeypatch.setattr(base_words, "base_words", lambda: Vocabulary({}))


@pytest.fixture
def learnt(qtbot):
    """Return a maker: a meeting of these blocks, and what completion offers behind "quat"."""

    def made(*blocks, restricted=False, other=()):
        items = (an_item(1, blocks=blocks, restricted=restricted), an_item(2, blocks=()))
        meetings = [a_meeting(items)]
        if other:
            former = a_meeting((an_item(1, blocks=other),), id=MeetingId("m0"),
                               details=some_details())  # fmt: skip
            meetings.append(former)
        workspace = Workspace()
        workspace.begin(a_record(*meetings), "test")
        hand = Hand(workspace)
        hand.take_meeting(MEETING)
        learning = Learning(hand, workspace)
        learning.open_meeting()
        qtbot.waitUntil(lambda: learning._suggester is not None)
        learning.learn_item(None)
        return learning, hand, workspace

    return made


def offers(learning):
    found = learning.ask("We heard of quat", "paragraph", ())
    return found is not None and WORD in found.text


def said(**fields):
    return replace(a_block(f"Members spoke of {WORD}.", block_id="s"), **fields)


def test_public_words_of_this_and_of_other_meetings_are_offered(learnt):
    assert offers(learnt(said())[0])
    assert offers(learnt(other=(said(),))[0])


@pytest.mark.parametrize(
    "fields", [{"visibility": Visibility.RESTRICTED}, {"kind": BlockKind.PRIVATE_NOTE}]
)
def test_closed_words_are_offered_nowhere_else(learnt, fields):
    for learning, hand, _ in (learnt(said(**fields)), learnt(other=(said(**fields),))):
        hand.take_item(hand.meeting.items[1].id)
        learning.learn_item(None)
        assert not offers(learning)


def test_a_restricted_items_own_words_are_offered_in_its_detail_and_not_in_its_summary(learnt):
    learning, hand, _ = learnt(said(visibility=Visibility.RESTRICTED), restricted=True)
    assert offers(learning)
    hand.visibility = Visibility.PUBLIC
    assert not offers(learning)
    learning.learn_item(None)
    assert not offers(learning)


def test_a_block_is_learnt_when_it_is_left_and_forgotten_when_it_changes(learnt):
    learning, hand, workspace = learnt()
    where = {"meeting_id": MEETING, "item_id": hand.item_id}
    block = Block(id="n", runs=plain(f"It was about {WORD}."))
    workspace.submit(Submission(edits=(InsertBlocks(**where, blocks=(block,)),)))
    learning.learn_item(block.id)
    assert not offers(learning)
    learning.learn_item(None)
    assert offers(learning)
    edit = SetBlockText(**where, block_id=block.id, runs=plain("It was about nothing."))
    workspace.submit(Submission(edits=(edit,)))
    learning.learn_item(None)
    assert not offers(learning)


def test_meetings_turned_over_fast_are_read_one_at_a_time_and_the_last_is_known(qtbot, monkeypatch):
    read = []
    really = module._taught
    monkeypatch.setattr(module, "_taught", lambda *of: (read.append(of[1].id), really(*of))[1])
    other = a_meeting((an_item(1, blocks=(said(),)),), id=MeetingId("m0"), details=some_details())
    workspace = Workspace()
    workspace.begin(a_record(a_meeting((an_item(1, blocks=()),)), other), "test")
    hand = Hand(workspace)
    learning = Learning(hand, workspace)
    for meeting in [MEETING, other.id] * 50:
        hand.take_meeting(meeting)
        learning.open_meeting()
        learning._begin()  # as when a tenth of a second has passed
    qtbot.waitUntil(lambda: learning._suggester is not None)
    assert read == [MEETING, other.id]
    assert offers(learning)


def test_a_meeting_just_opened_is_not_learnt_while_its_text_is_being_shown(learnt):
    learning, hand, _ = learnt(said(), other=(said(id="t"),))
    before = dict(learning._learnt)
    hand.take_meeting(MeetingId("m0"))
    hand.take_item(hand.meeting.items[0].id)
    learning.learn_item(None)
    assert learning._learnt == before


def test_this_meetings_own_words_are_there_with_the_rest_and_follow_what_is_typed_meanwhile(
    qtbot, learnt
):
    learning, hand, workspace = learnt(said())
    learning._meeting_id = None
    learning.open_meeting()
    learning._later.stop()
    learning._begin()
    edit = SetBlockText(
        meeting_id=MEETING, item_id=hand.item.id, block_id="s", runs=plain("Something else.")
    )
    workspace.submit(Submission(edits=(edit,)))
    qtbot.waitUntil(lambda: learning._suggester is not None)
    assert not offers(learning)
