"""A page that is a list: a head with a filter and the deed that makes one, the house table.

How this works: the page turns its values into rows; the list's keys become commands through the
table in `commands`, so a key and the menu always do the same. Where there is nothing at all a card
says what is missing. Must stay in step: `commands` (the keys), `kit.table` (their signals).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kcsp_desktop.ui.commands import COMMANDS
from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.cards import Card, Ground
from kcsp_desktop.ui.kit.empty_state import KeyHints
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.rows import Row, RowsModel
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.pages.page import Page
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from kcsp_desktop.ui.kit.table_columns import Column
    from kcsp_desktop.ui.look import Look

QUICK_MS = 150  # nothing is said of what is done by then
FILTER = 14 * Space.L  # width of the filter, pixels at 100 %
CARD = 30 * Space.L  # width of the card that says what is missing


class FilterField(TextField):
    """Narrows the list while one types; Down and Enter go to the list, Esc empties and goes."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the list by Down, Enter or Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        self.left.emit()


class ListHead(QWidget):
    """Title, filter and the main deed."""

    def __init__(self, look: Look, title: str, finds: str, deed: str) -> None:
        super().__init__()
        self._look = look
        self.title = Words(look, title, size=Type.PAGE_TITLE, weight=Weight.TITLE)
        self.filter = FilterField(look, hint=f"{finds} (Ctrl+F)")
        self.filter.setAccessibleName(finds)
        self.filter.setAccessibleDescription("Ctrl+F")
        self.deed = Button(look, deed, main=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        self._row.addWidget(self.filter, 100)  # as wide as it may be before the rest is free
        self._row.addWidget(self.deed)
        look.changed.connect(self._dress)
        self._dress()

    def add_choice(self, choice: QWidget) -> None:
        """Put a choice of what is listed behind the title."""
        self._row.insertWidget(1, choice)

    def _dress(self) -> None:
        look = self._look
        side, above = look.px(Space.XL), look.px(Space.M - 1)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(look.px(Space.M))
        self.filter.setMaximumWidth(look.px(FILTER))
        self.filter.setMinimumWidth(look.px(FILTER) // 2)


class NothingCard(QWidget):
    """A card in the middle: what is missing, in bold, and the buttons and keys that make it."""

    def __init__(
        self,
        look: Look,
        words: str,
        advice: str,
        deeds: Sequence[tuple[str, str, Callable[[], object]]],
        keys: Sequence[tuple[str, str]] = (),
    ) -> None:
        """``deeds`` are (object name, words, what to do); the first is the main one."""
        super().__init__()
        self._look, self._first = look, deeds[0][2]
        self._card = Card(look)
        bold = Words(look, words, size=Type.CARD_TITLE, weight=Weight.TITLE, wrap=True)
        self._card.column.addWidget(bold)
        self._card.column.addWidget(Words(look, advice, role="ink2", wrap=True))
        self._row = QHBoxLayout()
        for number, (name, text, do) in enumerate(deeds):
            button = Button(look, text, main=number == 0)
            button.setObjectName(name)
            button.clicked.connect(lambda *, do=do: do())
            self._row.addWidget(button)
            if number == 0:
                self.setFocusProxy(button)
        self._row.addStretch(1)
        self._card.column.addLayout(self._row)
        if keys:
            self._card.column.addWidget(KeyHints(look, keys, centred=False))
        grid = QGridLayout(self)
        grid.addWidget(self._card, 1, 1)
        for line, share in ((0, 2), (2, 3)):
            grid.setRowStretch(line, share)
            grid.setColumnStretch(line, 1)
        self.setAccessibleName(words)
        look.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ins as the list would that stands here later."""
        if event.key() == Qt.Key.Key_Insert:
            self._first()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card within the page."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        room = self.width() - self._look.px(2 * Space.L)
        self._card.setFixedWidth(max(self._look.px(CARD) // 2, min(self._look.px(CARD), room)))
        self._row.setSpacing(self._look.px(Space.M))


class ListPage(Page):
    """A page with one list; a subclass gives rows, handlers and the card for nothing at all."""

    title = ""
    finds = ""
    deed = ""
    columns_of_list: Sequence[Column] = ()

    def _build_list(self) -> QWidget:
        """Make head and list and return the widget that holds them."""
        self.head = ListHead(self.look, self.title, self.finds, self.deed)
        self.head.filter.setObjectName(f"{self.name}Filter")
        self.head.deed.setObjectName(f"{self.name}Add")
        self.head.filter.textChanged.connect(self._on_filter)
        self.head.filter.left.connect(lambda: self.table.setFocus())
        self.head.deed.clicked.connect(lambda: self.handlers()["add"]())
        self.table: Table = Table(self.look, self.columns_of_list)
        self.table.setObjectName(f"{self.name}List")
        self.table.setAccessibleName(self.title)
        self.model = RowsModel(len(self.columns_of_list), self.table)
        self.table.setModel(self.model)
        self._wire_list()
        self.nothing_found = Words(self.look, "", role="ink2", wrap=True)
        self.nothing_found.setObjectName(f"{self.name}Found")
        self.nothing_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing_found.hide()
        whole = Ground(self.look, "sheet")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        below = self._under_head()
        if below is not None:
            column.addWidget(below)
        column.addWidget(self.nothing_found)
        column.addWidget(self.table, 1)
        return whole

    def _under_head(self) -> QWidget | None:
        """Return what stands between head and list; a page that has nothing there says none."""
        return None

    def _wire_list(self) -> None:
        self.table.letter.connect(self._on_letter)
        self.table.row_chosen.connect(lambda _: self._run("edit"))
        self.table.insert_pressed.connect(lambda: self._run("add"))
        self.table.delete_pressed.connect(lambda: self._run("remove"))
        self.table.current_changed.connect(self._on_current)

    def _stacked(self, *widgets: QWidget) -> QStackedWidget:
        """Lay widgets one over another, as the whole page."""
        stack = QStackedWidget()
        for widget in widgets:
            stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stack)
        return stack

    def _show_of(self, stack: QStackedWidget, place: int) -> None:
        """Show the list or a card; where that changes before the eyes, work goes on there."""
        changes = stack.currentIndex() != place
        stack.setCurrentIndex(place)
        if changes and self.isVisible():
            self.focus_first()

    # --- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the whole list again by Esc, from the list as from the filter."""
        if not self._unfiltered(event):
            super().keyPressEvent(event)

    def _unfiltered(self, event: QKeyEvent) -> bool:
        """Empty the filter if that is what Esc means here; say whether it was."""
        leaves = event.key() == Qt.Key.Key_Escape and self.table.hasFocus()
        if not leaves or not self.head.filter.text():
            return False
        self.head.filter.clear()
        return True

    def _on_letter(self, letter: str) -> None:
        for command in COMMANDS:
            if command.on_list and command.keys == letter and self.name in command.where:
                self._run(command.name)

    def _run(self, command: str) -> None:
        handler = self.handlers().get(command)
        if handler is not None:
            handler()

    def _on_current(self, key: str) -> None:
        self.keys_changed.emit()

    def go_to_filter(self) -> None:
        """Go to the filter."""
        self.head.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.filter.selectAll()

    # --- rows ------------------------------------------------------------------------------

    def rows(self) -> list[Row]:
        """Return every row, with section rows between."""
        return []

    def show_rows(self) -> None:
        """Show the rows that the filter lets through; keep a row in hand."""
        before = self.table.currentIndex().row()
        wanted = self.head.filter.text().casefold().split()
        rows = [one for one in self.rows() if one.section or _has(one, wanted)]
        rows = _without_empty_sections(rows)
        self.model.set_rows(rows)
        if not self.table.currentIndex().isValid():
            self._take_nearest(rows, before)
        if not self.workspace.is_open:
            QTimer.singleShot(QUICK_MS, self, self._say_reading)
        self._say_nothing_found(nothing=bool(wanted) and not rows)

    def _say_nothing_found(self, *, nothing: bool) -> None:
        typed = self.head.filter.text().strip()
        self.nothing_found.setText(f"Nothing in the list has “{typed}”. Esc shows all again.")
        if nothing and self.nothing_found.isHidden():
            announce(self.table, self.nothing_found.text())
        self.nothing_found.setVisible(nothing)

    def _say_reading(self) -> None:
        """Say that the list is being read, where that takes long enough to be seen."""
        if not self.workspace.is_open:
            self.nothing_found.setText("Reading…")
            self.nothing_found.show()

    def _take_nearest(self, rows: Sequence[Row], before: int) -> None:
        """Take the row in hand that stands where the one that went stood."""
        places = [n for n, one in enumerate(rows) if not one.section]
        if places:
            near = min(places, key=lambda n: (abs(n - max(before, 0)), -n))
            self.table.set_current_key(rows[near].key)

    def _on_filter(self) -> None:
        self.show_rows()
        self.keys_changed.emit()

    def take(self, key: str) -> None:
        """Take a row in hand; a filter that hides it is emptied."""
        if key and not self.table.set_current_key(key):
            self.head.filter.clear()
            self.table.set_current_key(key)
        index = self.table.currentIndex()
        if index.isValid():
            self.table.scrollTo(index)


def _without_empty_sections(rows: Sequence[Row]) -> list[Row]:
    kept: list[Row] = []
    for row in reversed(rows):
        if not row.section or (kept and not kept[-1].section):
            kept.append(row)
    return kept[::-1]


def _has(row: Row, wanted: Sequence[str]) -> bool:
    said = " ".join((row.spoken, *(cell.text for cell in row.cells))).casefold()
    return all(word in said for word in wanted)
