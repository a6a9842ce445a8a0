"""F1: every key, made from ``commands``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kcsp_desktop.ui.commands import COMMANDS, LISTS, MENUS, shown_keys
from kcsp_desktop.ui.kit.painting import lay_ground
from kcsp_desktop.ui.kit.rows import Cell, Row, RowsModel
from kcsp_desktop.ui.kit.table import Table
from kcsp_desktop.ui.kit.table_columns import Column
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.ui.look import Look

SHEET_KEYS = (
    ("Enter", "Next block of the same kind; on an empty one, step out", "minutes"),
    ("Tab, Shift+Tab", "At the start of a block: change its level", "minutes"),
    (
        "Backspace",
        "At the start of a block: back to a paragraph, then join the one above",
        "minutes",
    ),
    ("Tab", "Behind a letter: take the grey words or the name offered", "minutes"),
    ("Right", "Take the grey words, at the start of a block too", "minutes"),
    ("Ctrl+Right", "Take a word of what is offered; of a name, all but the post", "minutes"),
    ("Esc", "Refuse what is offered", "minutes"),
)
LIST_KEYS = (("Shift+A…Z", "Go to a surname by its letters, typed with Shift held", "attendance"),)
_COLUMNS = (
    Column(words="Keys", width=170, lead=True, weight=Weight.NAME),
    Column(words="What it does", width=240, stretches=True, lead=True, wraps=True),
    Column(words="Where", width=180, role="ink2", size=Type.SECOND, wraps=True, drops=1),
)
_Key = tuple[str, str, str]


def sections() -> tuple[tuple[str, tuple[_Key, ...]], ...]:
    """Return (menu, (keys, what it does, where) of all in it that has a key)."""
    found = [
        (
            menu.replace("&", ""),
            tuple(
                (
                    shown_keys(c.keys),
                    c.text.replace("&", "").rstrip("…"),
                    ", ".join(c.where) or "everywhere",
                )
                for c in COMMANDS
                if c.menu == menu and c.keys
            ),
        )
        for menu in MENUS
    ]
    return (
        *((menu, keys) for menu, keys in found if keys),
        ("In the text", SHEET_KEYS),
        ("In a list", LIST_KEYS),
    )


def rows() -> tuple[_Key, ...]:
    """Return the same without the menus."""
    return tuple(key for _, keys in sections() for key in keys)


def _table_rows() -> Iterator[Row]:
    every_list = ", ".join(LISTS)
    for title, keys in sections():
        yield Row(key=title, cells=(Cell(text=title),), section=True)
        for pressed, does, where in keys:
            place = "every list" if where == every_list else where
            cells = (Cell(text=pressed), Cell(text=does), Cell(text=place.capitalize()))
            spoken = f"{pressed}: {does}. {place}"
            yield Row(key=f"{title} {pressed} {does}", cells=cells, spoken=spoken)


class KeysSheet(QDialog):
    """A list to read, menu by menu; Esc leaves."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Fill the list."""
        super().__init__(parent)
        self._window = parent.window()
        self.setObjectName("keysSheet")
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = Table(look, _COLUMNS)
        self._table.setAccessibleName("All keys")
        model = RowsModel(len(_COLUMNS), self._table)
        model.set_rows(tuple(_table_rows()))
        self._table.setModel(model)
        self._table.selectRow(1)
        title = Words(look, "All keys", size=Type.PANEL_TITLE, weight=Weight.TITLE)
        px = look.px
        title.setContentsMargins(px(Space.XL), px(Space.L), px(Space.XL), px(Space.M))
        lay_ground(look, self._table, "sheet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self._table)
        room = parent.size()
        wide = min(px(Measure.KEYS_SHEET[0]), room.width())
        self.resize(wide, min(px(Measure.KEYS_SHEET[1]), room.height()))
        self._table.setFocus()

    def done(self, result: int) -> None:
        """Close, and let the window under it have the focus again, where it was."""
        super().done(result)
        self._window.activateWindow()
