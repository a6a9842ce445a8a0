"""The kit: worked by key, read by a screen reader, dressed by one look."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.dates import printed, understood_date
from kcsp_desktop.ui.kit.buttons import Button, WordButton
from kcsp_desktop.ui.kit.cards import Card, Deed, DeedList
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.empty_state import EmptyState
from kcsp_desktop.ui.kit.fields import Field, ParsedField, TextArea, TextField
from kcsp_desktop.ui.kit.focus_ring import FocusRing
from kcsp_desktop.ui.kit.key_bar import KeyBar
from kcsp_desktop.ui.kit.notice_band import Notice, NoticeBand
from kcsp_desktop.ui.kit.saved_state import SavedState
from kcsp_desktop.ui.kit.strip import HOME, Strip
from kcsp_desktop.ui.look import Look

ICONS = Path(__file__).parents[2] / "resources" / "icons"
PAGES = [("details", "Details"), ("attendance", "Attendance"), ("minutes", "Minutes")]

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def look(qapp):
    look = Look(ICONS, choice="light")
    look.dress(qapp)
    return look


@pytest.fixture
def window(qtbot):
    kept = []

    def shown(*widgets, width=1366):
        page = QWidget()
        kept.append(page)
        qtbot.addWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            column.addWidget(widget)
        page.resize(width, 400)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return shown


def strip_of(look):
    strip = Strip(look)
    strip.set_place("KCSP · Thursday 9 July 2026", "KCSP 9 July 2026", "half", "In progress")
    strip.set_tabs(PAGES, "minutes")
    strip.saved.show_saved("10:42:07")
    return strip


# --- the strip ---------------------------------------------------------------------------------


def test_a_tab_is_chosen_by_mouse_and_by_arrow(look, window, qtbot):
    strip = strip_of(look)
    window(strip)
    chosen = []
    strip.tab_chosen.connect(chosen.append)
    at = strip.tabs.tabRect(0).center()
    qtbot.mouseClick(strip.tabs, Qt.MouseButton.LeftButton, pos=at)
    strip.set_current("details")
    strip.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(strip.tabs, Qt.Key.Key_Right)
    assert chosen == ["details", "attendance"]


def test_a_tab_can_be_chosen_when_home_is_current(look, window, qtbot):
    strip = strip_of(look)
    strip.set_tabs(PAGES, HOME)
    window(strip)
    at = strip.tabs.tabRect(strip.tabs.currentIndex()).center()
    with qtbot.waitSignal(strip.tab_chosen):
        qtbot.mouseClick(strip.tabs, Qt.MouseButton.LeftButton, pos=at)


def test_home_is_chosen_by_key(look, window, qtbot):
    strip = strip_of(look)
    window(strip)
    with qtbot.waitSignal(strip.home_chosen):
        qtbot.keyClick(strip.home, Qt.Key.Key_Space)


@pytest.mark.parametrize(("width", "percent"), [(1366, 200), (799, 100)])
def test_under_800_effective_pixels_the_tabs_are_one_box(look, window, qtbot, width, percent):
    strip = strip_of(look)
    look.set_percent(percent)
    window(strip, width=width)
    assert (strip.tabs.isVisible(), strip.tab_box.isVisible()) == (False, True)
    with qtbot.waitSignal(strip.tab_chosen) as told:
        qtbot.keyClick(strip.tab_box, Qt.Key.Key_Up)
    assert told.args == ["attendance"]


def test_the_strip_folds_before_it_would_widen_the_window(look, window):
    strip = strip_of(look)
    page = window(strip, width=860)
    assert page.width() == 860
    assert strip.saved.geometry().right() <= 860


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (lambda saved: saved.show_saved("10:42:07"), "Saved 10:42:07"),
        (lambda saved: saved.show_saving(), "Saving…"),
        (lambda saved: saved.show_not_saved("10:42:07"), "Not saved since 10:42:07"),
    ],
)
def test_the_saved_state_is_said_in_words(look, say, words, qtbot):
    saved = SavedState(look)
    qtbot.addWidget(saved)
    say(saved)
    assert (saved.words(), saved.accessibleName()) == (words, words)


# --- the status bar ----------------------------------------------------------------------------


def test_only_keys_for_which_there_is_room_are_shown(look, window):
    bar = KeyBar(look)
    keys = [("Ctrl+R", "Resolution"), ("Ctrl+T", "Action"), ("F1", "All keys")]
    bar.set_keys(keys)
    bar.set_facts(["1 flag", "100 %"])
    window(bar, width=1000)
    assert list(bar.shown_keys()) == keys
    look.set_percent(200)
    bar.resize(700, bar.height())
    assert list(bar.shown_keys()) == [keys[0], keys[-1]]  # the way to all keys is kept


# --- notices -----------------------------------------------------------------------------------


def test_the_worst_notice_is_shown_first_and_the_others_are_counted(look, window):
    band = NoticeBand(look)
    window(band)
    for level in ("info", "bad", "warn"):
        band.add(Notice(key=level, level=level, words=f"It is {level}."))
    assert (band.keys(), band.notice.key) == (("bad", "warn", "info"), "bad")
    assert band.findChild(QWidget, "notice_more").text() == "and 2 more"


def test_a_notice_goes_when_it_is_no_longer_true(look, window):
    band = NoticeBand(look)
    page = window(band, QWidget())
    band.add(Notice(key="disk", level="bad", words="Not saved."))
    band.remove("disk")
    assert (band.isVisible(), page.isVisible()) == (False, True)


def test_a_notice_does_not_take_the_focus_but_f6_reaches_its_deed(look, window, qtbot):
    band, field = NoticeBand(look), TextField(look)
    window(band, field)
    field.setFocus()
    band.add(Notice(key="disk", level="bad", words="Not saved.", deed="Try again"))
    assert field.hasFocus()
    assert band.focus_by_key()
    with qtbot.waitSignal(band.deed_chosen) as told:
        qtbot.keyClick(band.button, Qt.Key.Key_Return)
    assert told.args == ["disk"]


def test_a_notice_without_a_deed_can_be_reached_to_be_read(look, window):
    band = NoticeBand(look)
    window(band)
    band.add(Notice(key="busy", level="warn", words="Open elsewhere.", advice="Changes wait."))
    band.focus_by_key()
    assert band.hasFocus()
    assert band.accessibleName() == "Open elsewhere. Changes wait."


def test_what_may_be_closed_is_closed_by_escape(look, window, qtbot):
    band = NoticeBand(look)
    window(band)
    band.add(Notice(key="made", level="info", words="Made.", deed="Open", may_close=True))
    band.focus_by_key()
    qtbot.keyClick(band.button, Qt.Key.Key_Escape)
    assert band.keys() == ()


# --- dialogs and fields ------------------------------------------------------------------------


@pytest.fixture
def question(look, qtbot):
    dialog = QuestionDialog(look, "Who has arrived?", "Note arrival")
    qtbot.addWidget(dialog)
    dialog.add_field("name", "&Name", TextField(look))
    return dialog


def opened(dialog, qtbot):
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_dialog_starts_in_its_first_field_and_enter_does_the_deed(question, qtbot):
    field = opened(question, qtbot).form.fields["name"].widget
    assert field.hasFocus()
    with qtbot.waitSignal(question.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_escape_leaves_a_dialog(question, qtbot):
    with qtbot.waitSignal(opened(question, qtbot).rejected):
        qtbot.keyClick(question, Qt.Key.Key_Escape)


def test_a_dialog_stays_and_says_why_when_something_is_wrong(question, qtbot):
    question.set_check(lambda: "Choose who has arrived.")
    opened(question, qtbot)
    with qtbot.assertNotEmitted(question.accepted):
        qtbot.keyClick(question, Qt.Key.Key_Return)
    assert question.wrong() == "Choose who has arrived."


def test_a_sentence_goes_when_what_it_says_is_no_longer_wrong(question, qtbot):
    sentences = iter(["Choose who has arrived.", ""])
    question.set_check(lambda: next(sentences))
    opened(question, qtbot)
    qtbot.keyClick(question, Qt.Key.Key_Return)
    with qtbot.waitSignal(question.accepted):
        qtbot.keyClick(question, Qt.Key.Key_Return)
    assert question.wrong() == ""


def test_a_dialog_that_cannot_read_a_field_goes_there(question, look, qtbot):
    day = ParsedField[date](look, understood_date, printed, sentence="This is no date.")
    question.add_field("day", "Day", day)
    day.setText("30 Febuary")
    opened(question, qtbot)
    qtbot.keyClick(question.main_button, Qt.Key.Key_Return)
    assert question.isVisible()
    assert day.hasFocus()
    assert question.form.fields["day"].wrong() == "This is no date."


def test_a_dialog_has_at_most_six_fields(question, look):
    for number in range(5):
        question.add_field(str(number), "More", TextField(look))
    with pytest.raises(ValueError, match="at most 6"):
        question.add_field("seventh", "More", TextField(look))


def test_a_parsed_field_prints_what_it_understood(look, window, qtbot):
    day = ParsedField[date](look, understood_date, printed, sentence="This is no date.")
    window(day)
    with qtbot.waitSignal(day.value_changed):
        qtbot.keyClicks(day, "18/11/2021")
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert (day.text(), day.value()) == ("18 November 2021", date(2021, 11, 18))


def test_a_parsed_field_keeps_what_it_cannot_read_and_forgives_typing(look, window, qtbot):
    day = ParsedField[date](look, understood_date, printed, sentence="This is no date.")
    field = Field(look, "Date", day)
    window(field)
    qtbot.keyClicks(day, "tomorow")
    day.settle()
    assert (day.text(), day.value(), field.wrong()) == ("tomorow", None, "This is no date.")
    assert day.accessibleDescription() == "This is no date."
    qtbot.keyClicks(day, "x")
    assert field.wrong() == ""


def test_a_label_names_its_field(look, qtbot):
    widget = TextArea(look, "said")
    field = Field(look, "&Reason", widget)
    qtbot.addWidget(field)
    assert (widget.accessibleName(), widget.text()) == ("Reason", "said")
    assert field.label.buddy() is widget


def test_a_choice_is_made_by_typing_and_not_by_the_wheel(look, window, qtbot):
    choice = Choice(look, [("b1", "Report"), ("b2", "Update"), ("b3", "Verbal")])
    window(choice)
    choice.setFocus()
    qtbot.keyClicks(choice, "v")
    assert choice.chosen() == "b3"
    choice.set_entries([("b3", "Verbal"), ("b4", "Note")])
    assert choice.chosen() == "b3"


def test_a_check_box_wraps_its_words(look, qtbot):
    box = CheckBox(look, "Restricted: not open to the press and public")
    qtbot.addWidget(box)
    assert box.heightForWidth(160) > box.heightForWidth(600)


# --- buttons and the ring ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.ShortcutFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
    ],
)
def test_the_ring_shows_when_the_focus_came_by_key(look, window, reason, shown):
    button, other = Button(look, "Add a person"), Button(look, "Cancel")
    window(button, other)
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    button.setFocus(reason)
    ring = button.findChild(FocusRing)
    assert ring.is_shown() is shown
    other.setFocus(reason)
    assert not ring.is_shown()


def test_the_ring_follows_its_control(look, window, qtbot):
    button = Button(look, "Add a person")
    page = window(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.parentWidget().layout().setContentsMargins(40, 90, 0, 0)
    qtbot.waitUntil(lambda: button.y() > 80)
    corner = button.mapTo(page, QPoint(0, 0))
    rings = [child for child in page.children() if type(child).__name__ == "_Ring"]
    assert rings[0].geometry().topLeft() == corner - QPoint(3, 3)


def test_words_can_be_pressed_by_key(look, window, qtbot):
    button = WordButton(look, "All meetings")
    window(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


# --- empty, cards, deeds -----------------------------------------------------------------------


def test_an_empty_state_says_what_is_missing_and_the_keys(look, window, qtbot):
    empty = EmptyState(look, "No items yet", [("Ins", "adds one")], deed="Fill from the pattern")
    window(empty)
    assert empty.accessibleDescription() == "Ins adds one"
    with qtbot.waitSignal(empty.pressed):
        qtbot.keyClick(empty.button, Qt.Key.Key_Space)


DEEDS = [
    Deed(key="head", words="Worth a look", second="2", head=True),
    Deed(key="post", words="Ms L Sample has no post", deed="Mend"),
    Deed(key="space", words="Double space", second="123, paragraph 1", deed="Mend"),
]


@pytest.fixture
def deeds(look, window):
    found = DeedList(look)
    card = Card(look, padded=False)
    card.column.addWidget(found)
    found.set_deeds(DEEDS)
    window(card)
    found.focus_row()
    return found


def test_deeds_are_walked_and_done_by_key(deeds, qtbot):
    qtbot.keyClick(deeds.focusWidget(), Qt.Key.Key_Down)
    assert deeds.current_key() == "space"
    told, row = [], deeds.focusWidget()
    for signal in (deeds.chosen, deeds.alt_enter_pressed, deeds.letter):
        signal.connect(lambda *args: told.append(args))
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClick(row, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(row, "i")
    assert told == [("space",), ("space",), ("I", "space")]


def test_a_deed_that_stays_keeps_the_focus(deeds, qtbot):
    deeds.focus_row("space")
    deeds.set_deeds([DEEDS[0], DEEDS[2]])
    assert deeds.current_key() == "space"


def test_a_deed_is_read_with_its_second_line(deeds):
    deeds.focus_row("space")
    row = deeds.focusWidget()
    assert row.accessibleName() == "Double space. 123, paragraph 1"
    assert QAccessible.queryAccessibleInterface(row).role() == QAccessible.Role.Button


# --- another size and another theme ------------------------------------------------------------


def test_all_of_it_bears_every_theme_and_size(look, window, qtbot):
    band, bar, deeds = NoticeBand(look), KeyBar(look), DeedList(look)
    band.add(Notice(key="disk", level="bad", words="Not saved.", advice="Free some space."))
    bar.set_keys([("F1", "All keys")])
    deeds.set_deeds(DEEDS)
    row = QWidget()
    inside = QHBoxLayout(row)
    for widget in (Button(look, "Go", icon="plus"), CheckBox(look, "Online"), Choice(look)):
        inside.addWidget(widget)
    page = window(strip_of(look), band, row, deeds, EmptyState(look, "None"), bar)
    for theme in ("dark", "high_contrast", "light"):
        for percent in (200, 150, 100):
            look.choose_theme(theme)
            look.set_percent(percent)
            qtbot.waitUntil(lambda: bar.height() == look.px(26))
            assert not page.grab().isNull()
