"""What stands ready at the caret: pale words and names, and which keys take them."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.blocks import Block, BlockKind, plain
from kcsp_desktop.domain.prediction.suggester import Suggestion
from kcsp_desktop.domain.wording.mentions import Named
from tests.ui.sheet.a_sheet import CONTROL, KEY, Bench, press

QUELCH = Named(person_id="q", honorific="Mr", surname="Quelch", short="Mr Quelch",
               full="Mr Quelch (Warden, ABC)", about="Warden, ABC")  # fmt: skip
QUIST = replace(QUELCH, person_id="w", surname="Quist", short="Mr Quist",
                full="Mr Quist", here=False)  # fmt: skip


def ask(before, _kind, _passed):
    """Offer "wardens reported that" for any beginning of it."""
    word = before.split(" ")[-1]
    if not word or not "wardens".startswith(word.lower()):
        return None
    return Suggestion(typed=word, text="wardens reported that")


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot)
    made.sheet.activateWindow()
    made.sheet.setFocus()
    qtbot.waitUntil(made.sheet.hasFocus)
    made.sheet.completer.ask = ask
    made.sheet.completer.names = (QUELCH, QUIST)
    return made


def type_(bench, words):
    """Type words and let the sheet look what to offer."""
    QTest.keyClicks(bench.sheet, words)
    bench.sheet.completer.look_now()


def ghost(bench):
    bench.sheet.completer.look_now()
    return bench.sheet.completer.ghost


def test_pale_words_come_behind_the_letters_and_tab_takes_them(bench):
    type_(bench, "The wa")
    assert ghost(bench) == "rdens reported that"
    press(bench, KEY.Key_Tab)
    assert bench.texts == ["The wardens reported that"]


def test_the_pale_words_are_painted_after_the_letter(bench, qtbot):
    QTest.keyClicks(bench.sheet, "The wa")
    assert bench.sheet._ghost == ""
    qtbot.waitUntil(lambda: bench.sheet._ghost == "rdens reported that")


def test_right_takes_all_and_ctrl_right_one_word(bench):
    type_(bench, "wa")
    press(bench, KEY.Key_Right, CONTROL)
    assert bench.texts == ["wardens"]
    type_(bench, "x wa")
    press(bench, KEY.Key_Right)
    assert bench.texts == ["wardens x wardens reported that"]


def test_esc_refuses_until_the_next_word(bench):
    type_(bench, "wa")
    press(bench, KEY.Key_Escape)
    type_(bench, "r")
    assert ghost(bench) == ""
    type_(bench, " wa")
    assert ghost(bench) == "rdens reported that"


@pytest.mark.parametrize(
    ("keys", "text"),
    [("and", "wardens reported that and"), (".", "wardens reported that."),
     (", b", "wardens reported that, b"), (" c", "wardens reported that c")],
)  # fmt: skip
def test_the_space_behind_taken_words_comes_by_itself(bench, keys, text):
    type_(bench, "wa")
    press(bench, KEY.Key_Tab)
    type_(bench, keys)
    assert bench.texts == [text]


def test_a_letter_of_an_input_method_brings_the_space_too(bench):
    type_(bench, "wa")
    press(bench, KEY.Key_Tab)
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(bench.sheet, event)
    assert bench.texts == ["wardens reported that é"]


def test_no_space_is_due_where_the_caret_has_been_elsewhere(bench):
    type_(bench, "wa")
    press(bench, KEY.Key_Tab)
    press(bench, KEY.Key_Home)
    press(bench, KEY.Key_End)
    type_(bench, "x")
    assert bench.texts == ["wardens reported thatx"]


def test_what_was_taken_is_one_step_back(bench):
    type_(bench, "The wa")
    press(bench, KEY.Key_Tab)
    bench.workspace.undo_stack.undo()
    assert bench.texts == ["The wa"]
    bench.check()


def test_tab_at_the_start_of_a_block_is_its_level_whatever_is_offered(bench):
    bench.sheet.completer.ask = lambda *_: Suggestion(typed="", text="Members")
    type_(bench, "x")
    press(bench, KEY.Key_Return)
    bench.sheet.completer.look_now()
    assert (bench.sheet.completer.ghost, bench.sheet.completer.cap) == ("Members", "Right")
    press(bench, KEY.Key_Tab)
    assert bench.blocks[1].kind is BlockKind.BULLET
    bench.sheet.completer.look_now()
    press(bench, KEY.Key_Right)
    assert bench.texts == ["x", "Members"]


def test_nothing_is_offered_in_the_middle_of_a_block(bench):
    type_(bench, "wa rest")
    bench.select(0, 2, 0, 2)
    assert ghost(bench) == ""


def popup(bench):
    return bench.sheet.completer.popup


def test_names_are_offered_from_two_letters_behind_a_title(bench):
    type_(bench, "Mr Q")
    assert not popup(bench).isVisible()
    type_(bench, "u")
    assert [one.short for one in popup(bench).names] == ["Mr Quelch", "Mr Quist"]
    assert bench.sheet.completer.offer() == "elch (Warden, ABC)"


def test_tab_takes_the_name_in_full_and_then_short(bench):
    type_(bench, "mr qu")
    press(bench, KEY.Key_Tab)
    type_(bench, "spoke. Mr Qu")
    press(bench, KEY.Key_Tab)
    assert bench.texts == ["Mr Quelch (Warden, ABC) spoke. Mr Quelch"]


def test_ctrl_right_takes_the_name_without_the_post(bench):
    type_(bench, "Mr Qu")
    press(bench, KEY.Key_Right, CONTROL)
    type_(bench, "spoke.")
    assert bench.texts == ["Mr Quelch spoke."]


def test_down_goes_to_the_next_name_and_enter_is_never_taken(bench):
    type_(bench, "Mr Qu")
    press(bench, KEY.Key_Down)
    press(bench, KEY.Key_Tab)
    assert bench.texts == ["Mr Quist"]
    type_(bench, ". Mr Qu")
    press(bench, KEY.Key_Return)
    assert (bench.texts, popup(bench).isVisible()) == (["Mr Quist. Mr Qu", ""], False)


def test_esc_leaves_the_name_as_typed(bench):
    type_(bench, "Mr Qu")
    press(bench, KEY.Key_Escape)
    type_(bench, "a")
    assert (bench.texts, popup(bench).isVisible()) == (["Mr Qua"], False)


def test_the_last_row_asks_for_a_new_person(bench, qtbot):
    type_(bench, "Ms Pell")
    press(bench, KEY.Key_Up)
    with qtbot.waitSignal(bench.sheet.completer.person_wanted) as wanted:
        press(bench, KEY.Key_Tab)
    assert wanted.args == ["Ms Pell"]
    bench.sheet.completer.put_person(replace(QUELCH, short="Ms Pell", full="Ms Pell"))
    assert bench.texts == ["Ms Pell"]


def test_words_known_come_before_the_offer_to_add_a_person(bench):
    bench.sheet.completer.ask = lambda *_: Suggestion(typed="Pe", text="Pell")
    type_(bench, "Ms Pe")
    assert (ghost(bench), popup(bench).isVisible()) == ("ll", False)
    press(bench, KEY.Key_Tab)
    assert bench.texts == ["Ms Pell"]


def test_the_word_behind_a_name_is_not_part_of_it(bench):
    type_(bench, "Ms Pell")
    assert popup(bench).isVisible()
    type_(bench, " an")
    assert not popup(bench).isVisible()


def test_the_words_of_a_resolution_are_taken_back_by_one_backspace(bench):
    bench.sheet.open_resolution("RESOLVED that the Partnership ")
    press(bench, KEY.Key_Backspace)
    type_(bench, "to note it.")
    assert bench.texts == ["RESOLVED to note it."]


def test_the_words_of_a_resolution_are_typed_on(bench):
    bench.sheet.open_resolution("RESOLVED that the Partnership ")
    type_(bench, "note it.")
    assert bench.texts == ["RESOLVED that the Partnership note it."]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("the asb ", "the anti-social behaviour "),
        ("Asb.", "Anti-social behaviour."),
        ("basb ", "basb "),
    ],
)
def test_an_abbreviation_is_written_out_when_its_word_ends(bench, keys, text):
    bench.sheet.completer.abbreviations = (
        Abbreviation(id="1", short="asb", full="anti-social behaviour"),
    )
    type_(bench, keys)
    assert bench.texts == [text]


def test_an_acronym_is_written_out_once_in_the_item(bench):
    bench.sheet.completer.abbreviations = (
        Abbreviation(id="1", short="DRP", full="Domestic Review Panel", acronym=True),
    )
    bench.sheet.completer.earlier = lambda _: [b.text for b in bench.blocks[:-1]]
    type_(bench, "The DRP met.")
    press(bench, KEY.Key_Return)
    type_(bench, "The DRP left.")
    assert bench.texts == ["The Domestic Review Panel (DRP) met.", "The DRP left."]


def test_a_name_is_offered_above_the_caret_where_there_is_no_room_below(qtbot):
    blocks = tuple(Block(id=f"b{n}", runs=plain("words")) for n in range(40))
    bench = Bench(qtbot, *blocks)
    bench.sheet.setFocus()
    bench.sheet.completer.names = (QUELCH,)
    bench.select(39, 5, 39, 5)
    bench.sheet.ensureCursorVisible()
    type_(bench, " Mr Qu")
    assert popup(bench).geometry().bottom() <= bench.sheet.cursorRect().top()
