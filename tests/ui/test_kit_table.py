"""The house table: rows in, single keys out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from kcsp_desktop.ui.kit.rows import Cell, Row, RowsModel
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.table_columns import Column, shared_widths
from kcsp_desktop.ui.look import Look
from kcsp_desktop.ui.theme import LIGHT

ICONS = Path(__file__).parents[2] / "resources" / "icons"
COLUMNS = (
    Column(words="", width=52, code=True, lead=True),
    Column(words="Title", width=200, stretches=True, lead=True, wraps=True),
    Column(words="Kind", width=108, drops=2),
    Column(words="Pages", width=90, right=True, tabular=True, drops=1),
)


def head(text):
    return Row(key=f"head {text}", cells=(Cell(text=text),), section=True)


def item(code, title="Introduction", **cell):
    cells = (Cell(text=code), Cell(text=title, **cell), Cell(text="Verbal"), Cell(text="1 - 6"))
    return Row(key=code, cells=cells, spoken=f"{code}, {title}")


ROWS = [head("A.  Business"), item("A1"), item("A2"), head("B.  Items"), item("B1"), item("B2")]


@pytest.fixture
def look(qapp):
    look = Look(ICONS, choice="light")
    look.dress(qapp)
    return look


@pytest.fixture
def table(look, qtbot):
    table = Table(look, COLUMNS)
    qtbot.addWidget(table)
    model = RowsModel(len(COLUMNS), table)
    model.set_rows(ROWS)
    table.setModel(model)
    table.resize(800, 400)
    table.show()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.set_current_key("A1")
    return table


def test_arrows_go_from_row_to_row_over_the_heads(table, qtbot):
    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current_key() == "B1"


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "args"),
    [
        (Qt.Key.Key_Return, "No", "row_chosen", ["A1"]),
        (Qt.Key.Key_Return, "Alt", "alt_enter_pressed", []),
        (Qt.Key.Key_Insert, "No", "insert_pressed", []),
        (Qt.Key.Key_Delete, "No", "delete_pressed", []),
        (Qt.Key.Key_Backspace, "No", "backspace_pressed", []),
        (Qt.Key.Key_Space, "No", "space_pressed", []),
        (Qt.Key.Key_Up, "Alt", "move_asked", [-1]),
        (Qt.Key.Key_Down, "Alt", "move_asked", [1]),
        (Qt.Key.Key_P, "No", "letter", ["P"]),
        (Qt.Key.Key_P, "Shift", "letter", ["P"]),
    ],
)
def test_keys_become_signals_and_do_not_move(table, qtbot, key, modifier, signal, args):
    with qtbot.waitSignal(getattr(table, signal)) as told:
        qtbot.keyClick(table, key, Qt.KeyboardModifier[f"{modifier}Modifier"])
    assert (told.args, table.current_key()) == (args, "A1")


def test_typing_does_not_jump(table, qtbot):
    qtbot.keyClicks(table, "b2")
    assert table.current_key() == "A1"


def test_a_command_key_is_left_to_the_window(table, qtbot):
    with qtbot.assertNotEmitted(table.letter):
        qtbot.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def test_the_row_in_hand_is_found_again_by_its_key(table, qtbot):
    table.set_current_key("B1")
    with qtbot.assertNotEmitted(table.current_changed):
        table.model().set_rows([*ROWS[:2], *ROWS[3:]])
    assert (table.current_key(), table.currentIndex().row()) == ("B1", 3)


def test_the_page_is_told_when_the_row_in_hand_has_gone(table, qtbot):
    with qtbot.waitSignal(table.current_changed) as told:
        table.model().set_rows(ROWS[3:])
    assert told.args == [""]


def test_only_the_rows_that_differ_are_redrawn(table, qtbot):
    changed = []
    table.model().dataChanged.connect(lambda top, last: changed.append((top.row(), last.row())))
    table.model().set_rows([*ROWS[:5], item("B2", "Road Safety")])
    assert changed == [(5, 5)]


def test_a_head_goes_across_and_cannot_be_taken_in_hand(table):
    assert not table.set_current_key("head B.  Items")
    assert table.rowHeight(0) == 33


def test_a_row_is_read_as_its_sentence(table):
    index = table.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "A1, Introduction"


def test_a_long_title_goes_on_to_a_second_line(table):
    long = item("B2", "A title that goes on and on " * 4)
    table.model().set_rows([*ROWS[:5], long])
    assert table.rowHeight(5) > table.rowHeight(4)


@pytest.mark.parametrize(
    ("width", "shown"), [(600, [0, 1, 2, 3]), (420, [0, 1, 2]), (300, [0, 1]), (200, [0, 1])]
)
def test_columns_are_dropped_in_their_order_when_there_is_no_room(width, shown):
    widths = shared_widths(COLUMNS, width, (24, 24), round)
    assert (list(widths), sum(widths.values())) == (shown, width)


def test_the_row_in_hand_has_ground_bar_and_frame(table):
    picture = table.viewport().grab().toImage()
    row = table.rowViewportPosition(1)
    colours = {
        picture.pixelColor(x, row + y).name().upper() for x, y in ((1, 15), (300, 1), (300, 26))
    }
    assert colours == {LIGHT.focus, LIGHT.soft}


def test_keycaps_of_the_row_in_hand_are_pressed_by_mouse(table, qtbot):
    table.model().set_rows([item("A1", keys=("P", "O"), chosen_key="O"), item("A2")])
    table.set_current_key("A1")
    index = table.model().index(0, 1)
    cell = table.model().row(0).cells[1]
    boxes = dict(table.itemDelegate().key_rects(table.visualRect(index), 1, cell))
    with qtbot.waitSignal(table.letter) as told:
        at = boxes["P"].center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["P"]


def test_any_item_model_will_do(look, qtbot):
    table = Table(look, COLUMNS[:2])
    qtbot.addWidget(table)
    model = QStandardItemModel()
    model.appendRow([QStandardItem("1"), QStandardItem("Plain")])
    table.setModel(model)
    table.show()
    assert table.set_current_key("0")
    assert not table.grab().isNull()


def test_a_larger_size_makes_higher_rows(table, look):
    look.set_percent(200)
    assert (table.rowHeight(1), table.rowHeight(0)) == (62, 66)


def test_home_and_end_go_to_the_first_and_last_row_that_can_be_taken(table, qtbot):
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_key() == "B2"
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_key() == "A1"
